use std::collections::BTreeMap;

use proptest::prelude::*;

use super::parse;
use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::policy::{DocumentId, FiscalYear, Status, Upper};
use crate::source::{Sources, Tree};

const SITE: &str = "title: 方針\ncity: 国分寺市\nbase_url: https://www.city.example.jp/houshin\n";
const DOCUMENT: &str = "---\ntitle: 方針\nkind: 計画\nfiscal_year: R8\n---\n";

fn tree(files: &[(&str, &[u8])]) -> Tree {
    let files = files.iter().map(|(path, bytes)| (format!("content/{path}"), bytes.to_vec()));
    Tree { files: files.collect(), ignored: BTreeMap::new() }
}

/// The sources of a site with these files and a good `site.yaml`, which must be fine.
fn good(files: &[(&str, &str)]) -> Sources {
    let (sources, found) = read(files);
    assert_eq!(shown(&found), Vec::<String>::new());
    sources.unwrap()
}

fn read(files: &[(&str, &str)]) -> (Option<Sources>, Diagnostics) {
    let mut all = vec![("site.yaml", SITE.as_bytes())];
    all.extend(files.iter().map(|(path, text)| (*path, text.as_bytes())));
    parse(&tree(&all))
}

/// `path:line:column code`, sorted; the second place after `<-`.
fn shown(found: &Diagnostics) -> Vec<String> {
    found.clone().sorted().iter().map(show).collect()
}

fn show(found: &Diagnostic) -> String {
    let place = match &found.place {
        Place::Span(span) => format!("{}:{}:{}", span.file.path, span.start().line, span.start().column),
        Place::File(path) => path.clone(),
        Place::Site => "site".into(),
    };
    let related = found
        .related
        .as_ref()
        .map(|(span, _)| format!(" <- {}:{}:{}", span.file.path, span.start().line, span.start().column));
    format!(
        "{} {}{}",
        place.trim_start_matches("content/"),
        found.code.id,
        related.unwrap_or_default().replace("content/", "")
    )
}

/// What is found in a document whose front matter has these lines, from the second line of the file on, and the required
/// ones after them.
fn in_front_matter(lines: &str) -> Vec<String> {
    let text = format!("---\n{lines}\ntitle: 方針\nkind: 計画\nfiscal_year: R8\n---\n");
    shown(&read(&[("a.md", &text)]).1)
}

/// What is found in a document that consists of this front matter.
fn in_whole(yaml: &str) -> Vec<String> {
    shown(&read(&[("a.md", &format!("---\n{yaml}\n---\n本文\n"))]).1)
}

#[test]
fn a_whole_document_is_typed() {
    let text = "\u{FEFF}---\r\ntitle: 令和8年度 方針\r\nkind: 部の運営方針\r\nfiscal_year: 令和8年度\r\nissued: 令和8年4月1日\r\n\
        declared: 2026-03-19\r\nissuer:\r\n  post: 市長\r\n  name: 井澤邦夫\r\n  as_printed: 市長 井 澤 邦 夫\r\norganization: bu\r\n\
        upper:\r\n  - r7/ue\r\n  - 令和8年度施政方針\r\nstatus: published\r\npublish_at: 2026-04-01T09:00\r\nlicense: CC BY 4.0\r\n\
        summary: 「---」を\r\n  含む。\r\ncontact: {name: 政策経営課, phone: 042-325-0111}\r\nextra: {a: [1, {b: c}]}\r\n---\r\n本文\r\n";
    let sources = good(&[
        ("r8/ho-shin.md", text),
        ("r7/ue.md", DOCUMENT),
        ("organizations.yaml", "organizations:\n  - id: bu\n    name: 政策経営部\n"),
    ]);
    let document = &sources.documents[&DocumentId("r8/ho-shin".into())];
    let meta = &document.meta;
    assert_eq!(&document.source.text[document.body_start..], "本文\n");
    assert_eq!(&document.source.text[meta.title.range.clone()], "令和8年度 方針");
    assert_eq!(meta.title.value, "令和8年度 方針");
    assert_eq!(meta.fiscal_year.value, FiscalYear(2026));
    let issued = meta.issued.as_ref().unwrap();
    assert_eq!((issued.value.date, &*issued.value.as_written), (jiff::civil::date(2026, 4, 1), "令和8年4月1日"));
    assert_eq!(meta.declared.as_ref().unwrap().value.date, jiff::civil::date(2026, 3, 19));
    assert_eq!(meta.issuer.as_ref().unwrap().as_printed.as_ref().unwrap().value, "市長 井 澤 邦 夫");
    let upper: Vec<&Upper> = meta.upper.iter().map(|upper| &upper.value).collect();
    assert_eq!(upper, [&Upper::Document(DocumentId("r7/ue".into())), &Upper::Title("令和8年度施政方針".into())]);
    assert_eq!(meta.status, Status::Published);
    assert_eq!(meta.publish_at.as_ref().unwrap().value.to_string(), "2026-04-01T00:00:00Z");
    assert_eq!(meta.summary.as_deref(), Some("「---」を 含む。"));
    assert_eq!(meta.contact.as_ref().unwrap().phone.as_deref(), Some("042-325-0111"));
    assert_eq!(meta.language, "ja");
    let above = &sources.documents[&DocumentId("r7/ue".into())];
    assert_eq!((above.meta.status, &above.meta.upper), (Status::Draft, &Vec::new()));
}

