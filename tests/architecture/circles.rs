//! No file depends on a file that depends on it, directly or through others.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use proc_macro2::{TokenStream, TokenTree};
use syn::visit::{self, Visit};

use super::rust_files;

/// The folders without circles. Files of one folder here may use each other; files of two only as `RULES` say.
const FOLDERS: &[(&str, &str)] = &[
    ("src", "model"),
    ("src", "compare"),
    ("src", "charts"),
    ("src", "state"),
    ("import/src", ""),
    ("prerender/src", ""),
    ("xtask/src", ""),
];

type Module = Vec<String>;

/// A file of a crate: what it names, and what it passes on under a name.
#[derive(Default)]
struct File {
    named: Vec<Vec<String>>,
    exported: BTreeMap<String, Vec<String>>,
}

#[test]
fn no_file_depends_on_itself_through_others() {
    let mut found = Vec::new();
    for (root, folder) in FOLDERS {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(root);
        let files = read(&root);
        let depends = dependencies(&files);
        let inside =
            |module: &&Module| folder.is_empty() || module.first().is_some_and(|m| m == folder);
        let edges: usize = depends
            .iter()
            .filter(|(m, _)| inside(m))
            .map(|(_, used)| used.len())
            .sum();
        assert!(
            edges > 2,
            "only {edges} uses were found in {}/{folder}",
            root.display()
        );
        let starts = depends.keys().filter(inside);
        found.extend(starts.filter_map(|start| circle(start, &depends)));
    }
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

#[test]
fn a_circle_is_named_with_its_files() {
    let files = |sources: [(&str, &str); 4]| -> BTreeMap<Module, File> {
        let read = |(name, code): (&str, &str)| {
            let module: Module = name
                .split('/')
                .filter(|it| !it.is_empty())
                .map(str::to_owned)
                .collect();
            let file = parsed(&module, code);
            (module, file)
        };
        sources.into_iter().map(read).collect()
    };
    for (one, other, is_circle) in [
        ("use super::b::Two;", "use super::a::One;", true),
        ("use super::b::Two;", "use crate::m::{Three, a};", true),
        ("use super::b::Two;", "fn f() { super::a::f() }", true),
        (
            "use super::b::Two;",
            "fn f() { print!(\"{}\", super::a::ONE) }",
            true,
        ),
        // `m` passes `One` of `a` on.
        ("use super::b::Two;", "use super::One;", true),
        (
            "use super::b::Two;",
            "#[cfg(test)]\nmod tests { use super::super::a::One; }",
            false,
        ),
        ("use super::b::Two;", "pub(super) use super::Three;", false),
        ("use std::fmt;", "use super::a::One;", false),
    ] {
        let files = files([
            ("", "mod m;"),
            ("m", "mod a;\nmod b;\npub use a::One;\npub struct Three;"),
            ("m/a", one),
            ("m/b", other),
        ]);
        let found = circle(&vec!["m".to_owned(), "a".to_owned()], &dependencies(&files));
        let expected = is_circle.then(|| "m::a -> m::b -> m::a".to_owned());
        assert_eq!(found, expected, "{one} {other}");
    }
}

fn read(root: &Path) -> BTreeMap<Module, File> {
    let mut files = BTreeMap::new();
    for path in rust_files(root) {
        let name = path
            .strip_prefix(root)
            .expect("inside the folder")
            .with_extension("");
        let mut module: Module = name
            .iter()
            .map(|name| name.to_string_lossy().into_owned())
            .collect();
        if module
            .last()
            .is_some_and(|last| ["mod", "lib", "main"].contains(&last.as_str()))
        {
            module.pop();
        }
        let code = std::fs::read_to_string(&path).expect("a source file can be read");
        let file = parsed(&module, &code);
        // A program and a library of the same name are one root.
        let known: &mut File = files.entry(module).or_default();
        known.named.extend(file.named);
        known.exported.extend(file.exported);
    }
    files
}

fn parsed(module: &Module, code: &str) -> File {
    let code = syn::parse_file(code).expect("a source file is Rust");
    let mut reader = Reader {
        module,
        file: File::default(),
    };
    reader.visit_file(&code);
    reader.file
}

/// The files that each file names, as modules.
fn dependencies(files: &BTreeMap<Module, File>) -> BTreeMap<Module, BTreeSet<Module>> {
    let of = |(module, file): (&Module, &File)| {
        let used = file
            .named
            .iter()
            .filter_map(|path| defined_in(path, files, 0));
        let used = used.filter(|used| used != module);
        (module.clone(), used.collect())
    };
    files.iter().map(of).collect()
}

/// The file that defines what a path names, through what other files pass on.
fn defined_in(path: &[String], files: &BTreeMap<Module, File>, depth: usize) -> Option<Module> {
    let longest = (1..=path.len())
        .rev()
        .find(|length| files.contains_key(&path[..*length]))?;
    let (module, rest) = path.split_at(longest);
    let passed_on = rest
        .first()
        .and_then(|name| files.get(module)?.exported.get(name));
    match passed_on {
        Some(target) if depth < 9 => defined_in(target, files, depth + 1),
        _ => Some(module.to_vec()),
    }
}

/// The shortest way from a file back to itself; named once, from the first of its files.
fn circle(start: &Module, depends: &BTreeMap<Module, BTreeSet<Module>>) -> Option<String> {
    let mut ways = vec![vec![start]];
    let mut seen = BTreeSet::new();
    while let Some(way) = ways.first().cloned() {
        ways.remove(0);
        for used in way
            .last()
            .and_then(|last| depends.get(*last))
            .into_iter()
            .flatten()
        {
            if used == start {
                let names = way.iter().chain([&start]).map(|module| module.join("::"));
                let is_first = way.iter().all(|module| *module >= start);
                return is_first.then(|| names.collect::<Vec<_>>().join(" -> "));
            }
            if seen.insert(used) {
                ways.push(way.iter().copied().chain([used]).collect());
            }
        }
    }
    None
}

/// Gathers the paths inside the crate that a file names.
struct Reader<'a> {
    module: &'a Module,
    file: File,
}

