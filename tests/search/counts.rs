//! The stated numbers of hits equal those of a plain scan of all clauses. The lists of the site need several files.

use std::fmt::Write as _;

use serde_json::json;

use crate::chromium::Chromium;
use crate::finder::{Finder, address};
use crate::kit::{Site, titled};
use crate::{DESKTOP, public, server};

const DOCUMENTS: usize = 300;
const CLAUSES: usize = 22;

/// Text of nearly every clause, so that the lists of its bigrams need several files.
const FREQUENT: [&str; 4] = [
    "ことを推進すること。",
    "ことにより改革を進めること。",
    "ことに市民と取り組むこと。",
    "ことで政策の実施に努めること。",
];
/// Text of some clauses.
const COMMON: [&str; 10] = [
    "政策経営部において",
    "業務改革により",
    "令和8年度中に",
    "第二期計画に基づき",
    "ワーク・ライフ・バランスの",
    "ＡＩ－ＯＣＲで",
    "{強靱|きょうじん}な",
    "市民生活の",
    "効率化に向けて",
    "2026年度までに",
];

/// Pseudo-random numbers, the same in each run (Knuth's MMIX).
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % limit
    }

    /// A rare word of two kanji.
    fn rare(&mut self) -> String {
        let kanji = |number: usize| char::from_u32(0x4e00 + u32::try_from(number).unwrap()).unwrap();
        [kanji(self.below(40) * 97), kanji(self.below(40) * 101)].iter().collect()
    }
}

/// A site and its texts as the test has written them.
struct Sample {
    site: Site,
    /// For each document the text above the clauses, then each clause as a whole. Ruby is in the marks of the index.
    texts: Vec<String>,
    /// The number of the first text of each document.
    documents: Vec<usize>,
}

/// The length of the clauses of some documents, in characters. The index cuts them into parts.
const LONG: [usize; 2] = [3_000, 10_000];
/// One document in this many has long clauses.
const DOCUMENTS_PER_LONG: usize = 150;

fn sample() -> Sample {
    let mut dice = Dice(20_261_121);
    let mut sample = Sample { site: Site::new(), texts: Vec::new(), documents: Vec::new() };
    for number in 0..DOCUMENTS {
        let title = if number.is_multiple_of(7) {
            format!("政策経営部の計画{number}")
        } else {
            format!("計画{number}")
        };
        sample.documents.push(sample.texts.len());
        sample.texts.push(format!("{title}／令和8年度／計画"));
        sample.texts.push("1 方針".to_owned());
        let mut body = String::from("## 1 方針\n\n");
        for clause in 1..=CLAUSES {
            let text = match LONG.get(clause - 1) {
                Some(length) if number.is_multiple_of(DOCUMENTS_PER_LONG) => long(&mut dice, *length),
                _ => sentence(&mut dice),
            };
            writeln!(body, "({clause}) {text}\n").unwrap();
            sample.texts.push(format!("({clause}) {}", with_marks(&text)));
        }
        let page = titled(&title, "status: published", &body);
        sample.site = sample.site.file(&format!("content/r8/d{number:03}.md"), page);
    }
    sample
}

fn sentence(dice: &mut Dice) -> String {
    let (common, frequent) = (COMMON[dice.below(COMMON.len())], FREQUENT[dice.below(FREQUENT.len())]);
    let rare = dice.rare();
    let frequent = if dice.below(10) == 0 { "" } else { frequent };
    format!("{common}{rare}を検討する{frequent}")
}

/// A clause of at least `length` characters. Its first and last words occur nowhere else.
fn long(dice: &mut Dice, length: usize) -> String {
    let mut text = String::from("待機児童の解消に努め、");
    while text.chars().count() < length {
        text.push_str(&sentence(dice));
    }
    text + "図書館を開く。"
}

fn with_marks(text: &str) -> String {
    text.replace('{', "\u{fff9}").replace('|', "\u{fffa}").replace('}', "\u{fffb}")
}

