//! Every combination of what can happen to one document.

use super::*;

/// A change to a document: to its text, its record, its line in the list and its name.
#[derive(Debug, Clone, Copy)]
struct Change<'a> {
    document: &'a str,
    text: &'a str,
    record: &'a str,
    list: &'a str,
    alias: &'a str,
}

fn changes() -> Vec<Change<'static>> {
    let mut all = Vec::new();
    for document in ["r8/a", "r8/haishi", "r8/mae"] {
        for text in ["removed", "replaced"] {
            for record in ["kept", "removed", "moved to b"] {
                for list in ["kept", "removed"] {
                    for alias in ["none", "of b", "of a new document", "of a draft"] {
                        all.push(Change { document, text, record, list, alias });
                    }
                }
            }
        }
    }
    all
}

fn apply(site: &Site, change: Change<'_>) {
    let Change { document, .. } = change;
    let (path, record) = (format!("content/{document}.md"), format!("content/{document}.lock"));
    if site.path(&path).exists() {
        site.remove(&path);
    }
    if change.text == "replaced" {
        site.write(&path, text("別の方針", "", OTHER));
    }
    if site.path(&record).exists() && change.record != "kept" {
        if change.record == "moved to b" {
            site.write("content/r8/b.lock", site.read(&record));
        }
        site.remove(&record);
    }
    if change.list == "removed" {
        unlist(site, document);
    }
    let aliases = format!("aliases: [{document}]");
    match change.alias {
        "of b" => site.write("content/r8/b.md", text("乙の方針", &aliases, B)),
        "of a new document" => site.write("content/r8/shin.md", text("新しい方針", &aliases, OTHER)),
        "of a draft" => site.write(
            "content/r8/shin.md",
            text("新しい方針", &aliases, OTHER).replace("status: published", "status: draft"),
        ),
        _ => {}
    }
}

/// Each change is tried with the published site and without it, as on a machine with a fresh clone.
#[test]
fn an_address_is_kept_or_somebody_is_asked() {
    let base = published();
    let (files, before) = (base.files("."), addresses(&base));
    assert!(before.len() > 30, "{}", before.len());
    let copy = || files.iter().fold(Site::empty(), |site, (path, bytes)| site.file(path, bytes));
    let mut asked = 0;
    for change in changes() {
        for is_fresh in [false, true] {
            // Without text, record, line and published site, nothing shows that the document existed.
            let is_unknown = change.list == "removed" && change.record != "kept";
            if is_fresh && (is_unknown || change.document == "r8/mae" && change.list == "removed") {
                continue;
            }
            let site = copy();
            apply(&site, change);
            if is_fresh {
                without_site(&site);
            }
            let output = site.run("build");
            assert!(output.code < 2, "{change:?}, fresh: {is_fresh}: {output}");
            asked += i32::from(output.code == 1);
            let is_kept = output.code == 1 || are_kept(&before, &site);
            assert!(is_kept, "{change:?}, fresh: {is_fresh}: {output}");
            // A question changes no file, so the same site can be checked in another way, as in CI.
            if output.code == 1 && is_fresh {
                assert_eq!(site.run("check --locked").code, 1, "{change:?}");
            }
        }
    }
    assert!(asked > 100, "{asked}");
}
