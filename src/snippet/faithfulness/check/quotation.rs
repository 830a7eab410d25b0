//! Quotations: words in 「」 or 『』 must stand in the clause, and a quotation of the clause must be whole.

use std::ops::Range;

use super::Remarks;
use crate::diagnostic::catalogue;
use crate::snippet::faithfulness::analyzed_text::occurrences;
use crate::snippet::faithfulness::comparison::Comparison;

pub(super) fn check(comparison: &Comparison<'_>, remarks: &mut Remarks) {
    for text in &comparison.reworded {
        for quotation in quotations(text.text.chars()) {
            let words = &text.text.chars()[quotation.clone()];
            if !words.is_empty() && !may_be_quoted(comparison, words) {
                let bytes = text.bytes(quotation.start - 1..quotation.end + 1);
                remarks.push(catalogue::post_quotation(&text.text.string(quotation)), bytes);
            }
        }
    }
}

/// The text inside outermost quotation marks.
fn quotations(chars: &[char]) -> Vec<Range<usize>> {
    let (mut found, mut open) = (Vec::new(), Vec::new());
    for (at, c) in chars.iter().enumerate() {
        match c {
            '「' | '『' => open.push(at + 1),
            '」' | '』' => {
                if let Some(start) = open.pop().filter(|_| open.is_empty()) {
                    found.push(start..at);
                }
            }
            _ => {}
        }
    }
    found
}

/// True if words may stand in quotation marks. They must be a whole quotation of the clause, words of it outside quotations, words above
/// it, or a known name (which another check compares).
fn may_be_quoted(comparison: &Comparison<'_>, words: &[char]) -> bool {
    let source = comparison.source;
    let names =
        || source.context.names.in_text(words).iter().any(|name| name.end - name.start == words.len() && !name.term);
    occurs_whole(source.text.chars(), words) || source.above.contains(words) || names()
}

fn occurs_whole(clause: &[char], words: &[char]) -> bool {
    occurrences(clause, words).any(|at| {
        let is_opened = at > 0 && matches!(clause[at - 1], '「' | '『');
        let is_closed = matches!(clause.get(at + words.len()), Some('」' | '』'));
        (is_opened && is_closed) || depth(&clause[..at]) == 0
    })
}

/// The number of quotations that are open after these characters.
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
    fn a_changed_quotation_is_reported() {
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
