//! Reads `organizations.yaml`, `plans.yaml` and `terms.yaml`.

use std::sync::Arc;

use super::fields::YamlReader;
use super::look_alike;
use super::metadata::check_organization;
use super::values::{date, first_day, last_day, required_id, url};
use super::yaml::YamlNode;
use crate::diagnostic::catalogue;
use crate::policy::{Organization, Plan, Term};

/// Reads the departments of `organizations.yaml`.
pub(super) fn organizations(reader: &mut YamlReader<'_>, node: YamlNode) -> Vec<Organization> {
    look_alike::check(reader, &node, "organizations", &["name"]);
    let all = items(reader, node, "organizations", organization);
    let all = reader.unique(all, |unit| &unit.id, catalogue::duplicate_id);
    let known: Vec<String> = all.iter().map(|unit| unit.id.value.clone()).collect();
    for id in all.iter().flat_map(|unit| unit.successors.iter().chain(&unit.parent)) {
        check_organization(reader, id, Some(&known));
    }
    all
}

fn organization(reader: &mut YamlReader<'_>, node: YamlNode) -> Option<Organization> {
    let mut fields =
        reader.fields(node, "organizations", &["id", "name", "from", "until", "successors", "parent", "note"]);
    let id = required_id(&mut fields, reader);
    let name = fields.required(reader, "name");
    reader.report_formula(&catalogue::text_of_name(), name.as_ref());
    let from = date(&mut fields, reader, "from").map(|date| date.value);
    let until = date(&mut fields, reader, "until").map(|date| date.value);
    let successors = fields.texts(reader, "successors");
    let parent = fields.text(reader, "parent");
    let note = fields.table_text(reader, "note", &catalogue::text_of_note());
    Some(Organization { id: id?, name: name?.value, from, until, successors, parent, note })
}

/// Reads the plans of `plans.yaml`. `known` are the ids of the departments; `None` if they could not be read.
pub(super) fn plans(reader: &mut YamlReader<'_>, node: YamlNode, known: Option<&[String]>) -> Vec<Plan> {
    look_alike::check(reader, &node, "plans", &["name", "aliases"]);
    let all = items(reader, node, "plans", plan);
    let all = reader.unique(all, |plan| &plan.id, catalogue::duplicate_id);
    for owner in all.iter().filter_map(|plan| plan.owner.as_ref()) {
        check_organization(reader, owner, known);
    }
    all
}

fn plan(reader: &mut YamlReader<'_>, node: YamlNode) -> Option<Plan> {
    let keys = ["id", "name", "aliases", "period", "from", "until", "successors", "url", "owner", "status", "note"];
    let mut fields = reader.fields(node, "plans", &keys);
    let id = required_id(&mut fields, reader);
    let name = fields.required(reader, "name");
    reader.report_formula(&catalogue::text_of_name(), name.as_ref());
    let aliases = fields.texts(reader, "aliases");
    let period = fields.table_text(reader, "period", &catalogue::text_of_period());
    let from = first_day(&mut fields, reader, "from");
    let until = last_day(&mut fields, reader, "until");
    let successors = fields.texts(reader, "successors");
    let url = url(&mut fields, reader, "url").map(|url| url.value);
    let owner = fields.text(reader, "owner");
    let status = fields.table_text(reader, "status", &catalogue::text_of_status());
    let note = fields.table_text(reader, "note", &catalogue::text_of_note());
    let source = Arc::clone(reader.file);
    Some(Plan {
        source,
        id: id?,
        name: name?.value,
        aliases,
        period,
        from,
        until,
        successors,
        url,
        owner,
        status,
        note,
    })
}

/// Reads the terms of `terms.yaml`.
pub(super) fn terms(reader: &mut YamlReader<'_>, node: YamlNode) -> Vec<Term> {
    look_alike::check(reader, &node, "terms", &["term"]);
    let all = items(reader, node, "terms", term);
    reader.unique(all, |term| &term.term, catalogue::duplicate_id)
}

fn term(reader: &mut YamlReader<'_>, node: YamlNode) -> Option<Term> {
    let mut fields = reader.fields(node, "terms", &["term", "expansion", "note"]);
    let term = fields.required(reader, "term");
    let expansion = fields.required(reader, "expansion");
    let note = fields.plain(reader, "note");
    Some(Term { term: term?, expansion: expansion?.value, note })
}

/// Reads the entries of the one list of a registry. An entry that cannot be used is reported and left out.
fn items<T>(
    reader: &mut YamlReader<'_>,
    node: YamlNode,
    list: &str,
    entry: fn(&mut YamlReader<'_>, YamlNode) -> Option<T>,
) -> Vec<T> {
    let mut top = reader.top(node, &[list]);
    let nodes = top.list(reader, list);
    nodes.into_iter().filter_map(|node| entry(reader, node)).collect()
}
