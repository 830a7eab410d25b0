//! Components of the theme: what stands around the official text, piece by piece.
//!
//! A site has thirty times as many clauses as documents, so no component is rendered for each of them. It is rendered once for
//! each language, with marks in the place of its values, and cut there; the pieces are joined with the values of each clause.
//! A component therefore cannot ask what a value is.

use std::collections::BTreeMap;
use std::sync::Arc;

use tera::{Context, Tera, Value};

use super::super::escape::push_escaped;
use super::super::marks::{CutTemplate, cut, mark};
use super::super::words::SiteWords;
use super::error;
use crate::diagnostic::{Diagnostics, SourceFile, catalogue};

/// How a value is put in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ValueEscaping {
    /// Escaped.
    Text,
    /// As it is.
    Html,
}

macro_rules! form {
    (text) => {
        ValueEscaping::Text
    };
    (html) => {
        ValueEscaping::Html
    };
}

/// Declares the components: the file, the field, the name, and the values with their forms.
macro_rules! components {
    ($($file:literal { $($field:ident: $name:ident($($value:ident: $form:ident),*);)* })*) => {
        /// The components of a theme in one language.
        #[derive(Debug)]
        pub(crate) struct Components {
            $($(pub(crate) $field: Component<{ <[&str]>::len(&[$(stringify!($value)),*]) }>,)*)*
        }

        impl Components {
            /// Renders and cuts every component.
            fn of(source: &mut ComponentSource<'_>) -> Self {
                Self {
                    $($($field: source.component($file, stringify!($name), [$((stringify!($value), form!($form))),*]),)*)*
                }
            }
        }

        /// The file, name and values of each component.
        #[cfg(test)]
        pub(crate) const DECLARED: &[(&str, &str, &[&str])] =
            &[$($(($file, stringify!($name), &[$(stringify!($value)),*]),)*)*];
    };
}

