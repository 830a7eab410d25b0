//! Reads `site.yaml`.

use std::collections::BTreeMap;

use super::accessibility::accessibility;
use super::appearance::appearance;
use super::fields::{Fields, YamlReader};
use super::posting;
use super::statuses::statuses;
use super::suggest::nearest;
use super::values::{contact, flag, is_url, language, time_zone, valid_id};
use super::yaml::YamlNode;
use crate::diagnostic::{Severity, catalogue};
use crate::policy::{NamingLanguage, Site, primary_language};

const KEYS: [&str; 23] = [
    "title",
    "city",
    "area_code",
    "description",
    "base_url",
    "language",
    "theme",
    "time_zone",
    "notice",
    "license",
    "contact",
    "kinds",
    "kind_descriptions",
    "severities",
    "statuses",
    "snippet",
    "original",
    "colors",
    "logo",
    "header",
    "footer",
    "accessibility",
    "law_links",
];

/// Kinds of documents that every city has, the highest first. A site adds its own with `kinds:`.
const KINDS: [&str; 6] = ["施政方針", "市政運営の基本方針", "部の運営方針", "組織目標", "計画", "指針"];

/// What the kinds are that are described without the site's doing, in Japanese and in English.
const KIND_DESCRIPTIONS: [(&str, &str, &str); 4] = [
    (
        "施政方針",
        "市長が、市政の基本姿勢と主な施策を示します。",
        "The mayor states the stance and the main measures of the city.",
    ),
    (
        "市政運営の基本方針",
        "市長が、各部に市政運営の進め方を示します。",
        "The mayor tells the departments how to go about it.",
    ),
    ("部の運営方針", "各部の部長が、部として何に取り組むかを定めます。", "Each department says what it will do."),
    ("組織目標", "各部署が、何をどこまで進めるかの目標を定めます。", "Each unit says what it will reach, and by when."),
];

const SEVERITIES: [(&str, Option<Severity>); 4] = [
    ("error", Some(Severity::Error)),
    ("warning", Some(Severity::Warning)),
    ("info", Some(Severity::Info)),
    ("off", None),
];

/// Reads the settings. `None` if the title, the city or the address is missing. `is_file` tells whether a path below
/// `content/` is a file.
pub(super) fn read(reader: &mut YamlReader<'_>, node: YamlNode, is_file: &dyn Fn(&str) -> bool) -> Option<Site> {
    let mut fields = reader.top(node, &KEYS);
    let title = fields.required(reader, "title");
    let city = fields.required(reader, "city");
    let area_code = area_code(&mut fields, reader);
    let base_url = base_url(&mut fields, reader);
    let description = fields.plain(reader, "description").unwrap_or_default();
    let language = language(&mut fields, reader).unwrap_or_else(|| "ja".into());
    let theme = theme(&mut fields, reader);
    let time_zone = time_zone(&mut fields, reader);
    let notice = fields.plain(reader, "notice").unwrap_or_default();
    let license = fields.plain(reader, "license");
    let contact = contact(&mut fields, reader);
    let kinds = kinds(&mut fields, reader);
    let kind_descriptions = kind_descriptions(&mut fields, reader, &language);
    let severities = severities(&mut fields, reader);
    let statuses = statuses(&mut fields, reader, NamingLanguage::of(&language));
    let posting = posting::read(&mut fields, reader);
    let original = fields.plain(reader, "original");
    let appearance = appearance(&mut fields, reader, is_file);
    let links_laws = flag(&mut fields, reader, "law_links").unwrap_or_default();
    let accessibility = accessibility(&mut fields, reader);
    Some(Site {
        title: title?.value,
        city: city?.value,
        area_code,
        description,
        base_url: base_url?,
        language,
        theme,
        time_zone,
        notice,
        license,
        contact,
        kinds,
        kind_descriptions,
        severities,
        posting,
        statuses,
        original,
        appearance,
        links_laws,
        accessibility,
    })
}

/// Reads a code of six digits; the last one verifies the others (JIS X 0401 and 0402).
fn area_code(fields: &mut Fields, reader: &mut YamlReader<'_>) -> Option<String> {
    let code = fields.text(reader, "area_code")?;
    if is_area_code(&code.value) {
        return Some(code.value);
    }
    reader.report(catalogue::bad_area_code(&code.value), &code.range);
    None
}

