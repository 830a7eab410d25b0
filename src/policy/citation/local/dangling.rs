//! References that lead nowhere although they certainly mean this document: 第9条 of eight articles, 前項 in the first paragraph.
//!
//! What may be missing for another reason is none: where paragraphs cannot be told apart, where a text holds no articles or no annex of
//! this kind, where another document was named before.

use super::divisions::{DivisionNode, Standpoint};
use super::meaning::Meant;
use super::scanner::Scanner;
use super::words::{PlaceWord, ReferenceHead, WordSort, WrittenReference};
use crate::policy::citation::atom::annex_word;
use crate::policy::citation::counter_word::CounterWord;
use crate::policy::citation::places::PlaceMatch;

impl Scanner<'_> {
    /// Tells if a reference that leads to no clause certainly means one of this document.
    pub(super) fn leads_nowhere(&self, meant: Option<&Meant>, written: &WrittenReference) -> bool {
        let Some(standpoint) = self.standpoint else { return false };
        let is_missing = || meant.is_some_and(|meant| self.is_missing(meant, standpoint));
        match written.head {
            ReferenceHead::Absolute | ReferenceHead::Same(_) => is_missing(),
            ReferenceHead::Before(CounterWord::Paragraph, count) => match self.paragraph_number() {
                Some(number) if number <= count => self.own_article().is_some_and(|article| self.is_clear(article)),
                _ => is_missing(),
            },
            ReferenceHead::After(CounterWord::Paragraph) => is_missing(),
            ReferenceHead::Before(counter, count) => self.starts_within(standpoint, counter, count) || is_missing(),
            ReferenceHead::After(counter) => {
                let own = self.local.divisions.around(standpoint, counter);
                own.is_some_and(|own| !own.has_after && counter == CounterWord::Article) || is_missing()
            }
            ReferenceHead::AllBefore(CounterWord::Item) => self.starts_within(standpoint, CounterWord::Item, 1),
            ReferenceHead::AllBefore(_) | ReferenceHead::This(_) => false,
        }
    }

    /// Tells if a row begins at number 1 fewer than `count` steps before the text: 前条 in 第1条.
    fn starts_within(&self, standpoint: Standpoint, counter: CounterWord, count: u32) -> bool {
        let divisions = &self.local.divisions;
        let Some(own) = divisions.around(standpoint, counter) else { return false };
        let before = std::iter::successors(Some(own), |node| divisions.nodes.get(node.before?));
        let within = usize::try_from(count).unwrap_or(usize::MAX);
        before.take(within).last().is_some_and(|first| !first.has_before && first.number() == Some(1))
    }

    /// Tells if a place has a word for a part that the place above it certainly does not have.
    fn is_missing(&self, meant: &Meant, standpoint: Standpoint) -> bool {
        let mut above = meant.base.clone();
        for word in &meant.words {
            let name = format!("{above}{}", word.text);
            match self.local.places.find(&name) {
                PlaceMatch::Nothing => return self.is_certain(&above, word, standpoint),
                PlaceMatch::Several(_) => return false,
                PlaceMatch::One(_) => above = name,
            }
        }
        false
    }

    /// Tells if the place above would have this part if there were one.
    fn is_certain(&self, above: &str, word: &PlaceWord, standpoint: Standpoint) -> bool {
        let divisions = &self.local.divisions;
        match word.sort {
            WordSort::Counted(CounterWord::Article) => {
                above.is_empty() && divisions.has_articles(0) && standpoint.innermost.is_some()
            }
            WordSort::Counted(counter) if counter.groups_articles() => {
                above.is_empty() && divisions.nodes.iter().any(|node| node.counter == counter)
            }
            WordSort::Counted(_) => match self.holder(above) {
                Some(article) => self.is_clear(article),
                None => self.is_supplementary(above),
            },
            WordSort::Annex => {
                let kind = annex_word(&word.text).filter(|kind| *kind != "附則");
                let is_kind = |name: &str| kind.is_some() && annex_word(name) == kind;
                above.is_empty() && divisions.parts.iter().any(|part| is_kind(&part.name))
            }
            WordSort::Ordinal | WordSort::Number | WordSort::Bracketed | WordSort::Sign => false,
        }
    }

    /// The article that a place is, or in which it stands.
    fn holder(&self, place: &str) -> Option<&DivisionNode> {
        let PlaceMatch::One(place) = self.local.places.find(place) else { return None };
        let standpoint = self.local.divisions.standpoint(&place.position)?;
        self.local.divisions.around(standpoint, CounterWord::Article)
    }

    /// Tells if a name is that of the only supplementary provisions, whose paragraphs are numbered.
    fn is_supplementary(&self, name: &str) -> bool {
        let divisions = &self.local.divisions;
        let mut parts = divisions.parts.iter().filter(|part| part.is_supplementary);
        let only = parts.next().filter(|_| parts.next().is_none());
        let is_within = |node: &DivisionNode| node.counter == CounterWord::Paragraph && node.name.starts_with(name);
        only.is_some_and(|part| part.name == name) && divisions.nodes.iter().any(is_within)
    }

    fn own_article(&self) -> Option<&DivisionNode> {
        self.local.divisions.around(self.standpoint?, CounterWord::Article)
    }

    fn is_clear(&self, article: &DivisionNode) -> bool {
        self.local.places.knows_paragraphs(&article.position)
    }
}
