//! The two real documents are revised, one change at a time. Every old link still leads to its clause, or to a note about what
//! became of it.
#![allow(clippy::expect_used, clippy::panic, reason = "a test stops where it is not met")]

mod kit;

use kit::Site;

const R7: &str = "r7/shisei-unei";
const R8: &str = "r8/seisaku-keiei";

/// A published link and the text it led to.
struct Link {
    document: &'static str,
    id: String,
    position: String,
    text: String,
}

/// The published site and every link to one of its clauses.
fn published() -> (Site, Vec<Link>) {
    let site = Site::of_the_repository();
    assert_eq!(site.run("build -q").code, 0);
    let mut links = Vec::new();
    for document in [R7, R8] {
        let list = site.run(&format!("anchor list {document} --format json")).json();
        let word = |clause: &serde_json::Value, key: &str| clause[key].as_str().expect("a word").to_owned();
        links.extend(list["clauses"].as_array().expect("a list").iter().map(|clause| Link {
            document,
            id: word(clause, "id"),
            position: word(clause, "position"),
            text: word(clause, "text"),
        }));
    }
    assert_eq!(links.len(), 62);
    (site, links)
}

/// Changes the text of a document. The change must have an effect.
fn revise(site: &Site, document: &str, change: impl Fn(&str) -> String) {
    let path = format!("content/{document}.md");
    let before = site.read(&path);
    let after = change(&before);
    assert_ne!(before, after, "nothing was changed");
    site.write(&path, after);
}

fn replaced(text: &str, from: &str, to: &str) -> String {
    assert_eq!(text.matches(from).count(), 1, "{from}");
    text.replace(from, to)
}

/// Text without markup and blanks.
fn plain(html: &str) -> String {
    let mut out = String::new();
    let mut is_text = true;
    for c in html.chars() {
        match c {
            '<' => is_text = false,
            '>' => is_text = true,
            c if is_text && !c.is_whitespace() => out.push(c),
            _ => {}
        }
    }
    out.replace("&amp;", "&")
}

/// What a reader sees who arrives at a fragment of a page.
fn seen<'a>(page: &'a str, fragment: &str) -> Option<&'a str> {
    let mark = format!(" id=\"{fragment}\"");
    let mut places = page.match_indices(&mark);
    let (at, _) = places.next()?;
    assert!(places.next().is_none(), "#{fragment} is there twice");
    let end = page[at..].char_indices().map(|(at, _)| at).nth(3_000).map_or(page.len(), |length| at + length);
    page[at..end].find('>').map(|after| &page[at + after + 1..end])
}

/// Whether the page starts with a text here. Only the number of the clause may come before it.
fn starts_with(html: &str, text: &str) -> bool {
    let beginning: String = plain(text).chars().take(14).collect();
    let here: String = plain(html).chars().take(30).collect();
    here.contains(&beginning)
}

/// Checks all three forms of a link: with its id, by position alone, and to the page of the clause.
fn still_leads(site: &Site, link: &Link, text: &str) {
    let Link { document, id, position, .. } = link;
    let page = site.read(&format!("public/{document}/index.html"));
    for fragment in [id.clone(), format!("{position}.{id}")] {
        let here = seen(&page, &fragment).unwrap_or_else(|| panic!("{document}/#{fragment} leads nowhere"));
        assert!(starts_with(here, text), "{document}/#{fragment} leads to {}", plain(&here[..200.min(here.len())]));
    }
    let here = seen(&page, position).unwrap_or_else(|| panic!("{document}/#{position} leads nowhere"));
    let note = here.split("</p>").next().unwrap_or_default();
    // A note about another clause that once had this number stands behind the text of the present one.
    let above = page.split(&format!(" id=\"{position}\"")).next().unwrap_or_default();
    let last = above.rsplit("class=\"pl\" href=\"#").next().unwrap_or_default();
    let is_within = last.starts_with(&format!("{position}.{id}\""));
    // The page says where the clause is now, or that it is gone.
    let says = |what: &str| note.contains("版の") && note.contains(what);
    let is_marked = says(&format!("<a href=\"#{}.{id}\">", now_at(&page, id))) || says("廃止されました");
    assert!(
        starts_with(here, text) || is_within || is_marked,
        "{document}/#{position} has come to mean {}",
        plain(note)
    );
    let own = plain(&site.read(&format!("public/c/{id}/index.html")));
    assert!(own.contains(&plain(text)), "/c/{id}/ says {own}");
}

