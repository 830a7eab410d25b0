//! Goes through a text from left to right and keeps in mind which place was named last.

use super::divisions::{DivisionNode, Standpoint};
use super::meaning::Meant;
use super::named::{Naming, connector, ends_condition, may_begin, may_start, naming, parts_of_all, remark};
use super::words::{PlaceWord, ReferenceHead, WordSort, WrittenReference, further, reference};
use super::{ClosedName, ClosedRange, LocalPlaces, LocalReference, LocalReferences};
use crate::policy::Position;
use crate::policy::citation::counter_word::CounterWord;
use crate::policy::citation::places::PlaceMatch;

/// What is known at a byte of the text, within its brackets.
#[derive(Clone, Default)]
struct Context {
    /// Another document was named in this sentence.
    names_another: bool,
    /// The place named last; `None` if there is none, or one that is not known.
    last: Option<Meant>,
    /// The article named last by a word of its own, which 同条 means: not the one of 前項.
    last_article: Option<Meant>,
    /// The byte at which a list of places may go on, after the last.
    list_ends: Option<usize>,
    /// The place directly before the bracket.
    outside: Option<Meant>,
}

/// One text that is scanned.
pub(super) struct Scanner<'a> {
    pub(super) local: &'a LocalPlaces,
    pub(super) standpoint: Option<Standpoint>,
    text: &'a str,
    /// The byte of its first character that is no space.
    starts: usize,
    closed: &'a [ClosedRange],
    /// The byte behind the last name of this document itself.
    own_name_ends: Option<usize>,
    contexts: Vec<Context>,
    /// Another document was named so far.
    met_another: bool,
    found: LocalReferences,
}

impl<'a> Scanner<'a> {
    pub(super) fn new(local: &'a LocalPlaces, position: &Position, text: &'a str, closed: &'a [ClosedRange]) -> Self {
        let standpoint = local.divisions.standpoint(position);
        let contexts = vec![Context::default()];
        let starts = text.len() - text.trim_start().len();
        let found = LocalReferences::default();
        Self { local, standpoint, text, starts, closed, own_name_ends: None, contexts, met_another: false, found }
    }

    pub(super) fn run(mut self) -> LocalReferences {
        let (mut at, mut next_closed) = (0, 0);
        while let Some(c) = self.text[at..].chars().next() {
            while self.closed.get(next_closed).is_some_and(|closed| closed.range.end <= at) {
                next_closed += 1;
            }
            if let Some(closed) = self.closed.get(next_closed).filter(|closed| closed.range.start <= at) {
                self.pass(closed);
                at = closed.range.end;
                continue;
            }
            let limit = self.closed.get(next_closed).map_or(self.text.len(), |closed| closed.range.start);
            at = self.goes_on(at, limit).or_else(|| self.begins(at, limit)).unwrap_or_else(|| {
                self.sign(at, c);
                at + c.len_utf8()
            });
        }
        self.found
    }

    fn context(&mut self) -> &mut Context {
        if self.contexts.is_empty() {
            self.contexts.push(Context::default());
        }
        let last = self.contexts.len() - 1;
        &mut self.contexts[last]
    }

    fn pass(&mut self, closed: &ClosedRange) {
        self.own_name_ends = Some(closed.range.end).filter(|_| closed.names == ClosedName::Itself);
        self.met_another |= closed.names == ClosedName::Another;
        let context = self.context();
        context.list_ends = None;
        if closed.names == ClosedName::Another {
            context.last = None;
            context.last_article = None;
            context.names_another = true;
        }
    }

    /// A character that is no part of a reference. What stands in brackets is forgotten behind them.
    fn sign(&mut self, at: usize, c: char) {
        /// Deeper brackets than any text has.
        const DEEPEST: usize = 16;
        match c {
            '（' | '(' if self.contexts.len() < DEEPEST => {
                let outer = self.context().clone();
                let outside = outer.last.clone().filter(|_| outer.list_ends == Some(at));
                self.contexts.push(Context { list_ends: None, outside, ..outer });
            }
            '）' | ')' if self.contexts.len() > 1 => {
                let inner = self.contexts.pop();
                let after = at + c.len_utf8();
                let context = self.context();
                let goes_on = inner.is_some_and(|inner| inner.outside.is_some());
                context.list_ends = context.list_ends.filter(|_| goes_on).map(|_| after);
            }
            '。' => self.context().names_another = false,
            '、' if ends_condition(&self.text[..at]) => self.context().names_another = false,
            _ => {}
        }
    }

