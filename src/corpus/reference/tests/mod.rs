//! References of real and small documents.

use super::*;
use crate::corpus::testing::{page, real_site, site};
use crate::corpus::{Backlink, Corpus};
use crate::policy::{Content, Inline, plain_text};

mod registered;

fn id(id: &str) -> DocumentId {
    DocumentId(id.to_owned())
}

fn shown(referent: &Referent) -> String {
    match referent {
        Referent::Itself => "itself".to_owned(),
        Referent::Document(id) => id.0.clone(),
        Referent::Clause(id, position) => format!("{}#{position}", id.0),
        Referent::Plan(plan) => format!("plan {plan}"),
        Referent::Department(id) => format!("department {id}"),
        Referent::Term(term) => format!("term {term}"),
        Referent::Law(url) => format!("law {url}"),
    }
}

/// The plain text of a part of a clause.
fn part(corpus: &Corpus, document: &str, position: &str, part: usize) -> Vec<Inline> {
    let mut found = Vec::new();
    corpus.document(&id(document)).unwrap().body.each_clause(|clause| {
        if clause.position == position {
            found = match &clause.content {
                Content::Text(text) => text.clone(),
                Content::Cells(cells) => cells[part].clone(),
            };
        }
    });
    found
}

/// Every mention of a document: `position words → referent`.
fn mentions(corpus: &Corpus, document: &str) -> Vec<String> {
    let show = |mention: &Mention| {
        let text = plain_text(&part(corpus, document, mention.position.as_str(), mention.part));
        format!("{} {} → {}", mention.position, &text[mention.range.clone()], shown(&mention.referent))
    };
    corpus.links.mentions(&id(document)).iter().map(show).collect()
}

fn problems(corpus: &Corpus, document: &str) -> Vec<String> {
    let source = &corpus.document(&id(document)).unwrap().source;
    let show = |problem: &Problem| {
        assert!(source.text[problem.source.clone()].contains(&problem.written), "{problem:?}");
        format!("{} {:?}", problem.written, problem.kind)
    };
    corpus.links.problems(&id(document)).iter().map(show).collect()
}

#[test]
fn of_the_22_quotations_in_the_r7_document_11_are_documents() {
    let corpus = real_site();
    assert_eq!(
        mentions(&corpus, "r7/shisei-unei"),
        [
            "pre-p1 令和７年度施政方針 → plan shisei-hoshin-r7",
            "s1-6 国分寺市ゼロカーボン行動計画 → plan zero-carbon",
            "s1-6 国分寺市役所ゼロカーボン行動計画 → plan zero-carbon-shiyakusho",
            "s2 第２次国分寺市総合ビジョン → plan sogo-vision-2",
            "s2-1 国分寺市ビジョン → plan kokubunji-vision",
            "s2-1 第２次国分寺市総合ビジョン前期実行計画 → plan sogo-vision-2-zenki",
            "s2-2 第２次国分寺市行政デジタル化推進計画 → plan gyosei-digital-2",
            "s2-2 第Ⅱ期国分寺市業務改革プロジェクト → plan gyomu-kaikaku-2",
            "s3-6 政策部 → department seisaku-bu",
            "s3-6 情報管理課 → department joho-kanri-ka",
            "s4-1 国分寺市人材育成基本方針（第３期） → plan jinzai-ikusei-hoshin-3",
            "s4-1 国分寺市人材育成実施計画 → plan jinzai-ikusei-jisshi",
            "s4-1 ハラスメントの防止等に関する指針 → plan harassment",
            "s5-p1 この基本方針 → itself",
        ]
    );
    assert_eq!(problems(&corpus, "r7/shisei-unei"), Vec::<String>::new());
    let text = &corpus.document(&id("r7/shisei-unei")).unwrap().body;
    let mut others = Vec::new();
    text.each_clause(|clause| {
        let text = plain_text(clause.text());
        let quotes = super::quote::quotes(&text);
        let is_linked = |range: &Range<usize>| {
            corpus.links.mentions_in(&id("r7/shisei-unei"), &clause.position).iter().any(|it| it.range == *range)
        };
        others.extend(quotes.into_iter().filter(|it| !is_linked(&it.inside)).map(|it| text[it.inside].to_owned()));
    });
    assert_eq!(others.len(), 11);
    assert_eq!(
        others,
        [
            "ゼロカーボンシティ",
            "歴史をつなぎ 未来をひらく 個性がひかり輝くまち",
            "まちづくりの基本理念",
            "すべての人が主役であること",
            "変化に対ししなやかであること",
            "まちの心地良さを未来へつなげること",
            "選択と集中",
            "新たな財源の獲得",
            "国分寺市民",
            "各部の運営方針",
            "目標設定",
        ]
    );
}

