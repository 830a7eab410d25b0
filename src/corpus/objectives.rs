//! The objectives of all documents: who is in charge, how they stand, when they are due.

use jiff::civil::Date;

use super::DocumentSet;
use crate::policy::{
    Clause, Document, DocumentId, Indicator, Meaning, Missing, Objective, Point, Stated, StatusWord, WrittenDate,
};

/// An objective with the clause and the document it stands in.
#[derive(Debug, Clone, Copy)]
pub struct PlacedObjective<'a> {
    /// The document that contains it.
    pub document: &'a Document,
    /// The clause that carries it.
    pub clause: &'a Clause,
    /// The `objective` block.
    pub objective: &'a Objective,
}

/// The part of an indicator that has no value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IndicatorPart {
    /// 基準値.
    Baseline,
    /// 目標値.
    Target,
    /// 実績.
    Actual,
}

impl DocumentSet {
    /// The objectives of public documents, in the order of documents and pages.
    pub fn objectives(&self) -> impl Iterator<Item = PlacedObjective<'_>> {
        self.with_objectives.iter().filter_map(|id| self.public.get(id)).flat_map(PlacedObjective::of)
    }

    /// The objectives of all documents: for checks and tables, never for output.
    pub fn all_objectives(&self) -> impl Iterator<Item = PlacedObjective<'_>> {
        let withheld = self.with_objectives.iter().filter_map(|id| self.withheld.get(id));
        self.objectives().chain(withheld.flat_map(PlacedObjective::of))
    }

    /// Whether a document has objectives.
    pub(super) fn has_objectives(&self, document: &DocumentId) -> bool {
        self.with_objectives.contains(document)
    }
}

impl<'a> PlacedObjective<'a> {
    /// The objectives of a document, in the order of the page.
    #[must_use]
    pub fn of(document: &'a Document) -> Vec<Self> {
        let mut all = Vec::new();
        document.body.each_clause(|clause| {
            all.extend(clause.objective.as_deref().map(|objective| Self { document, clause, objective }));
        });
        all
    }

    /// The id of the department in charge: the objective's, else the document's.
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

    /// The status, in the site's words.
    #[must_use]
    pub fn status<'s>(&self, documents: &'s DocumentSet) -> Stated<&'s StatusWord> {
        match &self.objective.status {
            Stated::Given(code) => match documents.site.statuses.iter().find(|word| word.code == code.value) {
                Some(word) => Stated::Given(word),
                None => Stated::default(),
            },
            Stated::Missing(missing) => Stated::Missing(*missing),
        }
    }

    /// The name, in addresses, of the list of its department's objectives.
    #[must_use]
    pub fn unit_group(&self) -> String {
        match self.owner() {
            Stated::Given(id) => format!("unit-{id}"),
            Stated::Missing(why) => format!("no-unit-{}", why as u8),
        }
    }

    /// The name, in addresses, of the list of objectives with its status: the code of the word, or the number of the word
    /// if the code is not fit for an address.
    #[must_use]
    pub fn status_group(&self, documents: &DocumentSet) -> String {
        match self.status(documents) {
            Stated::Given(word) => {
                let is_plain = word.code.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
                let place = documents.site.statuses.iter().position(|known| known == word).unwrap_or_default();
                if is_plain { format!("status-{}", word.code) } else { format!("status-{}", place + 1) }
            }
            Stated::Missing(why) => format!("no-status-{}", why as u8),
        }
    }

    /// The name, in addresses, of the list of a goal of the SDGs.
    #[must_use]
    pub fn sdg_group(number: u8) -> String {
        format!("sdg-{number}")
    }

    /// The names, in addresses, of its lists besides that of all objectives.
    #[must_use]
    pub fn groups(&self, documents: &DocumentSet) -> Vec<String> {
        let mut groups = vec![self.unit_group(), self.status_group(documents)];
        groups.extend(self.objective.sdgs.iter().map(|sdg| Self::sdg_group(sdg.value)));
        groups
    }

    /// The deadline: its own, else the last of its targets.
    #[must_use]
    pub fn deadline(&self) -> Option<&'a WrittenDate> {
        let by = |indicator: &'a Indicator| indicator.target.day.given().map(|day| &day.value);
        let own = self.objective.due.day.given().map(|day| &day.value);
        own.or_else(|| self.objective.indicators.iter().filter_map(by).max_by_key(|day| day.date))
    }

    /// Whether the deadline has passed and the status does not say that it is over.
    #[must_use]
    pub fn is_overdue(&self, documents: &DocumentSet) -> bool {
        let is_over =
            |word: &StatusWord| matches!(word.means, Some(Meaning::Achieved | Meaning::Missed | Meaning::Stopped));
        self.deadline().is_some_and(|day| day.date < documents.today)
            && !self.status(documents).given().is_some_and(|word| is_over(word))
    }

    /// The missing values: indicator, part and reason.
    pub fn gaps(&self) -> impl Iterator<Item = (&'a Indicator, IndicatorPart, Missing)> {
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
                (IndicatorPart::Baseline, of(&indicator.baseline.value)),
                (IndicatorPart::Target, of(&indicator.target.value)),
                (IndicatorPart::Actual, actual),
            ]
            .into_iter()
            .filter_map(move |(part, missing)| Some((indicator, part, missing?)))
            .filter(|(_, _, missing)| *missing != Missing::NotApplicable)
        })
    }

    /// The days at whose end a finding or a page about it may change.
    pub fn days(&self) -> impl Iterator<Item = Date> {
        let actuals = self.objective.indicators.iter().flat_map(|indicator| &indicator.actuals);
        self.deadline().map(|day| day.date).into_iter().chain(actuals.filter_map(Point::date))
    }
}
