//! Random edits for a long time: `HOSHIN_SOAK_SECONDS=600 cargo test --test preview soak -- --ignored`.

use std::time::{Duration, Instant};

use crate::kit::{Site, titled};
use crate::running::{Running, until};

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

fn text(number: u64, random: &mut Random) -> String {
    let clauses: String =
        (0..random.below(40)).map(|clause| format!("({}) 項{}です。\n\n", clause + 1, random.below(1_000))).collect();
    titled(&format!("方針{number}"), "status: published", &format!("# 方針{number}\n\n{clauses}"))
}

#[test]
#[ignore = "takes as long as HOSHIN_SOAK_SECONDS says, 60 by default"]
fn soak() {
    let seconds = std::env::var("HOSHIN_SOAK_SECONDS").ok().and_then(|text| text.parse().ok()).unwrap_or(60);
    let (site, mut random) = (Site::new(), Random(88_172_645_463_325_252));
    for number in 0..50 {
        site.write(&format!("content/r8/d{number}.md"), text(number, &mut random));
    }
    let running = Running::start(&site, "--now 2026-11-21");
    let (began, total) = (Instant::now(), Duration::from_secs(seconds));
    let minute = Duration::from_secs(60).min(total / 2);
    let (mut first, mut last) = (0, 0);
    while began.elapsed() < total {
        let number = random.below(60);
        let path = format!("content/r8/d{number}.md");
        match random.below(10) {
            0 => drop(std::fs::remove_file(site.path(&path))),
            1 => site.write(&path, "壊れた文書"),
            2 => drop(std::fs::rename(site.path(&path), site.path(&format!("content/r8/d{}.md", random.below(60))))),
            _ => site.write(&path, text(number, &mut random)),
        }
        running.get(&format!("/r8/d{number}/"));
        std::thread::sleep(Duration::from_millis(random.below(200)));
        let now = began.elapsed();
        if now < minute {
            first = first.max(resident(running.id()));
        } else if now > total - minute {
            last = last.max(resident(running.id()));
        }
    }
    for number in 0..60 {
        site.write(&format!("content/r8/d{number}.md"), text(number, &mut random));
    }
    until("the last state", || (running.status()["documents"] == 60 && running.status()["good"] == true).then_some(()));
    std::thread::sleep(Duration::from_secs(4));
    println!("{} versions, at most {first} KiB in the first minute, {last} KiB in the last", running.version());
    let built = site.run("build --drafts --output drafts --now 2026-11-21");
    assert_eq!(built.code, 0, "{built}");
    for (path, bytes) in site.files("drafts") {
        if path.starts_with('.') || path.ends_with(".html") {
            continue;
        }
        assert_eq!(
            running.get(&format!("/{path}")).body.as_bytes(),
            String::from_utf8_lossy(&bytes).as_bytes(),
            "{path}"
        );
    }
    for number in 0..60 {
        let built = site.read(&format!("drafts/r8/d{number}/index.html"));
        let served = running.get(&format!("/r8/d{number}/")).body;
        assert_eq!(without_preview(&served), built, "d{number}");
    }
    assert!(last < first * 6 / 5, "memory: at most {first} KiB in the first minute, {last} KiB in the last");
}

/// A served page without what the preview adds.
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

/// What a process holds in memory, in KiB.
fn resident(id: u32) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{id}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap_or("0 kB");
    line.trim().trim_end_matches(" kB").parse().unwrap()
}
