//! The templates of the preview's pages, and the table of all pages.

use serde::Serialize;
use tera::{Context, Kwargs, State, Tera, TeraResult, Value};

use super::page::Page;
use super::words::Words;
use super::{PagesInput, addresses, dashboard, former, link, posts};
use crate::artifact::Artifacts;

/// The templates, by name. They are inside the executable.
const TEMPLATES: [(&str, &str); 11] = [
    ("base.html", include_str!("templates/base.html")),
    ("parts.html", include_str!("templates/parts.html")),
    ("dashboard.html", include_str!("templates/dashboard.html")),
    ("list.html", include_str!("templates/list.html")),
    ("posts.html", include_str!("templates/posts.html")),
    ("addresses.html", include_str!("templates/addresses.html")),
    ("missing.html", include_str!("templates/missing.html")),
    ("waiting.html", include_str!("templates/waiting.html")),
    ("notice.html", include_str!("templates/notice.html")),
    ("head.html", include_str!("templates/head.html")),
    ("body.html", include_str!("templates/body.html")),
];
/// The style of the default theme, because a theme that is being edited may be broken.
const SITE_STYLE: &str = include_str!("../../../themes/default/static/style.css");
const ICON: &[u8] = include_bytes!("../../../themes/default/static/icon.svg");
const OWN_STYLE: &str = include_str!("templates/preview.css");

/// A template of this program that does not work, with the message of the engine. No site can cause this.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateError(pub String);

impl From<tera::Error> for TemplateError {
    fn from(error: tera::Error) -> Self {
        Self(error.to_string())
    }
}

/// The templates of the preview's pages, parsed once.
#[derive(Debug)]
pub struct PageTemplates {
    tera: Tera,
}

#[derive(Serialize)]
struct Menu<'a> {
    text: &'a str,
    to: &'a str,
    is_here: bool,
}

impl PageTemplates {
    /// Reads the templates.
    ///
    /// # Errors
    /// [`TemplateError`], which a test of this program rules out.
    pub fn new() -> Result<Self, TemplateError> {
        let mut tera = Tera::new();
        tera.register_function("link", link_function);
        tera.add_raw_templates(TEMPLATES)?;
        Ok(Self { tera })
    }

    /// The bytes of a page or file below [`FOLDER`](super::FOLDER), by its path with `index.html`. `None` if there is none.
    ///
    /// # Errors
    /// [`TemplateError`], which a test of this program rules out.
    pub fn page(&self, input: &PagesInput<'_>, file: &str) -> Result<Option<Vec<u8>>, TemplateError> {
        if file == link::STYLE {
            return Ok(Some([SITE_STYLE, OWN_STYLE].concat().into_bytes()));
        }
        if file == link::ICON {
            return Ok(Some(ICON.to_vec()));
        }
        let Some(page) = page(input, file) else { return Ok(None) };
        Ok(Some(self.render(input, file, page)?.into_bytes()))
    }

    /// The page that says that there is none at a path.
    ///
    /// # Errors
    /// [`TemplateError`], which a test of this program rules out.
    pub fn missing(&self, input: &PagesInput<'_>, file: &str) -> Result<Vec<u8>, TemplateError> {
        let words = Words::of(input.lang);
        let title = words.missing.to_owned();
        let page = Page { template: "missing.html", title, place: "", view: Value::from(()) };
        Ok(self.render(input, file, page)?.into_bytes())
    }

    /// All pages and files, for tests and the accessibility gate. A preview renders them one by one.
    ///
    /// # Errors
    /// [`TemplateError`], which a test of this program rules out.
    pub fn all(&self, input: &PagesInput<'_>) -> Result<Artifacts, TemplateError> {
        let mut artifacts = Artifacts::default();
        for file in files(input) {
            if let Some(bytes) = self.page(input, &file)? {
                artifacts.insert(file, bytes).map_err(|clash| TemplateError(clash.second))?;
            }
        }
        Ok(artifacts)
    }

    /// A fragment of a page. A test of each template rules out an error.
    pub(super) fn fragment(&self, template: &str, context: &Context) -> String {
        self.tera.render(template, context).unwrap_or_default()
    }

    fn render(&self, input: &PagesInput<'_>, file: &str, page: Page) -> Result<String, TemplateError> {
        let words = Words::of(input.lang);
        let menu = [(words.dashboard, link::DASHBOARD), (words.posts, link::POSTS), (words.addresses, link::ADDRESSES)];
        let menu = menu.map(|(text, to)| Menu { text, to, is_here: to == page.place });
        let mut context = Context::new();
        context.insert("words", words);
        context.insert("title", &page.title);
        context.insert("menu", &menu);
        context.insert("is_list", &(page.place == file));
        context.insert("site_title", &input.corpus.map(|corpus| corpus.site.title.as_str()));
        context.insert("has_site", &input.site.is_some());
        context.insert("place", page.place);
        context.insert("from", file);
        context.insert_value("view", page.view);
        Ok(self.tera.render(page.template, &context)?)
    }
}

/// The page at a path.
fn page(input: &PagesInput<'_>, file: &str) -> Option<Page> {
    match file {
        link::DASHBOARD => Some(dashboard::page(input)),
        link::POSTS => Some(posts::list(input)),
        link::ADDRESSES => Some(addresses::list(input)),
        _ => {
            let corpus = input.corpus?;
            if let Some((id, number)) = link::posts_of(file) {
                return posts::page(input, corpus, corpus.document(&id)?, number);
            }
            let id = link::addresses_of(file)?;
            match corpus.document(&id) {
                Some(document) => Some(addresses::page(input, corpus, document)),
                None => addresses::former_page(input, corpus, &id),
            }
        }
    }
}

/// The paths of all pages and files.
fn files(input: &PagesInput<'_>) -> Vec<String> {
    let mut files: Vec<String> =
        [link::DASHBOARD, link::POSTS, link::ADDRESSES, link::STYLE, link::ICON].map(str::to_owned).to_vec();
    let former = input.corpus.iter().flat_map(|corpus| former::all(input, corpus));
    files.extend(former.map(|former| link::addresses_file(former.id())));
    for document in input.corpus.iter().flat_map(|corpus| corpus.documents()) {
        files.push(link::addresses_file(&document.id));
        let pages = input.corpus.map_or(1, |corpus| posts::page_count(corpus, document));
        files.extend((1..=pages).map(|page| link::posts_file(&document.id, page)));
    }
    files
}

/// `link(to="r8/a/index.html")`: the link from the page being made.
#[expect(clippy::needless_pass_by_value, reason = "the signature is Tera's")]
fn link_function(arguments: Kwargs, state: &State<'_>) -> TeraResult<Value> {
    let to = arguments.must_get::<&str>("to")?;
    let fragment = arguments.get::<&str>("fragment")?.unwrap_or_default();
    let from = state.get::<String>("from")?.unwrap_or_default();
    Ok(Value::from(link::relative(&from, to, fragment)))
}
