//! Comparing what is printed with what is stated: widths and spaces do not matter.

use unicode_normalization::UnicodeNormalization;

/// A copy for comparing: NFKC, without spaces.
pub(super) fn squeezed(text: &str) -> String {
    text.nfkc().filter(|c| !c.is_whitespace()).collect()
}
