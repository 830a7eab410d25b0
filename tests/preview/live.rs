//! Live reload in a real browser.

use serde_json::{Value, json};

use crate::chromium::Chromium;
use crate::kit::{Site, document};
use crate::running::{Running, until};

/// An open page.
struct Page {
    browser: Chromium,
    session: String,
}

impl Page {
    fn open(url: &str) -> Self {
        let mut browser = Chromium::start();
        let target = browser.ask("", "Target.createTarget", &json!({ "url": "about:blank" }));
        let attach = json!({ "targetId": target["targetId"], "flatten": true });
        let attached = browser.ask("", "Target.attachToTarget", &attach);
        let session = attached["sessionId"].as_str().unwrap().to_owned();
        browser.ask(&session, "Page.enable", &json!({}));
        browser.ask(&session, "Log.enable", &json!({}));
        browser.ask(&session, "Page.navigate", &json!({ "url": url }));
        browser.wait_for(&session, "Page.loadEventFired");
        Self { browser, session }
    }

    /// The value of an expression; null while the page is being reloaded.
    fn value(&mut self, expression: &str) -> Value {
        let params = json!({ "expression": expression, "returnByValue": true });
        self.browser.ask(&self.session, "Runtime.evaluate", &params)["result"]["value"].clone()
    }

    fn until(&mut self, expression: &str) {
        until(expression, || (self.value(expression) == true).then_some(()));
    }
}

#[test]
#[ignore = "needs Chromium: tests/run"]
fn a_page_renews_itself_and_keeps_its_place() {
    let body = |words: &str| {
        let clauses: String = (1..80).map(|number| format!("({number}) {words}の{number}番目の項です。\n\n")).collect();
        document("status: published", &format!("# 令和8年度の方針\n\n{clauses}"))
    };
    let site = Site::new().file("content/r8/a.md", body("最初"));
    let running = Running::start(&site, "");
    let mut page = Page::open(&format!("http://{}/r8/a/#s40", running.address));
    page.until("document.readyState === 'complete'");
    page.value("scrollTo(0, 1234); window.mark = 1");
    page.until("Math.round(scrollY) === 1234");

    // When nothing of the page has changed, it is left alone.
    let other = document("status: draft", "# 別の指針\n\n別の文書です。\n");
    let other = other.replace("title: 令和8年度の方針", "title: 別の指針").replace("kind: 計画", "kind: 指針");
    site.write("content/r9/b.md", other.replace("fiscal_year: R8", "fiscal_year: R9"));
    running.answers("/r9/b/", 200);
    std::thread::sleep(std::time::Duration::from_millis(500));
    assert_eq!(page.value("window.mark"), 1, "the page has not been loaded again");

    // When the text changes, the page is reloaded and keeps its place.
    site.write("content/r8/a.md", body("次"));
    page.until("document.body.textContent.includes('次の3番目')");
    page.until("Math.round(scrollY) === 1234");
    assert_eq!(page.value("location.hash"), "#s40");

    // When styles change, they are replaced within the page.
    page.value("window.mark = 2");
    let style = running.get("/assets/style.css").body;
    site.write("themes/default/static/style.css", format!("{style}\nmain {{ outline-offset: 7px }}"));
    page.until("getComputedStyle(document.querySelector('main')).outlineOffset === '7px'");
    assert_eq!(page.value("window.mark"), 2, "the page itself has not been loaded again");

    // An error is shown over the page, which stays, until it is mended.
    page.value("document.querySelector('a').focus()");
    site.write("content/r8/a.md", "題名のない文書");
    page.until("document.querySelector('.hoshin-overlay') !== null");
    assert_eq!(page.value("window.mark"), 2);
    assert_eq!(page.value("document.activeElement === document.querySelector('a')"), true, "the focus is not taken");
    site.write("content/r8/a.md", body("次"));
    page.until("document.querySelector('.hoshin-overlay') === null");
    assert_eq!(page.value("window.mark"), 2, "the same page as before");
    assert_eq!(
        page.browser.reported(&page.session.clone(), "Log.entryAdded").count(),
        0,
        "no complaint of the browser"
    );
}
