//! What an edit does to published addresses: for people who want to see it before it is recorded.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::document::lock_path;
use super::lock::{Entry, Lock};
use super::matching::{self, Question};
use super::unit::Unit;
use crate::diagnostic::{Bilingual, SourceFile};
use crate::policy::DocumentId;

/// What an edit does to the addresses of a document.
#[derive(Debug, Clone, PartialEq)]
pub struct Revision<'a> {
    /// Published clauses and new ones: those that stand, in the order of the page, then those that are gone, in their old
    /// order.
    pub changes: Vec<Change<'a>>,
}

/// What became of one address.
#[derive(Debug, Clone, PartialEq)]
pub struct Change<'a> {
    /// What.
    pub kind: ChangeKind,
    /// The permanent id, and the clause as last published; none for a new clause.
    pub was: Option<(&'a str, &'a Entry)>,
    /// The clause as it stands now; none for one that is gone or unclear.
    pub is: Option<&'a Unit>,
}

/// What became of an address.
#[derive(Debug, Clone, PartialEq)]
pub enum ChangeKind {
    /// Nothing.
    Same,
    /// It leads to another place.
    Moved,
    /// It leads to other words.
    Reworded,
    /// Both.
    MovedAndReworded,
    /// It cannot be told where it leads: somebody has to say.
    Unclear(Question),
    /// It leads to a note that its clause is gone.
    Lost,
    /// It did not exist.
    New,
}

/// A way to settle something, and the command for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What it says.
    pub says: Bilingual,
    /// The command, without `--write`.
    pub command: String,
}

/// The lock of a document among those on disk, under its present name; `None` when it has none or it is another's. `now`
/// says what a document is called now; `path` is that of its file, relative to the site's folder.
///
/// # Errors
/// [`Unreadable`] when there is one and it cannot be read; that has its own findings.
pub fn lock_of(
    document: &DocumentId,
    path: &str,
    locks: &BTreeMap<String, Arc<SourceFile>>,
    now: impl Fn(&DocumentId) -> DocumentId,
) -> Result<Option<Lock>, Unreadable> {
    let Some(file) = locks.get(&lock_path(path)) else { return Ok(None) };
    let lock = super::read_lock(file).map_err(|_| Unreadable)?;
    Ok((now(&lock.document) == *document).then(|| Lock { document: document.clone(), ..lock }))
}

/// A lock that cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unreadable;

/// Compares a text with its lock.
#[must_use]
pub fn revision<'a>(lock: &'a Lock, units: &'a [Unit]) -> Revision<'a> {
    let matches = matching::find(lock, units);
    let entry = |id: &str| lock.entries.get_key_value(id).map(|(id, entry)| (&**id, entry));
    let mut changes = Vec::with_capacity(units.len());
    for (unit, id) in units.iter().zip(&matches.ids) {
        let was = id.as_deref().and_then(entry);
        changes.push(Change { kind: kind(was, unit), was, is: Some(unit) });
    }
    let standing: BTreeSet<&str> = matches.ids.iter().flatten().map(|id| &**id).collect();
    let mut gone: Vec<(&str, &Entry)> = lock.live().filter(|(id, _)| !standing.contains(id)).collect();
    gone.sort_by(|(_, a), (_, b)| matching::by_position(&a.position, &b.position));
    for (id, entry) in gone {
        let question = matches.questions.iter().find(|question| *question.id == *id);
        let kind = question.cloned().map_or(ChangeKind::Lost, ChangeKind::Unclear);
        changes.push(Change { kind, was: Some((id, entry)), is: None });
    }
    Revision { changes }
}

fn kind(was: Option<(&str, &Entry)>, unit: &Unit) -> ChangeKind {
    let Some((_, entry)) = was else { return ChangeKind::New };
    match (entry.position == unit.position, *entry.text == *unit.text) {
        (true, true) => ChangeKind::Same,
        (false, true) => ChangeKind::Moved,
        (true, false) => ChangeKind::Reworded,
        (false, false) => ChangeKind::MovedAndReworded,
    }
}

