//! The two real documents give no false alarm.

use std::path::Path;

use hoshin::address::Mode;
use hoshin::diagnostic::{Place, Severity};
use hoshin::pipeline::{self, Drafts, Moment, Options, Unobserved};
use hoshin::source;
use jiff::civil::date;

#[test]
fn the_repositorys_own_content_has_no_findings() {
    assert_eq!(told(&[]), [""; 0]);
}

/// Of the abbreviations in the two documents, these four are not explained there; BPR, LCC and PPP/PFI are. The example of
/// objectives is none of the two.
#[test]
fn without_the_terms_four_abbreviations_are_not_explained() {
    assert_eq!(
        told(&["content/terms.yaml"])
            .into_iter()
            .filter(|told| !told.starts_with("content/r8/mokuhyo.md:"))
            .collect::<Vec<_>>(),
        [
            "content/r7/shisei-unei.md:45 略語「OCR」の説明が、この文書にも terms.yaml にもありません",
            "content/r7/shisei-unei.md:45 略語「RPA」の説明が、この文書にも terms.yaml にもありません",
            "content/r8/seisaku-keiei.md:36 略語「SDGs」の説明が、この文書にも terms.yaml にもありません",
            "content/r8/seisaku-keiei.md:48 略語「DX」の説明が、この文書にも terms.yaml にもありません",
        ]
    );
}

/// What is found in the repository's own content without some of its files: `path:line message`.
fn told(without: &[&str]) -> Vec<String> {
    let Ok((mut tree, found)) = source::read_tree(Path::new(env!("CARGO_MANIFEST_DIR"))) else {
        return vec!["the content cannot be read".to_owned()];
    };
    tree.files.retain(|path, _| !without.contains(&path.as_str()));
    let now = Moment::Local(date(2026, 4, 1).at(0, 0, 0, 0));
    let options = Options { now, fails_from: Severity::Info, locks: Mode::Locked, drafts: Drafts::Withheld };
    let outcome = pipeline::run(tree, found, &options, &Unobserved);
    assert!(outcome.artifacts.is_some() || !without.is_empty());
    outcome
        .diagnostics
        .into_iter()
        .map(|found| match &found.place {
            Place::Span(span) => format!("{}:{} {}", span.file.path, span.start().line, found.text.ja),
            Place::File(path) => format!("{path} {}", found.text.ja),
            Place::Site => found.text.ja,
        })
        .collect()
}
