//! Names of plans, documents and departments. A name that the site knows, and a word that looks like the name of a plan or an office,
//! must stand in the clause or above it.

use std::ops::Range;

use super::Remarks;
use crate::diagnostic::catalogue;
use crate::japanese::is_kanji;
use crate::snippet::faithfulness::analyzed_text::{occurrences, runs};
use crate::snippet::faithfulness::comparison::{Comparison, RewordedText};
use crate::snippet::faithfulness::folded::is_content;
use crate::snippet::faithfulness::names::KnownName;
use crate::snippet::faithfulness::source::SourceClause;

/// Endings of names of plans and bodies. A run of kanji, katakana, letters and digits longer than the ending is taken for a name.
#[rustfmt::skip]
const ENDINGS: &[&str] = &[
    "計画", "方針", "ビジョン", "プロジェクト", "指針", "条例", "規則", "大綱", "戦略", "プラン", "憲章", "要綱", "協定", "制度", "委員会", "協議会",
    "審議会", "センター", "補助金", "給付金",
];

/// Endings of names of offices. Only runs of at least three kanji are taken for such a name (not 内部, 一部).
const OFFICES: &[char] = &['部', '課', '室', '局', '係'];

/// Two names with at most this many characters between them are a list: 「…」及び「…」.
const LISTED: usize = 5;

pub(super) fn check(comparison: &Comparison<'_>, remarks: &mut Remarks) {
    let source = comparison.source;
    for text in &comparison.reworded {
        let known = &text.known;
        for name in known.iter().filter(|name| !name.term && !is_mentioned(source, name)) {
            remarks.push_at(text, name.start..name.end, catalogue::post_name);
        }
        for name in known.iter().filter(|name| takes_anothers_place(source, text, name)) {
            remarks.push_at(text, name.start..name.end, catalogue::post_name_exchanged);
        }
        for run in names(text.text.chars()) {
            if !known.iter().any(|name| name.start <= run.start && run.end <= name.end) {
                compare(source, text, run, remarks);
            }
        }
    }
}

fn is_mentioned(source: &SourceClause<'_>, name: &KnownName) -> bool {
    source.known.iter().chain(&source.known_above).any(|other| other.id == name.id)
}

/// True if the words after a name in the post follow another name in the clause. Names in a list share the words after the list.
fn takes_anothers_place(source: &SourceClause<'_>, text: &RewordedText, name: &KnownName) -> bool {
    let (post, clause) = (text.text.chars(), source.text.chars());
    let start = after(post, name.end);
    let next = (start..post.len().min(start + 4)).find(|at| is_content(post[*at]));
    let Some(next) = next.filter(|next| text.source_of(*next).is_some()) else { return false };
    let follows = &post[start..post.len().min(next + 2)];
    let is_owner = |known: &&KnownName| !known.term && clause[after(clause, known.end)..].starts_with(follows);
    let owners: Vec<&KnownName> = source.known.iter().filter(is_owner).collect();
    let shares = |owner: &&KnownName| {
        let own =
            |known: &KnownName| known.id == name.id && known.end <= owner.start && owner.start - known.end <= LISTED;
        owner.id == name.id || source.known.iter().any(own)
    };
    !name.term && is_mentioned(source, name) && !owners.is_empty() && !owners.iter().any(shares)
}

/// The place after a name that ends here and after its closing bracket.
fn after(chars: &[char], end: usize) -> usize {
    end + usize::from(matches!(chars.get(end), Some('」' | '』')))
}

fn compare(source: &SourceClause<'_>, text: &RewordedText, run: Range<usize>, remarks: &mut Remarks) {
    let name = &text.text.chars()[run.clone()];
    let full = full_names(source.text.chars(), name);
    if full.is_empty() {
        if !source.above.contains(name) {
            remarks.push_at(text, run, catalogue::post_name);
        }
    } else if full.len() > 1 && !full.contains(&name) {
        remarks.push_at(text, run, catalogue::post_name_unclear);
    }
}

/// The different runs of the clause that contain a name.
fn full_names<'c>(clause: &'c [char], name: &[char]) -> Vec<&'c [char]> {
    let mut found: Vec<&[char]> = Vec::new();
    for at in occurrences(clause, name) {
        let start = at - clause[..at].iter().rev().take_while(|c| is_content(**c)).count();
        let full = &clause[start..at + name.len()];
        if !found.contains(&full) {
            found.push(full);
        }
    }
    found
}

/// Runs that look like names.
fn names(chars: &[char]) -> impl Iterator<Item = Range<usize>> {
    runs(chars, |at| is_content(chars[at])).into_iter().filter(move |run| {
        let run = &chars[run.clone()];
        let plan = ENDINGS.iter().any(|ending| {
            let mut rest = run.iter().rev();
            ending.chars().rev().all(|c| rest.next() == Some(&c)) && rest.next().is_some()
        });
        let office = run.len() >= 3 && run.iter().all(|c| is_kanji(*c)) && OFFICES.contains(&run[run.len() - 1]);
        plan || office
    })
}

#[cfg(test)]
mod tests {
    use super::super::testing::table;

    #[test]
    fn a_name_that_is_not_in_the_clause_is_reported() {
        let one = "「国分寺市役所ゼロカーボン行動計画」に基づき導入を推進すること。";
        let both =
            "「国分寺市ゼロカーボン行動計画」を踏まえ、「国分寺市役所ゼロカーボン行動計画」に基づき推進すること。";
        table(
            &["post-name", "post-name-unclear", "post-name-exchanged"],
            &[
                (both, "「国分寺市ゼロカーボン行動計画」に基づき推進します。", "post-name-exchanged"),
                (both, "「国分寺市役所ゼロカーボン行動計画」に基づき推進します。", ""),
                (
                    "「国分寺市ビジョン」及び「第２次国分寺市総合ビジョン」を踏まえること。",
                    "「国分寺市ビジョン」を踏まえます。",
                    "",
                ),
                (one, "国分寺市役所ゼロカーボン行動計画に基づき推進します。", ""),
                (one, "国分寺市ゼロカーボン行動計画に基づき推進します。", "post-name"),
                (one, "ゼロカーボン行動計画に基づき推進します。", ""),
                (both, "ゼロカーボン行動計画に基づき推進します。", "post-name-unclear"),
                (one, "国分寺市環境基本計画に基づき推進します。", "post-name"),
                ("政策部に報告すること。", "政策経営部に報告します。", "post-name"),
                ("所管課に報告すること。", "情報政策課に報告します。", "post-name"),
                ("内部で共有すること。", "内部で共有します。", ""),
            ],
        );
    }
}
