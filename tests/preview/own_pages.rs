//! Every page asks for changes with the state it was made with, so that none is reloaded for nothing.

use std::collections::BTreeSet;
use std::time::Duration;

use serde_json::{Value, json};

use crate::chromium::Chromium;
use crate::kit::{SITE, Site, document, titled};
use crate::running::{Running, until};

/// A published document, a draft with a finding, and a published document that was deleted.
fn site() -> Site {
    let body = "# 令和8年度の方針\n\n## 1 目的\n\n(1) 情報を公開する。\n\n(2) 速やかに行う。\n";
    let site = Site::new().file("content/r8/a.md", document("status: published", body)).file(
        "content/r8/c.md",
        titled("令和8年度の要領", "status: published", "# 令和8年度の要領\n\n(1) 廃止する。\n"),
    );
    assert_eq!(site.run("release -q --now 2026-11-21").code, 0);
    site.remove("content/r8/c.md");
    site.write(
        "content/r9/b.md",
        titled("令和9年度の案", "status: draft", "# 令和9年度の案\n\n(1) 検討中である。\n\n(3) 飛んだ番号である。\n"),
    );
    site
}

/// A site with enough documents that pages are rendered on demand.
fn large_site() -> Site {
    (0..45).fold(site(), |site, number| {
        let body = format!("# 令和7年度の計画{number}\n\n(1) 第{number}の項目である。\n");
        site.file(
            &format!("content/r7/d{number}.md"),
            titled(&format!("令和7年度の計画{number}"), "status: published", &body),
        )
    })
}

/// The token of the state with which a page was made.
fn token_in(page: &str) -> Option<&str> {
    page.split_once("data-seen=\"")?.1.split('"').next()
}

/// The token that a page is told when it asks as its script does.
fn token_told(running: &Running, path: &str) -> String {
    let encoded = percent_encoding::utf8_percent_encode(path, percent_encoding::NON_ALPHANUMERIC);
    let state: Value =
        serde_json::from_str(&running.get(&format!("/_hoshin/state?page={encoded}&seen=-")).body).unwrap();
    state["token"].as_str().unwrap().to_owned()
}

/// The token that a page is told and the one it was made with, both of one state: a writer may still be saving a file
/// in several steps, so the page is read before and after.
fn tokens_of_one_state(running: &Running, path: &str) -> (String, String) {
    let made_with = || token_in(&running.get(path).body).unwrap().to_owned();
    until("the state to stay while a page is read", || {
        let before = made_with();
        let told = token_told(running, path);
        (made_with() == before).then_some((told, before))
    })
}

/// The paths to which a page links within the site.
fn links(path: &str, page: &str) -> Vec<String> {
    let hrefs =
        page.split("<a ").skip(1).filter_map(|rest| rest.split_once("href=\"")?.1.split(['"', '#', '?']).next());
    hrefs.filter(|href| !href.is_empty() && !href.contains(':')).map(|href| resolved(path, href)).collect()
}

