//! The wings of the site stand in one order, and none uses a later one.

use std::fs;
use std::path::Path;

const WINGS: [&str; 4] = ["frame", "text", "feeds", "pages"];

#[test]
fn no_wing_imports_a_later_wing() {
    let mut later = Vec::new();
    for (at, wing) in WINGS.iter().enumerate() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/site").join(wing);
        each_file(&folder, &mut |path, text| {
            let code = text.split("#[cfg(test)]").next().unwrap_or_default();
            let imports = |other: &&&str| code.contains(&format!("crate::site::{other}"));
            later.extend(WINGS[at + 1..].iter().filter(imports).map(|other| format!("{path} imports {other}")));
        });
    }
    assert_eq!(later, [""; 0]);
}

/// Reads every file of code below a folder, but those of tests.
fn each_file(folder: &Path, read: &mut impl FnMut(String, &str)) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            each_file(&path, read);
        } else if path.extension().is_some_and(|extension| extension == "rs") && !path.ends_with("tests.rs") {
            read(path.display().to_string(), &fs::read_to_string(&path).unwrap());
        }
    }
}
