//! A room of the code imports only earlier rooms. Their order is the list in `src/lib.rs`.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

#[test]
fn no_room_imports_a_later_room() {
    let order = rooms(&fs::read_to_string("src/lib.rs").unwrap());
    let mut upward = Vec::new();
    for (path, text) in sources(Path::new("src")) {
        let Some(room) = room_of(&path).and_then(|name| order.iter().position(|room| *room == name)) else {
            assert!(matches!(path.as_str(), "src/lib.rs" | "src/main.rs"), "{path} belongs to no room of src/lib.rs");
            continue;
        };
        let later = imported(without_tests(&text)).into_iter().filter(|name| order[room + 1..].contains(name));
        upward.extend(later.map(|name| format!("{path} imports {name}")));
    }
    assert_eq!(upward, Vec::<String>::new());
}

#[test]
fn the_order_of_rooms_is_that_of_the_modules_and_of_the_architecture_page() {
    let lib = fs::read_to_string("src/lib.rs").unwrap();
    let modules: BTreeSet<&str> =
        lib.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';')).collect();
    let order = rooms(&lib);
    assert_eq!(order.iter().map(String::as_str).collect::<BTreeSet<_>>(), modules);

    let page = fs::read_to_string("docs/architecture.md").unwrap();
    let table = page.split("| room | holds |").nth(1).unwrap();
    let rows: Vec<&str> = table
        .lines()
        .skip(2)
        .map_while(|line| line.strip_prefix("| `"))
        .map(|row| row.split('`').next().unwrap())
        .collect();
    assert_eq!(rows, order);
}

#[test]
fn an_import_is_found_in_every_form() {
    let text = "use crate::site;\nuse crate::policy::{Clause, Label};\nuse crate::{address, check::Lint};\n\
                use crate::{\n    corpus::{Corpus, Links},\n    search,\n};\nlet made = crate::output::publish();\n";
    let found: Vec<String> = imported(text).into_iter().collect();
    assert_eq!(found, ["address", "check", "corpus", "output", "policy", "search", "site"]);
}

/// The rooms as `src/lib.rs` lists them, the ground floor first.
fn rooms(lib: &str) -> Vec<String> {
    let docs: String = lib.lines().filter_map(|line| line.strip_prefix("//! ")).collect::<Vec<_>>().join(" ");
    let list = docs.split("A room uses only those before it:").nth(1).unwrap().split('.').next().unwrap();
    list.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

/// The folder or file directly below `src` that a path belongs to.
fn room_of(path: &str) -> Option<&str> {
    let below = path.strip_prefix("src/")?;
    let first = below.split('/').next()?;
    Some(first.strip_suffix(".rs").unwrap_or(first))
}

/// The names that stand directly after `crate::`, alone or in a group.
fn imported(text: &str) -> BTreeSet<String> {
    let name =
        |text: &str| text.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default().to_owned();
    let mut found = BTreeSet::new();
    for rest in text.split("crate::").skip(1) {
        match rest.strip_prefix('{') {
            Some(group) => found.extend(members(group).into_iter().map(name)),
            None => {
                found.insert(name(rest));
            }
        }
    }
    found
}

/// The members of a group of imports, up to its closing brace.
fn members(group: &str) -> Vec<&str> {
    let (mut depth, mut start, mut found) = (0_usize, 0, Vec::new());
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => {
                found.push(group[start..at].trim());
                break;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                found.push(group[start..at].trim());
                start = at + 1;
            }
            _ => {}
        }
    }
    found.retain(|member| !member.is_empty());
    found
}

/// Tests may use every room.
fn without_tests(text: &str) -> &str {
    text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default()
}

/// Every source file below a folder but those of tests, in order.
fn sources(folder: &Path) -> Vec<(String, String)> {
    let mut entries: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    let mut found = Vec::new();
    for path in entries {
        let shown = path.to_str().unwrap().replace('\\', "/");
        if path.is_dir() {
            if !shown.ends_with("/tests") {
                found.extend(sources(&path));
            }
        } else if shown.ends_with(".rs") && !shown.ends_with("tests.rs") {
            found.push((shown, fs::read_to_string(&path).unwrap()));
        }
    }
    found
}
