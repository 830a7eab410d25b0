use super::*;
use crate::corpus::Corpus;
use crate::corpus::testing::{page, site};

const UPPER: &str = "前文。\n\n## 1 甲\n\n(1) 一つ。\n\n(2) 二つ。\n\n## 2 乙\n\n(1) 三つ。\n";
const LOWER: &str = "## 1 丙\n\n- 四つ。\n- 五つ。\n    - 六つ。\n";

fn corpus(sidecar: &str) -> Corpus {
    site(&[
        ("r8/ue.md", &page("R8", "上の方針", UPPER)),
        ("r7/mae.md", &page("R7", "前の方針", UPPER)),
        ("r8/shita.md", &page("R8", "下の方針", LOWER)),
        ("r8/shita.yaml", sidecar),
        ("r8/an.md", &page("R8", "案", UPPER).replace("published", "draft")),
    ])
}

/// 「s1-b1 具体化する r8/ue#s1-1」, with a `*` where the years differ.
fn told(edges: &mut dyn Iterator<Item = &Edge>) -> Vec<String> {
    let one = |edge: &Edge| {
        let mark = if edge.years_differ { " *" } else { "" };
        let Edge { lower, upper, relation, .. } = edge;
        format!("{} {} {}#{}{mark}", lower.position, relation.word(), upper.document.0, upper.position)
    };
    edges.map(one).collect()
}

#[test]
fn every_form_of_implements_is_read() {
    for (written, expected) in [
        ("implements: r8/ue#s1-1", &["s1-b1 関連する r8/ue#s1-1"][..]),
        ("implements: [r8/ue#s1-1, r7/mae#s2-1]", &["s1-b1 関連する r8/ue#s1-1", "s1-b1 関連する r7/mae#s2-1 *"]),
        ("implements: {clause: r8/ue#s2, relation: 具体化する}", &["s1-b1 具体化する r8/ue#s2"]),
        ("implements: [{clause: r8/ue#s2-1, ground: [三つ], note: 注}]", &["s1-b1 関連する r8/ue#s2-1"]),
        ("implements:", &[]),
        ("implements: r8/an#s1-1", &[]),
        ("implements: r8/ue", &[]),
    ] {
        let corpus = corpus(&format!("clauses:\n  s1-b1:\n    {written}\n"));
        assert_eq!(told(&mut corpus.cascade.edges()), expected, "{written}");
    }
}

#[test]
fn a_clause_that_is_not_found_is_a_problem() {
    for (written, expected) in [
        ("r8/ue#s9-1", "Dangling(Some(\"r8/ue#s1\"))"),
        ("r8/uee#s1-1", "Dangling(Some(\"r8/ue#s1-1\"))"),
        ("r8/ue", "Dangling(None)"),
        ("r8/an#s1-1", "Withheld"),
    ] {
        let corpus = corpus(&format!("clauses:\n  s1-b1:\n    implements: {written}\n"));
        let problems: Vec<String> = corpus.cascade.problems().iter().map(|one| format!("{:?}", one.kind)).collect();
        assert_eq!(problems, [expected], "{written}");
    }
}

#[test]
fn a_clause_counts_as_taken_up_with_its_section_and_its_parts() {
    let corpus = corpus(
        "clauses:\n  s1-b2-b1:\n    implements: [r8/ue#s1-1, r8/ue#s2]\nnot_applicable:\n  - clause: r8/ue#s1-2\n    reason: 他部所管\n",
    );
    let fates = |id: &str| -> Vec<String> {
        let answers = Answers::of(&corpus.cascade, &corpus.public[&DocumentId(id.to_owned())]);
        let mark = |is: bool, mark| if is { mark } else { "-" };
        let one = |(clause, fate): &(&crate::policy::Clause, CascadeState)| {
            let (down, up, exempt) = (mark(fate.is_taken_up, "d"), mark(fate.takes_up, "u"), mark(fate.is_exempt, "x"));
            format!("{} {down}{up}{exempt}", clause.position)
        };
        answers.clauses.iter().map(one).collect()
    };
    assert_eq!(fates("r8/ue"), ["s1-1 d--", "s1-2 --x", "s2-1 d--"]);
    assert_eq!(fates("r8/shita"), ["s1-b1 ---", "s1-b2 -u-"]);
    assert_eq!(fates("r7/mae"), ["s1-1 ---", "s1-2 ---", "s2-1 ---"]);
}

#[test]
fn a_loop_is_found_among_drafts_too() {
    let text = page("R8", "環", "(1) 一。\n\n(2) 二。\n\n(3) 三。\n").replace("published", "draft");
    let sidecar = "clauses:\n  s1:\n    implements: r8/wa#s2\n  s2:\n    implements: r8/wa#s1\n";
    let corpus = site(&[("r8/wa.md", &text), ("r8/wa.yaml", sidecar)]);
    let loops: Vec<usize> = corpus.cascade.loops().iter().map(Vec::len).collect();
    assert_eq!(loops, [2]);
    assert_eq!(corpus.cascade.edges().count(), 0);
}