#[test]
fn scalars_are_what_was_typed() {
    for typed in ["01100", "no", "8:30", "1_000", ".5", "0x1F", "true", "2026-04-01", "+81 42", "１．２"] {
        let sources = good(&[("a.md", &format!("---\ntitle: {typed}\nkind: 計画\nfiscal_year: R8\n---\n"))]);
        assert_eq!(sources.documents[&DocumentId("a".into())].meta.title.value, typed);
    }
}

#[test]
fn the_form_of_yaml() {
    for (yaml, expected) in [
        ("title：x", "a.md:2:6 yaml-full-width-colon"),
        ("kind: 計画\ntitle：x\nfiscal_year: R8", "a.md:3:6 yaml-full-width-colon"),
        ("title：x\nkind：計画", "a.md:2:6 yaml-full-width-colon a.md:3:5 yaml-full-width-colon"),
        ("issuer:\n  post：市長\n  name: a", "a.md:3:7 yaml-full-width-colon"),
        ("issuer:\n　post: 市長\ntitle: a", "a.md:3:1 yaml-full-width-space"),
        ("issuer:\n\tpost: 市長", "a.md:3:1 yaml-tab"),
        ("title:a\nkind: b", "a.md:2:6 yaml-space-after-colon"),
        ("title:　a\nkind: b", "a.md:2:6 yaml-space-after-colon"),
        ("title: 第1章: 目的\nkind: 計画", "a.md:2:11 yaml-colon-in-value"),
        ("title: 計画\n kind: b", "a.md:3:6 yaml-colon-in-value"),
        ("title: \"計画\nkind: b", "a.md:3:1 yaml-quote"),
        ("title: 'a' b", "a.md:2:12 yaml-quote"),
        ("title: [a]]", "a.md:2:11 yaml-bracket"),
        ("title: @計画", "a.md:2:8 yaml-special-character"),
        ("title: - a", "a.md:2:8 yaml-special-character"),
        ("title: *a", "a.md:2:8 yaml-alias"),
        ("title: **重要**です", "a.md:2:8 yaml-alias"),
        ("title: &a 題", "a.md:2:11 yaml-alias"),
        ("title: !!str 題", "a.md:2:14 yaml-alias"),
        ("title: a\n...\nb", "a.md:4:1 yaml-several-documents"),
        ("? [a, b]\n: c", "a.md:2:3 yaml-key"),
        ("- a\n- b", "a.md:2:1 yaml-no-keys"),
        ("ただの文", "a.md:2:1 yaml-no-keys"),
        ("title: \"\\q\"", "a.md:2:8 yaml-syntax"),
    ] {
        let found: Vec<String> = in_whole(yaml).into_iter().filter(|found| !found.ends_with("missing-key")).collect();
        assert_eq!(found.join(" "), expected, "{yaml:?}");
    }
}

