//! Finds the references of one document.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::alias::{Aliases, gives_name};
use super::cited::by_address;
use super::kind::looks_like_a_document;
use super::local::LocalFinder;
use super::own::OwnNames;
use super::plain::{MarkupPiece, Plain};
use super::quote::{Quote, quotes};
use super::registered::RegisteredFinder;
use super::source_locator::SourceLocator;
use super::{Mention, PlaceProblem, Problem, ProblemKind, Referent, Via, written};
use crate::corpus::names::{Meaning, NameContext, NameTarget, Names};
use crate::corpus::resolution::written_of;
use crate::corpus::resolve::resolve_document;
use crate::corpus::versions::{Placed, Versions};
use crate::corpus::{DocumentSet, LinkTarget, day_of, title_of};
use crate::policy::{
    ClauseKind, Dated, Document, DocumentId, Footnote, Inline, Name, Position, further_places, leading_place,
    version_after, version_before_place,
};

/// Longer quotations are no names. In bytes.
const LONGEST_NAME: usize = 400;

/// All references of a document in the order of the page, those that lead nowhere, and the documents whose places were
/// looked up.
pub(in crate::corpus) fn find(
    documents: &DocumentSet,
    names: &Names,
    document: &Document,
) -> (Vec<Mention>, Vec<Problem>, BTreeSet<DocumentId>) {
    let context = NameContext {
        year: Some(document.meta.fiscal_year.value),
        day: day_of(&document.meta),
        sees_withheld: documents.is_withheld(&document.id),
    };
    let title = title_of(document);
    let own = OwnNames::new(&title);
    let local = LocalFinder::new(document, &title);
    let mut finder = ReferenceFinder {
        documents,
        names,
        document,
        context,
        own,
        local,
        aliases: Aliases::default(),
        versions: BTreeMap::new(),
        mentions: Vec::new(),
        problems: Vec::new(),
        registered: RegisteredFinder::new(names, documents, document),
    };
    document.body.each_clause(|clause| {
        finder.registered.begin(clause.kind);
        finder.texts(&clause.position, &clause.range, clause.texts());
    });
    for note in &document.body.footnotes {
        finder.registered.begin(ClauseKind::Paragraph);
        finder.texts(&Footnote::position(note.number), &note.range, &note.paragraphs);
    }
    (finder.mentions, finder.problems, finder.versions.into_keys().collect())
}

struct ReferenceFinder<'a> {
    documents: &'a DocumentSet,
    names: &'a Names,
    document: &'a Document,
    context: NameContext,
    own: OwnNames,
    local: LocalFinder<'a>,
    aliases: Aliases,
    /// The versions of documents whose clauses are cited.
    versions: BTreeMap<DocumentId, Versions<'a>>,
    mentions: Vec<Mention>,
    problems: Vec<Problem>,
    registered: RegisteredFinder<'a>,
}

/// A range of a text, in bytes, and the document or clause that it names.
pub(super) type NamedRange = (Range<usize>, Referent);

/// The meaning of a quotation.
enum Quoted {
    /// A name, and its range in the text.
    Named(Range<usize>, Referent),
    /// A name with a place, and the further places of a list: each with its range and where it leads.
    Listed(Range<usize>, Referent, Vec<(Range<usize>, Result<Referent, PlaceProblem>)>),
    /// A name with a place that leads nowhere, and their common range in the text.
    NoPlace(Range<usize>, Referent, PlaceProblem),
    Problem(ProblemKind),
    Nothing,
}

/// A text that is scanned for references.
struct ScannedText<'a> {
    position: &'a Position,
    part: usize,
    /// Bytes of the source file.
    range: &'a Range<usize>,
    text: &'a str,
}

