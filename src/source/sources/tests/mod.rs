//! Small sites, the values read from them and the findings.

mod documents;
mod form;
mod hostile;
mod registries;

use super::parse;
use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::policy::{DocumentId, FiscalYear, Status, Upper};
use crate::source::{SourceMemory, Sources, Tree};

const SITE: &str = "title: 方針\ncity: 国分寺市\nbase_url: https://www.city.example.jp/houshin\n";
const DOCUMENT: &str = "---\ntitle: 方針\nkind: 計画\nfiscal_year: R8\n---\n";

fn tree(files: &[(&str, &[u8])]) -> Tree {
    let files = files.iter().map(|(path, bytes)| (format!("content/{path}"), (*bytes).into()));
    Tree { files: files.collect(), ..Tree::default() }
}

fn parsed(tree: &Tree) -> (Option<Sources>, Diagnostics) {
    parse(tree, &mut SourceMemory::default())
}

/// The sources of a site with these files and a good `site.yaml`; there must be no finding.
fn good(files: &[(&str, &str)]) -> Sources {
    let (sources, found) = read(files);
    assert_eq!(shown(&found), Vec::<String>::new());
    sources.unwrap()
}

fn read(files: &[(&str, &str)]) -> (Option<Sources>, Diagnostics) {
    let mut all = vec![("site.yaml", SITE.as_bytes())];
    all.extend(files.iter().map(|(path, text)| (*path, text.as_bytes())));
    parsed(&tree(&all))
}

/// `path:line:column code`, sorted; the second place after `<-`.
fn shown(found: &Diagnostics) -> Vec<String> {
    found.clone().sorted().iter().map(show).collect()
}

fn show(found: &Diagnostic) -> String {
    let place = match &found.place {
        Place::Span(span) => format!("{}:{}:{}", span.file.path, span.start().line, span.start().column),
        Place::File(path) => path.clone(),
        Place::Site => "site".into(),
    };
    let related = found
        .related
        .as_ref()
        .map(|(span, _)| format!(" <- {}:{}:{}", span.file.path, span.start().line, span.start().column));
    format!(
        "{} {}{}",
        place.trim_start_matches("content/"),
        found.code.id,
        related.unwrap_or_default().replace("content/", "")
    )
}

/// The findings in a document whose front matter has these lines from the second line of the file on, and then the
/// required lines.
fn in_front_matter(lines: &str) -> Vec<String> {
    let text = format!("---\n{lines}\ntitle: 方針\nkind: 計画\nfiscal_year: R8\n---\n");
    shown(&read(&[("a.md", &text)]).1)
}

/// The findings in a document with this front matter.
fn in_whole(yaml: &str) -> Vec<String> {
    shown(&read(&[("a.md", &format!("---\n{yaml}\n---\n本文\n"))]).1)
}