impl Reader<'_> {
    /// A path from the root of the crate on; none for one that leads out of it.
    fn absolute(&self, path: &[String]) -> Option<Vec<String>> {
        let (first, rest) = path.split_first()?;
        let mut base = self.module.clone();
        match first.as_str() {
            "crate" => return Some(rest.to_vec()),
            "self" => base.extend_from_slice(rest),
            "super" => {
                base.pop();
                let ups = rest.iter().take_while(|name| *name == "super").count();
                base.truncate(base.len().saturating_sub(ups));
                base.extend_from_slice(&rest[ups..]);
            }
            _ => base.extend_from_slice(path),
        }
        Some(base)
    }

    /// A path in code. A single name is a local one, or imported elsewhere.
    fn name(&mut self, path: &[String]) {
        if path.len() > 1 {
            self.file.named.extend(self.absolute(path));
        }
    }

    fn import(&mut self, tree: &syn::UseTree, before: &[String], is_passed_on: bool) {
        let with = |name: &syn::Ident| [before, &[name.to_string()]].concat();
        let (path, name) = match tree {
            syn::UseTree::Path(path) => {
                return self.import(&path.tree, &with(&path.ident), is_passed_on);
            }
            syn::UseTree::Group(group) => {
                return group
                    .items
                    .iter()
                    .for_each(|tree| self.import(tree, before, is_passed_on));
            }
            syn::UseTree::Glob(_) => (before.to_vec(), None),
            syn::UseTree::Name(name) if name.ident == "self" => {
                (before.to_vec(), before.last().cloned())
            }
            syn::UseTree::Name(name) => (with(&name.ident), Some(name.ident.to_string())),
            syn::UseTree::Rename(rename) => (with(&rename.ident), Some(rename.rename.to_string())),
        };
        match (is_passed_on, name, self.absolute(&path)) {
            (true, Some(name), Some(path)) => drop(self.file.exported.insert(name, path)),
            (_, _, path) => self.file.named.extend(path),
        }
    }

    /// Paths inside what a macro is given, which is not parsed.
    fn read_tokens(&mut self, tokens: TokenStream) {
        let mut path: Vec<String> = Vec::new();
        let mut colons = 0;
        for token in tokens {
            match token {
                TokenTree::Group(group) => self.read_tokens(group.stream()),
                TokenTree::Ident(name) if colons == 2 && !path.is_empty() => {
                    path.push(name.to_string());
                    colons = 0;
                    continue;
                }
                TokenTree::Ident(name) => {
                    self.name(&std::mem::replace(&mut path, vec![name.to_string()]));
                    colons = 0;
                    continue;
                }
                TokenTree::Punct(mark) if mark.as_char() == ':' => {
                    colons += 1;
                    continue;
                }
                _ => {}
            }
            self.name(&std::mem::take(&mut path));
            colons = 0;
        }
        self.name(&path);
    }
}

impl<'ast> Visit<'ast> for Reader<'_> {
    fn visit_item_mod(&mut self, module: &'ast syn::ItemMod) {
        let is_test = module
            .attrs
            .iter()
            .any(|attribute| attribute.path().is_ident("cfg"));
        if !is_test {
            visit::visit_item_mod(self, module);
        }
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        self.import(
            &item.tree,
            &[],
            !matches!(item.vis, syn::Visibility::Inherited),
        );
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let names: Vec<String> = path
            .segments
            .iter()
            .map(|segment| segment.ident.to_string())
            .collect();
        self.name(&names);
        visit::visit_path(self, path);
    }

    /// `pub(super)` says who may use an item, not what it uses.
    fn visit_visibility(&mut self, _: &'ast syn::Visibility) {}

    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        self.read_tokens(call.tokens.clone());
    }
}
