//! Characters without width, where they mean nothing.

use super::Subject;
use super::invisible::{each_invisible, name};
use crate::diagnostic::{Diagnostics, catalogue};

pub(super) fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    each_invisible(
        subject,
        |text, at, c| is_zero_width(c) && !has_meaning(text, at, c),
        |range, c| found.push(subject.at(&range, catalogue::zero_width_character(&name(c)))),
    );
}

fn is_zero_width(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{180e}' | '\u{200b}'..='\u{200d}')
        || matches!(c, '\u{2060}'..='\u{2064}' | '\u{3164}' | '\u{feff}' | '\u{ffa0}')
        || is_variation_selector(c)
        || is_tag(c)
}

/// Whether it joins emoji, chooses a variant of the character before it, or shapes a script that needs it.
fn has_meaning(text: &str, at: usize, c: char) -> bool {
    let Some(before) = text[..at].chars().next_back() else { return false };
    let after = text[at + c.len_utf8()..].chars().next();
    match c {
        '\u{200c}' => is_shaped(before),
        '\u{200d}' => is_shaped(before) || (is_emoji_part(before) && after.is_some_and(is_emoji)),
        '\u{fe00}'..='\u{fe0f}' => is_emoji(before) || is_ideograph(before) || is_keycap_base(before),
        '\u{e0100}'..='\u{e01ef}' => is_ideograph(before),
        _ if is_tag(c) => before == '🏴' || is_tag(before),
        _ => false,
    }
}

fn is_variation_selector(c: char) -> bool {
    matches!(c, '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
}

/// The letters of subdivision flags such as that of Scotland.
fn is_tag(c: char) -> bool {
    matches!(c, '\u{e0020}'..='\u{e007f}')
}

/// The blocks that hold pictographs and signs with an emoji form.
fn is_emoji(c: char) -> bool {
    matches!(c, '\u{a9}' | '\u{ae}' | '\u{203c}'..='\u{2bff}' | '\u{3030}' | '\u{303d}' | '\u{3200}'..='\u{32ff}')
        || matches!(c, '\u{1f000}'..='\u{1faff}')
}

fn is_emoji_part(c: char) -> bool {
    is_emoji(c) || c == '\u{fe0f}'
}

fn is_keycap_base(c: char) -> bool {
    matches!(c, '0'..='9' | '#' | '*')
}

/// Unified and compatibility ideographs, and the signs that stand for one (々〆〇).
fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3005}'..='\u{3007}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// Arabic, Syriac and the scripts of India, where joiners change the form of letters.
fn is_shaped(c: char) -> bool {
    matches!(c, '\u{600}'..='\u{8ff}' | '\u{900}'..='\u{dff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{18af}')
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::testing::lint_text;

    #[test]
    fn zero_width_characters_of_a_text() {
        for (text, expected) in [
            ("葛\u{e0100}飾区、辻\u{e0101}さん、神\u{fe00}社", 0),
            ("👨\u{200d}👩\u{200d}👧、❤\u{fe0f}\u{200d}🔥、1\u{fe0f}⃣、☎\u{fe0f}、㊗\u{fe0f}", 0),
            ("🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}", 0),
            ("می\u{200c}خواهم、क\u{94d}\u{200d}ष", 0),
            ("方針\u{200b}です", 1),
            ("\u{feff}方針", 1),
            ("方\u{200d}針", 1),
            ("方針\u{200d}", 1),
            ("デ\u{fe0f}ータ\u{ad}", 2),
            ("か\u{e0100}", 1),
            ("\u{2060}\u{3164}", 2),
        ] {
            assert_eq!(lint_text(check, text).len(), expected, "{text:?}");
        }
    }
}