    /// The end of the next place of a list.
    fn goes_on(&mut self, at: usize, limit: usize) -> Option<usize> {
        let context = self.contexts.last()?;
        context.list_ends.filter(|end| *end == at)?;
        let text = &self.text[at..limit];
        let remark = remark(text);
        if remark > 0 {
            self.context().list_ends = Some(at + remark);
            return Some(at + remark);
        }
        let joined = connector(text);
        let above = context.last.clone();
        let words = above.as_ref().map_or(&[][..], |last| &last.words);
        let next = (joined > 0).then(|| further(&text[joined..], words)).flatten()?;
        let start = at + joined;
        let meant = match (next.head, above) {
            (ReferenceHead::Absolute, Some(above)) => above.continued(&next.words).or_else(|| {
                let stands_here = above.base_counter.is_some_and(|base| first_counter(&next.words) == Some(base));
                let is_whole = Meant::of_article(&next.words).is_some();
                (stands_here || is_whole).then(|| self.meant(&next)).flatten()
            }),
            (ReferenceHead::Absolute, None) => None,
            _ => self.meant(&next),
        };
        Some(self.note(&next, meant, start))
    }

    /// The end of a reference that begins here.
    fn begins(&mut self, at: usize, limit: usize) -> Option<usize> {
        self.text[at..].chars().next().filter(|c| may_start(*c))?;
        let written = reference(&self.text[at..limit])?;
        let end = at + written.length;
        let before = &self.text[..at];
        if written.head != ReferenceHead::Absolute {
            if !may_begin(before) {
                return None;
            }
            let meant = self.meant(&written);
            return Some(self.note(&written, meant, at));
        }
        let is_label = at == self.starts && self.text[end..].starts_with(char::is_whitespace);
        let follows_own_name = self.own_name_ends == Some(at);
        let is_another = !follows_own_name && naming(before) == Naming::Another;
        if is_label || is_another {
            let is_place = written.words.first().is_some_and(|word| word.sort != WordSort::Counted(CounterWord::Item));
            self.met_another |= is_another;
            let context = self.context();
            context.names_another |= is_another && is_place;
            context.last = None;
            context.last_article = context.last_article.take().filter(|_| !names_article(&written));
            context.list_ends = Some(end);
            return Some(end);
        }
        let is_sure = follows_own_name || !self.context().names_another;
        let meant = if is_sure { self.absolute(&written) } else { None };
        Some(self.note(&written, meant, at))
    }

    /// A reference with a number of its own. Directly after a place and a bracket it may be a part of that place: 第2条（第3項を除く。）.
    fn absolute(&self, written: &WrittenReference) -> Option<Meant> {
        let outside = self.contexts.last().and_then(|context| context.outside.as_ref());
        match (outside, Meant::of_article(&written.words)) {
            (Some(outside), None) => outside.below(&written.words),
            _ => self.meant(written),
        }
    }

