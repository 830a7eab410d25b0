//! Labels that begin with 第: `第1条の2`, `第一章`, `第2`.

use super::{Follower, LabelForm, LineKind, Strength, branches, is_space, label_number};
use crate::japanese::Numeral;
use crate::policy::LabelKind;

/// `第1`, `第1条の2`, `第一章`.
pub(super) fn ordinal(text: &str, line_kind: LineKind) -> Option<LabelForm> {
    let start = '第'.len_utf8();
    let Numeral { value, length, .. } = label_number(&text[start..])?;
    let counter_at = start + length;
    let counter = text[counter_at..].chars().next();
    let kind = match counter {
        Some('編') => LabelKind::Part,
        Some('章') => LabelKind::Chapter,
        Some('節') => LabelKind::ChapterSection,
        Some('款') => LabelKind::ChapterSubsection,
        Some('目') => LabelKind::ChapterDivision,
        Some('条') => LabelKind::Article,
        Some('項') => LabelKind::ArticleParagraph,
        _ => LabelKind::Ordinal,
    };
    let counter_length = if kind == LabelKind::Ordinal { 0 } else { counter.map_or(0, char::len_utf8) };
    let counter_end = counter_at + counter_length;
    let (branches, branch_length) = branches(&text[counter_end..]);
    let is_title = line_kind == LineKind::Heading
        && matches!(kind, LabelKind::Part | LabelKind::Chapter | LabelKind::ChapterSection);
    let then = if is_title { Follower::Text } else { Follower::SpaceBracketOrColon };
    let end = counter_end + branch_length;
    let length = end + deleted_range(&text[end..], kind).unwrap_or(0);
    let value = std::iter::once(value).chain(branches).collect();
    Some(LabelForm { kind, value, length, then, strength: Strength::Strong })
}

/// The rest of `第3条から第5条まで　削除` and `第3条及び第4条　削除`: one clause that holds the places of articles that are gone.
fn deleted_range(text: &str, kind: LabelKind) -> Option<usize> {
    let (last, end) = match (text.strip_prefix("から第"), text.strip_prefix("及び第")) {
        _ if kind != LabelKind::Article => return None,
        (Some(last), _) => (last, "まで"),
        (None, last) => (last?, ""),
    };
    let number = &last[label_number(last)?.length..];
    let rest = number.strip_prefix('条')?;
    let rest = rest[branches(rest).1..].strip_prefix(end)?;
    let says_so = rest.trim_matches(is_space).trim_end_matches('。') == "削除";
    says_so.then_some(text.len() - rest.len())
}
