//! `docs/themes.md` lists every template, component and variable, and each listed one exists.

use std::fmt::Write as _;

use super::super::frame::theme::DECLARED;
use super::super::sample::Locks;
use super::*;
use crate::address::{SITE_LOCK, read_list, settle};
use crate::diagnostic::SourceFile;
use crate::policy::{
    Accessibility, AccessibilityTest, CriterionOutcome, DocumentId, Implements, Logo, Plan, Relation, SignedResult,
    WebLink, WrittenDate,
};
use crate::source::ClauseNotes;

const DOCS: &str = include_str!("../../../docs/themes.md");
const TEMPLATES: [&str; 23] = [
    "home.html",
    "year.html",
    "document.html",
    "clause.html",
    "plans.html",
    "plan.html",
    "objectives.html",
    "terms.html",
    "search.html",
    "search-index.html",
    "accessibility.html",
    "accessibility-result.html",
    "trace-index.html",
    "trace.html",
    "organizations.html",
    "organization.html",
    "sdgs.html",
    "sdg.html",
    "years.html",
    "data.html",
    "moved.html",
    "gone.html",
    "404.html",
];

#[test]
fn every_variable_of_every_template_is_documented_and_exists() {
    let everywhere = documented("Every page");
    let seen = seen();
    let mut common = BTreeSet::new();
    for template in TEMPLATES {
        let own = if template == "404.html" { BTreeSet::new() } else { documented(&format!("`{template}`")) };
        let given = seen.get(template).unwrap_or_else(|| panic!("{template} was not used"));
        let (of_all, of_this): (BTreeSet<String>, BTreeSet<String>) =
            given.iter().cloned().partition(|name| everywhere.iter().any(|known| root_of(known) == root_of(name)));
        assert_eq!(of_this, own, "{template}");
        common.extend(of_all);
    }
    assert_eq!(common, everywhere);
}

#[test]
fn every_component_of_every_file_is_documented() {
    let mut documented = Vec::new();
    let mut file = None;
    for line in DOCS.lines() {
        if let Some(heading) = line.strip_prefix("##") {
            file = heading.strip_prefix("# `parts/").map(|name| name.trim_end_matches('`'));
        } else if let (Some(file), Some(row)) = (file, line.strip_prefix("| `")) {
            documented.push(format!("parts/{file} {}", row.split('`').next().unwrap()));
        }
    }
    let declared = DECLARED.iter().map(|(file, name, values)| format!("{file} {name}({})", values.join(", ")));
    assert_eq!(documented, declared.collect::<Vec<_>>());
}

#[test]
fn a_theme_changes_every_template_and_the_components_of_every_file() {
    let read = |path: &str| std::fs::read_to_string(format!("themes/default/templates/{path}")).unwrap();
    let mut overrides: BTreeMap<String, String> = BTreeMap::new();
    for name in TEMPLATES {
        let marked = read(name).replace("<main id=\"main\"", &format!("<!--{name}--><main id=\"main\""));
        let marked = marked.replace("{% block main -%}", &format!("{{% block main -%}}<!--{name}-->"));
        overrides.insert(format!("templates/{name}"), marked);
    }
    for (file, name, _) in DECLARED {
        let text = overrides.entry(format!("templates/{file}")).or_insert_with(|| read(file));
        let end = format!("{{% endcomponent {name} %}}");
        assert!(text.contains(&end), "{name}");
        *text = text.replace(&end, &format!("<!--{name}-->{end}"));
    }
    let overrides: Vec<(&str, &str)> = overrides.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let corpus = everything().corpus();
    let assets = corpus.assets.iter().map(|path| (path.clone(), path.as_bytes().into())).collect();
    let (artifacts, _) = render(&corpus, &theme(&overrides), &assets);
    let pages: String = artifacts
        .iter()
        .filter(|(path, _)| path.ends_with(".html"))
        .map(|(_, bytes)| String::from_utf8_lossy(&bytes).into_owned())
        .collect();
    let seen = |name: &str| pages.contains(&format!("<!--{name}-->"));
    assert_eq!(TEMPLATES.into_iter().filter(|name| !seen(name)).collect::<Vec<_>>(), [""; 0]);
    let files: BTreeSet<&str> = DECLARED.iter().map(|(file, _, _)| *file).collect();
    let changed: BTreeSet<&str> = DECLARED.iter().filter(|(_, name, _)| seen(name)).map(|(file, _, _)| *file).collect();
    assert_eq!(changed, files);
}

#[test]
fn a_theme_changes_words_on_every_page() {
    let own = theme(&[("words.yaml", "ja:\n  skip: 本文へ\n  note: 脚注{number}\n  superseded: 古い文書です。\n")]);
    let (artifacts, _) = render(&rich().corpus(), &own, &BTreeMap::new());
    for (_, page) in pages(&artifacts) {
        assert!(page.html().contains("本文へ</a>"));
    }
    assert!(text(&artifacts, "r8/a/index.html").contains("脚注1"));
}

