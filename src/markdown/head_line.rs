//! What a single line of a letterhead says: number, date, addressee, issuer, remark.
//!
//! The forms are those of outgoing letters in 「公用文作成の考え方」（令和4年1月 文化審議会建議）and the document rules
//! （文書管理規程）of cities.

use super::frame;
use crate::japanese::{is_kanji_numeral, narrow, squeezed};
use crate::policy::{DateError, FILL_IN_MARKS, LetterheadKind, Moment, dates_in, english_month};

/// Longer lines are sentences. In characters, without spaces.
const LONGEST: usize = 40;

/// What a line says, if it is one of a letterhead. Parts with wide space between them are read one by one:
/// `7総政第123号　　令和8年4月1日`.
pub(super) fn kind_of(line: &str) -> Option<LetterheadKind> {
    if frame::kind_of(line).is_some() || line.contains('。') || squeezed(line).chars().count() > LONGEST {
        return None;
    }
    whole(line).or_else(|| {
        let mut parts = line.split(['\u{3000}', '\t']).map(str::trim).filter(|part| !part.is_empty()).map(whole);
        let first = parts.next()??;
        parts.all(|part| part.is_some()).then_some(first)
    })
}

fn whole(line: &str) -> Option<LetterheadKind> {
    let bare = squeezed(line);
    let inside = without_brackets(&bare);
    if is_date(inside) || is_english_date(line) {
        return Some(LetterheadKind::Date);
    }
    if is_number(inside) || is_english_number(line) {
        return Some(LetterheadKind::Number);
    }
    if is_remark(&bare, inside) {
        return Some(LetterheadKind::Remark);
    }
    if is_addressee(&bare, line) {
        return Some(LetterheadKind::Addressee);
    }
    (is_issuer(line) || is_english_issuer(line)).then_some(LetterheadKind::Issuer)
}

fn without_brackets(line: &str) -> &str {
    [('(', ')'), ('（', '）'), ('【', '】'), ('〔', '〕'), ('[', ']')]
        .iter()
        .find_map(|(open, close)| line.strip_prefix(*open)?.strip_suffix(*close))
        .unwrap_or(line)
}

/// A date, with the words that say what happened on it, and nothing else: `令和8年4月1日（水）`, `令和8年　月　日`,
/// `令和8年3月19日市長表明`, `平成21年4月1日制定`.
fn is_date(bare: &str) -> bool {
    const WORDS: [&str; 27] = [
        "最終改正",
        "一部改正",
        "全部改正",
        "市長表明",
        "市長決裁",
        "月吉日",
        "月日",
        "吉日",
        "制定",
        "改正",
        "施行",
        "決定",
        "決裁",
        "策定",
        "公表",
        "公布",
        "発表",
        "表明",
        "現在",
        "付け",
        "付",
        "改訂",
        "改定",
        "修正",
        "発行",
        "作成",
        "曜日",
    ];
    let (mut rest, mut at, mut is_dated) = (String::new(), 0, false);
    for date in dates_in(bare) {
        let after = &bare[date.range.end..];
        is_dated |= match date.moment {
            Ok(Moment::Day(_) | Moment::Month { .. }) | Err(DateError::NoSuchDay | DateError::NoSuchMonth) => true,
            Ok(Moment::Year(_)) => after.starts_with("月日") || after.starts_with("月吉日"),
            _ => false,
        };
        rest.push_str(&bare[at..date.range.start]);
        at = date.range.end;
    }
    rest.push_str(&bare[at..]);
    for word in WORDS {
        rest = rest.replace(word, "");
    }
    // What may be left: brackets and a day of the week.
    let is_sign = |c: char| matches!(c, '(' | ')' | '（' | '）' | '、' | '・' | '：' | ':');
    let letters: String = rest.chars().filter(|c| !is_sign(*c)).collect();
    is_dated && (letters.is_empty() || (letters.chars().count() == 1 && "月火水木金土日祝".contains(&letters)))
}

