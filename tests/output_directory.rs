//! Publishing to a folder: files that are written, kept and refused.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop at the first surprise")]

mod output_kit;

use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::path::Path;

use hoshin::artifact::Artifacts;
use hoshin::diagnostic::{Lang, catalogue};
use hoshin::output::directory::{Published, Verified, check_target, verify};
use hoshin::output::{Claim, FolderKind, NotOurs, PublishError, Unsuitable};
use output_kit::{is_exactly, publish, room, site, tree, work_folder};

const OLD: &[(&str, &str)] = &[("index.html", "old"), ("r7/a/index.html", "gone"), ("style.css", "same")];
const NEW: &[(&str, &str)] = &[("index.html", "new!"), ("r8/b/index.html", "more"), ("style.css", "same")];

#[test]
fn a_site_is_written_where_there_was_none() {
    let (_root, target) = room();
    let target = target.join("deep/below");
    let done = publish(&site(OLD), &target).unwrap();
    assert_eq!(counts(&done), (3, 0, 0, 11));
    assert!(is_exactly(&target, &site(OLD)));
    assert_eq!(work_folder(&target), ["lock", "origin.json"]);
}

#[test]
fn a_new_site_replaces_the_old_one_and_says_what_changed() {
    let (_root, target) = room();
    publish(&site(OLD), &target).unwrap();
    let done = publish(&site(NEW), &target).unwrap();
    assert_eq!(counts(&done), (2, 1, 1, 8));
    assert!(is_exactly(&target, &site(NEW)));
    assert!(!target.join("r7").exists());
    assert_eq!(work_folder(&target), ["lock", "origin.json"]);
}

#[test]
fn unchanged_files_are_the_same_files() {
    let (_root, target) = room();
    let inode = |path: &str| fs::metadata(target.join(path)).unwrap().ino();
    publish(&site(OLD), &target).unwrap();
    let (same, changed) = (inode("style.css"), fs::File::open(target.join("index.html")).unwrap());
    publish(&site(NEW), &target).unwrap();
    assert_eq!(inode("style.css"), same);
    // The old file is still open, so the new one cannot have its inode number.
    assert_ne!(inode("index.html"), changed.metadata().unwrap().ino());
    assert_eq!(fs::metadata(target.join("style.css")).unwrap().nlink(), 1, "the old tree is gone");
}

#[test]
fn when_nothing_changed_nothing_is_touched() {
    let (_root, target) = room();
    publish(&site(OLD), &target).unwrap();
    let stamp = || {
        let of = |path: &Path| fs::metadata(path).map(|meta| (meta.ino(), meta.mtime(), meta.mtime_nsec())).unwrap();
        [of(&target), of(&target.join("index.html")), of(target.parent().unwrap())]
    };
    let before = stamp();
    let done = publish(&site(OLD), &target).unwrap();
    assert_eq!(counts(&done), (0, 3, 0, 0));
    assert_eq!(stamp(), before);
}

#[test]
fn a_page_edited_by_hand_is_written_anew() {
    let (_root, target) = room();
    publish(&site(OLD), &target).unwrap();
    for other in ["xxx", "x", "oldold", ""] {
        fs::write(target.join("index.html"), other).unwrap();
        let done = publish(&site(OLD), &target).unwrap();
        assert_eq!((done.written.len(), done.unchanged), (1, 2), "{other:?}");
        assert!(is_exactly(&target, &site(OLD)));
    }
}

#[test]
fn a_page_that_became_a_link_or_is_gone_is_written_anew() {
    let (root, target) = room();
    publish(&site(OLD), &target).unwrap();
    let elsewhere = root.path().join("elsewhere.html");
    fs::write(&elsewhere, "old").unwrap();
    fs::remove_file(target.join("index.html")).unwrap();
    symlink(&elsewhere, target.join("index.html")).unwrap();
    fs::remove_file(target.join("style.css")).unwrap();
    publish(&site(OLD), &target).unwrap();
    assert!(is_exactly(&target, &site(OLD)));
    assert!(!target.join("index.html").is_symlink());
    assert_eq!(fs::read(elsewhere).unwrap(), b"old");
}

