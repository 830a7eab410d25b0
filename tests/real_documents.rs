//! The two real documents give no false alarm.

use std::collections::BTreeMap;
use std::path::Path;

use hoshin::address::assign_positions;
use hoshin::check;
use hoshin::corpus::link;
use hoshin::diagnostic::Place;
use hoshin::markdown::{self, LetterheadHints};
use hoshin::source;

#[test]
fn the_repositorys_own_content_has_no_findings() {
    let (tree, mut found) = source::read_tree(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
    let (sources, more) = source::parse(&tree);
    found.extend(more);
    let sources = sources.unwrap();
    let mut bodies = BTreeMap::new();
    for (id, document) in &sources.documents {
        let issuer = document.meta.issuer.as_ref().and_then(|issuer| issuer.as_printed.as_ref());
        let hints =
            LetterheadHints { title: &document.meta.title.value, issuer: issuer.map(|line| line.value.as_str()) };
        let (body, more) = markdown::parse(&document.source, document.body_start, &hints);
        found.extend(more);
        bodies.insert(id.clone(), assign_positions(body));
    }
    let corpus = link(sources, bodies, "2026-04-01T00:00:00Z".parse().unwrap());
    found.extend(check::run(&corpus));
    let told: Vec<String> = found
        .sorted()
        .into_iter()
        .map(|found| match &found.place {
            Place::Span(span) => format!("{}:{} {}", span.file.path, span.start().line, found.text.ja),
            Place::File(path) => format!("{path} {}", found.text.ja),
            Place::Site => found.text.ja,
        })
        .collect();
    assert_eq!(told, [""; 0]);
    assert_eq!(corpus.public.len(), 2);
}
