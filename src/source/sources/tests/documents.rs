//! Front matter, and documents together.

use super::*;

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
fn wrong_values_of_front_matter_are_reported() {
    for (line, expected) in [
        ("status: approved", ""),
        ("status:", ""),
        ("publish_at:", "a.md:2:11 bad-publish-at"),
        ("publish_at: ''", "a.md:2:13 bad-publish-at"),
        ("publish_at: ~", "a.md:2:13 bad-publish-at"),
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
            "計画.md bad-id",
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
fn messages_are_sentences_for_a_clerk() {
    let (_, found) = read(&[("a.md", "---\ntitel: 題\nkind: 運営方針\nfiscal_year: R8\n---\n")]);
    let said: Vec<(String, String)> = found.sorted().into_iter().map(|found| (found.text.ja, found.help.ja)).collect();
    let said: Vec<(&str, &str)> = said.iter().map(|(text, help)| (text.as_str(), help.as_str())).collect();
    assert_eq!(
        said,
        [
            ("「title」が書かれていません", "「title: 値」の行を加えてください。"),
            (
                "「titel」という項目はありません",
                "「title」ではありませんか。ここに書けるのは id・title・kind・fiscal_year・issued・declared・revised・revision_note・corrections・issuer・\
                 organization・upper・aliases・replaces・status・publish_at・language・variant_of・example・license・summary・contact・extra です。"
            ),
            (
                "「運営方針」という文書の種類はありません",
                "「部の運営方針」ではありませんか。新しい種類は site.yaml の kinds に加えてください。"
            ),
        ]
    );
}
