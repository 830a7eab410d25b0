//! The cost of posts: `cargo bench --bench snippet`. 10,000 clauses for 12 channels, without writing files; the CPU time of all
//! threads, where the system tells it. Card images are measured by themselves, one after the other.

#[path = "kit/cpu.rs"]
mod cpu;

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use cpu::cpu_time;
use hoshin::address::Mode;
use hoshin::corpus::Corpus;
use hoshin::diagnostic::{Diagnostics, Severity};
use hoshin::pipeline::{self, Drafts, Moment, Options, Unobserved};
use hoshin::policy::Channel;
use hoshin::site::card_template;
use hoshin::snippet::{
    AuthorTexts, CardRenderer, CardShape, CardWords, ExportKind, ExportRequest, PostOptions, Splitting, all_posts,
    export_files, findings, subjects,
};
use hoshin::source::Tree;

const DOCUMENTS: usize = 400;
const CLAUSES: usize = 25;
const CARDS: usize = 100;
/// Milliseconds a card may take.
const CARD_LIMIT: f64 = 60.0;
const LIMIT: Duration = Duration::from_secs(2);

fn main() {
    let options = Options {
        now: Moment::Instant(jiff::Timestamp::MAX),
        fails_from: Severity::Error,
        locks: Mode::Record,
        drafts: Drafts::Withheld,
    };
    let Ok(gathered) = pipeline::gather(tree(), Diagnostics::default(), &options, &Unobserved) else { return };
    let corpus = gathered.corpus;
    let channels: Vec<_> = Channel::for_posts().filter(|channel| channel.name != Channel::CARD).collect();
    for (name, splitting) in [("first sentences", Splitting::Never), ("threads", Splitting::Threads)] {
        let (start, cpu) = (Instant::now(), cpu_time());
        let drafts = all_posts(&corpus, &PostOptions { channels: &channels, splitting });
        let found = findings(&corpus, &drafts);
        let kinds = ExportKind::ALL
            .map(|(_, kind)| kind)
            .into_iter()
            .filter(|kind| !matches!(kind, ExportKind::Qr | ExportKind::Card))
            .collect::<Vec<_>>();
        let order = ExportRequest {
            corpus: &corpus,
            clauses: &drafts,
            kinds: &kinds,
            now: jiff::Timestamp::MAX,
            remarks: &found.remarks,
        };
        let made = export_files(&order).len();
        let posts: usize = drafts.iter().map(|draft| draft.posts().count()).sum();
        let took = cpu_time().zip(cpu).map_or_else(|| start.elapsed(), |(after, before)| after - before);
        println!(
            "{name:16} {:.2} s{}: {} clauses, {posts} posts, {made} files",
            took.as_secs_f64(),
            if took > LIMIT { " TOO SLOW" } else { "" },
            drafts.len(),
        );
    }
    cards(&corpus);
}

/// A hundred cards, half of each shape.
fn cards(corpus: &Corpus) {
    let Ok(template) = card_template("default", &BTreeMap::new()) else { return };
    let Ok(studio) = CardRenderer::new(&template, None) else { return };
    let subjects: Vec<_> =
        corpus.public.values().flat_map(|document| subjects(corpus, document)).take(CARDS / 2).collect();
    let (start, cpu) = (Instant::now(), cpu_time());
    let mut bytes = 0;
    for subject in &subjects {
        let Some(words) = CardWords::of(&corpus.site, subject, AuthorTexts::All) else { continue };
        let cards = CardShape::ALL.iter().filter_map(|shape| studio.draw(subject, &words, *shape).ok());
        bytes += cards.map(|card| card.png.len()).sum::<usize>();
    }
    let took = cpu_time().zip(cpu).map_or_else(|| start.elapsed(), |(after, before)| after - before);
    let each = took.as_secs_f64() * 1_000.0 / CARDS as f64;
    let verdict = if each > CARD_LIMIT { " TOO SLOW" } else { "" };
    println!("cards            {each:.1} ms each{verdict}: {CARDS} cards, {} KB each", bytes / CARDS / 1_000);
}

/// Documents whose clauses have one to three sentences of some 60 characters.
fn tree() -> Tree {
    let mut files = BTreeMap::new();
    let settings = "title: t\ncity: 試験市\nbase_url: https://www.example.jp/\nsnippet:\n  tags: [試験市]\n";
    files.insert("content/site.yaml".to_owned(), settings.as_bytes().into());
    for document in 0..DOCUMENTS {
        let mut text =
            format!("---\ntitle: 方針{document}\nkind: 部の運営方針\nfiscal_year: R8\nstatus: published\n---\n\n");
        for clause in 1..=CLAUSES {
            text.push_str(&format!("({clause}) "));
            for sentence in 0..=clause % 3 {
                text.push_str(&format!(
                    "市民の「声」を踏まえ、{document}番の第{clause}項の{sentence}として、情報発信（SNS等）が全庁的に推進されるよう、各部署の特性を生かして取り組むこと。"
                ));
            }
            text.push_str("\n\n");
        }
        files.insert(format!("content/r8/d{document}.md"), text.into_bytes().into());
    }
    Tree { files, ..Tree::default() }
}
