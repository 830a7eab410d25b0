//! Links: the link to the clause stands alone on its line, and every other link comes from the clause.

use super::Remarks;
use crate::diagnostic::catalogue;
use crate::snippet::faithfulness::comparison::Comparison;
use crate::snippet::faithfulness::folded::Folded;

pub(super) fn check(comparison: &Comparison<'_>, remarks: &mut Remarks) {
    let wanted = comparison.source.context.link;
    for range in &comparison.links {
        let link = &comparison.post[range.clone()];
        if wanted != Some(link) && !comparison.source.text.contains(&Folded::new(link, 0).chars) {
            remarks.push(catalogue::post_link_other(link), range.clone());
        }
    }
    if let Some(wanted) = wanted
        && !comparison.post.lines().any(|line| line.trim() == wanted)
    {
        remarks.push(catalogue::post_link_missing(wanted), 0..comparison.post.len());
    }
}

#[cfg(test)]
mod tests {
    use crate::snippet::faithfulness::{Names, SourceClause, SourceContext};

    #[test]
    fn a_missing_or_other_link_is_reported() {
        let names = Names::default();
        let own = "https://example.jp/c/k7f3q/";
        for (link, post, expected) in [
            (Some(own), "本文です。\nhttps://example.jp/c/k7f3q/", vec![]),
            (Some(own), "本文です。", vec!["post-link-missing"]),
            (Some(own), "本文です。https://example.jp/c/k7f3q/", vec!["post-link-missing"]),
            (Some(own), "本文です。\nhttps://example.jp/c/k7f3q/です", vec!["post-link-missing"]),
            (Some(own), "本文です。\nhttps://example.jp/c/k7f3q/\nhttps://example.com/", vec!["post-link-other"]),
            (None, "本文です。\nhttps://example.jp/c/k7f3q/", vec!["post-link-other"]),
            (None, "本文です。", vec![]),
        ] {
            let source = SourceClause::new("本文です。", SourceContext { link, ..SourceContext::new(&names) });
            let codes: Vec<&str> = source.check(post).remarks.iter().map(|remark| remark.code().id).collect();
            assert_eq!(codes, expected, "{post}");
        }
    }
}
