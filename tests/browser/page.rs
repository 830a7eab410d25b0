//! A page in a view: how wide, with or without scripts, on screen or on paper.

use serde_json::{Value, json};

use crate::chromium::Chromium;

/// The questions a page is asked: functions that return a list of complaints. `tests/a11y` proves that they can.
const PROBES: &str = include_str!("../a11y/probes/page.js");
/// Where a reader has arrived, and what there is to read.
const ARRIVAL: &str = include_str!("arrival.js");

/// How a page is looked at.
#[derive(Debug, Clone, Copy)]
pub(crate) struct View {
    /// CSS pixels.
    pub(crate) width: u32,
    pub(crate) scripts: Scripts,
    pub(crate) medium: Medium,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scripts {
    On,
    Off,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Medium {
    Screen,
    Print,
    /// On screen, with every style sheet taken away.
    Unstyled,
}

/// A page that has been loaded.
pub(crate) struct Page<'a> {
    browser: &'a mut Chromium,
    session: String,
}

impl<'a> Page<'a> {
    /// Loads a page in a view of its own.
    pub(crate) fn open(browser: &'a mut Chromium, url: &str, view: View) -> Self {
        let target = browser.ask("", "Target.createTarget", &json!({ "url": "about:blank" }));
        let attached =
            browser.ask("", "Target.attachToTarget", &json!({ "targetId": target["targetId"], "flatten": true }));
        let session = attached["sessionId"].as_str().expect("a session").to_owned();
        for domain in ["Page.enable", "Network.enable", "Log.enable", "Runtime.enable"] {
            browser.ask(&session, domain, &json!({}));
        }
        let metrics = json!({ "width": view.width, "height": 800, "deviceScaleFactor": 1, "mobile": view.width < 600 });
        browser.ask(&session, "Emulation.setDeviceMetricsOverride", &metrics);
        browser.ask(
            &session,
            "Emulation.setScriptExecutionDisabled",
            &json!({ "value": view.scripts == Scripts::Off }),
        );
        if view.medium == Medium::Print {
            browser.ask(&session, "Emulation.setEmulatedMedia", &json!({ "media": "print" }));
        }
        browser.ask(&session, "Page.navigate", &json!({ "url": url }));
        browser.wait_for(&session, "Page.loadEventFired");
        let mut page = Self { browser, session };
        page.evaluate(PROBES);
        page.evaluate(ARRIVAL);
        if view.medium == Medium::Unstyled {
            page.evaluate("document.querySelectorAll('link[rel~=stylesheet], style').forEach(e => e.remove())");
        }
        page
    }

    /// What an expression is worth in the page.
    pub(crate) fn evaluate(&mut self, expression: &str) -> Value {
        let params = json!({ "expression": expression, "returnByValue": true, "awaitPromise": true });
        let answer = self.browser.ask(&self.session, "Runtime.evaluate", &params);
        assert!(answer["exceptionDetails"].is_null(), "{expression}: {}", answer["exceptionDetails"]);
        answer["result"]["value"].clone()
    }

    /// The complaints of one probe.
    pub(crate) fn complaints(&mut self, probe: &str) -> Vec<String> {
        let found = self.evaluate(&format!("probes.{probe}()"));
        found.as_array().expect("a list").iter().map(|text| text.as_str().unwrap_or_default().to_owned()).collect()
    }

    /// Presses a key, as a reader without a mouse does.
    pub(crate) fn press(&mut self, key: &str, code: u32) {
        for kind in ["keyDown", "keyUp"] {
            // A line end is what makes Enter follow a link.
            let text = if key == "Enter" && kind == "keyDown" { "\r" } else { "" };
            let params = json!({ "type": kind, "key": key, "code": key, "windowsVirtualKeyCode": code, "text": text });
            self.browser.ask(&self.session, "Input.dispatchKeyEvent", &params);
        }
    }

    /// What was asked for outside the site.
    pub(crate) fn requests_outside(&self, site: &str) -> Vec<String> {
        self.browser
            .reported(&self.session, "Network.requestWillBeSent")
            .filter_map(|event| event["request"]["url"].as_str())
            .filter(|url| {
                !url.strip_prefix(site).is_some_and(|path| path.starts_with('/')) && !url.starts_with("data:")
            })
            .map(str::to_owned)
            .collect()
    }

    /// What the browser wrote to its console: blocked styles, missing files, errors of scripts.
    pub(crate) fn console(&self) -> Vec<String> {
        let logged =
            self.browser.reported(&self.session, "Log.entryAdded").map(|event| event["entry"]["text"].to_string());
        let thrown = self.browser.reported(&self.session, "Runtime.exceptionThrown").map(ToString::to_string);
        let called = self.browser.reported(&self.session, "Runtime.consoleAPICalled").map(ToString::to_string);
        logged.chain(thrown).chain(called).collect()
    }
}

impl Drop for Page<'_> {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            self.browser.ask(&self.session, "Page.close", &json!({}));
        }
    }
}
