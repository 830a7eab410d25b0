//! Items of which it is not known to which paragraph they belong.

use super::*;

#[test]
fn an_item_of_a_later_paragraph_is_not_an_item_of_the_first() {
    let text = "### 第1条（禁止）\n\n次の行為をしてはならない。\n\n(1) 火\n\n(2) 木\n\n2　前項の規定は、適用しない。\n\n3　次の事項を定める。\n\n(1) 日時\n\n(2) 場所\n\n(3) 費用\n";
    let places = Places::of(&body(text));
    for written in ["第1条第1項第3号", "第1条第2項第3号", "第1条第2項第1号"] {
        assert_eq!(meant(&places, written), "-", "{written}");
    }
    assert_eq!(meant(&places, "第1条第1項第1号"), "s1-1-1");
    assert_eq!(meant(&places, "第1条第3項第3号"), "s1-3-3");
}

#[test]
fn a_paragraph_on_a_line_of_its_own_has_its_items() {
    for text in [
        "第1条　目的を定める。\n２　団体は、次による。\n\n(1) 子ども\n",
        "第1条　目的を定める。\n　２　団体は、次による。\n\n(1) 子ども\n",
        "## 第1条（目的）\n\n目的を定める。\n２　団体は、次による。\n\n(1) 子ども\n",
    ] {
        let places = Places::of(&body(text));
        assert_eq!(meant(&places, "第1条第1項第1号"), "-", "{text}");
        assert_eq!(meant(&places, "第1条第2項第1号"), "s1-2-1", "{text}");
    }
}

#[test]
fn an_item_below_a_text_that_runs_into_the_next_paragraph_is_uncertain() {
    let text = "第1条　目的を定める。<br>２　団体は、次による。\n\n(1) 子ども\n";
    let places = Places::of(&body(text));
    for written in ["第1条第1項第1号", "第1条第1号", "第1条第2項第1号"] {
        assert_eq!(meant(&places, written), "-", "{written} in {text}");
    }
    assert_eq!(meant(&places, "第1条(1)"), "s1-1", "its printed name in {text}");
}

#[test]
fn clauses_below_an_item_that_runs_into_a_paragraph_are_uncertain() {
    assert_meant(
        "第1条　次による。\n\n(1) 子ども<br>２　団体は、次による。\n\nア　甲\n\n(2) 大人\n",
        &[("第1条第1項第1号", "s1-1"), ("第1条第1号ア", "-"), ("第1条第1項第1号ア", "-"), ("第1条第2号", "-")],
    );
}

#[test]
fn a_row_of_items_that_does_not_start_at_one_may_be_paragraphs() {
    assert_meant(
        "第1条　目的を定める。\n\n②　団体は、次による。\n\n(1) 子ども\n",
        &[("第1条第2号", "-"), ("第1条第1項第2号", "-"), ("第1条第1項第1号", "-"), ("第1条②", "s1-2")],
    );
    assert_meant("第1条　次による。\n\n①　甲\n\n②　乙\n", &[("第1条第2号", "s1-2")]);
}

#[test]
fn the_items_of_two_paragraphs_are_told_apart() {
    assert_meant(
        "### 第1条（対象）\n\n次の者とする。\n\n(1) 市民\n\n(2) 勤める者\n\n２　団体は、次による。\n\n(1) 子ども\n",
        &[("第1条第1項第1号", "s1-1-1"), ("第1条第2項第1号", "s1-2-1"), ("第1条(1)", "s1-1-1"), ("第1条第2項", "s1-2")],
    );
}
