//! Tests of the whole room.

pub(super) mod reader;

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::form::{BREAK, forms};
use super::*;
use crate::corpus::{Citer, testing};
use crate::japanese::testing::{NO_NUMERALS, NUMERALS, YEARS};
use crate::policy::{DocumentId, Fragment};
use reader::IndexReader;

/// The forms that the Rust half and the JavaScript half of the normaliser must give. The browser test reads them too.
const VECTORS: &str = include_str!("../../../tests/search/vectors.json");

#[test]
fn texts_have_the_forms_of_the_shared_vectors() {
    let vectors: Vec<(String, Vec<String>)> = serde_json::from_str(VECTORS).unwrap();
    assert!(vectors.len() > 50);
    for (text, expected) in vectors {
        assert_eq!(forms_of(&text), expected, "{text:?}");
    }
}

#[test]
fn searches_read_every_form_of_a_number_and_a_year() {
    for (form, value) in NUMERALS {
        let text = format!("第{form}条");
        assert!(forms_of(&text).contains(&format!("第{value}条")), "{text}: {:?}", forms_of(&text));
    }
    for form in NO_NUMERALS {
        assert_eq!(forms_of(&format!("第{form}条")).len(), 1, "{form}");
    }
    for (form, western) in YEARS {
        let text = format!("{form}年度");
        assert!(forms_of(&text).contains(&format!("{western}年度")), "{text}: {:?}", forms_of(&text));
    }
}

pub(super) fn forms_of(text: &str) -> Vec<String> {
    let joined: String = forms(text).into_iter().collect();
    joined.split_terminator(BREAK).map(str::to_owned).collect()
}

fn reader(documents: &[(&str, &str)]) -> IndexReader {
    let pages: Vec<(String, String)> = documents
        .iter()
        .map(|(id, text)| (format!("{id}.md"), testing::page(&id[..id.find('/').unwrap()], "見本", text)))
        .collect();
    let files: Vec<(&str, &str)> = pages.iter().map(|(path, text)| (&**path, &**text)).collect();
    IndexReader::new(&index(&testing::site(&files)))
}

#[test]
fn everything_with_an_address_is_found_by_its_citation() {
    let text = "はじめの段落[^a]\n\n## 1 見出しの文\n\n(1) 項の文\n\n- 点の文\n\n| 表の頭 | 右 |\n|---|---|\n| 行の文 | 右の文 |\n\n\
                > 引かれた文\n\n別紙\n\n- 別紙の文\n\n[^a]: 注の文\n";
    let reader = reader(&[("r8/a", text)]);
    for (word, expected) in [
        ("見本", vec!["r8/a "]),
        ("はじめの段落", vec!["r8/a 前文第1段落"]),
        ("見出しの文", vec!["r8/a 1"]),
        ("1見出し", vec!["r8/a 1"]),
        ("項の文", vec!["r8/a 1(1)"]),
        ("（１）項", vec!["r8/a 1(1)"]),
        ("表の頭", vec!["r8/a 1(1)表1"]),
        ("行の文", vec!["r8/a 1(1)表1の1行目"]),
        ("別紙", vec!["r8/a 別紙", "r8/a 別紙（1項目め）"]),
        ("注の文", vec!["r8/a 注1"]),
        ("どこにも無い", vec![]),
    ] {
        assert_eq!(reader.found(word), expected, "{word}");
    }
}