    /// Keeps a place in mind, and the reference if it leads to one clause. Gives the byte behind it.
    fn note(&mut self, written: &WrittenReference, meant: Option<Meant>, start: usize) -> usize {
        let end = start + written.length;
        let parts = parts_of_all(&self.text[end..]);
        let holds_parts = parts.as_ref().is_none_or(|parts| {
            let first =
                |meant: &Meant| self.local.places.find(&format!("{}第1{}", meant.query(), parts.counter.word()));
            meant.as_ref().is_some_and(|meant| first(meant) != PlaceMatch::Nothing)
        });
        let range = start..end + parts.filter(|_| holds_parts).map_or(0, |parts| parts.length);
        let mut is_missing = false;
        match meant.as_ref().and_then(|meant| self.position(meant, written)) {
            Some(position) => {
                let is_relative = written.head != ReferenceHead::Absolute;
                self.found.references.push(LocalReference { range: range.clone(), position, is_relative });
            }
            None if !self.met_another && self.leads_nowhere(meant.as_ref(), written) => {
                self.found.dangling.push(range.clone());
                is_missing = true;
            }
            None => {}
        }
        let context = self.context();
        if names_article(written) {
            context.last_article = meant.as_ref().and_then(|meant| meant.up_to(CounterWord::Article));
        }
        context.last = meant.or_else(|| is_missing.then(Meant::missing));
        context.list_ends = Some(range.end);
        range.end
    }

    fn position(&self, meant: &Meant, written: &WrittenReference) -> Option<Position> {
        if let (true, Some(node)) = (written.words.is_empty(), self.node(written.head)) {
            return Some(node.position.clone());
        }
        match self.local.places.find(&meant.query()) {
            PlaceMatch::One(place) => Some(place.position.clone()),
            PlaceMatch::Several(_) | PlaceMatch::Nothing => None,
        }
    }

    /// The place a reference means where it stands.
    fn meant(&self, written: &WrittenReference) -> Option<Meant> {
        let words = &written.words;
        let (base, base_counter, words) = match written.head {
            ReferenceHead::Absolute => return self.counted(words),
            ReferenceHead::Same(counter) => {
                let context = self.contexts.last()?;
                let last = if counter == CounterWord::Article { &context.last_article } else { &context.last };
                let same = last.as_ref()?.up_to(counter)?;
                return Some(Meant { words: [&same.words, &words[..]].concat(), ..same });
            }
            ReferenceHead::Before(CounterWord::Paragraph, count) => {
                return self.paragraph(self.paragraph_number()?.checked_sub(count)?, words);
            }
            ReferenceHead::AllBefore(CounterWord::Paragraph) => {
                return self.paragraph_number().filter(|number| *number > 1).and_then(|_| self.paragraph(1, words));
            }
            ReferenceHead::After(CounterWord::Paragraph) => {
                return self.paragraph(self.paragraph_number()?.checked_add(1)?, words);
            }
            ReferenceHead::This(CounterWord::Paragraph) => return self.paragraph(self.paragraph_number()?, words),
            head => {
                let node = self.node(head)?;
                (node.name.clone(), Some(node.counter), words.clone())
            }
        };
        Some(Meant { base, base_counter, words })
    }

    /// The division that a word such as 前条 or この章 names.
    fn node(&self, head: ReferenceHead) -> Option<&DivisionNode> {
        let divisions = &self.local.divisions;
        let around = |counter| divisions.around(self.standpoint?, counter);
        match head {
            ReferenceHead::Before(counter, count) if counter != CounterWord::Paragraph => {
                let own = around(counter)?;
                (0..count).try_fold(own, |node, _| divisions.nodes.get(node.before?))
            }
            ReferenceHead::AllBefore(CounterWord::Item) => {
                let own = around(CounterWord::Item)?;
                let first = divisions.nodes.get(own.first)?;
                (first.number() == Some(1) && first.position != own.position).then_some(first)
            }
            ReferenceHead::After(counter) if counter != CounterWord::Paragraph => {
                divisions.nodes.get(around(counter)?.after?)
            }
            ReferenceHead::This(counter) if counter != CounterWord::Paragraph => around(counter),
            _ => None,
        }
    }

    /// The number of the paragraph in which the text stands. The first of an article has none printed.
    pub(super) fn paragraph_number(&self) -> Option<u32> {
        let standpoint = self.standpoint?;
        if let Some(paragraph) = self.local.divisions.around(standpoint, CounterWord::Paragraph) {
            return paragraph.number();
        }
        let is_in_article = self.local.divisions.around(standpoint, CounterWord::Article).is_some();
        (is_in_article && standpoint.knows_paragraph).then_some(1)
    }

