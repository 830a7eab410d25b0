//! Links: the link to the clause stands alone on its line, and there is no other the clause does not have.

use super::Found;
use crate::diagnostic::catalogue;
use crate::snippet::faithfulness::folded::Folded;
use crate::snippet::faithfulness::reading::Reading;

pub(super) fn check(reading: &Reading<'_>, found: &mut Found) {
    let wanted = reading.source.setting.link;
    for range in &reading.links {
        let link = &reading.post[range.clone()];
        if wanted != Some(link) && !reading.source.text.contains(&Folded::new(link, 0).chars) {
            found.push(catalogue::post_link_other(link), range.clone());
        }
    }
    if let Some(wanted) = wanted
        && !reading.post.lines().any(|line| line.trim() == wanted)
    {
        found.push(catalogue::post_link_missing(wanted), 0..reading.post.len());
    }
}

#[cfg(test)]
mod tests {
    use crate::snippet::faithfulness::{Names, Setting, Source};

    #[test]
    fn the_link_stands_alone_and_is_the_only_one() {
        let names = Names::default();
        let own = "https://example.jp/c/k7f3q/";
        for (link, post, expected) in [
            (Some(own), "本文です。\nhttps://example.jp/c/k7f3q/", vec![]),
            (Some(own), "本文です。", vec!["post-link-missing"]),
            (Some(own), "本文です。https://example.jp/c/k7f3q/", vec!["post-link-missing"]),
            (Some(own), "本文です。\nhttps://example.jp/c/k7f3q/です", vec!["post-link-missing"]),
            (Some(own), "本文です。\nhttps://example.jp/c/k7f3q/\nhttps://example.com/", vec!["post-link-other"]),
            (None, "本文です。\nhttps://example.jp/c/k7f3q/", vec!["post-link-other"]),
            (None, "本文です。", vec![]),
        ] {
            let source = Source::new("本文です。", Setting { link, ..Setting::new(&names) });
            let codes: Vec<&str> = source.check(post).remarks.iter().map(|remark| remark.code().id).collect();
            assert_eq!(codes, expected, "{post}");
        }
    }
}
