//! `hoshin init` and `hoshin new` in English.

use crate::kit::{Output, Site};
use crate::start::{city_of, run};

/// The English example city.
fn english_city() -> (Site, Output) {
    city_of("init --lang en")
}

#[test]
fn init_in_english_writes_an_english_city() {
    let (site, made) = english_city();
    insta::assert_snapshot!(made, @r#"
    exit 0
    --- stdout
    An imaginary city's policies are in 例 市 (8 files).

    What to do next:
      cd "例 市"
      hoshin serve     edit, and watch in a browser what becomes of it
      hoshin check     look for mistakes
      hoshin build     make the site in public/
      hoshin new 2027/annual-policy --from 2026/annual-policy     start next year's policy

    Begin with title, city and base_url in content/site.yaml.
    "#);
    let files = site.files("例 市");
    assert_eq!(
        files.keys().collect::<Vec<_>>(),
        [
            ".gitattributes",
            ".gitignore",
            "content/2026/annual-policy.md",
            "content/2026/annual-policy.yaml",
            "content/2026/policy-department.md",
            "content/organizations.yaml",
            "content/plans.yaml",
            "content/site.yaml",
        ]
    );
    for (path, bytes) in &files {
        assert!(!String::from_utf8_lossy(bytes).contains(|c| c >= '\u{3000}'), "{path}");
    }
    for command in ["check", "build", "check"] {
        let done = run(&site, &[command, "--strict", "--lang", "en"]);
        assert_eq!(done.code, 0, "{done}");
        assert!(done.err.starts_with("nothing found; public 2"), "{done}");
    }
    let posts = run(&site, &["snippet", "check", "--strict"]);
    assert_eq!((posts.code, posts.codes()), (0, vec!["post-needs-reader"]), "{posts}");
}

/// The environment decides where no language is given, as it does for messages.
#[test]
fn the_example_is_in_the_language_of_the_messages() {
    let site = Site::empty();
    assert_eq!(site.run_with("init a", &[("LANG", "en_US.UTF-8")]).code, 0);
    assert_eq!(site.run_with("init b --lang ja", &[("LANG", "en_US.UTF-8")]).code, 0);
    assert!(site.path("a/content/2026/annual-policy.md").is_file());
    assert!(site.path("b/content/r8/shisei-unei.md").is_file());
}

/// The English city with a document that has everything that is marked in a copy.
fn city_with_objective() -> Site {
    let (site, _) = english_city();
    let text = site.read("例 市/content/2026/policy-department.md");
    site.write(
        "例 市/content/2026/policy-department.md",
        text.replace("summary:", "declared: 1 April 2026\nexample: true\nextra:\n  number: 12\nsummary:") + OBJECTIVE,
    );
    site
}

/// The messages are Japanese here, what is written is not.
#[test]
fn a_copy_in_english_is_reported_in_the_language_of_the_messages() {
    let site = city_with_objective();
    insta::assert_snapshot!(run(&site, &["new", "2027/policy-department", "--from", "2026/policy-department"]), @"
    exit 0
    --- stdout
    content/2027/policy-department.md を作りました（下書き）。

    次にすること:
      1. content/2027/policy-department.md を開き、「TO FILL IN:」の 14 か所を書き換える
         前の年の名前が 4 か所に残っています。一つずつ確かめてください
      2. hoshin serve で見ながら直し、hoshin check で確かめる
      3. 決裁を経たら status: published と書き、hoshin build

    次のものは写していません:
      - 本文の id（{#…}）
      - 1 件の目標の値・時点・期限・達成状況・上位の項目（指標の名前・種類・単位・方向、担当、SDGs は写しました）
      - 2026/policy-department.yaml の注記・投稿文・承認
    ");
}

#[test]
fn an_english_copy_has_english_marks() {
    let site = city_with_objective();
    run(&site, &["new", "2027/policy-department", "--from", "2026/policy-department"]);
    insta::assert_snapshot!(site.read("例 市/content/2027/policy-department.md"), @"
    ---
    title: Plan of the Policy Department 2027
    kind: Department plan
    fiscal_year: 2027
    issued: # TO FILL IN: date of issue (for example 1 April 2027)
    declared: # TO FILL IN: date of the declaration
    issuer:
      post: Head of the Policy Department
      name: # TO FILL IN: name
      as_printed: # TO FILL IN: post and name as they are printed
    organization: policy-department
    upper:
      - 2026/annual-policy # TO FILL IN: make sure that this is the document above
    replaces: 2026/policy-department
    status: draft
    example: true # TO FILL IN: delete this line if the document is no example
    summary: # TO FILL IN: what this document says
    # TO FILL IN: extra is that of the former document; check it and delete this line
    extra:
      number: 12
    ---

    (TO FILL IN: date of issue)

    # Plan of the Policy Department 2027

    (TO FILL IN: post and name)

    Under the “Annual Policy 2026” the Policy Department does the following in fiscal 2026.

    ## 1. Policies that are easy to read

    - Publish plans and policies in a form in which every clause can be cited.

    - Keep the addresses of published clauses when a text is revised.

    ## 2. Progress

    - Gather the results of last year for each objective of the “Second Master Plan of Greenfield”, and publish them by the end of September.

    - Check the figures for “Annual Policy 2026”, 2(b), with the other departments.

    More readers in 2026 than in 2025.

    ```objective
    implements: # TO FILL IN: the clauses above (in the former document 2026/annual-policy#s2-1)
    indicators:
      - name: Readers
        kind: outcome
        unit: persons
        direction: up
        baseline: # TO FILL IN: baseline and its day
        target: # TO FILL IN: target and its deadline
    due: # TO FILL IN: deadline
    owner: policy-department
    ```
    ");
    let checked = run(&site, &["check"]);
    assert!(checked.codes().iter().all(|code| ["placeholder", "objective-without-upper"].contains(code)), "{checked}");
    // With the policy above of the new year, nothing is left to be checked about it.
    run(&site, &["new", "2027/annual-policy", "--from", "2026/annual-policy"]);
    run(&site, &["new", "2027/again", "--from", "2026/policy-department"]);
    let made = site.read("例 市/content/2027/again.md");
    assert!(made.contains("\nupper:\n  - 2027/annual-policy\nreplaces: 2026/policy-department\n"), "{made}");
}

const OBJECTIVE: &str = "\nMore readers in 2026 than in 2025.\n\n```objective\nimplements: 2026/annual-policy#s2-1\nindicators:\n  \
                         - name: Readers\n    kind: outcome\n    unit: persons\n    direction: up\n    \
                         baseline: { value: 10000, on: 2025-04-01 }\n    target: { value: 12000, by: 2027-03-31 }\n\
                         due: 2027-03-31\nowner: policy-department\n```\n";

#[test]
fn every_kind_has_an_english_skeleton_whose_marks_are_reported() {
    let (site, _) = english_city();
    for (name, kind) in [("a", "Annual policy"), ("b", "Department plan"), ("c", "計画")] {
        let made = run(&site, &["new", &format!("2027/{name}"), "--kind", kind, "--lang", "en"]);
        assert_eq!(made.code, 0, "{made}");
    }
    insta::assert_snapshot!(site.read("例 市/content/2027/b.md"), @r#"
    ---
    title: "Plan of the (TO FILL IN: name of the department) 2027"
    kind: Department plan
    fiscal_year: 2027
    issued: # TO FILL IN: date of issue (for example 1 April 2027)
    issuer:
      post: "Head of the (TO FILL IN: name of the department)"
      name: # TO FILL IN: name
    organization: # TO FILL IN: id of the department in organizations.yaml, or delete this line
    upper: # TO FILL IN: id of the document above, or delete this line
    status: draft
    summary: # TO FILL IN: what this document says (shown in lists), or delete this line
    ---

    (TO FILL IN: date of issue)

    # Plan of the (TO FILL IN: name of the department) 2027

    (TO FILL IN: name), Head of the (TO FILL IN: name of the department)

    The department does the following in the year.

    ## 1. (TO FILL IN: heading)

    - (TO FILL IN: text)

    - (TO FILL IN: text)
    "#);
    assert!(!site.read("例 市/content/2027/c.md").replace("計画", "").contains(|c| c >= '\u{3000}'));
    let checked = run(&site, &["check"]);
    assert_eq!(checked.code, 0, "{checked}");
    let others: Vec<&str> = checked.codes().into_iter().filter(|code| *code != "placeholder").collect();
    assert_eq!(others, [""; 0], "{checked}");
    let refused = run(&site, &["new", "2027/d", "--lang", "en"]);
    assert!(refused.err.contains("組織目標, 計画, 指針, Annual policy, Department plan"), "{refused}");
}
