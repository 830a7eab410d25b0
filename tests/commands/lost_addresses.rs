//! No published address is lost in silence: whatever becomes of texts, records and names, it answers as before, or says what
//! became of its clause, or the build stops and asks.

use std::collections::{BTreeMap, BTreeSet};

use hoshin::artifact::Artifacts;
use hoshin::diagnostic::Severity;
use hoshin::preview::{Folder, Session, Settings};
use jiff::Timestamp;

use crate::kit::{Site, titled};
use crate::page::{ClausePage, Page, Sight, Target};

const LIST: &str = "content/site.lock";

/// A public document of two clauses.
fn text(title: &str, more: &str, clauses: [&str; 2]) -> String {
    let [first, second] = clauses;
    let front = format!("status: published\nissued: 2026-04-01\n{more}");
    titled(title, front.trim_end(), &format!("# {title}\n\n(1) {first}\n\n(2) {second}\n"))
}

const A: [&str; 2] = ["市民に分かりやすく情報を発信すること。", "職員の育成に努めること。"];
const B: [&str; 2] = ["道路の陥没を防ぐため、下水道管を点検する。", "公共施設の使用料を見直すこと。"];
const C: [&str; 2] = ["広報紙を読みやすくすること。", "窓口の待ち時間を半分にすること。"];
const D: [&str; 2] = ["子育て世帯の相談窓口を一つにまとめる。", "学校の体育館に空調を備える。"];
const OTHER: [&str; 2] = ["公文書を適正に管理すること。", "市の木を植えること。"];

/// Two documents, one that was renamed and one that was taken down, all of them published before; so is the site as it stands.
fn published() -> Site {
    let site = Site::new()
        .file("content/r8/a.md", text("甲の方針", "", A))
        .file("content/r8/b.md", text("乙の方針", "", B))
        .file("content/r8/haishi.md", text("丙の方針", "", C))
        .file("content/r8/mae.md", text("丁の方針", "", D));
    fine(&site, "build");
    site.remove("content/r8/haishi.md");
    fine(&site, "anchor retire r8/haishi --write");
    rename(&site, "r8/mae", "r8/ato");
    site.write("content/r8/ato.md", text("丁の方針", "aliases: r8/mae", D));
    fine(&site, "build");
    site
}

/// Moves a text and its record, as `git mv` does.
fn rename(site: &Site, from: &str, to: &str) {
    for suffix in ["md", "lock"] {
        site.write(&format!("content/{to}.{suffix}"), site.read(&format!("content/{from}.{suffix}")));
        site.remove(&format!("content/{from}.{suffix}"));
    }
}

fn fine(site: &Site, command: &str) {
    let output = site.run(command);
    assert_eq!(output.code, 0, "{command}: {output}");
}

/// Takes what `site.lock` says of a document out of it.
fn unlist(site: &Site, document: &str) {
    let line = format!("{{\"document\":\"{document}\"");
    let kept: Vec<String> = site.read(LIST).lines().filter(|it| !it.starts_with(&line)).map(str::to_owned).collect();
    site.write(LIST, kept.join("\n") + "\n");
}

fn without_records(site: &Site) {
    for path in site.files("content").keys().filter(|path| path.ends_with(".lock")) {
        site.remove(&format!("content/{path}"));
    }
}

fn without_site(site: &Site) {
    std::fs::remove_dir_all(site.path("public")).expect("a published site");
}

/// What an open preview finds grave; it must keep its pages to itself then.
fn found_by_a_preview(site: &Site) -> BTreeSet<&'static str> {
    let mut folder = Folder::new(&site.path("."));
    folder.read(&[]);
    let (tree, found) = folder.read_last();
    let mut session = Session::new(Settings { now: None, fails_from: Severity::Error });
    let snapshot = session.step(tree, found, Timestamp::UNIX_EPOCH);
    let errors = snapshot.survey.diagnostics.iter().filter(|found| found.severity == Severity::Error);
    let errors: BTreeSet<&str> = errors.map(|found| found.code.id).collect();
    assert_eq!(snapshot.is_good, errors.is_empty(), "{errors:?}");
    errors
}

/// Every command finds just this, and nothing is written.
fn asks(site: &Site, codes: &[&str], what: &str) {
    let before = (site.files("public"), site.files("content"));
    for command in ["build", "build --strict", "build --locked", "check", "check --locked", "check --strict"] {
        let output = site.run(command);
        assert_eq!((output.code, output.codes()), (1, codes.to_vec()), "{what}, {command}: {output}");
        assert_eq!((site.files("public"), site.files("content")), before, "{what}, {command}");
    }
    assert_eq!(found_by_a_preview(site), codes.iter().copied().collect(), "{what}: the preview");
}