    /// A paragraph of the article in which the text stands, or of the supplementary provisions without articles.
    fn paragraph(&self, number: u32, below: &[PlaceWord]) -> Option<Meant> {
        if number == 0 {
            return None;
        }
        let word = PlaceWord { sort: WordSort::Counted(CounterWord::Paragraph), text: format!("第{number}項") };
        let (base, base_counter) = self.article()?;
        Some(Meant { base, base_counter, words: [&[word], below].concat() })
    }

    fn article(&self) -> Option<(String, Option<CounterWord>)> {
        let standpoint = self.standpoint?;
        if let Some(article) = self.local.divisions.around(standpoint, CounterWord::Article) {
            return Some((article.name.clone(), Some(CounterWord::Article)));
        }
        let part = self.local.divisions.parts.get(standpoint.part)?;
        part.is_supplementary.then(|| (part.name.clone(), None))
    }

    /// A place with a number of its own: 第3条, 第2項 of this article, 第1号 of this paragraph, 第2節 of this chapter.
    fn counted(&self, words: &[PlaceWord]) -> Option<Meant> {
        let Some(counter) = first_counter(words) else { return Meant::of_article(words) };
        let words = words.to_vec();
        let (base, base_counter) = match counter {
            CounterWord::Item => return self.item(words),
            CounterWord::Paragraph => self.article()?,
            CounterWord::Article => (self.part_of_articles(&words)?, None),
            division => (self.division_above(division)?, None),
        };
        Some(Meant { base, base_counter, words })
    }

    /// An item of the paragraph in which the text stands.
    fn item(&self, words: Vec<PlaceWord>) -> Option<Meant> {
        let number = self.paragraph_number()?;
        let with_paragraph = self.paragraph(number, &words)?;
        if number > 1 || !matches!(self.local.places.find(&with_paragraph.query()), PlaceMatch::Nothing) {
            return Some(with_paragraph);
        }
        let (base, base_counter) = self.article()?;
        Some(Meant { base, base_counter, words })
    }

    /// The name of the part whose articles are meant. An annex with articles means its own. Supplementary provisions mean those of the
    /// main text, unless they have one of this number themselves; those of an amendment mean that amendment.
    fn part_of_articles(&self, words: &[PlaceWord]) -> Option<String> {
        let Some(standpoint) = self.standpoint else { return Some(String::new()) };
        let part = self.local.divisions.parts.get(standpoint.part)?;
        if part.is_of_amendment {
            return None;
        }
        if !self.local.divisions.has_articles(standpoint.part) {
            return Some(String::new());
        }
        if !part.is_supplementary {
            return Some(part.name.clone());
        }
        let first = words.first()?;
        let is_own = !matches!(self.local.places.find(&format!("{}{}", part.name, first.text)), PlaceMatch::Nothing);
        (!is_own).then(String::new)
    }

    /// The name of the division in which one of this kind is looked for.
    fn division_above(&self, division: CounterWord) -> Option<String> {
        let Some(standpoint) = self.standpoint else { return Some(String::new()) };
        let above = self.local.divisions.chain(standpoint).find(|node| node.counter < division);
        match above {
            Some(node) => Some(node.name.clone()),
            None => self.local.divisions.parts.get(standpoint.part).map(|part| part.name.clone()),
        }
    }
}

/// Tells if a reference names an article by a word of its own: 第3条, 前条, 同条.
fn names_article(written: &WrittenReference) -> bool {
    let is_article = |word: &PlaceWord| word.sort == WordSort::Counted(CounterWord::Article);
    let by_head = match written.head {
        ReferenceHead::Before(counter, _)
        | ReferenceHead::AllBefore(counter)
        | ReferenceHead::After(counter)
        | ReferenceHead::This(counter)
        | ReferenceHead::Same(counter) => counter == CounterWord::Article,
        ReferenceHead::Absolute => false,
    };
    by_head || written.words.iter().any(is_article)
}

fn first_counter(words: &[PlaceWord]) -> Option<CounterWord> {
    match words.first()?.sort {
        WordSort::Counted(counter) => Some(counter),
        _ => None,
    }
}
