//! A built page as a browser without scripts shows it: what stands at each fragment.

use std::collections::BTreeMap;

use hoshin::artifact::Artifacts;
use scraper::{ElementRef, Html, Selector};

/// The target of a link: the path of a page and the fragment, empty for none.
pub(crate) type Target = (String, String);

/// Text that a reader sees at a fragment.
#[derive(Debug, Clone)]
pub(crate) enum FragmentContent {
    /// A clause of the document, by its place in the order of the page.
    Clause(usize),
    /// A note that another clause has this position now, with its links.
    Note(Vec<Target>),
    /// A tombstone: its text and its links.
    Gone(String, Vec<Target>),
    /// A link to the present position of the clause.
    Moved(Target),
}

pub(crate) struct Shown {
    pub(crate) id: String,
    /// The clause's own text without label.
    pub(crate) text: String,
}

pub(crate) struct Page {
    /// The clauses in the order of the page.
    pub(crate) clauses: Vec<Shown>,
    /// The text at each fragment.
    pub(crate) contents: BTreeMap<String, FragmentContent>,
}

/// The page `/c/k7f3q/`: its text, whether it is a tombstone, and its links.
#[derive(Clone)]
pub(crate) struct ClausePage {
    pub(crate) text: String,
    pub(crate) is_told: bool,
    pub(crate) links: Vec<Target>,
}

impl Page {
    /// Reads the page of a document, under its present or a former name.
    pub(crate) fn read(files: &Artifacts, path: &str) -> Self {
        let html = html(files, path);
        let clauses: Vec<ElementRef<'_>> = html.select(&selector("main .text [id]")).filter(is_clause).collect();
        let mut contents = BTreeMap::new();
        for element in html.select(&selector("main .text [id], main .notes [id], main ul.bullets [id]")) {
            let id = element.attr("id").unwrap().to_owned();
            if id == "gone" {
                continue;
            }
            let content = content_of(element, &clauses, path);
            assert!(contents.insert(id.clone(), content).is_none(), "{path} has two anchors #{id}");
        }
        let shown = |clause: &ElementRef<'_>| Shown { id: clause.attr("id").unwrap().into(), text: own_text(*clause) };
        Self { clauses: clauses.iter().map(shown).collect(), contents }
    }
}

impl ClausePage {
    pub(crate) fn read(files: &Artifacts, path: &str) -> Self {
        let html = html(files, path);
        let main = html.select(&selector("main article")).next().unwrap();
        let words = main.select(&selector("blockquote")).flat_map(|quote| quote.text()).collect();
        let links = main.select(&selector("p")).flat_map(|paragraph| links(paragraph, path)).collect();
        Self { text: words, is_told: main.select(&selector("p.was")).next().is_some(), links }
    }
}

fn html(files: &Artifacts, path: &str) -> Html {
    let bytes = files.get(path).unwrap_or_else(|| panic!("there is no page {path}"));
    Html::parse_document(std::str::from_utf8(&bytes).unwrap())
}

fn selector(css: &str) -> Selector {
    Selector::parse(css).unwrap()
}

fn has_class(element: ElementRef<'_>, class: &str) -> bool {
    element.value().has_class(class, scraper::CaseSensitivity::CaseSensitive)
}

/// The element itself and its ancestors.
fn around(element: ElementRef<'_>) -> impl Iterator<Item = ElementRef<'_>> {
    std::iter::once(element).chain(element.ancestors().filter_map(ElementRef::wrap))
}

fn is_clause(element: &ElementRef<'_>) -> bool {
    let is_gone = around(*element).any(|above| above.attr("id") == Some("gone"));
    matches!(element.value().name(), "section" | "li" | "p" | "tr") && !has_class(*element, "was") && !is_gone
}

fn content_of(element: ElementRef<'_>, clauses: &[ElementRef<'_>], path: &str) -> FragmentContent {
    for above in around(element) {
        if let Some(index) = clauses.iter().position(|clause| *clause == above) {
            return FragmentContent::Clause(index);
        }
        if has_class(above, "was") {
            return FragmentContent::Note(links(above, path));
        }
        if above.value().name() == "li" && above.attr("id").is_some() {
            let is_gone = around(above).any(|above| above.attr("id") == Some("gone"));
            return match &links(above, path)[..] {
                [only] if !is_gone => FragmentContent::Moved(only.clone()),
                all => FragmentContent::Gone(above.text().collect(), all.to_vec()),
            };
        }
    }
    panic!("{path} has an anchor outside of everything: {}", element.html())
}

fn links(element: ElementRef<'_>, path: &str) -> Vec<Target> {
    element.select(&selector("a[href]")).map(|link| target(path, link.attr("href").unwrap())).collect()
}

/// The target of a relative link on a page.
fn target(path: &str, href: &str) -> Target {
    let (file, fragment) = href.split_once('#').unwrap_or((href, ""));
    if file.is_empty() {
        return (path.to_owned(), fragment.to_owned());
    }
    let mut parts: Vec<&str> = path.split('/').collect();
    parts.pop();
    for part in file.split('/') {
        if part == ".." {
            parts.pop().unwrap();
        } else {
            parts.push(part);
        }
    }
    (parts.join("/"), fragment.to_owned())
}

/// The text of a clause without its label, its children, the links behind it and notes about other clauses.
fn own_text(clause: ElementRef<'_>) -> String {
    let mut out = String::new();
    for node in clause.descendants() {
        let Some(text) = node.value().as_text() else { continue };
        let mut above = node.ancestors().filter_map(ElementRef::wrap).take_while(|above| *above != clause);
        let is_own = above.all(|above| {
            let is_aside = ["n", "pl", "q", "was"].iter().any(|class| has_class(above, class));
            let is_below = above.attr("id").is_some() && is_clause(&above);
            !is_aside && !is_below && above.value().name() != "thead"
        });
        if is_own {
            out.push_str(text);
        }
    }
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}
