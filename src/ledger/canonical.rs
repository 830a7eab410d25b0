//! What a cell says, in the form an export would write it: so that what a spreadsheet has made of it (2026/6/30, 3.5 for
//! 3.50) is no change.

use super::Column;
use super::saved::is_same;
use crate::corpus::Corpus;
use crate::diagnostic::{Bilingual, catalogue};
use crate::policy::{Decimal, Direction, IndicatorKind, Missing, WrittenDate};
use crate::source::nearest;

/// Why a cell cannot be read, and perhaps what was meant.
pub(super) type Refusal = (Bilingual, Option<String>);

/// What the values of an indicator are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Takes {
    Numbers,
    Words,
}

/// What a cell says; nothing where it says that there is nothing. `current` is what the file says; `takes` tells what values
/// are.
pub(super) fn canonical(
    corpus: &Corpus,
    column: Column,
    (cell, current): (&str, &str),
    takes: Takes,
) -> Result<String, Refusal> {
    match Missing::of(cell) {
        // What has no word for "not set" is not there; a text that happens to be that word stays.
        Some(Missing::Unset) if !is_stated(column) && cell != current => return Ok(String::new()),
        Some(missing) => return Ok(missing.word().to_owned()),
        None => {}
    }
    if cell.is_empty() {
        let unset = if is_stated(column) { Missing::Unset.word() } else { "" };
        return if current == unset || current.is_empty() {
            Ok(unset.to_owned())
        } else {
            Err((catalogue::cell_emptied(), None))
        };
    }
    match column {
        Column::Owner => owner(corpus, cell),
        Column::Status => status(corpus, cell),
        Column::Due | Column::Day => match WrittenDate::parse(cell) {
            Ok(day) => Ok(day.date.to_string()),
            Err(_) => Err((catalogue::not_a_date(), before_time(cell).map(|day| day.date.to_string()))),
        },
        Column::Sdgs => sdgs(cell),
        Column::Kind => choice(cell, &IndicatorKind::ALL),
        Column::Direction => choice(cell, &Direction::ALL),
        Column::Value if takes == Takes::Numbers => number(cell, current),
        _ => Ok(cell.to_owned()),
    }
}

/// Whether nothing in this column is 未設定.
fn is_stated(column: Column) -> bool {
    !matches!(column, Column::DueLabel | Column::Sdgs | Column::Implements | Column::Note)
}

fn owner(corpus: &Corpus, cell: &str) -> Result<String, Refusal> {
    let units = || corpus.organizations.iter();
    let exact = units().find(|unit| unit.id.value == cell || unit.name == cell);
    let mut alike = units().filter(|unit| is_same(&unit.name, cell));
    // Of several that look the same, none is meant for certain.
    match exact.or_else(|| alike.next().filter(|_| alike.next().is_none())) {
        Some(unit) => Ok(unit.id.value.clone()),
        None => {
            let known = corpus.organizations.iter().flat_map(|unit| [unit.id.value.as_str(), unit.name.as_str()]);
            Err((catalogue::cell_unit(), nearest(cell, known).map(str::to_owned)))
        }
    }
}

fn status(corpus: &Corpus, cell: &str) -> Result<String, Refusal> {
    let words = &corpus.site.statuses;
    let exact = words.iter().find(|word| word.code == cell || word.label == cell);
    match exact.or_else(|| words.iter().find(|word| is_same(&word.label, cell))) {
        Some(word) => Ok(word.label.clone()),
        None => {
            let near = nearest(cell, words.iter().map(|word| word.label.as_str()));
            Err((catalogue::cell_choice(), near.map(str::to_owned)))
        }
    }
}

/// The day of a cell that has a time of day behind it, as spreadsheets write it: `2026/3/31 0:00`.
fn before_time(cell: &str) -> Option<WrittenDate> {
    let (day, time) = cell.split_once([' ', '　', 'T'])?;
    let is_time = time.trim_start().starts_with(|c: char| c.is_ascii_digit()) && time.contains(':');
    WrittenDate::parse(day).ok().filter(|_| is_time)
}

fn sdgs(cell: &str) -> Result<String, Refusal> {
    let mut goals: Vec<u8> = Vec::new();
    for part in cell.split([';', '；', '、', ',', '・', ' ', '　']).filter(|part| !part.is_empty()) {
        match part.parse().ok().filter(|goal| (1..=17).contains(goal)) {
            Some(goal) if goals.contains(&goal) => {}
            Some(goal) => goals.push(goal),
            None => return Err((catalogue::cell_sdg(), None)),
        }
    }
    Ok(goals.iter().map(ToString::to_string).collect::<Vec<_>>().join(";"))
}

fn choice<T>(cell: &str, all: &[(T, &'static str, &'static str)]) -> Result<String, Refusal> {
    match all.iter().find(|(_, word, shown)| *word == cell || *shown == cell) {
        Some((_, _, shown)) => Ok((*shown).to_owned()),
        None => {
            let near = nearest(cell, all.iter().map(|(_, _, shown)| *shown));
            Err((catalogue::cell_choice(), near.map(str::to_owned)))
        }
    }
}

fn number(cell: &str, current: &str) -> Result<String, Refusal> {
    let Some(number) = Decimal::parse(cell) else {
        return Err((catalogue::cell_number(), Decimal::near(cell).map(|near| near.typed().to_owned())));
    };
    let is_same = Decimal::parse(current).is_some_and(|known| known.compare(&number).is_eq());
    Ok(if is_same { current.to_owned() } else { cell.to_owned() })
}
