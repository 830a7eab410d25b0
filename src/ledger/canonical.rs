//! The content of a cell in the form of an export. Other forms that a spreadsheet writes, such as 2026/6/30 or 3.5 for 3.50, are no
//! change.

use super::Column;
use super::refusal::CellRefusal;
use super::saved::is_same;
use crate::corpus::Corpus;
use crate::diagnostic::catalogue;
use crate::policy::{Decimal, Direction, IndicatorKind, Missing, WrittenDate};
use crate::source::nearest;

/// The values that an indicator takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Takes {
    Numbers,
    Words,
}

/// The content of a cell; empty if it says that there is nothing. `current` is the content in the file, `takes` the type of
/// values.
pub(super) fn canonical(
    corpus: &Corpus,
    column: Column,
    cell: &str,
    current: &str,
    takes: Takes,
) -> Result<String, CellRefusal> {
    match Missing::of(cell) {
        // Without a word for "not set" in this column, the content is empty. A text that happens to be that word stays.
        Some(Missing::Unset) if !is_stated(column) && cell != current => return Ok(String::new()),
        Some(missing) => return Ok(missing.word().to_owned()),
        None => {}
    }
    if cell.is_empty() {
        let unset = if is_stated(column) { Missing::Unset.word() } else { "" };
        return if current == unset || current.is_empty() {
            Ok(unset.to_owned())
        } else {
            Err(catalogue::cell_emptied().into())
        };
    }
    match column {
        Column::Owner => owner(corpus, cell),
        Column::Status => status(corpus, cell),
        Column::Due | Column::Day => match WrittenDate::parse(cell) {
            Ok(day) => Ok(day.date.to_string()),
            Err(_) => {
                let near = before_time(cell).map(|day| day.date.to_string());
                Err(CellRefusal::with_near(catalogue::not_a_date(), near))
            }
        },
        Column::Sdgs => sdgs(cell),
        Column::Kind => choice(cell, &IndicatorKind::ALL),
        Column::Direction => choice(cell, &Direction::ALL),
        Column::Value if takes == Takes::Numbers => number(cell, current),
        _ => Ok(cell.to_owned()),
    }
}

/// Whether an empty content of this column is written as 未設定.
fn is_stated(column: Column) -> bool {
    !matches!(column, Column::DueLabel | Column::Sdgs | Column::Implements | Column::Note)
}

fn owner(corpus: &Corpus, cell: &str) -> Result<String, CellRefusal> {
    let units = || corpus.organizations.iter();
    let exact = units().find(|unit| unit.id.value == cell || unit.name == cell);
    let mut alike = units().filter(|unit| is_same(&unit.name, cell));
    // If several look the same, the name is ambiguous.
    match exact.or_else(|| alike.next().filter(|_| alike.next().is_none())) {
        Some(unit) => Ok(unit.id.value.clone()),
        None => {
            let known = corpus.organizations.iter().flat_map(|unit| [unit.id.value.as_str(), unit.name.as_str()]);
            Err(CellRefusal::with_near(catalogue::cell_unit(), nearest(cell, known)))
        }
    }
}

fn status(corpus: &Corpus, cell: &str) -> Result<String, CellRefusal> {
    let words = &corpus.site.statuses;
    let exact = words.iter().find(|word| word.code == cell || word.label == cell);
    match exact.or_else(|| words.iter().find(|word| is_same(&word.label, cell))) {
        Some(word) => Ok(word.label.clone()),
        None => {
            let near = nearest(cell, words.iter().map(|word| word.label.as_str()));
            Err(CellRefusal::with_near(catalogue::cell_choice(), near))
        }
    }
}

/// The day of a cell with a time of day, as spreadsheets write it: `2026/3/31 0:00`.
fn before_time(cell: &str) -> Option<WrittenDate> {
    let (day, time) = cell.split_once([' ', '　', 'T'])?;
    let is_time = time.trim_start().starts_with(|c: char| c.is_ascii_digit()) && time.contains(':');
    WrittenDate::parse(day).ok().filter(|_| is_time)
}

fn sdgs(cell: &str) -> Result<String, CellRefusal> {
    let mut goals: Vec<u8> = Vec::new();
    for part in cell.split([';', '；', '、', ',', '・', ' ', '　']).filter(|part| !part.is_empty()) {
        match part.parse().ok().filter(|goal| (1..=17).contains(goal)) {
            Some(goal) if goals.contains(&goal) => {}
            Some(goal) => goals.push(goal),
            None => return Err(catalogue::cell_sdg().into()),
        }
    }
    Ok(goals.iter().map(ToString::to_string).collect::<Vec<_>>().join(";"))
}

fn choice<T>(cell: &str, all: &[(T, &'static str, &'static str)]) -> Result<String, CellRefusal> {
    match all.iter().find(|(_, word, shown)| *word == cell || *shown == cell) {
        Some((_, _, shown)) => Ok((*shown).to_owned()),
        None => {
            let near = nearest(cell, all.iter().map(|(_, _, shown)| *shown));
            Err(CellRefusal::with_near(catalogue::cell_choice(), near))
        }
    }
}

fn number(cell: &str, current: &str) -> Result<String, CellRefusal> {
    let Some(number) = Decimal::parse(cell) else {
        let near = Decimal::near(cell).map(|near| near.typed().to_owned());
        return Err(CellRefusal::with_near(catalogue::cell_number(), near));
    };
    let is_same = Decimal::parse(current).is_some_and(|known| known.compare(&number).is_eq());
    Ok(if is_same { current.to_owned() } else { cell.to_owned() })
}