/// `April 1, 2026`, `1 April 2026`, `Wednesday, 1st Apr. 2026`, `Date: April 2026`.
fn is_english_date(line: &str) -> bool {
    const WORDS: [&str; 12] = [
        "date",
        "dated",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "of",
        "the",
        "adopted",
    ];
    let (mut months, mut years) = (0, 0);
    for word in line.split(|c: char| c.is_whitespace() || matches!(c, ',' | '.' | ':')).filter(|word| !word.is_empty())
    {
        let word = word.to_ascii_lowercase();
        let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        if english_month(&word).is_some() {
            months += 1;
        } else if digits.len() == 4 && digits.len() == word.len() && digits.bytes().all(|byte| byte.is_ascii_digit()) {
            years += 1;
        } else {
            let is_day = matches!(digits.parse(), Ok(1..=31_u8))
                && ["", "st", "nd", "rd", "th"].contains(&&word[digits.len()..]);
            if !is_day && !WORDS.contains(&&*word) {
                return false;
            }
        }
    }
    months == 1 && years == 1
}

/// `7総政第123号`, `国分寺市告示第12号の3`, `第5号`, `事務連絡`.
fn is_number(bare: &str) -> bool {
    const LONGEST_SERIES: usize = 16;
    if bare == "事務連絡" {
        return true;
    }
    let digit = |c: char| narrow(c).is_ascii_digit() || is_kanji_numeral(c);
    let end = bare.trim_end_matches(digit);
    let rest = if end.len() < bare.len() { end.strip_suffix('の') } else { Some(bare) };
    let Some(series) = rest.and_then(|rest| rest.strip_suffix('号')) else { return false };
    let numbered = series.trim_end_matches(|c| digit(c) || matches!(c, '-' | '－' | '‐'));
    let series_name = numbered.strip_suffix('第').filter(|_| numbered.len() < series.len());
    series_name.is_some_and(|name| {
        name.chars().count() <= LONGEST_SERIES && !name.contains(['、', '「', '」', '及', 'の', 'は'])
    })
}

/// `Ref. No. 123`, `Reference: GA/7-123`, `No. 12`: with a digit.
fn is_english_number(line: &str) -> bool {
    let line = line.trim();
    let word = ["Reference:", "Reference No.", "Ref.", "Ref:", "No."].iter().find_map(|word| line.strip_prefix(word));
    word.is_some_and(|rest| rest.contains(|c: char| c.is_ascii_digit()) && rest.split_whitespace().count() <= 3)
}

/// `（案）`, `（公印省略）`, `【取扱注意】`, `（第2版）`, `(Draft)`. The words in brackets, some of them without.
fn is_remark(bare: &str, inside: &str) -> bool {
    const BARE: [&str; 5] = ["案", "素案", "原案", "写", "公印省略"];
    const INSIDE: [&str; 14] = [
        "骨子案",
        "最終案",
        "写し",
        "秘",
        "取扱注意",
        "至急",
        "重要",
        "改訂版",
        "改定版",
        "暫定版",
        "概要版",
        "通知",
        "依頼",
        "Draft",
    ];
    let is_bracketed = inside.len() < bare.len();
    let is_edition = inside.starts_with('第') && inside.ends_with('版') && inside.chars().count() <= 5;
    let is_omitted = inside.ends_with("省略") && inside.contains('印') && inside.chars().count() <= 10;
    let is_draft = inside.eq_ignore_ascii_case("draft");
    // A mark that a new document has in place of a line of its letterhead.
    let is_to_be_filled_in =
        FILL_IN_MARKS.iter().any(|(_, mark)| inside.starts_with(&*squeezed(mark.trim_end_matches(['：', ':']))));
    let is_known = || INSIDE.contains(&inside) || is_edition || is_omitted || is_draft || is_to_be_filled_in;
    BARE.contains(&inside) || (is_bracketed && is_known())
}