/// The answers to a question about a clause of `document`, each with its command, the likeliest first.
#[must_use]
pub fn choices(document: &DocumentId, units: &[Unit], question: &Question) -> Vec<Choice> {
    let id = &question.id;
    let choice = |ja: String, en: String, command: String| Choice { says: Bilingual { ja, en }, command };
    let mut choices = Vec::new();
    let mut places = Vec::new();
    for unit in question.candidates.iter().filter_map(|candidate| units.get(candidate.unit)) {
        let place = format!("{}#{}", document.0, unit.position);
        let (ja, en) = (format!("「{}」に当たる", unit.name), format!("it is {}", unit.name));
        choices.push(choice(ja, en, format!("hoshin anchor same {id} {place}")));
        places.push(place);
    }
    if places.len() > 1 {
        let command = format!("hoshin anchor split {id} {}", places.join(" "));
        choices.push(choice("これらに分かれた".to_owned(), "it was split into these".to_owned(), command));
    }
    if let Some(place) = places.first().filter(|_| !question.rivals.is_empty()) {
        let command = format!("hoshin anchor merge {id} {} {place}", question.rivals.join(" "));
        choices.push(choice("ほかの条項と一つになった".to_owned(), "it was merged with others".to_owned(), command));
    }
    let command = format!("hoshin anchor retire {id}");
    choices.push(choice("なくなった".to_owned(), "it was taken out".to_owned(), command));
    choices
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::address::{Candidate, UnitKind};

    fn unit(position: &str) -> Unit {
        Unit {
            kind: UnitKind::Paragraph,
            position: position.into(),
            name: position.into(),
            text: String::new(),
            parent: None,
            authored: None,
            range: 0..0,
        }
    }

    fn commands(candidates: usize, rivals: &[&str]) -> Vec<String> {
        let units = [unit("s1-p1"), unit("s1-p2")];
        let candidates = (0..candidates).map(|unit| Candidate { unit, score: 0.6 }).collect();
        let rivals = rivals.iter().map(|id| (*id).into()).collect();
        let question = Question { id: "k7f3q".into(), candidates, rivals };
        choices(&DocumentId("r8/a".to_owned()), &units, &question).into_iter().map(|choice| choice.command).collect()
    }

    #[test]
    fn every_answer_to_a_question_has_its_command() {
        let (first, second) = ("hoshin anchor same k7f3q r8/a#s1-p1", "hoshin anchor same k7f3q r8/a#s1-p2");
        let gone = "hoshin anchor retire k7f3q";
        assert_eq!(commands(1, &[]), [first, gone]);
        assert_eq!(commands(2, &[]), [first, second, "hoshin anchor split k7f3q r8/a#s1-p1 r8/a#s1-p2", gone]);
        assert_eq!(commands(1, &["m2x4r"]), [first, "hoshin anchor merge k7f3q m2x4r r8/a#s1-p1", gone]);
    }

    #[test]
    fn a_lock_belongs_to_a_document_by_the_name_it_has_now() {
        let document = DocumentId("r8/a".to_owned());
        let file = |name: &str| {
            let text = Lock::new(DocumentId(name.to_owned())).to_text();
            BTreeMap::from([("content/r8/a.lock".to_owned(), SourceFile::new("content/r8/a.lock", text))])
        };
        let renamed = |id: &DocumentId| DocumentId(if id.0 == "r8/old" { "r8/a".to_owned() } else { id.0.clone() });
        let name =
            |locks| lock_of(&document, "content/r8/a.md", &locks, renamed).map(|lock| lock.map(|lock| lock.document.0));
        assert_eq!(name(file("r8/a")), Ok(Some("r8/a".to_owned())));
        assert_eq!(name(file("r8/old")), Ok(Some("r8/a".to_owned())));
        assert_eq!(name(file("r8/other")), Ok(None));
        assert_eq!(name(BTreeMap::new()), Ok(None));
        let damaged = BTreeMap::from([("content/r8/a.lock".to_owned(), SourceFile::new("content/r8/a.lock", "{"))]);
        assert_eq!(name(damaged), Err(Unreadable));
    }
}
