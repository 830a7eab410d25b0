//! The cost of finding the clauses of a long document again: `cargo bench --bench matching`.
//!
//! 5,000 clauses in 250 sections; the time is that of `address::find`, the median of several runs, in milliseconds. At the
//! end, the CPU time a build of 1,000 unchanged documents spends on all of their addresses.

use std::collections::{BTreeMap, BTreeSet};
use std::time::{Duration, Instant};

use hoshin::address::{
    AddressContext, AddressInput, AddressMemory, AddressRecord, AddressedClause, AddressedKind, ClauseState, Confirmed,
    EntryRelease, Mode, RecordEntry, addressed_clauses, assign, assign_positions, find,
};
use hoshin::diagnostic::SourceFile;
use hoshin::markdown::{LetterheadHints, parse};
use hoshin::policy::{ClauseId, DocumentId, Position};
use hoshin::source::{self, Tree};

const SECTIONS: usize = 250;
const ITEMS: usize = 19;
const RUNS: usize = 5;
const LIMIT: Duration = Duration::from_millis(100);

/// A document in memory: sections of texts.
type Texts = Vec<(String, Vec<String>)>;

fn main() {
    let now = texts();
    for (name, before) in [
        ("unchanged", now.clone()),
        ("one clause inserted at the top", without_first(&now)),
        ("every tenth clause reworded", reworded(&now, 10)),
        ("every clause reworded", reworded(&now, 1)),
        ("sections in reverse order", now.iter().rev().cloned().collect()),
    ] {
        measure(name, &before, &now);
    }
    measure("one flat section, every clause reworded", &flat(&reworded(&now, 1)), &flat(&now));
    let copies = flat(
        &now.iter().map(|(heading, items)| (heading.clone(), vec![BOILERPLATE.to_owned(); items.len()])).collect(),
    );
    let mut fewer = copies.clone();
    fewer[0].1.truncate(4_000);
    measure("nothing but copies of one text, 750 removed", &copies, &fewer);
    measure("another document", &other(), &now);
    let backwards = vec![(now[0].0.clone(), flat(&now)[0].1.iter().rev().cloned().collect())];
    measure("one flat section in reverse order", &flat(&now), &backwards);
    measure("one flat section in reverse order, every clause reworded", &flat(&reworded(&now, 1)), &backwards);
    let alike = |of: &str| vec![("全体".to_owned(), (0..4_750).map(|item| format!("{of}{item}")).collect())];
    measure("one text with 4,750 numbers in it, reworded", &alike(BOILERPLATE), &alike("個人情報の保護及び情報の安全"));
    whole_document("5,000 items with one label", "(1) ");
    whole_document("5,000 bullets", "・");
    unchanged_site();
}

/// Positions, names of places and matching of a document whose items all bear one label.
fn whole_document(name: &str, label: &str) {
    let markdown: String = (0..5_000).map(|item| format!("{label}{}\n\n", sentence(item))).collect();
    let file = SourceFile::new("content/long.md", markdown);
    let (body, _) = parse(&file, 0, &LetterheadHints { title: "t", issuer: None });
    let start = Instant::now();
    let units = addressed_clauses(&assign_positions(body));
    let took = start.elapsed();
    let verdict = if took > LIMIT { " TOO SLOW" } else { "" };
    println!("{name:45} {:7.1} ms{verdict} positions and names of {}", took.as_secs_f64() * 1_000.0, units.len());
}

/// 1,000 documents of 30 unchanged clauses: reading the locks, matching, and writing ids into the text.
fn unchanged_site() {
    let mut markdown = String::new();
    for section in 1..=5 {
        markdown.push_str(&format!("## {section} {}\n\n", word(section)));
        (0..5).for_each(|item| markdown.push_str(&format!("・{}\n\n", sentence(section * 5 + item))));
    }
    let front = "---\ntitle: t\nkind: 部の運営方針\nfiscal_year: R8\nstatus: published\nissued: 2026-04-01\n---\n\n";
    let mut tree = Tree::default();
    tree.files
        .insert("content/site.yaml".into(), b"title: t\ncity: c\nbase_url: https://example.jp/\n".as_slice().into());
    for document in 0..1_000 {
        tree.files.insert(format!("content/d{document}.md"), format!("{front}{markdown}").into_bytes().into());
    }
    let (Some(sources), _) = source::parse(&tree, &mut source::SourceMemory::default()) else { return };
    let hints = LetterheadHints { title: "t", issuer: None };
    let inputs: BTreeMap<_, _> = sources
        .documents
        .iter()
        .map(|(id, document)| {
            let body = assign_positions(parse(&document.source, document.body_start, &hints).0);
            (id.clone(), AddressInput { meta: &document.meta, source: &document.source, body: body.into() })
        })
        .collect();
    let unreadable = BTreeSet::new();
    let mut locks = BTreeMap::new();
    for name in ["first", "unchanged"] {
        let inputs = inputs.clone();
        let context = AddressContext {
            locks: &locks,
            unreadable: &unreadable,
            mode: Mode::Record,
            now: jiff::Timestamp::MAX,
            published: &[],
        };
        let start = Instant::now();
        let (assigned, found) = assign(&inputs, &context, &mut AddressMemory::default());
        let took = start.elapsed().as_secs_f64() * 1_000.0;
        println!(
            "{:45} {took:7.1} ms, {} files to write, {} findings",
            format!("1,000 documents, {name} build"),
            assigned.changes.len(),
            found.len()
        );
        locks = assigned.changes.iter().map(|(path, text)| (path.clone(), SourceFile::new(path, text))).collect();
    }
}

