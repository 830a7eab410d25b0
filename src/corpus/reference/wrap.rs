//! Links around parts of a text, across emphasis and ruby. No character of the text changes.

use std::collections::VecDeque;
use std::ops::Range;

use crate::policy::{Inline, Link, plain_text};

/// Puts a link around every range of the plain text of `inlines`. The ranges are in bytes, in order, and do not overlap.
/// None of them is a link already or lies in code. References become their text.
pub(in crate::corpus) fn with_links(inlines: &[Inline], ranges: &[(Range<usize>, String)]) -> Vec<Inline> {
    let mut rest = Rest { inlines: inlines.iter().cloned().collect(), at: 0 };
    let mut out = Vec::with_capacity(inlines.len() + 2 * ranges.len());
    for (range, destination) in ranges {
        out.extend(rest.until(range.start));
        let text = opened(rest.until(range.end));
        out.push(Inline::Link(Box::new(Link { destination: destination.as_str().into(), text, range: 0..0 })));
    }
    out.extend(rest.until(usize::MAX));
    opened(out)
}

/// The same inlines, with the text of references in their place.
fn opened(inlines: Vec<Inline>) -> Vec<Inline> {
    let mut out = Vec::with_capacity(inlines.len());
    for inline in inlines {
        match inline {
            Inline::Reference(reference) => out.extend(reference.text),
            Inline::Strong(inner) => out.push(Inline::Strong(opened(inner))),
            Inline::Emphasis(inner) => out.push(Inline::Emphasis(opened(inner))),
            Inline::Strikethrough(inner) => out.push(Inline::Strikethrough(opened(inner))),
            other => out.push(other),
        }
    }
    out
}

/// The remaining inlines, and the byte of the plain text at which they start.
struct Rest {
    inlines: VecDeque<Inline>,
    at: usize,
}

impl Rest {
    /// Takes the inlines before a byte of the plain text.
    fn until(&mut self, end: usize) -> Vec<Inline> {
        let mut taken = Vec::new();
        while self.at < end
            && let Some(inline) = self.inlines.pop_front()
        {
            let length = plain_text(std::slice::from_ref(&inline)).len();
            if self.at + length <= end {
                taken.push(inline);
                self.at += length;
                continue;
            }
            let (left, right) = split(inline, end - self.at);
            self.at = end;
            taken.extend(left);
            right.into_iter().rev().for_each(|inline| self.inlines.push_front(inline));
        }
        taken
    }
}

/// Splits an inline at a byte of its plain text. An indivisible one (a base with its reading, a link) goes left.
fn split(inline: Inline, at: usize) -> (Option<Inline>, Option<Inline>) {
    match inline {
        Inline::Text(text) => match text.split_at_checked(at) {
            Some((left, right)) => (Some(Inline::Text(left.into())), Some(Inline::Text(right.into()))),
            None => (Some(Inline::Text(text)), None),
        },
        Inline::Ruby(pairs) => {
            let mut before = 0;
            let cut = pairs.iter().position(|pair| {
                let starts_after = before >= at;
                before += pair.base.len();
                starts_after
            });
            let (left, right) = pairs.split_at(cut.unwrap_or(pairs.len()));
            let ruby = |pairs: &[_]| (!pairs.is_empty()).then(|| Inline::Ruby(pairs.into()));
            (ruby(left), ruby(right))
        }
        Inline::Strong(inner) => split_inside(inner, at, Inline::Strong),
        Inline::Emphasis(inner) => split_inside(inner, at, Inline::Emphasis),
        Inline::Strikethrough(inner) => split_inside(inner, at, Inline::Strikethrough),
        other => (Some(other), None),
    }
}

fn split_inside(inner: Vec<Inline>, at: usize, around: fn(Vec<Inline>) -> Inline) -> (Option<Inline>, Option<Inline>) {
    let mut rest = Rest { inlines: inner.into(), at: 0 };
    let left = rest.until(at);
    let right: Vec<Inline> = rest.inlines.into();
    let wrapped = |inlines: Vec<Inline>| (!inlines.is_empty()).then(|| around(inlines));
    (wrapped(left), wrapped(right))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::RubyPair;

    fn text(text: &str) -> Inline {
        Inline::Text(text.into())
    }

    /// Links as `<…>`, strong as `*…*`, ruby as `[base/reading]`.
    fn shown(inlines: &[Inline]) -> String {
        let show = |inline: &Inline| match inline {
            Inline::Text(text) => text.to_string(),
            Inline::Strong(inner) => format!("*{}*", shown(inner)),
            Inline::Link(link) => format!("<{}>", shown(&link.text)),
            Inline::Ruby(pairs) => pairs.iter().map(|pair| format!("[{}/{}]", pair.base, pair.reading)).collect(),
            Inline::FootnoteReference(number) => format!("^{number}"),
            other => format!("{other:?}"),
        };
        inlines.iter().map(show).collect()
    }

    #[test]
    fn links_cross_emphasis_and_ruby() {
        let ruby = Inline::Ruby(Box::new([RubyPair { base: "靱".into(), reading: "じん".into() }]));
        for (inlines, part, expected) in [
            (vec![text("「国分寺市ビジョン」に")], "国分寺市ビジョン", "「<国分寺市ビジョン>」に"),
            (
                vec![text("「"), Inline::Strong(vec![text("国分寺市")]), text("計画」")],
                "国分寺市計画",
                "「<*国分寺市*計画>」",
            ),
            (vec![Inline::Strong(vec![text("「甲計")]), text("画」")], "甲計画", "*「*<*甲計*画>」"),
            (vec![Inline::Strong(vec![text("「甲計画」")])], "甲計画", "*「*<*甲計画*>*」*"),
            (vec![text("「強"), ruby, text("化計画」")], "強靱化計画", "「<強[靱/じん]化計画>」"),
            (vec![text("「甲計画"), Inline::FootnoteReference(1), text("」")], "甲計画", "「<甲計画>^1」"),
        ] {
            let plain = plain_text(&inlines);
            let start = plain.find(part).unwrap();
            let linked = with_links(&inlines, &[(start..start + part.len(), "/x/".to_owned())]);
            assert_eq!(shown(&linked), expected);
            assert_eq!(plain_text(&linked), plain);
        }
    }
}
