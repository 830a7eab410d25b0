//! The changes that an import reports.

use super::*;

#[test]
fn every_changed_cell_is_reported_with_its_old_and_new_content() {
    let corpus = corpus(TEXT);
    let table = changed(
        &exported(&corpus).replace("人,増やす", "千人,減らす").replace(",koho,未設定", ",koho,達成"),
        &[("0100,2026-03-31", "130,2026/3/31"), ("目標値,,未設定,未設定", "目標値,,200,2027/3/31"), ("'=速報", "削除")],
    );
    let (amended, _) = import(&corpus, &table).unwrap();
    let told = |change: &CellChange| {
        [&change.indicator, &change.part, change.column, &change.old, &change.new].map(str::to_owned).join("|")
    };
    let told: Vec<String> = amended[0].changes.iter().flat_map(|(_, cells)| cells).map(told).collect();
    let expected = [
        "||達成状況|未設定|達成",
        "登録者数||目指す方向|増やす|減らす",
        "登録者数||単位|人|千人",
        "登録者数|基準値|値|0100|130",
        "登録者数|目標値|値|未設定|200",
        "登録者数|目標値|時点|未設定|2027-03-31",
        "登録者数|実績1|備考|=速報|",
    ];
    assert_eq!(told, expected);
}

#[test]
fn new_and_deleted_values_are_reported_cell_by_cell() {
    let corpus = corpus(TEXT);
    let shared = "r8/a,,4(1),,koho,,,,,,";
    let table = format!(
        "{HEADER}{shared}登録者数,,人,増やす,実績,1,削除,2026-06-30,\r\n{shared}登録者数,,人,増やす,実績,,150,2026/9/30,確定\r\n{shared}閲覧数,,件,,目標値,,9,,\r\nr8/a,,4(2),,,,,,,r8/ue#s1,残業,,,,,,,,\r\n"
    );
    let (amended, _) = import(&corpus, &table).unwrap();
    let told = |(clause, cells): &(String, Vec<CellChange>)| {
        let line = |cell: &CellChange| {
            format!("{clause}|{}|{}|{}|{}|{}", cell.indicator, cell.part, cell.column, cell.old, cell.new)
        };
        cells.iter().map(line).collect::<Vec<_>>()
    };
    let told: Vec<String> = amended[0].changes.iter().flat_map(told).collect();
    let expected = [
        "4(1)|登録者数|実績1|値|120|",
        "4(1)|登録者数|実績1|時点|2026-06-30|",
        "4(1)|登録者数|実績1|備考|=速報|",
        "4(1)|登録者数|実績（追加）|値|未設定|150",
        "4(1)|登録者数|実績（追加）|時点|未設定|2026-09-30",
        "4(1)|登録者数|実績（追加）|備考||確定",
        "4(1)|閲覧数||指標||閲覧数",
        "4(1)|閲覧数||単位||件",
        "4(1)|閲覧数|目標値|値|未設定|9",
        "4(2)|||上位の項目||r8/ue#s1",
        "4(2)|残業||指標||残業",
    ];
    assert_eq!(told, expected);
}
