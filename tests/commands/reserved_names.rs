//! No document bears the name of a page or folder that hoshin makes itself.

use crate::kit::{Site, document, titled};

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
fn neither_as_an_alias_nor_as_an_id_nor_as_the_name_of_a_file() {
    for name in ["c/zzzzz", "c", "404", "_hoshin", "data/clauses", "redirects", "assets/x", "plans/x", "feed", "years"]
    {
        let alias = format!("status: published\naliases: [r8/mae, {name}]");
        is_refused(&Site::new().file("content/r8/a.md", document(&alias, TEXT)), name);
        let id = format!("status: published\nid: {name}");
        is_refused(&Site::new().file("content/r8/a.md", document(&id, TEXT)), name);
        let file = Site::new().file(&format!("content/{name}.md"), document("status: published", TEXT));
        is_refused(&file, name);
    }
}

#[test]
fn elsewhere_in_a_name_the_same_words_are_fine() {
    for name in ["r8/c", "r8/plans/data", "keikaku/search", "c2/a", "r8/404"] {
        let site = Site::new().file(&format!("content/{name}.md"), document("status: published", TEXT));
        let built = site.run("build");
        assert_eq!(built.code, 0, "{name}: {built}");
        assert!(site.path(&format!("public/{name}/index.html")).exists(), "{name}");
    }
}

#[test]
fn all_that_stands_at_the_top_of_a_site_is_reserved_or_a_folder_of_documents() {
    let site = Site::empty();
    assert_eq!(site.run("init .").code, 0);
    let text = titled("別の方針", "status: published\naliases: r8/mae", TEXT);
    site.write("content/r8/betsu.md", text);
    let built = site.run("build");
    assert_eq!(built.code, 0, "{built}");
    let top = std::fs::read_dir(site.path("public")).expect("a site").map(|entry| entry.expect("an entry"));
    for name in top.map(|entry| entry.file_name().into_string().expect("Unicode")) {
        let stem = name.split('.').next().unwrap_or_default();
        let is_dotted = stem.is_empty();
        let is_year = stem.len() == 2 && stem.starts_with('r');
        assert!(is_dotted || is_year || hoshin::source::reserved_part(stem).is_some(), "{name}");
    }
}