#[test]
fn dot_files_are_carried_over() {
    let (_root, target) = room();
    fs::create_dir_all(target.join(".git/refs/tags")).unwrap();
    fs::create_dir_all(target.join(".well-known")).unwrap();
    fs::write(target.join(".gitignore"), "*\n!.gitignore\n").unwrap();
    fs::write(target.join(".git/HEAD"), "ref").unwrap();
    symlink("HEAD", target.join(".git/link")).unwrap();
    fs::write(target.join(".well-known/acme"), "token").unwrap();
    let kept = tree(&target);
    for artifacts in [site(OLD), site(NEW), site(&[(".well-known/security.txt", "s"), (".nojekyll", "")]), site(NEW)] {
        publish(&artifacts, &target).unwrap();
        let mut found = tree(&target);
        found.retain(|path, _| kept.contains_key(path));
        assert_eq!(found, kept);
        assert_eq!(fs::read_link(target.join(".git/link")).unwrap(), Path::new("HEAD"));
        for (path, bytes) in artifacts.iter() {
            assert_eq!(fs::read(target.join(path)).unwrap(), *bytes);
        }
        assert!(matches!(verify(&target), Verified::Intact { files, .. } if files == artifacts.len()));
    }
    assert!(!target.join(".nojekyll").exists(), "a dot-file of ours goes when the site has it no more");
}

#[test]
fn a_dot_file_of_the_site_does_not_overwrite_one_of_the_owner() {
    let (_root, target) = room();
    publish(&site(OLD), &target).unwrap();
    fs::write(target.join(".htaccess"), "mine").unwrap();
    for files in [[(".htaccess", "ours")], [(".htaccess/x", "ours")]] {
        let error = publish(&site(&files), &target).unwrap_err();
        assert!(matches!(&error, PublishError::Foreign { paths, count: 1, .. } if paths == &[".htaccess"]), "{error}");
    }
    assert_eq!(fs::read(target.join(".htaccess")).unwrap(), b"mine");
}

#[test]
fn foreign_files_are_named_and_nothing_is_touched() {
    let (_root, target) = room();
    publish(&site(OLD), &target).unwrap();
    fs::write(target.join("r7/notes.txt"), "mine").unwrap();
    fs::create_dir_all(target.join("画像/夏")).unwrap();
    for n in 0..9 {
        fs::write(target.join(format!("x{n}")), "mine").unwrap();
    }
    let before = tree(&target);
    let error = publish(&site(NEW), &target).unwrap_err();
    let PublishError::Foreign { paths, count, .. } = &error else { panic!("{error}") };
    assert_eq!(*paths, ["r7/notes.txt", "x0", "x1", "x2", "x3", "x4", "x5", "x6", "x7", "x8"]);
    assert_eq!(*count, 11);
    assert_eq!(tree(&target), before);
    let Verified::Differs { changed, missing, foreign } = verify(&target) else { panic!() };
    assert_eq!((changed.len(), missing.len(), foreign.len()), (0, 0, 11));
    assert_eq!(foreign[10], "画像/");
}

#[test]
fn files_of_the_operating_system_do_not_stop_a_build() {
    let (_root, target) = room();
    publish(&site(OLD), &target).unwrap();
    for litter in [".DS_Store", "r7/.DS_Store", "Thumbs.db", "r7/a/desktop.ini"] {
        fs::write(target.join(litter), "x").unwrap();
    }
    assert!(matches!(verify(&target), Verified::Intact { .. }));
    publish(&site(NEW), &target).unwrap();
    assert!(is_exactly(&target, &site(NEW)));
}

