//! With a full disk, a limit on file sizes or missing permissions, the old site stays and nothing is left over.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop at the first surprise")]

mod output_kit;

use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use hoshin::artifact::Artifacts;
use hoshin::diagnostic::catalogue;
use hoshin::output::PublishError;
use output_kit::{is_exactly, publish, room, site, tree, work_folder};

const TARGET: &str = "HOSHIN_TEST_DISK_TARGET";
const NOBODY: u32 = 65534;

fn small() -> Artifacts {
    site(&[("index.html", "small"), ("r7/index.html", "kept")])
}

/// A site with one page of 200 KB among small ones.
fn large() -> Artifacts {
    let mut artifacts = site(&[("a/index.html", "new"), ("r7/index.html", "kept"), ("z/index.html", "new")]);
    artifacts.insert("index.html", vec![b'x'; 200_000]).unwrap();
    artifacts
}

/// Not a test: the child process, which publishes the large site and prints the result.
#[test]
fn child() {
    let Ok(target) = std::env::var(TARGET) else { return };
    match publish(&large(), Path::new(&target)) {
        Ok(_) => eprintln!("published"),
        Err(error) => eprintln!("{}: {error}", error.diagnostic().code.id),
    }
}

/// The output of the child. It is a copy of this program, in a place that every user can read.
fn child_says(command: &mut Command, target: &Path) -> String {
    loop {
        match command.env(TARGET, target).output() {
            Ok(output) => return String::from_utf8(output.stderr).unwrap(),
            // Another thread was starting a process while the copy was written, and has the file open for a moment.
            Err(error) if error.kind() == std::io::ErrorKind::ExecutableFileBusy => std::thread::yield_now(),
            Err(error) => panic!("{error}"),
        }
    }
}

const CHILD: [&str; 3] = ["--exact", "child", "--nocapture"];

#[test]
fn a_write_that_fails_midway_leaves_the_old_site() {
    let (_root, target) = room();
    publish(&small(), &target).unwrap();
    let before = tree(&target);
    // No file may be larger than 100 blocks of 512 (or 1024) bytes. A larger one is an error instead of a signal.
    let mut command = Command::new("sh");
    command.args(["-c", "trap '' XFSZ; ulimit -f 100; exec \"$0\" \"$@\""]).arg(std::env::current_exe().unwrap());
    let said = child_says(command.args(CHILD), &target);
    assert!(said.starts_with("output-disk-full: no space is left to write "), "{said}");
    assert!(said.contains("staging/index.html (File too large"), "{said}");
    assert_eq!(tree(&target), before);
    assert_eq!(work_folder(&target), ["lock", "origin.json"]);
    publish(&large(), &target).unwrap();
    assert!(is_exactly(&target, &large()));
}

/// A small disk, if this process may mount one.
struct SmallDisk(PathBuf);

impl SmallDisk {
    fn new(at: &Path) -> Option<Self> {
        let mounted = Command::new("mount").args(["-t", "tmpfs", "-o", "size=64k", "tmpfs"]).arg(at).output();
        mounted.is_ok_and(|done| done.status.success()).then(|| Self(at.to_owned()))
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(&self.0).status();
    }
}

/// The same test with a disk that is really full. If nothing can be mounted, the test above takes its place.
#[test]
fn a_full_disk_leaves_the_old_site() {
    let (root, _) = room();
    let Some(_disk) = SmallDisk::new(root.path()) else { return };
    let target = root.path().join("public");
    publish(&small(), &target).unwrap();
    let before = tree(&target);
    let error = publish(&large(), &target).unwrap_err();
    assert_eq!(error.diagnostic().code, &catalogue::OUTPUT_DISK_FULL, "{error}");
    assert!(error.to_string().contains("(No space left on device"), "{error}");
    assert_eq!(tree(&target), before);
    assert_eq!(work_folder(&target), ["lock", "origin.json"]);
    assert!(publish(&site(&[("index.html", "fits")]), &target).is_ok(), "the space was given back");
}

#[test]
fn a_mount_point_cannot_be_exchanged_and_is_reported() {
    let (_root, target) = room();
    fs::create_dir(&target).unwrap();
    let Some(_disk) = SmallDisk::new(&target) else { return };
    let error = publish(&small(), &target).unwrap_err();
    assert_eq!(error.diagnostic().code, &catalogue::OUTPUT_SWAP, "{error}");
    assert_eq!(tree(&target).len(), 0);
    assert_eq!(work_folder(&target), ["lock", "origin.json"]);
}

#[test]
fn a_file_in_the_place_of_the_work_folder_is_named() {
    let (root, target) = room();
    let work = root.path().join(".public.hoshin");
    fs::write(&work, "mine").unwrap();
    let error = publish(&small(), &target).unwrap_err();
    assert!(matches!(&error, PublishError::Io { path, .. } if *path == work), "{error}");
    assert_eq!(fs::read(&work).unwrap(), b"mine");
    assert!(!target.exists());
}

/// Runs a child without special rights: as `nobody` if the tests run as root, else as the same user.
fn without_rights(root: &Path, target: &Path) -> String {
    let program = root.join("child");
    fs::copy(std::env::current_exe().unwrap(), &program).unwrap();
    let mut command = Command::new(program);
    if fs::metadata(root).unwrap().uid() == 0 {
        command.uid(NOBODY).gid(NOBODY);
    }
    child_says(command.args(CHILD).current_dir("/"), target)
}

/// Makes the user of the child the owner of a folder and its content.
fn give_away(root: &Path) {
    if fs::metadata(root).unwrap().uid() == 0 {
        for entry in walkdir::WalkDir::new(root) {
            std::os::unix::fs::chown(entry.unwrap().path(), Some(NOBODY), Some(NOBODY)).unwrap();
        }
    }
}

/// The output of the child in a folder whose permissions are taken away and then given back.
fn with_mode(closed: &Path, mode: u32, run: impl FnOnce() -> String) -> String {
    fs::set_permissions(closed, fs::Permissions::from_mode(mode)).unwrap();
    let said = run();
    fs::set_permissions(closed, fs::Permissions::from_mode(0o755)).unwrap();
    said
}

#[test]
fn without_permission_nothing_changes_and_the_place_is_named() {
    // The closed entry, its mode, and the path in the message.
    let table = [
        ("site/public/r7", 0o000, "output-io", "site/public/r7 "),
        ("site/public/.hoshin-manifest", 0o000, "output-io", "site/public/.hoshin-manifest "),
        ("site/.public.hoshin", 0o555, "output-io", "site/.public.hoshin/staging "),
        ("site", 0o555, "output-swap", "site/public "),
    ];
    for (closed, mode, code, named) in table {
        let root = tempfile::tempdir().unwrap();
        fs::set_permissions(root.path(), fs::Permissions::from_mode(0o755)).unwrap();
        let target = root.path().join("site/public");
        publish(&small(), &target).unwrap();
        let before = tree(&target);
        let site_dir = root.path().join("site");
        fs::set_permissions(&site_dir, fs::Permissions::from_mode(0o755)).unwrap();
        let owner = fs::metadata(root.path()).unwrap().uid();
        give_away(&site_dir);
        let said = with_mode(&root.path().join(closed), mode, || without_rights(root.path(), &target));
        assert!(said.starts_with(&format!("{code}: ")) && said.contains(named), "{closed} (uid {owner}): {said}");
        assert!(said.contains("(Permission denied"), "{closed}: {said}");
        assert_eq!(tree(&target), before, "{closed}");
        assert_eq!(work_folder(&target), ["lock", "origin.json"], "{closed}");
    }
}
