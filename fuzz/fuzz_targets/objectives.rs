//! A table of objectives that comes back from a spreadsheet: nothing panics, and an export that comes back unchanged changes nothing.

#![no_main]

use std::sync::OnceLock;

use hoshin::corpus::Corpus;
use hoshin::diagnostic::{Diagnostics, SourceFile};
use hoshin::ledger::{Encoding, decode, encode, export, import};
use hoshin::pipeline::{self, Unobserved};
use hoshin_fuzz::{FRONT_MATTER, SITE, options, tree};
use libfuzzer_sys::fuzz_target;

const OBJECTIVES: &str = "## 1 待機児童\n\n```objective\nindicators:\n  - name: 待機児童数\n    unit: 人\n    direction: down\n    \
    baseline: {on: 2025-04-01, value: 12}\n    target: {by: 2028-03-31, value: 0}\n    actuals:\n      - {on: 2026-04-01, value: 8}\n```\n";

static SITES: OnceLock<Corpus> = OnceLock::new();

fn corpus() -> Corpus {
    let document = format!("{FRONT_MATTER}{OBJECTIVES}");
    let tree = tree(&[("site.yaml", SITE.as_bytes()), ("r8/a.md", document.as_bytes())]);
    let Ok(gathered) = pipeline::gather(tree, Diagnostics::default(), &options(), &Unobserved) else {
        panic!("the site of the target cannot be read");
    };
    let corpus = gathered.corpus;
    let documents: Vec<_> = corpus.documents().collect();
    let rows = export(&corpus, &documents);
    assert!(!rows.is_empty(), "the site of the target has no objectives");
    let Ok(bytes) = encode(&rows, Encoding::Utf8) else { panic!("the export cannot be written") };
    let Ok((text, encoding)) = decode(&bytes) else { panic!("the export cannot be read") };
    match import(&corpus, &SourceFile::new("table.csv", &*text), encoding) {
        Ok((amended, _)) => assert_eq!(amended, [], "an unchanged table changes something"),
        Err(found) => panic!("an unchanged table is refused: {found:?}"),
    }
    corpus
}

fuzz_target!(|data: &[u8]| {
    let corpus = SITES.get_or_init(corpus);
    let Ok((text, encoding)) = decode(data) else { return };
    let _ = import(corpus, &SourceFile::new("table.csv", &*text), encoding);
});