/// `各課長　殿`, `市民の皆様へ`, `（宛先）市長`, `To: all residents`.
fn is_addressee(bare: &str, line: &str) -> bool {
    const ENDS: [&str; 12] =
        ["殿", "様", "御中", "各位", "宛", "宛て", "あて", "皆さま", "皆さん", "みなさま", "みなさん", "のかた"];
    /// Words that end like an honorific and are none.
    const OTHERS: [&str; 10] = ["同様", "仕様", "模様", "多様", "一様", "異様", "有様", "御殿", "宮殿", "神殿"];
    const STARTS: [&str; 8] =
        ["(宛先)", "（宛先）", "(あて先)", "（あて先）", "宛先:", "宛先：", "あて先:", "あて先："];
    let name = bare.strip_suffix('へ').unwrap_or(bare);
    let is_honoured = ENDS.iter().any(|end| name.ends_with(end) && name.len() > end.len()) || name == "各位";
    let is_japanese =
        !bare.contains(['、', '，', '「']) && is_honoured && !OTHERS.iter().any(|end| name.ends_with(end));
    let line = line.trim();
    is_japanese
        || STARTS.iter().any(|start| bare.starts_with(start))
        || line.starts_with("To: ")
        || line.starts_with("Attention: ")
        || (line.starts_with("Dear ") && line.ends_with([',', ':']))
}

/// `国分寺市長　井澤 邦夫`, `国分寺市教育委員会`, `国分寺市総務部総務課`: a post with a name or none, or an authority.
fn is_issuer(line: &str) -> bool {
    const LONGEST_NAME: usize = 8;
    let words: Vec<&str> = line.split_whitespace().collect();
    let is_written = |text: &str| text.chars().all(|c| c.is_alphabetic() && !c.is_ascii());
    if !words.iter().all(|word| is_written(word)) {
        return false;
    }
    // There may be spaces before the post: 政策経営部　部長　村越 隆治.
    let Some(post) = words.iter().rposition(|word| is_post(word)) else {
        return words.len() == 1 && is_authority(words[0]);
    };
    let name: String = words[post + 1..].concat();
    name.is_empty() || ((2..=LONGEST_NAME).contains(&name.chars().count()) && !is_matter(&name))
}

/// `Jane Doe, Mayor`, `Mayor Jane Doe`, `Mayor of Example`, `City of Example`, `Example City Council`: capital letters but for `of`, `the`, `and`.
fn is_english_issuer(line: &str) -> bool {
    const POSTS: [&str; 7] = ["Mayor", "Governor", "Director", "Chair", "Chairperson", "Manager", "Clerk"];
    const AUTHORITIES: [&str; 5] = ["Council", "Department", "Office", "Committee", "Board"];
    const MOST_WORDS: usize = 8;
    let words: Vec<&str> = line.split_whitespace().collect();
    let bare = |word: &&str| word.trim_matches([',', '.']).to_owned();
    let is_name =
        |word: &&str| word.starts_with(|c: char| c.is_ascii_uppercase()) || ["of", "the", "and"].contains(word);
    let (Some(first), Some(last)) = (words.first().map(bare), words.last().map(bare)) else { return false };
    if words.len() > MOST_WORDS || !words.iter().all(is_name) || line.trim_end().ends_with('.') {
        return false;
    }
    let is_posted = words.len() > 1 && words.len() <= 4 && POSTS.contains(&&*first);
    let is_signed = words.len() > 1 && POSTS.contains(&&*last) && line.contains(',');
    let is_place = ["City", "Town", "Village", "County"].contains(&&*first) && words.get(1) == Some(&"of");
    is_posted || is_signed || is_place || (words.len() > 1 && AUTHORITIES.contains(&&*last))
}

/// Tells if a word ends in the name of a post that issues documents.
fn is_post(word: &str) -> bool {
    const POSTS: [&str; 30] = [
        "市長",
        "町長",
        "村長",
        "区長",
        "府知事",
        "県知事",
        "都知事",
        "道知事",
        "部長",
        "課長",
        "局長",
        "室長",
        "所長",
        "館長",
        "園長",
        "校長",
        "署長",
        "次長",
        "係長",
        "委員長",
        "会長",
        "議長",
        "教育長",
        "理事長",
        "本部長",
        "消防長",
        "管理者",
        "企業長",
        "監査委員",
        "統括監",
    ];
    POSTS.iter().any(|post| word.ends_with(post))
}