components! {
    "parts/text.html" {
        link: Link(href: text, text: text);
        link_to_gone: LinkToGone(href: text, text: text);
        time: Time(iso: text, text: text);
        language: Language(language: text);
    }
    "parts/clause.html" {
        clause_tools: ClauseTools(href: text, name: text, cite: html);
        clause_cite: ClauseCite(href: text, name: text);
        file_note: FileNote(note: text);
        external_mark: ExternalMark();
        footnotes: Footnotes(notes: html);
        footnote_back_link: FootnoteBackLink(number: text, occurrence: text);
        footnote_back_link_of_several: FootnoteBackLinkOfSeveral(number: text, occurrence: text);
    }
    "parts/former.html" {
        former_position: FormerPosition(position: text, sentences: html);
        was_now: WasNow(version: html, name: text, now: html);
        was_fate: WasFate(version: html, name: html, fate: html);
        was_gone: WasGone(version: html, name: text);
        tombstone: Tombstone(text: html, fate: html);
        tombstone_text: TombstoneText(name: text, text: text);
        gone_clauses: GoneClauses(positions: html, items: html);
        no_longer: NoLonger(href: text, citation: text, name: text);
        renumbered: Renumbered(href: text, citation: text, name: text);
        address_list: AddressList(items: html);
        address_item: AddressItem(id: text, anchors: html, content: html);
    }
    "parts/fate.html" {
        moved_away: MovedAway(version: html);
        moved_to: MovedTo(version: html, successors: html);
        merged: Merged(version: html);
        merged_into: MergedInto(version: html, successors: html);
        split: Split(version: html);
        split_into: SplitInto(version: html, successors: html);
        withdrawn: Withdrawn(version: html);
        replaced_by: ReplacedBy(version: html, successors: html);
        reserved: Reserved(version: html);
        reserved_for: ReservedFor(version: html, successors: html);
        fate_reason: FateReason(reason: text);
    }
    "parts/toc.html" {
        contents: Contents(items: html);
        contents_item: ContentsItem(href: text, number: html, title: text, children: html);
        contents_number: ContentsNumber(number: text, separator: text);
        contents_children: ContentsChildren(items: html);
        contents_notes: ContentsNotes();
        contents_gone: ContentsGone();
    }
    "parts/backlinks.html" {
        backlinks: Backlinks(items: html);
        backlinks_of_document: BacklinksOfDocument(items: html);
        backlink: Backlink(link: html, as_upper: html, place: html);
        as_upper: AsUpper();
        mentions_place: MentionsPlace(place: html);
    }
    "parts/neighbours.html" {
        neighbours: Neighbours(groups: html, see: html);
        neighbours_above: NeighboursAbove(years: html, links: html);
        neighbours_below: NeighboursBelow(years: html, links: html);
        neighbours_of_other_years: NeighboursOfOtherYears();
        more_neighbours: MoreNeighbours(count: text);
        see_cascade: SeeCascade(href: text, name: text);
    }
    "parts/objective.html" {
        objective: Objective(name: text, example: html, facts: html, indicators: html);
        objective_example: ObjectiveExample();
        objective_facts: ObjectiveFacts(status: html, due: html, in_charge: html, sdgs: html);
        objective_sdgs: ObjectiveSdgs(goals: html);
        status_mark: StatusMark(sign: text, label: text);
        amount: Amount(number: text, unit: text);
        due_day: DueDay(label: html, day: html);
        overdue: Overdue();
    }
    "parts/indicator.html" {
        indicator: Indicator(name: text, rows: html, about: html, chart: html);
        indicator_with_notes: IndicatorWithNotes(name: text, rows: html, about: html, chart: html);
        indicator_row: IndicatorRow(name: text, value: html, day: html, note: html);
        indicator_note: IndicatorNote(note: text);
        indicator_about: IndicatorAbout(kind: html, unit: html, direction: html, progress: html, judged: html);
        indicator_progress: IndicatorProgress(percent: text, actual: text, baseline: text, target: text);
        indicator_judged: IndicatorJudged(value: html, day: html, note: text);
        chart: Chart(name: text, from: text, first: text, to: text, last: text, drawing: html);
    }
    "parts/objective-list.html" {
        listed_objective: ListedObjective(href: text, language: html, text: text, example: html, citation: html, facts: html);
        listed_example: ListedExample();
        listed_facts: ListedFacts(status: html, due: html, in_charge: text, indicators: html, gaps: html);
        listed_indicator: ListedIndicator(name: html, actual: html, target: html, progress: html);
        listed_progress: ListedProgress(percent: text);
        listed_gaps: ListedGaps(values: html);
    }
    "parts/cascade.html" {
        cascade_intro: CascadeIntro(lead: text, href: text);
        cascade_down: CascadeDown();
        cascade_up: CascadeUp();
        cascade_section: CascadeSection(number: text, title: html);
        cascade_list_start: CascadeListStart();
        cascade_list_end: CascadeListEnd();
        cascade_clause: CascadeClause(state: text, link: html, text: html, answers: html);
        cascade_state: CascadeState(text: html);
        cascade_answers: CascadeAnswers(items: html);
        cascade_answer: CascadeAnswer(relation: text, link: html, text: html, notes: html, further: html);
        cascade_ground: CascadeGround(ground: text);
        cascade_note: CascadeNote(note: text);
        cascade_years_differ: CascadeYearsDiffer();
        cascade_more: CascadeMore(href: text, count: text);
    }
    "parts/clause-page.html" {
        clause_page: ClausePage(title: text, marks: html, content: html);
        clause_example: ClauseExample();
        clause_superseded: ClauseSuperseded();
        clause_above: ClauseAbove(headings: html);
        clause_text: ClauseText(text: html);
        read_in_document: ReadInDocument(href: text);
        read_document: ReadDocument(href: text);
        clause_neighbours: ClauseNeighbours(neighbours: html);
        clause_mentioned_by: ClauseMentionedBy(list: html);
        clause_copies: ClauseCopies(link: text, name: text, citation: text, quotation: text, markdown: text, posts: html);
        clause_post: ClausePost(channel: text, text: text);
        clause_share: ClauseShare(line: text, x: text, mail: text);
        clause_fate: ClauseFate(fate: html, text: html);
        clause_moved: ClauseMoved(link: html);
        clause_crumb: ClauseCrumb(href: text, title: text);
        clause_style_sheet: ClauseStyleSheet(href: text);
        clause_picture: ClausePicture(url: text, size: html, alternative: text);
        clause_picture_size: ClausePictureSize(width: text, height: text);
    }
    "parts/search-index.html" {
        index_document: IndexDocument(language: html, href: text, title: text, items: html);
        index_item: IndexItem(href: text, name: text, place: text, text: text);
        index_parts: IndexParts(items: html);
        index_part: IndexPart(href: text, number: text);
        index_current_part: IndexCurrentPart(number: text);
    }
    "parts/sdg.html" {
        sdg_objective: SdgObjective(href: text, text: html, title: html, example: html);
        sdg_example: SdgExample();
        sdg_shape: SdgShape(path: text, number: text);
    }
}

