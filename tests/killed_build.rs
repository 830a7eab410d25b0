//! `hoshin build`, killed at random moments: what is published is always the old site or the new one.
#![cfg(target_os = "linux")]
#![allow(clippy::expect_used, reason = "a test may stop at the first surprise")]

mod kit;

use std::collections::BTreeMap;
use std::process::Stdio;
use std::time::{Duration, Instant};

use kit::{Site, titled};

const KILLS: u64 = 100;
const FIRST_BUILDS: u64 = 40;
const DOCUMENTS: usize = 16;

/// A folder by path and bytes.
type Files = BTreeMap<String, Vec<u8>>;

/// Writes one of two sites: all documents say another letter, and one of them is public in this site only.
fn write_site(site: &Site, letter: char) {
    let document = |number: usize, status: &str| {
        let more = format!("status: {status}");
        titled(&format!("第{number}の方針"), &more, &format!("## 1 目的\n\n・{letter}を進める。\n"))
    };
    for number in 0..DOCUMENTS {
        site.write(&format!("content/r8/d{number}.md"), document(number, "published"));
    }
    for (number, only) in ['a', 'b'].into_iter().enumerate() {
        let status = if only == letter { "published" } else { "draft" };
        site.write(&format!("content/r8/only-{only}.md"), document(DOCUMENTS + number, status));
    }
}

fn published(site: &Site) -> Files {
    site.files("public")
}

/// The address records.
fn records(site: &Site) -> Files {
    let mut files = site.files("content");
    files.retain(|path, _| path.ends_with(".lock"));
    files
}

/// Something different each time, and the same in each run.
struct Random(u64);

impl Random {
    fn share(&mut self) -> f64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % 1_000) as f64 / 1_000.0
    }
}

/// Starts a build and kills it at a random moment of the time builds take. Whether it has finished before.
fn kill_a_build(site: &Site, build_time: &mut Duration, random: &mut Random) -> bool {
    let mut build = site.command("build -q", &[]).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("a build");
    // Not to wait for anything: this is the random moment.
    std::thread::sleep(build_time.mul_f64(random.share()));
    build.kill().expect("a process to kill");
    let finished = build.wait().expect("an end").success();
    // A machine grows busier or idler meanwhile: keep the moments within a build.
    *build_time = build_time.mul_f64(if finished { 0.8 } else { 1.05 });
    finished
}

#[test]
fn killed_at_any_moment_the_old_site_or_the_new_one_stands() {
    let site = Site::new();
    let (mut a, mut b) = (Files::new(), Files::new());
    let (mut recorded_a, mut recorded_b) = (Files::new(), Files::new());
    // The shortest of some: a machine that was busy while one was measured would be given too long before each kill.
    let mut build_time = Duration::MAX;
    for letter in ['b', 'a', 'b', 'a'] {
        write_site(&site, letter);
        let began = Instant::now();
        let built = site.run("build -q");
        build_time = build_time.min(began.elapsed());
        assert_eq!(built.code, 0, "{built}");
        let (pages, recorded) = if letter == 'a' { (&mut a, &mut recorded_a) } else { (&mut b, &mut recorded_b) };
        (*pages, *recorded) = (published(&site), records(&site));
    }
    assert_ne!(a, b);
    assert_ne!(recorded_a, recorded_b);

    let mut random = Random(0x9E37_79B9_7F4A_7C15);
    let (mut killed_before, mut changed) = (0, 0);
    for kill in 0..KILLS {
        let before = published(&site);
        // The other one: a build with nothing to do ends at once, and would draw the moments to its beginning.
        write_site(&site, if before == a { 'b' } else { 'a' });
        let finished = kill_a_build(&site, &mut build_time, &mut random);
        let after = published(&site);
        assert!(after == a || after == b, "kill {kill} left a mixture of {} files", after.len());
        // What is published is recorded; what is recorded and not published yet, the next build publishes.
        for (path, bytes) in records(&site) {
            let known = [&recorded_a, &recorded_b].map(|recorded| recorded.get(&path));
            assert!(known.contains(&Some(&bytes)), "kill {kill} left {path} in pieces");
        }
        killed_before += u64::from(!finished && after == before);
        changed += u64::from(after != before);
    }
    assert!(killed_before > 0, "every build ended before it was killed");
    assert!(changed > 0, "no build got as far as publishing");

    write_site(&site, 'a');
    assert_eq!(site.run("build -q").code, 0, "the build after the last kill works");
    assert_eq!(published(&site), a);
    assert_eq!(records(&site), recorded_a);
}

#[test]
fn a_first_build_that_was_killed_is_made_good_by_the_next() {
    let whole = Site::new();
    write_site(&whole, 'a');
    let began = Instant::now();
    assert_eq!(whole.run("build -q").code, 0);
    let mut build_time = began.elapsed();
    let mut random = Random(0x2545_F491_4F6C_DD1D);
    for kill in 0..FIRST_BUILDS {
        let site = Site::new();
        write_site(&site, 'a');
        kill_a_build(&site, &mut build_time, &mut random);
        let next = site.run("build -q");
        assert_eq!((next.code, next.err.as_str()), (0, ""), "kill {kill}");
        assert_eq!(published(&site), published(&whole), "kill {kill}");
        assert_eq!(records(&site), records(&whole), "kill {kill}");
    }
}