fn is_area_code(code: &str) -> bool {
    let digits: Vec<u32> = code.chars().filter_map(|c| c.to_digit(10)).collect();
    if code.len() != 6 || digits.len() != 6 {
        return false;
    }
    let sum: u32 = digits.iter().zip([6, 5, 4, 3, 2]).map(|(digit, weight)| digit * weight).sum();
    digits[5] == (11 - sum % 11) % 10
}

/// Reads the address of the site and adds a final `/`.
fn base_url(fields: &mut Fields, reader: &mut YamlReader<'_>) -> Option<String> {
    let mut url = fields.required(reader, "base_url")?;
    if !is_url(&url.value) || url.value.contains(['?', '#']) {
        reader.report(catalogue::bad_url("base_url", &url.value), &url.range);
        return None;
    }
    if !url.value.ends_with('/') {
        url.value.push('/');
    }
    Some(url.value)
}

fn theme(fields: &mut Fields, reader: &mut YamlReader<'_>) -> String {
    let name = fields.text(reader, "theme").and_then(|name| valid_id(reader, name, "default"));
    name.map_or_else(|| "default".to_owned(), |name| name.value)
}

fn kinds(fields: &mut Fields, reader: &mut YamlReader<'_>) -> Vec<String> {
    let mut kinds: Vec<String> = KINDS.map(str::to_owned).to_vec();
    for kind in fields.texts(reader, "kinds") {
        if !kinds.contains(&kind.value) {
            kinds.push(kind.value);
        }
    }
    kinds
}

/// The descriptions of the site's own, and the usual ones for kinds it does not describe.
fn kind_descriptions(fields: &mut Fields, reader: &mut YamlReader<'_>, language: &str) -> BTreeMap<String, String> {
    let is_japanese = primary_language(language).eq_ignore_ascii_case("ja");
    let usual = KIND_DESCRIPTIONS.iter().map(|(kind, ja, en)| (*kind, if is_japanese { *ja } else { *en }));
    let mut all: BTreeMap<String, String> =
        usual.map(|(kind, description)| (kind.to_owned(), description.to_owned())).collect();
    let Some(node) = fields.take("kind_descriptions") else { return all };
    for (kind, node) in reader.entries(node, "kind_descriptions") {
        if let Some(description) = reader.text_of(node, &kind.value) {
            all.insert(kind.value, description.value);
        }
    }
    all
}

fn severities(fields: &mut Fields, reader: &mut YamlReader<'_>) -> BTreeMap<&'static str, Option<Severity>> {
    let Some(node) = fields.take("severities") else { return BTreeMap::new() };
    let mut chosen = BTreeMap::new();
    for (name, node) in reader.entries(node, "severities") {
        let Some(code) = catalogue::code(&name.value) else {
            let suggestion = nearest(&name.value, catalogue::codes().map(|code| code.id));
            reader.report(catalogue::unknown_code(&name.value, suggestion), &name.range);
            continue;
        };
        if !code.adjustable {
            reader.report(catalogue::fixed_severity(code.id), &name.range);
            continue;
        }
        let Some(written) = reader.text_of(node, code.id) else { continue };
        match SEVERITIES.iter().find(|(word, _)| *word == written.value) {
            Some((_, severity)) => {
                chosen.insert(code.id, *severity);
            }
            None => {
                let suggestion = nearest(&written.value, SEVERITIES.iter().map(|(word, _)| *word));
                reader.report(catalogue::bad_severity(&written.value, suggestion), &written.range);
            }
        }
    }
    chosen
}

#[cfg(test)]
mod tests {
    use super::is_area_code;

    #[test]
    fn the_last_digit_of_an_area_code_verifies_the_others() {
        for (code, good) in [
            ("132144", true),
            ("131016", true),
            ("011002", true),
            ("132145", false),
            ("13214", false),
            ("１３２１４４", false),
        ] {
            assert_eq!(is_area_code(code), good, "{code}");
        }
    }
}
