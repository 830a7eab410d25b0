//! Every folder that hoshin writes records its kind and its site. No command writes over, into or around a folder of another.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use super::one;
use crate::kit::{Output, SITE, Site, document};

const IS_ANOTHER: &str = "output-other-folder";
const LIES_IN_ONE: &str = "output-in-other-folder";
const HOLDS_ONE: &str = "output-holds-other-folder";
const IS_A_WORK_FOLDER: &str = "output-work-folder";
const IS_KEPT_FOR_THE_SITE: &str = "output-kept-for-site";

/// `site.yaml` of another city.
const OTHER: &str = "title: 別市の方針\ncity: 別市\nbase_url: https://other.example.jp/\n";

/// A site with two documents, of which one is a draft, and an objective.
fn site() -> Site {
    one().file("content/r8/b.md", document("status: draft", "# 令和8年度の方針\n\n下書きの文です。\n"))
}

/// The same, with a site of another city in `other/`.
fn two_sites() -> Site {
    site()
        .file("other/content/site.yaml", OTHER)
        .file("other/content/r8/a.md", document("status: published", "# 令和8年度の方針\n\n別市の文です。\n"))
}

/// Every file in the site's folder with its bytes; links are not followed.
fn all_files(site: &Site) -> BTreeMap<PathBuf, Vec<u8>> {
    let entries = walkdir::WalkDir::new(site.path(".")).into_iter().map(|entry| entry.expect("an entry"));
    let files = entries.filter(|entry| entry.file_type().is_file());
    files.map(|entry| (entry.path().to_owned(), fs::read(entry.path()).expect("a file"))).collect()
}

fn assert_succeeds(site: &Site, commands: &[&str]) {
    for command in commands {
        let done = site.run(command);
        assert_eq!(done.code, 0, "{command}: {done}");
    }
}

/// Runs a command that must be refused with this code and must touch nothing.
fn assert_refused(site: &Site, command: &str, code: &str) -> Output {
    let before = all_files(site);
    let output = site.run(command);
    assert_eq!((output.code, output.codes()), (2, vec![code]), "{command}: {output}");
    assert_eq!(all_files(site), before, "{command}");
    output
}

#[test]
fn an_export_never_replaces_the_site() {
    let site = site();
    for spelled in ["public", "public/", "./public", "content/../public"] {
        assert_refused(&site, &format!("snippet export --out {spelled}"), IS_KEPT_FOR_THE_SITE);
    }
    assert_succeeds(&site, &["build"]);
    for spelled in ["public", "public/", "./public", "content/../public"] {
        assert_refused(&site, &format!("snippet export --out {spelled}"), IS_ANOTHER);
    }
    fs::rename(site.path("public"), site.path("www")).expect("a folder moved");
    assert_refused(&site, "snippet export --out www", IS_ANOTHER);
    assert_refused(&site, "snippet export --out public", IS_KEPT_FOR_THE_SITE);
    assert_refused(&site, "snippet export --out public/posts", IS_KEPT_FOR_THE_SITE);
}

#[test]
fn a_site_an_export_and_drafts_never_replace_one_another() {
    let site = site();
    assert_succeeds(&site, &["build --output www", "build --drafts --output drafts", "snippet export --out posts"]);
    for (command, code) in [
        ("build --output posts", IS_ANOTHER),
        ("build --output drafts", IS_ANOTHER),
        ("build --drafts --output posts", IS_ANOTHER),
        ("build --drafts --output www", "drafts-over-site"),
        ("snippet export --out drafts", IS_ANOTHER),
        ("snippet export --out www", IS_ANOTHER),
    ] {
        assert_refused(&site, command, code);
    }
    assert_succeeds(&site, &["build --output www", "build --drafts --output drafts", "snippet export --out posts"]);
}

