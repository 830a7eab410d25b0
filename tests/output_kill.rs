//! A build killed at any moment leaves the old site or the new one. Two builds at once do not mix.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop at the first surprise")]

mod output_kit;

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use hoshin::artifact::Artifacts;
use hoshin::output::PublishError;
use hoshin::output::directory::repair;
use output_kit::{is_exactly, publish, room, work_folder};

const TARGET: &str = "HOSHIN_TEST_KILL_TARGET";
const KILLS: u64 = 120;

/// Sixty pages. One third is the same in both sites, one third differs and one third has another path.
fn site_of(letter: char) -> Artifacts {
    let mut artifacts = Artifacts::default();
    for n in 0..20 {
        artifacts.insert(format!("same/{n}/index.html"), format!("{n}").repeat(500).into_bytes()).unwrap();
        artifacts.insert(format!("differ/{n}/index.html"), format!("{letter}{n}").repeat(500).into_bytes()).unwrap();
        artifacts.insert(format!("only-{letter}/{n}.html"), format!("{letter}").repeat(900).into_bytes()).unwrap();
    }
    artifacts
}

/// Not a test: the process to be killed. It publishes the two sites in turn without end and reports each.
#[test]
fn child() {
    let Ok(target) = std::env::var(TARGET) else { return };
    let mut parent = std::io::stderr();
    for letter in ['a', 'b'].into_iter().cycle() {
        let done = publish(&site_of(letter), Path::new(&target)).map_or_else(|_| "refused", |_| "published");
        if writeln!(parent, "{done}").is_err() {
            return;
        }
    }
}

fn start_child(target: &Path) -> (Child, BufReader<std::process::ChildStderr>) {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "child", "--nocapture", "--test-threads=1"])
        .env(TARGET, target)
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let lines = BufReader::new(child.stderr.take().unwrap());
    (child, lines)
}

#[test]
fn the_old_or_the_new_site_stands_whenever_the_build_is_killed() {
    let (_root, target) = room();
    let (a, b) = (site_of('a'), site_of('b'));
    publish(&b, &target).unwrap();
    let mut random = 0x9E37_79B9_7F4A_7C15_u64;
    let mut interrupted = 0;
    for kill in 0..KILLS {
        let (mut child, mut lines) = start_child(&target);
        // Also shows that the lock of the killed child was released.
        let mut first = String::new();
        lines.read_line(&mut first).unwrap();
        assert_eq!(first, "published\n", "the build after kill {kill} does not work");
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        // This sleep waits for nothing; it makes the moment random.
        std::thread::sleep(Duration::from_micros(random % 20_000));
        child.kill().unwrap();
        child.wait().unwrap();
        interrupted += u64::from(work_folder(&target) != ["lock", "origin.json"]);
        assert!(is_exactly(&target, &a) || is_exactly(&target, &b), "kill {kill} left a mixture");
    }
    assert!(interrupted > KILLS / 10, "only {interrupted} of {KILLS} kills came in the middle of a build");
    repair(&target).unwrap();
    assert_eq!(work_folder(&target), ["lock", "origin.json"]);
    publish(&a, &target).unwrap();
    assert!(is_exactly(&target, &a));
}

#[test]
fn a_second_build_is_refused_at_once() {
    let (root, target) = room();
    publish(&site_of('a'), &target).unwrap();
    let lock = std::fs::File::open(root.path().join(".public.hoshin/lock")).unwrap();
    lock.try_lock().unwrap();
    for found in [publish(&site_of('b'), &target).map(drop), repair(&target).map(drop)] {
        assert!(matches!(found, Err(PublishError::Busy { .. })), "{found:?}");
    }
    assert!(is_exactly(&target, &site_of('a')));
    lock.unlock().unwrap();
    publish(&site_of('b'), &target).unwrap();
    assert!(is_exactly(&target, &site_of('b')));
}

#[test]
fn two_builds_at_once_never_mix() {
    let (_root, target) = room();
    let sites = [site_of('a'), site_of('b')];
    publish(&sites[0], &target).unwrap();
    let published: usize = std::thread::scope(|scope| {
        let builds = sites.each_ref().map(|site| {
            let target = &target;
            scope.spawn(move || {
                let attempts = (0..20).map(|_| publish(site, target));
                attempts
                    .filter(|done| match done {
                        Ok(_) => true,
                        Err(PublishError::Busy { .. }) => false,
                        Err(error) => panic!("{error}"),
                    })
                    .count()
            })
        });
        builds.into_iter().map(|build| build.join().unwrap()).sum()
    });
    assert!(published > 0);
    assert!(sites.iter().any(|site| is_exactly(&target, site)));
}
