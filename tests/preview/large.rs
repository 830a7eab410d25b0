//! Pages of a large site are rendered on demand. They have the same bytes, and errors are reported at once.

use std::collections::BTreeMap;
use std::sync::Arc;

use hoshin::diagnostic::{Diagnostics, Severity};
use hoshin::pipeline::{self, Moment, Unobserved};
use hoshin::preview::{Session, Settings, Snapshot};
use hoshin::source::Tree;

use crate::kit::{SITE, titled};
use crate::same::{NOW, options};

/// A site with too many documents to render all pages at once.
fn large_site() -> Tree {
    let site = format!("{SITE}logo: {{file: zu/logo.png}}\n");
    let mut files = BTreeMap::from([("content/site.yaml".to_owned(), site.into_bytes().into())]);
    for number in 0..60 {
        let body = format!(
            "# 方針{number}\n\n![図{number}](/zu/{}.png)\n\n[[r8/d{}]] と「方針{}」を参照します。\n",
            number % 2,
            (number + 3) % 60 / 3 * 3 + 1,
            (number + 2) % 60
        );
        let text = titled(
            &format!("方針{number}"),
            if number % 3 == 0 { "status: draft" } else { "status: published" },
            &body,
        );
        files.insert(format!("content/r8/d{number}.md"), text.into_bytes().into());
    }
    for picture in ["0", "1", "logo", "unused"] {
        files.insert(format!("content/zu/{picture}.png"), picture.as_bytes().into());
    }
    Tree { files, ..Tree::default() }
}

fn session() -> Session {
    Session::new(Settings { now: Some(Moment::Instant(NOW)), fails_from: Severity::Error })
}

fn step(session: &mut Session, tree: &Tree) -> Arc<Snapshot> {
    session.step(tree, &Diagnostics::default(), NOW)
}

#[test]
fn a_page_rendered_by_itself_has_the_same_bytes() {
    let tree = large_site();
    let snapshot = step(&mut session(), &tree);
    let fresh = pipeline::run(tree, Diagnostics::default(), &options(NOW), &Unobserved).artifacts.unwrap();
    let mut alone = 0;
    // A page that counts all documents needs all of them.
    let is_alone = |path: &str| {
        (path.ends_with("index.html") && !["c/", "search/", "data/"].iter().any(|folder| path.starts_with(folder)))
            || path == "404.html"
            || path.starts_with("assets/")
    };
    assert_eq!(
        snapshot.file("zu/logo.png").as_deref(),
        Some(b"logo".as_slice()),
        "every page shows it, asked for or not"
    );
    assert!(!snapshot.is_complete());
    // Then the files that the pages show.
    let pages = fresh.iter().filter(|(path, _)| is_alone(path));
    for (path, bytes) in pages.chain(fresh.iter().filter(|(path, _)| path.ends_with(".png"))) {
        assert_eq!(snapshot.file(path).as_deref(), Some(&*bytes), "{path}");
        assert!(!snapshot.is_complete(), "{path} needs no other page");
        alone += usize::from(!path.starts_with("assets/"));
    }
    assert_eq!(
        alone, 67,
        "60 documents, a year, the list of years, the home page, the one for what is not there, 2 pictures, the logo"
    );
    assert_eq!(snapshot.file("zu/unused.png"), None, "what no page shows is no part of the site");
    for (path, bytes) in fresh.iter() {
        assert_eq!(snapshot.file(path).as_deref(), Some(&*bytes), "{path}");
    }
}

/// The templates of a theme are tried on a sample of documents before its pages are shown.
#[test]
fn a_broken_template_is_reported_at_once_for_every_kind_of_page() {
    let template = |name: &str| format!("themes/default/templates/{name}");
    for (name, why) in [
        ("home.html", "the first page"),
        ("document.html", "the documents"),
        ("clause.html", "pages of clauses, which nobody has asked for"),
        ("search.html", "a page that needs all others"),
    ] {
        let (mut tree, mut session) = (large_site(), session());
        let first = step(&mut session, &tree);
        tree.files.insert(template(name), b"{{ nothing.at.all }}".as_slice().into());
        let broken = step(&mut session, &tree);
        let fresh = pipeline::run(tree.clone(), Diagnostics::default(), &options(NOW), &Unobserved);
        assert!(fresh.artifacts.is_none(), "{why}");
        assert!(!broken.is_good, "{why}");
        assert_eq!(broken.survey.diagnostics, fresh.diagnostics, "{why}");
        assert_eq!(broken.file("r8/d7/index.html"), first.file("r8/d7/index.html"), "{why}: the last good page stays");
        // After the theme is mended, only the pages asked for are rendered.
        tree.files.remove(&template(name));
        let mended = step(&mut session, &tree);
        assert!(mended.is_good && !mended.is_complete(), "{why}");
    }
}