#[test]
fn a_folder_that_is_not_ours_is_refused_and_gets_no_work_folder() {
    for file in ["notes.txt", "content/a.md", "sub/.gitkeep"] {
        let (root, target) = room();
        fs::create_dir_all(target.join(file).parent().unwrap()).unwrap();
        fs::write(target.join(file), "mine").unwrap();
        let before = tree(root.path());
        let error = publish(&site(OLD), &target).unwrap_err();
        assert!(matches!(error, PublishError::NotOurs { why: NotOurs::NoManifest { .. }, .. }), "{error}");
        assert_eq!(tree(root.path()), before);
        assert!(matches!(verify(&target), Verified::Unknown(PublishError::NotOurs { .. })));
    }
}

#[test]
fn a_damaged_manifest_proves_nothing() {
    let (_root, target) = room();
    publish(&site(OLD), &target).unwrap();
    let manifest = target.join(".hoshin-manifest");
    let sound = fs::read_to_string(&manifest).unwrap();
    let lines: Vec<_> = sound.split_inclusive('\n').collect();
    let damaged = [(sound[..20].to_owned(), 1), (lines[..3].concat(), 1), (sound.replace("  r7/", "  ../"), 3)];
    for (text, at) in damaged {
        fs::write(&manifest, text).unwrap();
        let before = tree(&target);
        let error = publish(&site(NEW), &target).unwrap_err();
        assert!(matches!(error, PublishError::NotOurs { why: NotOurs::Damaged { line }, .. } if line == at), "{error}");
        assert_eq!(tree(&target), before);
    }
}

#[test]
fn names_that_lead_out_or_that_windows_does_not_know_are_refused_before_anything_is_written() {
    for path in
        ["../out.html", "/etc/x", "a/../b", "a\\b", "a\0b", "CON", "a/nul.html", "a.", "b ", "c:d", ".hoshin-manifest"]
    {
        let (root, target) = room();
        let mut artifacts = site(&[("0.html", "x")]);
        artifacts.insert(path, *b"x").unwrap();
        let error = publish(&artifacts, &target).unwrap_err();
        assert!(matches!(&error, PublishError::Name { path: named } if named == path), "{error}");
        assert_eq!(fs::read_dir(root.path()).unwrap().count(), 0, "{path:?}");
    }
}

#[test]
fn a_link_keeps_its_destination() {
    let (root, link) = room();
    let real = root.path().join("srv/www");
    symlink("srv/www", &link).unwrap();
    for artifacts in [site(OLD), site(NEW)] {
        publish(&artifacts, &link).unwrap();
        assert_eq!(fs::read_link(&link).unwrap(), Path::new("srv/www"));
        assert!(is_exactly(&real, &artifacts));
        assert_eq!(work_folder(&real), ["lock", "origin.json"]);
        assert_eq!(work_folder(&link), [""; 0]);
    }
}

#[test]
fn dots_and_slashes_name_the_same_folder() {
    let (root, target) = room();
    fs::create_dir(root.path().join("x")).unwrap();
    for spelled in ["public/", "./public", "x/../public", "public/.", "public//"] {
        let _ = fs::remove_dir_all(&target);
        publish(&site(OLD), &root.path().join(spelled)).unwrap();
        assert!(is_exactly(&target, &site(OLD)), "{spelled}");
    }
    assert_eq!(work_folder(&target), ["lock", "origin.json"]);
}

#[test]
fn the_folder_keeps_its_permissions() {
    let (_root, target) = room();
    publish(&site(OLD), &target).unwrap();
    fs::set_permissions(&target, fs::Permissions::from_mode(0o2775)).unwrap();
    publish(&site(NEW), &target).unwrap();
    assert_eq!(fs::metadata(&target).unwrap().permissions().mode() & 0o7777, 0o2775);
}

#[test]
fn a_file_as_output_folder_is_refused() {
    let (_root, target) = room();
    fs::write(&target, "mine").unwrap();
    let error = publish(&site(OLD), &target).unwrap_err();
    assert!(matches!(error, PublishError::Unsuitable { why: Unsuitable::NotAFolder, .. }), "{error}");
    assert_eq!(fs::read(&target).unwrap(), b"mine");
}

