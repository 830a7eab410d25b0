//! Published documents that are missing, and the files that may be them under another name.

use std::collections::BTreeSet;

use super::clauses::addressed_clauses;
use super::known::{KnownDocuments, SiteInputs};
use super::lock::{AddressRecord, DocumentFate, SITE_LOCK, lock_path};
use crate::diagnostic::{Bilingual, catalogue};
use crate::japanese::squeezed;
use crate::policy::DocumentId;

/// Reports each missing document once, whatever names it has had.
pub(super) fn report(known: &mut KnownDocuments, site: &SiteInputs<'_>) {
    let unreadable = site.records.iter().filter(|(path, _)| site.is_document_unreadable(path));
    let unreadable: BTreeSet<&DocumentId> =
        unreadable.filter_map(|(_, record)| Some(&record.as_ref().ok()?.document)).collect();
    let mut lost: BTreeSet<DocumentId> = BTreeSet::new();
    for (id, fate) in &known.list.documents {
        let now = known.now(id);
        let exists = site.inputs.contains_key(now) || unreadable.contains(now) || unreadable.contains(id);
        if !exists && !known.was_taken_down(now) && !matches!(fate, DocumentFate::TakenDown { .. }) {
            lost.insert(now.clone());
        }
    }
    let mut found_again: BTreeSet<DocumentId> = BTreeSet::new();
    for document in lost {
        let successor = site.record_of(&document).and_then(|record| likeliest(site, known, record, &found_again));
        known.found.push(catalogue::document_lost(&document.0, &way(&document, successor.as_ref())).in_file(SITE_LOCK));
        if let Some(now) = successor {
            known.first_answers.push(rename(&document, &now));
            known.renamed_untold.insert(now.clone());
            found_again.insert(now);
        }
    }
}

fn rename(document: &DocumentId, now: &DocumentId) -> String {
    format!("hoshin anchor rename {} {}", document.0, now.0)
}

/// What to do about a missing document, the likeliest first.
pub(super) fn way(document: &DocumentId, now: Option<&DocumentId>) -> Bilingual {
    let old = &document.0;
    match now {
        Some(now) => {
            let (now, command) = (&now.0, rename(document, now));
            Bilingual {
                ja: format!(
                    "同じ文の文書「{now}」があります。名前を変えたのなら {command} --write を、公開をやめたのなら hoshin anchor retire {old} --write を実行してください。どちらでもなければ、文書を元に戻してください。"
                ),
                en: format!(
                    "The document `{now}` has the same text. If it was renamed, run {command} --write; if it was taken down for good, hoshin anchor retire {old} --write. Otherwise restore it."
                ),
            }
        }
        None => Bilingual {
            ja: format!(
                "公開をやめたのなら hoshin anchor retire {old} --write を実行してください。名前を変えたのなら、hoshin anchor rename {old} の後ろに今の名前を付けて実行します。どちらでもなければ、文書を元に戻してください。"
            ),
            en: format!(
                "If it was taken down for good, run hoshin anchor retire {old} --write; if it was renamed, hoshin anchor rename {old} followed by its present name. Otherwise restore it."
            ),
        },
    }
}

/// The document that has its record, or has no record and at least half of its texts.
fn likeliest(
    site: &SiteInputs<'_>,
    known: &KnownDocuments,
    record: &AddressRecord,
    taken: &BTreeSet<DocumentId>,
) -> Option<DocumentId> {
    let texts: BTreeSet<String> = record.live().map(|(_, entry)| squeezed(&entry.text)).collect();
    let mut best: Option<(usize, &DocumentId)> = None;
    for (id, input) in site.inputs.iter().filter(|(id, _)| !taken.contains(*id) && !known.is_name(id)) {
        let common = match site.records.get(&lock_path(&input.source.path)) {
            Some(Ok(own)) if own.document == record.document => usize::MAX,
            Some(_) => continue,
            None => {
                let present: BTreeSet<String> =
                    addressed_clauses(&input.body).iter().map(|clause| squeezed(&clause.text)).collect();
                present.intersection(&texts).count()
            }
        };
        if common >= texts.len().div_ceil(2).max(1) && best.is_none_or(|(most, _)| common > most) {
            best = Some((common, id));
        }
    }
    best.map(|(_, id)| id.clone())
}