#[test]
fn years_numbers_width_and_ruby_are_found_in_any_spelling() {
    let reader = reader(&[
        ("r8/a", "令和八年度の第Ⅱ期計画\n\n強{靱|じん}なＡＩ\n\n{強靱|きょう|じん}化"),
        ("r7/b", "2026年度の第2期計画\n\n国土強靭化\n\n令和７年（2025年）"),
    ]);
    let both = vec!["r8/a 第1段落", "r7/b 第1段落"];
    let year = vec!["r8/a ", "r8/a 第1段落", "r7/b 第1段落"];
    for (word, expected) in [
        ("2026年度", year.clone()),
        ("令和8年度", year.clone()),
        ("Ｒ８", year.clone()),
        ("二〇二六年度", year.clone()),
        ("第二期", both.clone()),
        ("第2期計画", both.clone()),
        ("Ⅱ期", both.clone()),
        ("強じん", vec!["r8/a 第2段落", "r8/a 第3段落"]),
        ("きょうじん", vec!["r8/a 第3段落"]),
        ("強靱", vec!["r8/a 第2段落", "r8/a 第3段落", "r7/b 第2段落"]),
        ("強靭な", vec!["r8/a 第2段落"]),
        ("ai", vec!["r8/a 第2段落"]),
        ("和七年", vec!["r7/b ", "r7/b 第3段落"]),
        ("2027年度", vec![]),
        ("第3期", vec![]),
        ("靱", vec!["r8/a 第2段落", "r8/a 第3段落", "r7/b 第2段落"]),
    ] {
        assert_eq!(reader.found(word), expected, "{word}");
    }
}

/// Plausible texts, and implausible ones.
fn any_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        6 => "[ぁ-ん一二三四期第年度令和のを市民計画強靱]{1,8}",
        2 => "[A-Za-z0-9Ａ-Ｚ０-９ｱ-ﾝﾞ 　]{1,6}",
        1 => prop_oneof![Just("{強靱|きょう|じん}".to_owned()), Just("令和八年度".to_owned()), Just("第Ⅱ期".to_owned())],
        1 => "[\\u{4e00}-\\u{9fff}\\u{20000}-\\u{20010}①-⑳ⅠⅡⅢ㈱（）「」・ー～]{1,4}",
    ];
    proptest::collection::vec(piece, 1..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    /// There are no false negatives: any part of a passage, as it is shown, finds the passage.
    #[test]
    fn every_part_of_a_passage_finds_it(texts in proptest::collection::vec(any_text(), 1..6), from in 0..400_usize, length in 1..40_usize) {
        let reader = reader(&[("r8/a", &texts.join("\n\n"))]);
        for (number, (_, [_, place, text])) in (0..).zip(&reader.passages) {
            let shown = without_readings(text);
            // A combining mark is typed with its character.
            let starts: Vec<usize> = shown.char_indices().filter(|(_, c)| !crate::japanese::is_mark(*c)).map(|(at, _)| at).collect();
            if starts.is_empty() {
                continue;
            }
            let start = from % starts.len();
            let part = &shown[starts[start]..starts.get(start + length).copied().unwrap_or(shown.len())];
            if !fold::fold(part).is_empty() {
                prop_assert!(reader.find(part).contains(&number), "{part:?} does not find {place}: {text:?}");
            }
        }
    }

    /// There are no false positives: every hit contains the word in one of its forms.
    #[test]
    fn every_hit_contains_the_word(texts in proptest::collection::vec(any_text(), 1..6), word in any_text()) {
        let reader = reader(&[("r8/a", &texts.join("\n\n"))]);
        let wanted = forms_of(&word);
        let has = |text: &str| forms_of(text).iter().any(|form| wanted.iter().any(|wanted| form.contains(wanted.as_str())));
        let expected: BTreeSet<u32> =
            (0..).zip(&reader.passages).filter(|(_, (_, [.., text]))| has(text)).map(|(number, _)| number).collect();
        if wanted.iter().all(|form| !form.is_empty()) {
            prop_assert_eq!(reader.find(&word), expected);
        }
    }
}

fn without_readings(marked: &str) -> String {
    let mut out = String::new();
    let mut reading = false;
    for c in marked.chars() {
        match c {
            '\u{fff9}' => {}
            '\u{fffa}' => reading = true,
            '\u{fffb}' => reading = false,
            c if !reading => out.push(c),
            _ => {}
        }
    }
    out
}

