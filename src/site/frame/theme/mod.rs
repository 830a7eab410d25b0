//! The theme: templates for the frame of a page and static files. What a document says is not its business: the text
//! arrives as finished HTML, so that no theme can change a character of it.
//!
//! `docs/themes.md` lists every variable a template finds; a test compares the list with what they are given.
//!
//! `search.js` needs these ids on the search page: `search-form` with the fields `q`, `year`, `kind`, `unit`, and
//! `search-status`, `-results`, `-more`, `-help`. All it says stands in `data-` attributes of the template.
//!
//! `link(to=…)` is the way to any file of the output, from wherever the page stands.

mod components;
mod error;
mod unused;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use components::ComponentsByLanguage;
use include_dir::{Dir, include_dir};
use tera::{Context, Kwargs, State, Tera, TeraResult, Value};

pub(crate) use components::Components;
#[cfg(test)]
pub(crate) use components::DECLARED;
pub(crate) use error::RenderFailure;

use super::link;
use super::words::{SiteWords, TABLE, Words};
use crate::diagnostic::{Diagnostic, Diagnostics, SourceFile, catalogue};
use crate::policy::ThemeSettings;
use crate::snippet::CardTemplate;
use crate::source::{ThemeWords, theme_settings, theme_words};

/// The default theme, inside the binary.
static DEFAULT: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/themes/default");
/// The theme that needs no folder.
const DEFAULT_NAME: &str = "default";
/// Its name, colours and font.
const SETTINGS: &str = "theme.yaml";
/// The words it changes.
const WORDS: &str = "words.yaml";

/// A theme, checked and ready.
#[derive(Debug)]
pub struct Theme {
    tera: Tera,
    /// Templates by name (`document.html`).
    templates: BTreeMap<String, Arc<SourceFile>>,
    /// Whether all templates and style sheets are the default theme's.
    is_default: bool,
    /// The settings in its `theme.yaml`.
    settings: ThemeSettings,
    /// The words in its `words.yaml`.
    words: ThemeWords,
    components: ComponentsByLanguage,
    /// The drawing of card images.
    card: CardTemplate,
    /// Static files by path below `static/`.
    files: BTreeMap<String, Cow<'static, [u8]>>,
}

/// The template of card images, by path below a theme's folder.
pub const CARD: &str = "cards/card.svg";

impl Theme {
    /// The theme of this name: the default theme with the files of `themes/<name>/` in place of its own. `overrides` holds
    /// those, by path below that folder (`templates/home.html`).
    ///
    /// Every broken template is reported, with line and column; then there is no theme.
    #[must_use]
    pub fn load(name: &str, overrides: &BTreeMap<String, Arc<[u8]>>) -> (Option<Self>, Diagnostics) {
        let mut found = Diagnostics::default();
        if name != DEFAULT_NAME && overrides.is_empty() {
            found.push(catalogue::theme_not_found(name).in_file("content/site.yaml"));
            return (None, found);
        }
        let files = merged(overrides);
        let templates = templates(name, &files, &mut found);
        let settings = settings(name, &files, &mut found);
        let words = words(name, &files, &mut found);
        let font = settings.font.as_ref().map(|font| format!("static/{}", font.file));
        // Colours are checked where they are read, and a font changes no page.
        let is_look = |path: &String| path == SETTINGS || Some(path) == font.as_ref();
        found.extend(unused::unused(name, overrides, &files, font.as_deref()));
        let card = card_template(name, overrides).map_err(|broken| found.push(*broken)).ok();
        let is_default = overrides.iter().all(|(path, bytes)| is_look(path) || is_ours(path, bytes));
        let statics = files
            .into_iter()
            .filter_map(|(path, bytes)| Some((path.strip_prefix("static/")?.to_owned(), bytes)))
            .collect();
        let theme = compiled(&templates, &mut found).zip(card);
        let theme = theme.map(|(tera, card)| {
            let components = ComponentsByLanguage::new(&tera, &templates, &SiteWords::new(&words), &mut found);
            Self { tera, templates, is_default, settings, words, components, card, files: statics }
        });
        (theme.filter(|_| !found.has_errors()), found)
    }

    /// The words of the site, with those that the theme changes.
    pub(crate) fn words(&self) -> SiteWords<'_> {
        SiteWords::new(&self.words)
    }

    /// The components for texts with these words.
    pub(crate) fn parts(&self, words: &Words<'_>) -> &Components {
        self.components.of(words.language)
    }

    /// Whether nothing of the default theme has been replaced.
    #[must_use]
    pub fn is_default(&self) -> bool {
        self.is_default
    }

    /// The settings in its `theme.yaml`.
    pub(crate) fn settings(&self) -> &ThemeSettings {
        &self.settings
    }

    /// Static files by path below `static/`.
    pub(crate) fn files(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.files.iter().map(|(path, bytes)| (path.as_str(), &**bytes))
    }

    /// The drawing of card images.
    pub(crate) fn card(&self) -> &CardTemplate {
        &self.card
    }

    /// Renders a template.
    pub(crate) fn page(&self, template: &str, context: &Context) -> Result<String, RenderFailure> {
        self.tera.render(template, context).map_err(|error| error::render_failure(&error, template, &self.templates))
    }
}

