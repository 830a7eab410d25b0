//! The sheet on which posts are reviewed and signed. It shows clause and post side by side, marks words of the post that are not in
//! the clause, and has counts, remarks and boxes for 起案・課長・広報.

use std::collections::BTreeSet;

use quick_xml::escape::escape;

use super::csv::{CsvWriter, MARK};
use super::{ExportFiles, ExportRequest, approval};
use crate::diagnostic::Lang;
use crate::snippet::clause_posts::ClausePosts;
use crate::snippet::post::Post;

const STYLE: &str = "body{font-family:sans-serif;font-size:10pt;line-height:1.6;margin:1em}\
article{break-inside:avoid;border:1px solid #000;margin:0 0 1em;padding:.6em}h2{font-size:11pt;margin:0}\
pre{font:inherit;white-space:pre-wrap;margin:.3em 0;border:1px solid #999;padding:.4em}\
ins{text-decoration:underline dotted;background:#eee}table{border-collapse:collapse;margin-left:auto}\
td{border:1px solid #000;width:6em;height:3.2em;vertical-align:top;font-size:8pt;padding:.2em}";

const CAUTION: &str = "自動確認では主語の入替えや因果関係の変化は見つかりません。必ず人が読んでください。";

pub(super) fn write(request: &ExportRequest<'_>, files: &mut ExportFiles) {
    let mut sheet = format!(
        "<!doctype html>\n<html lang=\"ja\">\n<meta charset=\"utf-8\">\n<title>投稿文の決裁シート</title>\n<style>{STYLE}</style>\n\
         <h1>投稿文の決裁シート（{}）</h1>\n<p>下線は、条項にない言い回しです。{CAUTION}</p>\n",
        escape(&request.corpus.site.city)
    );
    let header = [
        "項",
        "id",
        "投稿先",
        "段階",
        "原文",
        "投稿文",
        "原文にない言い回し",
        "字数",
        "上限",
        "指摘",
        "承認",
        "起案",
        "課長",
        "広報",
    ];
    let mut table = CsvWriter::new(MARK, header);
    for clause in request.clauses {
        for post in clause.posts() {
            let reviewed = ReviewedPost::of(request, clause, post);
            sheet.push_str(&reviewed.article());
            table.push(reviewed.cells());
        }
    }
    sheet.push_str("</html>\n");
    files.insert("review.html".to_owned(), sheet.into_bytes());
    files.insert("review.csv".to_owned(), table.into_bytes());
}

struct ReviewedPost<'a> {
    clause: &'a ClausePosts<'a>,
    post: &'a Post,
    /// The body in stretches; `true` marks a stretch that is not in the clause.
    stretches: Vec<(&'a str, bool)>,
    remarks: Vec<String>,
}

impl<'a> ReviewedPost<'a> {
    fn of(request: &ExportRequest<'_>, clause: &'a ClausePosts<'a>, post: &'a Post) -> Self {
        let key = (clause.subject.document.id.0.clone(), clause.subject.clause.position.to_string(), post.channel.name);
        // The sheet is in Japanese only.
        let known = request.remarks.get(&key).into_iter().flatten();
        let mut remarks: Vec<String> = known.map(|remark| remark.ja.clone()).collect();
        if let Some((unit, above)) = post.above_soft {
            remarks.push(format!("{above} {}超過（投稿の方法によっては受け付けられません）", unit.in_japanese()));
        }
        Self { clause, post, stretches: stretches(&clause.subject.clause_text.text, &post.body), remarks }
    }

    fn measure(&self) -> String {
        let limit = self.post.limit.map_or_else(|| "上限なし".to_owned(), |limit| limit.to_string());
        let rest = self.post.remaining_full_width().map_or_else(String::new, |rest| format!("、残り全角 {rest} 字"));
        format!("{}／{limit}{rest}", self.post.count)
    }

    fn article(&self) -> String {
        let subject = &self.clause.subject;
        let marked: String = self
            .stretches
            .iter()
            .map(
                |(words, is_new)| {
                    if *is_new { format!("<ins>{}</ins>", escape(*words)) } else { escape(*words).into_owned() }
                },
            )
            .collect();
        let remarks: String = self.remarks.iter().map(|remark| format!("<li>{}</li>", escape(remark))).collect();
        let approved =
            approval(self.clause, self.post).map_or_else(String::new, |it| format!("・承認済み（{}）", it.by));
        format!(
            "<article>\n<h2>{} ／ {}</h2>\n<p>{}・{}・字数 {}{}</p>\n<p>原文</p>\n<pre>{}</pre>\n<p>言葉</p>\n<pre>{marked}</pre>\n\
             <p>投稿文</p>\n<pre>{}</pre>\n<ul>{remarks}</ul>\n\
             <table><tr><td>起案</td><td>課長</td><td>広報</td></tr></table>\n</article>\n",
            escape(&subject.name),
            escape(self.post.channel.title),
            subject.clause.address().id,
            self.post.level.words(Lang::Ja),
            self.measure(),
            escape(&approved),
            escape(&subject.clause_text.text),
            escape(self.post.text()),
        )
    }

    fn cells(&self) -> [String; 14] {
        let subject = &self.clause.subject;
        let new: Vec<&str> = self.stretches.iter().filter(|(_, is_new)| *is_new).map(|(words, _)| *words).collect();
        let approved = approval(self.clause, self.post).map_or_else(String::new, |approval| approval.by.clone());
        [
            subject.name.clone(),
            subject.clause.address().id.to_string(),
            self.post.channel.title.to_owned(),
            self.post.level.words(Lang::Ja),
            subject.clause_text.text.clone(),
            self.post.text(),
            new.join("／"),
            self.post.count.to_string(),
            self.post.limit.map_or_else(String::new, |limit| limit.to_string()),
            self.remarks.join("／"),
            approved,
            String::new(),
            String::new(),
            String::new(),
        ]
    }
}

/// Divides a text into stretches that are in the clause (`false`) and stretches that are not (`true`). A character is in the clause if
/// three characters in a row that include it are in the clause.
fn stretches<'a>(clause: &str, words: &'a str) -> Vec<(&'a str, bool)> {
    const GRAM: usize = 3;
    // Most posts are taken from the clause word for word.
    if !words.is_empty() && clause.contains(words) {
        return vec![(words, false)];
    }
    let known: Vec<char> = clause.chars().collect();
    let known: BTreeSet<&[char]> = known.windows(GRAM).collect();
    let (places, signs): (Vec<usize>, Vec<char>) = words.char_indices().unzip();
    let mut is_new = vec![true; signs.len()];
    for (at, gram) in signs.windows(GRAM).enumerate() {
        if known.contains(gram) {
            is_new[at..at + GRAM].fill(false);
        }
    }
    let mut found: Vec<(&str, bool)> = Vec::new();
    let mut start = 0;
    for at in 1..=signs.len() {
        if at == signs.len() || is_new[at] != is_new[start] {
            let end = places.get(at).copied().unwrap_or(words.len());
            found.push((&words[places[start]..end], is_new[start]));
            start = at;
        }
    }
    found
}
