//! Hashtags: each stands free, is more than digits, contains no sentence, and is in the agreed list.

use super::Remarks;
use crate::diagnostic::catalogue;
use crate::snippet::faithfulness::comparison::Comparison;

/// A tag with one of these and at least [`SENTENCE`] characters is a sentence that follows `#` without a space.
const PARTICLES: &[char] = &['を', 'は', 'が', 'へ'];
const SENTENCE: usize = 8;

pub(super) fn check(comparison: &Comparison<'_>, remarks: &mut Remarks) {
    let agreed = comparison.source.context.tags;
    for tag in &comparison.tags {
        let word = comparison.post[tag.range.clone()].trim_start_matches(['#', '＃']);
        let is_sentence = word.chars().count() >= SENTENCE && word.contains(PARTICLES);
        if tag.glued || is_sentence || word.chars().all(char::is_numeric) {
            remarks.push(catalogue::post_tag(word), tag.range.clone());
        } else if !agreed.is_empty() && !agreed.contains(&word) {
            remarks.push(catalogue::post_tag_unknown(word), tag.range.clone());
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::snippet::faithfulness::{Names, SourceClause, SourceContext};

    #[test]
    fn a_tag_that_touches_text_or_is_not_agreed_is_reported() {
        let names = Names::default();
        for (post, expected) in [
            ("本文です。\n#国分寺市", vec![]),
            ("本文です。#国分寺市", vec!["post-tag"]),
            ("本文です。\n#2026", vec!["post-tag"]),
            ("本文です。\n#国分寺市の方針を公開", vec!["post-tag"]),
            ("本文です。\n#無料", vec!["post-tag-unknown"]),
        ] {
            let source =
                SourceClause::new("本文です。", SourceContext { tags: &["国分寺市"], ..SourceContext::new(&names) });
            let codes: Vec<&str> = source.check(post).remarks.iter().map(|remark| remark.code().id).collect();
            assert_eq!(codes, expected, "{post}");
        }
    }
}