#[test]
fn a_component_that_a_theme_leaves_out_is_reported_in_its_file() {
    let files = [("templates/parts/sdg.html".to_owned(), "".as_bytes().into())].into();
    let (theme, found) = Theme::load("default", &files);
    assert!(theme.is_none());
    let found: Vec<String> = found.iter().map(|one| format!("{} {}", one.code.id, one.place.shown())).collect();
    assert_eq!(found, ["template-reference themes/default/templates/parts/sdg.html"; 3]);
}

/// The variable a path begins with.
fn root_of(name: &str) -> &str {
    name.split(['.', '[']).next().unwrap_or_default()
}

/// The variables in the tables of a section.
fn documented(section: &str) -> BTreeSet<String> {
    let start = DOCS.find(&format!("### {section}\n")).unwrap_or_else(|| panic!("no section {section}"));
    let text = DOCS[start + 4..].split("\n### ").next().unwrap();
    let rows = text.lines().filter(|line| line.starts_with("| `"));
    let cells = rows.filter_map(|row| row.split('|').nth(1));
    cells.flat_map(|cell| cell.split('`').skip(1).step_by(2).map(str::to_owned).collect::<Vec<_>>()).collect()
}

/// The variables each template was given on a site that has everything, by template.
fn seen() -> BTreeMap<&'static str, BTreeSet<String>> {
    // Each page says which template made it, and with what.
    let overrides: Vec<(String, String)> = TEMPLATES
        .iter()
        .map(|name| {
            let mut text = String::new();
            write!(text, "{name}\u{1}{{{{ __tera_context | safe }}}}").unwrap();
            (format!("templates/{name}"), text)
        })
        .collect();
    let overrides: Vec<(&str, &str)> = overrides.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let corpus = everything().corpus();
    let assets = corpus.assets.iter().map(|path| (path.clone(), path.as_bytes().into())).collect();
    let (artifacts, _) = render(&corpus, &theme(&overrides), &assets);
    let mut seen: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for (path, bytes) in artifacts.iter().filter(|(path, _)| path.ends_with(".html")) {
        let text = std::str::from_utf8(&bytes).unwrap();
        let Some((name, context)) = text.split_once('\u{1}') else { continue };
        let template = TEMPLATES.into_iter().find(|known| *known == name).unwrap();
        // Tera prints its values nearly as JSON: null as nothing, rare characters as Rust does.
        let context = context.replace(": ,", ": null,").replace(": }", ": null}").replace("\\u{f0000}", "");
        let json = serde_json::from_str(&context).unwrap_or_else(|error| panic!("{path}: {error}: {context}"));
        collect(&json, String::new(), seen.entry(template).or_default());
    }
    seen
}

/// Adds the paths of all values that are there.
fn collect(value: &serde_json::Value, path: String, out: &mut BTreeSet<String>) {
    match value {
        serde_json::Value::Object(_) if path == "words" => {
            out.insert("words.*".to_owned());
        }
        serde_json::Value::Object(entries) => {
            for (key, value) in entries {
                let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                collect(value, path, out);
            }
        }
        serde_json::Value::Array(items) => items.iter().for_each(|item| collect(item, format!("{path}[]"), out)),
        serde_json::Value::Null => {}
        _ => {
            out.insert(path);
        }
    }
}

/// More objectives than one page lists.
fn objectives() -> String {
    (1..=301).map(|n| format!("## {n} 目標\n\n```objective\n```\n\n")).collect()
}

/// A site on which nothing is missing.
fn everything() -> Sample {
    let mut locks = Locks::new();
    let first = Sample::new().with("r8/kieru", 2026, "## 1 項\n\n文。\n").with("r8/a", 2026, RICH);
    first.addressed(&mut locks);
    let record = locks.get_mut(SITE_LOCK).unwrap();
    let list = read_list(&SourceFile::new(SITE_LOCK, record.as_str())).unwrap();
    *record = settle::retire_document(&list, &DocumentId("r8/kieru".into()), None, None).to_text();
    let mut sample = rich()
        .with("r8/b", 2026, "文。\n")
        .with("r8/c", 2026, &objectives())
        .with("r8/a-en", 2026, "Text.\n")
        .with("r7/a", 2025, "文。\n")
        .with("r8/m", 2026, OBJECTIVE)
        .asset("logo.svg")
        .meta("r8/a-en", |meta| {
            meta.language = "en".to_owned();
            meta.replaces = Some(Located::new(DocumentId("r7/b".into()), 0..0));
            meta.variant_of = Some(Located::new(DocumentId("r8/a".into()), 0..0));
        })
        .meta("r8/a", |meta| {
            meta.issued = day(2026, 4, 1);
            meta.summary = Some("要約。".to_owned());
            meta.issuer = Some(Issuer { post: Some("部長".into()), name: None, as_printed: None });
            meta.organization = Some(Located::new("bu".to_owned(), 0..0));
            meta.aliases = vec![Located::new(DocumentId("r8/mae".into()), 0..0)];
            let all = Some("https://www.city.example.jp/".to_owned());
            let (phone, mail) = (Some("042-000-0000".to_owned()), Some("a@city.example.jp".to_owned()));
            meta.contact = Some(Contact { name: "課".to_owned(), phone, mail, url: all });
        });
    furnish(&mut sample);
    connect(&mut sample);
    sample.addressed(&mut locks)
}