#[test]
fn places_are_cited_by_the_one_function_for_citations() {
    let corpus = testing::real_site();
    for document in corpus.public.values() {
        let (cited, citer) = (passage::cited(document), Citer::new(&corpus, document));
        let all = passages(&corpus, document);
        document.body.each_clause(|clause| {
            let one = all.iter().find(|one| one.fragment == clause.permalink()).unwrap();
            assert_eq!(format!("{cited}{}", one.place), citer.name(clause));
        });
        assert_eq!(
            all[0],
            SearchPassage { fragment: Fragment::default(), place: String::new(), text: all[0].text.clone() }
        );
    }
}

#[test]
fn a_document_is_found_by_the_text_above_its_clauses() {
    let corpus = testing::real_site();
    let front = |id: &str| passages(&corpus, &corpus.public[&DocumentId(id.to_owned())])[0].text.clone();
    assert_eq!(
        [front("r7/shisei-unei"), front("r8/seisaku-keiei")],
        [
            "令和７年度市政運営の基本方針／市政運営の基本方針／令和７年３月25日／国分寺市長 井 澤 邦 夫／国分寺市",
            "令和8年度 政策経営部の運営方針／部の運営方針／令和8年4月1日／政策経営部長 村越隆治／政策経営部",
        ]
    );
}

#[test]
fn drafts_leave_no_byte_in_the_index() {
    let draft = testing::page("R9", "極秘計画", "## 1 鉱山\n\n鏡餅").replace("status: published", "status: draft");
    let files = [("r8/a.md", testing::page("R8", "公開", "本文")), ("r9/himitsu.md", draft)];
    let public = index(&testing::site(&[("r8/a.md", &files[0].1)]));
    let both = index(&testing::site(&[("r8/a.md", &files[0].1), ("r9/himitsu.md", &files[1].1)]));
    assert_eq!(public, both);
}

#[test]
fn files_keep_their_limit_and_the_index_grows_linearly() {
    let text = |number: usize| {
        let long = format!("{}終わり", "長い段落です。".repeat(1_000));
        let clauses =
            (0..60).map(|at| format!("({}) 取り組むことと{}することを進めること。", at + 1, (number * 7 + at) % 97));
        format!("## 1 方針\n\n{}\n\n{long}", clauses.collect::<Vec<_>>().join("\n\n"))
    };
    let files = |documents: usize| {
        let pages: Vec<(String, String)> = (0..documents)
            .map(|number| (format!("r8/d{number:03}.md"), testing::page("R8", "見本", &text(number))))
            .collect();
        let pages: Vec<(&str, &str)> = pages.iter().map(|(path, page)| (&**path, &**page)).collect();
        index(&testing::site(&pages))
    };
    let (some, many) = (files(40), files(80));
    let size = |files: &[IndexFile]| files.iter().map(|file| file.bytes.len()).sum::<usize>();
    assert!(many.iter().all(|file| file.bytes.len() <= MAX_FILE), "{:?}", many.iter().map(|f| f.bytes.len()).max());
    assert!(size(&many) < size(&some) * 21 / 10, "{} {}", size(&some), size(&many));
    let directory = String::from_utf8(many[0].bytes.clone()).unwrap();
    assert!(!directory.contains("\"later\":[]"), "a list is long enough to be continued: {directory}");
    let reader = IndexReader::new(&many);
    assert_eq!(reader.find("段落です。終わり").len(), 80);
    assert!(reader.find("進めること").len() == 80 * 60);
}

#[test]
fn the_number_of_threads_changes_nothing() {
    let pages: Vec<(String, String)> = (0..130)
        .map(|number| (format!("r8/d{number}.md"), testing::page("R8", "見本", &format!("本文{number}"))))
        .collect();
    let pages: Vec<(&str, &str)> = pages.iter().map(|(path, page)| (&**path, &**page)).collect();
    let corpus = testing::site(&pages);
    let with = |threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| index(&corpus))
    };
    assert_eq!(with(1), with(8));
}
