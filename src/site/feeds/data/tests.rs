//! The files keep their schemas and the rules of 機械可読性: read back as whoever downloads them would.

use std::collections::BTreeMap;

use serde_json::Value;

use super::*;
use crate::corpus::testing::{page, real_site, site};
use crate::site::frame::clause_map::ClauseMap;
use crate::site::frame::words::SiteWords;
use crate::source::ThemeWords;

const TEXT: &str = "前文。\n\n## 1 甲\n\n(1) {靱|じん}性を、\"一つ\"。\n\n(2) 第Ⅱ期の二つ,三つ\n続く。\n\n| a | b |\n|---|---|\n| 一 | 二 |\n\n=1+1 のこと。\n";
const OBJECTIVES_TEXT: &str = "## 1 登録者を増やす\n\n```objective\nimplements: r8/a#s1-1\nindicators:\n  - name: 登録者数\n    kind: outcome\n    unit: 人\n    direction: up\n    baseline: { value: 27812, on: 2026-03-31 }\n    target: { value: 30000, by: 2027-03-31 }\n    actuals:\n      - { value: 28000.5, on: 2026-06-30 }\n      - { value: 確認中, on: 2026-09-30 }\nsdgs: [11, 17]\ndue_label: ４月初旬\n```\n\n## 2 指標のない目標\n\n```objective\nowner: bu\n```\n";

fn corpus() -> Corpus {
    site(&[
        (
            "site.yaml",
            "title: 例\ncity: 例市\nbase_url: https://hoshin.example/\narea_code: 132144\nlicense: CC BY 4.0\n",
        ),
        (
            "organizations.yaml",
            "organizations:\n  - id: mae\n    name: 政策部\n    until: 2026-03-31\n    successors: [bu]\n  - id: bu\n    name: 政策経営部\n    from: 2026-04-01\n",
        ),
        ("plans.yaml", "plans:\n  - id: p\n    name: 計画\n    note: |\n      一行目。\n      二行目。\n"),
        ("r8/a.md", &page("R8", "令和8年度 例の方針", TEXT)),
        ("r8/m.md", &page("R8", "目標", OBJECTIVES_TEXT)),
        ("r7/a.md", &page("R7", "前の方針", TEXT)),
        ("r7/a.yaml", "clauses:\n  s1-1:\n    implements: {clause: r8/a#s1-1, ground: [性を, 一つ]}\n"),
        ("r8/an.md", &page("R8", "案", "秘密の案。").replace("published", "draft")),
    ])
}

fn files(corpus: &Corpus) -> BTreeMap<String, String> {
    let none = ThemeWords::default();
    let words = SiteWords::new(&none);
    data(corpus, &ClauseMap::new(corpus, &words)).files.into_iter().collect()
}

/// RFC 4180, read strictly: rows of cells. Panics at anything else.
fn rows(csv: &str) -> Vec<Vec<String>> {
    let text = csv.strip_prefix('\u{feff}').expect("a byte order mark");
    let mut rows = vec![vec![String::new()]];
    let mut chars = text.chars().peekable();
    let mut is_quoted = false;
    while let Some(c) = chars.next() {
        let row = rows.last_mut().unwrap();
        match c {
            '"' if is_quoted && chars.peek() == Some(&'"') => row.last_mut().unwrap().push(chars.next().unwrap()),
            '"' if is_quoted => {
                is_quoted = false;
                assert!(matches!(chars.peek(), Some(',' | '\r')), "something behind a closing quote");
            }
            '"' => {
                assert!(row.last().unwrap().is_empty(), "a quote within a cell");
                is_quoted = true;
            }
            ',' if !is_quoted => row.push(String::new()),
            '\r' if !is_quoted => {
                assert_eq!(chars.next(), Some('\n'), "CR without LF");
                rows.push(vec![String::new()]);
            }
            '\n' if !is_quoted => panic!("LF without CR"),
            c => row.last_mut().unwrap().push(c),
        }
    }
    assert_eq!(rows.pop(), Some(vec![String::new()]), "the last line has its end");
    rows
}

/// A CSV as its schema sees it: an array of objects of strings.
fn records(csv: &str) -> Value {
    let mut rows = rows(csv).into_iter();
    let header = rows.next().unwrap();
    let record = |row: Vec<String>| {
        assert_eq!(row.len(), header.len(), "{row:?}");
        let cells = header.iter().cloned().zip(row.into_iter().map(Value::from));
        Value::Object(cells.collect())
    };
    Value::Array(rows.map(record).collect())
}

