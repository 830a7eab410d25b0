//! `hoshin cite`: finds the clause of a citation, and the citation of a clause.

use crate::kit::{Site, document};

const BODY: &str = "# 令和8年度の方針

前文です。

## 1 育成

(1) 職員を{育成|いくせい}すること。

ア　研修に努めること。

イ　相談に応じること。

## 5の2 発信

第1の段落です。

| 事業 | 時期 |
|---|---|
| 広報 | 4月 |
| 動画 | 6月 |

・広報紙を読みやすくすること。

・動画を活用すること。

別紙1

## 1 様式

様式です。
";

fn site() -> Site {
    let site = Site::new().file("content/r8/a.md", document("status: published", BODY));
    let built = site.run("release");
    assert_eq!(built.code, 0, "{built}");
    site
}

#[test]
fn a_clause_comes_with_all_that_can_be_copied() {
    insta::assert_snapshot!(site().run("cite 「令和8年度の方針」1(1)"), @r"
    exit 0
    --- stdout
    「令和8年度の方針」1(1)

    [id]
    tvxbc

    [場所]
    r8/a#s1-1

    [本文]
    職員を育成すること。

    [リンク]
    https://www.example.jp/r8/a/#s1-1.tvxbc

    [引用]
    「令和8年度の方針」1(1)、https://www.example.jp/r8/a/#s1-1.tvxbc

    [引用文]
    (1) 職員を育成すること。
    ア　研修に努めること。
    イ　相談に応じること。
    出典：「令和8年度の方針」1(1)、https://www.example.jp/r8/a/#s1-1.tvxbc

    [Markdown]
    > (1) 職員を育成すること。
    >
    > ア　研修に努めること。
    >
    > イ　相談に応じること。
    >
    > — [「令和8年度の方針」1(1)](https://www.example.jp/r8/a/#s1-1.tvxbc)
    ");
    insta::assert_snapshot!(site().run("cite 「令和8年度の方針」1(1) --format json"), @r#"
    exit 0
    --- stdout
    {
      "tool": "hoshin",
      "version": "0.1.0",
      "schema": 1,
      "exit": 0,
      "summary": {
        "errors": 0,
        "warnings": 0,
        "infos": 0
      },
      "findings": [],
      "sources": [],
      "work": null,
      "output": null,
      "citation": "「令和8年度の方針」1(1)、https://www.example.jp/r8/a/#s1-1.tvxbc",
      "document": "r8/a",
      "id": "tvxbc",
      "link": "https://www.example.jp/r8/a/#s1-1.tvxbc",
      "markdown": "> (1) 職員を育成すること。\n>\n> ア　研修に努めること。\n>\n> イ　相談に応じること。\n>\n> — [「令和8年度の方針」1(1)](https://www.example.jp/r8/a/#s1-1.tvxbc)",
      "name": "「令和8年度の方針」1(1)",
      "position": "s1-1",
      "quotation": "(1) 職員を育成すること。\nア　研修に努めること。\nイ　相談に応じること。\n出典：「令和8年度の方針」1(1)、https://www.example.jp/r8/a/#s1-1.tvxbc",
      "text": "職員を育成すること。"
    }
    "#);
}

#[test]
fn every_way_of_citing_finds_the_clause() {
    let site = site();
    for (cited, position) in [
        ("「令和8年度の方針」1(1)", "s1-1"),
        ("「令和８年度の方針」１（１）", "s1-1"),
        ("令和8年度の方針1(1)", "s1-1"),
        ("令和8年度の方針１の（１）", "s1-1"),
        ("「令和8年度の方針」1(1)ア", "s1-1-1"),
        ("「令和8年度の方針」5の2", "s5_2"),
        ("「令和8年度の方針」5の2（1項目め）", "s5_2-b1"),
        ("「令和8年度の方針」５の２（２項目め）", "s5_2-b2"),
        ("「令和8年度の方針」5の2第1段落", "s5_2-p1"),
        ("「令和8年度の方針」5の2表1の2行目", "s5_2-t1r2"),
        ("「令和8年度の方針」前文第1段落", "pre-p1"),
        ("「令和8年度の方針」別紙1の1", "a1-1"),
        ("r8/a#s1-1", "s1-1"),
        ("https://www.example.jp/r8/a/#s1-1", "s1-1"),
    ] {
        let output = site.run(&format!("cite {cited} --format json"));
        assert_eq!(output.code, 0, "{cited}: {output}");
        assert_eq!(output.json()["position"], position, "{cited}");
    }
}

#[test]
fn a_missing_place_is_refused_with_a_suggestion() {
    insta::assert_snapshot!(site().run("cite 「令和8年度の方計」1(1)"), @r"
    exit 1
    --- stderr
    エラー[citation-not-found]: この引用に当たるものは、公開している文書にありません：「令和8年度の方計」1(1)
     |
     = なぜ: 引用は、公開している文書の条項・文書・計画に当たるものだけを探せます。
     = 直し方: もしかして：「令和8年度の方針」　文書の題名と番号（例：「令和8年度政策経営部の運営方針」5(1)）、id（k7f3q）、または場所（r8/seisaku-keiei#s5-1）で指定してください。

    くわしい説明と例: hoshin explain コード（たとえば hoshin explain citation-not-found）
    ");
    insta::assert_snapshot!(site().run("cite 「令和8年度の方針」1(9) --lang en"), @r"
    exit 1
    --- stderr
    error[citation-not-found]: nothing that is public is cited by this: 「令和8年度の方針」1(9)
     |
     = why: A citation leads to a clause, a document or a plan of this site.
     = help: Did you mean 「令和8年度の方針」1? Give a title and a number (「令和8年度政策経営部の運営方針」5(1)), an id (k7f3q) or a place (r8/seisaku-keiei#s5-1).

    explanations with examples: hoshin explain CODE (for instance hoshin explain citation-not-found)
    ");
}

/// Citation, place and page address of every clause of the real documents lead back to it.
#[test]
fn every_clause_of_the_real_documents_is_found_by_all_its_citations() {
    let site = Site::of_the_repository();
    let mut tried = 0;
    for document in ["r7/shisei-unei", "r8/seisaku-keiei"] {
        let list = site.run(&format!("anchor list {document} --format json")).json();
        for clause in list["clauses"].as_array().expect("a list") {
            let word = |key: &str| clause[key].as_str().expect("a word").to_owned();
            let (id, position) = (word("id"), word("position"));
            let by_id = site.run(&format!("cite {id} --format json")).json();
            let back = |text: &str| {
                let output = site.command("cite --format json", &[]).arg(text).output().expect("the program runs");
                let found: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
                assert_eq!(
                    (&found["document"], &found["position"]),
                    (&document.into(), &position.as_str().into()),
                    "{text}"
                );
                assert_eq!(found, by_id, "{text}");
            };
            let said = |key: &str| by_id[key].as_str().expect("a word").to_owned();
            let (link, _) =
                said("link").split_once('#').map(|(page, place)| (page.to_owned(), place.to_owned())).expect("a place");
            let root = link.strip_suffix(&format!("{document}/")).expect("an address of the document");
            back(&said("citation"));
            back(&format!("{document}#{position}.{id}"));
            back(&format!("{root}c/{id}/"));
            tried += 1;
        }
    }
    assert_eq!(tried, 62);
}

#[test]
fn an_address_under_a_former_name_of_the_document_is_found() {
    let site = site();
    let id = site.run("cite r8/a#s1-1 --format json").json()["id"].as_str().expect("an id").to_owned();
    site.write("content/r8/b.md", site.read("content/r8/a.md").replace("status:", "aliases: r8/a\nstatus:"));
    site.write("content/r8/b.lock", site.read("content/r8/a.lock"));
    site.remove("content/r8/a.md");
    site.remove("content/r8/a.lock");
    assert_eq!(site.run("release --adopt").code, 0);
    for cited in [
        "r8/a#s1-1".to_owned(),
        format!("https://www.example.jp/r8/a/#s1-1.{id}"),
        format!("https://www.example.jp/r8/a/index.html#s1-1.{id}"),
        format!("https://www.example.jp/r8/b/index.html#{id}"),
        format!("https://www.example.jp/c/{id}/index.html"),
    ] {
        let output = site.run(&format!("cite {cited} --format json"));
        assert_eq!(output.code, 0, "{cited}: {output}");
        assert_eq!(
            (&output.json()["id"], &output.json()["document"]),
            (&id.as_str().into(), &"r8/b".into()),
            "{cited}"
        );
    }
}

#[test]
fn the_fate_of_a_clause_that_is_gone_is_printed() {
    let site = site();
    let id = site.run("cite r8/a#s5_2-b2 --format json").json()["id"].as_str().expect("an id").to_owned();
    site.write(
        "content/r8/a.md",
        site.read("content/r8/a.md")
            .replace("・動画を活用すること。\n", "")
            .replace("status:", "revised: 2026-07-01\nstatus:"),
    );
    assert_eq!(site.run("release --adopt").code, 0);
    let said = format!("「令和8年度の方針」5の2（2項目め）（削除）\nhttps://www.example.jp/c/{id}/\n");
    for cited in [id.clone(), format!("r8/a#s5_2-b2.{id}"), format!("https://www.example.jp/c/{id}/")] {
        let output = site.run(&format!("cite {cited}"));
        assert_eq!((output.code, &output.out), (0, &said), "{cited}: {output}");
    }
    let json = site.run(&format!("cite {id} --format json")).json();
    assert_eq!((&json["state"], &json["text"]), (&"withdrawn".into(), &"動画を活用すること。".into()));
    assert_eq!(site.run(&format!("anchor show r8/a#s5_2-b2.{id}")), site.run(&format!("anchor show {id}")));
}
