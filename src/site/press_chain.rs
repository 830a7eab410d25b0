//! The pages of the chain, of years, units and goals: what of them is put where.

use serde::Serialize;
use tera::Value;

use super::listing::Year;
use super::page::{Crumb, Page, Shared};
use super::wording::filled;
use super::words::Words;
use super::writer::Shelf;
use super::{Press, changes, data, link, sdgs, trace, unit};
use crate::corpus::Corpus;
use crate::diagnostic::Finding;

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

    /// The list of units and their pages.
    pub(super) fn organizations(&mut self, corpus: &Corpus, shared: &Shared<'_>) {
        if corpus.organizations.is_empty() {
            return;
        }
        let words = Words::of(&corpus.site.language);
        let units = unit::Units::of(corpus);
        let values: Vec<Value> = corpus.organizations.iter().map(|unit| units.value(unit)).collect();
        let description = filled(words.organizations_description, &[("city", &corpus.site.city)]);
        let mut context = shared.context(&Page::plain(link::ORGANIZATIONS, words.organizations, &description));
        context.insert_value("organizations", Value::from(values.clone()));
        self.file(link::ORGANIZATIONS, "organizations.html", &context);
        for (unit, value) in corpus.organizations.iter().zip(values) {
            let file = link::organization_file(&unit.id.value);
            let description = filled(words.organization_description, &[("name", &unit.name)]);
            let crumbs = vec![Crumb { title: words.organizations, file: link::ORGANIZATIONS }];
            let mut context = shared.context(&Page { crumbs, ..Page::plain(&file, &unit.name, &description) });
            context.insert_value("organization", value);
            self.file(&file, "organization.html", &context);
        }
    }

    /// The goals of the SDGs that objectives name; none where none does.
    pub(super) fn sdgs(&mut self, corpus: &Corpus, shared: &Shared<'_>) {
        #[derive(Serialize)]
        struct GoalView {
            file: String,
            number: u8,
            name: &'static str,
            shape: Value,
            count: String,
        }
        let goals = sdgs::goals(corpus);
        if goals.is_empty() {
            return;
        }
        let words = Words::of(&corpus.site.language);
        let view = |number: u8, count: usize| GoalView {
            file: link::goal_file(number),
            number,
            name: sdgs::name(words, number),
            shape: Value::safe_string(&sdgs::shape(number)),
            count: filled(words.sdgs_count, &[("count", &count.to_string())]),
        };
        let description = filled(words.sdgs_description, &[("city", &corpus.site.city)]);
        let mut context = shared.context(&Page::plain(link::SDGS, words.sdgs, &description));
        let views: Vec<GoalView> = goals.iter().map(|(number, all)| view(*number, all.len())).collect();
        context.insert_value("goals", Value::from_serializable(&views));
        self.file(link::SDGS, "sdgs.html", &context);
        for (number, all) in &goals {
            let named = [("number", number.to_string()), ("name", sdgs::name(words, *number).to_owned())];
            let named = named.each_ref().map(|(name, value)| (*name, value.as_str()));
            let (title, description) = (filled(words.sdgs_goal, &named), filled(words.sdgs_goal_description, &named));
            let lists = sdgs::lists(corpus, *number, all);
            let count = lists.len();
            for (at, list) in lists.into_iter().enumerate() {
                let file = sdgs::goal_part(*number, at + 1);
                let crumbs = vec![Crumb { title: words.sdgs, file: link::SDGS }];
                let mut context = shared.context(&Page { crumbs, ..Page::plain(&file, &title, &description) });
                context.insert_value("goal", Value::from_serializable(&view(*number, all.len())));
                context.insert_value("list", Value::safe_string(&list));
                let parts = parts(words, (at + 1, count), |part| sdgs::goal_part(*number, part));
                context.insert_value("parts", Value::from_serializable(&parts));
                self.file(&file, "sdg.html", &context);
            }
        }
    }

    /// The list of years.
    pub(super) fn years(&mut self, corpus: &Corpus, shared: &Shared<'_>, years: &[Year<'_>]) {
        #[derive(Serialize)]
        struct YearView {
            file: String,
            name: String,
            count: String,
        }
        if years.is_empty() {
            return;
        }
        let words = Words::of(&corpus.site.language);
        let view = |year: &Year<'_>| YearView {
            file: link::year_file(year.year),
            name: words.full_year(year.year),
            count: filled(words.years_count, &[("count", &year.documents.len().to_string())]),
        };
        let description = filled(words.years_description, &[("city", &corpus.site.city)]);
        let mut context = shared.context(&Page::plain(link::YEARS, words.years, &description));
        let views: Vec<YearView> = years.iter().map(view).collect();
        context.insert_value("years", Value::from_serializable(&views));
        self.file(link::YEARS, "years.html", &context);
    }

    /// The data files and the page about them, which is in Japanese: so are the names and values of the data.
    pub(super) fn data(&mut self, shelf: &Shelf<'_>, shared: &Shared<'_>) {
        #[derive(Serialize)]
        struct View<'a> {
            sets: Value,
            license: Option<&'a str>,
            has_changes: bool,
        }
        let corpus = shelf.corpus;
        let changes = changes::changes(corpus, shelf.atlas);
        let has_changes = changes.is_some();
        if let Some(changes) = changes {
            self.put(link::CHANGES, changes, Finding::of_site);
        }
        let data::Data { files, page } = data::data(corpus, shelf.atlas);
        for (path, text) in files {
            self.put(&path, text.into_bytes(), Finding::of_site);
        }
        let words = Words::of("ja");
        let description = filled(words.data_description, &[("city", &corpus.site.city)]);
        let frame = Page { language: "ja", ..Page::plain(link::DATA, words.data, &description) };
        let mut context = shared.context(&frame);
        let view = View { sets: page, license: corpus.site.license.as_deref(), has_changes };
        context.insert_value("data", Value::from_serializable(&view));
        self.file(link::DATA, "data.html", &context);
    }
}
