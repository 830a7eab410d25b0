//! Hashtags: each stands free, is more than digits, does not swallow a sentence, and is one of those agreed upon.

use super::Found;
use crate::diagnostic::catalogue;
use crate::snippet::faithfulness::reading::Reading;

/// A tag with one of these and at least [`SENTENCE`] characters is a sentence that follows `#` without a space.
const PARTICLES: &[char] = &['を', 'は', 'が', 'へ'];
const SENTENCE: usize = 8;

pub(super) fn check(reading: &Reading<'_>, found: &mut Found) {
    let agreed = reading.source.setting.tags;
    for tag in &reading.tags {
        let word = reading.post[tag.range.clone()].trim_start_matches(['#', '＃']);
        let swallows = word.chars().count() >= SENTENCE && word.contains(PARTICLES);
        if tag.glued || swallows || word.chars().all(char::is_numeric) {
            found.push(catalogue::post_tag(word), tag.range.clone());
        } else if !agreed.is_empty() && !agreed.contains(&word) {
            found.push(catalogue::post_tag_unknown(word), tag.range.clone());
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::snippet::faithfulness::{Names, Setting, Source};

    #[test]
    fn tags_stand_free_and_are_agreed_upon() {
        let names = Names::default();
        for (post, expected) in [
            ("本文です。\n#国分寺市", vec![]),
            ("本文です。#国分寺市", vec!["post-tag"]),
            ("本文です。\n#2026", vec!["post-tag"]),
            ("本文です。\n#国分寺市の方針を公開", vec!["post-tag"]),
            ("本文です。\n#無料", vec!["post-tag-unknown"]),
        ] {
            let source = Source::new("本文です。", Setting { tags: &["国分寺市"], ..Setting::new(&names) });
            let codes: Vec<&str> = source.check(post).remarks.iter().map(|remark| remark.code().id).collect();
            assert_eq!(codes, expected, "{post}");
        }
    }
}