impl<'a> ReferenceFinder<'a> {
    fn texts(&mut self, position: &Position, range: &Range<usize>, texts: &'a [Vec<Inline>]) {
        for (part, inlines) in texts.iter().enumerate() {
            let plain = Plain::of(inlines);
            let scanned = ScannedText { position, part, range, text: &plain.text };
            let first = self.mentions.len();
            plain.pieces.iter().for_each(|(range, piece)| self.piece(&scanned, range, piece));
            let taken: Vec<Range<usize>> = plain.pieces.into_iter().map(|(range, _)| range).collect();
            self.names(&scanned, &taken);
            self.mentions[first..].sort_by_key(|mention| mention.range.start);
        }
    }

    /// A link or a reference in the author's markup.
    fn piece(&mut self, scanned: &ScannedText<'_>, range: &Range<usize>, piece: &MarkupPiece<'_>) {
        let (referent, source, via) = match piece {
            MarkupPiece::Closed => return,
            MarkupPiece::Link(link) => {
                let Some(LinkTarget::Document { id, fragment }) =
                    resolve_document(self.documents, &self.document.id, &link.destination)
                else {
                    return;
                };
                let position = fragment.and_then(|fragment| self.documents.addresses.position_of(&id, &fragment));
                let referent = match position {
                    Some(position) => Referent::Clause(id, position),
                    None if id == self.document.id => Referent::Itself,
                    None => Referent::Document(id),
                };
                (referent, link.range.clone(), Via::Link)
            }
            MarkupPiece::Reference(reference) => {
                match written::resolve(self.documents, self.document, &reference.target) {
                    Ok(referent) => (referent, reference.range.clone(), Via::Reference),
                    Err(kind) => {
                        let written = reference.target.to_string();
                        self.problems.push(Problem { source: reference.range.clone(), written, kind });
                        return;
                    }
                }
            }
        };
        self.mentions.push(mention(scanned, range.clone(), source, referent, via));
    }

    /// Names of documents and plans. `taken` are the ranges of the text that are links already, in order.
    fn names(&mut self, scanned: &ScannedText<'_>, taken: &[Range<usize>]) {
        let (mut found, given) = self.quoted(scanned, taken);
        let own = self.own.mentions(scanned.text).into_iter().map(|range| (range, Referent::Itself));
        // A short name holds from its definition on.
        let holds =
            |range: &Range<usize>| given.get(&scanned.text[range.clone()]).is_none_or(|from| *from <= range.start);
        let bare = self.aliases.bare(scanned.text).into_iter().filter(|(range, _)| holds(range));
        let mut unquoted: Vec<NamedRange> = own.chain(bare).collect();
        unquoted.retain(|(range, _)| {
            !overlaps(taken, |range| range, range) && !overlaps(&found, |(range, _)| range, range)
        });
        unquoted.sort_by_key(|(range, _)| (range.start, Reverse(range.end)));
        let mut end = 0;
        unquoted.retain(|(range, _)| {
            let is_free = range.start >= end;
            end = end.max(range.end);
            is_free
        });
        found.extend(unquoted);
        found.sort_by_key(|(range, _)| range.start);
        let local = self.local.find(scanned.position, scanned.text, taken, &found);
        self.report_dangling(scanned, local.dangling);
        let named = found.into_iter().map(|named| (named, Via::Name));
        let mut all: Vec<(NamedRange, Via)> = named.chain(local.named).collect();
        all.sort_by_key(|((range, _), _)| range.start);
        let named: Vec<Range<usize>> = all.iter().map(|((range, _), _)| range.clone()).collect();
        let registered = self.registered.find(scanned.text, |range| {
            overlaps(taken, |range| range, range) || overlaps(&named, |range| range, range)
        });
        all.extend(registered.into_iter().map(|named| (named, Via::Name)));
        all.sort_by_key(|((range, _), _)| range.start);
        let mut places = SourceLocator::new(&self.document.source.text, scanned.range);
        for ((range, referent), via) in all {
            let source = places.find(scanned.text, &range);
            self.mentions.push(mention(scanned, range, source, referent, via));
        }
    }

