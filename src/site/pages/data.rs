//! The page about the data files. It is in the language of the site.

use serde::Serialize;
use tera::Value;

use crate::site::feeds::{changes, data};
use crate::site::frame::link;
use crate::site::frame::output_file::OutputFile;
use crate::site::frame::page::PageHead;
use crate::site::frame::site::SiteContext;
use crate::site::frame::words::filled;

#[derive(Serialize)]
struct DataContext<'a> {
    sets: Value,
    license: Option<&'a str>,
    has_changes: bool,
}

/// The feed of changes, the data files, and the page about them.
pub(crate) fn files(site: &SiteContext<'_>) -> Vec<OutputFile> {
    let corpus = site.corpus;
    let changes = changes::changes(site);
    let has_changes = changes.is_some();
    let mut files: Vec<OutputFile> = changes.into_iter().map(|feed| OutputFile::new(link::CHANGES, feed)).collect();
    let made = data::data(corpus, &site.clauses);
    files.extend(made.files.into_iter().map(|(path, text)| OutputFile::new(path, text.into_bytes())));
    let words = site.words();
    let description = filled(words.data_description, &[("city", &corpus.site.city)]);
    let head = PageHead::plain(link::DATA, words.data, &description);
    let context = DataContext { sets: made.page, license: corpus.site.license.as_deref(), has_changes };
    files.push(site.page(&head, "data.html", [("data", Value::from_serializable(&context))]));
    files
}
