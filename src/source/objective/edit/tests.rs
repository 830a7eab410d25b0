use super::*;

fn edited(yaml: &str, edits: &[ObjectiveEdit]) -> Option<String> {
    let file = SourceFile::new("a.md", yaml);
    Some(spliced(yaml, objective_splices(&file, 0..yaml.len(), edits)?))
}

fn set(key: &'static str, yaml: &str) -> ObjectiveEdit {
    ObjectiveEdit::Objective { key, yaml: yaml.to_owned() }
}

fn point(key: &'static str, index: Option<usize>, value: &str) -> ObjectiveEdit {
    let fields = vec![("value", value.to_owned())];
    ObjectiveEdit::Point { name: "数".to_owned(), key, index, whole: flow(&fields), fields }
}

fn add(key: &'static str, value: &str) -> ObjectiveEdit {
    let points = vec![flow(&[("value", value.to_owned())])];
    ObjectiveEdit::AddPoints { name: "数".to_owned(), key, points }
}

#[test]
fn a_value_changes_and_everything_else_stays() {
    for (yaml, edit, expected) in [
        ("# 注\nstatus: 遅れ # なぜ\ndue: 未設定\n", set("status", "達成"), "# 注\nstatus: 達成 # なぜ\ndue: 未設定\n"),
        ("status:\ndue: 未設定\n", set("status", "達成"), "status: 達成\ndue: 未設定\n"),
        ("due: 未設定 # 注\n", set("status", "達成"), "due: 未設定 # 注\nstatus: 達成\n"),
        ("", set("status", "達成"), "status: 達成\n"),
        ("indicator: 数\ntarget: 5\n", point("target", None, "6"), "indicator: 数\ntarget: { value: 6 }\n"),
        ("indicator: 数\n", point("target", None, "6"), "indicator: 数\ntarget: { value: 6 }\n"),
        (
            "indicators:\n  - name: 数\n    target: { by: 2027-03-31 }\n",
            point("target", None, "6"),
            "indicators:\n  - name: 数\n    target: { by: 2027-03-31, value: 6 }\n",
        ),
        (
            "indicator: 数\nactuals:\n  - value: 1\n    on: 2026-06-30 # 速報\n  - 2\n",
            point("actuals", Some(0), "9"),
            "indicator: 数\nactuals:\n  - value: 9\n    on: 2026-06-30 # 速報\n  - 2\n",
        ),
        (
            "indicator: 数\nactuals:\n  - 2\n",
            point("actuals", Some(0), "9"),
            "indicator: 数\nactuals:\n  - { value: 9 }\n",
        ),
    ] {
        assert_eq!(edited(yaml, &[edit]).as_deref(), Some(expected), "{yaml}");
    }
}

#[test]
fn points_and_indicators_are_added() {
    let indicator = ObjectiveEdit::AddIndicator(vec![("name", "件数".to_owned()), ("unit", "件".to_owned())]);
    for (yaml, edits, expected) in [
        (
            "indicators:\n  - name: 数\n    unit: 人\nstatus: 達成\n",
            vec![add("actuals", "1")],
            "indicators:\n  - name: 数\n    unit: 人\n    actuals:\n      - { value: 1 }\nstatus: 達成\n",
        ),
        (
            "indicators:\n  - name: 数\n    actuals: [1]\n",
            vec![add("actuals", "2")],
            "indicators:\n  - name: 数\n    actuals: [1, { value: 2 }]\n",
        ),
        (
            "indicator: 数\nactuals:\n  - 1 # 注\n",
            vec![add("actuals", "2"), set("status", "達成"), indicator.clone()],
            "indicator: 数\nactuals:\n  - 1 # 注\n  - { value: 2 }\nstatus: 達成\nindicators:\n  - name: 件数\n    unit: 件\n",
        ),
        (
            "indicators:\n  - name: 数\n",
            vec![indicator, add("interim", "1")],
            "indicators:\n  - name: 数\n    interim:\n      - { value: 1 }\n  - name: 件数\n    unit: 件\n",
        ),
        ("indicator: 数\nactuals:\n", vec![add("actuals", "2")], "indicator: 数\nactuals: [{ value: 2 }]\n"),
    ] {
        assert_eq!(edited(yaml, &edits).as_deref(), Some(expected), "{yaml}");
    }
}

#[test]
fn a_missing_value_cannot_be_changed() {
    for (yaml, edit) in [
        ("indicator: 別\n", point("target", None, "1")),
        ("indicator: 数\n", point("actuals", Some(0), "1")),
        ("indicator: [", set("status", "達成")),
    ] {
        assert_eq!(edited(yaml, &[edit]), None, "{yaml}");
    }
}

#[test]
fn texts_become_scalars_that_are_read_back() {
    for (text, written) in [
        ("27812", "27812"),
        ("-5.5", "-5.5"),
        ("2026-06-30", "2026-06-30"),
        ("速報値", "速報値"),
        ("速報: 6月", "\"速報: 6月\""),
        ("[案]", "\"[案]\""),
        ("null", "\"null\""),
        ("# 注", "\"# 注\""),
        ("一\n「二\"三」\\", "\"一\\n「二\\\"三」\\\\\""),
    ] {
        assert_eq!(scalar(text), written);
        let yaml = format!("due_label: {written}\n");
        let file = SourceFile::new("a.md", yaml.as_str());
        let (node, found) = yaml::read(&file, 0..yaml.len());
        assert!(found.is_empty(), "{text}");
        assert_eq!(value(&node.unwrap(), "due_label").map(|node| &node.value), Some(&YamlValue::Text(text.to_owned())));
    }
}