    fn report_dangling(&mut self, scanned: &ScannedText<'_>, dangling: Vec<Range<usize>>) {
        let mut places = SourceLocator::new(&self.document.source.text, scanned.range);
        for range in dangling {
            let source = places.find(scanned.text, &range);
            self.problems.push(Problem {
                source,
                written: scanned.text[range].to_owned(),
                kind: ProblemKind::OwnPlace,
            });
        }
    }

    /// The names in brackets, and the short names that are defined, each with the byte from which it holds.
    fn quoted<'t>(
        &mut self,
        scanned: &ScannedText<'t>,
        taken: &[Range<usize>],
    ) -> (Vec<NamedRange>, BTreeMap<&'t str, usize>) {
        let text = scanned.text;
        let mut found: Vec<NamedRange> = Vec::new();
        let mut given = BTreeMap::new();
        let mut places = SourceLocator::new(&self.document.source.text, scanned.range);
        let mut done = 0;
        for quote in quotes(text) {
            if quote.whole.start < done || overlaps(taken, |range| range, &quote.whole) {
                continue;
            }
            if let Some(bracket) = gives_name(text, &quote) {
                let target = self.named_before(&text[..bracket], &found);
                let printed = &text[quote.inside];
                self.aliases.give(printed, target);
                given.entry(printed).or_insert(quote.whole.end);
                continue;
            }
            match self.quote(text, &quote) {
                Quoted::Named(range, referent) => {
                    done = range.end.max(quote.whole.end);
                    found.push((range, referent));
                }
                Quoted::Listed(first, referent, further) => {
                    done = first.end;
                    found.push((first, referent));
                    for (range, placed) in further {
                        done = range.end;
                        match placed {
                            Ok(referent) => found.push((range, referent)),
                            Err(kind) => {
                                let source = places.find(text, &range);
                                let written = text[range].to_owned();
                                self.problems.push(Problem { source, written, kind: ProblemKind::Place(kind) });
                            }
                        }
                    }
                }
                Quoted::NoPlace(range, referent, kind) => {
                    let source = places.find(text, &range);
                    let kind = ProblemKind::Place(kind);
                    self.problems.push(Problem { source, written: text[range].to_owned(), kind });
                    done = quote.whole.end;
                    found.push((quote.inside, referent));
                }
                Quoted::Problem(kind) => {
                    let source = places.find(text, &quote.inside);
                    self.problems.push(Problem { source, written: text[quote.inside].to_owned(), kind });
                }
                Quoted::Nothing => {}
            }
        }
        (found, given)
    }

    /// The meaning of a quotation.
    fn quote(&mut self, text: &str, quote: &Quote) -> Quoted {
        let inside = &text[quote.inside.clone()];
        if inside.len() > LONGEST_NAME || inside.trim().is_empty() {
            return Quoted::Nothing;
        }
        let name = Name::read(inside);
        if let Some(alias) = self.aliases.get(&name) {
            let named = |referent: &Referent| Quoted::Named(quote.inside.clone(), referent.clone());
            return alias.as_ref().map_or(Quoted::Nothing, named);
        }
        match self.names.meaning(&name, &self.context) {
            Meaning::One(NameTarget::Document(id)) => self.document_or_clause(text, quote, &id),
            Meaning::One(plan) => Quoted::Named(quote.inside.clone(), Referent::Plan(self.id_of(&plan))),
            Meaning::Several(all) => {
                Quoted::Problem(ProblemKind::Ambiguous(all.iter().map(|one| self.id_of(one)).collect()))
            }
            Meaning::Unknown if !quote.has_inner && looks_like_a_document(inside) => {
                Quoted::Problem(ProblemKind::Unknown)
            }
            Meaning::Unknown | Meaning::Withheld => Quoted::Nothing,
        }
    }

    /// The document, or its clause that is cited: 「…」（令和8年4月1日）5(1). A place that leads nowhere, or may lead to several
    /// clauses, is no link.
    fn document_or_clause(&mut self, text: &str, quote: &Quote, id: &DocumentId) -> Quoted {
        let referent = if *id == self.document.id { Referent::Itself } else { Referent::Document(id.clone()) };
        let after = &text[quote.whole.end..];
        let date = version_before_place(after);
        let start = quote.whole.end + date.len();
        let place = leading_place(&text[start..]);
        if place.is_empty() {
            return Quoted::Named(quote.inside.clone(), referent);
        }
        let range = quote.whole.start..start + place.len();
        let dated = version_after(&text[range.end..])
            .or_else(|| version_after(date))
            .or_else(|| Dated::before(&text[..quote.whole.start]));
        let documents = self.documents;
        let versions = self.versions.entry(id.clone()).or_insert_with(|| Versions::new(documents, id));
        let placed = by_address(documents, id, &text[range.end..]).unwrap_or_else(|| versions.find(place, dated));
        let further = further_places(text, range.end, place);
        let further =
            further.into_iter().map(|(range, name)| (range, referent_of(documents, id, versions.find(&name, dated))));
        match referent_of(documents, id, placed) {
            Ok(clause) => Quoted::Listed(range, clause, further.collect()),
            Err(kind) => Quoted::NoPlace(range, referent, kind),
        }
    }

    /// The referent of a short name: the name that ends directly before the bracket, in 「」 or not.
    fn named_before(&self, before: &str, found: &[NamedRange]) -> Option<Referent> {
        const LONGEST: usize = 60;
        let end = before.trim_end().trim_end_matches(['」', '』', '｣']).len();
        if let Some((_, referent)) = found.iter().rev().find(|(range, _)| range.end == end || range.end == before.len())
        {
            return Some(referent.clone());
        }
        // The longest name that ends before the bracket comes first.
        let mut starts: Vec<usize> = before[..end].char_indices().rev().map(|(at, _)| at).take(LONGEST).collect();
        starts.reverse();
        starts.into_iter().find_map(|start| match self.names.meaning(&Name::read(&before[start..end]), &self.context) {
            Meaning::One(NameTarget::Document(id)) => Some(Referent::Document(id)),
            Meaning::One(plan) => Some(Referent::Plan(self.id_of(&plan))),
            _ => None,
        })
    }

    fn id_of(&self, named: &NameTarget) -> String {
        match named {
            NameTarget::Document(id) => id.0.clone(),
            NameTarget::Plan(at) => {
                self.documents.plans.get(*at).map_or_else(String::new, |plan| plan.id.value.clone())
            }
        }
    }
}

