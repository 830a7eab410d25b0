//! No published address is lost in silence: whatever becomes of texts, records and names, it answers as before, or says what
//! became of its clause, or the build stops and asks.

mod aliases;
mod all_records;
mod every_way;
mod former_names;
mod withdrawn;

use std::collections::{BTreeMap, BTreeSet};

use hoshin::artifact::Artifacts;
use hoshin::diagnostic::Severity;
use hoshin::preview::{Folder, Session, Settings};
use jiff::Timestamp;

use crate::kit::{Site, titled};
use crate::page::{ClausePage, FragmentContent, Page, Target};

const LIST: &str = "content/site.lock";

/// A public document of two clauses.
fn text(title: &str, more: &str, clauses: [&str; 2]) -> String {
    let [first, second] = clauses;
    let front = format!("status: published\nissued: 2026-04-01\n{more}");
    titled(title, front.trim_end(), &format!("# {title}\n\n(1) {first}\n\n(2) {second}\n"))
}

const A: [&str; 2] = ["市民に分かりやすく情報を発信すること。", "職員の育成に努めること。"];
const B: [&str; 2] = ["道路の陥没を防ぐため、下水道管を点検する。", "公共施設の使用料を見直すこと。"];
const C: [&str; 2] = ["広報紙を読みやすくすること。", "窓口の待ち時間を半分にすること。"];
const D: [&str; 2] = ["子育て世帯の相談窓口を一つにまとめる。", "学校の体育館に空調を備える。"];
const OTHER: [&str; 2] = ["公文書を適正に管理すること。", "市の木を植えること。"];

/// A published site of two documents, one renamed document and one that was taken down.
fn published() -> Site {
    let site = Site::new()
        .file("content/r8/a.md", text("甲の方針", "", A))
        .file("content/r8/b.md", text("乙の方針", "", B))
        .file("content/r8/haishi.md", text("丙の方針", "", C))
        .file("content/r8/mae.md", text("丁の方針", "", D));
    fine(&site, "release --adopt");
    site.remove("content/r8/haishi.md");
    fine(&site, "anchor retire r8/haishi --write");
    rename(&site, "r8/mae", "r8/ato");
    site.write("content/r8/ato.md", text("丁の方針", "aliases: r8/mae", D));
    fine(&site, "release --adopt");
    site
}

/// Moves a text and its record, as `git mv` does.
fn rename(site: &Site, from: &str, to: &str) {
    for suffix in ["md", "lock"] {
        site.write(&format!("content/{to}.{suffix}"), site.read(&format!("content/{from}.{suffix}")));
        site.remove(&format!("content/{from}.{suffix}"));
    }
}

fn fine(site: &Site, command: &str) {
    let output = site.run(command);
    assert_eq!(output.code, 0, "{command}: {output}");
}

/// Removes the line about a document from `site.lock`.
fn unlist(site: &Site, document: &str) {
    let line = format!("{{\"document\":\"{document}\"");
    let kept: Vec<String> = site.read(LIST).lines().filter(|it| !it.starts_with(&line)).map(str::to_owned).collect();
    site.write(LIST, kept.join("\n") + "\n");
}

fn without_records(site: &Site) {
    for path in site.files("content").keys().filter(|path| path.ends_with(".lock")) {
        site.remove(&format!("content/{path}"));
    }
}

fn without_site(site: &Site) {
    std::fs::remove_dir_all(site.path("public")).expect("a published site");
}

/// The errors that an open preview finds. With any, it must not show the new pages.
fn found_by_a_preview(site: &Site) -> BTreeSet<&'static str> {
    let mut folder = Folder::new(&site.path("."));
    folder.read(&[]);
    let (tree, found) = folder.read_last();
    let mut session = Session::new(Settings { now: None, fails_from: Severity::Error });
    let snapshot = session.step(tree, found, Timestamp::UNIX_EPOCH);
    let errors = snapshot.survey.diagnostics.iter().filter(|found| found.severity == Severity::Error);
    let errors: BTreeSet<&str> = errors.map(|found| found.code.id).collect();
    assert_eq!(snapshot.is_good, errors.is_empty(), "{errors:?}");
    errors
}

