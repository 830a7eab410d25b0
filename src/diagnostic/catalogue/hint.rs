//! Findings with a hint that is made of several values.

use super::in_language::InLanguage as _;
use super::{address, cascade, ledger, objective, output, reference, values};
use crate::diagnostic::{Bilingual, Finding, Lang};

/// [`output::OUTPUT_KEPT_FOR_SITE`], with the folder of that site's sources, and its city and address if they are known.
pub fn kept_for_site(target: &str, folder: &str, sources: &str, site: Option<(&str, &str)>) -> Finding {
    let (ja, en) = match site {
        Some((city, url)) => (format!("「{city}」（{url}）のサイト"), format!("the site of {city} ({url})")),
        None => ("サイト".to_owned(), "the site".to_owned()),
    };
    let site =
        Bilingual { ja: format!("「{sources}」の原稿から作る{ja}"), en: format!("{en} made from {sources}") };
    output::output_kept_for_site(target, folder, &site)
}

/// [`values::BAD_ID`], with the nearest id that can be used.
pub fn bad_id(id: &str, suggestion: Option<&str>) -> Finding {
    let example = suggestion.unwrap_or("r8/seisaku-keiei");
    values::bad_id_of(id, &Bilingual { ja: format!("例：{example}"), en: format!("For example: {example}") })
}

/// [`values::BAD_ID`] for an id that is the path of a file.
pub fn bad_file_id(id: &str, suggestion: Option<&str>) -> Finding {
    let example = suggestion.unwrap_or("r8/seisaku-keiei");
    let ja = format!("ファイルやフォルダーの名前を変えるか、書誌に「id: {example}」のように書いてください。");
    let en = format!("Rename the file or folder, or write an id in the front matter: `id: {example}`.");
    values::bad_id_of(id, &Bilingual { ja, en })
}

/// [`ledger::LEDGER_CELL`], with the reason and perhaps a suggestion. Columns have Japanese names in both languages.
pub fn ledger_cell(row: usize, column: &str, written: &str, reason: &Bilingual, near: Option<&str>) -> Finding {
    if near.is_none() {
        return ledger::ledger_cell_of(row, column, written, reason);
    }
    let ja = format!("{}。{}", reason.ja, near.in_language(Lang::Ja));
    let en = format!("{}. {}", reason.en, near.in_language(Lang::En).trim_end());
    ledger::ledger_cell_of(row, column, written, &Bilingual { ja, en })
}

/// [`ledger::LEDGER_HEADER`], with the header that was probably meant.
pub fn ledger_header(header: &str, near: Option<&str>) -> Finding {
    let [ja, en] = [Lang::Ja, Lang::En].map(|lang| near.in_language(lang).into_owned());
    ledger::ledger_header_of(header, &Bilingual { ja, en })
}

/// [`ledger::LEDGER_HEADER`] of a table whose columns are not separated by commas.
pub fn ledger_separator(header: &str, separator: &Bilingual) -> Finding {
    let ja = format!("列が{}で区切られています。コンマ区切りの CSV で保存し直してください。", separator.ja);
    let en = format!("The columns are separated by {}. Save the table as CSV, separated by commas. ", separator.en);
    ledger::ledger_header_of(header, &Bilingual { ja, en })
}

/// [`objective::UNIT_OUTSIDE_VALIDITY`], with the names of the department's successors.
pub fn unit_outside_validity(name: &str, day: &str, successors: &[&str]) -> Finding {
    objective::unit_outside_validity_of(name, day, &successor_hint("後身", successors))
}

/// [`reference::EXPIRED_PLAN`], with the plan's last day and the names of its successors.
pub fn expired_plan(name: &str, until: &str, day: &str, successors: &[&str]) -> Finding {
    reference::expired_plan_of(&format!("「{name}」（{until}まで）"), day, &successor_hint("後継", successors))
}

fn successor_hint(word: &str, successors: &[&str]) -> Bilingual {
    if successors.is_empty() {
        return Bilingual::default();
    }
    let ja = format!("{word}は「{}」です。", successors.join("」「"));
    Bilingual { ja, en: format!("Its successor: {}. ", successors.join(", ")) }
}

/// [`address::PUBLISHED_UNRECORDED`], with the documents, as far as they are known.
pub fn published_unrecorded(folder: &str, addresses: &str, documents: &str) -> Finding {
    address::published_unrecorded_of(folder, addresses, &document_hint(documents))
}

/// [`address::PUBLISHED_NEWER`], with the documents.
pub fn published_newer(folder: &str, addresses: &str, documents: &str) -> Finding {
    address::published_newer_of(folder, addresses, &document_hint(documents))
}

fn document_hint(documents: &str) -> Bilingual {
    if documents.is_empty() {
        return Bilingual::default();
    }
    Bilingual { ja: format!("（文書：{documents}）"), en: format!(" (documents: {documents})") }
}

/// [`address::CITATION_NOT_FOUND`], with the citation that was probably meant.
pub fn citation_not_found(citation: &str, suggestion: Option<&str>) -> Finding {
    let hint = suggestion.map_or_else(Bilingual::default, |near| Bilingual {
        ja: format!("もしかして：{near}　"),
        en: format!("Did you mean {near}? "),
    });
    address::citation_not_found_of(citation, &hint)
}

/// [`cascade::UPPER_CLAUSE_WITHDRAWN`], with the clauses that replaced it.
pub fn upper_clause_withdrawn(clause: &str, name: &str, successors: &[&str]) -> Finding {
    let hint = if successors.is_empty() {
        Bilingual::default()
    } else {
        let [ja, en] = [Lang::Ja, Lang::En].map(|lang| successors.in_language(lang));
        Bilingual { ja: format!("代わりの項目は {ja} です。"), en: format!("Its successors: {en}. ") }
    };
    cascade::upper_clause_withdrawn_of(clause, name, &hint)
}