/// Tells if a word is an authority: `国分寺市`, `国分寺市教育委員会`, `国分寺市総務部総務課`.
fn is_authority(word: &str) -> bool {
    const LONGEST: usize = 20;
    let Some(place) = word.find(['市', '区', '町', '村', '県', '都', '府']).filter(|at| *at > 0) else {
        return false;
    };
    let rest: String = word[place..].chars().skip(1).collect();
    let is_part = ["委員会", "部", "課", "局", "室", "議会", "本部", "センター"].iter().any(|end| rest.ends_with(end));
    word.chars().count() <= LONGEST && (rest.is_empty() || is_part)
}

/// Tells if a word behind a post is the subject of a document and no name: 施政方針, 公約.
fn is_matter(word: &str) -> bool {
    const ENDS: [&str; 20] = [
        "方針",
        "計画",
        "演説",
        "挨拶",
        "あいさつ",
        "公約",
        "条例",
        "規則",
        "要綱",
        "要領",
        "報告",
        "説明",
        "答弁",
        "会見",
        "通知",
        "指針",
        "宣言",
        "声明",
        "日程",
        "決裁",
    ];
    ENDS.iter().any(|end| word.ends_with(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_a_letterhead_are_told_apart() {
        use LetterheadKind::{Addressee, Date, Issuer, Number, Remark};
        for (kind, lines) in [
            (
                Number,
                "7総政第123号|７総政発第 12 号|国分寺市告示第12号の3|（令和7年訓令第3号）|第5号|事務連絡|Ref. No. 7-123",
            ),
            (Date, "令和８年４月１日|　令和八年四月一日|令和8年4月1日（水）|2026年4月1日|2026-04-01|R8.4.1|令和8年4月"),
            (Date, "令和8年　月　日|令和8年4月吉日|平成21年4月1日制定|（令和8年3月19日市長表明）|制定　平成21年4月1日"),
            (Date, "April 1, 2026|1 April 2026|Wednesday, 1st Apr. 2026"),
            (Addressee, "各課長　殿|市民の皆様|市民の皆さまへ|関係者各位|各位|国分寺市議会議長 様|株式会社見本 御中"),
            (Addressee, "（宛先）国分寺市長|To: All residents|Dear residents,"),
            (
                Issuer,
                "国分寺市長　井 澤 邦 夫|政策経営部長 村越隆治|国分寺市教育委員会|国分寺市|国分寺市総務部総務課|総務部長",
            ),
            (Issuer, "国分寺市教育委員会 教育長 見本太郎"),
            (Issuer, "Jane Doe, Mayor|Mayor Jane Doe|Mayor of Example|City of Example|Example City Council"),
            (Remark, "（案）|(案)|案|（公印省略）|【取扱注意】|（第2版）|(Draft)|（通知）"),
            (Number, "7総政第123号　　令和8年4月1日"),
        ] {
            lines.split('|').for_each(|line| assert_eq!(kind_of(line), Some(kind), "{line}"));
        }
    }

    #[test]
    fn text_is_no_letterhead() {
        for lines in [
            "令和8年4月1日から施行する。|令和8年度|令和8年度 運営方針|本文です。|次のとおり定める|市長 施政方針|（趣旨）|第1条",
            "市長は、次の取組を進める|様式第1号|別紙|記|前年度と同様|多様|総務部|2026年の目標は3件|May the plan succeed",
            "第3号の規定による|歴史をつなぎ 未来をひらく|ご案内||1|To be or not to be",
            "Mayor and council meet.|Mayor|Director Policy Statement of the City|Introduction|A City for All",
        ] {
            lines.split('|').for_each(|line| assert_eq!(kind_of(line), None, "{line}"));
        }
    }
}