/// Asserts that every command reports exactly these codes and writes nothing.
fn asks(site: &Site, codes: &[&str], what: &str) {
    let before = (site.files("public"), site.files("content"));
    for command in ["build", "build --strict", "build --locked", "check", "check --locked", "check --strict"] {
        let output = site.run(command);
        assert_eq!((output.code, output.codes()), (1, codes.to_vec()), "{what}, {command}: {output}");
        assert_eq!((site.files("public"), site.files("content")), before, "{what}, {command}");
    }
    assert_eq!(found_by_a_preview(site), codes.iter().copied().collect(), "{what}: the preview");
}

/// What readers see at each address: pages of clauses, fragments of documents, redirections of the server.
fn addresses(site: &Site) -> BTreeMap<String, String> {
    let mut files = Artifacts::default();
    for (path, bytes) in site.files("public") {
        files.insert(path, bytes).expect("no two names alike");
    }
    let mut pages = BTreeMap::new();
    let mut seen = BTreeMap::new();
    let paths: Vec<String> = files.iter().map(|(path, _)| path.to_owned()).collect();
    for path in paths.iter().filter(|path| path.ends_with("/index.html")) {
        if path.starts_with("c/") {
            seen.insert(path.clone(), shown_at(&files, &mut pages, &(path.clone(), String::new())));
        } else if path.starts_with("r8/") && path.matches('/').count() == 2 {
            let fragments: Vec<String> = Page::read(&files, path).contents.into_keys().collect();
            for fragment in fragments {
                let what = shown_at(&files, &mut pages, &(path.clone(), fragment.clone()));
                seen.insert(format!("{path}#{fragment}"), what);
            }
        }
    }
    let redirects: BTreeMap<String, String> =
        files.get("redirects.json").map(|bytes| serde_json::from_slice(&bytes).unwrap()).unwrap_or_default();
    seen.extend(redirects.into_keys().map(|from| (format!("redirect {from}"), "leads on".to_owned())));
    seen
}

/// The text of the clause to which an address leads; for a clause that is gone, its last text.
fn shown_at(files: &Artifacts, pages: &mut BTreeMap<String, Page>, (path, fragment): &Target) -> String {
    let quoted = |words: &str| words.split(['「', '」']).nth(1).unwrap_or_default().to_owned();
    if path.starts_with("c/") {
        let page = ClausePage::read(files, path);
        return match page.links.iter().rfind(|(_, fragment)| !fragment.is_empty()) {
            _ if page.is_told && !page.text.is_empty() => quoted(&page.text),
            Some(target) => shown_at(files, pages, target),
            None => "lost".to_owned(),
        };
    }
    let page = pages.entry(path.clone()).or_insert_with(|| Page::read(files, path));
    match page.contents.get(fragment).cloned() {
        None => "lost".to_owned(),
        Some(FragmentContent::Clause(at)) => page.clauses[at].text.clone(),
        Some(FragmentContent::Gone(words, _)) => quoted(&words),
        Some(FragmentContent::Note(targets)) => {
            let led: Vec<String> = targets.iter().map(|target| shown_at(files, pages, target)).collect();
            format!("note on {}", led.join(" and "))
        }
        Some(FragmentContent::Moved(target)) => shown_at(files, pages, &target),
    }
}

/// Whether every address leads to the same text as before. A number that another clause has now leads to a note with a link.
fn are_kept(before: &BTreeMap<String, String>, site: &Site) -> bool {
    let after = addresses(site);
    let is_noted = |now: &str, text: &str| now.starts_with("note on ") && now.contains(text);
    before.iter().all(|(address, text)| after.get(address).is_some_and(|now| now == text || is_noted(now, text)))
}