#[test]
fn targets_that_would_destroy_the_sources_are_refused() {
    let (root, _) = room();
    let site_dir = root.path().join("site");
    fs::create_dir_all(site_dir.join("content/r8")).unwrap();
    fs::create_dir_all(root.path().join("shared")).unwrap();
    symlink("../shared", site_dir.join("themes")).unwrap();
    symlink("content", site_dir.join("innocent")).unwrap();
    let table = [
        ("/", Some(Unsuitable::HoldsSite)),
        ("", Some(Unsuitable::HoldsSite)),
        (".", Some(Unsuitable::HoldsSite)),
        ("..", Some(Unsuitable::HoldsSite)),
        ("public/..", Some(Unsuitable::HoldsSite)),
        ("content", Some(Unsuitable::InsideSources)),
        ("content/r8/public", Some(Unsuitable::InsideSources)),
        ("innocent/public", Some(Unsuitable::InsideSources)),
        ("themes", Some(Unsuitable::InsideSources)),
        ("themes/default", Some(Unsuitable::InsideSources)),
        ("../shared/x", Some(Unsuitable::InsideSources)),
        ("public", None),
        ("content2", None),
        ("../public", None),
        ("new/deep/public", None),
    ];
    fs::create_dir(site_dir.join("public")).unwrap();
    let claim = Claim { kind: FolderKind::Site, site_dir: &site_dir };
    for (target, wanted) in table {
        let found = match check_target(&site_dir.join(target), claim) {
            Ok(()) => None,
            Err(PublishError::Unsuitable { why, .. }) => Some(why),
            Err(error) => panic!("{error}"),
        };
        assert_eq!(found, wanted, "{target:?}");
    }
    let error = publish(&Artifacts::default(), Path::new("/")).unwrap_err();
    assert!(matches!(error, PublishError::Unsuitable { why: Unsuitable::HoldsSite, .. }), "{error}");
}

#[test]
fn verify_lists_the_differences() {
    let (_root, target) = room();
    assert!(matches!(verify(&target), Verified::Absent));
    publish(&site(OLD), &target).unwrap();
    let Verified::Intact { digest, files: 3, .. } = verify(&target) else { panic!() };
    assert_eq!(digest, blake3::hash(&fs::read(target.join(".hoshin-manifest")).unwrap()).to_hex().to_string());
    fs::write(target.join("index.html"), "olD").unwrap();
    fs::remove_file(target.join("style.css")).unwrap();
    fs::write(target.join("x"), "").unwrap();
    let Verified::Differs { changed, missing, foreign } = verify(&target) else { panic!() };
    assert_eq!((changed, missing, foreign), (vec!["index.html".into()], vec!["style.css".into()], vec!["x".into()]));
}

#[test]
fn the_same_site_gives_the_same_bytes_whatever_was_there_before() {
    let (root, target) = room();
    let other = root.path().join("other");
    publish(&site(OLD), &target).unwrap();
    publish(&site(NEW), &target).unwrap();
    publish(&site(NEW), &other).unwrap();
    assert_eq!(tree(&target), tree(&other));
}

#[test]
fn errors_have_messages_in_both_languages() {
    let error = PublishError::Foreign { target: "public".into(), paths: vec!["a.txt".into(), "b/".into()], count: 3 };
    let found = error.diagnostic();
    assert_eq!(found.code, &catalogue::OUTPUT_FOREIGN_FILES);
    assert_eq!(
        found.text.get(Lang::Ja),
        "出力先「public」に、hoshin が作ったのではないファイルが 3 件あります: a.txt, b/ …"
    );
    assert_eq!(error.to_string(), "the output folder public holds files that hoshin did not write (3): a.txt, b/ …");
    assert!(found.help.ja.contains("content"));
}

/// The numbers of files written, unchanged and removed, and the bytes written.
fn counts(done: &Published) -> (usize, usize, usize, u64) {
    (done.written.len(), done.unchanged, done.removed, done.bytes_written)
}
