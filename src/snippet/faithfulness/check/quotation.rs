//! Quotations: what stands in 「」 or 『』 must stand in the clause, and a quotation of the clause must be whole.

use super::Found;
use crate::diagnostic::catalogue;
use crate::snippet::faithfulness::passage::find;
use crate::snippet::faithfulness::reading::Reading;

pub(super) fn check(reading: &Reading<'_>, found: &mut Found) {
    for unit in &reading.units {
        for (start, end) in quotations(unit.text.chars()) {
            let words = &unit.text.chars()[start..end];
            if !words.is_empty() && !may_be_quoted(reading, words) {
                found.push(catalogue::post_quotation(&unit.text.text(start, end)), unit.bytes(start - 1, end + 1));
            }
        }
    }
}

/// The insides of outermost quotations.
fn quotations(chars: &[char]) -> Vec<(usize, usize)> {
    let (mut found, mut open) = (Vec::new(), Vec::new());
    for (at, c) in chars.iter().enumerate() {
        match c {
            '「' | '『' => open.push(at + 1),
            '」' | '』' => {
                if let Some(start) = open.pop().filter(|_| open.is_empty()) {
                    found.push((start, at));
                }
            }
            _ => {}
        }
    }
    found
}

/// Whether words are a whole quotation of the clause, or words of it outside quotations, or stand above it, or are a known
/// name (which another check compares).
fn may_be_quoted(reading: &Reading<'_>, words: &[char]) -> bool {
    let source = reading.source;
    let names =
        || source.setting.names.in_text(words).iter().any(|name| name.end - name.start == words.len() && !name.term);
    occurs_whole(source.text.chars(), words) || source.above.contains(words) || names()
}

fn occurs_whole(clause: &[char], words: &[char]) -> bool {
    let mut offset = 0;
    while let Some(at) = find(&clause[offset..], words).map(|at| at + offset) {
        let whole = at > 0
            && matches!(clause[at - 1], '「' | '『')
            && matches!(clause.get(at + words.len()), Some('」' | '』'));
        if whole || depth(&clause[..at]) == 0 {
            return true;
        }
        offset = at + 1;
    }
    false
}

/// How many quotations are open after these characters.
fn depth(chars: &[char]) -> usize {
    chars.iter().fold(0, |depth: usize, c| match c {
        '「' | '『' => depth + 1,
        '」' | '』' => depth.saturating_sub(1),
        _ => depth,
    })
}

#[cfg(test)]
mod tests {
    use super::super::testing::table;

    #[test]
    fn quotations_are_verbatim() {
        let clause = "「歴史をつなぎ 未来をひらく」の実現に向け、施策を推進すること。";
        table(
            &["post-quotation"],
            &[
                (clause, "「歴史をつなぎ未来をひらく」に向け推進します", ""),
                (clause, "「歴史をつなぎ 未来を創る」に向け推進します", "post-quotation"),
                (clause, "「未来をひらく」に向け推進します", "post-quotation"),
                (clause, "「施策を推進する」ことが大切です", ""),
                (clause, "「国分寺市ビジョン」に向け推進します", ""),
            ],
        );
    }
}