#[test]
fn a_site_never_replaces_the_site_of_another_city() {
    let site = two_sites();
    assert_succeeds(
        &site,
        &["build", "build --output www", "snippet export --out posts", "build --drafts --output drafts"],
    );
    for (command, code) in [
        ("build --site other --output public", IS_KEPT_FOR_THE_SITE),
        ("build --site other --output www", IS_ANOTHER),
        ("build --site other --drafts --output drafts", IS_ANOTHER),
        ("snippet export --site other --out posts", IS_ANOTHER),
    ] {
        let output = assert_refused(&site, command, code);
        assert!(output.err.contains("「試験市」（https://www.example.jp/）"), "{output}");
    }
}

#[test]
fn the_publication_folder_is_reserved_before_it_exists() {
    let site = two_sites();
    assert_refused(&site, "build --site other --output public", IS_KEPT_FOR_THE_SITE);
    assert_refused(&site, "snippet export --out other/public", IS_KEPT_FOR_THE_SITE);
    assert_refused(&site, "build --drafts --output other/public", "drafts-over-site");
    assert_refused(&site, "build --drafts --output public", "drafts-over-site");
    // The same city and address, but another folder.
    let site = Site::empty();
    assert_succeeds(&site, &["init a", "init b", "build --site a"]);
    assert_refused(&site, "build --site b --output a/public", IS_KEPT_FOR_THE_SITE);
}

#[test]
fn nothing_is_written_into_a_folder_that_hoshin_owns() {
    let site = two_sites();
    assert_succeeds(&site, &["build", "snippet export --out posts", "build --drafts --output drafts"]);
    for command in [
        "snippet export --out public/posts",
        "snippet export --out public/r8",
        "snippet export --out public/.well-known/posts",
        "snippet export --out public/a/b/c/",
        "build --output public/sub",
        "build --output posts/site",
        "build --site other --output public/other",
        "build --drafts --output drafts/again",
        "objective export --csv public/mokuhyo.csv",
        "objective export --csv public/index.html",
        "objective export --csv posts/review.csv",
        "init public/town",
        "init posts/town",
    ] {
        assert_refused(&site, command, LIES_IN_ONE);
    }
}

#[test]
fn nothing_is_written_around_a_folder_that_hoshin_owns() {
    let site = two_sites();
    assert_succeeds(&site, &["build --output www/houshin", "build --site other --output www/.other/site"]);
    for command in ["build --output www", "build --site other --output www", "snippet export --out www"] {
        assert_refused(&site, command, HOLDS_ONE);
    }
    // This holds even where hoshin owns the folder and the other one has a name that is kept.
    assert_succeeds(&site, &["build --output out"]);
    fs::rename(site.path("www/.other"), site.path("out/.other")).expect("a folder moved");
    site.write(
        "content/r8/a.md",
        document("status: published", "# 令和8年度の方針\n\n(1) 公開する文です。\n\n(2) 加えた文です。\n"),
    );
    assert_refused(&site, "build --output out", HOLDS_ONE);
}

#[test]
fn the_work_folder_is_never_a_target_and_never_published() {
    let site = site();
    assert_succeeds(&site, &["build", "build --output www/houshin"]);
    for command in [
        "snippet export --out .public.hoshin",
        "build --output .public.hoshin/staging",
        "build --output .not-there-yet.hoshin",
        "objective export --csv .public.hoshin/record.json",
        "init .public.hoshin/a",
    ] {
        assert_refused(&site, command, IS_A_WORK_FOLDER);
    }
    // The build record is there, and it names drafts.
    fs::remove_dir_all(site.path("www/houshin")).expect("a folder removed");
    assert_refused(&site, "build --output www", HOLDS_ONE);
}

#[test]
fn output_among_the_sources_is_refused() {
    let site = two_sites();
    for command in [
        "snippet export --out content/posts",
        "snippet export --out other/content/posts",
        "build --output other/themes/x",
        "objective export --csv content/r8/mokuhyo.csv",
        "objective export --csv content/r8/a.md",
        "objective export --csv other/content/mokuhyo.csv",
        "init content/town",
        "init other/themes/town",
    ] {
        assert_refused(&site, command, "output-inside-sources");
    }
    assert_refused(&site, "snippet export --out .", "output-holds-site");
}

