//! The clause at a place of a document: as it stands now, or as it stood in the version that a citation dates.
//!
//! Links in texts and `hoshin cite` both use this.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{DocumentSet, places_of};
use crate::address::version_date;
use crate::policy::{
    ClauseId, Dated, Document, DocumentId, FormerPosition, Moment, Period, Place, PlaceMatch, Places, Position,
};

/// The meaning of a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Placed {
    /// The clause, table or annex that stands at this position now.
    Standing(Position),
    /// A clause that is gone, by its id.
    Gone(ClauseId),
    /// Any of these.
    Several(Vec<Placed>),
    /// Nothing. Perhaps the place at this position was meant.
    Nothing(Option<Position>),
    /// Unknown, because the version is not recorded.
    UnknownVersion,
}

/// The places of one document in all versions that are recorded.
pub(super) struct Versions<'a> {
    document: Option<&'a Document>,
    /// The present places.
    places: Places,
    held: Vec<Held<'a>>,
    /// Present positions of clauses by id.
    standing: BTreeMap<&'a ClauseId, &'a Position>,
    /// The versions of periods, as far as they were needed.
    versions: BTreeMap<(Date, Date), Version>,
    /// Names of earlier versions, as far as they were needed. Their positions are ids.
    past: BTreeMap<Date, Places>,
}

/// A name that a clause has, or has had.
struct Held<'a> {
    id: &'a ClauseId,
    name: Box<str>,
    /// The date of the first version with this name.
    from: Option<Date>,
    until: Until<'a>,
}

/// How long a clause had a name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Until<'a> {
    /// Until now: the clause stands at this position.
    Now(&'a Position),
    /// Until the version of this date, which no longer has the name. `None` if the date is not recorded.
    Version(Option<Date>),
}

/// The version a citation means.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Version {
    /// A version in which every clause had its present name.
    Present,
    /// The version of a day.
    Of(Date),
    /// A version that is not recorded.
    Unknown,
}

impl<'a> Versions<'a> {
    pub(super) fn new(documents: &'a DocumentSet, id: &DocumentId) -> Self {
        let places = places_of(documents, id);
        Self {
            document: documents.document(id),
            places,
            held: Vec::new(),
            standing: BTreeMap::new(),
            versions: BTreeMap::new(),
            past: BTreeMap::new(),
        }
    }

    /// The meaning of a place as written in a citation, in the version that the citation dates.
    pub(super) fn find(&mut self, written: &str, dated: Dated) -> Placed {
        match self.version(dated) {
            Version::Unknown => Placed::UnknownVersion,
            Version::Present => match self.places.find(written) {
                PlaceMatch::One(place) => Placed::Standing(place.position.clone()),
                PlaceMatch::Several(all) => {
                    Placed::Several(all.into_iter().map(|place| Placed::Standing(place.position.clone())).collect())
                }
                PlaceMatch::Nothing => Placed::Nothing(self.places.nearest(written).map(|near| near.position.clone())),
            },
            Version::Of(day) => {
                let held = &self.held;
                let past = self.past.entry(day).or_insert_with(|| places_on(held, day));
                let placed = |place: &Place| {
                    let id = ClauseId::new(place.position.as_str());
                    match self.standing.get(&id) {
                        Some(position) => Placed::Standing((*position).clone()),
                        None => Placed::Gone(id),
                    }
                };
                match past.find(written) {
                    PlaceMatch::One(place) => placed(place),
                    PlaceMatch::Several(all) => Placed::Several(all.into_iter().map(placed).collect()),
                    PlaceMatch::Nothing => Placed::Nothing(None),
                }
            }
        }
    }

    fn version(&mut self, dated: Dated) -> Version {
        let (document, period) = match (self.document, dated) {
            (_, Dated::Undated) | (None, _) => return Version::Present,
            (_, Dated::Unclear) => return Version::Unknown,
            (Some(document), Dated::OfYear(year)) if document.meta.fiscal_year.value == year => {
                return Version::Present;
            }
            (Some(document), Dated::OfYear(year)) => match Period::of(Moment::FiscalYear(year)) {
                Some(period) => (document, period),
                None => return Version::Unknown,
            },
            (Some(document), Dated::On(period)) => (document, period),
        };
        if let Some(known) = self.versions.get(&(period.first, period.last)) {
            return *known;
        }
        if self.held.is_empty() {
            self.held = held(document, &self.places);
            document.body.each_address(|address| {
                self.standing.insert(address.id, address.position);
            });
        }
        let version = self.version_of(document, period);
        self.versions.insert((period.first, period.last), version);
        version
    }