/// What readers see, by address: pages of clauses, fragments of documents, redirections of the server.
fn addresses(site: &Site) -> BTreeMap<String, String> {
    let mut files = Artifacts::default();
    for (path, bytes) in site.files("public") {
        files.insert(path, bytes).expect("no two names alike");
    }
    let mut pages = BTreeMap::new();
    let mut seen = BTreeMap::new();
    let paths: Vec<String> = files.iter().map(|(path, _)| path.to_owned()).collect();
    for path in paths.iter().filter(|path| path.ends_with("/index.html")) {
        if path.starts_with("c/") {
            seen.insert(path.clone(), sight(&files, &mut pages, &(path.clone(), String::new())));
        } else if path.starts_with("r8/") && path.matches('/').count() == 2 {
            let fragments: Vec<String> = Page::read(&files, path).sights.into_keys().collect();
            for fragment in fragments {
                let what = sight(&files, &mut pages, &(path.clone(), fragment.clone()));
                seen.insert(format!("{path}#{fragment}"), what);
            }
        }
    }
    let redirects: BTreeMap<String, String> =
        files.get("redirects.json").map(|bytes| serde_json::from_slice(&bytes).unwrap()).unwrap_or_default();
    seen.extend(redirects.into_keys().map(|from| (format!("redirect {from}"), "leads on".to_owned())));
    seen
}

/// The text of a clause, be it one that is gone, where an address leads.
fn sight(files: &Artifacts, pages: &mut BTreeMap<String, Page>, (path, fragment): &Target) -> String {
    let quoted = |words: &str| words.split(['「', '」']).nth(1).unwrap_or_default().to_owned();
    if path.starts_with("c/") {
        let page = ClausePage::read(files, path);
        return match page.links.iter().rfind(|(_, fragment)| !fragment.is_empty()) {
            _ if page.is_told && !page.text.is_empty() => quoted(&page.text),
            Some(target) => sight(files, pages, target),
            None => "lost".to_owned(),
        };
    }
    let page = pages.entry(path.clone()).or_insert_with(|| Page::read(files, path));
    match page.sights.get(fragment).cloned() {
        None => "lost".to_owned(),
        Some(Sight::Clause(at)) => page.clauses[at].text.clone(),
        Some(Sight::Gone(words, _)) => quoted(&words),
        Some(Sight::Note(targets)) => {
            let led: Vec<String> = targets.iter().map(|target| sight(files, pages, target)).collect();
            format!("note on {}", led.join(" and "))
        }
        Some(Sight::Led(target)) => sight(files, pages, &target),
    }
}

/// Every address there was leads to the text it led to; a number that has changed hands, to a note with a link to it.
fn are_kept(before: &BTreeMap<String, String>, site: &Site) -> bool {
    let after = addresses(site);
    let is_noted = |now: &str, text: &str| now.starts_with("note on ") && now.contains(text);
    before.iter().all(|(address, text)| after.get(address).is_some_and(|now| now == text || is_noted(now, text)))
}

mod every_way {
    use super::*;

