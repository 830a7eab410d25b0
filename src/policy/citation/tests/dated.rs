//! The version a citation means.

use jiff::civil::date;

use crate::japanese::testing::YEARS;
use crate::policy::{Dated, FiscalYear, Moment, Period};

fn shown(dated: Dated) -> String {
    match dated {
        Dated::Undated => "-".to_owned(),
        Dated::Unclear => "?".to_owned(),
        Dated::OfYear(FiscalYear(year)) => format!("R{}", year - 2018),
        Dated::On(Period { first, last }) if first == last => first.to_string(),
        Dated::On(Period { first, last }) => format!("{first} {last}"),
    }
}

#[test]
fn citations_read_every_form_of_a_year() {
    for (form, western) in YEARS {
        let expected = Dated::On(Period { first: date(western, 4, 1), last: date(western, 4, 1) });
        assert_eq!(Dated::in_brackets(&format!("{form}年4月1日版")), expected, "{form}");
        assert_eq!(Dated::in_brackets(&format!("{form}年度")), Dated::OfYear(FiscalYear(western)), "{form}");
    }
}

#[test]
fn words_in_brackets_tell_the_version() {
    for (words, expected) in [
        ("令和8年4月1日", "2026-04-01"),
        ("令和８年４月１日版", "2026-04-01"),
        ("2026年4月1日時点", "2026-04-01"),
        ("R8.4.1現在", "2026-04-01"),
        ("令和8年3月19日市長表明", "2026-03-19"),
        ("令和7年4月1日制定、令和8年7月1日改正", "2026-07-01"),
        ("令和8年7月1日版、参照日", "2026-07-01"),
        ("令和8年4月", "2026-04-01 2026-04-30"),
        ("令和8年", "2026-01-01 2026-12-31"),
        ("2025年改定", "2025-01-01 2025-12-31"),
        ("令和8年度", "R8"),
        ("令和8年条例第3号", "-"),
        ("平成12年3月31日条例第5号", "-"),
        ("令和8年条例第3号。令和9年4月1日改正", "2027-04-01"),
        ("令和8年2月30日", "?"),
        ("令和8年4月1日改正前", "?"),
        ("改正前", "?"),
        ("第2版", "?"),
        ("第3期", "-"),
        ("仮称", "-"),
        ("", "-"),
    ] {
        assert_eq!(shown(Dated::in_brackets(words)), expected, "{words}");
    }
}

#[test]
fn words_before_a_citation_tell_the_version() {
    for (text, expected) in [
        ("令和7年4月1日付け", "2025-04-01"),
        ("これは、令和７年４月１日施行の", "2025-04-01"),
        ("令和7年4月1日の", "2025-04-01"),
        ("令和7年度", "R7"),
        ("これは、旧", "?"),
        ("改正前の", "?"),
        ("令和7年4月1日策定", "2025-04-01"),
        ("令和7年4月1日版", "2025-04-01"),
        ("令和7年4月1日施行", "2025-04-01"),
        ("令和7年4月1日に定めた", "2025-04-01"),
        ("令和7年4月1日に策定した", "2025-04-01"),
        ("令和7年4月1日現在における", "2025-04-01"),
        ("令和7年4月1日制定時の", "2025-04-01"),
        ("（令和7年4月1日）の", "2025-04-01"),
        ("(R7.4.1)", "2025-04-01"),
        ("改正前", "?"),
        ("当初の", "?"),
        ("当初策定した", "?"),
        ("前回の", "?"),
        ("昨年度の", "?"),
        ("従前の", "?"),
        ("（制定時）の", "?"),
        ("現在における", "?"),
        ("令和7年度当初の", "?"),
        ("令和7年度策定", "?"),
        ("令和7年度版", "R7"),
        ("令和7年4月1日の改正前の", "?"),
        ("令和7年4月1日に市長が示した", "?"),
        ("令和7年4月1日に", "?"),
        ("平成12年条例第5号", "-"),
        ("令和9年度の事業は", "-"),
        ("令和7年4月1日から、", "-"),
        ("令和7年4月1日の「甲」及び", "-"),
        ("政策経営部長", "-"),
        ("市の", "-"),
        ("", "-"),
    ] {
        assert_eq!(shown(Dated::before(text)), expected, "{text}");
    }
    assert_eq!(Period::of(Moment::Day(date(2026, 4, 1))).map(|it| it.last), Some(date(2026, 4, 1)));
}
