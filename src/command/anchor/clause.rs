//! Answers about clauses.

use super::Refused;
use super::office::{Folder, Office};
use super::preview::Answer;
use crate::address::settle::{self, Desk, Notice, Refusal, Settled};
use crate::command::arguments::Ending;
use crate::diagnostic::{Finding, catalogue};
use crate::policy::DocumentId;

/// `k7f3q` is what stands at `r8/a#s5-1`.
pub(super) fn same(office: &Office, id: &str, place: &str) -> Result<Answer, Refused> {
    let position = position(office, id, place)?;
    at_home(office, id, |desk| settle::same(desk, id, position))
}

/// `k7f3q` was split into several.
pub(super) fn split(office: &Office, id: &str, places: &[String]) -> Result<Answer, Refused> {
    let positions = positions(office, id, places)?;
    at_home(office, id, |desk| settle::split(desk, id, &positions))
}

/// Several became one.
pub(super) fn merge(office: &Office, ids: &[String], place: &str) -> Result<Answer, Refused> {
    let Some(first) = ids.first() else { return Err(catalogue::anchor_nowhere(place).into()) };
    let position = position(office, first, place)?;
    let words: Vec<&str> = ids.iter().map(String::as_str).collect();
    at_home(office, first, |desk| settle::merge(desk, &words, position))
}

/// `k7f3q` is gone.
pub(super) fn retire(office: &Office, id: &str, ending: &Ending) -> Result<Answer, Refused> {
    let successors = successors(office, id, &ending.successor)?;
    let notice = Notice { reason: ending.reason.as_deref(), successors: successors.as_deref() };
    at_home(office, id, |desk| settle::retire(desk, id, &notice))
}

/// `k7f3q` is gone and nobody gets its number.
pub(super) fn reserve(office: &Office, id: &str, ending: &Ending) -> Result<Answer, Refused> {
    let successors = successors(office, id, &ending.successor)?;
    let notice = Notice { reason: ending.reason.as_deref(), successors: successors.as_deref() };
    at_home(office, id, |desk| settle::reserve(desk, id, &notice))
}

/// The positions of successors; `None` when nothing is said of them, none of them when a single empty one is.
fn successors<'a>(office: &Office, id: &str, places: &'a [String]) -> Result<Option<Vec<&'a str>>, Refused> {
    match places {
        [] => Ok(None),
        [none] if none.is_empty() => Ok(Some(Vec::new())),
        places => Ok(Some(positions(office, id, places)?)),
    }
}

/// `k7f3q` stands in another document. There first: interrupted between the two, the clause is recorded twice, which is
/// told, and not lost.
pub(super) fn move_to(office: &Office, id: &str, place: &str) -> Result<Answer, Refused> {
    office.sound()?;
    let owner = office.owner(id)?;
    let (document, position) = parts(place, &owner);
    let document = office.name_now(&document);
    if document == owner {
        return same(office, id, place);
    }
    let taken = office.ids();
    let (from, to) = (office.folder(&owner)?, office.folder(&document)?);
    let (left, arrived) = settle::move_to(&from.desk(&taken), id, &to.desk(&taken), position)?;
    let mut answer = Answer::default();
    answer.add(&to, arrived);
    answer.add(&from, left);
    Ok(answer)
}

/// Asks in the document of an id.
fn at_home(
    office: &Office,
    id: &str,
    ask: impl FnOnce(&Desk<'_>) -> Result<Settled, Refusal>,
) -> Result<Answer, Refused> {
    office.sound()?;
    let folder: Folder<'_> = office.folder(&office.owner(id)?)?;
    let settled = ask(&folder.desk(&office.ids()))?;
    let mut answer = Answer::default();
    answer.add(&folder, settled);
    Ok(answer)
}

/// `r8/a#s5-1`, or `s5-1` of the same document.
fn parts<'a>(place: &'a str, owner: &DocumentId) -> (DocumentId, &'a str) {
    match place.split_once('#') {
        Some((document, position)) => (DocumentId(document.to_owned()), position),
        None => (owner.clone(), place),
    }
}

/// The position, if it is one of the document of the id.
fn position<'a>(office: &Office, id: &str, place: &'a str) -> Result<&'a str, Finding> {
    let owner = office.owner(id)?;
    let (document, position) = parts(place, &owner);
    if office.name_now(&document) == owner {
        Ok(position)
    } else {
        Err(catalogue::anchor_other_document(id, &owner.0, place))
    }
}

fn positions<'a>(office: &Office, id: &str, places: &'a [String]) -> Result<Vec<&'a str>, Finding> {
    places.iter().map(|place| position(office, id, place)).collect()
}