/// The position of a clause as its page gives it: in the link behind its text.
fn now_at<'a>(page: &'a str, id: &str) -> &'a str {
    let (before, _) = page.split_once(&format!(".{id}\" aria-label=")).unwrap_or_default();
    before.rsplit_once('#').map_or("", |(_, position)| position)
}

/// Builds and checks every old link. `reworded` pairs old texts with the texts they became.
fn every_link_still_leads(site: &Site, links: &[Link], reworded: &[(&str, &str)]) {
    let built = site.run("build");
    assert_eq!(built.code, 0, "{built}");
    for link in links {
        let text = reworded.iter().find(|(old, _)| link.text.contains(old));
        let text = text.map_or(link.text.clone(), |(old, new)| link.text.replace(old, new));
        still_leads(site, link, &text);
    }
    let recorded = site.files("content");
    assert_eq!(site.run("build --locked").code, 0);
    assert_eq!(site.files("content"), recorded);
}

#[test]
fn every_link_leads_to_its_clause_before_any_change() {
    let (site, links) = published();
    every_link_still_leads(&site, &links, &[]);
}

#[test]
fn every_link_still_leads_after_a_clause_is_inserted() {
    let (site, links) = published();
    revise(&site, R8, |text| {
        replaced(text, "・職員一人一人が", "・市民の声を幅広く聴き、施策に生かすこと。\n\n・職員一人一人が")
    });
    revise(&site, R7, |text| {
        replaced(text, "(5) 常に市民目線", "(5) 公文書を適正に管理すること。\n\n(6) 常に市民目線")
    });
    every_link_still_leads(&site, &links, &[]);
}

#[test]
fn every_link_still_leads_after_two_clauses_are_swapped() {
    let (site, links) = published();
    revise(&site, R8, |text| {
        let (first, second) = (line(text, "・生成AI"), line(text, "・急速な社会環境"));
        text.replace(&first, "（入れ替え）").replace(&second, &first).replace("（入れ替え）", &second)
    });
    every_link_still_leads(&site, &links, &[]);
}

#[test]
fn every_link_still_leads_after_sections_are_renumbered() {
    let (site, links) = published();
    revise(&site, R8, renumbered);
    every_link_still_leads(&site, &links, &[]);
}

#[test]
fn every_link_still_leads_after_a_clause_is_reworded() {
    let (site, links) = published();
    let (old, new) = ("真に必要とされる事業に注力すること", "市民が真に必要とする事業に力を注ぐこと");
    revise(&site, R8, |text| replaced(text, old, new));
    every_link_still_leads(&site, &links, &[(old, new)]);
}

#[test]
fn every_link_still_leads_after_a_clause_is_removed() {
    let (site, links) = published();
    revise(&site, R8, |text| text.replace(&line(text, "・安易に前例踏襲"), ""));
    every_link_still_leads(&site, &links, &[]);
}

#[test]
fn every_link_still_leads_after_all_changes_and_back() {
    let (site, links) = published();
    let original = site.read(&format!("content/{R8}.md"));
    revise(&site, R8, |text| text.replace(&line(text, "・安易に前例踏襲"), ""));
    every_link_still_leads(&site, &links, &[]);
    revise(&site, R8, renumbered);
    every_link_still_leads(&site, &links, &[]);
    revise(&site, R8, |_| original.clone());
    every_link_still_leads(&site, &links, &[]);
}

/// The text with a new section 6. The sections after it have the next numbers.
fn renumbered(text: &str) -> String {
    let text = replaced(text, "\n## 8 ", "\n## 9 ");
    let text = replaced(&text, "\n## 7 ", "\n## 8 ");
    replaced(&text, "\n## 6 ", "\n## 6 広聴の充実\n\n・市民の声を幅広く聴くこと。\n\n## 7 ")
}

/// The line that begins with `start`.
fn line(text: &str, start: &str) -> String {
    text.lines().find(|line| line.starts_with(start)).expect("a line").to_owned()
}
