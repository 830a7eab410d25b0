//! Finding the references of one document.

use std::collections::BTreeMap;
use std::ops::Range;

use super::alias::{Aliases, gives_name};
use super::kind::looks_like_a_document;
use super::own::Own;
use super::plain::{Piece, Plain};
use super::quote::{Quote, quotes};
use super::{Mention, Problem, ProblemKind, Referent, Via, written};
use crate::corpus::ids::position_of;
use crate::corpus::names::{Meaning, Named, Names, View};
use crate::corpus::{Corpus, Target, day_of, places_of, resolve, title_of};
use crate::policy::{Block, Content, Document, DocumentId, Found, Inline, Name, Places, leading_place};

/// Longer quotations are no names, in bytes.
const LONGEST_NAME: usize = 400;

/// All references of a document, in the order of the page, and those that lead nowhere.
pub(in crate::corpus) fn find(corpus: &Corpus, names: &Names, document: &Document) -> (Vec<Mention>, Vec<Problem>) {
    let view = View {
        year: Some(document.meta.fiscal_year.value),
        day: day_of(&document.meta),
        sees_withheld: corpus.withheld.contains_key(&document.id),
    };
    let own = Own::new(&title_of(document));
    let mut finder = Finder {
        corpus,
        names,
        document,
        view,
        own,
        aliases: Aliases::default(),
        places: BTreeMap::new(),
        mentions: Vec::new(),
        problems: Vec::new(),
    };
    finder.blocks(&document.body.blocks);
    for note in &document.body.footnotes {
        finder.texts(&format!("fn{}", note.number), &note.range, &note.paragraphs);
    }
    (finder.mentions, finder.problems)
}

struct Finder<'a> {
    corpus: &'a Corpus,
    names: &'a Names,
    document: &'a Document,
    view: View,
    own: Own,
    aliases: Aliases,
    /// Places of documents whose clauses are cited, as far as asked for.
    places: BTreeMap<DocumentId, Places>,
    mentions: Vec<Mention>,
    problems: Vec<Problem>,
}

/// A text being looked through.
struct Passage<'a> {
    position: &'a str,
    part: usize,
    /// Bytes of the source file.
    range: &'a Range<usize>,
    text: &'a str,
}

impl<'a> Finder<'a> {
    fn blocks(&mut self, blocks: &'a [Block]) {
        for block in blocks {
            match block {
                Block::Clause(clause) => {
                    match &clause.content {
                        Content::Text(text) => self.texts(&clause.position, &clause.range, std::slice::from_ref(text)),
                        Content::Cells(cells) => self.texts(&clause.position, &clause.range, cells),
                    }
                    self.blocks(&clause.children);
                }
                Block::Frame(frame) => self.blocks(&frame.blocks),
                Block::Table(table) => {
                    for row in &table.rows {
                        if let Content::Cells(cells) = &row.content {
                            self.texts(&row.position, &row.range, cells);
                        }
                    }
                }
                Block::Quote(blocks) => self.blocks(blocks),
                Block::Preformatted { .. } | Block::Rule => {}
            }
        }
    }

    fn texts(&mut self, position: &str, range: &Range<usize>, texts: &'a [Vec<Inline>]) {
        for (part, inlines) in texts.iter().enumerate() {
            let plain = Plain::of(inlines);
            let passage = Passage { position, part, range, text: &plain.text };
            let first = self.mentions.len();
            plain.pieces.iter().for_each(|(range, piece)| self.piece(&passage, range, piece));
            let taken: Vec<Range<usize>> = plain.pieces.into_iter().map(|(range, _)| range).collect();
            self.names(&passage, &taken);
            self.mentions[first..].sort_by_key(|mention| mention.range.start);
        }
    }

    /// A link or a reference the author has made.
    fn piece(&mut self, passage: &Passage<'_>, range: &Range<usize>, piece: &Piece<'_>) {
        let (referent, source, via) = match piece {
            Piece::Closed => return,
            Piece::Link(link) => {
                let Target::Document { id, fragment } = resolve(self.corpus, &self.document.id, &link.destination)
                else {
                    return;
                };
                let position = fragment.and_then(|fragment| position_of(self.corpus, &id, &fragment));
                let referent = match position {
                    Some(position) => Referent::Clause(id, position),
                    None if id == self.document.id => Referent::Itself,
                    None => Referent::Document(id),
                };
                (referent, link.range.clone(), Via::Link)
            }
            Piece::Reference(reference) => match written::resolve(self.corpus, self.document, &reference.target) {
                Ok(referent) => (referent, reference.range.clone(), Via::Reference),
                Err(kind) => {
                    let written = reference.target.to_string();
                    self.problems.push(Problem { source: reference.range.clone(), written, kind });
                    return;
                }
            },
        };
        self.mentions.push(mention(passage, range.clone(), source, (referent, via)));
    }

