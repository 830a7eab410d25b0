//! Lines that give a document its form: `記`, `以上`, `別紙`, `附則`, `Schedule 1`.

use crate::japanese::{enclosed_number, is_kanji_numeral, narrow};
use crate::policy::{ANNEX_WORDS, Division, FrameKind, NumberedDivision, numbered_form};

/// The kind of a line that stands alone and gives the document its form.
pub(super) fn kind_of(line: &str) -> Option<FrameKind> {
    let bare: String = line.chars().filter(|c| !c.is_whitespace()).collect();
    match bare.as_str() {
        "記" => Some(FrameKind::Notice),
        "以上" => Some(FrameKind::End),
        _ if is_supplementary(&bare) => Some(FrameKind::Supplementary),
        _ => (is_annex(&bare) || english_annex(line.trim()) == Some("")).then_some(FrameKind::Annex),
    }
}

/// The kind of a heading that gives the document its form. A title may follow the word, after a space.
pub(super) fn heading_kind(heading: &str) -> Option<FrameKind> {
    let heading = heading.trim_start();
    if let Some(title) = english_annex(heading) {
        // 「Annex to the plan」 goes on in small letters.
        return (!title.starts_with(char::is_lowercase)).then_some(FrameKind::Annex);
    }
    let word = heading.split(char::is_whitespace).next().unwrap_or_default();
    match kind_of(heading).or_else(|| kind_of(word)) {
        Some(FrameKind::Notice | FrameKind::End) | None => None,
        annex => annex,
    }
}

/// The title behind `Schedule 1`, `ANNEX A:` or `Appendix`, which may stand without a number.
fn english_annex(line: &str) -> Option<&str> {
    let numbered = NumberedDivision::at(line).filter(|found| found.division == Division::Schedule);
    let rest = match numbered {
        Some(found) => &line[found.length..],
        None => ["Annex", "ANNEX", "Appendix", "APPENDIX"].into_iter().find_map(|word| line.strip_prefix(word))?,
    };
    let title = rest.trim_start_matches([' ', '.', ':', '-', '–', '—']);
    (title.is_empty() || title.len() < rest.len()).then_some(title)
}

/// 附則, in older rules also 付則. Behind it 抄 says that only a part is printed, as in the government's collection of laws.
fn is_supplementary(bare: &str) -> bool {
    let bare = bare.strip_suffix('抄').unwrap_or(bare);
    ["附則", "付則"].iter().any(|word| is_numbered(bare, word, &['（', '(']))
}

fn is_annex(bare: &str) -> bool {
    let inside = bare.strip_prefix(['（', '(']).and_then(|rest| rest.strip_suffix(['）', ')']));
    let is_word = ANNEX_WORDS.iter().any(|word| {
        is_numbered(bare, word, &['（', '(']) || inside.is_some_and(|inside| is_numbered(inside, word, &[]))
    });
    is_word || numbered_form(bare).is_some_and(|length| ends_name(&bare[length..], &['（', '(']))
}

/// `word`, with a number after it (`１`, `第1号`), and from one of `then` on anything.
fn is_numbered(text: &str, word: &str, then: &[char]) -> bool {
    let Some(rest) = text.strip_prefix(word) else { return false };
    let rest = rest.strip_prefix('第').unwrap_or(rest);
    let rest = rest.trim_start_matches(|c: char| {
        narrow(c).is_ascii_digit()
            || is_kanji_numeral(c)
            || enclosed_number(c).is_some()
            || matches!(c, '-' | '－' | 'の')
    });
    let rest = rest.strip_prefix('号').unwrap_or(rest);
    ends_name(rest, then)
}

/// Whether a name ends here, or goes on in brackets from one of `then` to the end.
fn ends_name(rest: &str, then: &[char]) -> bool {
    rest.is_empty() || (rest.starts_with(then) && rest.ends_with(['）', ')']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_give_a_document_its_form_are_recognised() {
        for (line, expected) in [
            ("記", Some(FrameKind::Notice)),
            ("　　記", Some(FrameKind::Notice)),
            ("以上", Some(FrameKind::End)),
            ("以　上", Some(FrameKind::End)),
            ("附則", Some(FrameKind::Supplementary)),
            ("附　則", Some(FrameKind::Supplementary)),
            ("附則（令和8年4月1日）", Some(FrameKind::Supplementary)),
            ("附　則　抄", Some(FrameKind::Supplementary)),
            ("附　則（平成元年3月31日規程第5号）抄", Some(FrameKind::Supplementary)),
            ("付　則", Some(FrameKind::Supplementary)),
            ("付則(平成10年3月31日訓令第5号)", Some(FrameKind::Supplementary)),
            ("別紙", Some(FrameKind::Annex)),
            ("別紙１", Some(FrameKind::Annex)),
            ("別表第1（第3条関係）", Some(FrameKind::Annex)),
            ("様式第1号", Some(FrameKind::Annex)),
            ("別記様式（第6条関係）", Some(FrameKind::Annex)),
            ("第１号様式（第３条関係）", Some(FrameKind::Annex)),
            ("別図", Some(FrameKind::Annex)),
            ("第1号様式による。", None),
            ("第1号", None),
            ("（別紙）", Some(FrameKind::Annex)),
            ("Schedule 1", Some(FrameKind::Annex)),
            ("ANNEX A", Some(FrameKind::Annex)),
            ("Appendix", Some(FrameKind::Annex)),
            ("Appendices", None),
            ("Schedule", None),
            ("Schedule 1 applies to parks.", None),
            ("記入", None),
            ("以上のとおり", None),
            ("別紙のとおり", None),
            ("附則の規定", None),
            ("", None),
        ] {
            assert_eq!(kind_of(line), expected, "{line}");
        }
    }

    #[test]
    fn headings_of_the_form_may_have_a_title() {
        assert_eq!(heading_kind("別紙１ 目標一覧"), Some(FrameKind::Annex));
        assert_eq!(heading_kind("附則"), Some(FrameKind::Supplementary));
        assert_eq!(heading_kind("記"), None, "記 is not a heading");
        assert_eq!(heading_kind("別紙の扱い"), None);
        for (heading, expected) in [
            ("Schedule 1 Fees", Some(FrameKind::Annex)),
            ("Schedule 1: Fees", Some(FrameKind::Annex)),
            ("Annex – Maps", Some(FrameKind::Annex)),
            ("Schedule 1 of the Act", None),
            ("Annex to the plan", None),
            ("Schedule of fees", None),
        ] {
            assert_eq!(heading_kind(heading), expected, "{heading}");
        }
    }
}
