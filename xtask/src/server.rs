//! The server of the built site, for this machine only.

use std::io::ErrorKind;
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread::{self, JoinHandle};

use anyhow::{Context, Result};
use axum::Router;
use axum::extract::{Request, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, HeaderValue, X_CONTENT_TYPE_OPTIONS};
use axum::http::{Method, StatusCode};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use tokio::runtime::{self, Runtime};
use tokio::sync::oneshot;
use tower_http::services::ServeDir;

use crate::headers;

/// The port if none is asked for.
pub const DEFAULT_PORT: u16 = 8080;

/// A server that runs in the background until it is dropped.
pub struct Server {
    url: String,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    /// Starts to serve a folder.
    pub fn start(folder: &Path, listener: TcpListener) -> Result<Self> {
        let url = url(&listener)?;
        listener
            .set_nonblocking(true)
            .context("the socket cannot be set up")?;
        let site = site(folder);
        let runtime = runtime()?;
        let (stop, stopped) = oneshot::channel();
        let thread = thread::spawn(move || {
            runtime.block_on(async {
                match tokio::net::TcpListener::from_std(listener) {
                    Ok(listener) => tokio::spawn(axum::serve(listener, site).into_future()),
                    Err(error) => return eprintln!("error: the socket cannot be used ({error})"),
                };
                // Dropping the runtime ends the server at once, even with connections that a browser keeps open.
                let _ = stopped.await;
            });
        });
        Ok(Self {
            url,
            stop: Some(stop),
            thread: Some(thread),
        })
    }

    /// The address of the site's first page.
    pub fn url(&self) -> &str {
        &self.url
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Both can fail only if the server has ended already.
        let _ = self.stop.take().map(|stop| stop.send(()));
        let _ = self.thread.take().map(JoinHandle::join);
    }
}

/// Takes a port of this machine, which no other machine can reach: the one asked for, else the default one or, if that
/// is taken, any.
pub fn listen(port: Option<u16>) -> Result<TcpListener> {
    let bind = |port| TcpListener::bind((Ipv4Addr::LOCALHOST, port));
    let listener = match (port, bind(port.unwrap_or(DEFAULT_PORT))) {
        (None, Err(error)) if error.kind() == ErrorKind::AddrInUse => bind(0),
        (_, listener) => listener,
    };
    listener.with_context(|| match port {
        Some(port) => format!(
            "port {port} cannot be used: choose another, or leave out --port to get a free one"
        ),
        None => "no port can be used".to_owned(),
    })
}

/// The address that a listener answers at.
pub fn url(listener: &TcpListener) -> Result<String> {
    Ok(format!(
        "http://{}/",
        listener.local_addr().context("the socket has no address")?
    ))
}

/// What runs the server and waits for Ctrl+C.
pub fn runtime() -> Result<Runtime> {
    runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .context("the server's runtime cannot be started")
}

fn site(folder: &Path) -> Router {
    let files = ServeDir::new(folder)
        .precompressed_br()
        .precompressed_gzip();
    let folder = Arc::new(folder.to_owned());
    Router::new()
        .fallback_service(files)
        .layer(middleware::from_fn_with_state(folder, complete))
}

/// Completes what the file service answers: a page for what is not there, and the headers that depend on the path.
async fn complete(State(folder): State<Arc<PathBuf>>, request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let reads = matches!(*request.method(), Method::GET | Method::HEAD);
    let mut response = if headers::is_compressed_copy(&path) {
        StatusCode::NOT_FOUND.into_response()
    } else {
        next.run(request).await
    };
    let mut cache_control = headers::cache_control(&path);
    if reads && response.status() == StatusCode::NOT_FOUND {
        response = not_found(&folder).await;
        // It may be there after the next build.
        cache_control = "no-cache";
    }
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static(cache_control));
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    let content_type = headers
        .get(CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .and_then(headers::with_charset);
    if let Some(value) = content_type.and_then(|value| HeaderValue::try_from(value).ok()) {
        headers.insert(CONTENT_TYPE, value);
    }
    response
}

async fn not_found(folder: &Path) -> Response {
    match tokio::fs::read(folder.join("404.html")).await {
        Ok(page) => (StatusCode::NOT_FOUND, [(CONTENT_TYPE, "text/html")], page).into_response(),
        Err(_) => (StatusCode::NOT_FOUND, "There is nothing at this address.\n").into_response(),
    }
}

#[cfg(test)]
mod tests;
