//! Random edits for a long time: `HOSHIN_SOAK_SECONDS=600 cargo test --test preview soak -- --ignored --nocapture`.
//!
//! The memory of a preview depends on the site. So the site is brought back to the same state before each reading: the reading
//! after the first minute is compared with the one at the end.

use std::time::{Duration, Instant};

use crate::kit::{SITE, Site, titled};
use crate::running::{Running, until};

const DOCUMENTS: u64 = 60;
/// How often memory is read.
const EVERY: Duration = Duration::from_secs(60);
/// The most growth of memory from the first minute to the end, in hundredths.
const MOST: u64 = 20;

/// xorshift64*.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) % limit
    }
}

fn path(number: u64) -> String {
    format!("content/r8/d{number}.md")
}

fn text(number: u64, random: &mut Random) -> String {
    let clauses: String =
        (0..random.below(40)).map(|clause| format!("({}) 項{}です。\n\n", clause + 1, random.below(1_000))).collect();
    let seen = random.below(DOCUMENTS);
    titled(
        &format!("方針{number}"),
        "status: published",
        &format!("# 方針{number}\n\n{clauses}「方針{seen}」を参照します。\n"),
    )
}

/// Files besides documents that are edited, with their possible contents; the first is the state of rest.
const OTHERS: [(&str, [&str; 3]); 5] = [
    ("content/site.yaml", [SITE, "title: [", "title: 別の題\ncity: 試験市\nbase_url: https://www.example.jp/\n"]),
    ("content/plans.yaml", ["plans: []\n", "plans: [", "plans:\n- id: sogo\n  name: 総合計画\n"]),
    (
        "content/r8/d7.yaml",
        ["clauses: {}\n", "clauses: [", "clauses:\n  p1:\n    queries:\n    - text: 項\n      note: 原文のまま\n"],
    ),
    ("themes/default/static/note.txt", ["甲", "乙", "丙"]),
    ("themes/default/templates/terms.html", ["用語", "{% if %}", "{{ title }}"]),
];

/// One edit, as a person or a program might make it.
fn edit(site: &Site, random: &mut Random) -> u64 {
    let number = random.below(DOCUMENTS);
    let file = site.path(&path(number));
    match random.below(20) {
        0 | 1 => drop(std::fs::remove_file(file)),
        2 | 3 => site.write(&path(number), "壊れた文書"),
        4 | 5 => drop(std::fs::rename(file, site.path(&path(random.below(DOCUMENTS))))),
        6 => {
            let (path, texts) = OTHERS[usize::try_from(random.below(5)).unwrap()];
            site.write(path, texts[usize::try_from(random.below(3)).unwrap()]);
        }
        7 => {
            let away = site.path("content/r9");
            drop(std::fs::rename(site.path("content/r8"), &away));
            std::thread::sleep(Duration::from_millis(random.below(200)));
            drop(std::fs::rename(away, site.path("content/r8")));
        }
        _ => site.write(&path(number), text(number, random)),
    }
    number
}

/// Writes every file anew as `seed` says, and waits until it is shown and all pages are rendered.
fn settle(site: &Site, running: &Running, seed: u64) {
    let mut random = Random(seed);
    for (path, texts) in OTHERS {
        site.write(path, texts[0]);
    }
    for number in 0..DOCUMENTS {
        site.write(&path(number), text(number, &mut random));
    }
    let is_shown = || {
        let status = running.status();
        status["documents"] == DOCUMENTS && status["good"] == true
    };
    until("every document to be there", || is_shown().then_some(()));
    // The pages nobody has asked for are rendered when it is quiet.
    std::thread::sleep(Duration::from_secs(4));
    assert!(is_shown());
}

/// The resident memory of a process in KiB.
fn resident(id: u32) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{id}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap_or("0 kB");
    line.trim().trim_end_matches(" kB").parse().unwrap()
}

const REST: u64 = 1_181_783_497_276_652_981;

#[test]
#[ignore = "takes as long as HOSHIN_SOAK_SECONDS says, 120 by default"]
fn soak() {
    let seconds = std::env::var("HOSHIN_SOAK_SECONDS").ok().and_then(|text| text.parse().ok()).unwrap_or(120);
    let (site, mut random) = (Site::new(), Random(88_172_645_463_325_252));
    site.write(&path(0), text(0, &mut random));
    let running = Running::start(&site, "--now 2026-11-21");
    settle(&site, &running, REST);
    println!("at rest before any edit: {} KiB", resident(running.id()));
    let (began, total) = (Instant::now(), Duration::from_secs(seconds));
    let mut readings = Vec::new();
    let mut edits = 0;
    while began.elapsed() < total {
        let rest = (began.elapsed() + EVERY).min(total.max(EVERY));
        while began.elapsed() < rest {
            let number = edit(&site, &mut random);
            edits += 1;
            for page in [format!("/r8/d{number}/"), "/_hoshin/".to_owned(), format!("/_hoshin/posts/r8/d{number}/")] {
                assert!([200, 404].contains(&running.get(&page).status), "{page}");
            }
            std::thread::sleep(Duration::from_millis(random.below(200)));
        }
        settle(&site, &running, REST);
        readings.push(resident(running.id()));
        let after = began.elapsed().as_secs();
        println!(
            "after {after} s, {edits} edits, {} versions: {} KiB",
            running.version(),
            readings[readings.len() - 1]
        );
    }
    is_as_built(&site, &running, random.below(u64::MAX >> 33) + 1);
    let (first, last) = (readings[0], readings[readings.len() - 1]);
    assert!(last * 100 <= first * (100 + MOST), "memory: {first} KiB after the first minute, {last} KiB at the end");
}

/// Compares another state of the site with a fresh build, file by file.
fn is_as_built(site: &Site, running: &Running, seed: u64) {
    settle(site, running, seed);
    let built = site.run("build --drafts --output drafts --now 2026-11-21");
    assert_eq!(built.code, 0, "{built}");
    let mut compared = 0;
    for (path, bytes) in site.files("drafts").iter().filter(|(path, _)| !path.starts_with('.')) {
        let served = running.get(&format!("/{path}"));
        assert_eq!(served.status, 200, "{path}");
        let served = if path.ends_with(".html") { without_preview(&served.body) } else { served.body };
        assert!(served == String::from_utf8_lossy(bytes), "{path} is not as built: {served}");
        compared += 1;
    }
    println!("{compared} files are as a fresh build makes them");
    assert!(compared > 500);
}

/// A served page without the additions of the preview.
fn without_preview(page: &str) -> String {
    let lines = page.split_inclusive('\n').filter(|line| !line.contains("/_hoshin/overlay.css"));
    let page: String = lines.collect();
    let cut = |page: String, from: &str, to: &str| match page
        .find(from)
        .and_then(|at| Some((at, at + page[at..].find(to)? + to.len())))
    {
        Some((from, to)) => format!("{}{}", &page[..from], &page[to..]),
        None => page,
    };
    let page = cut(page, "<script src=\"/_hoshin/reload.js\"", "</script>\n");
    cut(page, "<div id=\"hoshin-preview\"", "</div>\n")
}
