//! Makes typed values of the files of a tree.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::tz::TimeZone;

use super::fields::YamlReader;
use super::layout::{FileKind, kind_of, stem_of, wrong_suffix_of};
use super::memory::{DocumentKey, ParsedDocument, SourceMemory};
use super::metadata::MetadataContext;
use super::suggest::nearest;
use super::tree::SETTINGS;
use super::yaml::YamlNode;
use super::{
    DocumentSource, Registry, Sidecar, Sources, Tree, Unread, decode, front_matter, lineage, metadata, registry,
    sidecar, site, svg, variants, yaml, yaml_invisible::in_language,
};
use crate::diagnostic::{Diagnostic, Diagnostics, Located, Severity, SourceFile, Span, catalogue};
use crate::policy::{DocumentId, Organization, Plan, Site, Term, Upper};
use crate::recall::{Same, SameBytes};

/// Reads all files of a tree. A document that cannot be read is reported and left out; the others are still read.
/// `None` if `site.yaml` cannot be read; the documents are reported on nevertheless. A file that has not changed since
/// the last run with this memory is not read again.
#[must_use]
pub fn parse(tree: &Tree, memory: &mut SourceMemory) -> (Option<Sources>, Diagnostics) {
    let (site, mut found) = parse_site(tree);
    let language = site.as_ref().map_or_else(|| "ja".to_owned(), |site| site.language.clone());
    let (registries, more) = parse_registries(tree);
    found.extend(more);
    found = in_language(found, &language);
    let context = MetadataContext {
        kinds: site.as_ref().map(|site| site.kinds.clone()),
        organizations: registries.known.clone(),
        time_zone: site.as_ref().and_then(|site| TimeZone::get(&site.time_zone).ok()).unwrap_or(TimeZone::UTC),
        language,
    };
    let (documents, mut unread, more) = parse_documents(tree, context, memory);
    found.extend(more);
    let (assets, more) = other_files(tree);
    found.extend(more);
    let theme = site.as_ref().map_or("", |site| site.theme.as_str());
    found.extend(svg::check(tree, theme, &mut memory.pictures));
    let Registries { organizations, known, plans, terms } = registries;
    let is_unread = [
        (Registry::Organizations, known.is_none()),
        (Registry::Plans, plans.is_none()),
        (Registry::Terms, terms.is_none()),
    ];
    unread.registries.extend(is_unread.into_iter().filter_map(|(file, is_unread)| is_unread.then_some(file)));
    let (plans, terms) = (plans.unwrap_or_default(), terms.unwrap_or_default());
    let sources = site.map(|site| Sources { site, organizations, plans, terms, documents, assets, unread });
    (sources, found)
}

/// The files below `content/`: path below it and bytes.
fn content(tree: &Tree) -> impl Iterator<Item = (&str, &Arc<[u8]>)> {
    tree.files.iter().filter_map(|(path, bytes)| Some((path.strip_prefix("content/")?, bytes)))
}

