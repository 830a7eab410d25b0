//! The sheet on which posts are reviewed and signed: clause and post side by side, what is in the post and not in the
//! clause, counts, remarks, and boxes for 起案・課長・広報.

use std::collections::BTreeSet;

use quick_xml::escape::escape;

use super::csv::push_row;
use super::{Files, Order, approval};
use crate::snippet::draft::Draft;
use crate::snippet::post::Post;

const STYLE: &str = "body{font-family:sans-serif;font-size:10pt;line-height:1.6;margin:1em}\
article{break-inside:avoid;border:1px solid #000;margin:0 0 1em;padding:.6em}h2{font-size:11pt;margin:0}\
pre{font:inherit;white-space:pre-wrap;margin:.3em 0;border:1px solid #999;padding:.4em}\
ins{text-decoration:underline dotted;background:#eee}table{border-collapse:collapse;margin-left:auto}\
td{border:1px solid #000;width:6em;height:3.2em;vertical-align:top;font-size:8pt;padding:.2em}";

const CAUTION: &str = "自動確認では主語の入替えや因果関係の変化は見つかりません。必ず人が読んでください。";

pub(super) fn write(order: &Order<'_>, files: &mut Files) {
    let mut sheet = format!(
        "<!doctype html>\n<html lang=\"ja\">\n<meta charset=\"utf-8\">\n<title>投稿文の決裁シート</title>\n<style>{STYLE}</style>\n\
         <h1>投稿文の決裁シート（{}）</h1>\n<p>下線は、条項にない言い回しです。{CAUTION}</p>\n",
        escape(&order.corpus.site.city)
    );
    let mut table = "\u{FEFF}".to_owned();
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
    push_row(&mut table, header.into_iter());
    for draft in order.drafts {
        for post in draft.posts() {
            let entry = Entry::of(order, draft, post);
            sheet.push_str(&entry.article());
            push_row(&mut table, entry.cells().iter().map(String::as_str));
        }
    }
    sheet.push_str("</html>\n");
    files.insert("review.html".to_owned(), sheet.into_bytes());
    files.insert("review.csv".to_owned(), table.into_bytes());
}

struct Entry<'a> {
    draft: &'a Draft<'a>,
    post: &'a Post,
    /// Stretches of the words, and whether they are new.
    stretches: Vec<(&'a str, bool)>,
    remarks: Vec<String>,
}

impl<'a> Entry<'a> {
    fn of(order: &Order<'_>, draft: &'a Draft<'a>, post: &'a Post) -> Self {
        let key = (draft.subject.document.id.0.clone(), draft.subject.clause.position.to_string(), post.channel.name);
        // The sheet is signed in Japanese.
        let known = order.remarks.get(&key).into_iter().flatten();
        let mut remarks: Vec<String> = known.map(|remark| remark.ja.clone()).collect();
        if let Some((unit, above)) = post.above_soft {
            remarks.push(format!("{above} {}超過（投稿の方法によっては受け付けられません）", unit.in_japanese()));
        }
        Self { draft, post, stretches: stretches(&draft.subject.passage.text, &post.body), remarks }
    }

    fn measure(&self) -> String {
        let limit = self.post.limit.map_or_else(|| "上限なし".to_owned(), |limit| limit.to_string());
        let rest = self.post.remaining_full_width().map_or_else(String::new, |rest| format!("、残り全角 {rest} 字"));
        format!("{}／{limit}{rest}", self.post.count)
    }

    fn article(&self) -> String {
        let subject = &self.draft.subject;
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
            approval(self.draft, self.post).map_or_else(String::new, |it| format!("・承認済み（{}）", it.by));
        format!(
            "<article>\n<h2>{} ／ {}</h2>\n<p>{}・{}・字数 {}{}</p>\n<p>原文</p>\n<pre>{}</pre>\n<p>言葉</p>\n<pre>{marked}</pre>\n\
             <p>投稿文</p>\n<pre>{}</pre>\n<ul>{remarks}</ul>\n\
             <table><tr><td>起案</td><td>課長</td><td>広報</td></tr></table>\n</article>\n",
            escape(&subject.name),
            escape(self.post.channel.title),
            subject.clause.address().id,
            self.post.level.in_japanese(),
            self.measure(),
            escape(&approved),
            escape(&subject.passage.text),
            escape(self.post.text()),
        )
    }

    fn cells(&self) -> [String; 14] {
        let subject = &self.draft.subject;
        let new: Vec<&str> = self.stretches.iter().filter(|(_, is_new)| *is_new).map(|(words, _)| *words).collect();
        let approved = approval(self.draft, self.post).map_or_else(String::new, |approval| approval.by.clone());
        [
            subject.name.clone(),
            subject.clause.address().id.to_owned(),
            self.post.channel.title.to_owned(),
            self.post.level.in_japanese(),
            subject.passage.text.clone(),
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

/// The words divided into what the clause says, too, and what it does not: a character is known when three in a row that it
/// belongs to are in the clause.
fn stretches<'a>(clause: &str, words: &'a str) -> Vec<(&'a str, bool)> {
    const GRAM: usize = 3;
    // The words of most posts are the clause's own: nothing is taken apart for them.
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
