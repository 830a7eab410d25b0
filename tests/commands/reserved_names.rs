//! No document stands among the pages of clauses or those of the preview.

use crate::kit::{Site, document};

const TEXT: &str = "# 令和8年度の方針\n\n(1) 公開する文です。\n";

fn is_refused(site: &Site, what: &str) {
    for command in ["check", "build", "build --drafts --output shitagaki"] {
        let output = site.run(command);
        assert_eq!((output.code, output.codes()), (1, vec!["reserved-id"]), "{what}, {command}: {output}");
    }
    assert!(!site.path("public").exists() && !site.path("shitagaki").exists(), "{what}");
    assert!(site.files("content").keys().all(|path| !path.ends_with(".lock")), "{what}");
}

#[test]
fn reserved_names_are_refused_as_alias_id_and_file_name() {
    for name in ["c/zzzzz", "_hoshin", "_hoshin/posts"] {
        let alias = format!("status: published\naliases: [r8/mae, {name}]");
        is_refused(&Site::new().file("content/r8/a.md", document(&alias, TEXT)), name);
        let id = format!("status: published\nid: {name}");
        is_refused(&Site::new().file("content/r8/a.md", document(&id, TEXT)), name);
        let file = Site::new().file(&format!("content/{name}.md"), document("status: published", TEXT));
        is_refused(&file, name);
    }
}

#[test]
fn a_document_may_stand_beside_other_pages_of_hoshin() {
    for name in ["c", "r8/c", "plans/kihon", "objectives/r8", "data/katsuyo", "c2/a"] {
        let site = Site::new().file(&format!("content/{name}.md"), document("status: published", TEXT));
        let built = site.run("build");
        assert_eq!(built.code, 0, "{name}: {built}");
        assert!(site.path(&format!("public/{name}/index.html")).exists(), "{name}");
    }
}
