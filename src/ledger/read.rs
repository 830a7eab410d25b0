//! Reads a cell and compares it with the file.

use super::Column;
use super::amender::Amender;
use super::canonical::{Takes, canonical};
use super::intake::Incoming;
use super::refusal::CellRefusal;
use super::saved::{is_same, lost, of_values};
use crate::diagnostic::catalogue;
use crate::policy::character_names;

impl Amender<'_> {
    /// The content of a cell in the form of an export. If the spreadsheet has lost a character, this is reported, and the content
    /// of the file stays.
    pub(super) fn read(
        &mut self,
        row: &Incoming,
        column: Column,
        current: &str,
        takes: Takes,
    ) -> Result<String, CellRefusal> {
        let cell = row.row.said(column);
        if !cell.is_empty() && !current.is_empty() && !row.row.deletes(column) {
            if is_same(current, cell) {
                return Ok(current.to_owned());
            }
            if let Some(lost) = lost(current, cell, of_values(self.context.encoding)) {
                self.report_lost(row, column, &lost);
                return Ok(current.to_owned());
            }
        }
        canonical(self.context.corpus, column, cell, current, takes)
    }

    fn report_lost(&mut self, row: &Incoming, column: Column, lost: &[char]) {
        if self.reported.insert((column, row.row.get(column).to_owned())) {
            let names = character_names(lost);
            self.found.push(catalogue::ledger_lost_character(row.number, column.header(), &names).of_site());
        }
    }
}
