//! YAML of every kind: the first byte chooses the file. Findings lie at whole characters; nothing panics.

#![no_main]

use hoshin::source::{self, SourceMemory};
use hoshin_fuzz::{FRONT_MATTER, SITE, assert_findings_in_file, tree};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let Some((kind, yaml)) = data.split_first() else { return };
    let document = [FRONT_MATTER.as_bytes(), "本文\n".as_bytes()].concat();
    let front_matter = [b"---\n", yaml, b"\n---\n"].concat();
    let site = ("site.yaml", SITE.as_bytes());
    let tree = match kind % 6 {
        0 => tree(&[("site.yaml", yaml), ("r8/a.md", &document)]),
        1 => tree(&[site, ("r8/a.md", &front_matter)]),
        2 => tree(&[site, ("r8/a.md", &document), ("r8/a.yaml", yaml)]),
        3 => tree(&[site, ("r8/a.md", &document), ("organizations.yaml", yaml)]),
        4 => tree(&[site, ("r8/a.md", &document), ("plans.yaml", yaml)]),
        _ => tree(&[site, ("r8/a.md", &document), ("terms.yaml", yaml)]),
    };
    let (_, found) = source::parse(&tree, &mut SourceMemory::default());
    assert_findings_in_file(&found);
});