/// A plain scan of all clauses. `scan(words)` counts the clauses with at least one of the words, and with each of the others in
/// the clause or in the title of its document. `counted(query)` is the number that the index states.
const PLAINLY: &str = "(([texts, documents]) => {
  const all = texts.map((text) => hoshinSearch.forms(text).map((form) => form.text).join('\\n'));
  const title = [];
  documents.forEach((first, i) => { for (let at = first; at < (documents[i + 1] ?? texts.length); at++) title.push(all[first]); });
  globalThis.bigrams = () => {
    const found = new Set();
    for (const text of all) for (const form of text.split('\\n')) {
      const characters = [...form];
      for (let i = 0; i + 1 < characters.length; i++) found.add(characters[i] + characters[i + 1]);
    }
    return [...found];
  };
  globalThis.scan = (query) => {
    const words = query.split(' ').map((word) => hoshinSearch.forms(word).map((form) => form.text));
    const has = (text, word) => word.some((form) => text.includes(form));
    return all.filter((text, at) =>
      words.some((word) => has(text, word)) && words.every((word) => has(text, word) || has(title[at], word))).length;
  };
  globalThis.counted = async (query) => {
    const state = hoshinSearch.search(query, [0, 0, 0]);
    while (!state.isDone) await state.more(Infinity, Infinity);
    return { n: state.hits.length, isExact: state.isExact };
  };
})";

/// Every bigram whose stated number differs from that of the scan.
const WRONG_BIGRAMS: &str = "(async () => {
  const wrong = [];
  for (const bigram of bigrams()) {
    const { n, isExact } = await counted(bigram);
    if (n !== scan(bigram) || !isExact) wrong.push(`${bigram}: ${n} of ${scan(bigram)}`);
  }
  return wrong;
})()";

fn ready<'a>(browser: &'a mut Chromium, sample: &Sample, server: &str) -> Finder<'a> {
    let mut finder = Finder::open(browser, &address(server, &[]), DESKTOP);
    finder.page.evaluate(&format!("void {PLAINLY}({})", json!([sample.texts, sample.documents])));
    finder
}

fn number(status: &str) -> u64 {
    status.chars().filter(char::is_ascii_digit).collect::<String>().parse().unwrap_or_else(|_| panic!("{status}"))
}

#[test]
#[ignore = "needs Chromium: tests/run"]
fn every_stated_number_equals_that_of_a_plain_scan() {
    let sample = sample();
    let site = &sample.site;
    let built = site.run("build -q --now 2026-11-21");
    assert_eq!(built.code, 0, "{built}");
    let index = site.read("public/search/index.js");
    assert!(!index.contains("\"later\":[]"), "the lists of some bigrams need several files: {index}");
    let mut browser = Chromium::start();
    let server = server::serve(&public(site));
    let mut finder = ready(&mut browser, &sample, &server);
    let bigrams = finder.page.evaluate("bigrams().length").as_u64().unwrap();
    assert!(bigrams > 2_000, "{bigrams}");
    assert_eq!(finder.page.evaluate(WRONG_BIGRAMS), json!([]), "of {bigrams} bigrams");
    assert_long_queries_are_counted(&mut finder, &sample.texts);
    assert_long_clauses_are_one_hit(&mut finder, &sample.texts);
    assert_uncertain_numbers_are_called_approximate(&mut finder);
}

fn plainly(finder: &mut Finder<'_>, query: &str) -> u64 {
    finder.page.evaluate(&format!("scan({})", json!(query))).as_u64().unwrap()
}

/// Whether the status says that nothing was found, or only parts of the query.
fn is_none(status: &str) -> bool {
    ["項はありません", "見つかりませんでした", "続けて書かれたところがありません"]
        .iter()
        .any(|words| status.contains(words))
}

