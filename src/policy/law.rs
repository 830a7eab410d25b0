//! The address of a law on the law site of the state, from its number: 昭和22年法律第67号 is 322AC0000000067.
//!
//! An id is the era (1 明治, 2 大正, 3 昭和, 4 平成, 5 令和), the year in two digits, the kind (AC 法律, CO 政令), seven digits for the origin, and the number
//! in three digits. The origin of a 法律 says who introduced the bill (0000000 the Cabinet, 1000000 a member of the House of
//! Representatives, 0100000 of the House of Councillors), which its number does not tell. So a 法律 has an address only if its id is
//! listed here; a 政令 has one by rule, but for those until 1952, some of which have the force of a law (1000000).
//!
//! Sources: 「法令種別と法令ID」 (<https://laws.e-gov.go.jp/docs/law-data-basic/607318a-lawtypes-and-lawid/>) and 法令IDの命名規約
//! (<https://laws.e-gov.go.jp/file/LawIdNamingConvention.pdf>), as Lawtext (`core/src/law/lawID.ts`) reads them, November 2026. The ids listed
//! are those under which e-Gov 法令検索 has these laws.

use crate::japanese::{Era, EraSpelling, era_year, numeral};
use std::ops::Range;

/// The site of the laws in force.
const LAW_SITE: &str = "https://laws.e-gov.go.jp/law/";

/// Ids that no rule gives: laws that cities cite often.
const LISTED: [&str; 80] = [
    "129AC0000000089", // 民法
    "322AC0000000049", // 労働基準法
    "322AC0000000067", // 地方自治法
    "322AC0000000120", // 国家公務員法
    "322AC0000000164", // 児童福祉法
    "322CO0000000016", // 地方自治法施行令
    "323AC0000000144", // 当せん金付証票法
    "323AC1000000186", // 消防法
    "324AC0000000100", // 建設業法
    "324AC0000000189", // 屋外広告物法
    "324CO0000000330", // 獣医事審議会令
    "325AC0000000194", // 牧野法
    "325AC0000000201", // 建築基準法
    "325AC0000000218", // 港湾法
    "325AC0000000226", // 地方税法
    "325AC0000000261", // 地方公務員法
    "325AC0100000214", // 文化財保護法
    "325AC1000000202", // 建築士法
    "325CO0000000338", // 建築基準法施行令
    "327AC0000000243", // 日本国とアメリカ合衆国との間の相互協力及び安全保障条約に基づき日本国にあるアメリカ合衆国の軍隊の水面の使用に伴う漁船の操業制限等に関する法律
    "327AC1000000176", // 宅地建物取引業法
    "327AC1000000180", // 道路法
    "328AC0000000096", // 有線電気通信法
    "328AC1000000238", // 高等学校の定時制教育及び通信教育振興法
    "329AC0000000071", // あへん法
    "329AC0000000119", // 土地区画整理法
    "331AC0000000079", // 都市公園法
    "332AC0000000106", // 駐車場法
    "333AC0000000030", // 地すべり等防止法
    "334AC0000000141", // 国民年金法
    "335AC0000000105", // 道路交通法
    "336AC0000000191", // 宅地造成及び特定盛土等規制法
    "337AC0000000069", // 建物の区分所有等に関する法律
    "338AC0000000133", // 老人福祉法
    "338AC0000000182", // 義務教育諸学校の教科用図書の無償措置に関する法律
    "339AC0000000167", // 河川法
    "341AC1000000115", // 製菓衛生師法
    "343AC0000000100", // 都市計画法
    "344AC0000000038", // 都市再開発法
    "344AC0000000057", // 急傾斜地の崩壊による災害の防止に関する法律
    "345AC0000000082", // 地方道路公社法
    "345AC0000000137", // 廃棄物の処理及び清掃に関する法律
    "347AC0000000057", // 労働安全衛生法
    "348AC0000000072", // 都市緑地法
    "349AC1000000092", // 国土利用計画法
    "354AC0000000049", // エネルギーの使用の合理化及び非化石エネルギーへの転換等に関する法律
    "357AC0000000080", // 高齢者の医療の確保に関する法律
    "361AC0000000076", // 日本国有鉄道の経営する事業の運営の改善のために昭和六十一年度において緊急に講ずべき特別措置に関する法律
    "363AC1000000090", // 国会議事堂等周辺地域及び外国公館等周辺地域の静穏の保持に関する法律
    "405AC0000000088", // 行政手続法
    "405AC0000000091", // 環境基本法
    "407AC0000000123", // 建築物の耐震改修の促進に関する法律
    "407AC1000000130", // 科学技術・イノベーション基本法
    "408AC0000000085", // 特定非常災害の被害者の権利利益の保全等を図るための特別措置に関する法律
    "409AC0000000123", // 介護保険法
    "412AC0000000057", // 土砂災害警戒区域等における土砂災害防止対策の推進に関する法律
    "412AC0000000104", // 建設工事に係る資材の再資源化等に関する法律
    "414AC0000000022", // 都市再生特別措置法
    "414AC0000000042", // 貨幣回収準備資金に関する法律
    "415AC0000000057", // 個人情報の保護に関する法律
    "415AC0000000060", // 情報公開・個人情報保護審査会設置法
    "416AC0000000110", // 景観法
    "416AC0000000121", // 判事補及び検事の弁護士職務経験に関する法律
    "417AC0000000024", // 地域再生法
    "417AC0000000123", // 障害者の日常生活及び社会生活を総合的に支援するための法律
    "417AC1000000091", // 文字・活字文化振興法
    "418AC0000000091", // 高齢者、障害者等の移動等の円滑化の促進に関する法律
    "420AC0000000032", // 森林の間伐等の実施の促進に関する特別措置法
    "420AC0000000040", // 地域における歴史的風致の維持及び向上に関する法律
    "423AC0000000038", // 国と地方の協議の場に関する法律
    "423AC0000000098", // 東日本大震災における原子力発電所の事故による災害に対処するための避難住民に係る事務処理の特例及び住所移転者に係る措置に関する法律
    "423AC0000000123", // 津波防災地域づくりに関する法律
    "424AC0000000084", // 都市の低炭素化の促進に関する法律
    "425AC0000000078", // 国家公務員の配偶者同行休業に関する法律
    "426AC1000000127", // 空家等対策の推進に関する特別措置法
    "427AC0000000053", // 建築物のエネルギー消費性能の向上等に関する法律
    "428AC0100000111", // 建設工事従事者の安全及び健康の確保の推進に関する法律
    "429AC0100000076", // 鯨類の持続的な利用の確保に関する法律
    "503AC0000000032", // 取引デジタルプラットフォームを利用する消費者の利益の保護に関する法律
    "503AC0000000040", // 地方公共団体情報システムの標準化に関する法律
];

