//! `hoshin anchor answer`: the likeliest answer to every open question, in one go.

use clap::Parser;

use super::record_changes::RecordChanges;
use crate::address::{SITE_LOCK, read_list, read_record};
use crate::command::arguments::{Arguments, Command};
use crate::command::error::CommandError;
use crate::command::site_records::SiteRecords;
use crate::diagnostic::{SourceFile, catalogue};

/// Carries out the first command of each question, each on the records that the one before has left.
pub(super) fn all(records: &SiteRecords) -> Result<RecordChanges, CommandError> {
    records.check_undamaged()?;
    let mut state = records.clone();
    let mut changes = RecordChanges::default();
    for command in &records.first_answers {
        let given = Arguments::try_parse_from(command.split_whitespace()).ok().and_then(|given| given.command);
        let Some(Command::Anchor(answer)) = given else { return Err(catalogue::anchor_nowhere(command).into()) };
        let answered = super::changes(&answer, &state)?;
        changes.note(&format!("{command} --write"), &format!("{command} --write"));
        take(&mut state, &answered);
        changes.append(answered);
    }
    Ok(changes)
}

/// Brings the records in memory up to an answer.
fn take(state: &mut SiteRecords, answered: &RecordChanges) {
    for (path, text) in answered.files() {
        let Some(text) = text else {
            state.locks.remove(path);
            continue;
        };
        let file = SourceFile::new(path.as_str(), text.as_str());
        if path == SITE_LOCK {
            state.list = read_list(&file).ok();
        } else if let Ok(lock) = read_record(&file) {
            state.locks.insert(path.clone(), lock);
        }
    }
}
