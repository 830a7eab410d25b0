//! Findings whose help may suggest what was meant, or whose sentence names a reason from [`words`](super::words).

use super::{address, cascade, check, ledger, objective, output, reference, site, snippet, values, yaml};
use crate::diagnostic::{Bilingual, Finding};

/// "Did you mean …", or nothing.
fn did_you_mean(suggestion: Option<&str>) -> Bilingual {
    match suggestion {
        Some(word) => {
            Bilingual { ja: format!("「{word}」ではありませんか。"), en: format!("Did you mean `{word}`? ") }
        }
        None => Bilingual { ja: String::new(), en: String::new() },
    }
}

/// [`yaml::UNKNOWN_KEY`], with the key that was probably meant and those there are.
pub fn unknown_key(key: &str, suggestion: Option<&str>, keys: &[&str]) -> Finding {
    let hint = did_you_mean(suggestion);
    let ja = format!("{}ここに書けるのは {} です。", hint.ja, keys.join("・"));
    let en = format!("{}Keys allowed here: {}.", hint.en, keys.join(", "));
    yaml::unknown_key_of(key, &ja, &en)
}

/// [`output::OUTPUT_KEPT_FOR_SITE`], with the folder of that site's sources, and its city and address if they are known.
pub fn kept_for_site((target, usual): (&str, &str), sources: &str, site: Option<(&str, &str)>) -> Finding {
    let (ja, en) = match site {
        Some((city, url)) => (format!("「{city}」（{url}）のサイト"), format!("the site of {city} ({url})")),
        None => ("サイト".to_owned(), "the site".to_owned()),
    };
    let (ja, en) = (format!("「{sources}」の原稿から作る{ja}"), format!("{en} made from {sources}"));
    output::output_kept_for_site(target, usual, &ja, &en)
}

/// [`values::BAD_ID`], with the nearest id that can be used.
pub fn bad_id(id: &str, suggestion: Option<&str>) -> Finding {
    let example = suggestion.unwrap_or("r8/seisaku-keiei");
    values::bad_id_of(id, &format!("例：{example}"), &format!("For example: {example}"))
}

/// [`yaml::WRONG_TYPE`], with what the value should be.
pub fn wrong_type(key: &str, form: &Bilingual) -> Finding {
    yaml::wrong_type_of(key, &form.ja, &form.en)
}

/// [`cascade::FORMULA_LIKE_TEXT`], with what the text is of and the sign it starts with.
pub fn formula_like_text(what: &Bilingual, start: char) -> Finding {
    cascade::formula_like_text_of(&what.ja, &what.en, &start.to_string())
}

/// A cell: its column and its content. Columns have Japanese names in both languages.
fn in_column(column: &str, written: &str) -> String {
    format!("「{column}」の列「{written}」")
}

/// [`ledger::LEDGER_CELL`], with the reason and perhaps what was meant.
pub fn ledger_cell((row, column): (usize, &str), written: &str, reason: &Bilingual, near: Option<&str>) -> Finding {
    let hint = did_you_mean(near);
    let (ja, en) = match near {
        Some(_) => (format!("{}。{}", reason.ja, hint.ja), format!("{}. {}", reason.en, hint.en.trim_end())),
        None => (reason.ja.clone(), reason.en.clone()),
    };
    ledger::ledger_cell_of(row, &in_column(column, written), &ja, &en)
}

/// [`ledger::LEDGER_CLAUSE`], with the clause that was probably meant.
pub fn ledger_clause((row, column): (usize, &str), written: &str, near: Option<&str>) -> Finding {
    let hint = did_you_mean(near);
    ledger::ledger_clause_of(row, &in_column(column, written), &hint.ja, &hint.en)
}

/// [`ledger::LEDGER_HEADER`], with the header that was probably meant.
pub fn ledger_header(header: &str, near: Option<&str>) -> Finding {
    let hint = did_you_mean(near);
    ledger::ledger_header_of(header, &hint.ja, &hint.en)
}