    /// Names of documents and plans.
    fn names(&mut self, passage: &Passage<'_>, taken: &[Range<usize>]) {
        let is_free =
            |range: &Range<usize>| taken.iter().all(|taken| taken.end <= range.start || range.end <= taken.start);
        let mut found: Vec<(Range<usize>, Referent)> = Vec::new();
        let mut given: Vec<Range<usize>> = Vec::new();
        let mut done = 0;
        for quote in quotes(passage.text) {
            if quote.whole.start < done || !is_free(&quote.whole) {
                continue;
            }
            if let Some(bracket) = gives_name(passage.text, &quote) {
                let target = self.named_before(&passage.text[..bracket], &found);
                self.aliases.give(&passage.text[quote.inside.clone()], target);
                given.push(quote.inside);
            } else if let Some((range, referent)) = self.quote(passage, &quote) {
                done = range.end.max(quote.whole.end);
                found.push((range, referent));
            }
        }
        let own = self.own.mentions(passage.text).into_iter().map(|range| (range, Referent::Itself));
        let is_given = |range: &Range<usize>| {
            let same = |given: &&Range<usize>| passage.text[(*given).clone()] == passage.text[range.clone()];
            given.iter().find(same).is_none_or(|given| given.end <= range.start)
        };
        let bare = self.aliases.bare(passage.text).into_iter().filter(|(range, _)| is_given(range));
        for (range, referent) in own.chain(bare) {
            if is_free(&range) && found.iter().all(|(other, _)| other.end <= range.start || range.end <= other.start) {
                found.push((range, referent));
            }
        }
        for (range, referent) in found {
            let source = self.locate(passage.range, &passage.text[range.clone()]);
            self.mentions.push(mention(passage, range, source, (referent, Via::Name)));
        }
    }

    /// What a quotation names, and the part of the text that says so.
    fn quote(&mut self, passage: &Passage<'_>, quote: &Quote) -> Option<(Range<usize>, Referent)> {
        let inside = &passage.text[quote.inside.clone()];
        if inside.len() > LONGEST_NAME || inside.trim().is_empty() {
            return None;
        }
        let name = Name::read(inside);
        if let Some(alias) = self.aliases.get(&name) {
            return alias.clone().map(|referent| (quote.inside.clone(), referent));
        }
        let problem = match self.names.meaning(&name, &self.view) {
            Meaning::One(Named::Plan(at)) => {
                return Some((quote.inside.clone(), Referent::Plan(self.corpus.plans.get(at)?.id.value.clone())));
            }
            Meaning::One(Named::Document(id)) => return Some(self.document_or_clause(passage.text, quote, id)),
            Meaning::Several(all) => ProblemKind::Ambiguous(all.iter().map(|one| self.id_of(one)).collect()),
            Meaning::Unknown if !quote.has_inner && looks_like_a_document(inside) => ProblemKind::Unknown,
            Meaning::Unknown | Meaning::Withheld => return None,
        };
        let source = self.locate(passage.range, inside);
        self.problems.push(Problem { source, written: inside.to_owned(), kind: problem });
        None
    }

    /// The document, or the clause of it that is cited: 「…」（令和8年4月1日）5(1).
    fn document_or_clause(&mut self, text: &str, quote: &Quote, id: DocumentId) -> (Range<usize>, Referent) {
        let whole_document =
            |id: DocumentId, own: &DocumentId| if id == *own { Referent::Itself } else { Referent::Document(id) };
        let after = &text[quote.whole.end..];
        let start = quote.whole.end + date_in_brackets(after);
        let place = leading_place(&text[start..]);
        if !place.is_empty() {
            let corpus = self.corpus;
            let places = self.places.entry(id.clone()).or_insert_with(|| places_of(corpus, &id));
            if let Found::One(found) = places.find(place) {
                let referent = Referent::Clause(id, found.position.clone());
                return (quote.whole.start..start + place.len(), referent);
            }
        }
        (quote.inside.clone(), whole_document(id, &self.document.id))
    }

    /// What a short name is given to: the name that ends right before the bracket, in 「」 or not.
    fn named_before(&self, before: &str, found: &[(Range<usize>, Referent)]) -> Option<Referent> {
        const LONGEST: usize = 60;
        let end = before.trim_end().trim_end_matches(['」', '』', '｣']).len();
        if let Some((_, referent)) = found.iter().rev().find(|(range, _)| range.end == end || range.end == before.len())
        {
            return Some(referent.clone());
        }
        // Characters of a name before a bracket, the longest name first.
        let mut starts: Vec<usize> = before[..end].char_indices().rev().map(|(at, _)| at).take(LONGEST).collect();
        starts.reverse();
        starts.into_iter().find_map(|start| match self.names.meaning(&Name::read(&before[start..end]), &self.view) {
            Meaning::One(Named::Plan(at)) => Some(Referent::Plan(self.corpus.plans.get(at)?.id.value.clone())),
            Meaning::One(Named::Document(id)) => Some(Referent::Document(id)),
            _ => None,
        })
    }

    fn id_of(&self, named: &Named) -> String {
        match named {
            Named::Document(id) => id.0.clone(),
            Named::Plan(at) => self.corpus.plans.get(*at).map_or_else(String::new, |plan| plan.id.value.clone()),
        }
    }

    /// Where a piece of plain text stands in the file; the first line of its clause where mark-up hides it.
    fn locate(&self, clause: &Range<usize>, plain: &str) -> Range<usize> {
        let source = self.document.source.text.get(clause.clone()).unwrap_or_default();
        match source.find(plain) {
            Some(at) => clause.start + at..clause.start + at + plain.len(),
            None => clause.start..clause.start + source.lines().next().map_or(0, str::len),
        }
    }
}

fn mention(
    passage: &Passage<'_>,
    range: Range<usize>,
    source: Range<usize>,
    (referent, via): (Referent, Via),
) -> Mention {
    Mention { position: passage.position.into(), part: passage.part, range, source, referent, via }
}

/// How many bytes a date in brackets has that stands between a title and a place; 0 when there is none.
fn date_in_brackets(after: &str) -> usize {
    let Some(inside) = after.strip_prefix(['（', '(']) else { return 0 };
    let Some(end) = inside.find(['）', ')']).filter(|&end| inside[..end].contains('年')) else { return 0 };
    let close = inside[end..].chars().next().map_or(0, char::len_utf8);
    after.len() - inside.len() + end + close
}
