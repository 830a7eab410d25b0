//! A search page in use.

use serde::Deserialize;

use crate::chromium::Chromium;
use crate::page::{Page, View};

/// Waits until the page states a result, or that the query is empty.
const DONE: &str = "new Promise((done) => {
  const look = () => {
    const status = document.getElementById('search-status');
    const asked = new URLSearchParams(location.search).get('q');
    const said = status && status.textContent;
    if (status && (!asked || (said && said !== status.dataset.wait))) done(); else setTimeout(look, 5);
  };
  look();
})";

/// Loads all further hits and reads the list.
const ALL: &str = "new Promise((done) => {
  const [list, more] = ['results', 'more'].map((name) => document.getElementById(`search-${name}`));
  let before = -1;
  const look = () => {
    if (!more.hidden && list.children.length !== before) {
      before = list.children.length;
      more.click();
    }
    if (!more.hidden) return setTimeout(look, 5);
    done([...list.children].map((li) => ({
      name: li.querySelector('a').textContent,
      link: li.querySelector('a').getAttribute('href'),
      marked: [...li.querySelectorAll('mark')].map((mark) => mark.textContent).join('|'),
    })));
  };
  look();
})";

/// The search page in a browser.
pub(crate) struct Finder<'a> {
    pub(crate) page: Page<'a>,
}

/// A hit as the page shows it.
#[derive(Debug, Deserialize)]
pub(crate) struct Hit {
    /// The citation.
    pub(crate) name: String,
    /// The address to which the hit leads.
    pub(crate) link: String,
    /// The marked parts of the context, joined by `|`.
    pub(crate) marked: String,
}

/// The address of a search.
pub(crate) fn address(site: &str, asked: &[(&str, &str)]) -> String {
    let encoded =
        |text: &str| percent_encoding::utf8_percent_encode(text, percent_encoding::NON_ALPHANUMERIC).to_string();
    let fields: Vec<String> = asked.iter().map(|(name, value)| format!("{name}={}", encoded(value))).collect();
    format!("{site}/search/?{}", fields.join("&"))
}

impl<'a> Finder<'a> {
    pub(crate) fn open(browser: &'a mut Chromium, url: &str, view: View) -> Self {
        Self::on(Page::open(browser, url, view))
    }

    /// Uses a page that is the search page or is loading it.
    pub(crate) fn on(page: Page<'a>) -> Self {
        let mut finder = Self { page };
        finder.wait();
        finder
    }

    /// Types a query and searches on the same page.
    pub(crate) fn ask(&mut self, typed: &str) {
        self.page.evaluate(&format!("document.getElementById('q').value = {}", serde_json::json!(typed)));
        self.page.evaluate("document.getElementById('search-form').requestSubmit()");
        self.wait();
    }

    pub(crate) fn wait(&mut self) {
        self.page.evaluate(DONE);
    }

    pub(crate) fn status(&mut self) -> String {
        self.page.evaluate("document.getElementById('search-status').textContent").as_str().unwrap().to_owned()
    }

    pub(crate) fn all_hits(&mut self) -> Vec<Hit> {
        serde_json::from_value(self.page.evaluate(ALL)).unwrap()
    }
}
