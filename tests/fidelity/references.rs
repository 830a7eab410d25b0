//! Which of the quoted names of the R7 document are documents.

use scraper::Selector;

use crate::originals::{R7, join_r7};
use crate::page;

/// What a text has in 「」, each once, in its order.
fn quotes(paragraphs: &[String]) -> Vec<&str> {
    let mut quotes = Vec::new();
    for rest in paragraphs.iter().flat_map(|paragraph| paragraph.split('「').skip(1)) {
        let quote = rest.split('」').next().unwrap_or_default();
        if !quotes.contains(&quote) {
            quotes.push(quote);
        }
    }
    quotes
}

#[test]
fn eleven_of_the_22_quotes_are_documents_and_lead_to_plans() {
    let original = join_r7(R7);
    let page = page::built("r7/shisei-unei");
    let links = Selector::parse(".text a[href^='../../plans/']").unwrap();
    let leads_to = |quote: &str| {
        let found = page.select(&links).find(|link| link.text().collect::<String>() == quote)?;
        found.attr("href")?.strip_prefix("../../plans/")?.strip_suffix("/index.html")
    };
    let led: Vec<(&str, Option<&str>)> =
        quotes(&original.paragraphs).into_iter().map(|quote| (quote, leads_to(quote))).collect();
    assert_eq!(
        led,
        [
            ("令和７年度施政方針", Some("shisei-hoshin-r7")),
            ("ゼロカーボンシティ", None),
            ("国分寺市ゼロカーボン行動計画", Some("zero-carbon")),
            ("国分寺市役所ゼロカーボン行動計画", Some("zero-carbon-shiyakusho")),
            ("第２次国分寺市総合ビジョン", Some("sogo-vision-2")),
            ("国分寺市ビジョン", Some("kokubunji-vision")),
            ("歴史をつなぎ 未来をひらく 個性がひかり輝くまち", None),
            ("まちづくりの基本理念", None),
            ("すべての人が主役であること", None),
            ("変化に対ししなやかであること", None),
            ("まちの心地良さを未来へつなげること", None),
            ("第２次国分寺市総合ビジョン前期実行計画", Some("sogo-vision-2-zenki")),
            ("第２次国分寺市行政デジタル化推進計画", Some("gyosei-digital-2")),
            ("第Ⅱ期国分寺市業務改革プロジェクト", Some("gyomu-kaikaku-2")),
            ("選択と集中", None),
            ("新たな財源の獲得", None),
            ("国分寺市人材育成基本方針（第３期）", Some("jinzai-ikusei-hoshin-3")),
            ("国分寺市人材育成実施計画", Some("jinzai-ikusei-jisshi")),
            ("ハラスメントの防止等に関する指針", Some("harassment")),
            ("国分寺市民", None),
            ("各部の運営方針", None),
            ("目標設定", None),
        ]
    );
    assert_eq!(led.iter().filter(|(_, plan)| plan.is_some()).count(), 11);
}
