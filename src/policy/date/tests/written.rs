//! Dates as they are written.

use super::super::*;
use crate::japanese::testing::{NO_NUMERALS, NUMERALS, YEARS};
use jiff::civil::date;

#[test]
fn reads_every_way_a_day_is_written() {
    for text in [
        "2026-04-01",
        "2026/4/1",
        "2026.4.1",
        "２０２６－０４－０１",
        "2026年4月1日",
        "２０２６年４月１日",
        "二〇二六年四月一日",
        "令和8年4月1日",
        "令和８年４月１日",
        "令和　８年　４月　１日",
        " 令和8年4月1日\n",
        "令和八年四月一日",
        "㋿8年4月1日",
        "R8.4.1",
        "R8/4/1",
        "r8.4.1",
        "Ｒ８．４．１",
        "R8年4月1日",
        "平成38年4月1日",
        "令和8年（2026年）4月1日",
        "令和8(2026)年4月1日",
        "2026年（令和8年）4月1日",
        "令和8年4月1日（2026年4月1日）",
    ] {
        let expected = WrittenDate { date: date(2026, 4, 1), as_written: text.to_owned() };
        assert_eq!(WrittenDate::parse(text), Ok(expected), "{text}");
    }
}

#[test]
fn reads_every_way_a_fiscal_year_is_written() {
    for (text, expected) in [
        ("R8", 2026),
        ("r8", 2026),
        ("Ｒ８", 2026),
        ("R8年度", 2026),
        ("令和8年度", 2026),
        ("令和８年度", 2026),
        ("令和八年度", 2026),
        ("令和十年度", 2028),
        ("令和元年度", 2019),
        ("R1", 2019),
        ("H31", 2019),
        ("平成31年度", 2019),
        ("平成36年度", 2024),
        ("S63", 1988),
        ("2026", 2026),
        ("２０２６年度", 2026),
        (" 令和 8 年度 ", 2026),
        ("令和8年度（2026年度）", 2026),
    ] {
        assert_eq!(FiscalYear::parse(text), Ok(FiscalYear(expected)), "{text}");
    }
}

#[test]
fn refuses_what_is_no_fiscal_year() {
    for (text, expected) in [
        ("", DateError::Unreadable),
        ("令和-4年度", DateError::Unreadable),
        ("R-4", DateError::Unreadable),
        ("26", DateError::Unreadable),
        ("20260", DateError::Unreadable),
        ("令和8年4月", DateError::Unreadable),
        ("2026-04-01", DateError::Unreadable),
        ("X8", DateError::Unreadable),
        ("令和年度", DateError::Unreadable),
        ("R0", DateError::NoSuchYear),
        ("令和0年度", DateError::NoSuchYear),
        ("令和100年度", DateError::NoSuchYear),
    ] {
        assert_eq!(FiscalYear::parse(text), Err(expected), "{text}");
    }
}

#[test]
fn dates_read_every_form_of_a_year() {
    for (form, western) in YEARS {
        assert_eq!(FiscalYear::parse(&format!("{form}年度")), Ok(FiscalYear(western)), "{form}");
        let day = WrittenDate::parse(&format!("{form}年4月1日")).map(|found| found.date);
        assert_eq!(day, Ok(date(western, 4, 1)), "{form}");
        let day = WrittenDate::parse(&format!("{form}.4.1")).map(|found| found.date);
        assert_eq!(day, Ok(date(western, 4, 1)), "{form}");
    }
}

#[test]
fn dates_read_every_form_of_a_number() {
    for (form, value) in NUMERALS {
        let value = i16::try_from(value).unwrap();
        let (text, expected) = match value {
            ..=99 => (format!("令和{form}年度"), Ok(FiscalYear(2018 + value))),
            1_000..=9_999 => (format!("{form}年度"), Ok(FiscalYear(value))),
            _ => (format!("令和{form}年度"), Err(DateError::NoSuchYear)),
        };
        assert_eq!(FiscalYear::parse(&text), expected, "{text}");
    }
    for form in NO_NUMERALS {
        assert_eq!(FiscalYear::parse(&format!("令和{form}年度")), Err(DateError::Unreadable), "{form}");
    }
}

#[test]
fn reads_days_of_every_era() {
    for (text, expected) in [
        ("令和元年5月1日", date(2019, 5, 1)),
        ("令和1年5月1日", date(2019, 5, 1)),
        ("令和７年３月25日", date(2025, 3, 25)),
        ("令和十二年十二月三十一日", date(2030, 12, 31)),
        ("平成31年5月1日", date(2019, 5, 1)),
        ("昭和64年1月7日", date(1989, 1, 7)),
        ("大正元年7月30日", date(1912, 7, 30)),
        ("明治6年1月1日", date(1873, 1, 1)),
        ("令和6年2月29日", date(2024, 2, 29)),
    ] {
        assert_eq!(WrittenDate::parse(text).map(|found| found.date), Ok(expected), "{text}");
    }
}

#[test]
fn refuses_what_is_no_day() {
    for (text, expected) in [
        ("", DateError::Unreadable),
        ("令和-4年4月1日", DateError::Unreadable),
        ("令和年月日", DateError::Unreadable),
        ("令和8年", DateError::Unreadable),
        ("令和8年4月", DateError::Unreadable),
        ("令和8年度", DateError::Unreadable),
        ("2026-04", DateError::Unreadable),
        ("2026-04-01T00:00", DateError::Unreadable),
        ("26-04-01", DateError::Unreadable),
        ("4月1日", DateError::Unreadable),
        ("令和8年4月1日ごろ", DateError::Unreadable),
        ("令和99999999999年4月1日", DateError::Unreadable),
        ("令和0年4月1日", DateError::NoSuchYear),
        ("令和2026年4月1日", DateError::NoSuchYear),
        ("令和8年13月1日", DateError::NoSuchMonth),
        ("令和8年0月1日", DateError::NoSuchMonth),
        ("令和8年2月30日", DateError::NoSuchDay),
        ("令和7年2月29日", DateError::NoSuchDay),
        ("2026-04-31", DateError::NoSuchDay),
        ("令和8年4月999日", DateError::NoSuchDay),
        ("明治5年12月2日", DateError::BeforeSolarCalendar),
    ] {
        assert_eq!(WrittenDate::parse(text), Err(expected), "{text}");
    }
}

#[test]
fn tells_dates_outside_their_era() {
    for (text, expected) in [
        ("H36", Some("令和6年度")),
        ("平成36年度", Some("令和6年度")),
        ("平成31年5月1日", Some("令和元年5月1日")),
        ("平成31年5月", Some("令和元年5月")),
        ("平成32年", Some("令和2年")),
        ("令和元年4月30日", Some("平成31年4月30日")),
        ("昭和64年度", Some("平成元年度")),
        ("H31", None),
        ("平成31年度", None),
        ("平成31年", None),
        ("平成31年4月30日", None),
        ("令和元年度", None),
        ("令和元年5月", None),
        ("昭和63年度", None),
        ("明治元年", None),
        ("2026年度", None),
        ("令和8年2月30日", None),
        ("無題", None),
    ] {
        let told = EraOverrun::of(text).map(|overrun| overrun.moment.wareki());
        assert_eq!(told.as_deref(), expected, "{text}");
    }
}
