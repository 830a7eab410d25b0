//! Lints: one file each, all run over every document, public or withheld.
//!
//! A lint looks at one document at a time, so documents are checked on every core. Findings keep the order of documents
//! and lints, whatever the number of threads.

mod actual_after_now;
mod alt;
mod ambiguous_name;
mod asset_name;
mod asset_runs_in_browser;
mod bold_heading;
mod break_in_sentence;
mod cascade;
mod cited_clause;
mod compatibility_character;
mod contents_by_hand;
mod cut_sentence;
mod dangling_reference;
mod dates;
mod deadline_passed;
mod decomposed_kana;
mod doubled_et_cetera;
mod expired_plan;
mod file_size;
mod fiscal_year;
mod formula_like_text;
mod heading;
mod heading_joined;
mod heading_too_deep;
mod image;
mod invisible;
mod issued;
mod issuer;
mod kanji_auxiliary;
mod label_order;
mod label_width;
mod left_over_year;
mod link;
mod link_text;
mod linked_asset;
mod lone_conjunction;
mod long_sentence;
mod look_alike_name;
mod mixed_punctuation;
mod name_not_as_printed;
mod number_in_text;
mod objective_rootless;
mod okurigana;
mod own_clause;
mod passage_language;
mod placeholder;
mod plan_loop;
mod plan_name_clash;
mod ruby_in_text;
mod ruby_notation;
mod shallow_nesting;
mod shown;
mod sidecar;
mod spaced_word;
mod status_contradicts_figures;
mod tab_separated;
mod table;
mod table_without_rule;
mod target_before_baseline;
mod title;
mod typed_lines;
mod unexplained_abbreviation;
mod unit_outside_validity;
mod unknown_document;
mod unknown_successor;
mod unlinked_file;

#[cfg(test)]
mod testing;

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use jiff::civil::Date;

use crate::corpus::{Corpus, LinkState, PlacedObjective};
use crate::diagnostic::{Diagnostic, Diagnostics, Finding, SourceFile, Span};
use crate::policy::{Document, Position, suspects};
use crate::recall::{LatestShared, Recall, Same};
use crate::source::Sidecar;

use shown::Shown;

/// All that a lint looks at: a document, its sidecar, and the site around it.
struct Subject<'a> {
    corpus: &'a Corpus,
    document: &'a Document,
    sidecar: Option<&'a Sidecar>,
    objectives: Vec<PlacedObjective<'a>>,
    /// See [`crate::policy::suspects`].
    suspects: Vec<(usize, char)>,
    shown: Vec<Shown<'a>>,
}

