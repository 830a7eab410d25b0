//! Characters that may not be published, formulas and names that look alike, wherever values enter.

use crate::kit::{Output, Site, document};

/// A site with a text in every file that has values of YAML. `{}` marks the places for a character.
const FILES: [(&str, &str); 7] = [
    (
        "content/site.yaml",
        "title: \"試験{}市の方針\"\ncity: \"試験{}市\"\nbase_url: https://www.example.jp/\ndescription: \"説{}明\"\nnotice: \"お{}知らせ\"\ntheme: ours\nlicense: \"CC{} BY\"\noriginal: \"原{}本です。\"\ncontact: { name: \"企{}画課\" }\nkinds: [\"独{}自\"]\nheader:\n  - { text: \"ホー{}ム\", url: https://www.example.jp/ }\nfooter:\n  lines: [\"市{}役所\"]\nstatuses:\n  - { code: \"A{}\", label: \"順{}調\", shape: disc }\n",
    ),
    ("themes/ours/theme.yaml", "name: \"緑{}\"\n"),
    ("content/organizations.yaml", "organizations:\n  - { id: koho, name: \"広{}報課\", note: \"備{}考\" }\n"),
    (
        "content/plans.yaml",
        "plans:\n  - { id: p, name: \"総{}合計画\", aliases: [\"総{}計\"], period: \"令和{}\", status: \"済{}\", note: \"備{}考\" }\n",
    ),
    ("content/terms.yaml", "terms:\n  - { term: \"BPR{}\", expansion: \"業務{}改革\", note: \"備{}考\" }\n"),
    (
        "content/r8/a.yaml",
        "clauses:\n  s1:\n    queries: [{ text: \"目{}標\", note: \"原{}文のまま\" }]\n    sns: { text: \"投{}稿\", alt: \"代替{}文\" }\n",
    ),
    (
        "content/r8/a.md",
        "---\ntitle: \"方{}針\"\nkind: 計画\nfiscal_year: R8\nstatus: published\nsummary: \"要{}約\"\nissuer: { post: \"部{}長\", name: \"氏{}名\" }\nextra: { \"鍵{}\": \"値{}\" }\n---\n\n## 1 目標\n\n```objective\nindicators:\n  - name: \"登録{}者数\"\n    unit: \"人{}\"\n    direction: done\n    target: { value: \"済{}\", note: \"備{}考\" }\ndue_label: \"年度{}末\"\n```\n",
    ),
];

/// The site with `put` at one of its places, counted from 0, and how many there are.
fn site_with(put: &str, place: usize) -> (Site, usize) {
    let mut site = Site::empty();
    let mut count = 0;
    for (path, text) in FILES {
        let mut out = String::new();
        for (at, part) in text.split("{}").enumerate() {
            if at > 0 {
                out.push_str(if count == place { put } else { "" });
                count += 1;
            }
            out.push_str(part);
        }
        site = site.file(path, out);
    }
    (site, count)
}

fn has_findings_of(told: &Output, code: &str) -> bool {
    told.codes().contains(&code)
}

#[test]
fn a_control_character_in_any_value_of_yaml_stops_publication() {
    let (_, count) = site_with("", 0);
    assert_eq!(count, 38);
    // Each place gets one of them.
    let escapes = [
        "\\0",
        "\u{1}",
        "\u{fffe}",
        "\\x07",
        "\\e",
        "\\x85",
        "\\uFFFE",
        "\\u2028",
        "\\b",
        "\\uFDD0",
        "\\U0001FFFF",
        "\\uFFF9",
    ];
    for place in 0..count {
        let escape = escapes[place % escapes.len()];
        let (site, _) = site_with(escape, place);
        let told = site.run("build");
        assert_eq!(told.code, 1, "{escape} at {place}: {told}");
        assert!(has_findings_of(&told, "control-character"), "{escape} at {place}: {told}");
        assert!(!site.path("public").exists());
    }
}

