//! Words that limit: 実質ゼロ is not ゼロ, 一部の事業 are not the 事業, and a list with 等 is open. A post that keeps the limited words keeps
//! the limit.

use super::Found;
use crate::diagnostic::catalogue;
use crate::snippet::faithfulness::folded::is_content;
use crate::snippet::faithfulness::lexicon::{Class, Mark};
use crate::snippet::faithfulness::reading::Reading;

/// How far the limited word may stand from what limits it: 一部の事業.
const NEAR: usize = 3;

pub(super) fn check(reading: &Reading<'_>, found: &mut Found) {
    let loose = reading.has_class(Class::Loose);
    for mark in &reading.source.text.marks {
        let open = mark.class == Class::Loose;
        let kept = if open { loose } else { reading.has_group(mark.group) };
        let Some(limited) =
            limited(reading, mark).filter(|_| !kept && !(mark.start..mark.end).any(|at| reading.keeps(at)))
        else {
            continue;
        };
        if let Some(unit) = reading.unit_from(limited..limited + 1) {
            let word = reading.source.text.text(mark.start, mark.end);
            let finding = if open { catalogue::post_open_list(&word) } else { catalogue::post_limit(&word) };
            found.push(finding, unit.range.clone());
        }
    }
}

/// A character of what a word limits, if the post has it.
fn limited(reading: &Reading<'_>, mark: &Mark) -> Option<usize> {
    let chars = reading.source.text.chars();
    let kept = |at: &usize| is_content(chars[*at]) && reading.keeps(*at);
    match mark.class {
        Class::LimitNext => (mark.end..chars.len().min(mark.end + NEAR)).find(|at| is_content(chars[*at])).filter(kept),
        Class::LimitRest => {
            let part = reading.source.part_at(mark.start);
            (reading.kept_content(mark.end..part.end, mark) >= 2).then(|| (mark.end..part.end).find(kept)).flatten()
        }
        Class::LimitBefore | Class::Loose => mark.start.checked_sub(1).filter(kept),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::table;

    #[test]
    fn limits_stay() {
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
