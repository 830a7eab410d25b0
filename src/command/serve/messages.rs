//! The messages of the preview on the terminal.

use std::time::Duration;

use crate::command::{CommandContext, Verbosity, summary};
use crate::diagnostic::text::{self, TextStyle};
use crate::diagnostic::{Diagnostics, Lang};
use crate::preview::Snapshot;

/// The address of the site.
pub(super) fn address(url: &str, lang: Lang) -> String {
    match lang {
        Lang::Ja => format!(
            "{url} で見られます（指摘・投稿文・アドレス: {url}_hoshin/）。保存するたびに新しくなります。終わるには Ctrl-C を押してください。\n"
        ),
        Lang::En => {
            format!(
                "The site is at {url} (findings, posts, addresses: {url}_hoshin/), anew with every save. Ctrl-C ends it.\n"
            )
        }
    }
}

/// Says that the files are polled, and why.
pub(super) fn polling(reason: &str, lang: Lang) -> String {
    match lang {
        Lang::Ja => format!(
            "変更の知らせを受け取れないため、決まった間隔で原稿を見に行きます（{reason}）。保存してから表示されるまでが少し長くなります。\n"
        ),
        Lang::En => {
            format!("The system does not tell of changes ({reason}); the files are looked at every so often instead.\n")
        }
    }
}

/// The result of a save.
pub(super) fn built(snapshot: &Snapshot, took: Duration, context: &CommandContext) -> String {
    let found = &snapshot.survey.diagnostics;
    let grave: Diagnostics = found.iter().filter(|finding| finding.severity >= context.fails_from).cloned().collect();
    let mut out = text::render(&grave, context.lang, TextStyle::Coloured);
    if !out.is_empty() {
        out.push('\n');
    }
    if context.verbosity == Verbosity::Quiet {
        return out;
    }
    let counts = summary::findings(found, context.lang);
    let milliseconds = took.as_millis();
    out.push_str(&match (context.lang, snapshot.is_good) {
        (Lang::Ja, true) => format!("表示を新しくしました（{milliseconds} ミリ秒）; {counts}\n"),
        (Lang::Ja, false) => format!("直すところがあるため、前のページを表示しています; {counts}\n"),
        (Lang::En, true) => format!("shown anew ({milliseconds} ms); {counts}\n"),
        (Lang::En, false) => format!("there is something to mend: the pages before are shown; {counts}\n"),
    });
    out
}
