//! Many changes at once, while pages are read.

use std::fs;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use crate::kit::{Site, document, titled};
use crate::running::{Answer, Running, until};

fn text(words: &str) -> String {
    document("status: published", &format!("# 令和8年度の方針\n\n{words}\n"))
}

#[test]
fn the_last_of_200_saves_in_two_seconds_is_shown() {
    let site = Site::new().file("content/r8/a.md", text("最初です。"));
    let running = Running::start(&site, "");
    let before = running.version();
    for save in 0..200 {
        site.write("content/r8/a.md", text(&format!("保存{save}番です。")));
        std::thread::sleep(Duration::from_millis(10));
    }
    running.sees("/r8/a/", "保存199番です。");
    std::thread::sleep(Duration::from_millis(700));
    let rebuilds = running.version() - before;
    assert!((1..=12).contains(&rebuilds), "{rebuilds} rebuilds");
    assert!(running.get("/r8/a/").body.contains("保存199番です。"));
}

#[test]
fn a_folder_of_1000_documents_is_replaced_by_a_renaming() {
    let site = Site::new();
    for number in 0..1_000 {
        for (folder, words) in [("content/r8", "前の版"), ("next", "次の版")] {
            let body = format!("# 方針{number}\n\n{words}です。\n");
            site.write(&format!("{folder}/d{number}.md"), titled(&format!("方針{number}"), "status: published", &body));
        }
    }
    let running = Running::start(&site, "");
    running.sees("/r8/d7/", "前の版です。");
    fs::rename(site.path("content/r8"), site.path("before")).unwrap();
    fs::rename(site.path("next"), site.path("content/r8")).unwrap();
    running.sees("/r8/d7/", "次の版です。");
    assert!(running.get("/r8/d999/").body.contains("次の版です。"));
    assert_eq!(running.status()["documents"], 1_000);
}

/// Two pages have the same number. A reader who loads both while they change may find the second one newer, but never older,
/// missing or incomplete.
#[test]
fn a_reader_never_sees_an_error_or_half_a_page() {
    let site = Site::new();
    let write = |number: usize| {
        site.write("content/r8/a.md", text(&format!("番号は[{number}]です。\n\n終わりは[{number}]です。")));
    };
    write(0);
    let running = Running::start(&site, "");
    let is_over = AtomicBool::new(false);
    std::thread::scope(|scope| {
        let reader = scope.spawn(|| {
            let (mut reads, mut last) = (0, 0);
            while !is_over.load(Ordering::Relaxed) {
                let answer = running.get("/r8/a/");
                assert_eq!(answer.status, 200);
                let numbers: Vec<usize> =
                    answer.body.split("は[").skip(1).filter_map(|rest| rest.split(']').next()?.parse().ok()).collect();
                assert!(numbers.len() >= 2 && numbers.iter().all(|number| *number == numbers[0]), "{numbers:?}");
                assert!(answer.body.ends_with("</html>\n"), "a whole page");
                assert!(numbers[0] >= last, "never back in time");
                last = numbers[0];
                reads += 1;
            }
            reads
        });
        for number in 1..=100 {
            write(number);
            std::thread::sleep(Duration::from_millis(120));
        }
        until("the last one", || running.get("/r8/a/").body.contains("番号は[100]です。").then_some(()));
        is_over.store(true, Ordering::Relaxed);
        assert!(reader.join().unwrap() > 100, "it has read a lot");
    });
    assert!(running.version() > 20, "{} rebuilds", running.version());
}

/// Two pages name each other's title, which changes with every save. Pages of one version agree.
#[test]
fn pages_of_one_version_are_of_one_site() {
    let site = Site::new();
    let write = |number: usize| {
        site.write("content/r8/a.md", titled(&format!("方針{number}号"), "status: published", "本文です。\n"));
    };
    write(0);
    site.write("content/r8/b.md", titled("別の指針", "status: published", "[[r8/a]] を見ること。\n"));
    let running = Running::start(&site, "");
    let is_over = AtomicBool::new(false);
    std::thread::scope(|scope| {
        let reader = scope.spawn(|| {
            let mut pairs = 0;
            while !is_over.load(Ordering::Relaxed) {
                let [a, b] = ["/r8/a/", "/r8/b/"].map(|path| running.get(path));
                let [(first, of_a), (second, of_b)] = [&a, &b].map(|page| (version(page), number(&page.body)));
                assert!(second >= first, "never back in time");
                if first == second {
                    assert_eq!(of_a, of_b, "both are of version {first}");
                    pairs += 1;
                }
            }
            pairs
        });
        for number in 1..=60 {
            write(number);
            std::thread::sleep(Duration::from_millis(130));
        }
        until("the last one", || running.get("/r8/b/").body.contains("方針60号").then_some(()));
        is_over.store(true, Ordering::Relaxed);
        assert!(reader.join().unwrap() > 20, "it has seen pairs");
    });
}

fn version(answer: &Answer) -> u64 {
    let line = answer.head.lines().find_map(|line| line.strip_prefix("x-hoshin-version: ")).unwrap();
    line.trim().parse().unwrap()
}

/// The number in the title of the document that changes.
fn number(page: &str) -> usize {
    let numbers: Vec<usize> =
        page.split("方針").skip(1).filter_map(|rest| rest.split_once('号')?.0.parse().ok()).collect();
    assert!(!numbers.is_empty() && numbers.iter().all(|number| *number == numbers[0]), "{numbers:?}");
    numbers[0]
}
