//! A released text does not change in silence.

use crate::kit::{Output, Site, document};

const BEFORE: &str = "## 1 団体の支援\n\n(1) 30人以下の団体を支援する。\n\n(2) 相談を受け付ける。\n";
const AFTER: &str = "## 1 団体の支援\n\n(1) 50人以下の団体を支援する。\n\n(2) 相談を受け付ける。\n";

fn released(front: &str) -> Site {
    let site = Site::new().file("content/r8/a.md", document(&format!("status: published{front}"), BEFORE));
    let output = site.run("release --now 2026-04-10");
    assert_eq!(output.code, 0, "{output}");
    site
}

fn edited(front: &str, body: &str) -> Site {
    let site = released("\nissued: 2026-04-01");
    site.write("content/r8/a.md", document(&format!("status: published\nissued: 2026-04-01{front}"), body));
    site
}

fn release(site: &Site) -> Output {
    site.run("release --now 2026-07-02")
}

#[test]
fn a_changed_number_is_reported_and_refused_until_it_is_dated() {
    let site = edited("", AFTER);
    insta::assert_snapshot!(site.run("check"), @r"
    exit 0
    --- stderr
    警告[released-text-changed]: 公開した文書「r8/a」の本文が、改定の日付のないまま変わっています（－ 公開した文、＋ 今の文）
                                   1(1)：変わった
                                     － 30人以下の団体を支援する。
                                     ＋ 50人以下の団体を支援する。
    --> content/r8/a.md
     = なぜ: いつ、なぜ変わったのかが、どこにも残りません。このままでは hoshin release で公開できません。
     = 直し方: 改定なら、冒頭に revised: 改定日（前の版より後の日付）を書いてください。写し間違いの訂正なら corrections: に日付（date）・条項（clause）・説明（note）を書きます。どちらでもなければ、文を元に戻してください。

    警告[address-reworded]: 公開済みの「1(1)」（j95pr）の文が変わりました。わずかな違いですが、数が変わっています（－ 公開済みの文、＋ 今の文）
                              － 1(1)：30人以下の団体を支援する。
                              ＋ 1(1)：50人以下の団体を支援する。
      --> content/r8/a.md:11:1
       |
    11 | (1) 50人以下の団体を支援する。
       | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
       |
       = なぜ: アドレスは同じ条項を指し続けるため、以前のリンクや引用から来た人は、今の文を読むことになります。
       = 直し方: 同じ条項の言い直しなら、そのままで構いません。別の条項に替えたのなら、公開する前に、元の条項を hoshin anchor retire で「なくなった条項」にしてください。

    くわしい説明と例: hoshin explain コード（たとえば hoshin explain released-text-changed）

    警告 2; 公開 1・設定と付属データ 3
    ");
    assert_eq!(site.run("build").codes(), ["released-text-changed", "address-reworded"]);
    assert_eq!(site.run("check --strict").code, 1);
    let content = site.files("content");
    let refused = release(&site);
    assert_eq!((refused.code, refused.codes()), (1, vec!["release-undated-change", "address-reworded"]), "{refused}");
    assert!(site.files("content") == content, "nothing is released");
    // A revision has a later date than the version before.
    for (front, is_released) in [
        ("\nrevised: 2026-04-01", false),
        ("\nrevised: 2026-03-31", false),
        ("\nrevised: 2026-04-02", true),
        ("\nrevised: 2026-07-01\nrevision_note: 対象を広げた。", true),
    ] {
        let output = release(&edited(front, AFTER));
        assert_eq!(output.code == 0, is_released, "{front}: {output}");
        assert_eq!(!output.codes().contains(&"release-undated-change"), is_released, "{front}: {output}");
    }
}

#[test]
fn a_correction_stands_for_the_clause_it_names_and_for_no_other() {
    let correction = |date: &str, clause: &str| {
        format!("\ncorrections:\n  - date: {date}\n    clause: {clause}\n    note: 写し間違い")
    };
    let id =
        released("\nissued: 2026-04-01").run("cite r8/a#s1-1 --format json").json()["id"].as_str().unwrap().to_owned();
    for (date, clause, is_released) in [
        ("2026-04-10", "1(1)", true),
        ("2026-07-01", "s1-1", true),
        ("2026-07-01", &id, true),
        ("2026-07-01", "1(2)", false),
        // Older than the last release, so it is about an earlier change.
        ("2026-04-09", "1(1)", false),
    ] {
        let output = release(&edited(&correction(date, clause), AFTER));
        assert_eq!(output.code == 0, is_released, "{date} {clause}: {output}");
    }
    let both = AFTER.replace("相談を", "苦情を");
    let output = release(&edited(&correction("2026-07-01", "1(1)"), &both));
    assert_eq!(output.codes()[0], "release-undated-change", "{output}");
    let refused = output.err.split("[address-reworded]").next().unwrap();
    assert!(refused.contains("苦情") && !refused.contains("50人"), "{output}");
}

#[test]
fn every_kind_of_change_is_reported() {
    for body in [
        BEFORE.replace("(2) 相談を受け付ける。\n", ""),
        format!("{BEFORE}\n(3) 情報を提供する。\n"),
        BEFORE.replace("## 1", "## 2"),
        BEFORE.replace("団体の支援", "団体への支援"),
    ] {
        let codes = edited("", &body).run("check");
        assert!(codes.codes().contains(&"released-text-changed"), "{body}: {codes}");
    }
    // What leaves the text as it is needs no date.
    for (front, body) in [("\nsummary: 要約です。", BEFORE.to_owned()), ("", BEFORE.replace("(1) 30人", "(1)  30人"))]
    {
        let output = edited(front, &body).run("check");
        assert_eq!(output.codes(), [""; 0], "{output}");
    }
}

#[test]
fn a_document_without_dates_needs_the_date_of_its_revision() {
    let site = released("");
    site.write("content/r8/a.md", document("status: published", AFTER));
    assert_eq!(release(&site).codes(), ["release-undated-change", "address-reworded"]);
    site.write("content/r8/a.md", document("status: published\nrevised: 2026-07-01", AFTER));
    assert_eq!(release(&site).code, 0);
}

#[test]
fn the_difference_is_shown_word_by_word() {
    let site = edited("", &format!("{}\n(3) 情報を提供する。\n", AFTER.replace("(2) 相談を受け付ける。\n", "")));
    insta::assert_snapshot!(site.run("diff r8/a").out, @r"
    r8/a
      1(1)（j95pr）：文の変更
        － [-30-]人以下の団体を支援する。
        ＋ {+50+}人以下の団体を支援する。
      1(2)（c6stk）：なくなった
        － 相談を受け付ける。
      1(3)（n7z3j）：新しい
        ＋ 情報を提供する。
    ");
    assert_eq!(
        site.run("diff --lang en --format csv").out,
        "\u{FEFF}document,id,change,place before,before,place now,now\r\n\
         r8/a,j95pr,changed,1(1),30人以下の団体を支援する。,1(1),50人以下の団体を支援する。\r\n\
         r8/a,c6stk,withdrawn,1(2),相談を受け付ける。,,\r\n\
         r8/a,n7z3j,new,,,1(3),情報を提供する。\r\n"
    );
    let json = site.run("diff --format json").json();
    assert_eq!(json["documents"][0]["changes"][0]["before"]["text"], "30人以下の団体を支援する。");
    assert_eq!(released("").run("diff").out, "公開した文から変わった所はありません\n");
    assert_eq!(site.run("diff r8/zzz").code, 1);
}

#[test]
fn a_document_that_cannot_be_compared_is_not_said_to_be_unchanged() {
    let site = edited("", AFTER);
    site.write("content/r8/a.lock", site.read("content/r8/a.lock") + "damaged\n");
    let output = site.run("diff");
    assert_eq!((output.code, output.out.as_str()), (1, ""), "{output}");
    assert_ne!(output.codes(), [""; 0], "{output}");
}
