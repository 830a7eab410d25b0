//! Reads `statuses` of `site.yaml`: the city's words for the progress of an objective.

use super::fields::{Fields, YamlReader};
use super::yaml::YamlNode;
use crate::diagnostic::catalogue;
use crate::policy::{Meaning, NamingLanguage, Shape, StatusWord};

/// Reads the words in the order of the file; the common ones in the language of the site if it sets none.
pub(super) fn statuses(fields: &mut Fields, reader: &mut YamlReader<'_>, language: NamingLanguage) -> Vec<StatusWord> {
    let nodes = fields.list(reader, "statuses");
    let mut words: Vec<StatusWord> = Vec::with_capacity(nodes.len());
    for node in nodes {
        let range = node.range.clone();
        let Some(word) = word(reader, node) else { continue };
        if words.iter().any(|other| other.code == word.code || other.label == word.label) {
            reader.report(catalogue::duplicate_id(&word.code), &range);
        } else {
            words.push(word);
        }
    }
    if words.is_empty() { StatusWord::common(language) } else { words }
}

fn word(reader: &mut YamlReader<'_>, node: YamlNode) -> Option<StatusWord> {
    let mut fields = reader.fields(node, "statuses", &["code", "label", "shape", "means"]);
    let code = fields.required(reader, "code");
    let label = fields.required(reader, "label");
    for text in [&code, &label] {
        reader.report_formula(&catalogue::text_of_status(), text.as_ref());
    }
    let shape = shape(&mut fields, reader);
    let means = means(&mut fields, reader);
    Some(StatusWord { code: code?.value, label: label?.value, shape: shape?, means })
}

fn shape(fields: &mut Fields, reader: &mut YamlReader<'_>) -> Option<Shape> {
    let written = fields.required(reader, "shape")?;
    let shape = Shape::named(&written.value);
    if shape.is_none() {
        let names: Vec<String> = Shape::all().map(|shape| format!("{}（{}）", shape.name, shape.sign)).collect();
        reader.report(catalogue::not_a_choice("shape", &written.value, &names.join("・")), &written.range);
    }
    shape
}

fn means(fields: &mut Fields, reader: &mut YamlReader<'_>) -> Option<Meaning> {
    let written = fields.text(reader, "means")?;
    let found = Meaning::ALL.into_iter().find(|(_, word)| *word == written.value);
    if found.is_none() {
        let words = Meaning::ALL.map(|(_, word)| word).join("・");
        reader.report(catalogue::not_a_choice("means", &written.value, &words), &written.range);
    }
    found.map(|(meaning, _)| meaning)
}
