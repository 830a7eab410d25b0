use super::*;
use crate::markdown::{LetterheadHints, parse};
use crate::policy::{Direction, Indicator, Missing, Point, Quantity, Relation, Stated, StatusWord};

fn read(markdown: &str) -> (Body, Vec<String>) {
    let file = SourceFile::new("a.md", markdown);
    let (body, _) = parse(&file, 0, &LetterheadHints { title: "", issuer: None });
    let words = StatusWord::common(crate::policy::NamingLanguage::Japanese);
    let context = ObjectiveContext { statuses: &words, units: Some(["kouhou", "dx"].into()) };
    let (body, found) = objectives(body, &file, &context);
    let found = found.sorted();
    let found = found.iter().map(|found| format!("{} {}", found.place.shown(), found.code.id)).collect();
    (body, found)
}

/// Each clause with its text and what its objective says; everything else that is left.
fn shown(blocks: &[Block], out: &mut Vec<String>) {
    for block in blocks {
        match block {
            Block::Clause(clause) => {
                let text = crate::policy::plain_text(clause.text());
                let objective = clause.objective.as_ref().map(|objective| {
                    let all: Vec<String> = objective.indicators.iter().map(indicator).collect();
                    format!(" → {}", all.join(" / "))
                });
                out.push(format!("{text}{}", objective.unwrap_or_default()));
                shown(&clause.children, out);
            }
            Block::Preformatted { info, .. } => out.push(format!("pre {info}")),
            Block::Quote(blocks) => shown(blocks, out),
            Block::Frame(frame) => shown(&frame.blocks, out),
            Block::Table(_) | Block::Rule => {}
        }
    }
}

fn indicator(indicator: &Indicator) -> String {
    let actuals: Vec<String> = indicator.actuals.iter().map(point).collect();
    format!(
        "{} {} {} [{}]",
        indicator.name.value,
        point(&indicator.baseline),
        point(&indicator.target),
        actuals.join(" ")
    )
}

fn point(point: &Point) -> String {
    let value = match &point.value {
        Stated::Given(value) => match &value.value {
            Quantity::Number(number) => number.typed().to_owned(),
            Quantity::Words(words) => words.clone(),
        },
        Stated::Missing(missing) => missing.word().to_owned(),
    };
    point.date().map_or_else(|| value.clone(), |day| format!("{value}@{day}"))
}

fn lines(markdown: &str) -> (Vec<String>, Vec<String>) {
    let (body, found) = read(markdown);
    let mut out = Vec::new();
    shown(&body.blocks, &mut out);
    (out, found)
}

#[test]
fn a_block_belongs_to_the_heading_or_item_right_above_it() {
    let block = "```objective\nindicator: 数\n```\n";
    let indented = "  ```objective\n  indicator: 数\n  unit: 人\n  ```\n";
    for (markdown, expected) in [
        (format!("## 1 題\n\n文\n\n{block}"), vec!["題 → 数 未設定 未設定 []", "文"]),
        (format!("## 1 題\n\n(1) 項\n\n{block}\n(2) 次\n"), vec!["題", "項 → 数 未設定 未設定 []", "次"]),
        (format!("## 1 題\n\n・項\n\n{block}"), vec!["題", "項 → 数 未設定 未設定 []"]),
        (format!("## 1 題\n\n- 項\n\n{indented}- 次\n"), vec!["題", "項 → 数 未設定 未設定 []", "次"]),
        ("## 1 題\n\n~~~objective\nindicator: 数\n~~~\n".to_owned(), vec!["題 → 数 未設定 未設定 []"]),
        ("## 1 題\n\n```objective\nindicator: 数\n".to_owned(), vec!["題 → 数 未設定 未設定 []"]),
        ("## 1 題\n\n```objective\n```\n".to_owned(), vec!["題 → "]),
    ] {
        assert_eq!(lines(&markdown), (expected.into_iter().map(str::to_owned).collect(), vec![]), "{markdown}");
    }
}

#[test]
fn several_indicators_with_all_their_values() {
    let (shown, found) = lines(
        "## 1 題\n\n```objective\nindicators:\n  - name: 登録者数\n    unit: 人\n    direction: up\n    baseline: { value: 0100, on: 2026-03-31 }\n    target: { value: 確認中, by: 令和9年3月31日 }\n    actuals:\n      - { value: 120.50, on: 2026-06-30, note: 速報 }\n      - 該当なし\n  - name: 計画\n    direction: done\n    target: 策定\n```\n",
    );
    assert_eq!(found, [""; 0]);
    assert_eq!(
        shown,
        ["題 → 登録者数 0100@2026-03-31 確認中@2027-03-31 [120.50@2026-06-30 該当なし] / 計画 未設定 策定 []"]
    );
}

