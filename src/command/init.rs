//! `hoshin init`: writes the site of a small city to edit, in the language of the messages.

use std::fs;
use std::io;
use std::path::Path;

use include_dir::{Dir, include_dir};
use serde_json::json;

use super::arguments::Init;
use super::console::Console;
use super::error::Failure;
use super::{CommandContext, Exit, new_file, report};
use crate::diagnostic::{Lang, catalogue};
use crate::output::directory;

/// The files, inside the executable. Dot-files are stored without their dot, so that they have no effect in the repository of
/// this program.
static JAPANESE_STARTER: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/starter");
static ENGLISH_STARTER: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/starter-en");

/// Writes the files into a folder that is empty or not there.
pub(super) fn run(init: &Init, context: &CommandContext, console: &mut Console) -> Result<Exit, Failure> {
    let folder = init.folder.display().to_string();
    directory::check_other(&init.folder, None)?;
    if !is_free(&init.folder).map_err(|error| new_file::failed(&folder, &error))? {
        return Err(Failure::of(catalogue::init_not_empty(&folder)));
    }
    let mut files = Vec::new();
    let starter = match context.lang {
        Lang::Ja => &JAPANESE_STARTER,
        Lang::En => &ENGLISH_STARTER,
    };
    collect(starter, &mut files);
    files.sort_unstable();
    for (path, bytes) in &files {
        new_file::create(&init.folder, path, bytes)?;
    }
    let paths: Vec<&str> = files.iter().map(|(path, _)| path.as_str()).collect();
    let said = next_steps(&folder, paths.len(), context);
    report::say(&said, &json!({ "folder": folder, "written": paths }), context, console)?;
    Ok(Exit::Fine)
}

/// Returns whether a folder may be filled: it does not exist, or holds nothing but `.git`.
fn is_free(folder: &Path) -> io::Result<bool> {
    match fs::read_dir(folder) {
        Ok(mut entries) => entries.try_fold(true, |free, entry| Ok(free && entry?.file_name() == ".git")),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::NotADirectory => Ok(false),
        Err(error) => Err(error),
    }
}

fn collect(dir: &Dir<'static>, files: &mut Vec<(String, &'static [u8])>) {
    for file in dir.files() {
        // A binary built on Windows holds backslashes.
        let path = file.path().to_string_lossy().replace('\\', "/");
        let path = if path.starts_with("git") { format!(".{path}") } else { path };
        files.push((path, file.contents()));
    }
    dir.dirs().for_each(|dir| collect(dir, files));
}

fn next_steps(folder: &str, count: usize, context: &CommandContext) -> String {
    let cd = if folder == "." { String::new() } else { format!("  cd {}\n", CommandContext::quoted(folder)) };
    match context.lang {
        Lang::Ja => format!(
            "「{folder}」に、架空の市の方針を用意しました（{count} 個のファイル）。\n\n次にすること:\n{cd}  \
             hoshin serve     ブラウザーで見ながら書き換える\n  \
             hoshin check     誤りがないか確かめる\n  \
             hoshin build     public/ に公開用のサイトを作る\n  \
             hoshin new r9/shisei-unei --from r8/shisei-unei     次の年度の方針を書き始める\n\n\
             まず content/site.yaml の title・city・base_url を、自分の市のものに書き換えてください。\n"
        ),
        Lang::En => format!(
            "An imaginary city's policies are in {folder} ({count} files).\n\nWhat to do next:\n{cd}  \
             hoshin serve     edit, and watch in a browser what becomes of it\n  \
             hoshin check     look for mistakes\n  \
             hoshin build     make the site in public/\n  \
             hoshin new 2027/annual-policy --from 2026/annual-policy     start next year's policy\n\n\
             Begin with title, city and base_url in content/site.yaml.\n"
        ),
    }
}
