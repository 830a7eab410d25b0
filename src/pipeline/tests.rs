//! The pipeline from bytes to bytes, without a disk.

use std::sync::atomic::{AtomicUsize, Ordering};

use super::*;

const SITE: &str = "title: 試験市の方針\ncity: 試験市\nbase_url: https://www.example.jp/\n";

fn tree(files: &[(&str, &str)]) -> Tree {
    let mut tree = Tree::default();
    for (path, text) in files {
        tree.files.insert((*path).to_owned(), text.as_bytes().into());
    }
    tree
}

fn document(more: &str) -> String {
    format!("---\ntitle: 令和8年度の方針\nkind: 計画\nfiscal_year: R8\n{more}\n---\n\n本文です。\n")
}

fn options(now: &str) -> Options {
    Options {
        now: Moment::Instant(now.parse().unwrap()),
        fails_from: Severity::Error,
        locks: address::Mode::Record,
        drafts: Drafts::Withheld,
    }
}

#[test]
fn a_local_time_is_read_in_the_time_zone_of_the_site() {
    let local = Moment::Local(civil::date(2026, 4, 1).at(9, 0, 0, 0));
    assert_eq!(local.in_zone(&TimeZone::get("Asia/Tokyo").unwrap()).to_string(), "2026-04-01T00:00:00Z");
    assert_eq!(local.in_zone(&TimeZone::UTC).to_string(), "2026-04-01T09:00:00Z");
    let skipped = Moment::Local(civil::date(2026, 3, 29).at(2, 30, 0, 0));
    assert_eq!(skipped.in_zone(&TimeZone::get("Europe/Berlin").unwrap()).to_string(), "2026-03-29T01:30:00Z");
}

#[test]
fn an_outcome_is_valid_until_the_next_publication() {
    let tree = tree(&[
        ("content/site.yaml", SITE),
        ("content/a.md", &document("status: published\npublish_at: 2026-06-01")),
        ("content/b.md", &document("status: published\npublish_at: 2026-05-01")),
        ("content/c.md", &document("status: draft\npublish_at: 2026-04-02")),
    ]);
    let validity = |now: &str| run(tree.clone(), Diagnostics::default(), &options(now), &Unobserved).validity;
    let until = |now: &str| validity(now).until.map(|until| until.to_string());
    assert_eq!(until("2026-04-01T00:00:00Z").as_deref(), Some("2026-04-30T15:00:00Z"));
    assert_eq!(until("2026-04-30T15:00:00Z").as_deref(), Some("2026-05-31T15:00:00Z"));
    assert_eq!(until("2026-06-01T00:00:00Z"), None);
}

#[test]
fn a_finding_of_reading_stops_publication() {
    let tree = tree(&[("content/site.yaml", SITE), ("content/a.md", &document("status: published"))]);
    let found = crate::diagnostic::catalogue::not_utf8().in_file("content/b.md");
    let outcome = run(tree, [found].into_iter().collect(), &options("2026-04-01T00:00:00Z"), &Unobserved);
    assert!(outcome.artifacts.is_none());
    let fates: Vec<_> = outcome.accounts.0.iter().map(|(path, fate)| (path.as_str(), *fate)).collect();
    assert_eq!(
        fates,
        [("content/a.md", FileFate::Public), ("content/b.md", FileFate::Broken), ("content/site.yaml", FileFate::Data)]
    );
}

#[test]
fn without_a_site_file_nothing_is_made_and_every_file_has_a_fate() {
    let tree = tree(&[("content/a.md", &document("status: published"))]);
    let outcome = run(tree.clone(), Diagnostics::default(), &options("2026-04-01T00:00:00Z"), &Unobserved);
    assert!(outcome.artifacts.is_none());
    assert!(outcome.diagnostics.has_errors());
    assert_eq!(outcome.accounts.0.get("content/a.md"), Some(&FileFate::Unread));
}

#[test]
fn an_observer_sees_every_document() {
    #[derive(Default)]
    struct CountingObserver(AtomicUsize, AtomicUsize);
    impl Observer for CountingObserver {
        fn begin(&self, _: Stage, _: usize) {
            self.0.fetch_add(1, Ordering::Relaxed);
        }
        fn step(&self) {
            self.1.fetch_add(1, Ordering::Relaxed);
        }
    }
    let tree = tree(&[
        ("content/site.yaml", SITE),
        ("content/a.md", &document("status: published")),
        ("content/b.md", &document("status: draft")),
    ]);
    let counter = CountingObserver::default();
    let outcome = run(tree.clone(), Diagnostics::default(), &options("2026-04-01T00:00:00Z"), &counter);
    assert!(outcome.artifacts.is_some());
    assert_eq!((counter.0.into_inner(), counter.1.into_inner()), (3, 2));
    assert_eq!(outcome.work.documents_parsed, 2);
}
