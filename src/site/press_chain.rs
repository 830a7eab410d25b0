//! The pages of the chain, of years, units and goals: what of them is put where.

use serde::Serialize;
use tera::Value;

use super::listing::Year;
use super::page::{Crumb, Page, Shared};
use super::wording::filled;
use super::words::Words;
use super::writer::Shelf;
use super::{Press, link, trace};

/// A part of something that stands on several pages.
#[derive(Serialize)]
struct Part {
    name: String,
    file: String,
    current: bool,
}

/// The parts, none where there is only one. `file` gives the file of a part, from 1.
fn parts(words: &Words, (current, count): (usize, usize), file: impl Fn(usize) -> String) -> Vec<Part> {
    if count < 2 {
        return Vec::new();
    }
    let part = |part: usize| Part {
        name: filled(words.trace_page, &[("part", &part.to_string())]),
        file: file(part),
        current: part == current,
    };
    (1..=count).map(part).collect()
}

impl Press<'_> {
    /// The pages of the chain; none where nothing is tied to anything.
    pub(super) fn trace(&mut self, shelf: &Shelf<'_>, shared: &Shared<'_>, years: &[Year<'_>]) {
        let corpus = shelf.corpus;
        if corpus.cascade.documents().is_empty() {
            return;
        }
        let words = Words::of(&corpus.site.language);
        let index = trace::index(corpus, years);
        let description = filled(words.trace_description, &[("city", &corpus.site.city)]);
        let file_of = |part: usize| if part == 1 { link::TRACE.to_owned() } else { format!("trace/{part}/index.html") };
        let count = index.len();
        for (at, of_part) in index.into_iter().enumerate() {
            #[derive(Serialize)]
            struct View {
                years: Value,
                parts: Vec<Part>,
            }
            let file = file_of(at + 1);
            let mut context = shared.context(&Page::plain(&file, words.trace, &description));
            let view = View { years: of_part, parts: parts(words, (at + 1, count), file_of) };
            context.insert_value("trace", Value::from_serializable(&view));
            self.file(&file, "trace-index.html", &context);
        }
        let mut file = String::new();
        for page in trace::pages(corpus, shelf.atlas) {
            if page.part.0 == 1 {
                file = page.file.clone();
            }
            #[derive(Serialize)]
            struct View {
                body: Value,
                parts: Vec<Part>,
            }
            let folder = file.trim_end_matches("index.html");
            let file_of = |part: usize| if part == 1 { file.clone() } else { format!("{folder}{part}/index.html") };
            let crumbs = vec![Crumb { title: words.trace, file: link::TRACE }];
            let frame = Page { crumbs, ..Page::plain(&page.file, &page.title, &page.description) };
            let mut context = shared.context(&frame);
            let view = View { body: Value::safe_string(&page.body), parts: parts(words, page.part, file_of) };
            context.insert_value("trace", Value::from_serializable(&view));
            self.file(&page.file, "trace.html", &context);
        }
    }
}
