//! The summary at the end: the findings, the fate of every file, and the files written.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};

use crate::diagnostic::text::severity_name;
use crate::diagnostic::{Diagnostics, Lang, Severity};
use crate::output::directory::Published;
use crate::pipeline::{Accounts, FileFate, ReleaseStanding, Work};

/// Counts the findings: `エラー 2・警告 1`, or a word for none.
pub(super) fn findings(found: &Diagnostics, lang: Lang) -> String {
    let counted: Vec<String> = [Severity::Error, Severity::Warning, Severity::Info]
        .into_iter()
        .filter(|&severity| found.count(severity) > 0)
        .map(|severity| {
            let name = severity_name(severity, lang);
            let count = found.count(severity);
            match lang {
                Lang::En if count > 1 && severity != Severity::Info => format!("{count} {name}s"),
                Lang::En => format!("{count} {name}"),
                Lang::Ja => format!("{name} {count}"),
            }
        })
        .collect();
    match (lang, counted.is_empty()) {
        (Lang::Ja, true) => "指摘なし".to_owned(),
        (Lang::En, true) => "nothing found".to_owned(),
        (Lang::Ja, false) => counted.join("・"),
        (Lang::En, false) => counted.join(", "),
    }
}

/// The files with the same fate.
struct FateGroup {
    fate: FileFate,
    count: usize,
    /// The first publication to come.
    from: Option<Timestamp>,
}

/// Counts the files by their fate: `公開 2・公開前 1（2026-04-01 00:00 から）・設定と資料 4`.
pub(super) fn accounts(accounts: &Accounts, zone: &TimeZone, lang: Lang) -> String {
    let mut groups: BTreeMap<u8, FateGroup> = BTreeMap::new();
    for fate in accounts.0.values().copied() {
        let group = groups.entry(words(fate).rank).or_insert(FateGroup { fate, count: 0, from: None });
        group.count += 1;
        if let FileFate::Future(at) = fate {
            group.from = Some(group.from.map_or(at, |earliest| earliest.min(at)));
        }
    }
    let mut out = String::new();
    for FateGroup { fate, count, from } in groups.into_values() {
        if !out.is_empty() {
            out.push_str(if lang == Lang::Ja { "・" } else { ", " });
        }
        let _ = write!(out, "{} {count}", name(fate, lang));
        if let Some(from) = from {
            let from = local(from, zone);
            let _ = match (lang, count) {
                (Lang::Ja, 1) => write!(out, "（{from} から）"),
                (Lang::Ja, _) => write!(out, "（最初は {from} から）"),
                (Lang::En, 1) => write!(out, " (from {from})"),
                (Lang::En, _) => write!(out, " (the first from {from})"),
            };
        }
    }
    out
}

/// Counts the files written.
pub(super) fn published(published: &Published, lang: Lang) -> String {
    let Published { written, unchanged, removed, .. } = published;
    let written = written.len();
    match lang {
        Lang::Ja => format!("書き込み {written}・変更なし {unchanged}・削除 {removed}"),
        Lang::En => format!("{written} written, {unchanged} unchanged, {removed} removed"),
    }
}

/// A line for the fate of every file, and one for the work done.
pub(super) fn details(accounts: &Accounts, zone: &TimeZone, work: Work, lang: Lang) -> String {
    let mut out = String::new();
    for (path, fate) in &accounts.0 {
        let _ = write!(out, "{path}: {}", name(*fate, lang));
        if let FileFate::Future(at) = *fate {
            let at = local(at, zone);
            let _ = match lang {
                Lang::Ja => write!(out, "（{at} から）"),
                Lang::En => write!(out, " (from {at})"),
            };
        }
        out.push('\n');
    }
    let Work { documents_parsed, files_rendered } = work;
    let _ = match lang {
        Lang::Ja => writeln!(out, "読み込んだ文書 {documents_parsed}・作ったファイル {files_rendered}"),
        Lang::En => writeln!(out, "documents parsed {documents_parsed}, files made {files_rendered}"),
    };
    out
}

/// A line for every file written.
pub(super) fn written(published: &Published, lang: Lang) -> String {
    let word = match lang {
        Lang::Ja => "書き込み",
        Lang::En => "written",
    };
    published.written.iter().map(|path| format!("{word}: {path}\n")).collect()
}

/// The number of address records written, if any.
pub(super) fn records(count: usize, lang: Lang) -> String {
    match (count, lang) {
        (0, _) => String::new(),
        (_, Lang::Ja) => format!("; アドレスの記録 更新 {count}"),
        (1, Lang::En) => "; 1 address record updated".to_owned(),
        (_, Lang::En) => format!("; {count} address records updated"),
    }
}

/// A line that tells what no release has made public, if anything.
pub(super) fn unreleased(standing: ReleaseStanding, lang: Lang) -> String {
    let ReleaseStanding { documents, clauses, changed, .. } = standing;
    match lang {
        _ if clauses + changed == 0 => String::new(),
        Lang::Ja => format!(
            "まだ公開していません（hoshin release で公開します）: 文書 {documents}・新しい条項 {clauses}・変わった条項 {changed}\n"
        ),
        Lang::En => format!(
            "not released yet (hoshin release): documents {documents}, new clauses {clauses}, changed clauses {changed}\n"
        ),
    }
}

/// A line for every address record written.
pub(super) fn recorded(paths: &[String], lang: Lang) -> String {
    let word = match lang {
        Lang::Ja => "アドレスの記録を更新",
        Lang::En => "address record updated",
    };
    paths.iter().map(|path| format!("{word}: {path}\n")).collect()
}

/// The name of a fate in machine-readable output.
pub(super) fn fate_id(fate: FileFate) -> &'static str {
    words(fate).id
}

/// The names of a fate, and its place in the order in which fates are printed.
struct FateWords {
    rank: u8,
    id: &'static str,
    ja: &'static str,
    en: &'static str,
}

fn words(fate: FileFate) -> FateWords {
    let (rank, id, ja, en) = match fate {
        FileFate::Public => (0, "public", "公開", "public"),
        FileFate::Future(_) => (1, "future", "公開前", "to come"),
        FileFate::Approved => (2, "approved", "決裁済み（未公開）", "approved"),
        FileFate::Draft => (3, "draft", "下書き", "draft"),
        FileFate::Broken => (4, "broken", "読めないファイル", "broken"),
        FileFate::Unread => (5, "unread", "読まなかったファイル", "unread"),
        FileFate::Data => (6, "data", "設定と付属データ", "registries and sidecars"),
        FileFate::AssetUsed => (7, "asset-used", "添付（使用）", "assets used"),
        FileFate::Asset => (8, "asset", "添付", "assets"),
        FileFate::AssetUnused => (9, "asset-unused", "添付（未使用、公開しない）", "assets unused (left out)"),
        FileFate::Theme => (10, "theme", "テーマ", "theme"),
        FileFate::ThemeUnused => (11, "theme-unused", "使わないテーマ", "of other themes"),
        FileFate::EditorFile => (12, "ignored-editor-file", "除外（編集中の一時ファイル）", "ignored (editor files)"),
        FileFate::Hidden => (13, "ignored-hidden", "除外（. で始まる名前）", "ignored (hidden)"),
    };
    FateWords { rank, id, ja, en }
}

fn name(fate: FileFate, lang: Lang) -> &'static str {
    let FateWords { ja, en, .. } = words(fate);
    match lang {
        Lang::Ja => ja,
        Lang::En => en,
    }
}

fn local(moment: Timestamp, zone: &TimeZone) -> String {
    Zoned::new(moment, zone.clone()).strftime("%Y-%m-%d %H:%M").to_string()
}