#[test]
fn stated_and_missing_values_are_told_apart() {
    let (body, found) = read(
        "## 1 題\n\n```objective\nimplements:\n  - r8/a#s1\n  - { clause: k7f3q, relation: 具体化, ground: 文 }\nindicator: 数\nkind: 成果指標\nunit: 該当なし\ndirection: 減らす\ndue_label: ４月初旬\nstatus: 遅れ\nsdgs: [11, 17, 11]\nowner: 確認中\n```\n",
    );
    assert_eq!(found, [""; 0]);
    let mut objectives = Vec::new();
    body.each_clause(|clause| objectives.extend(clause.objective.clone()));
    let objective = &objectives[0];
    let upper: Vec<_> =
        objective.implements.iter().map(|one| (one.clause.value.as_str(), one.relation, one.ground.len())).collect();
    assert_eq!(upper, [("r8/a#s1", Relation::Relates, 0), ("k7f3q", Relation::Details, 1)]);
    assert_eq!(objective.due.label.as_deref(), Some("４月初旬"));
    assert_eq!(objective.due.day, Stated::Missing(Missing::Unset));
    assert_eq!(objective.status.given().map(|status| status.value.as_str()), Some("late"));
    assert_eq!(objective.sdgs.iter().map(|goal| goal.value).collect::<Vec<_>>(), [11, 17]);
    assert_eq!(objective.owner, Stated::Missing(Missing::Unconfirmed));
    let indicator = &objective.indicators[0];
    assert_eq!(indicator.unit, Stated::Missing(Missing::NotApplicable));
    assert_eq!(indicator.direction, Stated::Given(Direction::Down));
}

/// Line and column are those of the Markdown file.
#[test]
fn findings_point_into_the_markdown_file() {
    for (yaml, expected) in [
        ("owner: kouho", vec!["a.md:4:8 unknown-organization"]),
        ("indicatr: 数", vec!["a.md:4:1 unknown-key"]),
        ("sdgs: [0, 18, 四, 4]", vec!["a.md:4:8 unknown-sdg", "a.md:4:11 unknown-sdg", "a.md:4:15 unknown-sdg"]),
        ("status: 順調", vec!["a.md:4:9 unknown-progress-word"]),
        ("indicator: 数\ntarget: 5万人", vec!["a.md:5:9 bad-number"]),
        ("indicator: 数\nbaseline: { value: 27,812, on: 4月 }", vec!["a.md:5:23 unknown-key", "a.md:5:32 bad-date"]),
        ("indicator: 数\ndirection: sideways", vec!["a.md:5:12 not-a-choice"]),
        ("target: 5", vec!["a.md:4:1 missing-key"]),
        ("indicators:\n  - unit: 人", vec!["a.md:5:5 missing-key"]),
        ("indicators:\n  - name: 数\n  - name: 数", vec!["a.md:6:11 indicator-twice"]),
        ("indicator: 数\nindicators:\n  - name: 数", vec!["a.md:6:11 indicator-twice"]),
        ("indicator: [", vec!["a.md:4:12 yaml-bracket"]),
        ("due: いつか", vec!["a.md:4:6 bad-date"]),
    ] {
        let (_, found) = read(&format!("## 1 題\n\n```objective\n{yaml}\n```\n"));
        assert_eq!(found, expected, "{yaml}");
    }
}

#[test]
fn a_block_without_a_clause_or_beside_another_is_refused_and_shown_nowhere() {
    let block = "```objective\nindicator: 数\n```\n";
    for (markdown, text, expected) in [
        (block.to_owned(), vec![], vec!["a.md:1:1 objective-alone"]),
        (format!("文\n\n{block}"), vec!["文"], vec!["a.md:3:1 objective-alone"]),
        (
            "## 1 題\n\n> ```objective\n> indicator: 数\n> ```\n".to_owned(),
            vec!["題"],
            vec!["a.md:3:3 objective-alone"],
        ),
        (format!("## 1 題\n\n{block}\n{block}"), vec!["題 → 数 未設定 未設定 []"], vec!["a.md:7:1 objective-twice"]),
    ] {
        let text: Vec<String> = text.into_iter().map(str::to_owned).collect();
        assert_eq!(lines(&markdown), (text, expected.into_iter().map(str::to_owned).collect()), "{markdown}");
    }
}
