//! Tests of the swap in two renames, which Linux rarely needs, and of every state in which it can be killed.

use super::repair::Repair;
use super::*;
use crate::artifact::Artifacts;
use crate::output::{Claim, FolderKind, NotOurs};
use crate::policy::SiteName;

const OLD: &[(&str, &str)] = &[("index.html", "old"), ("r7/index.html", "old too"), ("same.html", "same")];
const NEW: &[(&str, &str)] = &[("index.html", "new"), ("r8/index.html", "new too"), ("same.html", "same")];

fn site(files: &[(&str, &str)]) -> Artifacts {
    let mut artifacts = Artifacts::default();
    for (path, text) in files {
        artifacts.insert(*path, text.as_bytes().to_vec()).unwrap();
    }
    artifacts
}

/// These files as a site whose folder contains `public`.
fn publish_by<E: From<PublishError>>(
    artifacts: &Artifacts,
    target: &Path,
    strategy: Strategy,
    first: impl FnOnce() -> Result<(), E>,
) -> Result<Published, E> {
    with_publication(artifacts, target, |publication| super::publish_by(publication, target, strategy, first))
}

fn publish(artifacts: &Artifacts, target: &Path) -> Result<Published, PublishError> {
    with_publication(artifacts, target, |publication| super::publish(publication, target))
}

