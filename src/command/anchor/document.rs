//! Answers about whole documents.

use super::Refused;
use super::office::Office;
use super::preview::Answer;
use crate::address::{self, Fate, Lock, SITE_LOCK, SiteLock, settle};
use crate::command::arguments::Ending;
use crate::diagnostic::{Finding, catalogue};
use crate::policy::DocumentId;

/// Whether a word names a document that was published, there or not; a record alone says so, too.
pub(super) fn is_known(office: &Office, word: &str) -> bool {
    let id = DocumentId(word.to_owned());
    office.corpus.document(&id).is_some()
        || office.list.as_ref().is_some_and(|list| list.documents.contains_key(&id))
        || office.locks.values().any(|lock| lock.document == id)
}

/// Whether it was published and is not there any more.
fn is_gone(office: &Office, word: &str) -> bool {
    is_known(office, word) && office.corpus.document(&DocumentId(word.to_owned())).is_none()
}

/// It is taken down for good. Its record stays, for the tombstones.
pub(super) fn retire(office: &Office, word: &str, ending: &Ending) -> Result<Answer, Refused> {
    office.sound()?;
    let id = DocumentId(word.to_owned());
    if office.corpus.document(&id).is_some() {
        return Err(catalogue::anchor_document_stands(word).into());
    }
    let list = settle::retire_document(list(office)?, &id, None, ending.reason.as_deref());
    let mut answer = Answer::default();
    answer.note(
        &format!("文書「{word}」は公開を終えたものとし、すべての条項を「なくなった条項」として案内します。"),
        &format!("the document `{word}` is taken down; each of its clauses becomes a tombstone"),
    );
    answer.write(SITE_LOCK, list.to_text());
    Ok(answer)
}

/// It has another name. Its record goes with it: first the new one, then the list, and at last the old one goes.
pub(super) fn rename(office: &Office, old: &str, new: &str) -> Result<Answer, Refused> {
    office.sound()?;
    let (from, to) = (DocumentId(old.to_owned()), DocumentId(new.to_owned()));
    if office.corpus.document(&from).is_some() {
        return Err(catalogue::anchor_document_stands(old).into());
    }
    let document = office.corpus.document(&to).ok_or_else(|| catalogue::anchor_nowhere(new))?;
    let right = address::lock_path(&document.source.path);
    // After an interruption the record may bear the new name already.
    let named = |wanted: &DocumentId| office.locks.iter().find(|(_, lock)| lock.document == *wanted);
    let (path, lock) = named(&from)
        .or_else(|| named(&to).filter(|_| is_gone(office, old)))
        .ok_or_else(|| catalogue::anchor_nowhere(old))?;
    if let Some(there) = office.locks.get(&right).filter(|there| there.document != from && *path != right) {
        return Err(catalogue::lock_of_another(&there.document.0, new).into());
    }
    let list = list(office)?;
    let has_own = matches!(list.documents.get(&to), Some(Fate::Published | Fate::TakenDown { .. }));
    if has_own && lock.document == from && !address::has_been(lock, &to) {
        // The record of the new name has been written over: it would be forgotten with this.
        return Err(catalogue::lock_of_another(old, new).into());
    }
    let was = Lock { document: from.clone(), ..lock.clone() };
    let (list, lock) = settle::rename_document(list, &was, &to);
    let mut answer = Answer::default();
    answer.note(
        &format!("「{old}」のアドレスは、すべて「{new}」の同じ条項に届きます。"),
        &format!("every address of `{old}` leads to the same clause of `{new}`"),
    );
    answer.write(&right, lock.to_text());
    answer.write(SITE_LOCK, list.to_text());
    if *path != right {
        answer.remove(path);
    }
    Ok(answer)
}

/// Its addresses are given up. The record goes last: interrupted before that, nothing is given up.
pub(super) fn forget(office: &Office, word: &str) -> Result<Answer, Refused> {
    let id = DocumentId(word.to_owned());
    let list = list(office)?;
    let document = office.corpus.document(&id);
    let path = match document {
        Some(document) => Some(address::lock_path(&document.source.path)),
        None => office.locks.iter().find(|(_, lock)| lock.document == id).map(|(path, _)| path.clone()),
    };
    let path = path.filter(|path| office.seen.contains_key(path));
    let ids = OwnIds::of(office, list, (&id, path.as_deref()));
    if path.is_none() && !list.documents.contains_key(&id) && ids.published.is_empty() {
        return Err(catalogue::anchor_nowhere(word).into());
    }
    let mut answer = Answer::default();
    ids.tell(word, &mut answer);
    let ids = ids.recorded.into_iter().chain(ids.published);
    answer.write(SITE_LOCK, settle::give_up(list, &id, ids).to_text());
    if let Some(path) = path {
        answer.remove(&path);
    }
    Ok(answer)
}

