//! Names that the law gives and that are not printed. The first paragraph of an article has no number and is 第1項 all the same. An
//! item below the article is an item of that paragraph.
//!
//! Source: 法制執務: paragraphs are numbered from the second on, items are cited with the paragraph they stand in (第2条第1項第3号).

use std::collections::BTreeSet;

use super::deleted::further_articles;
use super::place_list::PlaceList;
use super::typed_paragraph::{number_apart, runs_into_a_paragraph};
use crate::policy::{Block, Body, Clause, ClauseKind, FrameKind, Label, LabelKind, Position, plain_text};

/// Knowledge about places besides their printed names, by their numbers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Legal {
    /// Further names: 第2条第1項(3).
    pub(super) names: Vec<(String, usize)>,
    /// Items whose paragraph is not known.
    pub(super) uncertain: BTreeSet<usize>,
    /// Articles whose paragraphs are not known.
    pub(super) unclear: BTreeSet<usize>,
}

/// The further names of the places of a body.
pub(super) fn names(body: &Body, places: &PlaceList) -> Legal {
    let mut finder = LegalNameFinder { places, found: Legal::default() };
    finder.blocks(&body.blocks);
    finder.found
}

struct LegalNameFinder<'a> {
    places: &'a PlaceList,
    found: Legal,
}

/// An article or supplementary provisions, while their clauses are read.
struct Article {
    /// Its name: 第2条.
    name: String,
    /// The number of the paragraph its next item belongs to, if that is known.
    paragraph: Option<u32>,
    /// The last item of that paragraph.
    last: Option<(LabelKind, Vec<u32>)>,
}

impl Article {
    /// Marks the paragraph of all items that follow as unknown.
    fn lose(&mut self) {
        self.paragraph = None;
        self.last = Some((LabelKind::ParenthesizedNumber, vec![u32::MAX]));
    }

    fn is_lost(&self) -> bool {
        self.last.as_ref().is_some_and(|(_, value)| value[..] == [u32::MAX])
    }
}

impl LegalNameFinder<'_> {
    /// Depth is bounded by `markdown`.
    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Clause(clause) if kind_of(clause) == Some(LabelKind::Article) => {
                    self.article(&clause.position, Some(clause), &clause.children);
                }
                Block::Frame(frame) if frame.kind == FrameKind::Supplementary => {
                    self.article(&frame.position, None, &frame.blocks);
                }
                _ => {}
            }
            self.branched_items(block);
            self.blocks(block.children());
        }
    }

    fn article(&mut self, position: &Position, clause: Option<&Clause>, children: &[Block]) {
        let Some(number) = self.places.number_at(position) else { return };
        let Some(place) = self.places.at(position) else { return };
        let mut article = Article { name: place.written.to_string(), paragraph: None, last: None };
        let children: Vec<&Clause> = children.iter().filter_map(clause_of).collect();
        for gone in clause.and_then(|clause| clause.label.as_ref()).into_iter().flat_map(further_articles) {
            self.found.names.push((format!("第{gone}条"), number));
        }
        let has_first = children.iter().any(|child| paragraph_number(child) == Some(1));
        if !has_first && clause.is_some_and(says_its_first_paragraph) {
            self.found.names.push((format!("{}第1項", article.name), number));
            article.paragraph = Some(1);
        }
        if clause.is_some_and(|clause| runs_into_a_paragraph(clause.text())) {
            article.lose();
        }
        let mut plain = usize::from(clause.is_some_and(says_its_first_paragraph));
        for (at, child) in children.into_iter().enumerate() {
            let is_open = at == 0 && !has_first && article.paragraph.is_none() && article.last.is_none();
            let opens = is_open && is_plain_paragraph(child);
            plain += usize::from(is_plain_paragraph(child));
            self.child(&mut article, child, if opens { Some(1) } else { None });
        }
        if article.is_lost() || plain > 1 {
            self.found.unclear.insert(number);
        }
    }

    /// A clause directly below an article; `first` when it is the first paragraph without a number.
    fn child(&mut self, article: &mut Article, child: &Clause, first: Option<u32>) {
        let Some(number) = self.places.number_at(&child.position) else { return };
        let typed = article.paragraph.map(|last| last + 1).filter(|next| typed_number(child) == Some(*next));
        if let Some(paragraph) = first.or(typed) {
            self.found.names.push((format!("{}第{paragraph}項", article.name), number));
            article.paragraph = Some(paragraph);
            article.last = None;
        } else if let Some(paragraph) = paragraph_number(child) {
            article.paragraph = Some(paragraph);
            article.last = None;
        } else if let Some(label) = child.label.as_ref().filter(|label| is_item(label)) {
            self.item(article, label, number);
        }
        if runs_into_a_paragraph(child.text()) {
            self.lose_below(number);
            article.lose();
        }
        if holds_a_paragraph(&child.children) {
            article.lose();
        }
    }

    /// Marks the clauses below one as uncertain: they may belong to a paragraph that has begun in its text.
    fn lose_below(&mut self, number: usize) {
        let below: BTreeSet<usize> = self.places.within(number).skip(1).map(|(at, _)| at).collect();
        self.found.names.retain(|(_, names)| !below.contains(names));
        self.found.uncertain.extend(below);
    }

    /// An item directly below an article. One that does not count on from the last, or from nothing, belongs to a paragraph nobody
    /// has recognised, or is one.
    fn item(&mut self, article: &mut Article, label: &Label, number: usize) {
        let counts_on = match &article.last {
            Some((kind, value)) if *kind == label.kind => *value < label.value,
            _ => label.value.first().is_none_or(|first| *first <= 1),
        };
        let lost = !counts_on || article.is_lost();
        if lost {
            article.lose();
        } else {
            article.last = Some((label.kind, label.value.clone()));
        }
        if lost || article.paragraph.is_some_and(|paragraph| paragraph > 1) {
            self.found.uncertain.extend(self.places.within(number).map(|(at, _)| at));
        }
        let (Some(paragraph), Some(own)) = (article.paragraph, self.own_name(article, number)) else { return };
        let own = branched(label).unwrap_or(own);
        let within =
            self.places.within(number).map(|(at, rest)| (format!("{}第{paragraph}項{own}{rest}", article.name), at));
        self.found.names.extend(within);
    }

    /// The items put in after others, by their counter word: 第2条第2号の2 for 第二条二の二, which might be 二 of item 二 as well.
    fn branched_items(&mut self, above: &Block) {
        let Block::Clause(parent) = above else { return };
        let Some(name) = self.places.at(&parent.position).map(|place| &place.written) else { return };
        for clause in parent.children.iter().filter_map(clause_of) {
            let label = clause.label.as_ref().filter(|label| is_item(label));
            let Some((number, own)) = self.places.number_at(&clause.position).zip(label.and_then(branched)) else {
                continue;
            };
            let within = self.places.within(number).map(|(at, rest)| (format!("{name}{own}{rest}"), at));
            self.found.names.extend(within);
        }
    }

    /// The part that an item adds to the name of its article: (3).
    fn own_name(&self, article: &Article, number: usize) -> Option<String> {
        let place = self.places.all.get(number)?;
        place.written.strip_prefix(&article.name).map(str::to_owned)
    }
}