/// The rules of 機械可読性 that a CSV breaks, as `rule: place`.
fn broken_rules(csv: &str) -> Vec<String> {
    let mut broken = Vec::new();
    if !csv.starts_with('\u{feff}') {
        return vec!["no byte order mark".to_owned()];
    }
    let rows = rows(csv);
    let header = &rows[0];
    let mut names = header.clone();
    names.sort();
    names.dedup();
    if names.len() != header.len() || header.iter().any(String::is_empty) {
        broken.push("names of columns are not unique".to_owned());
    }
    for name in header {
        if name.chars().any(|c| c.is_ascii_digit()) {
            broken.push(format!("a year in the name of a column: {name}"));
        }
    }
    for (at, row) in rows.iter().enumerate().skip(1) {
        if row.len() != header.len() {
            broken.push(format!("cells missing: {at}"));
        }
        for (name, cell) in header.iter().zip(row) {
            let mut fail = |rule: &str| broken.push(format!("{rule}: {at} {name}"));
            if cell.contains(['\n', '\r']) {
                fail("a line break");
            }
            if cell.trim() != cell {
                fail("padding");
            }
            // 井 澤 邦 夫: single characters with spaces between them.
            let parts: Vec<&str> = cell.split([' ', '\u{3000}']).collect();
            if parts.len() > 2 && parts.iter().all(|part| part.chars().count() == 1 && !part.is_ascii()) {
                fail("spaces for the eye");
            }
            let is_date = matches!(name.as_str(), "issued" | "ended" | "from" | "until" | "due" | "date");
            if is_date && !cell.is_empty() && cell.parse::<jiff::civil::Date>().is_err() {
                fail("a day that is not ISO 8601");
            }
            let is_number = matches!(name.as_str(), "value" | "fiscal_year" | "sdg");
            if is_number && !cell.is_empty() && cell.parse::<f64>().is_err() {
                fail("a number with something else");
            }
            if name == "area_code" && cell != "132144" {
                fail("the area code");
            }
        }
    }
    broken
}

#[test]
fn the_rules_are_really_looked_at() {
    for (csv, expected) in [
        ("\u{feff}a\r\n一\r\n", None),
        ("a\r\n一\r\n", Some("no byte order mark")),
        ("\u{feff}a,a\r\n一,二\r\n", Some("names of columns are not unique")),
        ("\u{feff}a2026\r\n一\r\n", Some("a year in the name of a column: a2026")),
        ("\u{feff}a\r\n\"一\n二\"\r\n", Some("a line break: 1 a")),
        ("\u{feff}a\r\n一 \r\n", Some("padding: 1 a")),
        ("\u{feff}a\r\n井 澤 邦 夫\r\n", Some("spaces for the eye: 1 a")),
        ("\u{feff}issued\r\n令和8年4月1日\r\n", Some("a day that is not ISO 8601: 1 issued")),
        ("\u{feff}value\r\n27812人\r\n", Some("a number with something else: 1 value")),
        ("\u{feff}area_code\r\n13214\r\n", Some("the area code: 1 area_code")),
        ("\u{feff}a,b\r\n一\r\n", Some("cells missing: 1")),
    ] {
        assert_eq!(broken_rules(csv), expected.map(str::to_owned).into_iter().collect::<Vec<_>>(), "{csv}");
    }
}

#[test]
fn every_csv_keeps_the_rules() {
    for corpus in [corpus(), real_site()] {
        for (path, text) in files(&corpus).iter().filter(|(path, _)| path.ends_with(".csv")) {
            assert_eq!(broken_rules(text), [""; 0], "{path}");
        }
    }
}

#[test]
fn every_file_is_valid_by_its_schema() {
    for corpus in [corpus(), real_site()] {
        let files = files(&corpus);
        let data: Vec<&String> = files.keys().filter(|path| !path.contains("/schema/")).collect();
        assert_eq!(data.len(), 8);
        for path in data {
            let name = path.strip_prefix("data/").unwrap();
            let schema: Value = serde_json::from_str(&files[&format!("data/schema/{name}.schema.json")]).unwrap();
            let records = match path.ends_with(".csv") {
                true => records(&files[path]),
                false => serde_json::from_str(&files[path]).unwrap(),
            };
            let found = invalid(&schema, &records);
            assert_eq!(found, [""; 0], "{path}");
        }
    }
}

/// The violations of a schema. Only the keywords of our schemas are known; a schema with others fails.
fn invalid(schema: &Value, records: &Value) -> Vec<String> {
    let mut found = Vec::new();
    assert_eq!((&schema["type"], &schema["items"]["type"]), (&"array".into(), &"object".into()));
    assert_eq!(schema["items"]["additionalProperties"], false);
    let properties = schema["items"]["properties"].as_object().unwrap();
    let required: Vec<&str> =
        schema["items"]["required"].as_array().unwrap().iter().map(|name| name.as_str().unwrap()).collect();
    for (at, record) in records.as_array().unwrap().iter().enumerate() {
        let record = record.as_object().unwrap();
        for name in &required {
            if !record.contains_key(*name) {
                found.push(format!("{at} {name} is missing"));
            }
        }
        for (name, value) in record {
            let Some(property) = properties.get(name) else {
                found.push(format!("{at} {name} is not known"));
                continue;
            };
            if !is_valid(property, value) {
                found.push(format!("{at} {name} {value}"));
            }
        }
    }
    found
}