#[test]
fn the_r8_document_and_who_refers_to_a_plan() {
    let corpus = real_site();
    assert_eq!(
        mentions(&corpus, "r8/seisaku-keiei"),
        [
            "pre-p1 令和8年度政策経営部の運営方針 → itself",
            "pre-p2 令和8年度市政運営の基本方針 → plan shisei-unei-r8",
            "pre-p2 本運営方針 → itself",
            "s1-b1 令和8年度施政方針 → plan shisei-hoshin-r8",
            "s1-b1 政策経営部 → department seisaku-keiei-bu",
            "s2-b1 第2次国分寺市総合ビジョン → plan sogo-vision-2",
            "s2-b1 国分寺市ビジョン前期実行計画 → plan vision-zenki",
            "s2-b1 政策経営部 → department seisaku-keiei-bu",
            "s4-b2 DX・行政改革室 → department dx-gyosei-kaikaku-shitsu",
            "s4-b2 総合調整担当 → department sogo-chosei-tanto",
            "s6-b1-p2 公共施設等総合管理計画 → plan kokyo-shisetsu",
            "s8-b8 ハラスメントの防止等に関する指針 → plan harassment",
        ]
    );
    assert_eq!(problems(&corpus, "r8/seisaku-keiei"), Vec::<String>::new());
    let backlink =
        |document: &str, position: &str, via| Backlink { document: id(document), position: position.into(), via };
    assert_eq!(
        corpus.links.referring_to(&Referent::Plan("harassment".to_owned())),
        [backlink("r7/shisei-unei", "s4-1", Via::Name), backlink("r8/seisaku-keiei", "s8-b8", Via::Name)]
    );
    assert_eq!(
        corpus.links.referring_to(&Referent::Plan("shisei-hoshin-r8".to_owned())),
        [backlink("r8/seisaku-keiei", "", Via::Upper), backlink("r8/seisaku-keiei", "s1-b1", Via::Name)]
    );
}

const PLANS: &str = "plans:
- id: zenki-1
  name: 前期実行計画
  from: H29
  until: R2
- id: zenki-2
  name: 前期実行計画
  from: R7
  until: R10
- id: vision
  name: 市総合ビジョン
  aliases: [市ビジョン]
- id: kutsukai
  name: 「強い」まち計画
";

/// The mentions and problems of one document of R8 beside 令和7年度基本方針, its draft of R9 and some plans.
fn told(text: &str) -> (String, String) {
    let basic = page("R7", "令和7年度 基本方針", "## 2 推進\n\n(1) 一\n\n(2) 二\n\n## 3 体制\n\n・甲\n\n・乙 {#otsu}");
    let draft = page("R9", "令和9年度基本方針", "本文").replace("published", "draft");
    let corpus = site(&[
        ("plans.yaml", PLANS),
        ("r7/kihon.md", &basic),
        ("r9/kihon.md", &draft),
        ("r8/a.md", &page("R8", "令和8年度 運営方針", text)),
    ]);
    let mentions: Vec<String> =
        mentions(&corpus, "r8/a").iter().map(|it| it.split_once(' ').unwrap().1.to_owned()).collect();
    (mentions.join("; "), problems(&corpus, "r8/a").join("; "))
}

#[test]
fn names_are_found_whole_or_not_at_all() {
    for (text, mentions, problems) in [
        ("「市総合ビジョン」", "市総合ビジョン → plan vision", ""),
        ("「市ビジョン」及び「市総合 ビジョン」", "市ビジョン → plan vision; 市総合 ビジョン → plan vision", ""),
        ("「**市**総合ビジョン」", "市総合ビジョン → plan vision", ""),
        ("「{市|し}総合ビジョン」", "市総合ビジョン → plan vision", ""),
        ("｢市ビジョン｣", "市ビジョン → plan vision", ""),
        ("『市ビジョン』", "市ビジョン → plan vision", ""),
        ("「『市ビジョン』の実現」", "市ビジョン → plan vision", ""),
        ("「「強い」まち計画」", "「強い」まち計画 → plan kutsukai", ""),
        ("市ビジョンに", "", ""),
        ("「市ビジョン等」", "", ""),
        ("「市役所総合ビジョン」", "", "市役所総合ビジョン Unknown"),
        ("「市ビジョン後期実行計画」", "", "市ビジョン後期実行計画 Unknown"),
        ("「各部の運営方針」と「選択と集中」", "", ""),
        ("`「市ビジョン」`", "", ""),
        ("「市ビジョン", "", ""),
    ] {
        assert_eq!(told(text), (mentions.to_owned(), problems.to_owned()), "{text}");
    }
}

