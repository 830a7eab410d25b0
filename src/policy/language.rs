//! Language tags.

/// Whether a word has the form of a language tag: `en`, `ja-Latn`, `zh-Hant-TW` (BCP 47: parts of 1–8 ASCII letters and
/// digits, the first one of letters). Whether the language exists is not known here.
#[must_use]
pub fn is_language_tag(tag: &str) -> bool {
    let part = |part: &str| matches!(part.len(), 1..=8) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let primary = primary_language(tag);
    tag.split('-').all(part) && primary.len() >= 2 && primary.bytes().all(|byte| byte.is_ascii_alphabetic())
}

/// The language itself, without script and region: `zh` of `zh-Hant-TW`.
#[must_use]
pub fn primary_language(tag: &str) -> &str {
    tag.split('-').next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_form_of_a_tag() {
        for (tag, expected) in [
            ("ja", true),
            ("en-GB", true),
            ("zh-Hant-TW", true),
            ("ja-easy", true),
            ("", false),
            ("e", false),
            ("en_GB", false),
            ("en-", false),
            ("日本語", false),
            ("12", false),
            ("japaneselanguage", false),
        ] {
            assert_eq!(is_language_tag(tag), expected, "{tag}");
        }
        assert_eq!(primary_language("zh-Hant-TW"), "zh");
    }
}
