//! Over a real socket, because what counts is what a browser gets.

use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::sync::atomic::{AtomicU32, Ordering};

use super::*;

/// A folder with files and a server for it; both are gone at the end of the test.
struct Site {
    folder: PathBuf,
    address: String,
    server: Option<Server>,
}

struct Answer {
    status: u16,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
}

impl Site {
    fn with(files: &[(&str, &str)]) -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let outside =
            std::env::temp_dir().join(format!("crossroads-server-{}-{number}", std::process::id()));
        let folder = outside.join("dist");
        for (name, content) in files {
            let path = folder.join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, content).unwrap();
        }
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let address = listener.local_addr().unwrap().to_string();
        let server = Server::start(&folder, listener).unwrap();
        Self {
            folder,
            address,
            server: Some(server),
        }
    }

    fn get(&self, path: &str, headers: &[&str]) -> Answer {
        self.ask("GET", path, headers)
    }

    fn ask(&self, method: &str, path: &str, headers: &[&str]) -> Answer {
        let mut request = format!(
            "{method} {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n",
            self.address
        );
        for header in headers {
            request += &format!("{header}\r\n");
        }
        request += "\r\n";
        let mut stream = TcpStream::connect(&self.address).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        Answer::parse(&answer)
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        drop(self.server.take());
        fs::remove_dir_all(self.folder.parent().unwrap()).unwrap();
    }
}

impl Answer {
    fn parse(bytes: &[u8]) -> Self {
        let end = bytes
            .windows(4)
            .position(|window| window == b"\r\n\r\n")
            .expect("an end of the headers");
        let head = std::str::from_utf8(&bytes[..end]).unwrap();
        let (status_line, lines) = head.split_once("\r\n").unwrap();
        let headers = lines.lines().map(|line| {
            let (name, value) = line.split_once(": ").unwrap();
            (name.to_ascii_lowercase(), value.to_owned())
        });
        Self {
            status: status_line.split(' ').nth(1).unwrap().parse().unwrap(),
            headers: headers.collect(),
            body: bytes[end + 4..].to_vec(),
        }
    }

    fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|(found, _)| found == name)
            .map(|(_, value)| value.as_str())
    }

    fn text(&self) -> &str {
        std::str::from_utf8(&self.body).unwrap()
    }
}

#[test]
fn each_file_has_its_type() {
    let types = [
        ("index.html", "text/html; charset=utf-8"),
        ("app.css", "text/css; charset=utf-8"),
        ("app.js", "text/javascript; charset=utf-8"),
        ("robots.txt", "text/plain; charset=utf-8"),
        ("app_bg.wasm", "application/wasm"),
        ("data.json", "application/json"),
        ("icon.svg", "image/svg+xml"),
        ("site.webmanifest", "application/manifest+json"),
    ];
    let site = Site::with(&types.map(|(name, _)| (name, "content")));
    for (name, content_type) in types {
        let answer = site.get(&format!("/{name}"), &[]);
        assert_eq!((answer.status, answer.text()), (200, "content"), "{name}");
        assert_eq!(answer.header("content-type"), Some(content_type), "{name}");
        assert_eq!(
            answer.header("x-content-type-options"),
            Some("nosniff"),
            "{name}"
        );
    }
}

#[test]
fn a_folder_answers_with_its_index() {
    let site = Site::with(&[("index.html", "first"), ("about/index.html", "about")]);
    assert_eq!(site.get("/", &[]).text(), "first");
    assert_eq!(site.get("/?roles=15-1252,29-1141", &[]).text(), "first");
    assert_eq!(site.get("/about/", &[]).text(), "about");
    assert_eq!(site.get("/about", &[]).header("location"), Some("/about/"));
}

#[test]
fn the_best_accepted_copy_is_sent() {
    let site = Site::with(&[
        ("app.js", "raw"),
        ("app.js.br", "brotli"),
        ("app.js.gz", "gzip"),
        ("small.js", "only raw"),
        ("old.js", "raw"),
        ("old.js.gz", "gzip"),
    ]);
    let expect = |path, accept: &[&str], body, encoding| {
        let answer = site.get(path, accept);
        assert_eq!(
            (
                answer.status,
                answer.text(),
                answer.header("content-encoding")
            ),
            (200, body, encoding),
            "{path}"
        );
        assert_eq!(
            answer.header("content-type"),
            Some("text/javascript; charset=utf-8"),
            "{path}"
        );
        assert!(
            answer
                .header("vary")
                .unwrap()
                .eq_ignore_ascii_case("accept-encoding"),
            "{path}"
        );
    };
    expect(
        "/app.js",
        &["Accept-Encoding: gzip, deflate, br, zstd"],
        "brotli",
        Some("br"),
    );
    expect("/app.js", &["Accept-Encoding: gzip"], "gzip", Some("gzip"));
    expect(
        "/app.js",
        &["Accept-Encoding: br;q=0, gzip"],
        "gzip",
        Some("gzip"),
    );
    expect("/app.js", &[], "raw", None);
    expect(
        "/small.js",
        &["Accept-Encoding: br, gzip"],
        "only raw",
        None,
    );
    expect(
        "/old.js",
        &["Accept-Encoding: br, gzip"],
        "gzip",
        Some("gzip"),
    );
}