/// Reads a YAML file that need not exist. The outer `None` means that the file exists and cannot be read.
fn parse_file<T>(
    tree: &Tree,
    path: &str,
    read: impl FnOnce(&mut YamlReader<'_>, YamlNode) -> T,
) -> (Option<Option<T>>, Diagnostics) {
    let Some(bytes) = tree.files.get(path) else { return (Some(None), Diagnostics::default()) };
    match decode::decode(path, bytes) {
        Err(found) => (None, Diagnostics::from_iter([*found])),
        Ok(file) => {
            let (value, found) = parse_text(&file, read);
            (value.map(Some), found)
        }
    }
}

fn parse_text<T>(
    file: &Arc<SourceFile>,
    read: impl FnOnce(&mut YamlReader<'_>, YamlNode) -> T,
) -> (Option<T>, Diagnostics) {
    let (node, mut found) = yaml::read(file, 0..file.text.len());
    let Some(node) = node else { return (None, found) };
    let mut reader = YamlReader::new(file);
    let value = read(&mut reader, node);
    found.extend(reader.found);
    (Some(value), found)
}

fn parse_site(tree: &Tree) -> (Option<Site>, Diagnostics) {
    let path = SETTINGS;
    let is_file =
        |asset: &str| kind_of(asset) == FileKind::Asset && tree.files.contains_key(&format!("content/{asset}"));
    let (site, mut found) =
        parse_file(tree, path, |reader: &mut YamlReader<'_>, node: YamlNode| site::read(reader, node, &is_file));
    if matches!(site, Some(None)) {
        found.push(catalogue::site_missing().in_file(path));
    }
    (site.flatten().flatten(), found)
}

#[derive(Default)]
struct Registries {
    organizations: Vec<Organization>,
    /// The ids of the departments. `None` if `organizations.yaml` cannot be read.
    known: Option<Vec<String>>,
    /// `None` if the file exists and cannot be read.
    plans: Option<Vec<Plan>>,
    /// `None` if the file exists and cannot be read.
    terms: Option<Vec<Term>>,
}

fn parse_registries(tree: &Tree) -> (Registries, Diagnostics) {
    let (organizations, mut found) = parse_file(tree, "content/organizations.yaml", registry::organizations);
    let known = organizations.as_ref().map(|all| all.iter().flatten().map(|unit| unit.id.value.clone()).collect());
    let plans = |reader: &mut YamlReader<'_>, node: YamlNode| registry::plans(reader, node, known.as_deref());
    let (plans, more) = parse_file(tree, "content/plans.yaml", plans);
    found.extend(more);
    let (terms, more) = parse_file(tree, "content/terms.yaml", registry::terms);
    found.extend(more);
    let registries = Registries {
        organizations: organizations.flatten().unwrap_or_default(),
        known,
        plans: plans.map(Option::unwrap_or_default),
        terms: terms.map(Option::unwrap_or_default),
    };
    (registries, found)
}

fn parse_documents(
    tree: &Tree,
    context: MetadataContext,
    memory: &mut SourceMemory,
) -> (BTreeMap<DocumentId, DocumentSource>, Unread, Diagnostics) {
    let files: Vec<(&str, &Arc<[u8]>)> =
        content(tree).filter(|(path, _)| kind_of(path) == FileKind::Document).collect();
    let context = memory.context.share(context);
    let wanted = files.iter().map(|(path, bytes)| {
        let sidecar = tree.files.get(&sidecar_path(path)).map(|bytes| SameBytes(Arc::clone(bytes)));
        let key = DocumentKey { file: SameBytes(Arc::clone(bytes)), sidecar, context: Same::of(&context) };
        (*path, key.clone(), key)
    });
    let parsed = memory.documents.each(wanted.collect(), |path, key| Arc::new(parse_document(path, &key)));
    let mut found = Diagnostics::default();
    let mut documents: BTreeMap<DocumentId, (Located<DocumentId>, DocumentSource)> = BTreeMap::new();
    let mut unread = Unread::default();
    for ((path, bytes), parsed) in files.into_iter().zip(parsed) {
        let (document, more) = &*parsed;
        found.extend(more.clone());
        let Some((id, document)) = document.clone() else {
            unread.add_document(path, std::str::from_utf8(bytes).unwrap_or_default());
            continue;
        };
        match documents.get(&id.value) {
            Some((first, other)) => {
                found.push(second_of_one_id(&id, &document, first.span(&other.source)));
                unread.add_document(path, &document.source.text);
            }
            None => {
                documents.insert(id.value.clone(), (id, document));
            }
        }
    }
    let documents = documents.into_iter().map(|(id, (_, document))| (id, document)).collect();
    found.extend(unknown_uppers(&documents, &unread));
    found.extend(variants::check(&documents, &unread));
    found.extend(lineage::check(&documents, &unread));
    (documents, unread, found)
}

fn second_of_one_id(id: &Located<DocumentId>, document: &DocumentSource, first: Span) -> Diagnostic {
    catalogue::duplicate_id(&id.value.0).at(id.span(&document.source)).with_related(first, catalogue::first_is_here())
}

/// Reports documents in `upper` that do not exist. A document that cannot be read has a finding of its own.
fn unknown_uppers(documents: &BTreeMap<DocumentId, DocumentSource>, unread: &Unread) -> Diagnostics {
    let mut found = Diagnostics::default();
    // All documents may name one that was renamed: the nearest id is searched for once.
    let mut nearest_ids: BTreeMap<&str, Option<&str>> = BTreeMap::new();
    for document in documents.values() {
        for upper in &document.meta.upper {
            let Upper::Document(id) = &upper.value else { continue };
            if documents.contains_key(id) || unread.ids.contains(id) {
                continue;
            }
            let known = || documents.keys().map(|known| known.0.as_str());
            let suggestion = nearest_ids.entry(&id.0).or_insert_with(|| nearest(&id.0, known()));
            found.push(catalogue::unknown_upper(&id.0, *suggestion).at(upper.span(&document.source)));
        }
    }
    found
}

/// Reads one document up to its body, and its sidecar.
fn parse_document(path: &str, key: &DocumentKey) -> (Option<ParsedDocument>, Diagnostics) {
    let context = &key.context.0;
    let parts = decode::decode(&format!("content/{path}"), &key.file.0)
        .and_then(|file| front_matter::split(&file).map(|parts| (file, parts)));
    let (file, parts) = match parts {
        Ok(read) => read,
        Err(found) => return (None, Diagnostics::from_iter([*found])),
    };
    let (node, mut found) = yaml::read(&file, parts.yaml);
    let Some(node) = node else { return (None, found) };
    let mut reader = YamlReader::new(&file);
    let read = metadata::read(&mut reader, node, stem_of(path), context);
    let is_broken = reader.found.iter().any(|found| !found.code.adjustable && found.severity == Severity::Error);
    found.extend(reader.found);
    let (sidecar, more) = match &key.sidecar {
        Some(bytes) => parse_sidecar(&sidecar_path(path), &bytes.0, &context.time_zone),
        None => (Sidecar::default(), Diagnostics::default()),
    };
    found.extend(more);
    let language = read.as_ref().map_or(context.language.as_str(), |(_, meta)| meta.language.as_str());
    let found = in_language(found, language);
    let document = read.filter(|_| !is_broken).map(|(id, meta)| {
        (id, DocumentSource { source: Arc::clone(&file), meta: Arc::new(meta), body_start: parts.body_start, sidecar })
    });
    (document, found)
}

fn sidecar_path(document: &str) -> String {
    format!("content/{}.yaml", stem_of(document))
}

fn parse_sidecar(path: &str, bytes: &[u8], zone: &TimeZone) -> (Sidecar, Diagnostics) {
    match decode::decode(path, bytes) {
        Err(found) => (Sidecar::default(), Diagnostics::from_iter([*found])),
        Ok(file) => {
            let (read, found) = parse_text(&file, |reader, node| sidecar::read(reader, node, zone));
            (Sidecar { source: Some(file), ..read.unwrap_or_default() }, found)
        }
    }
}

/// Lists assets, and reports files whose name must be changed.
fn other_files(tree: &Tree) -> (BTreeSet<String>, Diagnostics) {
    let mut found = Diagnostics::default();
    let mut assets = BTreeSet::new();
    for (path, _) in content(tree) {
        let place = || format!("content/{path}");
        match kind_of(path) {
            FileKind::Asset => {
                assets.insert(path.to_owned());
            }
            FileKind::Misnamed(right) => {
                found.push(catalogue::file_suffix(wrong_suffix_of(path), right).in_file(place()));
            }
            FileKind::Sidecar => {
                let document = format!("{}.md", stem_of(path));
                if !tree.files.contains_key(&format!("content/{document}")) {
                    found.push(catalogue::sidecar_alone(&document).in_file(place()));
                }
            }
            FileKind::Site
            | FileKind::Organizations
            | FileKind::Plans
            | FileKind::Terms
            | FileKind::Document
            | FileKind::Lock => {}
        }
    }
    (assets, found)
}

#[cfg(test)]
mod tests;