/// The number of a law in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LawNumber {
    /// Bytes of the text: 昭和22年法律第67号.
    pub range: Range<usize>,
    /// The address of the law.
    pub url: String,
}

/// The numbers of laws in a text whose address is known, in order.
#[must_use]
pub fn law_numbers(text: &str) -> Vec<LawNumber> {
    let ends = text.match_indices("年").map(|(at, year)| at + year.len());
    ends.filter_map(|end| law_number(text, end)).collect()
}

/// The number of a law whose year ends at a byte.
fn law_number(text: &str, year_end: usize) -> Option<LawNumber> {
    /// Characters of an era and its year: 昭和二十二年.
    const LONGEST: usize = 7;
    let (kind, rest) = [("法律第", "AC"), ("政令第", "CO")]
        .into_iter()
        .find_map(|(word, kind)| Some((kind, text[year_end..].strip_prefix(word)?)))?;
    let number = numeral(rest.chars())?;
    let end = text.len() - rest[number.length..].strip_prefix('号')?.len();
    let starts = text[..year_end].char_indices().rev().map(|(at, _)| at).take(LONGEST);
    let whole = |start: usize| {
        let year = era_year(text[start..year_end].chars())?;
        let is_whole = year.spelling == EraSpelling::Name && &text[start + year.length..year_end] == "年";
        is_whole.then_some((start, year))
    };
    let (start, year) = starts.filter_map(whole).next()?;
    let id = law_id(&format!("{}{:02}{kind}", era_digit(year.era), year.year), number.value)?;
    Some(LawNumber { range: start..end, url: format!("{LAW_SITE}{id}") })
}

/// The id of a law by its era, year and kind, and its number.
fn law_id(head: &str, number: u32) -> Option<String> {
    let tail = format!("{number:03}");
    if let Some(listed) = LISTED.iter().find(|id| id.starts_with(head) && id.ends_with(&tail)) {
        return Some((*listed).to_owned());
    }
    // The peace treaty came into force on 28 April 1952 (昭和27年).
    let is_by_rule = head.ends_with("CO") && head > "327CO" && (1..=999).contains(&number);
    is_by_rule.then(|| format!("{head}0000000{tail}"))
}

fn era_digit(era: Era) -> u8 {
    match era {
        Era::Meiji => 1,
        Era::Taisho => 2,
        Era::Showa => 3,
        Era::Heisei => 4,
        Era::Reiwa => 5,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_of_a_law_gives_its_address_where_it_is_certain() {
        for (text, expected) in [
            ("地方自治法（昭和22年法律第67号）第2条", "昭和22年法律第67号 322AC0000000067"),
            (
                "地方自治法（昭和二十二年法律第六十七号。以下「法」という。）",
                "昭和二十二年法律第六十七号 322AC0000000067",
            ),
            ("空家法（平成２６年法律第１２７号）", "平成２６年法律第１２７号 426AC1000000127"),
            ("施行令（昭和36年政令第37号）", "昭和36年政令第37号 336CO0000000037"),
            ("令（令和元年政令第5号）", "令和元年政令第5号 501CO0000000005"),
            ("某法（平成99年法律第1号）", ""),
            ("ある法律（平成15年法律第999号）", ""),
            ("政令（昭和20年政令第3号）", ""),
            ("条例（令和8年条例第3号）、第2号、22年法律第67号", ""),
            ("2003年法律第57号、年法律第1号", ""),
        ] {
            let found = law_numbers(text).into_iter();
            let shown = found.map(|law| format!("{} {}", &text[law.range], &law.url[LAW_SITE.len()..]));
            assert_eq!(shown.collect::<Vec<_>>().join("; "), expected, "{text}");
        }
    }
}