#[cfg(unix)]
#[test]
fn a_symbolic_link_counts_as_its_target() {
    use std::os::unix::fs::symlink;
    let site = two_sites();
    fs::create_dir_all(site.path("srv/www")).expect("a folder");
    symlink("srv/www", site.path("public")).expect("a link");
    symlink("srv", site.path("elsewhere")).expect("a link");
    assert_refused(&site, "snippet export --out srv/www", IS_KEPT_FOR_THE_SITE);
    assert_succeeds(&site, &["build"]);
    for (command, code) in [
        ("snippet export --out srv/www", IS_ANOTHER),
        ("snippet export --out public", IS_ANOTHER),
        ("build --site other --output elsewhere/www", IS_KEPT_FOR_THE_SITE),
        ("snippet export --out elsewhere/www/posts", LIES_IN_ONE),
        ("snippet export --out srv/www/r8/../posts", LIES_IN_ONE),
        ("snippet export --out srv", HOLDS_ONE),
    ] {
        assert_refused(&site, command, code);
    }
    assert_succeeds(&site, &["build"]);
    // A folder of the sources that is a link into the site.
    symlink("../srv/www/r8", site.path("content/r9")).expect("a link");
    assert_refused(&site, "new r9/a --kind 計画", LIES_IN_ONE);
}

#[test]
fn a_site_keeps_its_folder_when_title_city_and_address_are_edited() {
    let site = Site::empty();
    assert_succeeds(
        &site,
        &["init town", "build --site town", "build --site town --output www", "snippet export --site town --out posts"],
    );
    let settings = site.read("town/content/site.yaml");
    let mut edited = settings.clone();
    for (key, value) in [("title", "別の題"), ("city", "別名市"), ("base_url", "https://betsumei.example.jp/")] {
        let line = edited.lines().find(|line| line.starts_with(&format!("{key}:"))).expect("the key").to_owned();
        edited = edited.replace(&line, &format!("{key}: {value}"));
    }
    for text in [&edited, &settings, &edited] {
        site.write("town/content/site.yaml", text);
        assert_succeeds(
            &site,
            &["build --site town", "build --site town --output www", "snippet export --site town --out posts"],
        );
    }
    assert!(site.read("town/public/index.html").contains("別の題"));
    // Both moved together, and edited again.
    fs::create_dir(site.path("moved")).expect("a folder");
    for folder in ["town", "www", ".www.hoshin"] {
        fs::rename(site.path(folder), site.path(&format!("moved/{folder}"))).expect("a folder moved");
    }
    site.write("moved/town/content/site.yaml", &settings);
    assert_succeeds(&site, &["build --site moved/town", "build --site moved/town --output moved/www"]);
}

#[test]
fn the_memory_of_a_work_folder_holds_for_its_own_folder_only() {
    let site = two_sites();
    assert_succeeds(&site, &["build --output www", "build --site other --output theirs"]);
    fs::remove_dir_all(site.path("www")).expect("a folder removed");
    fs::rename(site.path("theirs"), site.path("www")).expect("a folder moved");
    assert_refused(&site, "build --output www", IS_ANOTHER);
}

#[test]
fn a_copy_of_the_site_elsewhere_may_publish_to_the_same_folder() {
    let site = two_sites();
    assert_succeeds(&site, &["build --output www"]);
    for (path, bytes) in site.files("content") {
        site.write(&format!("copy/content/{path}"), bytes);
    }
    assert_succeeds(&site, &["build --site copy --output www", "build --output www"]);
}