#[test]
fn years_and_periods_tell_editions_apart() {
    for (text, mentions, problems) in [
        ("「令和7年度基本方針」", "令和7年度基本方針 → r7/kihon", ""),
        ("「Ｒ７基本方針」", "Ｒ７基本方針 → r7/kihon", ""),
        ("「2025年度　基本方針」", "2025年度　基本方針 → r7/kihon", ""),
        ("「令和7年度基本方針」2(1)に", "「令和7年度基本方針」2(1) → r7/kihon#s2-1", ""),
        (
            "「令和7年度基本方針」（令和7年4月1日決定）の２（２）を",
            "「令和7年度基本方針」（令和7年4月1日決定）の２（２） → r7/kihon#s2-2",
            "",
        ),
        ("「令和7年度基本方針」3（2項目め）", "「令和7年度基本方針」3（2項目め） → r7/kihon#s3-b2", ""),
        ("「令和7年度基本方針」9(1)に", "令和7年度基本方針 → r7/kihon", "「令和7年度基本方針」9(1) Place(Missing)"),
        ("「令和7年度基本方針」第2章に", "令和7年度基本方針 → r7/kihon", "「令和7年度基本方針」第2章 Place(Missing)"),
        (
            "旧「令和7年度基本方針」2(1)に",
            "令和7年度基本方針 → r7/kihon",
            "「令和7年度基本方針」2(1) Place(UnknownVersion)",
        ),
        ("「令和7年度基本方針」2(1)、(2)及び3による", "「令和7年度基本方針」2(1) → r7/kihon#s2-1", ""),
        ("「令和7年度基本方針」2月に", "令和7年度基本方針 → r7/kihon", ""),
        ("「基本方針」", "", "基本方針 Unknown"),
        ("「令和8年度基本方針」", "", "令和8年度基本方針 Unknown"),
        ("「令和9年度基本方針」", "", ""),
        ("「令和8年度運営方針」と「運営方針」", "令和8年度運営方針 → itself; 運営方針 → itself", ""),
        ("「前期実行計画」", "前期実行計画 → plan zenki-2", ""),
    ] {
        assert_eq!(told(text), (mentions.to_owned(), problems.to_owned()), "{text}");
    }
    let corpus = site(&[("plans.yaml", PLANS), ("r4/a.md", &page("R4", "令和4年度方針", "「前期実行計画」"))]);
    assert_eq!(problems(&corpus, "r4/a"), ["前期実行計画 Ambiguous([\"zenki-1\", \"zenki-2\"])"]);
    let corpus = site(&[("plans.yaml", PLANS), ("r1/a.md", &page("R1", "令和元年度方針", "「前期実行計画」"))]);
    assert_eq!(mentions(&corpus, "r1/a"), ["p1 前期実行計画 → plan zenki-1"]);
}

#[test]
fn short_names_hold_from_their_definition() {
    for (text, mentions, problems) in [
        (
            "「実施計画」と「市総合ビジョン」（以下「実施計画」という。）\n\n「実施計画」は、実施計画に",
            "市総合ビジョン → plan vision; 実施計画 → plan vision; 実施計画 → plan vision",
            "実施計画 Unknown",
        ),
        ("市総合ビジョン（以下「構想」という。）、「構想」と構想の", "構想 → plan vision; 構想 → plan vision", ""),
        ("「市ビジョン」（以下「構想」という。）の基本構想は", "市ビジョン → plan vision", ""),
        ("業務改革（以下「改革プラン」という。）の「改革プラン」", "", ""),
        ("「市ビジョン」（以下「構想」を定める）「構想」", "市ビジョン → plan vision", ""),
    ] {
        assert_eq!(told(text), (mentions.to_owned(), problems.to_owned()), "{text}");
    }
}

