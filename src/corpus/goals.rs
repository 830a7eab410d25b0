//! The objectives of all documents, and what can be said of one on a day.

use jiff::civil::Date;

use super::Corpus;
use crate::policy::{
    Clause, Document, DocumentId, Indicator, Meaning, Missing, Objective, Organization, Point, Stated, StatusWord,
    WrittenDate,
};

/// An objective with the clause and the document it stands in.
#[derive(Debug, Clone, Copy)]
pub struct Goal<'a> {
    /// The document.
    pub document: &'a Document,
    /// The clause.
    pub clause: &'a Clause,
    /// What is said about it.
    pub objective: &'a Objective,
}

/// The part of an indicator that has no value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// 基準値.
    Baseline,
    /// 目標値.
    Target,
    /// 実績.
    Actual,
}

impl Corpus {
    /// The objectives of public documents, in the order of documents and pages.
    pub fn goals(&self) -> impl Iterator<Item = Goal<'_>> {
        self.with_goals.iter().filter_map(|id| self.public.get(id)).flat_map(Goal::of)
    }

    /// Those of all documents: for checks and tables, never for output.
    pub fn all_goals(&self) -> impl Iterator<Item = Goal<'_>> {
        let withheld = self.with_goals.iter().filter_map(|id| self.withheld.get(id));
        self.goals().chain(withheld.flat_map(Goal::of))
    }

    /// Whether there are objectives in a document.
    pub(super) fn has_goals(&self, document: &DocumentId) -> bool {
        self.with_goals.contains(document)
    }

    /// A unit by its id.
    #[must_use]
    pub fn organization(&self, id: &str) -> Option<&Organization> {
        self.organizations.iter().find(|unit| unit.id.value == id)
    }
}

impl<'a> Goal<'a> {
    /// The objectives of a document, in the order of the page.
    #[must_use]
    pub fn of(document: &'a Document) -> Vec<Self> {
        let mut all = Vec::new();
        document.body.each_clause(|clause| {
            all.extend(clause.objective.as_deref().map(|objective| Self { document, clause, objective }));
        });
        all
    }

    /// The unit in charge: the objective's, else the document's.
    #[must_use]
    pub fn owner(&self) -> Stated<&'a str> {
        match &self.objective.owner {
            Stated::Given(id) => Stated::Given(id.value.as_str()),
            Stated::Missing(Missing::Unset) => match &self.document.meta.organization {
                Some(id) => Stated::Given(id.value.as_str()),
                None => Stated::Missing(Missing::Unset),
            },
            Stated::Missing(missing) => Stated::Missing(*missing),
        }
    }

    /// How it stands, in the site's words.
    #[must_use]
    pub fn status<'s>(&self, corpus: &'s Corpus) -> Stated<&'s StatusWord> {
        match &self.objective.status {
            Stated::Given(code) => match corpus.site.statuses.iter().find(|word| word.code == code.value) {
                Some(word) => Stated::Given(word),
                None => Stated::default(),
            },
            Stated::Missing(missing) => Stated::Missing(*missing),
        }
    }

    /// The name of the list of its unit's objectives.
    #[must_use]
    pub fn unit_group(&self) -> String {
        match self.owner() {
            Stated::Given(id) => format!("unit-{id}"),
            Stated::Missing(why) => format!("no-unit-{}", why as u8),
        }
    }

    /// The name of the list of objectives that stand as it does: by the code of the word, or by its place among the site's
    /// words where the code is not fit for an address.
    #[must_use]
    pub fn status_group(&self, corpus: &Corpus) -> String {
        match self.status(corpus) {
            Stated::Given(word) => {
                let is_plain = word.code.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
                let place = corpus.site.statuses.iter().position(|known| known == word).unwrap_or_default();
                if is_plain { format!("status-{}", word.code) } else { format!("status-{}", place + 1) }
            }
            Stated::Missing(why) => format!("no-status-{}", why as u8),
        }
    }

    /// The name of the list of a goal of the SDGs.
    #[must_use]
    pub fn sdg_group(number: u8) -> String {
        format!("sdg-{number}")
    }

    /// The lists it stands in besides that of all objectives, as they are named in addresses.
    #[must_use]
    pub fn groups(&self, corpus: &Corpus) -> Vec<String> {
        let mut groups = vec![self.unit_group(), self.status_group(corpus)];
        groups.extend(self.objective.sdgs.iter().map(|sdg| Self::sdg_group(sdg.value)));
        groups
    }

    /// The day it is to be reached by: its own, else the last of its targets'.
    #[must_use]
    pub fn deadline(&self) -> Option<&'a WrittenDate> {
        let by = |indicator: &'a Indicator| indicator.target.day.given().map(|day| &day.value);
        let own = self.objective.due.day.given().map(|day| &day.value);
        own.or_else(|| self.objective.indicators.iter().filter_map(by).max_by_key(|day| day.date))
    }

    /// Whether the day is over, and nobody has said that the matter is.
    #[must_use]
    pub fn is_overdue(&self, corpus: &Corpus) -> bool {
        let is_over =
            |word: &StatusWord| matches!(word.means, Some(Meaning::Achieved | Meaning::Missed | Meaning::Stopped));
        self.deadline().is_some_and(|day| day.date < corpus.today)
            && !self.status(corpus).given().is_some_and(|word| is_over(word))
    }

    /// What has no value though it could have one: indicator, part and why.
    pub fn gaps(&self) -> impl Iterator<Item = (&'a Indicator, Part, Missing)> {
        self.objective.indicators.iter().flat_map(|indicator| {
            let of = |value: &Stated<_>| match value {
                Stated::Missing(missing) => Some(*missing),
                Stated::Given(_) => None,
            };
            let actual = match indicator.latest() {
                Some(_) => None,
                None => Some(indicator.actuals.last().and_then(|last| of(&last.value)).unwrap_or_default()),
            };
            [
                (Part::Baseline, of(&indicator.baseline.value)),
                (Part::Target, of(&indicator.target.value)),
                (Part::Actual, actual),
            ]
            .into_iter()
            .filter_map(move |(part, missing)| Some((indicator, part, missing?)))
            .filter(|(_, _, missing)| *missing != Missing::NotApplicable)
        })
    }

    /// The days on whose end something that is said about it may change.
    pub fn days(&self) -> impl Iterator<Item = Date> {
        let actuals = self.objective.indicators.iter().flat_map(|indicator| &indicator.actuals);
        self.deadline().map(|day| day.date).into_iter().chain(actuals.filter_map(Point::date))
    }
}