/// The permanent ids of a document that is to be forgotten.
#[derive(Default)]
struct OwnIds {
    /// How many its record has.
    count: usize,
    /// Those of its record that no other record has: a clause that moved on keeps its address.
    recorded: Vec<Box<str>>,
    /// Those that only a published site knows.
    published: Vec<Box<str>>,
    /// Those of published sites of which nobody knows whose they are: they are not given up.
    unknown: Vec<Box<str>>,
}

impl OwnIds {
    fn of(office: &Office, list: &SiteLock, (id, path): (&DocumentId, Option<&str>)) -> Self {
        let mut ids = Self::default();
        if let Some(lock) = path.and_then(|path| office.locks.get(path)) {
            let others = office.locks.iter().filter(|(other, _)| path != Some(other.as_str())).map(|(_, lock)| lock);
            let others = settle::ids_of(others);
            ids.count = lock.entries.len();
            ids.recorded = lock.entries.keys().filter(|id| !others.contains(*id)).cloned().collect();
        } else if let Some(Fate::Renamed(_)) = list.documents.get(id) {
            // A former name has no record of its own.
            return ids;
        }
        let is_sole = ids.count == 0 && office.is_only_withdrawn_without_record(id);
        for (lost, owner) in office.unrecorded() {
            match owner {
                Some(owner) if owner == *id => ids.published.push(lost),
                Some(_) => {}
                // A site tells the documents of all ids but of those that were taken down.
                None if is_sole => ids.published.push(lost),
                None if ids.count == 0 => ids.unknown.push(lost),
                None => {}
            }
        }
        ids
    }

    fn tell(&self, word: &str, answer: &mut Answer) {
        let count = self.count;
        answer.note(
            &format!("文書「{word}」の公開済みのアドレス（記録 {count} 件）をすべて捨てます。これまでのリンクと引用は行き先を失います。"),
            &format!("all published addresses of `{word}` are given up ({count} recorded): links to them and citations die"),
        );
        if !self.published.is_empty() {
            let pages = pages(&self.published);
            answer.note(
                &format!("どの記録にもなく、公開済みのサイトだけにある、この文書の次のアドレスも捨てます：{pages}"),
                &format!(
                    "these addresses of the document, which only the published site has, are given up, too: {pages}"
                ),
            );
        }
        if !self.unknown.is_empty() {
            let pages = pages(&self.unknown);
            answer.note(
                &format!("次の公開済みのアドレスは、どの文書のものか分からないので捨てません：{pages}"),
                &format!("nobody knows whose these published addresses are: {pages}. They are not given up"),
            );
        }
    }
}

fn pages(ids: &[Box<str>]) -> String {
    ids.iter().map(|id| format!("/c/{id}/")).collect::<Vec<_>>().join(" ")
}

/// The list of published documents is made anew.
pub(super) fn adopt(office: &Office) -> Result<Answer, Refused> {
    office.sound()?;
    if office.list.is_some() {
        return Err(catalogue::anchor_list_stands().into());
    }
    let locks: Vec<Lock> = office.locks.values().cloned().collect();
    let list = settle::adopt(&locks);
    let names: Vec<&str> = list.documents.keys().map(|id| id.0.as_str()).collect();
    let mut answer = Answer::default();
    answer.note(
        &format!("公開した文書の一覧を作り直します：{}", names.join("、")),
        &format!("the list of published documents is made anew: {}", names.join(", ")),
    );
    answer.note(
        "以前の名前は、記録（.lock）からは分かりません。名前を変えたことのある文書には aliases: 以前の名前 を書いてください。",
        "Former names are not in the records: write aliases: OLD in the front matter of every document that was renamed.",
    );
    answer.write(SITE_LOCK, list.to_text());
    Ok(answer)
}

fn list(office: &Office) -> Result<&SiteLock, Finding> {
    office.list.as_ref().ok_or_else(catalogue::site_lock_missing)
}

/// What became of a document, for the list of all: Japanese and English.
pub(super) fn fate(fate: &Fate) -> (String, String) {
    match fate {
        Fate::Published => ("公開済み".to_owned(), "published".to_owned()),
        Fate::Renamed(now) => (format!("今の名前は {}", now.0), format!("called {} now", now.0)),
        Fate::TakenDown { .. } => ("公開終了".to_owned(), "taken down".to_owned()),
    }
}
