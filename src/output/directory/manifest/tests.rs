use super::*;
use crate::policy::SiteName;

const EMPTY: &str = "af1349b9f5f9a1a6a0404dea36dcc9499bcb25c9adc112b7cc9a93cae41f3262";

fn identity() -> Identity {
    let site = SiteName { base_url: "https://www.example.jp/".into(), city: "試験  \"市\"\n".into() };
    Identity { kind: FolderKind::Export, site }
}

fn manifest(files: &[(&str, &'static [u8])], identity: Option<Identity>) -> Manifest {
    let entry = |(path, bytes): &(&str, &'static [u8])| ((*path).to_owned(), ManifestEntry::of(bytes));
    Manifest { identity, files: files.iter().map(entry).collect() }
}

#[test]
fn a_manifest_is_text_and_is_read_back() {
    let heads = [
        (None, "hoshin-manifest 1  2 files".to_owned()),
        (
            Some(identity()),
            r#"hoshin-manifest 2  2 files  {"kind":"export","base_url":"https://www.example.jp/","city":"試験  \"市\"\n"}"#
                .to_owned(),
        ),
    ];
    for (identity, head) in heads {
        let manifest = manifest(&[("index.html", b""), ("方針/a  b.html", b"abc")], identity);
        let text = manifest.text();
        assert_eq!(
            text,
            format!(
                "{head}\n{EMPTY}  0  index.html\n\
                 6437b3ac38465133ffb63b75273a8db548c558465d79db03fd359c6cd5bd9d85  3  方針/a  b.html\n"
            )
        );
        assert_eq!(Manifest::parse(text.as_bytes()), Ok(manifest));
        assert_eq!(Manifest::paths(&text).collect::<Vec<_>>(), ["index.html", "方針/a  b.html"]);
    }
    assert_eq!(Manifest::parse(b"hoshin-manifest 1  0 files\n"), Ok(Manifest::default()));
}

#[test]
fn the_kind_of_a_folder_is_in_the_head_or_follows_from_its_files() {
    let former = |files: &[(&str, &'static [u8])]| Manifest::kind(manifest(files, None).text().as_bytes());
    assert_eq!(former(&[("index.html", b"")]), Some((FolderKind::Site, None)));
    assert_eq!(former(&[(DRAFTS_MARKER, b""), ("index.html", b"")]), Some((FolderKind::Drafts, None)));
    assert_eq!(former(&[("r8/index.html", b""), ("review.csv", b"")]), Some((FolderKind::Export, None)));
    assert_eq!(former(&[]), Some((FolderKind::Export, None)));
    let stated = manifest(&[("index.html", b"")], Some(identity())).text();
    assert_eq!(Manifest::kind(stated.as_bytes()), Some((FolderKind::Export, Some(identity()))));
    assert_eq!(Manifest::kind(b"hoshin-manifest 3  0 files\n"), None);
}

#[test]
fn damage_is_found_with_its_line() {
    let line = |path: &str| format!("{EMPTY}  0  {path}\n");
    let table = [
        (String::new(), 1, "empty"),
        ("\u{feff}hoshin-manifest 1  0 files\n".to_owned(), 1, "a byte order mark"),
        ("hoshin-manifest 3  0 files\n".to_owned(), 1, "a version from the future"),
        ("hoshin-manifest 2  0 files\n".to_owned(), 1, "without an identity"),
        (r#"hoshin-manifest 2  0 files  {"kind":"site","base_url":"u"}"#.to_owned() + "\n", 1, "half an identity"),
        (
            r#"hoshin-manifest 2  0 files  {"kind":"site","base_url":"u","city":"c","path":"/home"}"#.to_owned() + "\n",
            1,
            "more than an identity",
        ),
        (format!("hoshin-manifest 1  2 files\n{}", line("a")), 1, "cut off after a line"),
        (format!("hoshin-manifest 1  1 files\n{EMPTY}  0  a"), 1, "cut off within the last line"),
        (format!("hoshin-manifest 1  1 files\n{}", &EMPTY[..40]), 2, "cut off within a hash"),
        (format!("hoshin-manifest 1  2 files\n{}{}", line("b"), line("a")), 3, "not sorted"),
        (format!("hoshin-manifest 1  2 files\n{}{}", line("a"), line("a")), 3, "twice"),
        (format!("hoshin-manifest 1  1 files\n{}", line("../a")), 2, "a path that leads out"),
        (format!("hoshin-manifest 1  1 files\n{}", line("/a")), 2, "an absolute path"),
        (format!("hoshin-manifest 1  1 files\n{}", line(MANIFEST)), 2, "itself"),
        (format!("hoshin-manifest 1  1 files\n<<<<<<< HEAD\n{}", line("a")), 2, "a merge conflict"),
        (format!("hoshin-manifest 1  1 files\r\n{}", line("a")), 1, "CRLF"),
    ];
    for (text, at, why) in table {
        assert_eq!(Manifest::parse(text.as_bytes()), Err(at), "{why}");
    }
    assert_eq!(Manifest::parse(b"\xff\xfe"), Err(1), "not UTF-8");
}

#[test]
fn only_folders_with_files_below_are_folders() {
    let manifest = manifest(&[("a/b/c", b""), ("ab/c", b"")], None);
    for (folder, has) in [("a", true), ("a/b", true), ("ab", true), ("a/b/c", false), ("b", false), ("abc", false)] {
        assert_eq!(manifest.has_folder(folder), has, "{folder}");
    }
}
