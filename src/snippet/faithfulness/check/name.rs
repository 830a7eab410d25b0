//! Names: plans, documents, organisations. A name the site knows, and a word that looks like the name of a plan or of an
//! office, must be one of the clause or of what stands above it.

use super::Found;
use crate::diagnostic::catalogue;
use crate::snippet::faithfulness::folded::{is_content, is_kanji};
use crate::snippet::faithfulness::names::Known;
use crate::snippet::faithfulness::passage::find;
use crate::snippet::faithfulness::reading::{Reading, Unit};
use crate::snippet::faithfulness::source::Source;

/// How names of plans and bodies end. A run of kanji, katakana, letters and digits longer than the ending is taken for a name.
const ENDINGS: &[&str] = &[
    "計画",
    "方針",
    "ビジョン",
    "プロジェクト",
    "指針",
    "条例",
    "規則",
    "大綱",
    "戦略",
    "プラン",
    "憲章",
    "要綱",
    "協定",
    "制度",
    "委員会",
    "協議会",
    "審議会",
    "センター",
    "補助金",
    "給付金",
];

/// How names of offices end; only runs of at least three kanji are taken for one (not 内部, 一部).
const OFFICES: &[char] = &['部', '課', '室', '局', '係'];

/// Two names with no more than this between them are a list: 「…」及び「…」.
const LISTED: usize = 5;

pub(super) fn check(reading: &Reading<'_>, found: &mut Found) {
    for unit in &reading.units {
        let known = &unit.known;
        for name in known.iter().filter(|name| !name.term && !is_mentioned(reading.source, name)) {
            found.push(catalogue::post_name(&unit.text.text(name.start, name.end)), unit.bytes(name.start, name.end));
        }
        for name in known.iter().filter(|name| takes_anothers_place(reading.source, unit, name)) {
            found.push(
                catalogue::post_name_exchanged(&unit.text.text(name.start, name.end)),
                unit.bytes(name.start, name.end),
            );
        }
        for (start, end) in names(unit.text.chars()) {
            if !known.iter().any(|name| name.start <= start && end <= name.end) {
                compare(reading.source, unit, (start, end), found);
            }
        }
    }
}

fn is_mentioned(source: &Source<'_>, name: &Known) -> bool {
    source.known.iter().chain(&source.known_above).any(|other| other.id == name.id)
}

/// Whether what follows a name in the post follows another name in the clause. Names listed side by side share what follows.
fn takes_anothers_place(source: &Source<'_>, unit: &Unit, name: &Known) -> bool {
    let (post, clause) = (unit.text.chars(), source.text.chars());
    let start = after(post, name.end);
    let next = (start..post.len().min(start + 4)).find(|at| is_content(post[*at]));
    let Some(next) = next.filter(|next| unit.source_of(*next).is_some()) else { return false };
    let follows = &post[start..post.len().min(next + 2)];
    let owners: Vec<&Known> = source
        .known
        .iter()
        .filter(|known| !known.term && clause[after(clause, known.end)..].starts_with(follows))
        .collect();
    let shares = |owner: &&Known| {
        let own = |known: &Known| known.id == name.id && known.end <= owner.start && owner.start - known.end <= LISTED;
        owner.id == name.id || source.known.iter().any(own)
    };
    !name.term && is_mentioned(source, name) && !owners.is_empty() && !owners.iter().any(shares)
}

/// Where a text goes on after a name that ends here.
fn after(chars: &[char], end: usize) -> usize {
    end + usize::from(matches!(chars.get(end), Some('」' | '』')))
}

fn compare(source: &Source<'_>, unit: &Unit, (start, end): (usize, usize), found: &mut Found) {
    let name = &unit.text.chars()[start..end];
    let place = unit.bytes(start, end);
    let full = full_names(source.text.chars(), name);
    if full.is_empty() {
        if !source.above.contains(name) {
            found.push(catalogue::post_name(&unit.text.text(start, end)), place);
        }
    } else if full.len() > 1 && !full.contains(&name) {
        found.push(catalogue::post_name_unclear(&unit.text.text(start, end)), place);
    }
}

/// The different runs of the clause that contain a name.
fn full_names<'c>(clause: &'c [char], name: &[char]) -> Vec<&'c [char]> {
    let mut found: Vec<&[char]> = Vec::new();
    let mut offset = 0;
    while let Some(at) = find(&clause[offset..], name).map(|at| at + offset) {
        let start = at - clause[..at].iter().rev().take_while(|c| is_content(**c)).count();
        let full = &clause[start..at + name.len()];
        if !found.contains(&full) {
            found.push(full);
        }
        offset = at + 1;
    }
    found
}

/// Runs that look like names.
fn names(chars: &[char]) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut start = 0;
    while start < chars.len() {
        let length = chars[start..].iter().take_while(|c| is_content(**c)).count();
        let run = &chars[start..start + length];
        let plan = ENDINGS.iter().any(|ending| {
            let mut rest = run.iter().rev();
            ending.chars().rev().all(|c| rest.next() == Some(&c)) && rest.next().is_some()
        });
        let office =
            run.len() >= 3 && run.iter().all(|c| is_kanji(*c)) && run.last().is_some_and(|c| OFFICES.contains(c));
        if plan || office {
            found.push((start, start + length));
        }
        start += length.max(1);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::testing::table;

    #[test]
    fn names_are_those_of_the_clause() {
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
