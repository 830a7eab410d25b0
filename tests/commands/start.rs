//! `hoshin init` and `hoshin new`.

use crate::kit::{Output, Site};

/// The example city, as `hoshin init` leaves it, in a folder with a blank and Japanese in its name.
fn city() -> (Site, Output) {
    city_of("init")
}

/// What `hoshin init` writes with these options.
pub(crate) fn city_of(command: &str) -> (Site, Output) {
    let site = Site::empty();
    let made = site.command(command, &[]).arg("例 市").output().expect("the program runs");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    (site, Output { code: made.status.code().unwrap_or(-1), out: text(made.stdout), err: text(made.stderr) })
}

/// Runs a command in the city.
pub(crate) fn run(site: &Site, arguments: &[&str]) -> Output {
    let mut command = site.command("", &[]);
    let made = command.args(arguments).current_dir(site.path("例 市")).output().expect("the program runs");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    Output { code: made.status.code().unwrap_or(-1), out: text(made.stdout), err: text(made.stderr) }
}

#[test]
fn init_writes_a_city_to_edit() {
    let (site, made) = city();
    insta::assert_snapshot!(made, @r#"
    exit 0
    --- stdout
    「例 市」に、架空の市の方針を用意しました（8 個のファイル）。

    次にすること:
      cd "例 市"
      hoshin serve     ブラウザーで見ながら書き換える
      hoshin check     誤りがないか確かめる
      hoshin build     public/ に公開用のサイトを作る
      hoshin new r9/shisei-unei --from r8/shisei-unei     次の年度の方針を書き始める

    まず content/site.yaml の title・city・base_url を、自分の市のものに書き換えてください。
    "#);
    let files: Vec<String> = site.files("例 市").into_keys().collect();
    assert_eq!(
        files,
        [
            ".gitattributes",
            ".gitignore",
            "content/organizations.yaml",
            "content/plans.yaml",
            "content/r8/seisaku.md",
            "content/r8/shisei-unei.md",
            "content/r8/shisei-unei.yaml",
            "content/site.yaml",
        ]
    );
}

#[test]
fn the_city_is_checked_and_built_without_findings() {
    let (site, _) = city();
    for command in ["check", "build", "check"] {
        let done = run(&site, &[command, "--strict", "--lang", "en"]);
        assert_eq!(done.code, 0, "{done}");
        assert!(done.err.starts_with("nothing found; public 2"), "{done}");
    }
    let posts = run(&site, &["snippet", "check", "--strict"]);
    assert_eq!((posts.code, posts.codes()), (0, vec!["post-needs-reader"]), "{posts}");
    assert!(site.path("例 市/public/r8/shisei-unei/index.html").is_file());
    // No page of the preview is in the site.
    assert!(site.files("例 市/public").keys().all(|path| !path.starts_with("_hoshin")));
}

#[test]
fn windows_line_ends_change_nothing() {
    let (site, _) = city();
    let (other, _) = city();
    for (path, bytes) in other.files("例 市/content") {
        let text = String::from_utf8(bytes).expect("UTF-8").replace('\n', "\r\n");
        other.write(&format!("例 市/content/{path}"), text);
    }
    for site in [&site, &other] {
        assert_eq!(run(site, &["build", "--strict"]).code, 0);
    }
    assert_eq!(site.files("例 市/public"), other.files("例 市/public"));
}

#[test]
fn existing_files_are_never_overwritten() {
    let site = Site::empty().file("mine/memo.txt", "大事").file("file", "大事").file("repository/.git/HEAD", "");
    assert_eq!(site.run("init mine").codes(), ["init-not-empty"]);
    assert_eq!(site.run("init mine").code, 2);
    assert_eq!(site.run("init file").codes(), ["init-not-empty"]);
    assert_eq!(site.files("mine").len(), 1);
    assert_eq!(site.run("init repository").code, 0);
    assert_eq!(site.run("init new/below").code, 0);
}

#[test]
fn a_copy_of_last_years_document_has_marks_to_be_filled_in() {
    let (site, _) = city();
    let text = site.read("例 市/content/r8/shisei-unei.md").replace("## 1 災害への備え", "## 1 災害への備え {#sonae}");
    site.write(
        "例 市/content/r8/shisei-unei.md",
        text.replace("summary:", "license: CC BY 4.0\nupper: 令和8年度施政方針\nsummary:"),
    );
    insta::assert_snapshot!(run(&site, &["new", "r9/shisei-unei", "--from", "r8/shisei-unei"]), @"
    exit 0
    --- stdout
    content/r9/shisei-unei.md を作りました（下書き）。

    次にすること:
      1. content/r9/shisei-unei.md を開き、「要記入：」の 7 か所を書き換える
         前の年の名前が 1 か所に残っています。一つずつ確かめてください
      2. hoshin serve で見ながら直し、hoshin check で確かめる
      3. 決裁を経たら status: published と書き、hoshin build

    次のものは写していません:
      - 本文の id（{#…}）
      - r8/shisei-unei.yaml の注記・投稿文・承認
    ");
    let made = site.read("例 市/content/r9/shisei-unei.md");
    let head = made.split("(1)").next().unwrap_or_default();
    insta::assert_snapshot!(head, @"
    ---
    title: 令和9年度市政運営の基本方針
    kind: 市政運営の基本方針
    fiscal_year: R9
    issued: # 要記入：制定日（例：令和9年4月1日）
    issuer:
      post: みどり野市長
      name: # 要記入：氏名
      as_printed: # 要記入：印刷されるとおりの職名と氏名
    organization: midorino-shi
    upper:
      - 令和9年度施政方針 # 要記入：上位の文書がこれでよいか確かめる
    replaces: r8/shisei-unei
    status: draft
    license: CC BY 4.0
    summary: # 要記入：この文書の要旨
    ---

    （要記入：制定日）

    # 令和9年度市政運営の基本方針

    （要記入：職名と氏名）

    令和8年度の市政運営に当たっては、「第2次みどり野市総合計画」の実現に向け、下記の事項を踏まえて取り組むこと。

    記

    ## 1 災害への備え
    ");
    assert!(made.ends_with("本に親しむ機会を増やすこと。\n\n以上\n"));
    let checked = run(&site, &["check"]);
    assert_eq!((checked.code, checked.codes()), (0, vec!["placeholder"; 7]), "{checked}");
    // A draft stops nothing and is not published.
    assert_eq!(run(&site, &["build"]).code, 0);
    assert!(!site.path("例 市/public/r9").exists());
    // Published with its marks, it stops the build.
    site.write("例 市/content/r9/shisei-unei.md", made.replace("status: draft", "status: published"));
    let checked = run(&site, &["check"]);
    assert_eq!((checked.code, checked.codes()), (1, vec!["placeholder-published"; 7]), "{checked}");
}

#[test]
fn a_copy_names_the_new_years_upper_document_if_there_is_one() {
    let (site, _) = city();
    run(&site, &["new", "r9/shisei-unei", "--from", "r8/shisei-unei"]);
    run(&site, &["new", "r9/seisaku", "--from", "content/r8/seisaku.md"]);
    let made = site.read("例 市/content/r9/seisaku.md");
    assert!(made.contains("\nupper:\n  - r9/shisei-unei\nreplaces: r8/seisaku\n"), "{made}");
}

const FRONT: &str = "title: 令和8年度の目標\nkind: 組織目標\nfiscal_year: R8\nstatus: published\ndeclared: 2026-04-01\n\
                 revised: 2026-06-01\naliases: [r8/mokuhyo-an]\nexample: true\nvariant_of: r8/seisaku\nlanguage: en\n\
                 extra:\n  number: 8-12 # 文書番号\n  list:\n  - a\n";
const OBJECTIVES: &str = "## 1 登録者\n\n登録者を増やす。\n\n```objective\nimplements:\n  - { clause: r8/seisaku#s1, relation: 推進する }\n\
                indicators:\n  - name: \"登録者: LINE\"\n    kind: outcome\n    unit: 人\n    direction: up\n\
                \u{20}   baseline: { value: 10, on: 2026-03-31 }\n    interim: [{ value: 11, by: 2026-09-30 }]\n\
                \u{20}   target: { value: 12, by: 2027-03-31 }\n    actuals: [{ value: 10, on: 2026-06-30, note: 速報 }]\n\
                \u{20}   judged: { value: 50, on: 2026-06-30 }\ndue: 2027-03-31\ndue_label: 年度末\nstatus: under-way\n\
                sdgs: [11, 17]\nowner: 確認中\n```\n\n- 一つの指標\n\n  ```objective\n  indicator: 件数\n  baseline: 該当なし\n  \
                target: 5\n  ```\n\n- 読めない目標\n\n  ```objective\n  indicators: [\n  ```\n\n以上\n";

#[test]
fn objectives_and_free_data_of_last_year_are_marked_or_reported() {
    let (site, _) = city();
    site.write("例 市/content/r8/mokuhyo.md", format!("---\n{FRONT}---\n\n{OBJECTIVES}"));
    insta::assert_snapshot!(run(&site, &["new", "r9/mokuhyo", "--from", "r8/mokuhyo"]), @"
    exit 0
    --- stdout
    content/r9/mokuhyo.md を作りました（下書き）。

    次にすること:
      1. content/r9/mokuhyo.md を開き、「要記入：」の 13 か所を書き換える
      2. hoshin serve で見ながら直し、hoshin check で確かめる
      3. 決裁を経たら status: published と書き、hoshin build

    次のものは写していません:
      - 本文の id（{#…}）
      - 3 件の目標の値・時点・期限・達成状況・上位の項目（指標の名前・種類・単位・方向、担当、SDGs は写しました）
      - 書誌の revised・aliases
      - r8/mokuhyo.yaml の注記・投稿文・承認
    ");
}

#[test]
fn the_figures_of_last_years_objectives_are_replaced_by_marks() {
    let (site, _) = city();
    site.write("例 市/content/r8/mokuhyo.md", format!("---\n{FRONT}---\n\n{OBJECTIVES}"));
    run(&site, &["new", "r9/mokuhyo", "--from", "r8/mokuhyo"]);
    insta::assert_snapshot!(site.read("例 市/content/r9/mokuhyo.md"), @r#"
    ---
    title: 令和9年度の目標
    kind: 組織目標
    fiscal_year: R9
    issued: # 要記入：制定日（例：令和9年4月1日）
    declared: # 要記入：表明日
    replaces: r8/mokuhyo
    status: draft
    language: en
    variant_of: # 要記入：元の文書（前の文書では r8/seisaku）
    example: true # 要記入：記載例でなければ、この行を消す
    # 要記入：extra は前の文書のままです。確かめて、この行を消す
    extra:
      number: 8-12 # 文書番号
      list:
      - a
    ---

    ## 1 登録者

    登録者を増やす。

    ```objective
    implements: # 要記入：上位の項目（前の文書では r8/seisaku#s1）
    indicators:
      - name: "登録者: LINE"
        kind: outcome
        unit: 人
        direction: up
        baseline: # 要記入：基準値と時点
        interim: # 要記入：中間目標の値と期限
        target: # 要記入：目標値と期限
    due: # 要記入：期限
    due_label: # 要記入：期限の表記
    sdgs: [11, 17]
    owner: 確認中
    ```

    - 一つの指標

      ```objective
      indicators:
        - name: 件数
          baseline: 該当なし
          target: # 要記入：目標値と期限
      ```

    - 読めない目標

      ```objective
      # 要記入：目標（前の文書の目標は読めないので、写していません）
      ```

    以上
    "#);
    let checked = run(&site, &["check"]);
    let count = |code: &str| checked.codes().iter().filter(|found| **found == code).count();
    assert_eq!((count("placeholder"), count("objective-without-upper")), (13, 4), "{checked}");
    assert_eq!(checked.err.matches("エラー[").count(), 1, "the block nobody can read: {checked}");
}

#[test]
fn every_kind_has_a_skeleton_whose_marks_are_reported() {
    let (site, _) = city();
    for (at, kind) in ["施政方針", "市政運営の基本方針", "部の運営方針", "組織目標", "計画", "指針"].iter().enumerate()
    {
        let made = run(&site, &["new", &format!("r9/hinagata-{at}"), "--kind", kind, "--lang", "en"]);
        assert_eq!(made.code, 0, "{made}");
        assert!(made.out.contains("replace the "), "{made}");
    }
    let checked = run(&site, &["check"]);
    assert_eq!(checked.code, 0, "{checked}");
    let others: Vec<&str> = checked.codes().into_iter().filter(|code| *code != "placeholder").collect();
    assert_eq!(others, [""; 0], "{checked}");
}

#[test]
fn a_document_that_cannot_be_started_is_refused_with_a_suggestion() {
    let (site, _) = city();
    for (arguments, code) in [
        (&["new", "r8/seisaku", "--kind", "計画"][..], "new-taken"),
        (&["new", "r8/shisei-unei", "--from", "r8/seisaku"], "new-taken"),
        (&["new", "r9/a"], "new-without-kind"),
        (&["new", "r9/a", "--kind", "予定"], "new-unknown-kind"),
        (&["new", "r9/a", "--from", "r7/nai"], "new-from-missing"),
        (&["new", "../a", "--kind", "計画"], "bad-id"),
        (&["new", "r9/方針", "--kind", "計画"], "bad-id"),
    ] {
        let refused = run(&site, arguments);
        assert_eq!((refused.code, refused.codes()), (2, vec![code]), "{arguments:?}: {refused}");
    }
    site.write("例 市/content/r9/old.lock", "");
    assert_eq!(run(&site, &["new", "r9/old", "--kind", "計画"]).codes(), ["new-taken"]);
}

#[test]
fn the_year_is_that_of_the_name_else_the_next_one_else_the_present_one() {
    let (site, _) = city();
    for (arguments, expected) in [
        (&["new", "r12/a", "--kind", "計画"][..], "R12"),
        (&["new", "keikaku", "--kind", "計画", "--now", "2027-03-31"], "R8"),
        (&["new", "keikaku-2", "--kind", "計画", "--now", "2027-04-01"], "R9"),
        (&["new", "tsugi", "--from", "r8/seisaku"], "R9"),
    ] {
        assert_eq!(run(&site, arguments).code, 0);
        let made = site.read(&format!("例 市/content/{}.md", arguments[1]));
        assert!(made.contains(&format!("\nfiscal_year: {expected}\n")), "{made}");
    }
}