#[test]
fn the_copies_have_no_address_of_their_own() {
    let site = Site::with(&[
        ("app.js", "raw"),
        ("app.js.br", "brotli"),
        ("app.js.gz", "gzip"),
    ]);
    assert_eq!(site.get("/app.js.br", &[]).status, 404);
    assert_eq!(site.get("/app.js.gz", &[]).status, 404);
}

#[test]
fn only_files_named_after_their_content_are_kept_for_ever() {
    let site = Site::with(&[
        ("index.html", "page"),
        ("code-8d6b0c3cfe2a4a17/app.wasm", "wasm"),
    ]);
    let immutable = Some("public, max-age=31536000, immutable");
    assert_eq!(
        site.get("/code-8d6b0c3cfe2a4a17/app.wasm", &[])
            .header("cache-control"),
        immutable
    );
    assert_eq!(site.get("/", &[]).header("cache-control"), Some("no-cache"));
    assert_eq!(
        site.get("/code-8d6b0c3cfe2a4a17/gone.js", &[])
            .header("cache-control"),
        Some("no-cache")
    );
}

#[test]
fn what_the_browser_has_is_not_sent_again() {
    let site = Site::with(&[("index.html", "page")]);
    let first = site.get("/", &[]);
    let (modified, tag) = (
        first.header("last-modified").unwrap(),
        first.header("etag").unwrap(),
    );
    for condition in [
        format!("If-Modified-Since: {modified}"),
        format!("If-None-Match: {tag}"),
    ] {
        let again = site.get("/", &[&condition]);
        assert_eq!((again.status, again.text()), (304, ""), "{condition}");
        assert_eq!(
            again.header("cache-control"),
            Some("no-cache"),
            "{condition}"
        );
    }
    assert_eq!(
        site.get("/", &["If-Modified-Since: Sat, 01 Jan 2000 00:00:00 GMT"])
            .status,
        200
    );
}

#[test]
fn head_tells_the_size_and_sends_nothing() {
    let site = Site::with(&[("index.html", "page")]);
    let answer = site.ask("HEAD", "/", &[]);
    assert_eq!(
        (
            answer.status,
            answer.text(),
            answer.header("content-length")
        ),
        (200, "", Some("4"))
    );
    let missing = site.ask("HEAD", "/missing", &[]);
    assert_eq!((missing.status, missing.text()), (404, ""));
}

#[test]
fn what_is_not_there_gets_the_page_for_it() {
    let plain = Site::with(&[("index.html", "page")]);
    let answer = plain.get("/missing", &[]);
    assert_eq!(
        (answer.status, answer.header("content-type")),
        (404, Some("text/plain; charset=utf-8"))
    );
    assert!(!answer.body.is_empty());

    let with_page = Site::with(&[("index.html", "page"), ("404.html", "not here")]);
    let answer = with_page.get("/missing", &["Accept-Encoding: br"]);
    assert_eq!((answer.status, answer.text()), (404, "not here"));
    assert_eq!(
        answer.header("content-type"),
        Some("text/html; charset=utf-8")
    );
}

#[test]
fn nothing_outside_of_the_folder_is_served() {
    let site = Site::with(&[("index.html", "page")]);
    fs::write(site.folder.parent().unwrap().join("secret.txt"), "secret").unwrap();
    for path in [
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/..%5csecret.txt",
        "/a/../../secret.txt",
        "//secret.txt",
        "/%00",
    ] {
        let answer = site.get(path, &[]);
        assert!(
            matches!(answer.status, 400 | 404),
            "{path}: {}",
            answer.status
        );
        assert!(!answer.text().contains("secret"), "{path}");
    }
}

#[test]
fn writing_is_refused() {
    let site = Site::with(&[("index.html", "page")]);
    assert_eq!(site.ask("POST", "/", &["Content-Length: 0"]).status, 405);
}

#[test]
fn a_taken_port_is_an_error_only_if_it_was_asked_for() {
    let taken = listen(None).unwrap();
    let port = taken.local_addr().unwrap().port();
    let error = listen(Some(port)).unwrap_err();
    assert!(error.to_string().contains(&port.to_string()), "{error}");
    // Whether or not the first listener got the default port, there is another one for the next.
    assert_ne!(listen(None).unwrap().local_addr().unwrap().port(), port);
    assert!(taken.local_addr().unwrap().ip().is_loopback());
}

#[test]
fn a_stopped_server_does_not_answer() {
    let mut site = Site::with(&[("index.html", "page")]);
    // A browser keeps a connection open; it must not keep the server running.
    let _idle = TcpStream::connect(&site.address).unwrap();
    drop(site.server.take());
    assert!(TcpStream::connect(&site.address).is_err());
}
