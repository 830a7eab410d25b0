//! Rows of plans and departments.

use super::column::{ORGANIZATIONS, PLANS};
use super::sheet::{Sheet, SheetRows};
use super::{DataSource, link};
use crate::corpus::leads_outside;
use crate::policy::Organization;

impl DataSource<'_> {
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
        for department in &self.corpus.organizations {
            if department.successors.is_empty() {
                self.organization(department, None, &mut sheet);
            }
            for successor in &department.successors {
                self.organization(department, Some(&successor.value), &mut sheet);
            }
        }
        sheet.finish()
    }

    fn organization(&self, department: &Organization, successor: Option<&str>, sheet: &mut Sheet) {
        self.area(sheet);
        sheet.text(&department.id.value);
        sheet.text(&department.name);
        sheet.day(department.from.as_ref().map(|day| day.date));
        sheet.day(department.until.as_ref().map(|day| day.date));
        sheet.some(department.parent.as_ref().map(|parent| parent.value.as_str()));
        sheet.some(successor);
        sheet.text(&self.url(&link::organization_file(&department.id.value)));
        sheet.some(department.note.as_deref());
    }
}
