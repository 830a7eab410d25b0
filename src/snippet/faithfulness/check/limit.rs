//! Words that limit: 実質ゼロ is not ゼロ, 一部の事業 is not 事業, and a list with 等 is open. A post that keeps the limited words keeps the
//! limit.

use super::Remarks;
use crate::diagnostic::catalogue;
use crate::snippet::faithfulness::comparison::Comparison;
use crate::snippet::faithfulness::folded::is_content;
use crate::snippet::faithfulness::lexicon::{Class, Mark};

/// The largest distance from a limiting word to the limited word: 一部の事業.
const NEAR: usize = 3;

pub(super) fn check(comparison: &Comparison<'_>, remarks: &mut Remarks) {
    let keeps_list_open = comparison.has_class(Class::Loose);
    for mark in &comparison.source.text.marks {
        let opens_list = mark.class == Class::Loose;
        let kept = if opens_list { keeps_list_open } else { comparison.has_group(mark.group) };
        let Some(limited) = limited(comparison, mark).filter(|_| !kept && !comparison.keeps_any(mark)) else {
            continue;
        };
        if let Some(text) = comparison.reworded_from(limited..limited + 1).next() {
            let word = comparison.source.text.string(mark.range());
            let finding = if opens_list { catalogue::post_open_list(&word) } else { catalogue::post_limit(&word) };
            remarks.push(finding, text.range.clone());
        }
    }
}

/// A limited character of the clause that the post keeps.
fn limited(comparison: &Comparison<'_>, mark: &Mark) -> Option<usize> {
    let chars = comparison.source.text.chars();
    let kept = |at: &usize| is_content(chars[*at]) && comparison.keeps(*at);
    match mark.class {
        Class::LimitNext => (mark.end..chars.len().min(mark.end + NEAR)).find(|at| is_content(chars[*at])).filter(kept),
        Class::LimitRest => {
            let part = comparison.source.part_at(mark.start);
            (comparison.kept_content(mark.end..part.end, mark) >= 2).then(|| (mark.end..part.end).find(kept)).flatten()
        }
        Class::LimitBefore | Class::Loose => mark.start.checked_sub(1).filter(kept),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::table;

    #[test]
    fn a_dropped_limit_is_reported() {
        table(
            &["post-limit", "post-open-list"],
            &[
                ("排出量を実質ゼロとする。", "排出量をゼロとします。", "post-limit"),
                ("排出量を実質ゼロとする。", "排出量を実質ゼロとします。", ""),
                ("一部の事業を見直すこと。", "事業を見直します。", "post-limit"),
                ("必要に応じて事業を見直すこと。", "事業を見直します。", "post-limit"),
                ("職員のみ利用すること。", "職員が利用します。", "post-limit"),
                ("市報やSNS等を生かすこと。", "市報やSNSを生かします。", "post-open-list"),
                ("市報やSNS等を生かすこと。", "市報やSNSなどを生かします。", ""),
                ("市報やSNS等を生かすこと。", "市報を生かします。", ""),
            ],
        );
    }
}