#[test]
fn bidi_controls_and_zero_width_characters_in_any_value_of_yaml_are_reported() {
    let (_, count) = site_with("", 0);
    for place in 0..count {
        let (put, code) = match place % 4 {
            0 => ("\\u202E", "bidi-control"),
            1 => ("\u{202e}", "bidi-control"),
            2 => ("\\u200B", "zero-width-character"),
            _ => ("\u{ad}", "zero-width-character"),
        };
        let (site, _) = site_with(put, place);
        let told = site.run("check");
        assert!(has_findings_of(&told, code), "{put:?} at {place}: {told}");
    }
}

#[test]
fn a_site_without_such_characters_has_no_such_findings() {
    let (site, _) = site_with("", 0);
    let told = site.run("build");
    for code in ["control-character", "bidi-control", "zero-width-character"] {
        assert!(!has_findings_of(&told, code), "{told}");
    }
}

#[test]
fn bidi_controls_are_allowed_in_documents_written_from_right_to_left() {
    let front = "status: published\nlanguage: ar\nsummary: \"\\u200Fنص\"";
    let block = "## 1 \u{200f}نص\n\n```objective\nindicator: \"\\u200Fنص\"\n```\n";
    let site = Site::new().file("content/r8/a.md", document(front, block));
    let told = site.run("check");
    assert!(!has_findings_of(&told, "bidi-control"), "{told}");
    let site = Site::new().file("content/r8/a.md", document(&front.replace("language: ar", "language: ja"), block));
    assert_eq!(site.run("check").codes().iter().filter(|code| **code == "bidi-control").count(), 3);
}

#[test]
fn a_character_is_reported_once_with_line_and_column() {
    let site =
        Site::new().file("content/r8/a.md", document("status: published\nsummary: 要\u{200b}約", "本文です。\n"));
    let json = site.run("check --format json").json();
    let found: Vec<String> = json["findings"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|one| one["code"] == "zero-width-character")
        .map(|one| format!("{}:{}:{}", one["path"].as_str().unwrap(), one["start"]["line"], one["start"]["column"]))
        .collect();
    assert_eq!(found, ["content/r8/a.md:6:11"]);
}

#[test]
fn a_character_of_a_title_is_not_reported_again_where_the_document_is_cited() {
    let titled = document("status: published", "本文です。\n").replacen("title: ", "title: 甲\u{200b}", 1);
    let citing = document("status: published", "[[r8/a]]による。\n");
    let site = Site::new().file("content/r8/a.md", titled).file("content/r8/b.md", citing);
    let codes = site.run("check").codes().iter().filter(|code| **code == "zero-width-character").count();
    assert_eq!(codes, 1);
}

#[test]
fn names_of_files_are_checked_too() {
    for (name, code) in [("a\u{202e}b.png", "bidi-control"), ("a\u{1}b.png", "control-character")] {
        let site = crate::one().file(&format!("content/r8/{name}"), "");
        let told = site.run("check");
        assert!(has_findings_of(&told, code), "{told}");
    }
    let site = crate::one().file("content/r8/Icon\r", "").file("content/r8/葛\u{e0100}飾.png", "");
    assert!(!has_findings_of(&site.run("check"), "control-character"));
}

