//! Running text into HTML: every character as typed, none of them markup.

use super::bare_url::bare_urls;
use super::writer::{TextLink, TextPage, TextWriter};
use crate::corpus::Referent;
use crate::policy::{Footnote, Foreign, Image, Inline, Link, Position, RubyPair, plain_text};
use crate::site::frame::link;
use crate::site::frame::words::filled;

/// Writes the text of a clause, or a part of it (a cell, a paragraph of a footnote), with what it refers to as links.
pub(crate) fn running(w: &mut TextWriter<'_>, position: &Position, part: usize, text: &[Inline]) {
    let (site, document) = (w.site, w.document);
    let destination = |referent: &Referent| site.clauses.destination(referent);
    let linked = site.corpus.links.linked(&document.id, position, part, text, destination);
    inlines(w, &linked);
}

/// Writes running text.
pub(crate) fn inlines(w: &mut TextWriter<'_>, text: &[Inline]) {
    for inline in text {
        match inline {
            Inline::Text(text) if w.links == 0 => with_bare_urls(w, text),
            Inline::Text(text) | Inline::RawHtml(text) => w.text(text),
            Inline::Ruby(pairs) => ruby(w, pairs),
            Inline::Strong(inner) => wrapped(w, "strong", inner),
            Inline::Emphasis(inner) => wrapped(w, "em", inner),
            Inline::Strikethrough(inner) => wrapped(w, "s", inner),
            Inline::Code(code) => {
                w.markup("<code>");
                w.text(code);
                w.markup("</code>");
            }
            Inline::Foreign(words) => foreign(w, words),
            Inline::Link(link) => anchor(w, link),
            Inline::Image(image) => picture(w, image),
            // A reference that leads somewhere has become a link (`corpus::Links::linked`).
            Inline::Reference(reference) => inlines(w, &reference.text),
            Inline::FootnoteReference(number) => footnote_reference(w, *number),
            Inline::LineBreak => w.markup("<br>"),
        }
    }
}

/// Text in which addresses are links.
fn with_bare_urls(w: &mut TextWriter<'_>, text: &str) {
    let mut done = 0;
    for range in bare_urls(text) {
        w.text(&text[done..range.start]);
        let url: Box<str> = text[range.clone()].into();
        external(w, &Link { destination: url.clone(), text: vec![Inline::Text(url)], range: 0..0 });
        done = range.end;
    }
    w.text(&text[done..]);
}

fn wrapped(w: &mut TextWriter<'_>, tag: &str, inner: &[Inline]) {
    w.markup(&format!("<{tag}>"));
    inlines(w, inner);
    w.markup(&format!("</{tag}>"));
}

fn foreign(w: &mut TextWriter<'_>, words: &Foreign) {
    w.markup("<span");
    w.attribute("lang", &words.language);
    w.markup(">");
    inlines(w, &words.text);
    w.markup("</span>");
}

/// `<rp>` keeps the reading in brackets where ruby is not shown.
fn ruby(w: &mut TextWriter<'_>, pairs: &[RubyPair]) {
    w.markup("<ruby>");
    for pair in pairs {
        w.text(&pair.base);
        w.markup("<rp>（</rp><rt>");
        w.text(&pair.reading);
        w.markup("</rt><rp>）</rp>");
    }
    w.markup("</ruby>");
}

fn anchor(w: &mut TextWriter<'_>, link: &Link) {
    match w.text_link(&link.destination) {
        _ if w.links > 0 => inlines(w, &link.text),
        TextLink::Page(href) if is_registered(&link.destination) => registered(w, &href, &link.text),
        TextLink::Page(href) => linked(w, &href, &link.text),
        TextLink::External => external(w, link),
        TextLink::File { href, path } => {
            let note = file_note(w, &path, &plain_text(&link.text));
            w.markup("<a");
            w.attribute("href", &href);
            w.markup(">");
            link_text(w, &link.text);
            if !note.is_empty() {
                w.parts.file_note.push(&mut w.out, [&note]);
            }
            w.markup("</a>");
            w.assets.insert(path);
        }
        TextLink::Nowhere => inlines(w, &link.text),
    }
}

/// A link that leads away from the site says so, unless its text does already.
fn external(w: &mut TextWriter<'_>, link: &Link) {
    let is_page = ["http://", "https://"]
        .iter()
        .any(|scheme| link.destination.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)));
    w.markup("<a");
    w.attribute("href", &link.destination);
    w.markup(">");
    link_text(w, &link.text);
    if is_page && !plain_text(&link.text).contains(w.words.external.trim_matches([' ', '(', ')', '（', '）'])) {
        w.parts.external_mark.push(&mut w.out, []);
    }
    w.markup("</a>");
}

/// Tells if a link leads to a department or a term, which the text names in passing.
fn is_registered(destination: &str) -> bool {
    destination.starts_with("/organizations/") || destination.starts_with("/terms/#")
}

/// A link that does not stand out from the text.
fn registered(w: &mut TextWriter<'_>, href: &str, text: &[Inline]) {
    w.markup("<a class=\"named\"");
    w.attribute("href", href);
    w.markup(">");
    link_text(w, text);
    w.markup("</a>");
}

