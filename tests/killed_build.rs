//! `hoshin build`, killed at random moments: what is published is always the old site or the new one.
#![cfg(target_os = "linux")]
#![allow(clippy::expect_used, reason = "a test may stop at the first surprise")]

mod kit;

use std::collections::BTreeMap;
use std::process::Stdio;
use std::time::Instant;

use kit::{Site, titled};

const KILLS: u64 = 100;
const DOCUMENTS: usize = 40;

/// Writes one of two sites: all documents say another letter, and one of them exists in this site only.
fn write_site(site: &Site, letter: char) {
    for other in ['a', 'b'] {
        let only = site.path(&format!("content/r8/only-{other}.md"));
        if only.exists() {
            std::fs::remove_file(only).expect("a document to remove");
        }
    }
    let document = |number: usize| {
        titled(&format!("第{number}の方針"), "status: published", &format!("## 1 目的\n\n・{letter}を進める。\n"))
    };
    for number in 0..DOCUMENTS {
        site.write(&format!("content/r8/d{number}.md"), document(number));
    }
    site.write(&format!("content/r8/only-{letter}.md"), document(DOCUMENTS));
}

fn published(site: &Site) -> BTreeMap<String, Vec<u8>> {
    site.files("public")
}

#[test]
fn killed_at_any_moment_the_old_site_or_the_new_one_stands() {
    let site = Site::new();
    write_site(&site, 'b');
    let built = site.run("build -q");
    assert_eq!(built.code, 0, "{built}");
    let b = published(&site);
    write_site(&site, 'a');
    let began = Instant::now();
    assert_eq!(site.run("build -q").code, 0);
    let mut build_time = began.elapsed();
    let a = published(&site);
    assert_ne!(a, b);

    let mut random = 0x9E37_79B9_7F4A_7C15_u64;
    let (mut killed_before, mut changed) = (0, 0);
    for kill in 0..KILLS {
        write_site(&site, if kill % 2 == 0 { 'b' } else { 'a' });
        let before = published(&site);
        let mut build =
            site.command("build -q", &[]).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("a build");
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        // Not to wait for anything: this is the random moment.
        std::thread::sleep(build_time.mul_f64((random % 1_000) as f64 / 1_000.0));
        build.kill().expect("a process to kill");
        let finished = build.wait().expect("an end").success();
        let after = published(&site);
        assert!(after == a || after == b, "kill {kill} left a mixture of {} files", after.len());
        // A machine grows busier or idler meanwhile: keep the moments within a build.
        build_time = build_time.mul_f64(if finished { 0.8 } else { 1.05 });
        killed_before += u64::from(!finished && after == before);
        changed += u64::from(after != before);
    }
    assert!(killed_before > 0, "every build ended before it was killed");
    assert!(changed > 0, "no build got as far as publishing");

    write_site(&site, 'a');
    assert_eq!(site.run("build -q").code, 0, "the build after the last kill works");
    assert_eq!(published(&site), a);
}