    /// What happens to a document: to its text, its record, its line in the list, its name.
    #[derive(Debug, Clone, Copy)]
    struct Change<'a> {
        document: &'a str,
        text: &'a str,
        record: &'a str,
        list: &'a str,
        alias: &'a str,
    }

    fn changes() -> Vec<Change<'static>> {
        let mut all = Vec::new();
        for document in ["r8/a", "r8/haishi", "r8/mae"] {
            for text in ["removed", "replaced"] {
                for record in ["kept", "removed", "moved to b"] {
                    for list in ["kept", "removed"] {
                        for alias in ["none", "of b", "of a new document", "of a draft"] {
                            all.push(Change { document, text, record, list, alias });
                        }
                    }
                }
            }
        }
        all
    }

    fn apply(site: &Site, change: Change<'_>) {
        let Change { document, .. } = change;
        let (path, record) = (format!("content/{document}.md"), format!("content/{document}.lock"));
        if site.path(&path).exists() {
            site.remove(&path);
        }
        if change.text == "replaced" {
            site.write(&path, text("別の方針", "", OTHER));
        }
        if site.path(&record).exists() && change.record != "kept" {
            if change.record == "moved to b" {
                site.write("content/r8/b.lock", site.read(&record));
            }
            site.remove(&record);
        }
        if change.list == "removed" {
            unlist(site, document);
        }
        let aliases = format!("aliases: [{document}]");
        match change.alias {
            "of b" => site.write("content/r8/b.md", text("乙の方針", &aliases, B)),
            "of a new document" => site.write("content/r8/shin.md", text("新しい方針", &aliases, OTHER)),
            "of a draft" => site.write(
                "content/r8/shin.md",
                text("新しい方針", &aliases, OTHER).replace("status: published", "status: draft"),
            ),
            _ => {}
        }
    }

    /// The site as it stands is there, or only the folder with the records is, as on a machine that has just got it from Git.
    #[test]
    fn an_address_is_kept_or_somebody_is_asked() {
        let base = published();
        let (files, before) = (base.files("."), addresses(&base));
        assert!(before.len() > 30, "{}", before.len());
        let copy = || files.iter().fold(Site::empty(), |site, (path, bytes)| site.file(path, bytes));
        let mut asked = 0;
        for change in changes() {
            for is_fresh in [false, true] {
                // Where text, record and line are gone and nothing stands, nobody can know that there was anything.
                let is_unknown = change.list == "removed" && change.record != "kept";
                if is_fresh && (is_unknown || change.document == "r8/mae" && change.list == "removed") {
                    continue;
                }
                let site = copy();
                apply(&site, change);
                if is_fresh {
                    without_site(&site);
                }
                let output = site.run("build");
                assert!(output.code < 2, "{change:?}, fresh: {is_fresh}: {output}");
                asked += i32::from(output.code == 1);
                let is_kept = output.code == 1 || are_kept(&before, &site);
                assert!(is_kept, "{change:?}, fresh: {is_fresh}: {output}");
                // A question changes nothing, so the same site can be asked in another way, as in CI.
                if output.code == 1 && is_fresh {
                    assert_eq!(site.run("check --locked").code, 1, "{change:?}");
                }
            }
        }
        assert!(asked > 100, "{asked}");
    }
}

mod aliases {
    use super::*;

    #[test]
    fn the_name_of_a_document_with_a_record_is_no_alias_of_another() {
        for aliases in
            ["aliases: r8/a", "aliases: [r8/a]", "aliases:\n- r8/x\n- r8/a", "aliases: [\"r8/a\"]", "aliases: 'r8/a'"]
        {
            let site = published();
            site.remove("content/r8/a.md");
            site.write("content/r8/b.md", text("乙の方針", aliases, B));
            asks(&site, &["records-not-joined"], aliases);
            let told = site.run("build");
            assert!(told.err.contains("--> content/r8/b.md:"), "{told}");
            assert!(told.err.contains("hoshin anchor retire r8/a --write"), "{told}");
        }
    }

    #[test]
    fn nor_is_that_of_one_that_was_taken_down_or_of_one_that_is_still_there() {
        let site = published();
        site.write("content/r8/b.md", text("乙の方針", "aliases: r8/haishi", B));
        asks(&site, &["records-not-joined"], "taken down");
        site.write("content/r8/b.md", text("乙の方針", "aliases: r8/a", B));
        asks(&site, &["alias-clash"], "still there");
        site.write("content/r8/a.md", text("甲の方針", "", A).replace("status: published", "status: draft"));
        let output = site.run("build");
        assert_eq!((output.code, output.codes()), (1, vec!["document-unpublished", "alias-clash"]), "{output}");
    }

    #[test]
    fn without_the_record_it_is_asked_for_where_the_alias_stands() {
        let site = published();
        site.remove("content/r8/a.md");
        site.remove("content/r8/a.lock");
        site.write("content/r8/b.md", text("乙の方針", "aliases: r8/a", B));
        asks(&site, &["former-record-missing"], "with the site");
        without_site(&site);
        asks(&site, &["former-record-missing"], "in a fresh clone");
    }

    #[test]
    fn a_record_put_over_that_of_another_document_is_told() {
        let site = published();
        site.write("content/r8/b.lock", site.read("content/r8/a.lock"));
        site.remove("content/r8/a.lock");
        site.remove("content/r8/a.md");
        site.write("content/r8/b.md", text("乙の方針", "aliases: r8/a", B));
        asks(&site, &["lock-of-another"], "mv a.lock b.lock");
        let refused = site.run("anchor rename r8/a r8/b --write");
        assert_eq!((refused.code, refused.codes()), (1, vec!["lock-of-another"]), "{refused}");
    }