#[test]
fn the_site_that_an_interrupted_build_has_set_aside_still_counts() {
    let site = two_sites();
    assert_succeeds(&site, &["build --output www"]);
    fs::rename(site.path("www"), site.path(".www.hoshin/old")).expect("a folder moved");
    assert_refused(&site, "build --site other --output www", IS_ANOTHER);
    assert_refused(&site, "snippet export --out www", IS_ANOTHER);
    assert_refused(&site, "snippet export --out www/posts", LIES_IN_ONE);
    assert_refused(&site, "init www", IS_ANOTHER);
    assert_succeeds(&site, &["build --output www"]);
}

#[test]
fn a_folder_of_an_earlier_version_is_recognised_by_its_files() {
    let site = two_sites();
    assert_succeeds(&site, &["build", "snippet export --out posts", "build --drafts --output drafts"]);
    for folder in ["public", "posts", "drafts"] {
        fs::remove_dir_all(site.path(&format!(".{folder}.hoshin"))).expect("the work folder");
        let manifest = site.read(&format!("{folder}/.hoshin-manifest"));
        let (_, files) = manifest.split_once('\n').expect("a head");
        let former = format!("hoshin-manifest 1  {} files\n{files}", files.lines().count());
        site.write(&format!("{folder}/.hoshin-manifest"), former);
    }
    for (command, code) in [
        ("build --output posts", IS_ANOTHER),
        ("build --output drafts", IS_ANOTHER),
        ("build --drafts --output posts", IS_ANOTHER),
        ("build --drafts --output public", "drafts-over-site"),
        ("snippet export --out public", IS_ANOTHER),
        ("snippet export --out drafts", IS_ANOTHER),
        ("snippet export --out public/posts", LIES_IN_ONE),
    ] {
        assert_refused(&site, command, code);
    }
    assert_succeeds(&site, &["build", "snippet export --out posts", "build --drafts --output drafts"]);
    for folder in ["public", "posts", "drafts"] {
        assert!(site.read(&format!("{folder}/.hoshin-manifest")).starts_with("hoshin-manifest 2  "), "{folder}");
    }
    assert_succeeds(&site, &["build --output www"]);
    assert_refused(&site, "build --site other --output www", IS_ANOTHER);
}

#[test]
fn the_manifest_names_the_kind_of_folder_and_no_path() {
    let site = site();
    assert_succeeds(&site, &["build", "snippet export --out posts", "build --drafts --output drafts"]);
    for (folder, kind) in [("public", "site"), ("posts", "export"), ("drafts", "drafts")] {
        let manifest = site.read(&format!("{folder}/.hoshin-manifest"));
        let head = manifest.lines().next().expect("a head");
        let count = manifest.lines().count() - 1;
        let says = format!(
            "hoshin-manifest 2  {count} files  \
             {{\"kind\":\"{kind}\",\"base_url\":\"https://www.example.jp/\",\"city\":\"試験市\"}}"
        );
        assert_eq!(head, says);
    }
}

#[test]
fn an_edited_title_is_written_to_the_manifest_although_no_page_has_changed() {
    let site = Site::new().file("content/site.yaml", SITE);
    assert_succeeds(&site, &["snippet export --out posts"]);
    site.write("content/site.yaml", SITE.replace("https://www.", "https://www2."));
    assert_succeeds(&site, &["snippet export --out posts"]);
    assert!(site.read("posts/.hoshin-manifest").contains("https://www2.example.jp/"));
}

