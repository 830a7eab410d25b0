//! Copies of texts for matching: width, spaces and line breaks do not make a clause another one.

use unicode_normalization::UnicodeNormalization;

/// NFKC without spaces. Never shown.
pub(super) fn normalized(text: &str) -> String {
    text.nfkc().filter(|c| !c.is_whitespace()).collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn width_and_spaces_do_not_count() {
        for (text, expected) in [("令和８年 度", "令和8年度"), ("ＡＩ\u{3000}の\n活用", "AIの活用"), ("ｶﾞ", "ガ")]
        {
            assert_eq!(super::normalized(text), expected);
        }
    }
}
