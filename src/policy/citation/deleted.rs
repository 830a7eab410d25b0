//! Articles that are gone and share one clause: `第三条から第五条まで　削除`, `第3条及び第4条　削除`.

use crate::japanese::numeral;
use crate::policy::{Label, LabelKind};

/// The number of the last article for which a clause stands: 5 of `第三条から第五条まで`.
pub(super) fn last_of_range(label: &Label) -> Option<u32> {
    if label.kind != LabelKind::Article {
        return None;
    }
    let mark = label.mark();
    let last = ["から第", "及び第"].into_iter().find_map(|word| mark.split_once(word))?.1;
    numeral(last.chars()).map(|number| number.value)
}

/// The numbers of the articles behind the first for which a clause stands.
pub(super) fn further_articles(label: &Label) -> impl Iterator<Item = u32> {
    /// More articles than any clause stands for.
    const MOST: usize = 500;
    let first = label.value.first().copied().unwrap_or(u32::MAX);
    let last = last_of_range(label).unwrap_or(0);
    (first.saturating_add(1)..=last).take(MOST)
}