fn with_publication<T>(artifacts: &Artifacts, target: &Path, run: impl FnOnce(&Publication<'_>) -> T) -> T {
    let site = SiteName { base_url: "https://www.example.jp/".into(), city: "試験市".into() };
    let claim = Claim { kind: FolderKind::Site, site_dir: target.parent().unwrap() };
    run(&Publication { artifacts, claim, site: &site })
}

/// True if the folder contains exactly this site.
fn holds(target: &Path, files: &[(&str, &str)]) -> bool {
    let same = files.iter().all(|(path, text)| fs::read(target.join(path)).is_ok_and(|bytes| bytes == text.as_bytes()));
    same && matches!(verify(target), Verified::Intact { files: count, .. } if count == files.len())
}

/// A folder with the old site in `public` and the new one staged beside it, as just before the swap.
struct Interrupted {
    root: tempfile::TempDir,
    place: OutputPlace,
}

impl Interrupted {
    fn before_swap() -> Self {
        let root = tempfile::tempdir().unwrap();
        let place = OutputPlace::find(&root.path().join("public")).unwrap();
        publish_by::<PublishError>(&site(OLD), &place.target, Strategy::TwoRenames, || Ok(())).unwrap();
        let existing = Existing::read(&place).unwrap();
        with_publication(&site(NEW), &place.target, |publication| {
            let plan = Plan::new(publication, &existing, &place).unwrap();
            staging::build(&plan, &place).unwrap();
            fs::write(place.journal(), swap::journal_text(&plan.manifest)).unwrap();
        });
        Self { root, place }
    }

    fn first_rename(self) -> Self {
        fs::rename(&self.place.target, self.place.old()).unwrap();
        self
    }

    fn second_rename(self) -> Self {
        fs::rename(self.place.staging(), &self.place.target).unwrap();
        self
    }

    fn target(&self) -> std::path::PathBuf {
        self.root.path().join("public")
    }

    /// Repairs the folder, and checks that only the lock and the origin are left in the work folder.
    fn repaired(&self) -> Repair {
        let repaired = super::repair(&self.target()).unwrap();
        assert_eq!(left_in(self.place.work()), ["lock", "origin.json"]);
        repaired
    }
}

fn left_in(folder: &Path) -> Vec<std::ffi::OsString> {
    let mut left: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    left.sort();
    left
}

#[test]
fn both_strategies_replace_the_site_and_clean_up() {
    for strategy in [Strategy::Exchange, Strategy::TwoRenames] {
        let root = tempfile::tempdir().unwrap();
        let target = root.path().join("public");
        publish_by::<PublishError>(&site(OLD), &target, strategy, || Ok(())).unwrap();
        assert!(holds(&target, OLD));
        let done = publish_by::<PublishError>(&site(NEW), &target, strategy, || Ok(())).unwrap();
        assert_eq!(counts(&done), (2, 1, 1, 10));
        assert!(holds(&target, NEW), "{strategy:?}");
        assert!(!target.join("r7").exists());
        assert_eq!(left_in(&root.path().join(".public.hoshin")), ["lock", "origin.json"], "{strategy:?}");
    }
}

#[test]
fn the_old_site_stays_if_killed_before_the_first_rename() {
    let state = Interrupted::before_swap();
    assert_eq!(state.repaired(), Repair::Nothing);
    assert!(holds(&state.target(), OLD));
}

#[test]
fn the_new_site_is_put_in_place_if_killed_between_the_renames() {
    let state = Interrupted::before_swap().first_rename();
    assert_eq!(state.repaired(), Repair::Finished);
    assert!(holds(&state.target(), NEW));
}

#[test]
fn the_old_site_is_put_back_if_the_journal_does_not_match() {
    for journal in ["", "hoshin-swap 1  0000\n", "hoshin-swap"] {
        let state = Interrupted::before_swap().first_rename();
        fs::write(state.place.journal(), journal).unwrap();
        assert_eq!(state.repaired(), Repair::PutBack, "{journal:?}");
        assert!(holds(&state.target(), OLD));
    }
}

#[test]
fn the_old_site_is_put_back_without_journal_or_staging() {
    let state = Interrupted::before_swap().first_rename();
    fs::remove_file(state.place.journal()).unwrap();
    assert_eq!(state.repaired(), Repair::PutBack);
    assert!(holds(&state.target(), OLD));

    let state = Interrupted::before_swap().first_rename();
    fs::remove_dir_all(state.place.staging()).unwrap();
    assert_eq!(state.repaired(), Repair::PutBack);
    assert!(holds(&state.target(), OLD));
}

#[test]
fn the_new_site_stays_if_killed_after_the_second_rename() {
    let state = Interrupted::before_swap().first_rename().second_rename();
    assert_eq!(state.repaired(), Repair::Nothing);
    assert!(holds(&state.target(), NEW));
}

#[test]
fn a_half_removed_tree_is_never_put_back() {
    let state = Interrupted::before_swap().first_rename().second_rename();
    swap::discard_old(&state.place).unwrap();
    fs::remove_file(state.place.trash().join("index.html")).unwrap();
    fs::remove_dir_all(state.target()).unwrap();
    assert_eq!(state.repaired(), Repair::Nothing);
    assert!(matches!(verify(&state.target()), Verified::Absent));
}

#[test]
fn an_empty_folder_made_between_the_renames_is_removed() {
    let state = Interrupted::before_swap().first_rename();
    fs::create_dir(state.target()).unwrap();
    assert_eq!(state.repaired(), Repair::Finished);
    assert!(holds(&state.target(), NEW));
}

#[test]
fn another_folder_made_between_the_renames_stops_the_build() {
    let state = Interrupted::before_swap().first_rename();
    fs::create_dir(state.target()).unwrap();
    fs::write(state.target().join("notes.txt"), "mine").unwrap();
    let error = publish_by::<PublishError>(&site(NEW), &state.target(), Strategy::TwoRenames, || Ok(())).unwrap_err();
    assert!(matches!(error, PublishError::NotOurs { why: NotOurs::Interrupted { .. }, .. }), "{error}");
    assert_eq!(fs::read(state.target().join("notes.txt")).unwrap(), b"mine");
    assert!(holds(&state.place.old(), OLD));
}

#[test]
fn the_next_build_repairs_before_it_reads_the_target() {
    for state in [
        Interrupted::before_swap(),
        Interrupted::before_swap().first_rename(),
        Interrupted::before_swap().first_rename().second_rename(),
    ] {
        publish_by::<PublishError>(&site(NEW), &state.target(), Strategy::TwoRenames, || Ok(())).unwrap();
        assert!(holds(&state.target(), NEW));
    }
}

#[test]
fn a_repair_creates_nothing_where_there_was_no_build() {
    let root = tempfile::tempdir().unwrap();
    assert_eq!(super::repair(&root.path().join("a/public")).unwrap(), Repair::Nothing);
    assert_eq!(fs::read_dir(root.path()).unwrap().count(), 0);
}

#[test]
fn the_old_site_is_put_back_at_once_if_the_second_rename_fails() {
    let state = Interrupted::before_swap();
    let manifest = existing::read_manifest(&state.place).unwrap().unwrap().unwrap();
    fs::remove_dir_all(state.place.staging()).unwrap();
    let error = swap::swap(&state.place, &manifest, Strategy::TwoRenames).unwrap_err();
    assert!(matches!(error, PublishError::Swap { .. }), "{error}");
    assert!(holds(&state.target(), OLD));
}

/// The lock excludes builds that take it; other programs must be noticed.
#[test]
fn a_folder_made_by_another_program_at_the_last_moment_is_not_replaced() {
    let head =
        |kind: &str| format!(r#"hoshin-manifest 2  0 files  {{"kind":"{kind}","base_url":"u","city":"c"}}"#) + "\n";
    let table: [(&str, &str, String, bool); 4] = [
        ("www", "another site", head("site"), true),
        ("www", "an export", head("export"), true),
        ("www", "a damaged manifest", "hoshin".to_owned(), false),
        ("", "a site around it", head("site"), true),
    ];
    for (folder, what, manifest, is_named) in table {
        let root = tempfile::tempdir().unwrap();
        let target = root.path().join("www");
        publish(&site(OLD), &target).unwrap();
        let first = || {
            fs::write(root.path().join(folder).join(MANIFEST), &manifest).unwrap();
            Ok(())
        };
        let error = publish_by::<PublishError>(&site(NEW), &target, Strategy::Exchange, first).unwrap_err();
        assert_eq!(matches!(error, PublishError::Occupied(_)), is_named, "{what}: {error}");
        assert_eq!(fs::read_to_string(target.join("index.html")).unwrap(), "old", "{what}");
        assert_eq!(fs::read_to_string(root.path().join(folder).join(MANIFEST)).unwrap(), manifest, "{what}");
    }
}

/// The numbers of files written, unchanged and removed, and the bytes written.
fn counts(done: &Published) -> (usize, usize, usize, u64) {
    (done.written.len(), done.unchanged, done.removed, done.bytes_written)
}

#[cfg(target_os = "linux")]
mod stamps {
    use std::fs::{File, FileTimes};
    use std::time::{Duration, SystemTime};

    use super::*;

    /// A published site with a known stamp.
    fn stamped() -> (tempfile::TempDir, PathBuf, String) {
        let root = tempfile::tempdir().unwrap();
        let target = root.path().join("public");
        let published = publish(&site(OLD), &target).unwrap();
        let stamp = published.stamp.expect("a file system that keeps nanoseconds");
        (root, target, stamp)
    }

    #[test]
    fn an_untouched_folder_keeps_its_stamp_also_when_it_is_read() {
        let (_root, target, stamp) = stamped();
        assert!(holds(&target, OLD));
        let again = super::super::stamp(&target).expect("a stamp");
        let Verified::Intact { digest, files, stamp: verified } = verify(&target) else { panic!() };
        assert_eq!((&again.digest, verified.as_ref()), (&stamp, Some(&stamp)));
        assert_eq!((again.site, again.files), (digest, files));
    }

    #[test]
    fn every_change_by_another_program_changes_the_stamp() {
        type Change = fn(&Path);
        let changes: [(&str, Change); 9] = [
            ("other bytes", |target| fs::write(target.join("same.html"), "sane").unwrap()),
            ("the same bytes again", |target| fs::write(target.join("same.html"), "same").unwrap()),
            ("other bytes, and the old time of change put back", |target| {
                let path = target.join("same.html");
                let was = path.metadata().unwrap().modified().unwrap();
                fs::write(&path, "sane").unwrap();
                File::options().write(true).open(&path).unwrap().set_times(FileTimes::new().set_modified(was)).unwrap();
            }),
            ("another file in its place", |target| {
                fs::write(target.join("r7/new"), "old too").unwrap();
                fs::rename(target.join("r7/new"), target.join("r7/index.html")).unwrap();
            }),
            ("a file more", |target| fs::write(target.join("r7/more.html"), "").unwrap()),
            ("a folder more", |target| fs::create_dir(target.join("r7/more")).unwrap()),
            ("a file less", |target| fs::remove_file(target.join("r7/index.html")).unwrap()),
            ("a link instead of a file", |target| {
                fs::rename(target.join("same.html"), target.join("r7/same.html")).unwrap();
                std::os::unix::fs::symlink("r7/same.html", target.join("same.html")).unwrap();
            }),
            ("another manifest", |target| {
                let path = target.join(MANIFEST);
                let text = fs::read_to_string(&path).unwrap();
                fs::write(&path, text.replace("  3  index.html", "  4  index.html")).unwrap();
            }),
        ];
        for (what, change) in changes {
            let (_root, target, stamp) = stamped();
            change(&target);
            stamp::rest();
            let now = super::super::stamp(&target).map(|stamp| stamp.digest);
            assert_ne!(now, Some(stamp), "{what}");
        }
    }

    /// Any program can set the time of the last change of content, but not the time of the last change of the entry.
    #[test]
    fn a_folder_changed_just_now_has_no_stamp() {
        let (_root, target, _) = stamped();
        let file = File::options().write(true).open(target.join("same.html")).unwrap();
        for ago in [Duration::ZERO, Duration::from_secs(60)] {
            file.set_times(FileTimes::new().set_modified(SystemTime::now() - ago)).unwrap();
            assert_eq!(super::super::stamp(&target), None, "{ago:?}");
        }
        stamp::rest();
        assert!(super::super::stamp(&target).is_some());
    }

    /// Publishes while another program changes files, after the new tree is staged and before the exchange.
    fn published_with(old: &[(&str, &str)], meddle: impl Fn(&Path)) -> Option<String> {
        let root = tempfile::tempdir().unwrap();
        let target = root.path().join("public");
        publish(&site(old), &target).unwrap();
        let first = || {
            meddle(&target);
            Ok(())
        };
        publish_by::<PublishError>(&site(NEW), &target, Strategy::Exchange, first).unwrap().stamp
    }

    #[test]
    fn only_a_completely_new_tree_has_a_stamp_at_once() {
        let nothing = |_: &Path| ();
        assert!(published_with(&[("other.html", "")], nothing).is_some());
        assert_eq!(published_with(OLD, nothing), None, "same.html is linked: the next build reads it");
    }

    /// A file that is linked from the old tree can be changed there until that tree is removed.
    #[test]
    fn a_linked_file_changed_during_publication_gives_no_stamp() {
        let stamp = published_with(OLD, |target| {
            let path = target.join("same.html");
            let was = path.metadata().unwrap().modified().unwrap();
            fs::write(&path, "sane").unwrap();
            File::options().write(true).open(&path).unwrap().set_times(FileTimes::new().set_modified(was)).unwrap();
        });
        assert_eq!(stamp, None);
    }

    /// Nobody should change the staged tree. If somebody does, it is noticed.
    #[test]
    fn a_staged_file_changed_by_another_program_gives_no_stamp() {
        let stamp = published_with(&[("other.html", "")], |target| {
            let path = target.with_file_name(".public.hoshin").join("staging/same.html");
            let was = path.metadata().unwrap().modified().unwrap();
            fs::write(&path, "sane").unwrap();
            File::options().write(true).open(&path).unwrap().set_times(FileTimes::new().set_modified(was)).unwrap();
        });
        assert_eq!(stamp, None);
    }
}