    fn version_of(&self, document: &Document, period: Period) -> Version {
        let Some(first) = self.held.iter().filter_map(|held| held.from).min() else {
            let is_only_version = self.held.iter().all(|held| matches!(held.until, Until::Now(_)));
            return if is_only_version { Version::Present } else { Version::Unknown };
        };
        let Some(day) = recorded_day(document, period, first) else { return Version::Unknown };
        let is_within = |date: Date| period.first < date && date <= period.last && date != first;
        if self.held.iter().any(|held| held.dates().any(is_within)) {
            return Version::Unknown;
        }
        let is_as_now = |held: &Held<'_>| held.is_had_on(day) == matches!(held.until, Until::Now(_));
        if self.held.iter().all(is_as_now) { Version::Present } else { Version::Of(day) }
    }
}

/// The day of the recorded version that a citation means; `None` before the first. The days on which a text was declared and
/// issued mean the same version.
fn recorded_day(document: &Document, period: Period, first: Date) -> Option<Date> {
    let dates = [&document.meta.declared, &document.meta.issued];
    let is_own = |day: Date| dates.into_iter().flatten().any(|own| own.value.date == day);
    if period.last >= first {
        Some(period.last)
    } else {
        (period.first == period.last && is_own(period.last) && is_own(first)).then_some(first)
    }
}

impl Held<'_> {
    /// Whether the clause had the name in the version of a day. Two names with one date both count, because readers do not
    /// know which came first.
    fn is_had_on(&self, day: Date) -> bool {
        let has_begun = self.from.is_none_or(|from| from <= day);
        has_begun
            && match self.until {
                Until::Now(_) | Until::Version(None) => true,
                Until::Version(Some(end)) => day < end || (day == end && self.from == Some(end)),
            }
    }

    fn dates(&self) -> impl Iterator<Item = Date> {
        let end = match self.until {
            Until::Version(end) => end,
            Until::Now(_) => None,
        };
        self.from.into_iter().chain(end)
    }
}

/// The names on a day, under the ids of their clauses.
fn places_on(held: &[Held<'_>], day: Date) -> Places {
    let had = held.iter().filter(|held| held.is_had_on(day) && !held.id.is_empty());
    Places::of_names(
        had.map(|held| Place { position: Position::new(held.id.as_str()), written: held.name.clone() }).collect(),
    )
}

/// Every name that is recorded.
fn held<'a>(document: &'a Document, places: &Places) -> Vec<Held<'a>> {
    let addresses = &document.body.addresses;
    let since: BTreeMap<&ClauseId, Option<Date>> =
        addresses.dates.iter().map(|dates| (&dates.id, dates.since)).collect();
    let today = version_date(&document.meta);
    let mut all = Vec::new();
    document.body.each_address(|address| {
        let from = since.get(address.id).copied().unwrap_or(today);
        push_former(&mut all, address.id, address.former, from);
        let name =
            places.at(address.position).map_or_else(|| address.position.as_str().into(), |place| place.written.clone());
        all.push(Held { id: address.id, name, from, until: Until::Now(address.position) });
    });
    for gone in &addresses.tombstones {
        push_former(&mut all, &gone.id, &gone.former, gone.since);
        let until = Until::Version(gone.date);
        all.push(Held { id: &gone.id, name: gone.name.clone(), from: gone.since, until });
    }
    all
}

/// Adds the names of a clause before its last one, which it has had since `last`.
fn push_former<'a>(all: &mut Vec<Held<'a>>, id: &'a ClauseId, former: &'a [FormerPosition], last: Option<Date>) {
    for (at, place) in former.iter().enumerate() {
        let end = former.get(at + 1).map_or(last, |next| next.date);
        all.push(Held { id, name: place.name.clone(), from: place.date, until: Until::Version(end) });
    }
}
