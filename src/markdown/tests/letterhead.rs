//! Letterheads in any order, and ruby with emphasis.

use super::{codes, parsed, show, tree};
use crate::policy::{Block, Inline, plain_text};

/// The lines of a letterhead, `*` before the title, then `/` and the tree, then the codes found.
fn letter(markdown: &str) -> String {
    let (body, found) = parsed(markdown);
    let head = &body.letterhead;
    let line =
        |line: &crate::policy::LetterheadLine| format!("{:?} {}", line.kind, plain_text(&line.text.value).trim());
    let title = head.title.iter().map(|title| format!("* {}", plain_text(&title.value)));
    let mut lines: Vec<String> = head.above().map(line).chain(title).chain(head.below().map(line)).collect();
    let mut tree = String::new();
    show(&body.blocks, 0, &mut tree);
    lines.push(format!("/ {}", tree.trim().replace('\n', " / ")));
    lines.extend(found.sorted().iter().map(|found| found.code.id.to_owned()));
    lines.join("; ")
}

#[test]
fn a_letterhead_is_read_in_any_order() {
    for (markdown, expected) in [
        (
            "7総政第123号\n令和8年4月1日\n\n各課長　殿\n\n部長　村越 隆治\n（公印省略）\n\n# 令和8年度運営方針\n\n定める。\n",
            "Number 7総政第123号; Date 令和8年4月1日; Addressee 各課長　殿; Issuer 部長　村越 隆治; Remark （公印省略）; \
             * 令和8年度運営方針; / ¶ 定める。",
        ),
        (
            "# 令和8年度運営方針\n\n（案）\n\n市民の皆様\n\n試験市長　見本太郎\n\n試験市教育委員会\n\nApril 1, 2026\n\n定める。\n",
            "* 令和8年度運営方針; Remark （案）; Addressee 市民の皆様; Issuer 試験市長　見本太郎; Issuer 試験市教育委員会; \
             Date April 1, 2026; / ¶ 定める。",
        ),
        ("（案）\n\n令和8年度運営方針（案）\n\n定める。\n", "Remark （案）; * 令和8年度運営方針（案）; / ¶ 定める。"),
        (
            "歴史をつなぐ\n\n令和8年4月1日\n\n# 令和8年度運営方針\n\n定める。\n",
            "Date 令和8年4月1日; * 令和8年度運営方針; / ¶ 歴史をつなぐ / ¶ 定める。; letterhead-line",
        ),
        (
            "定める。\n\n# 令和8年度運営方針\n\n令和8年4月1日\n\n## 1 目的\n",
            "* 令和8年度運営方針; Date 令和8年4月1日; / ¶ 定める。 / # [1]目的; letterhead-line",
        ),
        (
            "# 令和8年度運営方針\n\n定める。\n\n# 令和8年度運営方針\n",
            "* 令和8年度運営方針; / ¶ 定める。 / # 令和8年度運営方針; title-again",
        ),
        (
            "令和8年4月1日\n\n令和8年度\n\n運営方針\n\n定める。\n",
            "Date 令和8年4月1日; * 令和8年度運営方針; / ¶ 定める。",
        ),
        ("# 令和8年度\n\n運営方針（案）\n\n定める。\n", "* 令和8年度運営方針（案）; / ¶ 定める。"),
        ("# 令和8年度\n# 運営方針\n\n定める。\n", "* 令和8年度運営方針; / ¶ 定める。"),
        ("令和8年度\n運営方針\n\n（案）\n\n定める。\n", "* 令和8年度運営方針; Remark （案）; / ¶ 定める。"),
        ("# 令和8年度\n\n計画の方針\n", "* 令和8年度; / ¶ 計画の方針"),
        ("令和8年4月1日\n\n# 通知\n\n定める。\n", "Date 令和8年4月1日; * 通知; / ¶ 定める。"),
        ("定める。\n\n# 第1章 総則\n\n# 第2章 雑則\n", "/ ¶ 定める。 / # [第1章]総則 / # [第2章]雑則"),
        ("はじめに\n\n# 目的\n\n# 体制\n", "/ ¶ はじめに / # 目的 / # 体制"),
        ("令和8年4月1日\nから施行する。\n", "/ ¶ 令和8年4月1日から施行する。"),
        ("# 令和8年度運営方針\n\n（趣旨）\n\n第1条　一\n", "* 令和8年度運営方針; / （趣旨）[第1条]一"),
    ] {
        assert_eq!(letter(markdown), expected, "\n{markdown}");
    }
}

#[test]
fn emphasis_of_a_whole_base_is_around_the_ruby() {
    let ruby = |base: &str, reading: &str| {
        Inline::Ruby(Box::new([crate::policy::RubyPair { base: base.into(), reading: reading.into() }]))
    };
    let first = |markdown: &str| {
        let (body, found) = parsed(markdown);
        assert!(found.is_empty(), "{markdown}");
        let Some(Block::Clause(clause)) = body.blocks.into_iter().next() else { panic!("a clause") };
        clause.text().to_vec()
    };
    let text = |text: &str| Inline::Text(text.into());
    let strong = |inside| Inline::Strong(vec![inside]);
    assert_eq!(
        first("町は{**強靱**|きょうじん}な町"),
        [text("町は"), strong(ruby("強靱", "きょうじん")), text("な町")]
    );
    assert_eq!(first("{***強靱***|きょうじん}"), [Inline::Emphasis(vec![strong(ruby("強靱", "きょうじん"))])]);
    assert_eq!(
        first("{**強靱**|きょうじん}と{**牽引**|けんいん}[[#s1]]")[..3],
        [strong(ruby("強靱", "きょうじん")), text("と"), strong(ruby("牽引", "けんいん"))]
    );
    assert_eq!(first(r"\{**強靱**|きょうじん}"), [text("{"), strong(text("強靱")), text("|きょうじん}")]);
    assert_eq!(first("集合{**甲**, 乙}"), [text("集合{"), strong(text("甲")), text(", 乙}")]);
    assert_eq!(codes("{強**靱**|きょうじん}"), ["ruby-emphasis"]);
    assert_eq!(codes("{**強靱|きょうじん**}"), ["ruby-emphasis"]);
    assert_eq!(codes("| 一 |\n|---|\n| {強**靱**\\|きょうじん} |\n"), ["ruby-emphasis"]);
    assert_eq!(tree("| 一 |\n|---|\n| {**強靱**\\|きょうじん} |\n"), "table 一\n  強靱\n");
}
