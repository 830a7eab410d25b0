//! Characters that not every system has: those outside JIS X 0208.

use std::fmt::Write as _;

/// JIS X 0208, as a set.
pub(super) struct Jis {
    known: Vec<u64>,
}

impl Jis {
    /// Every cell of the 94 rows, but for rows 9–15 and those from 85 on, which the standard leaves free: what vendors put
    /// there (①, Ⅱ, ㈱, 髙) is what depends on the platform.
    pub(super) fn new() -> Self {
        let mut jis = Self { known: vec![0; 1 << 10] };
        for row in (1..=8).chain(16..=84) {
            for cell in 1..=94 {
                let bytes = [0xa0 + row, 0xa0 + cell];
                let (text, has_errors) = encoding_rs::EUC_JP.decode_without_bom_handling(&bytes);
                if !has_errors {
                    text.chars().for_each(|c| jis.add(c));
                }
            }
        }
        // Signs that systems map in two ways: both are in use, and both are shown everywhere.
        "－―～∥¢£¬−—〜‖".chars().for_each(|c| jis.add(c));
        jis
    }

    fn add(&mut self, c: char) {
        let code = c as usize;
        if let Some(word) = self.known.get_mut(code / 64) {
            *word |= 1 << (code % 64);
        }
    }

    fn has(&self, c: char) -> bool {
        let code = c as usize;
        c.is_ascii() || self.known.get(code / 64).is_some_and(|word| word >> (code % 64) & 1 == 1)
    }

    /// The characters of a text that are not in it, each once, by code point: `U+2161 U+9AD9`.
    pub(super) fn outside(&self, text: &str) -> String {
        let mut found: Vec<char> = text.chars().filter(|c| !self.has(*c)).collect();
        found.sort_unstable();
        found.dedup();
        let mut out = String::new();
        for c in found {
            let gap = if out.is_empty() { "" } else { " " };
            let _ = write!(out, "{gap}U+{:04X}", u32::from(c));
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::Jis;

    #[test]
    fn what_vendors_added_is_outside() {
        let jis = Jis::new();
        for (text, expected) in [
            ("市政運営の基本方針（１）Ａ・ア、", ""),
            ("第Ⅱ期", "U+2161"),
            ("髙橋と𠮷田", "U+9AD9 U+20BB7"),
            ("①㈱①", "U+2460 U+3231"),
            ("ｶﾅ", "U+FF76 U+FF85"),
            ("ＡＩ－ＯＣＲ～", ""),
            ("", ""),
        ] {
            assert_eq!(jis.outside(text), expected, "{text}");
        }
    }
}