#[test]
fn texts_of_objectives_and_registries_that_look_like_formulas_are_reported() {
    let block = "```objective\nindicators:\n  - name: \"=HYPERLINK(1)\"\n    unit: \"@SUM(1)\"\n    baseline: { value: -5, note: \"-2+3\" }\n  - name: 案\n    direction: done\n    target: { value: ＝案, note: \"+1+cmd|x\" }\ndue_label: \"\\t=1\"\n```\n";
    let site = Site::new()
        .file("content/r8/a.md", document("status: published", &format!("## 1 目標\n\n{block}")))
        .file("content/plans.yaml", "plans:\n  - { id: p, name: 甲, period: =1, status: +1, note: \"@1\" }\n")
        .file("content/organizations.yaml", "organizations:\n  - { id: a, name: 乙, note: =1 }\n");
    let told = site.run("check");
    let lines: Vec<&str> = told.err.lines().filter(|line| line.contains("[formula-like-text]")).collect();
    let of = |what: &str| lines.iter().filter(|line| line.contains(&format!(": {what}が「"))).count();
    let counts = ["指標の名前", "単位", "値", "備考", "期限の表記", "期間の説明", "状態"].map(of);
    assert_eq!((counts, lines.len()), ([1, 1, 1, 4, 1, 1, 1], 10), "{told}");
}

#[test]
fn every_cell_of_exported_tables_is_guarded_against_formulas() {
    let block = "```objective\nindicator: \"=HYPERLINK(1)\"\nunit: \"@SUM(1)\"\nbaseline: { value: 1, note: \"-2+3\" }\ndue_label: \"+1\"\n```\n";
    let text = document("status: published", &format!("## 1 =1+1\n\n{block}"));
    let site = Site::new().file("content/r8/a.md", &text);
    assert_eq!(site.run("objective export --csv t.csv").code, 0);
    let table = site.read("t.csv");
    for row in table.lines().skip(1) {
        for cell in row.split(',') {
            assert!(!cell.trim_matches('"').starts_with(['=', '+', '-', '@']), "{table}");
        }
    }
    assert_eq!(site.run("objective import t.csv --write").out, "表と原稿は同じです。変えるものはありません。\n");
    assert_eq!(site.read("content/r8/a.md"), text);
}

#[test]
fn the_preview_of_an_import_spells_out_bidi_controls() {
    let block = "```objective\nindicator: 登録\u{202e}者数\nbaseline: { value: 1, note: 前\u{2066}年 }\n```\n";
    let site = Site::new().file("content/r8/a.md", document("status: published", &format!("## 1 目標\n\n{block}")));
    assert_eq!(site.run("objective export --csv t.csv").code, 0);
    let table = site.read("t.csv").replace("前\u{2066}年", "\u{202e}年前");
    let site = site.file("t.csv", table);
    let told = site.run("objective import t.csv");
    assert!(told.out.contains("登録<U+202E>者数 基準値 備考：前<U+2066>年 → <U+202E>年前\n"), "{told:?}");
    assert!(!told.out.contains(['\u{202e}', '\u{2066}']), "{told:?}");
    let table = site.read("t.csv").replace("\u{202e}年前", "削除");
    let told = site.file("u.csv", table).run("objective import u.csv");
    assert!(told.out.contains("備考（前<U+2066>年）\n") && !told.out.contains('\u{2066}'), "{told:?}");
}

#[test]
fn names_of_registries_and_documents_that_look_alike_are_reported() {
    let site = Site::new()
        .file("content/r8/a.md", crate::kit::titled("4〜6月の方針", "status: published", "本文です。\n"))
        .file("content/r8/b.md", crate::kit::titled("4～6月の方針", "status: published", "本文です。\n"))
        .file("content/organizations.yaml", "organizations:\n  - { id: a, name: 甲—乙課 }\n  - { id: b, name: 甲―乙課 }\n")
        .file(
            "content/plans.yaml",
            "plans:\n  - { id: a, name: 総合計画, aliases: [4〜6計画, 4～6計画] }\n  - { id: b, name: 総合\u{2060}計画 }\n",
        )
        .file("content/terms.yaml", "terms:\n  - { term: がっこう, expansion: 学校 }\n  - { term: か\u{3099}っこう, expansion: 学校 }\n");
    let told = site.run("check");
    assert_eq!(told.codes().iter().filter(|code| **code == "look-alike-name").count(), 4, "{told}");
    assert!(told.err.contains("「〜」（U+301C WAVE DASH）"), "{told}");
}