/// [`ledger::LEDGER_HEADER`] of a table whose columns are not separated by commas.
pub fn ledger_separator(header: &str, separator: &Bilingual) -> Finding {
    let ja = format!("列が{}で区切られています。コンマ区切りの CSV で保存し直してください。", separator.ja);
    let en = format!("The columns are separated by {}. Save the table as CSV, separated by commas. ", separator.en);
    ledger::ledger_header_of(header, &ja, &en)
}

/// [`objective::UNIT_OUTSIDE_VALIDITY`], with the names of the unit's successors.
pub fn unit_outside_validity(name: &str, day: &str, successors: &[&str]) -> Finding {
    let hint = if successors.is_empty() {
        Bilingual { ja: String::new(), en: String::new() }
    } else {
        let ja = format!("後身は「{}」です。", successors.join("」「"));
        Bilingual { ja, en: format!("Its successor: {}. ", successors.join(", ")) }
    };
    objective::unit_outside_validity_of(name, day, &hint.ja, &hint.en)
}

/// [`objective::BAD_NUMBER`], with the number that was probably meant.
pub fn bad_number(written: &str, near: Option<&str>) -> Finding {
    let hint = did_you_mean(near);
    objective::bad_number_of(written, &hint.ja, &hint.en)
}

/// [`objective::UNKNOWN_PROGRESS_WORD`], with the word that was probably meant and all there are.
pub fn unknown_progress_word(word: &str, suggestion: Option<&str>, all: &str) -> Finding {
    let hint = did_you_mean(suggestion);
    objective::unknown_progress_word_of(word, all, &hint.ja, &hint.en)
}

/// [`values::BAD_DATE`], with the reason.
pub fn bad_date(written: &str, reason: &Bilingual) -> Finding {
    values::bad_date_of(written, &reason.ja, &reason.en)
}

/// [`reference::EXPIRED_PLAN`], with the plan's last day and the names of its successors.
pub fn expired_plan(name: &str, until: &str, day: &str, successors: &[&str]) -> Finding {
    let plan = format!("「{name}」（{until}まで）");
    let hint = if successors.is_empty() {
        Bilingual { ja: String::new(), en: String::new() }
    } else {
        let ja = format!("後継は「{}」です。", successors.join("」「"));
        Bilingual { ja, en: format!("Its successor: {}. ", successors.join(", ")) }
    };
    reference::expired_plan_of(&plan, day, &hint.ja, &hint.en)
}

/// [`address::PUBLISHED_UNRECORDED`], with the documents, as far as they are known.
pub fn published_unrecorded(folder: &str, addresses: &str, documents: &str) -> Finding {
    let whose = of_documents(documents);
    address::published_unrecorded_of(folder, addresses, &whose.ja, &whose.en)
}

/// [`address::PUBLISHED_NEWER`], with the documents.
pub fn published_newer(folder: &str, addresses: &str, documents: &str) -> Finding {
    let whose = of_documents(documents);
    address::published_newer_of(folder, addresses, &whose.ja, &whose.en)
}

fn of_documents(documents: &str) -> Bilingual {
    if documents.is_empty() {
        return Bilingual { ja: String::new(), en: String::new() };
    }
    Bilingual { ja: format!("（文書：{documents}）"), en: format!(" (documents: {documents})") }
}

/// [`values::BAD_ID`] for an id that is the path of a file.
pub fn bad_file_id(id: &str, suggestion: Option<&str>) -> Finding {
    let example = suggestion.unwrap_or("r8/seisaku-keiei");
    let ja = format!("ファイルやフォルダーの名前を変えるか、書誌に「id: {example}」のように書いてください。");
    let en = format!("Rename the file or folder, or write an id in the front matter: `id: {example}`.");
    values::bad_id_of(id, &ja, &en)
}

