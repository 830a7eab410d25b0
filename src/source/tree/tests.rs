use std::fs;
use std::path::Path;

use super::read_tree;
use crate::diagnostic::{Diagnostics, Place};
use crate::source::{Ignored, Tree};

fn site(files: &[&str]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("content")).unwrap();
    for path in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, "x").unwrap();
    }
    folder
}

fn paths(tree: &Tree) -> Vec<&str> {
    tree.files.keys().map(String::as_str).collect()
}

fn shown(found: &Diagnostics) -> Vec<String> {
    let place = |place: &Place| match place {
        Place::File(path) => path.clone(),
        Place::Span(_) | Place::Site => panic!("not a file"),
    };
    let mut shown: Vec<String> =
        found.iter().map(|found| format!("{} {}", place(&found.place), found.code.id)).collect();
    shown.sort();
    shown
}

fn read(folder: &Path) -> (Tree, Vec<String>) {
    let (tree, found) = read_tree(folder).unwrap();
    (tree, shown(&found))
}

#[test]
fn content_and_themes_are_read_and_nothing_else() {
    let folder = site(&["content/site.yaml", "content/r8/a.md", "themes/x/base.html", "public/b.md", "README.md"]);
    let (tree, found) = read(folder.path());
    assert_eq!(paths(&tree), ["content/r8/a.md", "content/site.yaml", "themes/x/base.html"]);
    assert_eq!((&*tree.files["content/r8/a.md"], found), (&b"x"[..], vec![]));
}

#[test]
fn a_folder_without_content_is_an_error_that_tells_how_to_start() {
    let folder = tempfile::tempdir().unwrap();
    let error = read_tree(folder.path()).unwrap_err();
    assert_eq!(error.diagnostic().code.id, "content-missing");
    assert_eq!(
        error.diagnostic().help.ja,
        "サイトのフォルダーで実行するか、--site で指定してください。初めて作るときは content/site.yaml を置き、title・city・base_url を書いてください。"
    );
}

#[test]
fn temporary_files_are_left_out_and_accounted_for() {
    let editor = [
        "a.md~",
        ".#a.md",
        "#a.md#",
        ".a.md.swp",
        ".a.swo",
        "4913",
        "a.md___jb_tmp___",
        ".DS_Store",
        "Thumbs.db",
        "~$a.docx",
    ];
    let hidden = [".gitkeep", ".git/config"];
    let mut all: Vec<String> = editor.iter().chain(&hidden).map(|name| format!("content/{name}")).collect();
    all.extend(["content/#1.md".into(), "content/a~b.md".into(), "content/x.swp.md".into()]);
    let folder = site(&all.iter().map(String::as_str).collect::<Vec<_>>());
    let (tree, found) = read(folder.path());
    assert_eq!(paths(&tree), ["content/#1.md", "content/a~b.md", "content/x.swp.md"]);
    for name in editor {
        assert_eq!(tree.ignored.get(&format!("content/{name}")), Some(&Ignored::EditorFile), "{name}");
    }
    assert_eq!(tree.ignored.get("content/.gitkeep"), Some(&Ignored::Hidden));
    assert_eq!(tree.ignored.get("content/.git"), Some(&Ignored::Hidden));
    assert_eq!((tree.ignored.len(), found), (12, vec![]));
}

#[test]
fn names_are_nfc_and_two_of_one_name_are_refused() {
    let folder = site(&["content/か\u{3099}.png", "content/は\u{309A}/a.png", "content/ぱ/a.png"]);
    let (tree, found) = read(folder.path());
    assert_eq!(paths(&tree), ["content/が.png", "content/ぱ/a.png"]);
    assert_eq!(found, ["content/ぱ/a.png name-clash"]);
}

#[cfg(unix)]
#[test]
fn links_lead_to_files_within_content_or_nowhere() {
    use std::os::unix::fs::symlink;
    let folder = site(&["content/a.md", "content/sub/b.png", "secret.md", "themes/x/t.html"]);
    let content = folder.path().join("content");
    symlink("../content/a.md", content.join("inside.md")).unwrap();
    symlink("../secret.md", content.join("outside.md")).unwrap();
    symlink("../themes/x/t.html", content.join("theme.html")).unwrap();
    symlink("/etc", content.join("etc")).unwrap();
    symlink("..", content.join("up")).unwrap();
    symlink(".", content.join("sub/again")).unwrap();
    symlink("loop2", content.join("loop1")).unwrap();
    symlink("loop1", content.join("loop2")).unwrap();
    symlink("nothing", content.join("dangling.md")).unwrap();
    let (tree, found) = read(folder.path());
    assert_eq!(paths(&tree), ["content/a.md", "content/inside.md", "content/sub/b.png", "themes/x/t.html"]);
    let refused = ["dangling.md", "etc", "loop1", "loop2", "outside.md", "sub/again", "theme.html", "up"];
    assert_eq!(found, refused.map(|name| format!("content/{name} link-refused")));
}

#[cfg(unix)]
#[test]
fn a_content_folder_that_is_a_link_is_none() {
    let elsewhere = site(&["content/a.md"]);
    let folder = tempfile::tempdir().unwrap();
    std::os::unix::fs::symlink(elsewhere.path().join("content"), folder.path().join("content")).unwrap();
    assert!(read_tree(folder.path()).is_err());
}

#[cfg(target_os = "linux")]
#[test]
fn a_file_that_cannot_be_read_is_a_finding() {
    use std::os::unix::ffi::OsStrExt;
    let folder = site(&["content/a.md"]);
    let content = folder.path().join("content");
    let socket = std::os::unix::net::UnixListener::bind(content.join("socket")).unwrap();
    fs::write(content.join(std::ffi::OsStr::from_bytes(b"\x82\xA0.md")), "x").unwrap();
    fs::File::create(content.join("big.pdf")).unwrap().set_len(64 * 1024 * 1024 + 1).unwrap();
    let (tree, found) = read(folder.path());
    drop(socket);
    assert_eq!(paths(&tree), ["content/a.md"]);
    assert_eq!(
        found,
        [
            "content/big.pdf file-too-large",
            "content/socket special-file",
            "content/\u{FFFD}\u{FFFD}.md name-not-unicode",
        ]
    );
}

/// The superuser can read every file, so this test shows something only to other users.
#[cfg(unix)]
#[test]
fn a_file_without_permission_is_a_finding() {
    use std::os::unix::fs::PermissionsExt;
    let folder = site(&["content/a.md", "content/closed.md"]);
    let closed = folder.path().join("content/closed.md");
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o000)).unwrap();
    if fs::read(&closed).is_ok() {
        return;
    }
    let (tree, found) = read(folder.path());
    assert_eq!((paths(&tree), found), (vec!["content/a.md"], vec!["content/closed.md unreadable-file".to_owned()]));
}