    #[test]
    fn two_documents_do_not_become_one_by_two_aliases() {
        let site = published();
        rename(&site, "r8/a", "r8/hitotsu");
        site.remove("content/r8/b.md");
        site.write("content/r8/hitotsu.md", text("甲の方針", "aliases: [r8/a, r8/b]", A));
        asks(&site, &["records-not-joined"], "one record was moved");
        rename_back(&site);
        asks(&site, &["lock-left-behind", "records-not-joined"], "none was moved");
    }

    fn rename_back(site: &Site) {
        site.write("content/r8/a.lock", site.read("content/r8/hitotsu.lock"));
        site.remove("content/r8/hitotsu.lock");
    }

    #[test]
    fn the_answer_that_is_proposed_keeps_every_address() {
        let site = published();
        let before = addresses(&site);
        site.remove("content/r8/a.md");
        site.write("content/r8/b.md", text("乙の方針", "aliases: r8/a", B));
        assert_eq!(site.run("build").code, 1);
        site.write("content/r8/b.md", text("乙の方針", "", B));
        fine(&site, "anchor retire r8/a --write");
        fine(&site, "build");
        assert!(are_kept(&before, &site));
    }

    #[test]
    fn a_document_renamed_with_its_record_keeps_every_address_there_and_back() {
        let site = published();
        let before = addresses(&site);
        rename(&site, "r8/a", "r9/ko");
        site.write("content/r9/ko.md", text("甲の方針", "aliases: r8/a", A));
        fine(&site, "build");
        fine(&site, "build --locked");
        assert!(site.read(LIST).contains(r#"{"document":"r8/a","renamed_to":"r9/ko""#), "{}", site.read(LIST));
        let both = addresses(&site);
        assert!(before.keys().all(|address| both.contains_key(address)));
        rename(&site, "r9/ko", "r8/a");
        site.write("content/r8/a.md", text("甲の方針", "aliases: r9/ko", A));
        fine(&site, "build");
        fine(&site, "build --locked");
        assert!(are_kept(&before, &site) && site.path("public/r9/ko/index.html").exists());
        rename(&site, "r8/a", "r9/ko");
        site.write("content/r9/ko.md", text("甲の方針", "aliases: [r8/a]", A));
        fine(&site, "build");
        fine(&site, "build --locked");
    }

    #[test]
    fn a_record_that_was_copied_to_the_new_name_and_stayed_is_no_second_one() {
        let site = published();
        site.write("content/r8/ko.lock", site.read("content/r8/a.lock"));
        site.remove("content/r8/a.md");
        site.write("content/r8/ko.md", text("甲の方針", "aliases: r8/a", A));
        fine(&site, "build");
        fine(&site, "build --locked");
    }

    #[test]
    fn a_build_interrupted_while_a_record_was_taken_over_is_completed() {
        let site = published();
        let list = site.read(LIST);
        rename(&site, "r8/a", "r8/ko");
        site.write("content/r8/ko.md", text("甲の方針", "aliases: r8/a", OTHER));
        fine(&site, "build");
        let done = site.read(LIST);
        site.write(LIST, list);
        fine(&site, "build");
        assert_eq!(site.read(LIST), done);
    }
}

mod former_names {
    use super::*;

    #[test]
    fn a_former_name_stays_one_when_the_alias_is_taken_out() {
        let site = published();
        let before = addresses(&site);
        site.write("content/r8/ato.md", text("丁の方針", "", D));
        fine(&site, "build");
        assert!(are_kept(&before, &site));
    }

    #[test]
    fn a_new_document_under_a_former_name_is_asked_about() {
        for (aliases, codes) in
            [("aliases: r8/mae", vec!["alias-clash", "former-name-taken"]), ("", vec!["former-name-taken"])]
        {
            let site = published();
            site.write("content/r8/ato.md", text("丁の方針", aliases, D));
            site.write("content/r8/mae.md", text("別の方針", "", OTHER));
            let output = site.run("build");
            assert_eq!(output.code, 1, "{output}");
            let found: BTreeSet<&str> = output.codes().into_iter().collect();
            assert_eq!(found, codes.into_iter().collect(), "{output}");
            site.write("content/r8/mae.md", text("別の方針", "", OTHER).replace("published", "draft"));
            assert_eq!(site.run("check").code, 1);
        }
    }

    #[test]
    fn so_is_one_whose_id_and_not_whose_file_is_the_former_name() {
        let site = published();
        site.write("content/r8/ato.md", text("丁の方針", "", D));
        site.write("content/r9/betsu.md", text("別の方針", "id: r8/mae", OTHER));
        asks(&site, &["former-name-taken"], "an id");
    }

    #[test]
    fn a_former_name_that_nothing_was_published_under_is_remembered_all_the_same() {
        let site = published();
        site.write("content/r8/b.md", text("乙の方針", "aliases: r8/ryaku", B));
        fine(&site, "build");
        fine(&site, "build --locked");
        let before = addresses(&site);
        site.write("content/r8/b.md", text("乙の方針", "", B));
        fine(&site, "build");
        assert!(are_kept(&before, &site));
        site.write("content/r8/ryaku.md", text("別の方針", "", OTHER));
        asks(&site, &["former-name-taken"], "a new document");
        site.remove("content/r8/ryaku.md");
        site.write("content/r8/a.md", text("甲の方針", "aliases: r8/ryaku", A));
        asks(&site, &["alias-clash"], "given to another document");
        site.write("content/r8/a.md", text("甲の方針", "", A));
        fine(&site, "anchor forget r8/ryaku --write");
        fine(&site, "build");
        assert!(!site.path("public/r8/ryaku/index.html").exists(), "given up on purpose");
    }
}

mod withdrawn {
    use super::*;

    const RECORD: &str = "content/r8/haishi.lock";

    #[test]
    fn the_record_of_a_document_that_was_taken_down_is_missed() {
        let site = published();
        let before = addresses(&site);
        let record = site.read(RECORD);
        site.remove(RECORD);
        asks(&site, &["withdrawn-record-missing"], "deleted");
        without_site(&site);
        asks(&site, &["withdrawn-record-missing"], "in a fresh clone");
        site.write(RECORD, record);
        fine(&site, "build");
        assert!(are_kept(&before, &site));
        site.remove(RECORD);
        fine(&site, "anchor forget r8/haishi --write");
        fine(&site, "build");
        assert!(!site.path("public/r8/haishi/index.html").exists(), "given up on purpose");
    }

    #[test]
    fn a_record_beside_which_no_document_stands_is_told_when_it_is_damaged() {
        let site = published();
        let good = site.read(RECORD);
        let first_lines = good.lines().take(2).collect::<Vec<_>>().join("\n") + "\n";
        for (damaged, code) in [
            (String::new(), "lock-header"),
            (first_lines, "lock-truncated"),
            (good.replace("広報紙", "広報誌"), "lock-line"),
            (good.replace("{\"rosters\"", "<<<<<<< HEAD\n{\"rosters\""), "lock-conflict"),
        ] {
            site.write(RECORD, damaged);
            let output = site.run("build");
            assert_eq!((output.code, output.codes().first().copied()), (1, Some(code)), "{output}");
        }
    }

    #[test]
    fn a_document_that_comes_back_goes_on_with_its_record_or_not_at_all() {
        let site = published();
        let before = addresses(&site);
        site.write("content/r8/haishi.md", text("丙の方針", "", C));
        fine(&site, "build");
        fine(&site, "build --locked");
        assert!(are_kept(&before, &site));
        let site = published();
        site.write("content/r8/haishi.md", text("丙の方針", "", OTHER));
        site.remove(RECORD);
        asks(&site, &["lock-missing"], "another text, without its record");
    }

    #[test]
    fn while_it_is_written_anew_its_addresses_say_that_it_is_gone() {
        let site = published();
        let before = addresses(&site);
        site.write("content/r8/haishi.md", text("丙の方針", "", C).replace("published", "draft"));
        fine(&site, "build");
        assert!(are_kept(&before, &site));
        assert_eq!(found_by_a_preview(&site), BTreeSet::new());
        site.remove(RECORD);
        asks(&site, &["withdrawn-record-missing"], "a draft");
    }

    #[test]
    fn a_document_that_comes_back_under_another_name_takes_its_record_along() {
        let site = published();
        let record = site.read(RECORD);
        site.remove(RECORD);
        site.write("content/r9/hei.lock", record);
        site.write("content/r9/hei.md", text("丙の方針", "aliases: r8/haishi", C));
        let before = addresses(&site);
        fine(&site, "build");
        fine(&site, "build --locked");
        assert!(are_kept(&before, &site));
    }
}

mod all_records {
    use super::*;

    #[test]
    fn the_site_that_stands_is_evidence_that_there_were_some() {
        let site = published();
        without_records(&site);
        asks(&site, &["published-unrecorded"], "all records gone");
        let told = site.run("build");
        assert!(told.err.contains("「public」") && told.err.contains("/r8/mae/") || told.err.contains("/c/"), "{told}");
        let other = site.run("build --output elsewhere");
        assert_eq!((other.code, other.codes()), (1, vec!["published-unrecorded"]), "{other}");
        assert!(!site.path("elsewhere").exists());
        std::fs::rename(site.path("public"), site.path("mae-no-public")).expect("a site");
        fine(&site, "build");
    }

    #[test]
    fn so_is_one_that_stands_in_the_folder_that_is_named() {
        let site = published();
        without_site(&site);
        fine(&site, "build --output www");
        without_records(&site);
        let output = site.run("build --output www");
        assert_eq!((output.code, output.codes()), (1, vec!["published-unrecorded"]), "{output}");
        assert!(output.err.contains("「www」"), "{output}");
    }

    #[test]
    fn the_same_text_is_no_proof_that_nothing_was_lost() {
        let site = published();
        // A clause came and went: only the record tells where it was.
        site.write("content/r8/a.md", text("甲の方針", "", [A[0], OTHER[0]]));
        fine(&site, "build");
        for document in ["r8/a", "r8/b"] {
            site.remove(&format!("content/{document}.lock"));
            unlist(&site, document);
        }
        asks(&site, &["published-unrecorded"], "two records and what the list says of them");
    }

    #[test]
    fn a_record_older_than_the_site_that_stands_is_told() {
        let site = published();
        let (record, list) = (site.read("content/r8/a.lock"), site.read("content/r8/a.md"));
        site.write("content/r8/a.md", text("甲の方針", "", [A[0], OTHER[0]]));
        fine(&site, "build");
        site.write("content/r8/a.lock", record);
        site.write("content/r8/a.md", list);
        for command in ["check", "build"] {
            let told = site.run(command);
            assert_eq!((told.code, told.codes()), (0, vec!["published-newer"]), "{command}: {told}");
            assert_eq!(site.run(&format!("{command} --strict")).code, i32::from(command == "check"));
        }
    }

    #[test]
    fn the_list_made_anew_from_the_records_that_are_left_does_not_hide_the_others() {
        let site = published();
        site.remove(LIST);
        site.remove("content/r8/b.lock");
        assert_eq!(site.run("build").codes(), ["site-lock-missing"]);
        fine(&site, "anchor adopt --write");
        let output = site.run("build");
        assert_eq!(output.code, 1, "{output}");
    }

    #[test]
    fn a_record_that_no_list_names_is_not_passed_over() {
        let site = published();
        site.remove("content/r8/a.md");
        unlist(&site, "r8/a");
        asks(&site, &["document-lost"], "no text, no line");
        let before = addresses(&site);
        fine(&site, "anchor retire r8/a --write");
        fine(&site, "build");
        assert!(are_kept(&before, &site));
    }

    #[test]
    fn a_first_build_needs_none() {
        let site = published();
        without_site(&site);
        without_records(&site);
        fine(&site, "check");
        fine(&site, "build");
        // Nor does a site of which nothing was public yet, or one that was only looked at with its drafts.
        let draft = Site::new().file("content/r8/a.md", text("甲の方針", "", A).replace("published", "draft"));
        fine(&draft, "build");
        fine(&draft, "build --drafts --output shitagaki");
        draft.write("content/r8/a.md", text("甲の方針", "", A));
        fine(&draft, "build --output shitagaki2");
        without_records(&draft);
        fine(&draft, "build --drafts --output shitagaki");
    }

    #[test]
    fn addresses_given_up_on_purpose_are_not_asked_for_again() {
        let site = published();
        fine(&site, "anchor forget r8/a --write");
        site.write("content/r8/a.md", text("甲の方針", "", OTHER));
        fine(&site, "build");
        fine(&site, "build --locked");
        // Without its record, they are those that no other record has.
        let site = published();
        site.remove("content/r8/a.lock");
        let told = site.run("anchor forget r8/a --write --lang en");
        assert!(told.out.contains("which are in no record, are given up: /c/"), "{told}");
        site.write("content/r8/a.md", text("甲の方針", "", OTHER));
        fine(&site, "build");
        site.remove("content/r8/b.lock");
        unlist(&site, "r8/b");
        asks(&site, &["published-unrecorded"], "another document's are missed as before");
    }
}