type Lint = fn(&Subject<'_>, &mut Diagnostics);

const LINTS: [Lint; 58] = [
    label_order::check,
    label_width::check,
    heading::check,
    heading_too_deep::check,
    number_in_text::check,
    heading_joined::check,
    dates::check,
    fiscal_year::check,
    issued::check,
    title::check,
    issuer::check,
    link::check,
    image::check,
    link_text::check,
    alt::check,
    asset_name::check,
    asset_runs_in_browser::check,
    invisible::check,
    sidecar::check,
    dangling_reference::check,
    unknown_document::check,
    ambiguous_name::check,
    cited_clause::check,
    own_clause::check,
    expired_plan::check,
    passage_language::check,
    bold_heading::check,
    table::check,
    spaced_word::check,
    compatibility_character::check,
    break_in_sentence::check,
    ruby_in_text::check,
    unexplained_abbreviation::check,
    file_size::check,
    placeholder::check,
    actual_after_now::check,
    deadline_passed::check,
    objective_rootless::check,
    status_contradicts_figures::check,
    target_before_baseline::check,
    unit_outside_validity::check,
    formula_like_text::check,
    look_alike_name::check,
    contents_by_hand::check,
    cut_sentence::check,
    decomposed_kana::check,
    left_over_year::check,
    name_not_as_printed::check,
    ruby_notation::check,
    shallow_nesting::check,
    tab_separated::check,
    table_without_rule::check,
    doubled_et_cetera::check,
    kanji_auxiliary::check,
    lone_conjunction::check,
    long_sentence::check,
    mixed_punctuation::check,
    okurigana::check,
];

/// Lints that look at all documents together.
const SITE_LINTS: [fn(&Corpus, &mut Diagnostics); 6] = [
    plan_loop::check,
    plan_name_clash::check,
    unknown_successor::check,
    cascade::check,
    look_alike_name::check_titles,
    unlinked_file::check,
];

/// The findings of the last run by document, with all that they depend on.
#[derive(Debug, Default)]
pub struct CheckMemory {
    pages: LatestShared<BTreeSet<String>>,
    found: Recall<CheckInputs, Arc<Diagnostics>>,
}

/// All that the findings of one document depend on: the inputs of its references (its text and front matter, the
/// registries, places of other documents), its sidecar, the day, the pages besides documents, and which of its clauses
/// take up a clause above.
#[derive(Debug, Clone, PartialEq)]
struct CheckInputs {
    link_state: Option<LinkState>,
    sidecar: Option<Same<SourceFile>>,
    today: Date,
    pages: Same<BTreeSet<String>>,
    taking_up: Vec<Position>,
}

impl CheckMemory {
    /// How many documents the last run checked.
    #[must_use]
    pub fn documents_checked(&self) -> usize {
        self.found.made()
    }
}

/// Runs every lint over every document. A document is not checked again while nothing has changed that its lints depend on.
#[must_use]
pub fn run(corpus: &Corpus, memory: &mut CheckMemory) -> Diagnostics {
    let pages = memory.pages.share(corpus.pages().clone());
    let wanted = corpus.documents().map(|document| {
        let sidecar = corpus.sidecars.get(&document.id).and_then(|sidecar| sidecar.source.as_ref());
        let inputs = CheckInputs {
            link_state: corpus.links.link_state(&document.id),
            sidecar: sidecar.map(Same::of),
            today: corpus.today,
            pages: Same::of(&pages),
            taking_up: corpus.cascade.taking_up(&document.id).cloned().collect(),
        };
        (document.id.0.as_str(), inputs, document)
    });
    let found = memory.found.each(wanted.collect(), |_, document| Arc::new(check(corpus, document).sorted()));
    let mut all = Diagnostics::default();
    found.iter().for_each(|found| all.extend(Diagnostics::clone(found)));
    SITE_LINTS.iter().for_each(|lint| lint(corpus, &mut all));
    all
}

fn check(corpus: &Corpus, document: &Document) -> Diagnostics {
    let subject = Subject::new(corpus, document);
    let mut found = Diagnostics::default();
    for lint in LINTS {
        lint(&subject, &mut found);
    }
    found
}

impl<'a> Subject<'a> {
    fn new(corpus: &'a Corpus, document: &'a Document) -> Self {
        let suspects = suspects(&document.source.text);
        let sidecar = corpus.sidecars.get(&document.id);
        Self {
            corpus,
            document,
            sidecar,
            objectives: PlacedObjective::of(document),
            suspects,
            shown: shown::all(&document.body),
        }
    }

    /// A finding at bytes of the document's file.
    fn at(&self, range: &Range<usize>, finding: Finding) -> Diagnostic {
        finding.at(self.span(range))
    }

    fn span(&self, range: &Range<usize>) -> Span {
        Span::new(&self.document.source, range.clone())
    }

    /// Bytes of the document's file as text; empty if they are no text.
    fn source(&self, range: &Range<usize>) -> &str {
        self.document.source.text.get(range.clone()).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::testing::{check_site, file};
    use proptest::prelude::*;

    /// Texts of pieces that lints look for, in any order.
    fn text() -> impl Strategy<Value = String> {
        let pieces = [
            "## ",
            "#### ",
            "(1) ",
            "（２）",
            "１０　",
            "第1条の2 ",
            "・",
            "- ",
            "令和",
            "平成",
            "36年度",
            "（2025年）",
            "13月",
            "[こちら](",
            "![](",
            "#s1",
            "../",
            "%FF",
            ")",
            "{#甲}",
            "{#s1}",
            "[^1]",
            "[^1]: ",
            "&#8203;",
            "\u{200d}",
            "\u{202e}",
            "| a | b |\n|---|---|\n| c | d |\n",
            "> ",
            "附則\n",
            "\n",
            "\n\n",
            "本文",
            "👨",
            "\u{e0100}",
        ];
        prop::collection::vec(prop::sample::select(pieces.to_vec()), 0..40).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #[test]
        fn any_text_is_checked(text in text()) {
            check_site(&[("r8/a.md", &file("issued: 2026-04-01\n", &text))]);
        }

        #[test]
        fn any_characters_are_checked(text in any::<String>()) {
            check_site(&[("r8/a.md", &file("", &text))]);
        }
    }

    #[test]
    fn findings_do_not_depend_on_the_number_of_threads() {
        let text = file("status: published\n", "## 1 甲\n\n(2) [こちら](x.md)\n\n(2) 平成36年度\u{200b}\n");
        let names: Vec<String> = (0..40).map(|n| format!("r8/d{n}.md")).collect();
        let files: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), text.as_str())).collect();
        let on = |threads| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
            pool.install(|| check_site(&files))
        };
        let found = on(1);
        assert_eq!(found.len(), 40 * 6);
        assert_eq!(found, on(8));
    }
}