fn is_valid(property: &Value, value: &Value) -> bool {
    property.as_object().unwrap().iter().all(|(keyword, wanted)| match keyword.as_str() {
        "description" => true,
        "type" => {
            let is = |name: &Value| match name.as_str().unwrap() {
                "string" => value.is_string(),
                "integer" => value.is_i64(),
                "number" => value.is_number(),
                "boolean" => value.is_boolean(),
                "null" => value.is_null(),
                other => panic!("{other}"),
            };
            wanted.as_array().map_or_else(|| is(wanted), |names| names.iter().any(is))
        }
        "enum" => wanted.as_array().unwrap().contains(value),
        "pattern" => {
            let pattern = regex::Regex::new(wanted.as_str().unwrap()).unwrap();
            value.as_str().is_none_or(|text| pattern.is_match(text))
        }
        "format" => value.as_str().is_none_or(|text| match wanted.as_str().unwrap() {
            "date" => text.parse::<jiff::civil::Date>().is_ok(),
            "uri" => text.starts_with("https://") || text.starts_with("http://"),
            other => panic!("{other}"),
        }),
        other => panic!("{other} is not verified"),
    })
}

#[test]
fn a_schema_refuses_what_is_wrong() {
    let corpus = corpus();
    let files = files(&corpus);
    let schema: Value = serde_json::from_str(&files["data/schema/objectives.csv.schema.json"]).unwrap();
    let good = records(&files["data/objectives.csv"]);
    for (name, wrong) in [
        ("value", "27,812人"),
        ("part", "目標"),
        ("date", "令和8年"),
        ("name", ""),
        ("name", "一\n二"),
        ("unit", " 人"),
        ("area_code", "13214"),
        ("example", "はい"),
    ] {
        let mut records = good.clone();
        records[0][name] = wrong.into();
        assert_eq!(invalid(&schema, &records).len(), 1, "{name} {wrong}");
    }
    let mut records = good.clone();
    records[0]["neu"] = "".into();
    assert_eq!(invalid(&schema, &records), ["0 neu is not known"]);
}

#[test]
fn the_rows_say_what_the_site_says() {
    let files = files(&corpus());
    let shown = |path: &str, columns: &[&str]| -> Vec<String> {
        let records = records(&files[path]);
        let of_row =
            |row: &Value| columns.iter().map(|name| row[*name].as_str().unwrap()).collect::<Vec<_>>().join("|");
        records.as_array().unwrap().iter().map(of_row).collect()
    };
    assert_eq!(
        shown("data/clauses.csv", &["document", "position", "kind", "number", "text", "platform_dependent"])[6..13],
        [
            "r8/a|pre-p1|paragraph||前文。|",
            "r8/a|s1|section|1|甲|",
            "r8/a|s1-1|item|(1)|靱性を、\"一つ\"。|",
            "r8/a|s1-2|item|(2)|第Ⅱ期の二つ,三つ続く。|U+2161",
            "r8/a|s1-2-t1r1|row||一 / 二|",
            "r8/a|s1-2-p2|paragraph||=1+1 のこと。|",
            "r8/m|s1|section|1|登録者を増やす|",
        ]
        .map(str::to_owned)
    );
    assert_eq!(
        shown("data/objectives.csv", &["position", "indicator", "part", "value", "missing", "date", "due_label"]),
        [
            "s1|登録者数|baseline|27812||2026-03-31|４月初旬",
            "s1|登録者数|target|30000||2027-03-31|４月初旬",
            "s1|登録者数|actual|28000.5||2026-06-30|４月初旬",
            "s1|登録者数|actual||unconfirmed|2026-09-30|４月初旬",
            "s2||||||",
        ]
    );
    assert_eq!(shown("data/objective-sdgs.csv", &["position", "sdg"]), ["s1|11", "s1|17"]);
    assert_eq!(
        shown(
            "data/trace.csv",
            &["lower_document", "lower_position", "upper_document", "relation", "ground", "years_differ"]
        ),
        ["r7/a|s1-1|r8/a|関連する|「性を」「一つ」|true", "r8/m|s1|r8/a|関連する||false"]
    );
    assert_eq!(shown("data/organizations.csv", &["id", "until", "successor"]), ["mae|2026-03-31|bu", "bu||"]);
    assert_eq!(shown("data/plans.csv", &["note"]), ["一行目。 二行目。"]);
    assert!(!files.values().any(|text| text.contains("秘密")));
}

#[test]
fn same_input_same_bytes_on_any_number_of_threads() {
    let on = |threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| files(&corpus()))
    };
    assert_eq!(on(1), on(8));
}

#[test]
fn the_files_are_those_that_links_may_lead_to() {
    let made: Vec<String> = crate::site::feeds::data::DATASETS
        .into_iter()
        .flat_map(|dataset| dataset.forms.iter().map(move |form| format!("{}.{}", dataset.name, form.suffix())))
        .collect();
    let mut known: Vec<&str> = crate::corpus::pages::DATA.to_vec();
    known.sort_unstable();
    let mut made: Vec<&str> = made.iter().map(String::as_str).collect();
    made.sort_unstable();
    assert_eq!(made, known);
}
