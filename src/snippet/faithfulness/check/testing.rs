//! Helpers for tests of checks: a clause, a post and the codes of its remarks.

use crate::snippet::faithfulness::{Names, SourceClause, SourceContext};

/// The names of the tests.
fn names() -> Names {
    let mut names = Names::default();
    for name in [
        "国分寺市ゼロカーボン行動計画",
        "国分寺市役所ゼロカーボン行動計画",
        "国分寺市ビジョン",
        "第２次国分寺市総合ビジョン",
        "政策経営部",
        "政策部",
    ] {
        names.add([name]);
    }
    names.add_term("LCC", "ライフサイクルコスト");
    names.add_term("BPR", "業務改革");
    names
}

/// The codes of a post's remarks. Only codes in `of` count, so that other checks do not matter.
pub(super) fn codes(clause: &str, post: &str, of: &[&str]) -> Vec<&'static str> {
    let names = names();
    let context = SourceContext { fiscal_year: Some(2026), ..SourceContext::new(&names) };
    let report = SourceClause::new(clause, context).check(post);
    report.remarks.iter().map(|remark| remark.code().id).filter(|id| of.contains(id)).collect()
}

/// Asserts for each row (clause, post, code) that the post gets the code, or none of `of` if the code is empty.
#[track_caller]
pub(super) fn table(of: &[&str], rows: &[(&str, &str, &str)]) {
    for (clause, post, code) in rows {
        let expected: Vec<&str> = if code.is_empty() { vec![] } else { vec![code] };
        assert_eq!(codes(clause, post, of), expected, "{clause} → {post}");
    }
}