#[test]
fn references_lead_to_clauses_by_position_or_id() {
    for (text, mentions, problems) in [
        ("[[r7/kihon#s2-2]]", "「令和7年度基本方針」2(2) → r7/kihon#s2-2", ""),
        ("[[r7/kihon#s2-2|前年の(2)]]", "前年の(2) → r7/kihon#s2-2", ""),
        ("[[r7/kihon#otsu]]", "「令和7年度基本方針」3（2項目め） → r7/kihon#s3-b2", ""),
        ("[[r7/kihon#s3-b2]]", "「令和7年度基本方針」3（2項目め） → r7/kihon#s3-b2", ""),
        ("[[r7/kihon#s3-b2.otsu]]", "「令和7年度基本方針」3（2項目め） → r7/kihon#s3-b2", ""),
        ("[[otsu]]", "「令和7年度基本方針」3（2項目め） → r7/kihon#s3-b2", ""),
        ("[[r7/kihon]]", "「令和7年度基本方針」 → r7/kihon", ""),
        ("[[#p1]]", "「令和8年度運営方針」第1段落 → r8/a#p1", ""),
        ("[二の(1)](../r7/kihon.md#s2-1)", "二の(1) → r7/kihon#s2-1", ""),
        ("[[r7/kihon#s2-9]]", "", "r7/kihon#s2-9 Dangling(Some(\"r7/kihon#s2\"))"),
        ("[[r7/kihom#s2-1]]", "", "r7/kihom#s2-1 Dangling(Some(\"r7/kihon#s2-1\"))"),
        ("[[あいうえお]]", "", "あいうえお Dangling(None)"),
        ("[[r9/kihon]]", "", "r9/kihon Withheld"),
    ] {
        assert_eq!(told(text), (mentions.to_owned(), problems.to_owned()), "{text}");
    }
}

#[test]
fn references_of_a_draft_are_not_listed() {
    let draft = page("R9", "令和9年度案", "「市ビジョン」と[[r8/a#p1]]").replace("published", "draft");
    let corpus =
        site(&[("plans.yaml", PLANS), ("r9/an.md", &draft), ("r8/a.md", &page("R8", "令和8年度運営方針", "本文"))]);
    assert_eq!(corpus.links.mentions(&id("r9/an")).len(), 2);
    assert_eq!(corpus.links.referring_to(&Referent::Plan("vision".to_owned())), []);
    assert_eq!(corpus.links.clauses_referred_to(&id("r8/a")).count(), 0);
}

#[test]
fn pages_show_references_as_links_without_changing_the_text() {
    let text = "「**市**ビジョン」と[[#p1|この{段落|だんらく}]]";
    let corpus = site(&[("plans.yaml", PLANS), ("r8/a.md", &page("R8", "運営方針", text))]);
    let inlines = part(&corpus, "r8/a", "p1", 0);
    let destination = |referent: &Referent| Some(shown(referent));
    let linked = corpus.links.linked(&id("r8/a"), &"p1".into(), 0, &inlines, destination);
    assert_eq!(plain_text(&linked), plain_text(&inlines));
    let links: Vec<String> = linked
        .iter()
        .filter_map(|inline| match inline {
            Inline::Link(link) => Some(format!("{} {}", link.destination, plain_text(&link.text))),
            _ => None,
        })
        .collect();
    assert_eq!(links, ["plan vision 市ビジョン", "r8/a#p1 この段落"]);
    assert_eq!(corpus.links.clauses_referred_to(&id("r8/a")).count(), 1);
}

