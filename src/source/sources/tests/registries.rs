//! `site.yaml`, the registries, sidecars and other files.

use super::*;

#[test]
fn wrong_values_of_site_yaml_are_reported() {
    for (extra, expected) in [
        ("time_zone: Asia/Tokio", "site.yaml:4:12 bad-time-zone"),
        ("theme: ../other", "site.yaml:4:8 bad-id"),
        ("severities: {not-utf9: off}", "site.yaml:4:14 unknown-code"),
        ("severities: {not-utf8: off}", "site.yaml:4:14 fixed-severity"),
        ("severities: {unknown-kind: of}", "site.yaml:4:28 bad-severity"),
        ("kind: [条例]", "site.yaml:4:1 unknown-key"),
        ("kinds: {a: b}", "site.yaml:4:8 wrong-type"),
        ("city: 別の市", "site.yaml:4:1 duplicate-key <- site.yaml:2:1"),
        ("severities:", ""),
        ("colors: {accent: \"#0c472a\", link_dark: \"#c5d7fb\"}", ""),
        ("colors: {accent: \"#1d8b56\"}", "site.yaml:4:18 color-contrast"),
        ("colors: {accent_dark: \"#0c472a\"}", "site.yaml:4:23 color-contrast"),
        ("colors: {accent: green}", "site.yaml:4:18 not-a-choice"),
        ("colors: {acent: \"#0c472a\"}", "site.yaml:4:10 unknown-key"),
        ("logo: {file: nai.svg}", "site.yaml:4:14 logo-missing"),
        ("logo: {file: site.yaml}", "site.yaml:4:14 logo-missing"),
        ("logo: {alt: 市章}", "site.yaml:4:7 missing-key"),
        ("header: [{text: 市, url: https://a.example/}]", ""),
        ("header: [{text: 市, url: \"javascript:alert(1)\"}]", "site.yaml:4:25 bad-url"),
        ("footer: {lines: 所在地, links: [{text: 市}]}", ""),
        ("accessibility: {}", ""),
        ("accessibility: {level: B}", "site.yaml:4:24 not-a-choice"),
        ("accessibility: {tests: [{year: 令和8年}]}", "site.yaml:4:32 not-a-choice"),
        ("accessibility: {tests: [{year: 2026}, {year: 2026}]}", "site.yaml:4:46 duplicate-key"),
        (
            "accessibility: {tests: [{year: 2026, results: [{criterion: 1.1.0, result: pass, by: 花子, on: 2026-10-01}]}]}",
            "site.yaml:4:60 not-a-choice",
        ),
        (
            "accessibility: {tests: [{year: 2026, results: [{criterion: 1.1.1, result: ok, by: 花子, on: 2026-10-01}]}]}",
            "site.yaml:4:75 not-a-choice",
        ),
        (
            "accessibility: {tests: [{year: 2026, results: [{criterion: 1.1.1, result: pass}]}]}",
            "site.yaml:4:48 missing-key site.yaml:4:48 missing-key",
        ),
    ] {
        let (site, found) = parsed(&tree(&[("site.yaml", format!("{SITE}{extra}\n").as_bytes())]));
        assert_eq!(shown(&found).join(" "), expected, "{extra}");
        assert!(site.is_some(), "{extra}");
    }
}

#[test]
fn site_yaml_is_read_with_its_defaults() {
    let text = format!("{SITE}kinds: [条例, 計画]\nseverities: {{unknown-kind: off, unknown-upper: warning}}\n");
    let (sources, found) = parsed(&tree(&[("site.yaml", text.as_bytes())]));
    assert_eq!(shown(&found), Vec::<String>::new());
    let site = sources.unwrap().site;
    assert_eq!(site.base_url, "https://www.city.example.jp/houshin/");
    assert_eq!((&*site.language, &*site.theme, &*site.time_zone), ("ja", "default", "Asia/Tokyo"));
    assert_eq!(site.kinds, ["施政方針", "市政運営の基本方針", "部の運営方針", "組織目標", "計画", "指針", "条例"]);
    let severities: Vec<_> = site.severities.into_iter().collect();
    let warning = Some(crate::diagnostic::Severity::Warning);
    assert_eq!(severities, [("unknown-kind", None), ("unknown-upper", warning)]);
}

#[test]
fn without_a_site_the_documents_are_still_reported_on() {
    for (site, expected) in [
        (None, "a.md:1:1 front-matter-missing site.yaml site-missing"),
        (Some("title: 方針\ncity: 市\n"), "a.md:1:1 front-matter-missing site.yaml:1:1 missing-key"),
        (Some("title：方針\n"), "a.md:1:1 front-matter-missing site.yaml:1:6 yaml-full-width-colon"),
        (Some("title: a\ncity: b\nbase_url: example.jp\n"), "a.md:1:1 front-matter-missing site.yaml:3:11 bad-url"),
    ] {
        let mut files: Vec<(&str, &[u8])> = vec![("a.md", b"# x")];
        files.extend(site.map(|site| ("site.yaml", site.as_bytes())));
        let (sources, found) = parsed(&tree(&files));
        assert_eq!((sources, shown(&found).join(" ").as_str()), (None, expected));
    }
}

