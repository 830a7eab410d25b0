//! Departments, terms and laws that texts name.

use super::{PLANS, mentions};
use crate::corpus::Referent;
use crate::corpus::testing::{page, site};

const DEPARTMENTS: &str = "organizations:\n  - {id: shi, name: 市}\n  - {id: sogo, name: 総合政策部}\n  - {id: kikaku, name: 企画課}\n  - {id: dx, name: DX・行政改革室}\n  - {id: mae, name: 情報課, until: 2026-03-31, successors: [ima]}\n  - {id: ima, name: 情報課, from: 2026-04-01}\n  - {id: kyu, name: 旧事業課, until: 2025-03-31}\n";
const TERMS: &str =
    "terms:\n  - {term: DX, expansion: 変革}\n  - {term: ゼロカーボンシティ, expansion: 排出量を実質ゼロとする市}\n";

/// The departments, terms and laws that one clause of 令和8年度 names, by their words.
fn registered(text: &str) -> String {
    let corpus = site(&[
        ("site.yaml", "title: 方針\ncity: 市\nbase_url: https://hoshin.example/\nlaw_links: true\n"),
        ("organizations.yaml", DEPARTMENTS),
        ("terms.yaml", TERMS),
        ("plans.yaml", PLANS),
        ("r8/a.md", &page("R8", "令和8年度運営方針", text)),
    ]);
    mentions(&corpus, "r8/a").iter().map(|line| line.split_once(' ').unwrap().1).collect::<Vec<_>>().join("; ")
}

#[test]
fn departments_terms_and_laws_are_named_as_words_of_their_own() {
    for (text, expected) in [
        ("総合政策部は、企画課と進める。", "総合政策部 → department sogo; 企画課 → department kikaku"),
        ("総合政策部企画課及び企画課職員", "総合政策部 → department sogo; 企画課 → department kikaku"),
        ("DX・行政改革室がＤＸ推進を担う。", "DX・行政改革室 → department dx; ＤＸ → term DX"),
        ("市は「ゼロカーボンシティ」を目指す。", "ゼロカーボンシティ → term ゼロカーボンシティ"),
        ("情報課が担う。", "情報課 → department ima"),
        ("旧事業課が担った。", ""),
        ("企画課長、企画課会議、本企画課、行財政企画課", ""),
        ("総合政策部会の総合政策部門", ""),
        ("DXを「市DX戦略」とMDXに", "DX → term DX"),
        ("「DX戦略の企画課」", ""),
        ("`DX`と[企画課](https://a.example/)の", ""),
        ("## 1 企画課のDX\n", ""),
        ("企画課は企画課に、**企画課**へ", "企画課 → department kikaku"),
        (
            "地方自治法（昭和22年法律第67号。以下「法」という。）による。",
            "昭和22年法律第67号 → law https://laws.e-gov.go.jp/law/322AC0000000067",
        ),
    ] {
        assert_eq!(registered(text), expected, "{text}");
    }
}

#[test]
fn laws_are_linked_only_where_the_site_asks_for_it() {
    let text = page("R8", "運営方針", "地方自治法（昭和22年法律第67号）による。");
    assert_eq!(mentions(&site(&[("r8/a.md", &text)]), "r8/a"), Vec::<String>::new());
}

#[test]
fn a_department_is_referred_to_by_the_clauses_that_name_it() {
    let text = page("R8", "運営方針", "## 1 企画課\n\n(1) 企画課が担う。\n\n(2) 別の課が担う。");
    let corpus = site(&[("organizations.yaml", DEPARTMENTS), ("r8/a.md", &text)]);
    let named = corpus.links.referring_to(&Referent::Department("kikaku".to_owned()));
    assert_eq!(named.iter().map(|one| one.position.as_str()).collect::<Vec<_>>(), ["s1-1"]);
}
