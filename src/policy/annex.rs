//! Words that open an annex: 別紙, 別表第1, 別記様式, 第1号様式.

use crate::japanese::{branch, numeral};

/// The words, longer ones before those they begin with.
///
/// Source: 法制執務研究会編『新訂 ワークブック法制執務 第2版』(2018), 「別表、様式等」; model ordinances of the cities write 別記様式 and 第1号様式.
pub const ANNEX_WORDS: [&str; 7] = ["別記様式", "別紙様式", "別紙", "別表", "別図", "別記", "様式"];

/// The length of the name of a form whose number comes first, in bytes: 第1号様式, 別記第2号様式の3.
#[must_use]
pub fn numbered_form(text: &str) -> Option<usize> {
    let ordinal = text.strip_prefix("別記").unwrap_or(text).strip_prefix('第')?;
    let number = numeral(ordinal.chars())?;
    let rest = ordinal[number.length..].strip_prefix('号')?;
    let rest = without_branches(rest).strip_prefix("様式")?;
    Some(text.len() - without_branches(rest).len())
}

fn without_branches(text: &str) -> &str {
    let mut rest = text;
    while let Some(number) = branch(rest) {
        rest = &rest[number.length..];
    }
    rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_may_have_their_number_first() {
        for (text, expected) in [
            ("第1号様式（第3条関係）", "第1号様式"),
            ("第１号様式の２に", "第１号様式の２"),
            ("第一号の二様式", "第一号の二様式"),
            ("別記第2号様式", "別記第2号様式"),
            ("様式第1号", ""),
            ("第1号の様式", ""),
            ("第1号", ""),
        ] {
            assert_eq!(numbered_form(text).map_or("", |length| &text[..length]), expected, "{text}");
        }
    }
}