#[test]
fn a_full_width_colon_or_space_in_text_is_no_slip() {
    let lines = "summary: |\n  場所：市役所\n  url：なし\n　　全角の字下げ\nlicense: a：b";
    assert_eq!(in_front_matter("summary: |\n  url：なし\n  　字下げ\nlicense: a：b"), Vec::<String>::new());
    assert_eq!(in_front_matter(lines), ["a.md:5:1 yaml-full-width-space"]);
}

#[test]
fn all_wrong_values_of_a_document_are_reported() {
    let yaml = "titel: 題\nkind: 運営方針\nfiscal_year: 来年度\nissued: 令和8年2月30日\nissuer: 市長\norganization: bo\n\
        upper: [r7/nai]\nstatus: publish\npublish_at: あした\nlanguage: 日本語\ncontact:\n  mail: a@b\n  url: javascript:x\n\
        license: [a]\nlicense: b\nid: R8/計画";
    assert_eq!(
        in_whole(yaml),
        [
            "a.md:2:1 missing-key",
            "a.md:2:1 unknown-key",
            "a.md:3:7 unknown-kind",
            "a.md:4:14 bad-fiscal-year",
            "a.md:5:9 bad-date",
            "a.md:6:9 wrong-type",
            "a.md:7:15 unknown-organization",
            "a.md:9:9 bad-status",
            "a.md:10:13 bad-publish-at",
            "a.md:11:11 bad-language",
            "a.md:13:3 missing-key",
            "a.md:14:8 bad-url",
            "a.md:15:10 wrong-type",
            "a.md:16:1 duplicate-key <- a.md:15:1",
            "a.md:17:5 bad-id",
        ]
    );
}

#[test]
fn what_front_matter_may_say() {
    for (line, expected) in [
        ("status: approved", ""),
        ("status:", ""),
        ("upper: 令和8年度施政方針", ""),
        ("upper: r8/nai", "a.md:2:8 unknown-upper"),
        ("id: r8/b_2", ""),
        ("id: r8/con", "a.md:2:5 bad-id"),
        ("id: 方針", "a.md:2:5 bad-id"),
        ("issued: 平成36年4月1日", ""),
        ("issued: 令和8年4月", "a.md:2:9 bad-date"),
        ("contact: {name: a, url: \"https://例え.jp/\"}", ""),
        ("extra: {free: {x: [1]}}", ""),
        ("Status: published", "a.md:2:1 unknown-key"),
    ] {
        assert_eq!(in_front_matter(line).join(" "), expected, "{line}");
    }
}

#[test]
fn a_broken_document_hides_nothing_of_the_others() {
    let (sources, found) = read(&[
        ("a.md", "本文だけ"),
        ("b.md", "---\ntitle: 題\n"),
        ("c.md", DOCUMENT),
        ("d/e.md", "---\ntitle: 題\nkind: 条例\nfiscal_year: 2026\n---\n"),
        ("計画.md", DOCUMENT),
    ]);
    assert_eq!(
        shown(&found),
        [
            "a.md:1:1 front-matter-missing",
            "b.md:1:1 front-matter-unclosed",
            "d/e.md:3:7 unknown-kind",
            "計画.md:2:1 bad-id",
        ]
    );
    let ids: Vec<String> = sources.unwrap().documents.into_keys().map(|id| id.0).collect();
    assert_eq!(ids, ["c", "d/e"]);
}

#[test]
fn one_id_belongs_to_one_document() {
    let second = "---\nid: a\ntitle: 題\nkind: 計画\nfiscal_year: R8\n---\n";
    let (sources, found) = read(&[("a.md", DOCUMENT), ("b.md", second)]);
    assert_eq!(shown(&found), ["b.md:2:5 duplicate-id <- a.md:2:1"]);
    assert_eq!(sources.unwrap().documents[&DocumentId("a".into())].source.path, "content/a.md");
}

