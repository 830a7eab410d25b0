//! The changes that answers about clauses make.

use super::record_changes::RecordChanges;
use crate::address::settle::{self, EndingDetails, RevisedDocument, SettledRecord};
use crate::command::arguments::Ending;
use crate::command::error::CommandError;
use crate::command::site_records::SiteRecords;
use crate::diagnostic::{Finding, catalogue};
use crate::policy::{ClauseId, DocumentId, Position};

/// The clauses that an answer is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Extent {
    /// The clauses named.
    Alone,
    /// Also those below them.
    WithChildren,
}

impl Extent {
    pub(super) fn of(with_children: bool) -> Self {
        if with_children { Self::WithChildren } else { Self::Alone }
    }
}

/// The ids, each followed by those of the clauses below it if they are meant, too.
pub(super) fn with_extent(
    records: &SiteRecords,
    ids: Vec<ClauseId>,
    extent: Extent,
) -> Result<Vec<ClauseId>, CommandError> {
    if extent == Extent::Alone {
        return Ok(ids);
    }
    let mut all = Vec::new();
    for id in ids {
        let record = records.record_of(&records.owner(&id)?)?;
        let below = settle::below(&record.lock, &id);
        all.push(id);
        all.extend(below);
    }
    Ok(all)
}

/// The published clause is the one at a place.
pub(super) fn same(records: &SiteRecords, id: &ClauseId, place: &str) -> Result<RecordChanges, CommandError> {
    let position = position(records, id, place)?;
    settle_in_document(records, id, |revised| settle::same(revised, id, &position))
}

/// The clause was split into several.
pub(super) fn split(records: &SiteRecords, id: &ClauseId, places: &[String]) -> Result<RecordChanges, CommandError> {
    let positions = positions(records, id, places)?;
    settle_in_document(records, id, |revised| settle::split(revised, id, &positions))
}

/// Several clauses became one.
pub(super) fn merge(records: &SiteRecords, ids: &[ClauseId], place: &str) -> Result<RecordChanges, CommandError> {
    let Some(first) = ids.first() else { return Err(catalogue::anchor_nowhere(place).into()) };
    let position = position(records, first, place)?;
    settle_in_document(records, first, |revised| settle::merge(revised, ids, &position))
}

/// The clauses of one document are gone.
pub(super) fn retire(records: &SiteRecords, ids: &[ClauseId], ending: &Ending) -> Result<RecordChanges, CommandError> {
    let Some(first) = ids.first() else { return Err(catalogue::anchor_nowhere("").into()) };
    let successors = successors(records, first, &ending.successor)?;
    let notice = EndingDetails { reason: ending.reason.as_deref(), successors: successors.as_deref() };
    settle_in_document(records, first, |revised| {
        let mut all = settle::retire(revised, first, &notice)?;
        for id in &ids[1..] {
            let next = RevisedDocument { record: &all.record, ..revised.clone() };
            let settled = settle::retire(&next, id, &notice)?;
            all.preview.extend(settled.preview);
            all.record = settled.record;
        }
        Ok(all)
    })
}

/// The clauses at these places of one document are new.
pub(super) fn new_clauses(records: &SiteRecords, places: &[String]) -> Result<RecordChanges, CommandError> {
    records.check_undamaged()?;
    let nowhere = |place: &str| CommandError::from(catalogue::anchor_nowhere(place));
    let Some((document, _)) = places.first().and_then(|place| place.split_once('#')) else {
        return Err(nowhere(places.first().map_or("", String::as_str)));
    };
    let in_document = |place: &String| match place.split_once('#') {
        Some((other, position)) if other == document => Ok(Position::new(position)),
        _ => Err(nowhere(place)),
    };
    let positions: Vec<Position> = places.iter().map(in_document).collect::<Result<_, _>>()?;
    let record = records.record_of(&records.current_name(&DocumentId(document.to_owned())))?;
    let settled = settle::new_clauses(&record.revised(&records.ids()), &positions)?;
    let mut changes = RecordChanges::default();
    changes.add(&record, settled);
    Ok(changes)
}

/// The clause is gone, and its number is kept free.
pub(super) fn reserve(records: &SiteRecords, id: &ClauseId, ending: &Ending) -> Result<RecordChanges, CommandError> {
    let successors = successors(records, id, &ending.successor)?;
    let notice = EndingDetails { reason: ending.reason.as_deref(), successors: successors.as_deref() };
    settle_in_document(records, id, |revised| settle::reserve(revised, id, &notice))
}

/// The positions of successors; `None` when the option is missing, and no positions when its only value is empty.
fn successors(records: &SiteRecords, id: &ClauseId, places: &[String]) -> Result<Option<Vec<Position>>, CommandError> {
    match places {
        [] => Ok(None),
        [none] if none.is_empty() => Ok(Some(Vec::new())),
        places => Ok(Some(positions(records, id, places)?)),
    }
}

/// The clause stands in another document. The other record is written first: after an interruption the clause is recorded
/// twice, which is a finding, and not lost.
pub(super) fn move_to(
    records: &SiteRecords,
    id: &ClauseId,
    place: &str,
    extent: Extent,
) -> Result<RecordChanges, CommandError> {
    records.check_undamaged()?;
    let owner = records.owner(id)?;
    let (document, position) = parts(place, &owner);
    let document = records.current_name(&document);
    if document == owner {
        return same(records, id, place);
    }
    let taken = records.ids();
    let (from, to) = (records.record_of(&owner)?, records.record_of(&document)?);
    let settle = match extent {
        Extent::Alone => settle::move_to,
        Extent::WithChildren => settle::move_with_children,
    };
    let (left, arrived) = settle(&from.revised(&taken), id, &to.revised(&taken), &position)?;
    let mut changes = RecordChanges::default();
    changes.add(&to, arrived);
    changes.add(&from, left);
    Ok(changes)
}

/// Settles something in the document of an id.
fn settle_in_document(
    records: &SiteRecords,
    id: &ClauseId,
    settle: impl FnOnce(&RevisedDocument<'_>) -> Result<SettledRecord, Box<Finding>>,
) -> Result<RecordChanges, CommandError> {
    records.check_undamaged()?;
    let record = records.record_of(&records.owner(id)?)?;
    let settled = settle(&record.revised(&records.ids()))?;
    let mut changes = RecordChanges::default();
    changes.add(&record, settled);
    Ok(changes)
}

/// `r8/a#s5-1`, or `s5-1` of the same document.
fn parts(place: &str, owner: &DocumentId) -> (DocumentId, Position) {
    match place.split_once('#') {
        Some((document, position)) => (DocumentId(document.to_owned()), Position::new(position)),
        None => (owner.clone(), Position::new(place)),
    }
}

/// The position, if it is one of the document of the id.
fn position(records: &SiteRecords, id: &ClauseId, place: &str) -> Result<Position, Finding> {
    let owner = records.owner(id)?;
    let (document, position) = parts(place, &owner);
    if records.current_name(&document) == owner {
        Ok(position)
    } else {
        Err(catalogue::anchor_other_document(id.as_str(), &owner.0, place))
    }
}

fn positions(records: &SiteRecords, id: &ClauseId, places: &[String]) -> Result<Vec<Position>, Finding> {
    places.iter().map(|place| position(records, id, place)).collect()
}