const BOILERPLATE: &str = "個人情報の保護及び情報セキュリティの確保を徹底すること。";

fn measure(name: &str, before: &Texts, now: &Texts) {
    let (lock, units) = (lock(before), units(now));
    let mut times: Vec<Duration> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            std::hint::black_box(find(&lock, &units));
            start.elapsed()
        })
        .collect();
    times.sort();
    let (median, found) = (times[RUNS / 2], find(&lock, &units));
    let known = found.ids.iter().flatten().count();
    println!(
        "{name:45} {:7.1} ms{} {known} of {} found again, {} questions",
        median.as_secs_f64() * 1_000.0,
        if median > LIMIT { " TOO SLOW" } else { "" },
        units.len(),
        found.questions.len()
    );
}

/// Six characters, different for every seed (the finalizer of `SplitMix64`).
fn word(seed: usize) -> String {
    let sign = |at: usize| {
        let mut z = (seed * 8 + at) as u64;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        char::from_u32(0x4e00 + u32::try_from((z ^ (z >> 31)) % 800).unwrap_or(0)).unwrap_or('字')
    };
    (0..6).map(sign).collect()
}

/// A sentence of about 70 characters.
fn sentence(seed: usize) -> String {
    let words: Vec<String> = (0..7).map(|at| word(seed * 7 + at)).collect();
    format!("{}の推進に当たっては、市民の声を踏まえ、着実に取り組むこと。", words.join("・"))
}

fn texts() -> Texts {
    let section =
        |section: usize| (word(section + 1_000_000), (0..ITEMS).map(|item| sentence(section * ITEMS + item)).collect());
    (0..SECTIONS).map(section).collect()
}

fn other() -> Texts {
    let section = |section: usize| {
        (word(section + 2_000_000), (0..ITEMS).map(|item| sentence(section * ITEMS + item + 77_777)).collect())
    };
    (0..SECTIONS).map(section).collect()
}

fn without_first(texts: &Texts) -> Texts {
    let mut texts = texts.clone();
    texts[0].1.remove(0);
    texts
}

fn reworded(texts: &Texts, every: usize) -> Texts {
    let mut texts = texts.clone();
    for (index, item) in
        texts.iter_mut().flat_map(|(_, items)| items).enumerate().filter(|(index, _)| index % every == 0)
    {
        *item = item.replacen("の推進に当たっては", &format!("の実現に向けて{index}"), 1);
    }
    texts
}

fn flat(texts: &Texts) -> Texts {
    vec![("全体".to_owned(), texts.iter().flat_map(|(_, items)| items.clone()).collect())]
}

fn units(texts: &Texts) -> Vec<AddressedClause> {
    let mut units: Vec<AddressedClause> = Vec::new();
    for (section, (heading, items)) in texts.iter().enumerate() {
        let parent = units.len();
        units.push(unit(AddressedKind::Section, format!("s{}", section + 1), heading, None));
        for (item, text) in items.iter().enumerate() {
            units.push(unit(AddressedKind::Item, format!("s{}-{}", section + 1, item + 1), text, Some(parent)));
        }
    }
    units
}

fn unit(kind: AddressedKind, position: String, text: &str, parent: Option<usize>) -> AddressedClause {
    AddressedClause {
        kind,
        name: position.clone().into(),
        position: Position::new(position),
        text: text.to_owned(),
        parent,
        authored: None,
        range: 0..0,
    }
}

fn lock(texts: &Texts) -> AddressRecord {
    let entry = |unit: AddressedClause| RecordEntry {
        kind: unit.kind,
        position: unit.position,
        name: unit.name,
        text: unit.text.into(),
        since: None,
        reworded: None,
        state: ClauseState::Live { confirmed: Confirmed::No },
        former: Vec::new(),
        release: EntryRelease::Released,
    };
    let entries =
        units(texts).into_iter().enumerate().map(|(index, unit)| (ClauseId::new(format!("k{index:05}")), entry(unit)));
    AddressRecord { entries: entries.collect(), ..AddressRecord::new(DocumentId("r8/long".into())) }
}
