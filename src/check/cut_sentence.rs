//! Paragraphs that end in the middle of a sentence.
//!
//! Text copied from a PDF has a line break at the end of each printed line, and some programs make an empty line of each. Then every
//! printed line is a paragraph with an address of its own. Where the line before cannot be the end of a sentence and the
//! next cannot be the start of one, this is reported, once for a run of such lines.

use super::Subject;
use super::shown::{is_hiragana, is_ideograph, is_kana};
use crate::diagnostic::{Diagnostics, catalogue};
use crate::policy::{Block, Clause, ClauseKind, plain_text};

/// Shorter lines end for other reasons: titles, names, slogans. In characters.
const SHORTEST_LINE: usize = 15;
/// The length of a printed line from which a row of lines of one length is no row of titles. In characters.
const PRINTED_LINE: usize = 20;
/// By how many characters lines of one length may differ: no line starts with 「、」.
const TOLERANCE: usize = 2;
/// How much of both lines the finding shows, in characters.
const QUOTED: usize = 8;

pub(super) fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    in_blocks(subject, None, &subject.document.body.blocks, found);
}

/// A paragraph, and its length in characters.
struct Line {
    text: String,
    length: usize,
}

/// The paragraphs among these blocks. `above` is the clause that contains them.
fn in_blocks(subject: &Subject<'_>, above: Option<&Clause>, blocks: &[Block], found: &mut Diagnostics) {
    let mut run: Vec<Line> = above.and_then(line).into_iter().collect();
    let mut is_told = false;
    for block in blocks {
        let clause = if let Block::Clause(clause) = block { Some(clause) } else { None };
        in_blocks(subject, clause, block.own_children(), found);
        let Some((clause, line)) = clause.and_then(|clause| Some((clause, line(clause)?))) else {
            (run, is_told) = (Vec::new(), false);
            continue;
        };
        let is_cut = clause.kind == ClauseKind::Paragraph && is_cut(&run, &line);
        if let Some(before) = run.last()
            && is_cut
            && !is_told
        {
            let finding = catalogue::cut_sentence(&tail(&before.text), &head(&line.text));
            found.push(subject.at(&clause.range, finding));
        }
        is_told = is_cut;
        // What stands below the clause parts it from the next.
        run = if clause.children.is_empty() {
            run.into_iter().rev().take(1).rev().chain([line]).collect()
        } else {
            Vec::new()
        };
    }
}

fn line(clause: &Clause) -> Option<Line> {
    if !matches!(clause.kind, ClauseKind::Paragraph | ClauseKind::Item) {
        return None;
    }
    let text = plain_text(clause.text()).trim().to_owned();
    let length = text.chars().count();
    (length > 0).then_some(Line { text, length })
}

/// Whether the sentence of the last of these lines goes on in the next.
fn is_cut(run: &[Line], next: &Line) -> bool {
    let Some(before) = run.last() else { return false };
    let Some(last) = before.text.chars().next_back() else { return false };
    if before.length < SHORTEST_LINE {
        return false;
    }
    let is_word = is_ideograph(last) || is_kana(last) || last.is_ascii_alphanumeric();
    last == '、' || is_word && (continues(&next.text) || continues_in_english(before, next) || is_printed(run, next))
}

/// Whether a text starts with a particle: 「を」 starts no word, and before 「は、」 or 「に基づき」 something is missing.
fn continues(text: &str) -> bool {
    let mut characters = text.chars();
    match (characters.next(), characters.next()) {
        (Some('を'), _) => true,
        (Some('は' | 'が' | 'の' | 'に' | 'と' | 'で' | 'も' | 'へ'), Some(next)) => !is_hiragana(next),
        _ => false,
    }
}

fn continues_in_english(before: &Line, next: &Line) -> bool {
    let is_long = before.length >= 2 * SHORTEST_LINE;
    is_long
        && before.text.ends_with(|c: char| c.is_ascii_lowercase())
        && next.text.starts_with(|c: char| c.is_ascii_lowercase())
}

/// Whether two lines of one length, neither of which ends a sentence, are followed by one with an end of a sentence.
fn is_printed(run: &[Line], next: &Line) -> bool {
    let [.., first, second] = run else { return false };
    let is_open = |line: &Line| {
        line.length >= PRINTED_LINE && line.text.ends_with(|c| is_ideograph(c) || is_kana(c) || c == '、')
    };
    let is_inside = |line: &Line| line.text.trim_end_matches('。').contains(['。', '、']);
    first.length.abs_diff(second.length) <= TOLERANCE
        && [first, second].into_iter().all(is_open)
        && (is_inside(first) || is_inside(second))
        && next.text.contains('。')
}

fn tail(text: &str) -> String {
    let skipped = text.chars().count().saturating_sub(QUOTED);
    text.chars().skip(skipped).collect()
}

fn head(text: &str) -> String {
    text.chars().take(QUOTED).collect()
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{check_site, file};

    #[test]
    fn a_sentence_cut_by_an_empty_line_is_reported() {
        for (text, expected) in [
            ("政策経営部が所管する取組について、\n\n施策の目標を意識すること。\n", &["r8/a.md:8 cut-sentence"][..]),
            ("国分寺市総合ビジョンの実現に向けた施策\n\nを着実に進めること。\n", &["r8/a.md:8 cut-sentence"]),
            ("(1) 国分寺市総合ビジョンの前期実行計画\n\nに基づき進めること。\n", &["r8/a.md:8 cut-sentence"]),
            (
                "市は、子育てをするすべての家庭が安心して暮らせるま\n\n\
                 ちを目指し、関係する機関と連携して、相談の体制を整\n\n備する。\n",
                &["r8/a.md:10 cut-sentence"],
            ),
            // Not reported.
            ("歴史をつなぎ\n\n未来をひらく\n\n個性がひかり輝くまち\n", &[]),
            ("令和8年度の市政運営に当たっての基本的な考え方\n\n市は、次の取組を進める。\n", &[]),
            ("次に掲げる事項について、取組を進める。\n\nでは、その背景を述べる。\n", &[]),
            ("市長\n\nを補佐する。\n", &[]),
            ("取組を進めるに当たり、次の点を大切にする\n\n(1) を含む行は、対象にする。\n", &[]),
        ] {
            assert_eq!(check_site(&[("r8/a.md", &file("", text))]), expected, "{text}");
        }
    }

    #[test]
    fn a_run_of_cut_lines_is_reported_once() {
        let text =
            "政策経営部が所管する取組について、\n\n施策の目標を意識し、関係する部と共に、\n\n着実に進めること。\n";
        assert_eq!(check_site(&[("r8/a.md", &file("", text))]), ["r8/a.md:8 cut-sentence"]);
    }

    #[test]
    fn a_cut_english_sentence_is_reported() {
        let text = "The council will review the plan each year and\n\nreport to the assembly.\n";
        assert_eq!(check_site(&[("r8/a.md", &file("language: en\n", text))]), ["r8/a.md:9 cut-sentence"]);
    }
}