fn linked(w: &mut TextWriter<'_>, href: &str, text: &[Inline]) {
    w.markup("<a");
    w.attribute("href", href);
    w.markup(">");
    link_text(w, text);
    w.markup("</a>");
}

fn link_text(w: &mut TextWriter<'_>, text: &[Inline]) {
    w.links += 1;
    inlines(w, text);
    w.links -= 1;
}

/// Format and size of a file, as Japanese official sites write them behind a link: `（PDF、1.2MB）`. A format that the text
/// already names is not repeated.
fn file_note(w: &TextWriter<'_>, path: &str, text: &str) -> String {
    let format = path.rsplit_once('.').map(|(_, extension)| extension.to_ascii_uppercase()).unwrap_or_default();
    let size = w.site.assets.get(path).map(|bytes| file_size(bytes.len())).unwrap_or_default();
    let named = format.is_empty() || text.to_ascii_uppercase().contains(&format);
    match (named, size.is_empty()) {
        (true, true) => String::new(),
        (true, false) => filled(w.words.file_size, &[("size", &size)]),
        (false, true) => filled(w.words.file_format, &[("format", &format)]),
        (false, false) => filled(w.words.file_format_and_size, &[("format", &format), ("size", &size)]),
    }
}

/// A size in decimal units, never 0.
fn file_size(bytes: usize) -> String {
    match bytes {
        0..=999_499 => format!("{}KB", bytes.div_ceil(1000).max(1)),
        _ => {
            let tenths = (bytes + 50_000) / 100_000;
            format!("{}.{}MB", tenths / 10, tenths % 10)
        }
    }
}

fn picture(w: &mut TextWriter<'_>, image: &Image) {
    match w.text_link(&image.destination) {
        TextLink::File { href, path } => {
            w.markup("<img");
            w.attribute("src", &href);
            w.attribute("alt", &image.alt);
            if !image.title.is_empty() {
                w.attribute("title", &image.title);
            }
            if let Some((width, height)) = w.site.assets.get(&path).and_then(|bytes| super::picture::size(bytes)) {
                w.markup(&format!(" width=\"{width}\" height=\"{height}\""));
            }
            w.markup(">");
            w.assets.insert(path);
        }
        // A picture elsewhere would tell another server who reads this. `check` has reported it.
        TextLink::External | TextLink::Page(_) | TextLink::Nowhere => w.text(&image.alt),
    }
}