const OBJECTIVE: &str = "令和8年4月1日\n\n# 見本\n\n（案）\n\n## 1 増やす\n\n```objective\nimplements: r8/a#s1-1\nindicator: 数\nsdgs: [11]\nowner: bu\n```\n";

/// Ties clauses to each other: within a year, across years, and to what is not on the site.
fn connect(sample: &mut Sample) {
    let document = |sample: &mut Sample, id: &str| sample.sources.documents.remove(&DocumentId(id.to_owned())).unwrap();
    let mut read = document(sample, "r8/a");
    let above = Implements {
        clause: Located::new("r7/b#s1-1".to_owned(), 0..0),
        relation: Relation::Relates,
        ground: Vec::new(),
        note: None,
    };
    read.sidecar.source = Some(SourceFile::new("content/r8/a.yaml", ""));
    let notes = ClauseNotes { implements: vec![above], ..ClauseNotes::default() };
    read.sidecar.clauses.push((Located::new("s1-1".to_owned(), 0..0), notes));
    let meta = Arc::make_mut(&mut read.meta);
    meta.organization = Some(Located::new("mae".to_owned(), 0..0));
    let above = ["令和8年度施政方針", "令和8年度市政運営の基本方針"];
    meta.upper = above.map(|title| Located::new(crate::policy::Upper::Title(title.to_owned()), 0..0)).to_vec();
    sample.sources.documents.insert(DocumentId("r8/a".to_owned()), read);
    let mut objectives = document(sample, "r8/m");
    Arc::make_mut(&mut objectives.meta).organization = Some(Located::new("bu".to_owned(), 0..0));
    sample.sources.documents.insert(DocumentId("r8/m".to_owned()), objectives);
}

fn furnish(sample: &mut Sample) {
    let web = || WebLink { text: "市".to_owned(), url: "https://www.city.example.jp/".to_owned() };
    let date = || WrittenDate::parse("2026-10-01").ok();
    let site = &mut sample.sources.site;
    site.appearance.logo = Some(Logo { file: "logo.svg".to_owned(), alt: "市章".to_owned() });
    site.appearance.header = vec![web()];
    site.appearance.footer = vec!["所在地".to_owned()];
    site.appearance.footer_links = vec![web()];
    let signed = SignedResult {
        criterion: "1.1.1".to_owned(),
        outcome: CriterionOutcome::Passed,
        by: "見本花子".to_owned(),
        on: date().unwrap(),
        note: None,
    };
    site.accessibility = Some(Accessibility {
        decided: date(),
        level: "AA".to_owned(),
        due: date(),
        excluded: vec!["動画".to_owned()],
        issues: vec!["図".to_owned()],
        tests: vec![AccessibilityTest {
            year: 2026,
            stated: date(),
            from: date(),
            until: date(),
            signed: vec![signed],
        }],
    });
    let plan = |id: &str, successors: &[&str]| Plan {
        source: crate::diagnostic::SourceFile::new("content/plans.yaml", ""),
        id: Located::new(id.to_owned(), 0..0),
        name: if id == "b" { "令和8年度施政方針".to_owned() } else { format!("計画{id}") },
        aliases: vec![Located::new("別名".to_owned(), 0..0)],
        period: Some("令和8年度".to_owned()),
        from: None,
        until: None,
        successors: successors.iter().map(|id| Located::new((*id).to_owned(), 0..0)).collect(),
        url: Some("https://www.city.example.jp/".to_owned()),
        owner: Some(Located::new("bu".to_owned(), 0..0)),
        status: Some("改訂予定".to_owned()),
        note: Some("備考".to_owned()),
    };
    sample.sources.plans = vec![plan("a", &["b"]), plan("b", &[])];
    sample.sources.terms = vec![crate::policy::Term {
        term: Located::new("BPR".to_owned(), 0..0),
        expansion: "業務改革".to_owned(),
        note: Some("備考".to_owned()),
    }];
    let unit = |id: &str, successors: &[&str], parent: Option<&str>| crate::policy::Organization {
        id: Located::new(id.to_owned(), 0..0),
        name: format!("部{id}"),
        from: WrittenDate::parse("2026-04-01").ok(),
        until: None,
        successors: successors.iter().map(|id| Located::new((*id).to_owned(), 0..0)).collect(),
        parent: parent.map(|id| Located::new(id.to_owned(), 0..0)),
        note: Some("備考".to_owned()),
    };
    sample.sources.organizations = vec![unit("mae", &["bu"], None), unit("bu", &[], None), unit("ka", &[], Some("bu"))];
}