#[test]
fn site_yaml() {
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
    ] {
        let (site, found) = parse(&tree(&[("site.yaml", format!("{SITE}{extra}\n").as_bytes())]));
        assert_eq!(shown(&found).join(" "), expected, "{extra}");
        assert!(site.is_some(), "{extra}");
    }
}

#[test]
fn site_yaml_is_read_with_its_defaults() {
    let text = format!("{SITE}kinds: [条例, 計画]\nseverities: {{unknown-kind: off, unknown-upper: warning}}\n");
    let (sources, found) = parse(&tree(&[("site.yaml", text.as_bytes())]));
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
        let (sources, found) = parse(&tree(&files));
        assert_eq!((sources, shown(&found).join(" ").as_str()), (None, expected));
    }
}

#[test]
fn registries() {
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
fn the_rest_below_content() {
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
fn sentences_for_a_clerk() {
    let (_, found) = read(&[("a.md", "---\ntitel: 題\nkind: 運営方針\nfiscal_year: R8\n---\n")]);
    let said: Vec<(String, String)> = found.sorted().into_iter().map(|found| (found.text.ja, found.help.ja)).collect();
    let said: Vec<(&str, &str)> = said.iter().map(|(text, help)| (text.as_str(), help.as_str())).collect();
    assert_eq!(
        said,
        [
            ("「title」が書かれていません", "「title: 値」の行を加えてください。"),
            (
                "「titel」という項目はありません",
                "「title」ではありませんか。ここに書けるのは id・title・kind・fiscal_year・issued・declared・revised・issuer・\
                 organization・upper・status・publish_at・language・license・summary・contact・extra です。"
            ),
            (
                "「運営方針」という文書の種類はありません",
                "「部の運営方針」ではありませんか。新しい種類は site.yaml の kinds に加えてください。"
            ),
        ]
    );
}

#[test]
fn work_is_bounded() {
    let bomb = format!("a: &a [x]\n{}", (0..500).map(|n| format!("b{n}: [*a, *a]\n")).collect::<String>());
    assert_eq!(in_whole(&bomb), ["a.md:2:7 yaml-alias"]);
    assert_eq!(in_whole(&format!("extra: {}", "[".repeat(10_000))), ["a.md:2:24 yaml-too-complex"]);
    assert_eq!(in_whole(&format!("extra: {}", "[".repeat(50_000))), ["a.md:1:1 front-matter-too-long"]);
    let (_, found) = read(&[("plans.yaml", &format!("plans: {}", "[".repeat(50_000)))]);
    assert_eq!(shown(&found), ["plans.yaml:1:24 yaml-too-complex"]);
    let (_, found) = read(&[("plans.yaml", &format!("plans: [{}", "a,".repeat(60_000)))]);
    assert_eq!(found.len(), 1);
    assert_eq!(found.iter().next().map(|found| found.code.id), Some("yaml-too-complex"));
    let nested: String = (0..100).map(|depth| format!("{}a:\n", " ".repeat(depth))).collect();
    let (_, found) = read(&[("plans.yaml", &nested)]);
    assert!(found.iter().any(|found| found.code.id == "yaml-too-complex"), "{:?}", shown(&found));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_can_be_parsed(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        check_any(&bytes);
    }

    /// Text made of what YAML and Japanese input methods care about.
    #[test]
    fn any_likely_text_can_be_parsed(text in "([a-z]{1,3}[:：]? ?|[\\[\\]{},&*!|>'\"%@`#?\\-]|　|\\t|\\r?\\n|---\\n|方針|  |\u{FEFF}){0,60}") {
        check_any(text.as_bytes());
        check_any(format!("---\n{text}\n---\n").as_bytes());
    }
}

/// Parses the bytes as every kind of file; spans must lie on characters of their file.
fn check_any(bytes: &[u8]) {
    let (_, found) = parse(&tree(&[("site.yaml", bytes), ("plans.yaml", bytes), ("a.md", bytes), ("a.yaml", bytes)]));
    for found in &found {
        if let Place::Span(span) = &found.place {
            assert!(span.file.text.get(span.range.clone()).is_some(), "{found:?}");
        }
    }
}