fn assert_long_queries_are_counted(finder: &mut Finder<'_>, texts: &[String]) {
    let mut found = 0;
    for query in long_queries(texts) {
        let expected = plainly(finder, &query);
        finder.ask(&query);
        let status = finder.status();
        assert!(!status.starts_with("およそ") && !status.starts_with("ここまでに"), "{query}: {status}");
        assert_eq!(if is_none(&status) { 0 } else { number(&status) }, expected, "{query}: {status}");
        found += u64::from(expected > 0);
    }
    assert!(found >= 90, "{found} queries find something");
}

/// Any part of a long clause gives one hit, also across the cuts of the index; so do two words far apart in it.
fn assert_long_clauses_are_one_hit(finder: &mut Finder<'_>, texts: &[String]) {
    let mut queries = vec!["待機児童の解消".to_owned(), "待機児童の解消 図書館を開く".to_owned()];
    for text in texts.iter().filter(|text| text.chars().count() > LONG[0]).take(LONG.len()) {
        let written: Vec<char> = text.chars().collect();
        let starts = (1_600..written.len() - 12).step_by(97);
        let parts = starts.map(|from| written[from..from + 12].iter().collect::<String>());
        queries.extend(parts.filter(|part| !part.contains(['\u{fff9}', '\u{fffa}', '\u{fffb}'])));
    }
    assert!(queries.len() > 50, "{}", queries.len());
    for query in queries {
        let counted = finder.page.evaluate(&format!("counted({})", json!(query)));
        let expected = plainly(finder, &query);
        assert!(expected > 0, "{query}");
        let n = counted["n"].as_u64().unwrap();
        let is_right = if counted["isExact"] == true { n == expected } else { n >= expected };
        assert!(is_right, "{query}: {counted}, {expected}");
    }
    finder.ask("待機児童の解消 図書館を開く");
    let clauses = DOCUMENTS / DOCUMENTS_PER_LONG * LONG.len();
    assert_eq!((number(&finder.status()), finder.all_hits().len()), (clauses as u64, clauses));
}

/// If only a part of the query is looked up, or a list is not read to its end, the number is stated as approximate.
fn assert_uncertain_numbers_are_called_approximate(finder: &mut Finder<'_>) {
    for query in [
        "改革 政策経営部",
        "政策経営部 推進すること",
        "令和八年度 市民 検討すること",
        "す 改革",
        "す 政策経営部の計画",
        "す 政策経営部の計画7",
        "す 政策経営部 待機児童",
        "検討することにより改革を進めること",
        "を検討することに市民と取り組むこと。",
        "に基づき 市民 と 取り組む こと す る 検 討 し 政 策 改",
        "一二三四五六七八九十百 改革",
    ] {
        let expected = plainly(finder, query);
        finder.ask(query);
        let status = finder.status();
        let is_right = match () {
            () if status.starts_with("およそ") => number(&status) >= expected,
            () if status.starts_with("ここまでに") => number(&status) <= expected,
            () if is_none(&status) => expected == 0,
            () => number(&status) == expected,
        };
        assert!(is_right, "{query}: {status}, {expected}");
    }
}

/// Parts of passages, three to eight characters long.
fn long_queries(texts: &[String]) -> Vec<String> {
    let mut dice = Dice(7);
    let written = |text: &String| text.chars().filter(|c| ('ぁ'..='龠').contains(c)).collect::<Vec<char>>();
    let texts: Vec<Vec<char>> = texts.iter().map(written).filter(|text| text.len() >= 12).collect();
    let mut queries: Vec<String> = ["政策経営部", "改革", "推進すること", "市民と取り組む"].map(str::to_owned).to_vec();
    while queries.len() < 104 {
        let text = &texts[dice.below(texts.len())];
        let (from, length) = (dice.below(text.len() - 3), 3 + dice.below(6));
        queries.push(text[from..text.len().min(from + length)].iter().collect());
    }
    queries
}
