//! The two real documents give no false alarm.

use std::path::Path;

use hoshin::address::Mode;
use hoshin::diagnostic::{Place, Severity};
use hoshin::pipeline::{self, Moment, Options, Unobserved};
use hoshin::source;
use jiff::civil::date;

#[test]
fn the_repositorys_own_content_has_no_findings() {
    let (tree, found) = source::read_tree(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
    let now = Moment::Local(date(2026, 4, 1).at(0, 0, 0, 0));
    let options = Options { now, fails_from: Severity::Info, locks: Mode::Locked };
    let outcome = pipeline::run(tree, found, &options, &Unobserved);
    let told: Vec<String> = outcome
        .diagnostics
        .into_iter()
        .map(|found| match &found.place {
            Place::Span(span) => format!("{}:{} {}", span.file.path, span.start().line, found.text.ja),
            Place::File(path) => format!("{path} {}", found.text.ja),
            Place::Site => found.text.ja,
        })
        .collect();
    assert_eq!(told, [""; 0]);
    assert!(outcome.artifacts.is_some());
}
