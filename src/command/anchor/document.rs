//! The changes that answers about whole documents make.

use super::record_changes::RecordChanges;
use crate::address::{self, AddressRecord, DocumentFate, PublishedList, SITE_LOCK, settle};
use crate::command::arguments::Ending;
use crate::command::error::CommandError;
use crate::command::site_records::SiteRecords;
use crate::diagnostic::{Finding, catalogue};
use crate::policy::{ClauseId, DocumentId};

/// Returns whether a word names a document of today or one that was published.
pub(super) fn is_known(records: &SiteRecords, word: &str) -> bool {
    let id = DocumentId(word.to_owned());
    records.corpus.document(&id).is_some()
        || records.list.as_ref().is_some_and(|list| list.documents.contains_key(&id))
        || records.locks.values().any(|lock| lock.document == id)
}

/// Returns whether a word names a document that was published and is gone.
fn is_gone(records: &SiteRecords, word: &str) -> bool {
    is_known(records, word) && records.corpus.document(&DocumentId(word.to_owned())).is_none()
}

/// The document is taken down for good. Its record stays, for the tombstones.
pub(super) fn retire(records: &SiteRecords, word: &str, ending: &Ending) -> Result<RecordChanges, CommandError> {
    records.check_undamaged()?;
    let id = DocumentId(word.to_owned());
    if records.corpus.document(&id).is_some() {
        return Err(catalogue::anchor_document_stands(word).into());
    }
    let list = settle::retire_document(list(records)?, &id, None, ending.reason.as_deref());
    let mut changes = RecordChanges::default();
    changes.note(
        &format!("文書「{word}」は公開を終えたものとし、すべての条項を「なくなった条項」として案内します。"),
        &format!("the document `{word}` is taken down; each of its clauses becomes a tombstone"),
    );
    changes.write(SITE_LOCK, list.to_text());
    Ok(changes)
}

/// The document has a new name. The new record is written first, then the list; the old record is removed last.
pub(super) fn rename(records: &SiteRecords, old: &str, new: &str) -> Result<RecordChanges, CommandError> {
    records.check_undamaged()?;
    let (from, to) = (DocumentId(old.to_owned()), DocumentId(new.to_owned()));
    if records.corpus.document(&from).is_some() {
        return Err(catalogue::anchor_document_stands(old).into());
    }
    let document = records.corpus.document(&to).ok_or_else(|| catalogue::anchor_nowhere(new))?;
    let right = address::lock_path(&document.source.path);
    // After an interruption the record may have the new name already.
    let named = |wanted: &DocumentId| records.locks.iter().find(|(_, lock)| lock.document == *wanted);
    let (path, lock) = named(&from)
        .or_else(|| named(&to).filter(|_| is_gone(records, old)))
        .ok_or_else(|| catalogue::anchor_nowhere(old))?;
    if let Some(there) = records.locks.get(&right).filter(|there| there.document != from && *path != right) {
        return Err(catalogue::lock_of_another(&there.document.0, new).into());
    }
    let list = list(records)?;
    let has_own = matches!(list.documents.get(&to), Some(DocumentFate::Published | DocumentFate::TakenDown { .. }));
    if has_own && lock.document == from && !address::has_been(lock, &to) {
        // The record of the new name has been overwritten: its addresses would be lost.
        return Err(catalogue::lock_of_another(old, new).into());
    }
    let was = AddressRecord { document: from.clone(), ..lock.clone() };
    let (list, lock) = settle::rename_document(list, &was, &to);
    let mut changes = RecordChanges::default();
    changes.note(
        &format!("「{old}」のアドレスは、すべて「{new}」の同じ条項に届きます。"),
        &format!("every address of `{old}` leads to the same clause of `{new}`"),
    );
    changes.write(&right, lock.to_text());
    changes.write(SITE_LOCK, list.to_text());
    if *path != right {
        changes.remove(path);
    }
    Ok(changes)
}

/// The addresses of the document are given up. The record is removed last.
pub(super) fn forget(records: &SiteRecords, word: &str) -> Result<RecordChanges, CommandError> {
    let id = DocumentId(word.to_owned());
    let list = list(records)?;
    let document = records.corpus.document(&id);
    let path = match document {
        Some(document) => Some(address::lock_path(&document.source.path)),
        None => records.locks.iter().find(|(_, lock)| lock.document == id).map(|(path, _)| path.clone()),
    };
    let path = path.filter(|path| records.seen.contains_key(path));
    let ids = OwnIds::of(records, list, &id, path.as_deref());
    if path.is_none() && !list.documents.contains_key(&id) && ids.published.is_empty() {
        return Err(catalogue::anchor_nowhere(word).into());
    }
    let mut changes = RecordChanges::default();
    ids.tell(word, &mut changes);
    let ids = ids.recorded.into_iter().chain(ids.published);
    changes.write(SITE_LOCK, settle::give_up(list, &id, ids).to_text());
    if let Some(path) = path {
        changes.remove(&path);
    }
    Ok(changes)
}

