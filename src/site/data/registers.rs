//! Rows of plans and units.

use super::column::{ORGANIZATIONS, PLANS};
use super::sheet::{Sheet, SheetRows};
use super::{Source, link};
use crate::corpus::leads_outside;
use crate::policy::Organization;

impl Source<'_> {
    pub(super) fn plans(&self) -> SheetRows {
        let mut sheet = Sheet::new(&PLANS);
        for plan in &self.corpus.plans {
            self.area(&mut sheet);
            sheet.text(&plan.id.value);
            sheet.text(&plan.name);
            sheet.day(plan.from);
            sheet.day(plan.until);
            sheet.some(plan.period.as_deref());
            sheet.some(plan.owner.as_ref().map(|owner| owner.value.as_str()));
            sheet.some(plan.status.as_deref());
            sheet.some(plan.url.as_deref().filter(|url| leads_outside(url)));
            sheet.text(&self.url(&link::plan_file(&plan.id.value)));
            sheet.some(plan.note.as_deref());
        }
        sheet.finish()
    }

    pub(super) fn organizations(&self) -> SheetRows {
        let mut sheet = Sheet::new(&ORGANIZATIONS);
        for unit in &self.corpus.organizations {
            if unit.successors.is_empty() {
                self.organization(unit, None, &mut sheet);
            }
            for successor in &unit.successors {
                self.organization(unit, Some(&successor.value), &mut sheet);
            }
        }
        sheet.finish()
    }

    fn organization(&self, unit: &Organization, successor: Option<&str>, sheet: &mut Sheet) {
        self.area(sheet);
        sheet.text(&unit.id.value);
        sheet.text(&unit.name);
        sheet.day(unit.from.as_ref().map(|day| day.date));
        sheet.day(unit.until.as_ref().map(|day| day.date));
        sheet.some(unit.parent.as_ref().map(|parent| parent.value.as_str()));
        sheet.some(successor);
        sheet.text(&self.url(&link::organization_file(&unit.id.value)));
        sheet.some(unit.note.as_deref());
    }
}