/// The drawing of card images: the site's where `overrides` (by path below the theme's folder) has one.
///
/// # Errors
/// The fault of the drawing, with its place.
pub fn card_template(theme: &str, overrides: &BTreeMap<String, Arc<[u8]>>) -> Result<CardTemplate, Box<Diagnostic>> {
    let shown = format!("themes/{theme}/{CARD}");
    let ours = || DEFAULT.get_file(CARD).map_or(&[][..], |file| file.contents());
    match std::str::from_utf8(overrides.get(CARD).map_or_else(ours, |bytes| &**bytes)) {
        Ok(text) => {
            let text = text.strip_prefix('\u{feff}').unwrap_or(text).replace("\r\n", "\n");
            CardTemplate::new(SourceFile::new(shown, text))
        }
        Err(_) => Err(Box::new(catalogue::not_utf8().in_file(shown))),
    }
}

/// Whether a file is the default theme's own, copied.
fn is_ours(path: &str, bytes: &[u8]) -> bool {
    DEFAULT.get_file(path).is_some_and(|ours| ours.contents() == bytes)
}

/// The default theme's files with the site's own in their place, by path below the theme's folder.
fn merged(overrides: &BTreeMap<String, Arc<[u8]>>) -> BTreeMap<String, Cow<'static, [u8]>> {
    let mut files = BTreeMap::new();
    collect(&DEFAULT, &mut files);
    files.extend(overrides.iter().map(|(path, bytes)| (path.clone(), Cow::Owned(bytes.to_vec()))));
    files
}

fn collect(dir: &Dir<'static>, files: &mut BTreeMap<String, Cow<'static, [u8]>>) {
    for file in dir.files() {
        // A binary built on Windows holds backslashes.
        let path = file.path().to_string_lossy().replace('\\', "/");
        files.insert(path, Cow::Borrowed(file.contents()));
    }
    dir.dirs().for_each(|dir| collect(dir, files));
}

/// The settings in `theme.yaml`.
fn settings(theme: &str, files: &BTreeMap<String, Cow<'static, [u8]>>, found: &mut Diagnostics) -> ThemeSettings {
    let Some(file) = text_of(theme, SETTINGS, files, found) else { return ThemeSettings::default() };
    let file_of = |path: &str| files.get(&format!("static/{path}")).map(|bytes| &**bytes);
    let (settings, in_file) = theme_settings(&file, &file_of);
    found.extend(in_file);
    settings
}

/// The words in `words.yaml`.
fn words(theme: &str, files: &BTreeMap<String, Cow<'static, [u8]>>, found: &mut Diagnostics) -> ThemeWords {
    let Some(file) = text_of(theme, WORDS, files, found) else { return ThemeWords::default() };
    let (words, in_file) = theme_words(&file, TABLE);
    found.extend(in_file);
    words
}

/// A file of the theme as text; one that is not UTF-8 is reported.
fn text_of(
    theme: &str,
    path: &str,
    files: &BTreeMap<String, Cow<'static, [u8]>>,
    found: &mut Diagnostics,
) -> Option<Arc<SourceFile>> {
    let bytes = files.get(path)?;
    let shown = format!("themes/{theme}/{path}");
    match std::str::from_utf8(bytes) {
        Ok(text) => Some(SourceFile::new(shown, text.strip_prefix('\u{feff}').unwrap_or(text).replace("\r\n", "\n"))),
        Err(_) => {
            found.push(catalogue::not_utf8().in_file(shown));
            None
        }
    }
}

/// Templates by name; those that are not UTF-8 are reported.
fn templates(
    theme: &str,
    files: &BTreeMap<String, Cow<'static, [u8]>>,
    found: &mut Diagnostics,
) -> BTreeMap<String, Arc<SourceFile>> {
    let mut templates = BTreeMap::new();
    for path in files.keys() {
        let Some(name) = path.strip_prefix("templates/").filter(|name| name.ends_with(".html")) else { continue };
        if let Some(file) = text_of(theme, path, files, found) {
            templates.insert(name.to_owned(), file);
        }
    }
    templates
}

fn compiled(templates: &BTreeMap<String, Arc<SourceFile>>, found: &mut Diagnostics) -> Option<Tera> {
    let before = found.len();
    for (name, file) in templates {
        // Each by itself first: Tera stops at the first one it cannot read, and all of them are to be reported.
        if let Err(error) = Tera::new().add_raw_template(name, &file.text) {
            error::push_syntax(&error, file, found);
        }
    }
    if found.len() > before {
        return None;
    }
    let mut tera = Tera::new();
    tera.register_function("link", link_function);
    match tera.add_raw_templates(templates.iter().map(|(name, file)| (name.as_str(), file.text.as_str()))) {
        Ok(()) => Some(tera),
        Err(error) => {
            error::push_reference(&error, templates, found);
            None
        }
    }
}

/// `link(to="assets/style.css")`: the link to an output file from the page being made.
#[expect(clippy::needless_pass_by_value, reason = "the signature is Tera's")]
fn link_function(arguments: Kwargs, state: &State<'_>) -> TeraResult<Value> {
    let to = link::file_of(arguments.must_get::<&str>("to")?);
    let root = state.get::<String>("root")?.unwrap_or_default();
    let from = state.get::<String>("from")?.unwrap_or_default();
    let href = if root.is_empty() { link::relative(&from, &to, None) } else { link::rooted(&root, &to) };
    Ok(Value::from(href))
}

#[cfg(test)]
mod tests;