/// The mark leads to the note; its own id lets the note lead back. A mark within a link is only a mark.
fn footnote_reference(w: &mut TextWriter<'_>, number: u32) {
    let mark = w.words.note_mark(number);
    let count = usize::try_from(number).ok().and_then(|n| w.references.get_mut(n.checked_sub(1)?));
    match count {
        _ if w.links == 0 && w.text_page == TextPage::Clause => {
            let note = Footnote::fragment(number);
            let href = link::relative(&w.file, &link::document_file(&w.document.id), Some(&note));
            w.markup("<sup><a");
            w.attribute("href", &href);
            w.markup(&format!(">{mark}</a></sup>"));
        }
        Some(count) if w.links == 0 => {
            *count += 1;
            let count = *count;
            let note = Footnote::fragment(number);
            w.markup(&format!("<sup><a href=\"#{note}\" id=\"fnref{number}-{count}\">{mark}</a></sup>"));
        }
        _ => w.markup(&format!("<sup>{mark}</sup>")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::sample::html;

    /// A paragraph's text as HTML, without its permalink.
    fn inner(markdown: &str) -> String {
        let html = html(markdown);
        let start = html.find('>').unwrap() + 1;
        html[start..html.find("<span data-nosnippet><a class=\"pl\"").unwrap()].to_owned()
    }

    #[test]
    fn text_is_kept_to_the_character() {
        for (markdown, expected) in [
            ("第Ⅱ期　ＡＩ－ＯＣＲ 「歴史をつなぎ 未来をひらく」", "第Ⅱ期　ＡＩ－ＯＣＲ 「歴史をつなぎ 未来をひらく」"),
            ("強{靱|じん}な", "強<ruby>靱<rp>（</rp><rt>じん</rt><rp>）</rp></ruby>な"),
            (
                "{強靱|きょう|じん}な",
                "<ruby>強<rp>（</rp><rt>きょう</rt><rp>）</rp>靱<rp>（</rp><rt>じん</rt><rp>）</rp></ruby>な",
            ),
            ("これは**「重要」**です", "これは<strong>「重要」</strong>です"),
            ("主*体*的", "主<em>体</em>的"),
            ("~~旧~~新", "<s>旧</s>新"),
            ("「[A & B]{lang=en}」", "「<span lang=\"en\">A &amp; B</span>」"),
            ("`a<b>`", "<code>a&lt;b&gt;</code>"),
            ("一行目  \n二行目", "一行目<br>二行目"),
            ("<script>alert(1)</script> と \"引用\"", "&lt;script&gt;alert(1)&lt;/script&gt; と &quot;引用&quot;"),
            ("A&amp;B", "A&amp;B"),
        ] {
            assert_eq!(inner(markdown), expected, "{markdown}");
        }
    }

    #[test]
    fn links_lead_where_they_may() {
        for (markdown, expected) in [
            (
                "[市](https://a.example/?a=1&b=2)",
                "<a href=\"https://a.example/?a=1&amp;b=2\">市<span data-nosnippet>（外部サイト）</span></a>",
            ),
            ("[別の1](../r7/b.md#s1-1)", "<a href=\"../../r7/b/index.html#s1-1\">別の1</a>"),
            ("[[r7/b#s1-1]]", "<a href=\"../../r7/b/index.html#s1-1\">「見本」1(1)</a>"),
            ("[[r7/b#s1-1|別の項目]]", "<a href=\"../../r7/b/index.html#s1-1\">別の項目</a>"),
            ("[別](/r7/b/)", "<a href=\"../../r7/b/index.html\">別</a>"),
            ("[ホーム](/)", "<a href=\"../../index.html\">ホーム</a>"),
            ("[令和7年度](/r7/)", "<a href=\"../../r7/index.html\">令和7年度</a>"),
            ("[ここ](#p1)", "<a href=\"#p1\">ここ</a>"),
            ("[計画](keikaku.pdf)", "<a href=\"../keikaku.pdf\">計画<span data-nosnippet>（PDF、1.2MB）</span></a>"),
            (
                "[計画（PDF）](keikaku.pdf)",
                "<a href=\"../keikaku.pdf\">計画（PDF）<span data-nosnippet>（1.2MB）</span></a>",
            ),
            (
                "[図の[中](https://a.example/)](/r7/)",
                "[図の<a href=\"https://a.example/\">中<span data-nosnippet>（外部サイト）</span></a>](/r7/)",
            ),
            (
                "詳しくは（https://a.example/b）、",
                "詳しくは（<a href=\"https://a.example/b\">https://a.example/b<span data-nosnippet>（外部サイト）</span></a>）、",
            ),
            ("`https://a.example/`", "<code>https://a.example/</code>"),
            ("[市（外部サイト）](https://a.example/)", "<a href=\"https://a.example/\">市（外部サイト）</a>"),
            ("[課](mailto:a@city.example.jp)", "<a href=\"mailto:a@city.example.jp\">課</a>"),
        ] {
            assert_eq!(inner(markdown), expected, "{markdown}");
        }
    }

    #[test]
    fn what_may_not_be_followed_is_text() {
        for destination in [
            "javascript:alert(1)",
            "JAVASCRIPT:alert(1)",
            "data:text/html,x",
            "vbscript:x",
            "file:///etc/passwd",
            "../r9/himitsu.md",
            "/r9/himitsu/",
            "../r7/nai.md",
            "../../../etc/passwd",
        ] {
            assert_eq!(inner(&format!("[計画]({destination})を見る")), "計画を見る", "{destination}");
            assert_eq!(inner(&format!("文![計画]({destination})")), "文計画", "{destination}");
        }
    }

    #[test]
    fn pictures_are_of_the_site_and_know_their_size() {
        for (markdown, expected) in [
            (
                "文![修繕費の\"推移\"](<図 1.png>)",
                "文<img src=\"../%E5%9B%B3%201.png\" alt=\"修繕費の&quot;推移&quot;\" width=\"640\" height=\"480\">",
            ),
            ("文![図](https://a.example/x.png)", "文図"),
        ] {
            assert_eq!(inner(markdown), expected, "{markdown}");
        }
    }

    #[test]
    fn footnotes_lead_there_and_back() {
        let html = html("方針[^a]と目標[^b]と方針[^a]。\n\n[^a]: 注の一。\n[^b]: 注の二。\n");
        assert!(html.contains("方針<sup><a href=\"#fn1\" id=\"fnref1-1\">注1</a></sup>と目標"), "{html}");
        assert!(html.contains("方針<sup><a href=\"#fn1\" id=\"fnref1-2\">注1</a></sup>。"), "{html}");
        let notes = &html[html.find("<section").unwrap()..];
        assert_eq!(
            notes,
            "<section class=\"notes\" id=\"notes\">\n<h2 data-nosnippet>注</h2>\n<ol class=\"items\">\n\
             <li id=\"fn1\"><span class=\"n\">注1</span> 注の一。 <a class=\"back\" data-nosnippet href=\"#fnref1-1\">本文の注1（1か所目）へ戻る</a> \
             <a class=\"back\" data-nosnippet href=\"#fnref1-2\">本文の注1（2か所目）へ戻る</a></li>\n\
             <li id=\"fn2\"><span class=\"n\">注2</span> 注の二。 <a class=\"back\" data-nosnippet href=\"#fnref2-1\">本文の注2へ戻る</a></li>\n\
             </ol>\n</section>\n"
        );
    }

    #[test]
    fn a_size_is_rounded_and_never_nothing() {
        for (bytes, expected) in
            [(0, "1KB"), (1, "1KB"), (1001, "2KB"), (999_000, "999KB"), (999_500, "1.0MB"), (12_345_678, "12.3MB")]
        {
            assert_eq!(file_size(bytes), expected);
        }
    }
}
