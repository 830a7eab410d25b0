//! Dates in running text.

use super::super::*;
use jiff::civil::date;

fn found(text: &str) -> Vec<(&str, Result<Moment, DateError>)> {
    dates_in(text).map(|found| (&text[found.range.clone()], found.moment)).collect()
}

#[test]
fn finds_dates_as_official_texts_write_them() {
    assert_eq!(
        found("令和７年２月21日に表明した「令和７年度施政方針」に則して、令和８年４月から平成31年の"),
        [
            ("令和７年２月21日", Ok(Moment::Day(date(2025, 2, 21)))),
            ("令和７年度", Ok(Moment::FiscalYear(FiscalYear(2025)))),
            ("令和８年４月", Ok(Moment::Month { year: 2026, month: 4 })),
            ("平成31年", Ok(Moment::Year(2019))),
        ]
    );
}

#[test]
fn finds_other_ways_of_writing() {
    for (text, expected) in [
        ("（令和八年四月一日）", ("令和八年四月一日", Ok(Moment::Day(date(2026, 4, 1))))),
        ("改定R8.4.1版", ("R8.4.1", Ok(Moment::Day(date(2026, 4, 1))))),
        ("（H30年度決算）", ("H30年度", Ok(Moment::FiscalYear(FiscalYear(2018))))),
        ("期限は2026-04-01。", ("2026-04-01", Ok(Moment::Day(date(2026, 4, 1))))),
        ("2026年4月1日", ("2026年4月1日", Ok(Moment::Day(date(2026, 4, 1))))),
        ("2030年度まで", ("2030年度", Ok(Moment::FiscalYear(FiscalYear(2030))))),
        ("令和７年\n３月25日", ("令和７年\n３月25日", Ok(Moment::Day(date(2025, 3, 25))))),
        ("令和8年4月30日間", ("令和8年4月", Ok(Moment::Month { year: 2026, month: 4 }))),
        ("実績は平30年度の", ("平30年度", Ok(Moment::FiscalYear(FiscalYear(2018))))),
        ("（平30.4.1）", ("平30.4.1", Ok(Moment::Day(date(2018, 4, 1))))),
        ("二千二十六年度", ("二千二十六年度", Ok(Moment::FiscalYear(FiscalYear(2026))))),
        ("令和7年第1回定例会", ("令和7年", Ok(Moment::Year(2025)))),
        ("令和8年4・5月", ("令和8年", Ok(Moment::Year(2026)))),
        ("令和8年2月30日", ("令和8年2月30日", Err(DateError::NoSuchDay))),
        ("令和8年13月", ("令和8年13月", Err(DateError::NoSuchMonth))),
    ] {
        assert_eq!(found(text), [expected], "{text}");
    }
}

#[test]
fn finds_no_dates_in_other_words() {
    for text in [
        "戦後80年という節目",
        "戦後８０年",
        "2050年までに",
        "平成の大合併",
        "令和　年　月　日",
        "令和-4年度",
        "大正大学",
        "一人一人が",
        "第２次",
        "S3.1.2.4",
        "R2-D2",
        "192.168.1.1",
        "ISO2026-04-01x",
        "電話042-325-0111",
        "12025年度",
        "R99.13.1",
        "東大3年度",
        "大3年生",
        "「",
    ] {
        assert_eq!(found(text), [], "{text}");
    }
}

#[test]
fn reads_pairs_and_tells_contradictions() {
    for (text, contradicts) in [
        ("令和7年（2025年）", false),
        ("令和７年(２０２５年)", false),
        ("令和7（2025）年", false),
        ("令和7（2025）年度", false),
        ("令和7年度（2025年度）", false),
        ("令和7年度（2025）", false),
        ("令和7年度（2026年3月）", false),
        ("令和7年（2025年）3月25日", false),
        ("令和7年3月25日（2025年3月25日）", false),
        ("2025年（令和7年）", false),
        ("2025（令和7）年度", false),
        ("平成31年（2019年）", false),
        ("令和元年（2019年）", false),
        ("昭和64年（1989年）", false),
        ("令和7年（2024年）", true),
        ("令和7（2026）年度", true),
        ("令和7年度（2026年度）", true),
        ("令和7年度（2024年）", true),
        ("2025年（令和8年）", true),
        ("令和7年3月25日（2025年3月26日）", true),
    ] {
        let all: Vec<_> = dates_in(text).collect();
        assert_eq!(all.len(), 1, "{text}");
        assert_eq!(all[0].range, 0..text.len(), "{text}");
        assert!(all[0].companion.is_some(), "{text}");
        assert_eq!(all[0].contradicts_itself(), contradicts, "{text}");
    }
}

#[test]
fn brackets_that_say_something_else_are_no_pair() {
    for text in [
        "令和7年度（2024年度実績）",
        "令和7年度（1500）",
        "令和7年度（2025～2029年度）",
        "令和7年度（令和6年度）",
        "令和7年（第1回）",
    ] {
        let first = dates_in(text).next();
        assert_eq!(first.map(|found| found.companion), Some(None), "{text}");
    }
}

#[test]
fn reports_dates_outside_their_era() {
    let told = |text| dates_in(text).filter_map(|found| found.overrun).map(|it| it.moment.wareki()).collect();
    let told: Vec<Vec<String>> = vec![told("平成36年度までに"), told("平成31年4月30日"), told("平成31年５月１日")];
    assert_eq!(told, [vec!["令和6年度"], vec![], vec!["令和元年5月1日"]]);
}
