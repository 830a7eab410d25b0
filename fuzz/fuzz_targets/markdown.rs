//! Markdown to clause tree, and on to a site: no character of the text is lost, positions are distinct, nothing panics.

#![no_main]

use hoshin::diagnostic::Diagnostics;
use hoshin::pipeline::{self, Unobserved};
use hoshin_fuzz::{
    FRONT_MATTER, SITE, assert_distinct_positions, assert_findings_in_file, body, japanese, options, shown, tree,
};
use libfuzzer_sys::fuzz_target;

/// Signs behind which text may rightly not be shown: destinations, names of notes and links, ruby, surplus cells, anchors.
const MARKUP: [char; 8] = ['[', '<', '&', '\\', '`', '~', '{', '|'];

fuzz_target!(|data: &[u8]| {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let (body, found) = body(text);
    assert_distinct_positions(&body);
    assert_findings_in_file(&found);
    if !text.contains(MARKUP) {
        assert_eq!(japanese(&shown(&body)), japanese(text), "characters were lost or doubled");
    }
    // A site takes a hundred times as long as a tree.
    if data.len() % 64 == 0 {
        let document = format!("{FRONT_MATTER}{text}");
        let tree = tree(&[("site.yaml", SITE.as_bytes()), ("r8/a.md", document.as_bytes())]);
        let outcome = pipeline::gather(tree, Diagnostics::default(), &options(), &Unobserved);
        if let Ok(gathered) = outcome {
            let found = hoshin::check::run(&gathered.corpus, &mut hoshin::check::CheckMemory::default());
            assert_findings_in_file(&found);
        }
    }
    if data.len() % 1024 == 1023 {
        let document = format!("{FRONT_MATTER}{text}");
        let tree = tree(&[("site.yaml", SITE.as_bytes()), ("r8/a.md", document.as_bytes())]);
        assert_findings_in_file(&pipeline::run(tree, Diagnostics::default(), &options(), &Unobserved).diagnostics);
    }
});