#[test]
fn a_refusal_names_the_folder_its_owner_and_the_remedy() {
    let site = two_sites();
    assert_succeeds(&site, &["build", "build --output www/deep/houshin"]);
    let same = assert_refused(&site, "snippet export --out public --lang en", IS_ANOTHER).err;
    assert_eq!(
        same.split("\n\n").next().expect("a finding"),
        "error[output-other-folder]: public holds the published site of 試験市 (https://www.example.jp/)\n |\n = why: hoshin replaces a folder as a whole: the files that are there now would be lost, or others be published in their place.\n = help: Choose another folder (--output, --out). If you are sure that what is there is no longer needed, remove the folder by hand and run the command again."
    );
    let inside = assert_refused(&site, "snippet export --out public/posts", LIES_IN_ONE).err;
    assert!(inside.starts_with("エラー[output-in-other-folder]: 「public/posts」は、「試験市」（https://www.example.jp/）の公開用のサイトが入っている「public」の中にあります\n"), "{inside}");
    let around = assert_refused(&site, "build --output www", HOLDS_ONE).err;
    assert!(around.starts_with("エラー[output-holds-other-folder]: 「www」の中の「www/deep/houshin」には、「試験市」（https://www.example.jp/）の公開用のサイトが入っています\n"), "{around}");
    let kept = assert_refused(&site, "snippet export --out other/public", IS_KEPT_FOR_THE_SITE).err;
    assert!(kept.starts_with("エラー[output-kept-for-site]: 「other/public」には書き込めません。「other/public」は、「other/content」の原稿から作るサイトを公開するフォルダーです\n"), "{kept}");
    let json = site.run("snippet export --out public --format json");
    assert_eq!((json.code, json.json()["findings"][0]["code"].clone()), (2, IS_ANOTHER.into()));
}

#[test]
fn a_site_owns_its_default_folder_under_any_name_and_without_a_memory() {
    let site = site();
    assert_succeeds(&site, &["release"]);
    site.write("content/site.yaml", SITE.replace("https://www.", "https://www2."));
    fs::remove_dir_all(site.path(".public.hoshin")).expect("the work folder");
    assert_succeeds(&site, &["release"]);
    assert!(site.read("public/.hoshin-manifest").contains("https://www2.example.jp/"));
    // The published site also proves its addresses.
    site.write("content/site.yaml", SITE.replace("試験市", "新しい市"));
    fs::remove_dir_all(site.path(".public.hoshin")).expect("the work folder");
    for record in ["content/r8/a.lock", "content/site.lock"] {
        site.remove(record);
    }
    let asked = site.run("build");
    assert_eq!((asked.code, asked.codes()), (1, vec!["published-unrecorded"]), "{asked}");
}

#[cfg(unix)]
#[test]
fn a_default_folder_that_is_a_link_may_belong_to_another_site() {
    let site = Site::empty();
    assert_succeeds(&site, &["init a", "init b"]);
    site.write("b/content/site.yaml", OTHER);
    fs::create_dir_all(site.path("srv")).expect("a folder");
    for public in ["a/public", "b/public"] {
        std::os::unix::fs::symlink(site.path("srv/www"), site.path(public)).expect("a link");
    }
    assert_succeeds(&site, &["build --site a"]);
    assert_refused(&site, "build --site b", IS_ANOTHER);
}

#[cfg(unix)]
#[test]
fn an_unreadable_folder_above_is_no_site() {
    let site = Site::empty();
    std::os::unix::fs::symlink("content", site.path("content")).expect("a link that leads to itself");
    std::os::unix::fs::symlink("public", site.path("public")).expect("a link that leads to itself");
    assert_succeeds(&site, &["init sub/town", "build --site sub/town"]);
}

#[cfg(unix)]
#[test]
fn a_pipe_named_like_a_manifest_is_never_read() {
    let site = site();
    let pipe = |path: &str| {
        let made = std::process::Command::new("mkfifo").arg(site.path(path)).status();
        assert!(made.expect("mkfifo").success());
    };
    fs::create_dir_all(site.path("www/deep")).expect("a folder");
    pipe("www/.hoshin-manifest");
    assert_refused(&site, "build --output www/deep", LIES_IN_ONE);
    let itself = site.run("build --output www");
    assert_eq!((itself.code, itself.codes()), (2, vec!["output-io"]), "{itself}");
}

#[test]
fn a_refusal_names_the_site_and_not_its_work_folder() {
    let site = site();
    assert_succeeds(&site, &["build --output dist/en"]);
    let told = assert_refused(&site, "build --output dist", HOLDS_ONE);
    assert!(told.err.contains("「dist/en」"), "{told}");
    assert!(!told.err.contains(".en.hoshin"), "{told}");
}