/// A component, cut at its values.
#[derive(Debug)]
pub(crate) struct Component<const N: usize> {
    template: CutTemplate,
    forms: [ValueEscaping; N],
}

impl<const N: usize> Component<N> {
    /// Adds the component with these values, in the order in which they are declared.
    pub(crate) fn push(&self, out: &mut String, values: [&str; N]) {
        let CutTemplate { texts, values: numbers } = &self.template;
        for (index, text) in texts.iter().enumerate() {
            if let Some(number) = index.checked_sub(1).and_then(|before| numbers.get(before)) {
                match self.forms[*number] {
                    ValueEscaping::Text => push_escaped(out, values[*number]),
                    ValueEscaping::Html => out.push_str(values[*number]),
                }
            }
            out.push_str(text);
        }
    }

    /// The component with these values.
    pub(crate) fn with(&self, values: [&str; N]) -> String {
        let mut out = String::new();
        self.push(&mut out, values);
        out
    }
}

/// The components of a theme in both languages.
#[derive(Debug)]
pub(crate) struct ComponentsByLanguage {
    ja: Components,
    en: Components,
}

impl ComponentsByLanguage {
    /// Renders the components of the templates. Each that is missing or cannot be rendered is reported once.
    pub(super) fn new(
        tera: &Tera,
        templates: &BTreeMap<String, Arc<SourceFile>>,
        words: &SiteWords<'_>,
        found: &mut Diagnostics,
    ) -> Self {
        let mut both = ["ja", "en"].map(|language| {
            let words = Value::from_serializable(words.of(language));
            let mut source = ComponentSource { tera, templates, words, found: Diagnostics::default() };
            (Components::of(&mut source), source.found)
        });
        found.extend(std::mem::take(&mut both[0].1));
        let [(ja, _), (en, _)] = both;
        Self { ja, en }
    }

    /// The components with the words of this language, `ja` or `en`.
    pub(super) fn of(&self, language: &str) -> &Components {
        if language == "ja" { &self.ja } else { &self.en }
    }
}

/// The templates of components, and the words in them.
struct ComponentSource<'a> {
    tera: &'a Tera,
    templates: &'a BTreeMap<String, Arc<SourceFile>>,
    words: Value,
    found: Diagnostics,
}

impl ComponentSource<'_> {
    fn component<const N: usize>(
        &mut self,
        file: &str,
        name: &str,
        values: [(&'static str, ValueEscaping); N],
    ) -> Component<N> {
        let rendered = self.rendered(file, name, &values.map(|(value, _)| value));
        Component { template: cut(&rendered, N), forms: values.map(|(_, form)| form) }
    }

    /// A component need not take all values; one that is missing is reported in the file in which it belongs.
    fn rendered(&mut self, file: &str, name: &str, values: &[&'static str]) -> String {
        let Some(definition) = self.tera.get_component_definition(name) else {
            let finding = catalogue::template_reference(&format!("Unknown component `{name}`"));
            self.found.push(match self.templates.get(file) {
                Some(file) => finding.in_file(&file.path),
                None => finding.of_site(),
            });
            return String::new();
        };
        let mut context = Context::new();
        for (number, value) in values.iter().enumerate() {
            if definition.args().iter().any(|arg| arg.name() == *value) {
                context.insert_value(*value, Value::safe_string(&mark(number)));
            }
        }
        let mut implicits = Context::new();
        implicits.insert_value("words", self.words.clone());
        match self.tera.render_component_with_implicits(name, &context, &implicits, None, true) {
            Ok(rendered) => rendered,
            Err(broken) => {
                self.found.push(error::render_failure(&broken, file, self.templates).on(name));
                String::new()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_component_is_cut_at_its_values() {
        for (rendered, values, expected) in [
            ("<p>\u{F0000}0\u{F0000}</p>", ["a&b", ""], "<p>a&amp;b</p>"),
            ("\u{F0000}1\u{F0000}\u{F0000}0\u{F0000}\u{F0000}1\u{F0000}", ["a", "<b>"], "<b>a<b>"),
            ("\u{F0000}7\u{F0000}", ["a", "b"], "7"),
            ("", ["a", "b"], ""),
        ] {
            let component = Component { template: cut(rendered, 2), forms: [ValueEscaping::Text, ValueEscaping::Html] };
            assert_eq!(component.with(values), expected, "{rendered}");
        }
    }
}