/// [`address::CITATION_NOT_FOUND`], with the citation that was probably meant.
pub fn citation_not_found(citation: &str, suggestion: Option<&str>) -> Finding {
    let ja = suggestion.map_or_else(String::new, |near| format!("もしかして：{near}　"));
    let en = suggestion.map_or_else(String::new, |near| format!("Did you mean {near}? "));
    address::citation_not_found_of(citation, &ja, &en)
}

/// [`cascade::UNKNOWN_RELATION`], with the word that was probably meant and those there are.
pub fn unknown_relation(word: &str, suggestion: Option<&str>, words: &[&str]) -> Finding {
    let hint = did_you_mean(suggestion);
    let ja = format!("{}書けるのは {} です。", hint.ja, words.join("・"));
    let en = format!("{}Allowed: {}.", hint.en, words.join(", "));
    cascade::unknown_relation_of(word, &ja, &en)
}

/// [`cascade::UPPER_CLAUSE_WITHDRAWN`], with the clauses that took its place.
pub fn upper_clause_withdrawn(clause: &str, name: &str, successors: &[&str]) -> Finding {
    let (ja, en) = if successors.is_empty() {
        (String::new(), String::new())
    } else {
        let all = successors.join("・");
        (format!("代わりの項目は {all} です。"), format!("Its successors: {}. ", successors.join(", ")))
    };
    cascade::upper_clause_withdrawn_of(clause, name, &ja, &en)
}

/// [`snippet::POST_CHANGED`], with what has changed.
pub fn post_changed(channel: &str, by: &str, what: &Bilingual) -> Finding {
    snippet::post_changed_of(channel, by, &what.ja, &what.en)
}

/// Declares functions for findings that take a word and what was probably meant.
macro_rules! with_suggestion {
    ($($(#[$doc:meta])* $name:ident => $room:ident::$inner:ident;)*) => {$(
        $(#[$doc])*
        pub fn $name(word: &str, suggestion: Option<&str>) -> Finding {
            let hint = did_you_mean(suggestion);
            $room::$inner(word, &hint.ja, &hint.en)
        }
    )*};
}

with_suggestion! {
    /// [`values::UNKNOWN_KIND`]
    unknown_kind => values::unknown_kind_of;
    /// [`values::UNKNOWN_REPLACED`], with the id that was probably meant.
    unknown_replaced => values::unknown_replaced_of;
    /// [`values::UNKNOWN_ORGANIZATION`]
    unknown_organization => values::unknown_organization_of;
    /// [`values::UNKNOWN_UPPER`]
    unknown_upper => values::unknown_upper_of;
    /// [`values::UNKNOWN_ORIGINAL`]
    unknown_original => values::unknown_original_of;
    /// [`values::BAD_STATUS`]
    bad_status => values::bad_status_of;
    /// [`values::UNKNOWN_CODE`]
    unknown_code => values::unknown_code_of;
    /// [`values::BAD_SEVERITY`]
    bad_severity => values::bad_severity_of;
    /// [`check::DEAD_LINK`]
    dead_link => check::dead_link_of;
    /// [`check::DEAD_IMAGE`]
    dead_image => check::dead_image_of;
    /// [`check::UNKNOWN_CLAUSE`]
    unknown_clause => check::unknown_clause_of;
    /// [`reference::DANGLING_REFERENCE`]
    dangling_reference => reference::dangling_reference_of;
    /// [`cascade::UNKNOWN_UPPER_CLAUSE`]
    unknown_upper_clause => cascade::unknown_upper_clause_of;
    /// [`reference::UNKNOWN_SUCCESSOR`]
    unknown_successor => reference::unknown_successor_of;
    /// [`snippet::UNKNOWN_CHANNEL`]
    unknown_channel => snippet::unknown_channel_of;
    /// [`snippet::UNKNOWN_CSV_FIELD`]
    unknown_csv_field => snippet::unknown_csv_field_of;
    /// [`site::THEME_FILE_UNUSED`]
    theme_file_unused => site::theme_file_unused_of;
}