#[test]
fn wrong_values_of_registries_are_reported() {
    for (file, text, expected) in [
        ("organizations.yaml", "organizations:\n- id: a\n  name: A\n- id: a\n  name: B\n", "4:7 duplicate-id <- 2:7"),
        (
            "organizations.yaml",
            "organizations:\n- id: a\n  name: A\n  parent: b\n  successors: [c]\n",
            "4:11 unknown-organization 5:16 unknown-organization",
        ),
        ("organizations.yaml", "organizations:\n- id: 部\n  name: A\n  from: 昔\n", "2:7 bad-id 4:9 bad-date"),
        ("organizations.yaml", "- id: a\n", "1:1 yaml-no-keys"),
        (
            "plans.yaml",
            "plans:\n- id: a\n  name: 計画\n  owner: x\n  url: ftp://a\n",
            "4:10 unknown-organization 5:8 bad-url",
        ),
        ("plans.yaml", "plan:\n- id: a\n", "1:1 unknown-key"),
        ("plans.yaml", "plans:\n- id: a\n  name: 計画\n  from: 昔\n  until: R10-\n", "4:9 bad-date 5:10 bad-date"),
        ("plans.yaml", "plans: 計画\n", "1:8 wrong-type"),
        ("plans.yaml", "plans:\n- 計画\n", "2:3 wrong-type"),
        ("terms.yaml", "terms:\n- term: BPR\n- term: BPR\n  expansion: 業務改革\n", "2:3 missing-key"),
        ("terms.yaml", "", ""),
        ("a.yaml", "clauses: {}\n", "sidecar-alone"),
        (
            "c.yaml",
            "clauses:\n  s1:\n    queries:\n    - text: 誤\n      nota: x\n  s1: {}\n",
            "5:7 missing-key 5:7 unknown-key 6:3 duplicate-key <- 2:3",
        ),
    ] {
        let (_, found) = read(&[("c.md", DOCUMENT), (file, text)]);
        let shown = shown(&found).join(" ").replace(&format!("{file}:"), "").replace(&format!("{file} "), "");
        assert_eq!(shown, expected.replace("5:7 missing-key", "4:7 missing-key"), "{file} {text:?}");
    }
}

#[test]
fn other_files_are_assets_or_reported() {
    let (sources, found) = read(&[
        ("c.md", DOCUMENT),
        ("c.yaml", "clauses:\n  s2-b1:\n    queries:\n      - text: 生活かし\n        note: 原文のまま。\n"),
        ("c.lock", "{}"),
        ("図/地図.png", "x"),
        ("d.yml", "a: b"),
        ("E.MD", "x"),
    ]);
    assert_eq!(shown(&found), ["E.MD file-suffix", "d.yml file-suffix"]);
    let sources = sources.unwrap();
    assert_eq!(sources.assets.iter().collect::<Vec<_>>(), ["図/地図.png"]);
    let sidecar = &sources.documents[&DocumentId("c".into())].sidecar;
    let (clause, notes) = &sidecar.clauses[0];
    assert_eq!((clause.value.as_str(), notes.queries[0].text.value.as_str()), ("s2-b1", "生活かし"));
    assert_eq!(notes.queries[0].note, "原文のまま。");
}

#[test]
fn the_period_of_a_plan_is_in_days_or_fiscal_years() {
    let text = "plans:\n- id: a\n  name: 計画\n  aliases: 別名\n  from: R7\n  until: 令和10年度\n  successors: [b]\n\
                - id: b\n  name: 次の計画\n  from: 令和11年4月1日\n  until: 2033-03-31\n";
    let (sources, found) = read(&[("plans.yaml", text)]);
    assert_eq!(shown(&found), Vec::<String>::new());
    let plans = sources.unwrap().plans;
    let days = |at: usize| [plans[at].from, plans[at].until].map(|day| day.map(|day| day.to_string()));
    assert_eq!(days(0), [Some("2025-04-01".to_owned()), Some("2029-03-31".to_owned())]);
    assert_eq!(days(1), [Some("2029-04-01".to_owned()), Some("2033-03-31".to_owned())]);
    assert_eq!((plans[0].aliases[0].value.as_str(), plans[0].successors[0].value.as_str()), ("別名", "b"));
    assert_eq!(plans[0].source.path, "content/plans.yaml");
}