/// `第2号の2` for an item whose number has branches.
fn branched(label: &Label) -> Option<String> {
    let (first, branches) = label.value.split_first().filter(|(_, branches)| !branches.is_empty())?;
    let branches: String = branches.iter().map(|branch| format!("の{branch}")).collect();
    Some(format!("第{first}号{branches}"))
}

fn clause_of(block: &Block) -> Option<&Clause> {
    match block {
        Block::Clause(clause) => Some(clause),
        _ => None,
    }
}

fn kind_of(clause: &Clause) -> Option<LabelKind> {
    clause.label.as_ref().map(|label| label.kind)
}

/// The number of a paragraph that prints it: a bare number below an article, or 第2項.
fn paragraph_number(clause: &Clause) -> Option<u32> {
    let label = clause.label.as_ref()?;
    match (label.kind, &label.value[..]) {
        (LabelKind::Number | LabelKind::ArticleParagraph, [number]) => Some(*number),
        _ => None,
    }
}

pub(super) fn is_item(label: &Label) -> bool {
    matches!(
        label.kind,
        LabelKind::ParenthesizedNumber
            | LabelKind::HalfParenthesizedNumber
            | LabelKind::CircledNumber
            | LabelKind::ParenthesizedDigitSign
            | LabelKind::KanjiNumber
            | LabelKind::ParenthesizedKanjiNumber
    )
}

/// Tells if an article has the text of its first paragraph beside its number, not only a title.
fn says_its_first_paragraph(article: &Clause) -> bool {
    let text = plain_text(article.text());
    match article.kind {
        ClauseKind::Section { .. } => text.trim_end().ends_with('。'),
        _ => !text.trim().is_empty(),
    }
}

fn is_plain_paragraph(clause: &Clause) -> bool {
    clause.kind == ClauseKind::Paragraph && clause.label.is_none() && typed_number(clause).is_none()
}

/// The number a paragraph without a label starts with, set apart by a space: `２　許可には`.
fn typed_number(clause: &Clause) -> Option<u32> {
    if clause.kind != ClauseKind::Paragraph || clause.label.is_some() {
        return None;
    }
    number_apart(&plain_text(clause.text()))
}

/// Tells if a paragraph has ended up below an item: a bare number that is not the first of its own row, or one in a text.
fn holds_a_paragraph(blocks: &[Block]) -> bool {
    let mut numbers = blocks.iter().filter_map(clause_of).filter_map(paragraph_number);
    let swallowed = numbers.next().is_some_and(|first| first > 1);
    let is_one = |clause: &Clause| typed_number(clause).is_some() || runs_into_a_paragraph(clause.text());
    swallowed || blocks.iter().filter_map(clause_of).any(|clause| is_one(clause) || holds_a_paragraph(&clause.children))
}
