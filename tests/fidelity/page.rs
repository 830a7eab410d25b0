//! The text of a built page, read back as a browser would read it.

use scraper::{ElementRef, Html, Node, Selector};

use crate::kit::Site;
use crate::originals::{Joined, Reading};

/// What hoshin and the theme add to the official text inside the article: all of it bears the attribute that tells search
/// engines not to take it for the text (contents, facts, what can be done with a clause, what became of former ones).
/// All else in the article has to be original.
const ADDED: &str = "[data-nosnippet], rp";

/// Elements that begin a paragraph of their own.
const BLOCKS: [&str; 15] =
    ["article", "header", "div", "section", "h1", "h2", "h3", "h4", "h5", "h6", "p", "ol", "ul", "li", "footer"];

/// Builds the repository's own site and reads one of its pages.
pub(crate) fn built(document: &str) -> Html {
    Html::parse_document(&html(document))
}

/// The same as the file it is.
pub(crate) fn html(document: &str) -> String {
    let site = Site::of_the_repository();
    let built = site.run("build --now 2026-11-21");
    assert_eq!(built.code, 0, "{built}");
    site.read(&format!("public/{document}/index.html"))
}

/// The paragraphs of its article. Only the line ends and indents between two blocks are the template's; inside a
/// paragraph every character counts.
pub(crate) fn article(page: &Html) -> Joined {
    let article = page.select(&selector("article")).next().expect("an article");
    let mut text = Text::default();
    text.read(article);
    text.end_paragraph();
    text.joined
}

/// How many elements a selector finds.
pub(crate) fn count(page: &Html, css: &str) -> usize {
    page.select(&selector(css)).count()
}

/// The ids of the article, in the order of the page.
pub(crate) fn ids(page: &Html) -> Vec<&str> {
    page.select(&selector("article [id]")).filter_map(|element| element.attr("id")).collect()
}

/// Every value of an attribute, in the order of the page.
pub(crate) fn attributes<'a>(page: &'a Html, name: &'a str) -> Vec<&'a str> {
    page.select(&selector(&format!("[{name}]"))).filter_map(|element| element.attr(name)).collect()
}

fn selector(css: &str) -> Selector {
    Selector::parse(css).expect("a selector")
}

#[derive(Default)]
struct Text {
    joined: Joined,
    open: String,
}

impl Text {
    fn read(&mut self, element: ElementRef<'_>) {
        let is_block = BLOCKS.contains(&element.value().name());
        if is_block {
            self.end_paragraph();
        }
        for child in element.children() {
            if let Node::Text(text) = child.value() {
                self.open.push_str(text);
            } else if let Some(child) = ElementRef::wrap(child) {
                self.child(child);
            }
        }
        if is_block {
            self.end_paragraph();
        }
    }

    fn child(&mut self, element: ElementRef<'_>) {
        if element.value().name() == "rt" {
            let base = self.open.chars().next_back().expect("a reading follows its base");
            let reading: Reading = (base.to_string(), element.text().collect());
            self.joined.readings.push(reading);
        } else if !selector(ADDED).matches(&element) {
            self.read(element);
        }
    }

    fn end_paragraph(&mut self) {
        let paragraph = std::mem::take(&mut self.open);
        let paragraph = paragraph.trim_matches(['\n', ' ']);
        if !paragraph.is_empty() {
            self.joined.paragraphs.push(paragraph.to_owned());
        }
    }
}

#[test]
fn a_page_is_read_back_as_it_stands() {
    let html = r##"<article>
  <header><p class="kind" data-nosnippet>方針</p><h1>題 名</h1></header>
  <div data-nosnippet><dl><dt>種類</dt></dl></div>
  <ol>
    <li id="s1-1"><span class="n">(1)</span> 強<ruby>靱<rp>（</rp><rt>じん</rt><rp>）</rp></ruby>な <span data-nosnippet><a class="pl" href="#s1-1">#</a></span>
      <p id="s1-1-p2">また、<em>二</em>。</p></li>
  </ol>
</article>"##;
    let page = Html::parse_document(html);
    let text = article(&page);
    assert_eq!(text.paragraphs, ["題 名", "(1) 強靱な", "また、二。"]);
    assert_eq!(text.readings, [("靱".to_owned(), "じん".to_owned())]);
    assert_eq!(ids(&page), ["s1-1", "s1-1-p2"]);
}
