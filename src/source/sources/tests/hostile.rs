//! Hostile and damaged input.

use proptest::prelude::*;

use super::*;

#[test]
fn work_is_bounded() {
    let bomb = format!("a: &a [x]\n{}", (0..500).map(|n| format!("b{n}: [*a, *a]\n")).collect::<String>());
    assert_eq!(in_whole(&bomb), ["a.md:2:7 yaml-alias"]);
    assert_eq!(in_whole(&format!("extra: {}", "[".repeat(10_000))), ["a.md:2:24 yaml-too-complex"]);
    assert_eq!(in_whole(&format!("extra: {}", "[".repeat(50_000))), ["a.md:1:1 front-matter-too-long"]);
    let (_, found) = read(&[("plans.yaml", &format!("plans: {}", "[".repeat(50_000)))]);
    assert_eq!(shown(&found), ["plans.yaml:1:24 yaml-too-complex"]);
    let (_, found) = read(&[("plans.yaml", &format!("plans: [{}", "a,".repeat(60_000)))]);
    assert_eq!(found.len(), 1);
    assert_eq!(found.iter().next().map(|found| found.code.id), Some("yaml-too-complex"));
    let nested: String = (0..100).map(|depth| format!("{}a:\n", " ".repeat(depth))).collect();
    let (_, found) = read(&[("plans.yaml", &nested)]);
    assert!(found.iter().any(|found| found.code.id == "yaml-too-complex"), "{:?}", shown(&found));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_can_be_parsed(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        check_any(&bytes);
    }

    /// Text of characters that matter to YAML and Japanese input methods.
    #[test]
    fn any_likely_text_can_be_parsed(text in "([a-z]{1,3}[:：]? ?|[\\[\\]{},&*!|>'\"%@`#?\\-]|　|\\t|\\r?\\n|---\\n|方針|  |\u{FEFF}){0,60}") {
        check_any(text.as_bytes());
        check_any(format!("---\n{text}\n---\n").as_bytes());
    }
}

/// Parses the bytes as every kind of file. Spans must start and end between characters of their file.
fn check_any(bytes: &[u8]) {
    let (_, found) = parsed(&tree(&[("site.yaml", bytes), ("plans.yaml", bytes), ("a.md", bytes), ("a.yaml", bytes)]));
    for found in &found {
        if let Place::Span(span) = &found.place {
            assert!(span.file.text.get(span.range.clone()).is_some(), "{found:?}");
        }
    }
}