#[test]
fn hostile_texts_take_linear_time() {
    let start = std::time::Instant::now();
    for text in [
        "「令和7年度基本方針」の2(1)、本方針と".repeat(5_000),
        "「見知らぬ計画」と「**別の**計画」と".repeat(5_000),
        "「市ビジョン」（以下「構想」という。）構想は".repeat(5_000),
        "[[r7/kihon#s2-1]]「市ビジョン」".repeat(5_000),
        "「市ビジョン」".repeat(5_000) + &"「".repeat(50_000),
        format!("{}{}", "「市ビジョン『".repeat(5_000), "』」".repeat(5_000)),
        (0..5_000).map(|at| format!("計画{at}（以下「別名{at}」という。）")).collect(),
        "（".repeat(50_000) + "以下「構想」という",
    ] {
        let basic = page("R7", "令和7年度 基本方針", "## 2 推進\n\n(1) 一\n\n(2) 二");
        let corpus =
            site(&[("plans.yaml", PLANS), ("r7/kihon.md", &basic), ("r8/a.md", &page("R8", "運営方針", &text))]);
        let found = corpus.links.mentions(&id("r8/a"));
        assert!(found.windows(2).all(|pair| pair[0].range.end <= pair[1].range.start), "they do not overlap");
    }
    // This allows for an unoptimised build on a busy machine. A quadratic step would take minutes.
    assert!(start.elapsed().as_secs() < 60, "{:?}", start.elapsed());
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(200))]

    #[test]
    fn links_never_change_the_text(
        text in "(「|」|『|』|市ビジョン|\\{市\\|し\\}|ビジョン|\\*\\*|\\[\\[#p1|\\[\\[r7/kihon#s2-1\\|甲|\\]\\]|\\[甲\\]\\(/r8/a/\\)|本方針|（以下|という。）|5\\(1\\)|`|~~|\n|\n\n|、){0,24}"
    ) {
        let corpus = site(&[("plans.yaml", PLANS), ("r8/a.md", &page("R8", "運営方針", &text))]);
        let document = corpus.document(&id("r8/a")).unwrap();
        document.body.each_clause(|clause| {
            let mut linked_ones = 0;
            let linked = corpus.links.linked(&document.id, &clause.position, 0, clause.text(), |referent| {
                linked_ones += 1;
                Some(shown(referent))
            });
            assert_eq!(plain_text(&linked), plain_text(clause.text()));
            let own = corpus.links.mentions_in(&document.id, &clause.position).iter();
            assert_eq!(linked_ones, own.filter(|mention| mention.via != Via::Link).count());
        });
    }
}

#[test]
fn each_place_of_a_list_leads_to_its_own_clause() {
    let law = "第1条　目的を定める。\n\n第2条　次の者とする。\n\n(1) 甲\n\n(2) 乙\n\n(3) 丙\n\n第3条　前条の者は、無料とする。\n\n２　前項の者は、届け出る。\n";
    let guide = "## 1 根拠\n\n(1) 「見本条例」第2条(1)、(3)及び第3条第2項による。\n\n(2) 「見本条例」第2条第1号から第3号までの者\n\n(3) 「見本条例」第1条及び第9条による。\n";
    let corpus = site(&[("r8/a.md", &page("R8", "見本条例", law)), ("r8/b.md", &page("R8", "手引", guide))]);
    assert_eq!(
        mentions(&corpus, "r8/b"),
        [
            "s1-1 「見本条例」第2条(1) → r8/a#s2-1",
            "s1-1 (3) → r8/a#s2-3",
            "s1-1 第3条第2項 → r8/a#s3-2",
            "s1-2 「見本条例」第2条第1号 → r8/a#s2-1",
            "s1-2 第3号 → r8/a#s2-3",
            "s1-3 「見本条例」第1条 → r8/a#s1",
        ]
    );
    assert_eq!(mentions(&corpus, "r8/a"), ["s3 前条 → r8/a#s2", "s3-2 前項 → r8/a#s3"]);
    assert_eq!(problems(&corpus, "r8/b").len(), 1);
    assert_eq!(corpus.links.referring_to(&Referent::Clause(id("r8/a"), "s2".into())), [], "前条 is no backlink");
}

#[test]
fn a_document_that_amends_another_names_no_places_of_its_own() {
    let text = "第1条　目的。\n\n第2条　第1条を準用する。\n";
    let corpus = site(&[
        ("r8/a.md", &page("R8", "見本条例", text)),
        ("r8/b.md", &page("R8", "見本条例の一部を改正する条例", text)),
    ]);
    assert_eq!(mentions(&corpus, "r8/a"), ["s2 第1条 → r8/a#s1"]);
    assert_eq!(mentions(&corpus, "r8/b"), Vec::<String>::new());
}

#[test]
fn a_place_that_the_document_does_not_have_is_told() {
    let law = "第1条　前条及び第9条による。\n\n第2条　第1条、民法第9条及び第10条による。\n";
    let corpus = site(&[("r8/a.md", &page("R8", "見本条例", law))]);
    assert_eq!(problems(&corpus, "r8/a"), ["前条 OwnPlace", "第9条 OwnPlace"]);
    assert_eq!(mentions(&corpus, "r8/a"), ["s2 第1条 → r8/a#s1"]);
}
