//! The pages of registers: objectives, plans, terms; and those about the site itself.

use std::sync::Arc;

use tera::Value;

use super::page::{Crumb, Page, Shared};
use super::press::Press;
use super::wording::filled;
use super::words::Words;
use super::writer::Shelf;
use super::{accessibility, link, objective, plan, terms};
use crate::corpus::Corpus;
use crate::diagnostic::Finding;

impl Press<'_> {
    /// The lists of objectives.
    pub(super) fn objectives(&mut self, shelf: &Shelf<'_>, shared: &Shared<'_>) {
        let Shelf { corpus, atlas, .. } = shelf;
        let Some(roll) = objective::Roll::of(corpus, atlas) else { return };
        let words = Words::of(&corpus.site.language);
        let count = corpus.objectives().count().to_string();
        let description = filled(words.objectives_description, &[("city", &corpus.site.city), ("count", &count)]);
        for page in roll.pages() {
            let crumbs = page.is_group.then_some(Crumb { title: words.objectives, file: link::OBJECTIVES });
            let crumbs = crumbs.into_iter().collect();
            let mut context = shared.context(&Page { crumbs, ..Page::plain(&page.file, &page.title, &description) });
            context.insert_value("list", page.value);
            self.file(&page.file, "objectives.html", &context);
        }
    }

    /// The list of plans and their pages.
    pub(super) fn plans(&mut self, shelf: &Shelf<'_>, shared: &Shared<'_>) {
        let Shelf { corpus, atlas, .. } = shelf;
        if corpus.plans.is_empty() {
            return;
        }
        let plans: Vec<Value> = corpus.plans.iter().map(|plan| plan::value(corpus, atlas, plan)).collect();
        let words = Words::of(&corpus.site.language);
        let description = filled(words.plans_description, &[("city", &corpus.site.city)]);
        let mut context = shared.context(&Page::plain(link::PLANS, words.plans, &description));
        context.insert_value("plans", Value::from(plans.clone()));
        self.file(link::PLANS, "plans.html", &context);
        for (plan, value) in corpus.plans.iter().zip(plans) {
            let file = link::plan_file(&plan.id.value);
            let description = filled(words.plan_description, &[("name", &plan.name)]);
            let crumbs = vec![Crumb { title: words.plans, file: link::PLANS }];
            let mut context = shared.context(&Page { crumbs, ..Page::plain(&file, &plan.name, &description) });
            context.insert_value("plan", value);
            self.file(&file, "plan.html", &context);
        }
    }

    /// The page that explains terms.
    pub(super) fn terms(&mut self, corpus: &Corpus, shared: &Shared<'_>) {
        if corpus.terms.is_empty() {
            return;
        }
        let words = Words::of(&corpus.site.language);
        let description = filled(words.terms_description, &[("city", &corpus.site.city)]);
        let mut context = shared.context(&Page::plain(link::TERMS, words.terms, &description));
        context.insert_value("terms", terms::values(&corpus.terms));
        self.file(link::TERMS, "terms.html", &context);
    }

    /// The picture before the site's name.
    pub(super) fn logo(&mut self, shelf: &Shelf<'_>) {
        let Some(logo) = &shelf.corpus.site.appearance.logo else { return };
        if let Some(bytes) = shelf.assets.get(&logo.file)
            && !self.artifacts.has(&logo.file)
        {
            self.put(&logo.file, Arc::clone(bytes), |finding| finding.in_file("content/site.yaml"));
        }
    }

    /// The accessibility policy and the results of tests: last, because they list all other pages. They are about a Japanese
    /// standard, and in Japanese on every site.
    pub(super) fn accessibility(&mut self, corpus: &Corpus, shared: &Shared<'_>) {
        let Some(stated) = &corpus.site.accessibility else { return };
        let frame = if self.theme.is_default() { accessibility::Frame::Ours } else { accessibility::Frame::Theirs };
        let results = stated.tests.iter();
        let results =
            results.map(|test| (link::accessibility_result_file(test.year), accessibility::result_title(test)));
        let policy = (link::ACCESSIBILITY.to_owned(), Words::of("ja").accessibility.to_owned());
        let own: Vec<(String, String)> = std::iter::once(policy).chain(results).collect();
        let pages = accessibility::Pages::of(corpus, &self.artifacts, &own);
        let paths = self.artifacts.contents().map(|(path, _)| path).chain(own.iter().map(|(path, _)| path.as_str()));
        let paths: Vec<&str> = paths.collect();
        let report = accessibility::report(&corpus.site, &stated.tests, frame, &paths);
        let title = Words::of("ja").accessibility;
        let description = format!("{}のウェブアクセシビリティ方針です。", corpus.site.title);
        let page = Page { language: "ja", ..Page::plain(link::ACCESSIBILITY, title, &description) };
        let mut context = shared.context(&page);
        context.insert_value("policy", accessibility::policy(stated, &pages));
        self.file(link::ACCESSIBILITY, "accessibility.html", &context);
        for test in &stated.tests {
            let (file, title) = (link::accessibility_result_file(test.year), accessibility::result_title(test));
            let description = format!("{}の{title}です。", corpus.site.title);
            let crumbs = vec![Crumb { title: Words::of("ja").accessibility, file: link::ACCESSIBILITY }];
            let page = Page { language: "ja", crumbs, ..Page::plain(&file, &title, &description) };
            let mut context = shared.context(&page);
            context.insert_value("result", accessibility::result(test, &pages, frame));
            self.file(&file, "accessibility-result.html", &context);
        }
        self.put(link::ACCESSIBILITY_REPORT, report, Finding::of_site);
    }
}