/// The clause at a place, or why there is none.
fn referent_of(documents: &DocumentSet, id: &DocumentId, placed: Placed) -> Result<Referent, PlaceProblem> {
    Err(match placed {
        Placed::Standing(position) => return Ok(Referent::Clause(id.clone(), position)),
        Placed::Several(all) => {
            PlaceProblem::Several(all.iter().filter_map(|one| written_of(documents, id, one)).collect())
        }
        Placed::Gone(gone) => PlaceProblem::Gone(gone),
        Placed::Nothing(_) => PlaceProblem::Missing,
        Placed::UnknownVersion => PlaceProblem::UnknownVersion,
    })
}

/// Whether a range overlaps one of the `sorted` ranges, which do not overlap each other.
pub(super) fn overlaps<T>(sorted: &[T], range_of: impl Fn(&T) -> &Range<usize>, range: &Range<usize>) -> bool {
    let before = sorted.partition_point(|item| range_of(item).end <= range.start);
    sorted.get(before).is_some_and(|item| range_of(item).start < range.end)
}

fn mention(
    scanned: &ScannedText<'_>,
    range: Range<usize>,
    source: Range<usize>,
    referent: Referent,
    via: Via,
) -> Mention {
    Mention { position: scanned.position.clone(), part: scanned.part, range, source, referent, via }
}
