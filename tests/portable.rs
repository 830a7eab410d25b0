//! The program runs on Windows as well: what only Unix has is used in a few places that say so, each beside another way.
//! `tests/run` compiles it for Windows; this test needs no toolchain for that.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::Path;

/// What Windows does not have.
const ONLY_UNIX: [&str; 6] = ["std::os::unix", "std::os::linux", "std::os::fd", "rustix", "libc::", "nix::"];

/// Where it is used, and what happens elsewhere.
const PLACES: [(&str, &str); 6] = [
    ("src/command/build_record/mod.rs", "the record is readable by its owner only; elsewhere the folder decides"),
    ("src/output/directory/staging.rs", "a link is copied as a link; elsewhere there are none in a published site"),
    ("src/output/directory/stamp.rs", "a site is unchanged if the file system says so; elsewhere its bytes are read"),
    ("src/output/directory/swap.rs", "both trees change places in one step; elsewhere in two, with a journal"),
    ("src/output/directory/sync.rs", "one call writes all to disk; elsewhere file by file"),
    ("src/preview/stamp.rs", "a file is told by its inode and its change; elsewhere by when it was created"),
];

#[test]
fn what_only_unix_has_stands_where_it_is_named() {
    let mut found = Vec::new();
    for (path, text) in sources(Path::new("src")) {
        let is_test = path.ends_with("tests.rs") || path.contains("/tests/");
        let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
        if !is_test && ONLY_UNIX.iter().any(|name| code.contains(name)) {
            assert!(
                code.contains("#[cfg(unix)]") || code.contains("#[cfg(target_os"),
                "{path} must say for which system"
            );
            found.push(path);
        }
    }
    assert_eq!(found, PLACES.map(|(path, _)| path), "a new place needs another way for Windows, and a line in PLACES");
}

/// Every source file below a folder, in order.
fn sources(folder: &Path) -> Vec<(String, String)> {
    let mut entries: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    let mut found = Vec::new();
    for path in entries {
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|suffix| suffix == "rs") {
            let shown = path.to_str().unwrap().replace('\\', "/");
            found.push((shown, fs::read_to_string(&path).unwrap()));
        }
    }
    found.sort();
    found
}