fn resolved(base: &str, href: &str) -> String {
    if href.starts_with('/') {
        return href.to_owned();
    }
    let mut parts: Vec<&str> = base[..base.rfind('/').unwrap()].split('/').collect();
    for part in href.split('/') {
        match part {
            ".." => drop(parts.pop()),
            "." => {}
            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// The pages with the preview's script that can be reached from these pages.
fn reachable(running: &Running, from: &[&str]) -> BTreeSet<String> {
    let mut open: Vec<String> = from.iter().map(|path| (*path).to_owned()).collect();
    let (mut asked, mut pages) = (BTreeSet::new(), BTreeSet::new());
    while let Some(path) = open.pop() {
        if !asked.insert(path.clone()) {
            continue;
        }
        let page = running.get(&path).body;
        if token_in(&page).is_some() {
            open.extend(links(&path, &page));
            pages.insert(path);
        }
    }
    pages
}

/// Checks every page that can be reached. Returns how many of them are the preview's own.
fn assert_every_page_has_the_state_it_is_told(running: &Running, from: &[&str]) -> usize {
    let pages = reachable(running, from);
    for path in &pages {
        let (told, made_with) = tokens_of_one_state(running, path);
        assert_eq!(told, made_with, "{path}");
    }
    pages.iter().filter(|path| path.contains("/_hoshin/")).count()
}

const FROM: [&str; 6] =
    ["/_hoshin/", "/", "/nowhere/", "/_hoshin/nowhere/", "/_hoshin/index.html", "/_hoshin/addresses/r8/nowhere/"];

#[test]
fn every_page_is_told_the_state_it_was_made_with() {
    let site = site();
    let running = Running::start(&site, "--now 2026-11-21");
    assert_ne!(running.status()["warnings"], 0, "something is found");
    let own = assert_every_page_has_the_state_it_is_told(&running, &FROM);
    assert_eq!(
        own, 11,
        "overview twice, posts, addresses, two pages of each of two documents, a former one, two that are not there"
    );
}

#[test]
fn every_page_is_told_the_state_it_was_made_with_while_something_stops_publication() {
    let site = site();
    let running = Running::start(&site, "--now 2026-11-21");
    site.write("content/r8/b.md", "題名のない文書");
    until("the mistake to be found", || (running.status()["good"] == false).then_some(()));
    assert!(running.get("/r8/a/").body.contains("hoshin-overlay"));
    assert_every_page_has_the_state_it_is_told(&running, &FROM);
}

#[test]
fn every_page_is_told_the_state_it_was_made_with_before_there_was_a_good_one() {
    let site = Site::new().file("content/site.yaml", "title: [\n");
    let running = Running::start(&site, "");
    assert_eq!(running.status()["good"], false);
    assert_every_page_has_the_state_it_is_told(&running, &FROM);
}

#[test]
fn every_page_is_told_the_state_it_was_made_with_below_the_path_of_the_site() {
    let site = site().file("content/site.yaml", SITE.replace("www.example.jp/", "www.example.jp/shi/houshin/"));
    let running = Running::start(&site, "--now 2026-11-21");
    let own = assert_every_page_has_the_state_it_is_told(&running, &["/shi/houshin/_hoshin/", "/shi/houshin/r8/a/"]);
    assert!(own >= 8, "{own}");
}

#[test]
fn every_page_of_a_large_site_is_told_the_state_it_was_made_with() {
    let site = large_site();
    let running = Running::start(&site, "--now 2026-11-21");
    let few = [
        "/_hoshin/",
        "/_hoshin/posts/",
        "/_hoshin/addresses/",
        "/_hoshin/posts/r7/d7/",
        "/_hoshin/addresses/r7/d7/",
        "/r7/d7/",
        "/",
        "/nowhere/",
    ];
    for path in few {
        let page = running.get(path).body;
        assert_eq!(token_told(&running, path), token_in(&page).unwrap(), "{path}");
    }
}

#[test]
fn a_folder_of_the_preview_without_its_slash_redirects_to_its_page() {
    let site = site();
    let running = Running::start(&site, "");
    for path in ["/_hoshin", "/_hoshin/posts", "/_hoshin/addresses/r8/a"] {
        let answer = running.get(path);
        assert_eq!(answer.status, 301, "{path}");
        assert!(answer.head.contains(&format!("location: {path}/\r\n")), "{}", answer.head);
    }
    assert_eq!(running.get("/_hoshin/nowhere").status, 404);
}

#[test]
fn the_page_of_a_removed_document_comes_back_with_it() {
    let site = site();
    let running = Running::start(&site, "");
    let text = site.read("content/r9/b.md");
    let path = "/_hoshin/posts/r9/b/";
    running.answers(path, 200);
    site.remove("content/r9/b.md");
    let gone = running.answers(path, 404);
    assert!(gone.body.contains("この画面はありません") && gone.body.contains("/_hoshin/reload.js"), "{}", gone.body);
    assert_eq!(token_told(&running, path), token_in(&gone.body).unwrap());
    site.write("content/r9/b.md", text);
    running.sees(path, "検討中である。");
}

/// Pages that are open side by side.
struct Open {
    browser: Chromium,
    /// Path and session of each.
    pages: Vec<(String, String)>,
}

impl Open {
    fn new(running: &Running, paths: impl IntoIterator<Item = String>) -> Self {
        let mut open = Self { browser: Chromium::start(), pages: Vec::new() };
        for path in paths {
            let session = open.page(&format!("http://{}{path}", running.address));
            open.pages.push((path, session));
        }
        open
    }

    /// Opens a page in a window of its own, so that it is visible: a hidden page asks nothing. It has a context of its own, because
    /// a browser has few connections to one host, and each waiting page holds one.
    fn page(&mut self, url: &str) -> String {
        let context = self.browser.ask("", "Target.createBrowserContext", &json!({}))["browserContextId"].clone();
        let window = json!({ "url": "about:blank", "newWindow": true, "browserContextId": context });
        let target = self.browser.ask("", "Target.createTarget", &window);
        let attach = json!({ "targetId": target["targetId"], "flatten": true });
        let attached = self.browser.ask("", "Target.attachToTarget", &attach);
        let session = attached["sessionId"].as_str().unwrap().to_owned();
        for domain in ["Page.enable", "Network.enable"] {
            self.browser.ask(&session, domain, &json!({}));
        }
        self.browser.ask(&session, "Page.navigate", &json!({ "url": url }));
        self.browser.wait_for(&session, "Page.loadEventFired");
        session
    }

    /// How often each page has been loaded, has asked for its state, and has asked for anything else.
    fn requests(&mut self) -> Vec<(String, [usize; 3])> {
        let pages = self.pages.clone();
        let counted = pages.into_iter().map(|(path, session)| {
            let visible = json!({ "expression": "document.visibilityState", "returnByValue": true });
            let visible = self.browser.ask(&session, "Runtime.evaluate", &visible)["result"]["value"].clone();
            assert_eq!(visible, "visible", "{path}");
            let mut counts = [0; 3];
            for request in self.browser.reported(&session, "Network.requestWillBeSent") {
                let url = request["request"]["url"].as_str().unwrap();
                let kind = match () {
                    () if request["type"] == "Document" => 0,
                    () if url.contains("/_hoshin/state?") => 1,
                    () => 2,
                };
                counts[kind] += 1;
            }
            (path, counts)
        });
        counted.collect()
    }
}

#[test]
#[ignore = "needs Chromium: tests/run"]
fn a_page_is_reloaded_once_for_a_change_and_asks_once_for_its_state() {
    let site = site();
    let running = Running::start(&site, "--now 2026-11-21");
    let own = reachable(&running, &["/_hoshin/", "/_hoshin/nowhere/"])
        .into_iter()
        .filter(|path| path.starts_with("/_hoshin/"));
    let paths: Vec<String> = own.chain(["/", "/r8/a/", "/nowhere/"].map(str::to_owned)).collect();
    assert_eq!(paths.len(), 13);
    let word = |path: &String| token_in(&running.get(path).body).unwrap().split('.').next().unwrap().to_owned();
    let before: Vec<String> = paths.iter().map(word).collect();
    let mut open = Open::new(&running, paths.clone());
    let opened = open.requests();
    std::thread::sleep(Duration::from_secs(10));
    for ((path, [_, before, _]), (_, [loaded, asked, others])) in opened.iter().zip(open.requests()) {
        assert_eq!(loaded, 1, "{path}: how often it was loaded");
        assert!(
            (1..=before + 1).contains(&asked),
            "{path}: a question waits for 25 s, {before} and {asked} were asked"
        );
        assert!(others <= 12, "{path} asks for {others} files");
    }
    let rested = open.requests();

    // Most pages show something of this save.
    let text =
        site.read("content/r8/a.md").replace("令和8年度の方針", "令和8年度の新方針").replace("速やかに", "ただちに");
    site.write("content/r8/a.md", text);
    running.sees("/r8/a/", "ただちに");
    std::thread::sleep(Duration::from_secs(3));
    let after: Vec<String> = paths.iter().map(word).collect();
    let changed = before.iter().zip(&after).map(|(before, after)| before != after);
    for (((path, [loaded, asked, _]), is_changed), (_, [_, before, _])) in
        open.requests().into_iter().zip(changed).zip(rested)
    {
        assert_eq!(loaded, 1 + usize::from(is_changed), "{path}: loaded again only if it has changed, and then once");
        assert!(asked <= before + 2, "{path} has asked {before} times before and {asked} times after");
    }
    assert!(before.iter().zip(&after).filter(|(before, after)| before != after).count() >= 6, "{before:?} {after:?}");
}