/// The permanent ids of a document that is to be forgotten.
#[derive(Default)]
struct OwnIds {
    /// How many ids its record has.
    count: usize,
    /// The ids that no other record has. A clause that has moved to another document keeps its address.
    recorded: Vec<ClauseId>,
    /// The ids that only a published site has.
    published: Vec<ClauseId>,
    /// The ids of published sites whose document is not known. They are not given up.
    unknown: Vec<ClauseId>,
}

impl OwnIds {
    fn of(records: &SiteRecords, list: &PublishedList, id: &DocumentId, path: Option<&str>) -> Self {
        let mut ids = Self::default();
        if let Some(lock) = path.and_then(|path| records.locks.get(path)) {
            let others = records.locks.iter().filter(|(other, _)| path != Some(other.as_str())).map(|(_, lock)| lock);
            let others = settle::ids_of(others);
            ids.count = lock.entries.len();
            ids.recorded = lock.entries.keys().filter(|id| !others.contains(*id)).cloned().collect();
        } else if let Some(DocumentFate::Renamed(_)) = list.documents.get(id) {
            // A former name has no record of its own.
            return ids;
        }
        let is_sole = ids.count == 0 && records.is_only_withdrawn_without_record(id);
        for (lost, owner) in records.unrecorded() {
            match owner {
                Some(owner) if owner == *id => ids.published.push(lost),
                Some(_) => {}
                // A site tells the document of each id, except where the document was taken down.
                None if is_sole => ids.published.push(lost),
                None if ids.count == 0 => ids.unknown.push(lost),
                None => {}
            }
        }
        ids
    }

    fn tell(&self, word: &str, changes: &mut RecordChanges) {
        let count = self.count;
        changes.note(
            &format!("文書「{word}」の公開済みのアドレス（記録 {count} 件）をすべて捨てます。これまでのリンクと引用は行き先を失います。"),
            &format!("all published addresses of `{word}` are given up ({count} recorded): links to them and citations die"),
        );
        if !self.published.is_empty() {
            let pages = pages(&self.published);
            changes.note(
                &format!("どの記録にもなく、公開済みのサイトだけにある、この文書の次のアドレスも捨てます：{pages}"),
                &format!(
                    "these addresses of the document, which only the published site has, are given up, too: {pages}"
                ),
            );
        }
        if !self.unknown.is_empty() {
            let pages = pages(&self.unknown);
            changes.note(
                &format!("次の公開済みのアドレスは、どの文書のものか分からないので捨てません：{pages}"),
                &format!("nobody knows whose these published addresses are: {pages}. They are not given up"),
            );
        }
    }
}

fn pages(ids: &[ClauseId]) -> String {
    ids.iter().map(|id| format!("/c/{id}/")).collect::<Vec<_>>().join(" ")
}

/// The list of published documents is made anew from the records.
pub(super) fn adopt(records: &SiteRecords) -> Result<RecordChanges, CommandError> {
    records.check_undamaged()?;
    if records.list.is_some() {
        return Err(catalogue::anchor_list_stands().into());
    }
    let locks: Vec<AddressRecord> = records.locks.values().cloned().collect();
    let list = settle::adopt(&locks);
    let names: Vec<&str> = list.documents.keys().map(|id| id.0.as_str()).collect();
    let mut changes = RecordChanges::default();
    changes.note(
        &format!("公開した文書の一覧を作り直します：{}", names.join("、")),
        &format!("the list of published documents is made anew: {}", names.join(", ")),
    );
    changes.note(
        "以前の名前は、記録（.lock）からは分かりません。名前を変えたことのある文書には aliases: 以前の名前 を書いてください。",
        "Former names are not in the records: write aliases: OLD in the front matter of every document that was renamed.",
    );
    changes.write(SITE_LOCK, list.to_text());
    Ok(changes)
}

fn list(records: &SiteRecords) -> Result<&PublishedList, Finding> {
    records.list.as_ref().ok_or_else(catalogue::site_lock_missing)
}

/// The fate of a document, in Japanese and English.
pub(super) fn fate_words(fate: &DocumentFate) -> (String, String) {
    match fate {
        DocumentFate::Published => ("公開済み".to_owned(), "published".to_owned()),
        DocumentFate::Renamed(now) => (format!("今の名前は {}", now.0), format!("called {} now", now.0)),
        DocumentFate::TakenDown { .. } => ("公開終了".to_owned(), "taken down".to_owned()),
    }
}
