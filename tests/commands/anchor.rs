//! `hoshin anchor`: questions about addresses, their answers, and the preview before anything is recorded.

use crate::kit::{Output, Site, document, titled};

const PUBLISHED: &str = "市民が必要としている情報を容易に入手できるように登録者を増やすとともに、様々な媒体の特性を生かした情報発信に努めること。";
const FIRST_HALF: &str = "市民が必要としている情報を容易に入手できるように登録者を増やすこと。";
const SECOND_HALF: &str = "様々な媒体の特性を生かした情報発信に努めること。";
const OTHER: &str = "職員の育成を計画的に進め、専門的な知識を高めること。";
const LOCK: &str = "content/r8/a.lock";

/// A version of a document of numbered clauses.
fn text(clauses: &[&str]) -> String {
    first_version(clauses).replace("status:", "revised: 2026-07-01\nstatus:")
}

/// The first version of it.
fn first_version(clauses: &[&str]) -> String {
    let clauses = clauses.iter().enumerate().map(|(index, text)| format!("({}) {text}\n\n", index + 1));
    document("status: published\nissued: 2026-04-01", &format!("# 令和8年度の方針\n\n{}", clauses.collect::<String>()))
}

/// A site on which these clauses were published.
fn published(clauses: &[&str]) -> Site {
    let site = Site::new().file("content/r8/a.md", first_version(clauses));
    assert_eq!(site.run("release --adopt").code, 0);
    site
}

/// A site with a question: the clause was split, or it is one of the two.
fn with_a_question() -> Site {
    let site = published(&[PUBLISHED, OTHER]);
    site.write("content/r8/a.md", text(&[FIRST_HALF, SECOND_HALF, OTHER]));
    site
}

/// The id recorded for a text.
fn id_of(site: &Site, text: &str) -> String {
    let lock = site.read(LOCK);
    let line = lock.lines().find(|line| line.contains(text)).expect("a line of the lock");
    line.split('"').nth(3).expect("an id").to_owned()
}

/// The commands a finding names.
fn commands(output: &Output) -> Vec<&str> {
    output
        .err
        .lines()
        .filter_map(|line| Some(line[line.find("hoshin anchor")?..].strip_prefix("hoshin ")?.trim()))
        .collect()
}

/// The page at the address of a clause: `/c/<id>/`.
fn clause_page(site: &Site, id: &str) -> String {
    site.read(&format!("public/c/{id}/index.html"))
}

mod asking {
    use super::*;

    #[test]
    fn a_question_shows_both_texts_and_the_command_for_each_answer() {
        let site = with_a_question();
        let output = site.run("build");
        let before = site.files("public");
        insta::assert_snapshot!(output, @r"
        exit 1
        --- stderr
        エラー[address-unclear]: 公開済みの「(1)」（b9zk9）が今のどの条項に当たるか、決められません（－ 公開済みの文、＋ 今の文）
                                   － (1)：市民が必要としている情報を容易に入手できるように登録者を増やすとともに、様々な媒体の特性を生かした情報発信に努めること。
                                   ＋ (1)：市民が必要としている情報を容易に入手できるように登録者を増やすこと。
                                   ＋ (2)：様々な媒体の特性を生かした情報発信に努めること。
          --> content/r8/a.md:12:1
           |
        12 | (1) 市民が必要としている情報を容易に入手できるように登録者を増やすこと。
           | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
           |
           = なぜ: 取り違えると、公開済みのリンクや引用が、黙って別の条項を指すようになります。
           = 直し方: 次のどれかを実行してください。
                       これらに分かれた：hoshin anchor split b9zk9 r8/a#s1 r8/a#s2 --write
                       「(1)」に当たる：hoshin anchor same b9zk9 r8/a#s1 --write
                       「(2)」に当たる：hoshin anchor same b9zk9 r8/a#s2 --write
                       なくなった：hoshin anchor retire b9zk9 --write

        くわしい説明と例: hoshin explain コード（たとえば hoshin explain address-unclear）

        エラー 1; 公開 1・設定と付属データ 3; 公開しませんでした（public は元のままです）
        ");
        assert_eq!(site.files("public"), before);
    }

    #[test]
    fn each_command_can_be_run_as_it_is_shown_and_settles_the_question() {
        let answers = commands(&with_a_question().run("build")).iter().map(|&it| it.to_owned()).collect::<Vec<_>>();
        assert_eq!(answers.len(), 4, "{answers:?}");
        for answer in answers {
            let site = with_a_question();
            let id = id_of(&site, PUBLISHED);
            let shown = site.run(answer.trim_end_matches(" --write"));
            assert_eq!(shown.code, 0, "{shown}");
            assert_eq!(site.run("build").code, 1, "{answer}: a preview settles nothing");
            assert_eq!(site.run(&answer).code, 0, "{answer}");
            let built = site.run("build");
            assert_eq!((built.code, built.codes().contains(&"address-unclear")), (0, false), "{answer}: {built}");
            let page = clause_page(&site, &id);
            match answer.split(' ').nth(1) {
                Some("same") if answer.contains("#s1") => assert!(page.contains(FIRST_HALF), "{page}"),
                Some("same") => assert!(page.contains(SECOND_HALF), "{page}"),
                // A tombstone shows what was published.
                _ => assert!(page.contains(PUBLISHED), "{page}"),
            }
        }
    }

    #[test]
    fn the_first_answers_are_given_in_one_go_after_they_were_shown() {
        let site = with_a_question();
        let id = id_of(&site, PUBLISHED);
        let shown = site.run("anchor answer");
        assert!(shown.out.contains(&format!("hoshin anchor split {id} r8/a#s1 r8/a#s2 --write")), "{shown}");
        assert_eq!(site.run("build").code, 1, "nothing was recorded");
        assert_eq!(site.run("anchor answer --write").code, 0);
        let built = site.run("build");
        assert_eq!((built.code, built.codes().contains(&"address-unclear")), (0, false), "{built}");
        assert!(clause_page(&site, &id).contains(PUBLISHED));
    }

    #[test]
    fn a_small_edit_asks_nothing_and_a_new_text_is_another_clause() {
        let site = published(&[PUBLISHED, OTHER]);
        let id = id_of(&site, OTHER);
        let edited = OTHER.replace("計画的に進め", "計画的に推し進め");
        site.write("content/r8/a.md", text(&[PUBLISHED, &edited]));
        assert_eq!(site.run("release --adopt").codes(), ["address-reworded"]);
        assert_eq!(id_of(&site, &edited), id);
        site.write(
            "content/r8/a.md",
            text(&[PUBLISHED, "道路の陥没を防ぐため、下水道管を点検する。"]).replace("2026-07-01", "2026-08-01"),
        );
        let output = site.run("build");
        assert_eq!((output.code, output.codes()), (0, vec!["address-retargeted", "address-withdrawn"]), "{output}");
        assert!(clause_page(&site, &id).contains(&edited));
    }

    #[test]
    fn a_clause_that_appears_in_another_document_is_asked_about() {
        let site = published(&[PUBLISHED, OTHER]);
        let id = id_of(&site, PUBLISHED);
        site.write("content/r8/a.md", text(&[OTHER]));
        site.write(
            "content/r8/b.md",
            titled("別の方針", "status: published", &format!("# 別の方針\n\n(1) {PUBLISHED}\n")),
        );
        let output = site.run("build");
        assert_eq!((output.code, output.codes()), (1, vec!["address-moved-away"]), "{output}");
        let answer = output.err.split("hoshin ").find(|words| words.starts_with("anchor move")).expect("a command");
        let answer = answer.split(" を").next().expect("a command").to_owned();
        assert_eq!(answer, format!("anchor move {id} r8/b#s1 --write"));
        assert_eq!(site.run(&answer).code, 0);
        let built = site.run("build");
        assert_eq!(built.code, 0, "{built}");
        assert!(site.read("public/r8/b/index.html").contains(&format!("id=\"{id}\"")), "the id goes with the clause");
        assert!(site.read("public/r8/a/index.html").contains(&format!("id=\"{id}\"")), "and is told where it was");
        assert!(clause_page(&site, &id).contains("別の方針"));
    }
}

mod answering {
    use super::*;

    #[test]
    fn a_preview_shows_what_changes_and_the_command_that_records_it() {
        let site = with_a_question();
        let id = id_of(&site, PUBLISHED);
        insta::assert_snapshot!(site.run(&format!("anchor split {id} r8/a#s1 r8/a#s2")), @r"
        exit 0
        --- stdout
        b2w5j: （新しいアドレス） → (1) [s1]（r8/a）
          ＋ 市民が必要としている情報を容易に入手できるように登録者を増やすこと。
        b9zk9: (1) [s1] → 分割 → b2w5j, wqt5p（r8/a）
          － 市民が必要としている情報を容易に入手できるように登録者を増やすとともに、様々な媒体の特性を生かした情報発信に努めること。
          ＋ (1): 市民が必要としている情報を容易に入手できるように登録者を増やすこと。
          ＋ (2): 様々な媒体の特性を生かした情報発信に努めること。
        wqt5p: （新しいアドレス） → (2) [s2]（r8/a）
          ＋ 様々な媒体の特性を生かした情報発信に努めること。

        まだ記録していません。これでよければ:
          hoshin anchor split b9zk9 r8/a#s1 r8/a#s2 --write
        ");
        insta::assert_snapshot!(site.run(&format!("anchor same {id} s1 --lang en")), @r"
        exit 0
        --- stdout
        b9zk9: (1) (in the same place) (r8/a)
          － 市民が必要としている情報を容易に入手できるように登録者を増やすとともに、様々な媒体の特性を生かした情報発信に努めること。
          ＋ 市民が必要としている情報を容易に入手できるように登録者を増やすこと。

        Nothing is recorded yet. To do so:
          hoshin anchor same b9zk9 s1 --lang en --write
        ");
        let typed = format!("anchor same {id} s1 --lang en --write");
        insta::assert_snapshot!(site.run(&typed), @r"
        exit 0
        --- stdout
        b9zk9: (1) (in the same place) (r8/a)
          － 市民が必要としている情報を容易に入手できるように登録者を増やすとともに、様々な媒体の特性を生かした情報発信に努めること。
          ＋ 市民が必要としている情報を容易に入手できるように登録者を増やすこと。

        recorded: content/r8/a.lock
        ");
        insta::assert_snapshot!(site.run(&typed), @r"
        exit 0
        --- stdout
        that is what is recorded; nothing changes
        ");
    }

    #[test]
    fn a_reason_given_later_is_shown_before_it_is_recorded() {
        let site = published(&[PUBLISHED, OTHER]);
        let id = id_of(&site, PUBLISHED);
        site.write("content/r8/a.md", text(&[OTHER]));
        assert_eq!(site.run("release --adopt").code, 0);
        insta::assert_snapshot!(site.run(&format!("anchor retire {id} --reason 事業の終了")), @r"
        exit 0
        --- stdout
        b9zk9: (1)（削除のまま）（r8/a）
          － 市民が必要としている情報を容易に入手できるように登録者を増やすとともに、様々な媒体の特性を生かした情報発信に努めること。
          理由：事業の終了

        まだ記録していません。これでよければ:
          hoshin anchor retire b9zk9 --reason 事業の終了 --write
        ");
    }

    #[test]
    fn a_clause_that_is_gone_gets_a_reason_and_a_successor() {
        let site = published(&[PUBLISHED, OTHER]);
        let id = id_of(&site, PUBLISHED);
        site.write("content/r8/a.md", text(&[OTHER]));
        assert_eq!(site.run("release --adopt").code, 0);
        let retired = site.run(&format!("anchor retire {id} --reason 次の項目に含めた --successor s1 --write"));
        assert_eq!(retired.code, 0, "{retired}");
        assert_eq!(site.run("release --adopt").code, 0);
        let page = clause_page(&site, &id);
        assert!(page.contains("次の項目に含めた") && page.contains(&id_of(&site, OTHER)), "{page}");
        assert_eq!(site.run(&format!("anchor reserve {id} --write")).code, 0);
        assert_eq!(site.run("release --adopt").code, 0);
        assert!(site.read(LOCK).contains(r#""state":"reserved""#));
    }

    #[test]
    fn several_clauses_are_merged_into_one() {
        let site = published(&[FIRST_HALF, SECOND_HALF, OTHER]);
        let (first, second) = (id_of(&site, FIRST_HALF), id_of(&site, SECOND_HALF));
        site.write("content/r8/a.md", text(&[PUBLISHED, OTHER]));
        assert_eq!(site.run("build").codes(), ["address-unclear"], "one question for one cause");
        let merged = site.run(&format!("anchor merge {first} {second} r8/a#s1 --write"));
        assert_eq!(merged.code, 0, "{merged}");
        assert_eq!(site.run("release --adopt").code, 0);
        let now = id_of(&site, PUBLISHED);
        for id in [first, second] {
            assert!(clause_page(&site, &id).contains(&now), "{id}");
        }
    }

    #[test]
    fn an_impossible_answer_is_refused_and_changes_nothing() {
        let site = published(&[PUBLISHED, OTHER]).file(
            "content/r8/b.md",
            titled("別の方針", "status: published", "# 別の方針\n\n(1) 道路の陥没を防ぐため、下水道管を点検する。\n"),
        );
        assert_eq!(site.run("release --adopt").code, 0);
        let id = id_of(&site, PUBLISHED);
        let before = site.files("content");
        for (words, code) in [
            ("same xxxxx r8/a#s1", "anchor-nowhere"),
            ("same ID r8/a#s99", "anchor-unknown-place"),
            ("same ID r8/a#s2", "anchor-place-taken"),
            ("same ID r8/b#s1", "anchor-other-document"),
            ("move ID r8/b#s1", "anchor-place-taken"),
            ("move ID r8/nai#s1", "anchor-nowhere"),
            ("retire r8/a", "anchor-document-stands"),
            ("retire r8/nai", "anchor-nowhere"),
            ("rename r8/a r8/b", "anchor-document-stands"),
            ("rename r8/nai r8/b", "anchor-nowhere"),
            ("forget r8/nai", "anchor-nowhere"),
            ("adopt", "anchor-list-stands"),
            ("list r8/nai", "anchor-nowhere"),
            ("show nai", "citation-not-found"),
        ] {
            let write = if words.starts_with("list") || words.starts_with("show") { "" } else { " --write" };
            let output = site.run(&format!("anchor {}{write}", words.replace("ID", &id)));
            assert_eq!((output.code, output.codes()), (1, vec![code]), "{words}: {output}");
            assert_eq!(site.files("content"), before, "{words}");
        }
    }

    #[test]
    fn nothing_is_settled_while_a_record_is_damaged() {
        let site = with_a_question();
        let id = id_of(&site, PUBLISHED);
        let damaged = format!("{}x\n", site.read(LOCK));
        site.write(LOCK, &damaged);
        let output = site.run(&format!("anchor retire {id} --write"));
        assert_eq!((output.code, output.codes()), (1, vec!["lock-line"]), "{output}");
        assert_eq!(site.read(LOCK), damaged);
    }
}

mod showing {
    use super::*;

    #[test]
    fn list_and_show_print_documents_clauses_and_one_clause() {
        let site = published(&[PUBLISHED, OTHER]);
        let id = id_of(&site, OTHER);
        site.write("content/r8/a.md", text(&[PUBLISHED, "道路の陥没を防ぐため、下水道管を点検する。", OTHER]));
        assert_eq!(site.run("release --adopt").code, 0);
        insta::assert_snapshot!(site.run("anchor list"), @r"
        exit 0
        --- stdout
        r8/a  条項 3・なくなった条項 0  公開済み
        ");
        insta::assert_snapshot!(site.run("anchor list r8/a --lang en"), @r"
        exit 0
        --- stdout
        b9zk9  s1  (1)  市民が必要としている情報を容易に入手できるように登録者を増やすとともに、様々な媒体の特性を生かした情報発信に努めること。
        v8v39  s2  (2)  道路の陥没を防ぐため、下水道管を点検する。
        xchqv  s3  (3)  職員の育成を計画的に進め、専門的な知識を高めること。
        ");
        let by_id = site.run(&format!("anchor show {id}"));
        insta::assert_snapshot!(by_id, @r"
        exit 0
        --- stdout
        xchqv  現行
        文書    r8/a
        場所    s3（(3)） 2026-07-01 から
        以前    s2.xchqv（(2)） 2026-04-01 から
        本文    職員の育成を計画的に進め、専門的な知識を高めること。
        ");
        for what in ["r8/a#s3", "「令和8年度の方針」(3)", "https://www.example.jp/r8/a/#s3"] {
            assert_eq!(site.run(&format!("anchor show {what}")), by_id, "{what}");
        }
        let json = site.run(&format!("anchor show {id} --format json")).json();
        assert_eq!(
            (&json["id"], &json["state"], &json["position"]),
            (&id.as_str().into(), &"stands".into(), &"s3".into())
        );
        let list = site.run("anchor list r8/a --format json").json();
        assert_eq!(list["clauses"].as_array().expect("a list").len(), 3);
    }
}

#[test]
fn full_width_names_keep_the_columns_of_a_list() {
    let body = format!("# 令和8年度の方針\n\n前文。\n\n## 10 発信\n\n・{FIRST_HALF}\n\n・{OTHER}\n");
    let site = Site::new().file("content/r8/a.md", document("status: published", &body));
    assert_eq!(site.run("release --adopt").code, 0);
    site.write(
        "content/r8/a.md",
        document("status: published\nrevised: 2026-07-01", &body.replace(&format!("・{OTHER}\n"), "")),
    );
    assert_eq!(site.run("release --adopt").code, 0);
    insta::assert_snapshot!(site.run("anchor list r8/a"), @r"
    exit 0
    --- stdout
    zh6ck  pre-p1  前文第1段落    前文。
    vc8ht  s10     10             発信
    b2w5j  s10-b1  10（1項目め）  市民が必要としている情報を容易に入手できるように登録者を増やすこと。

    なくなった条項:
    xchqv  s10-b2  10（2項目め）  削除  職員の育成を計画的に進め、専門的な知識を高めること。
    ");
}

mod documents {
    use super::*;

    #[test]
    fn a_name_given_up_in_the_front_matter_is_not_listed_as_a_document() {
        let site = published(&[OTHER]);
        site.write("content/r8/b.md", site.read("content/r8/a.md").replace("status:", "aliases: r8/a\nstatus:"));
        site.write("content/r8/b.lock", site.read(LOCK));
        site.remove("content/r8/a.md");
        site.remove(LOCK);
        assert_eq!(site.run("release --adopt").code, 0);
        insta::assert_snapshot!(site.run("anchor list --lang en"), @r"
        exit 0
        --- stdout
        r8/a  0 clauses, 0 gone  called r8/b now
        r8/b  1 clauses, 0 gone  published
        ");
    }

    fn renamed() -> (Site, String) {
        let site = published(&[PUBLISHED, OTHER]);
        let id = id_of(&site, PUBLISHED);
        site.write("content/r9/b.md", site.read("content/r8/a.md"));
        site.write("content/r9/b.lock", site.read(LOCK));
        site.remove("content/r8/a.md");
        site.remove(LOCK);
        (site, id)
    }

    fn keeps_every_address(site: &Site, id: &str) {
        let built = site.run("build");
        assert_eq!(built.code, 0, "{built}");
        assert!(site.read("public/r9/b/index.html").contains(&format!("id=\"{id}\"")));
        let old = site.read("public/r8/a/index.html");
        assert!(old.contains("<link rel=\"canonical\" href=\"https://www.example.jp/r9/b/\""), "{old}");
        assert!(clause_page(site, id).contains("../../r9/b/"), "{}", clause_page(site, id));
        assert_eq!(site.run("build --locked").code, 0);
    }

    #[test]
    fn a_document_that_moves_with_its_record_keeps_its_addresses_by_a_command() {
        let (site, id) = renamed();
        let asked = site.run("build");
        assert_eq!((asked.code, asked.codes()), (1, vec!["document-lost"]), "{asked}");
        assert!(asked.err.contains("hoshin anchor rename r8/a r9/b --write"), "{asked}");
        assert_eq!(site.run("anchor rename r8/a r9/b --write").code, 0);
        keeps_every_address(&site, &id);
    }

    #[test]
    fn a_document_that_moves_with_its_record_keeps_its_addresses_by_an_alias() {
        let (site, id) = renamed();
        let text = site.read("content/r9/b.md").replace("status:", "aliases: r8/a\nstatus:");
        site.write("content/r9/b.md", text);
        keeps_every_address(&site, &id);
    }

    #[test]
    fn a_document_that_is_taken_down_says_so_at_its_address() {
        let site = published(&[PUBLISHED, OTHER]);
        let id = id_of(&site, PUBLISHED);
        site.remove("content/r8/a.md");
        let output = site.run("build");
        assert_eq!((output.code, output.codes()), (1, vec!["document-lost"]), "{output}");
        assert_eq!(site.run("anchor retire r8/a --reason 計画期間の終了 --write").code, 0);
        assert_eq!(site.run("release --adopt").code, 0);
        for page in [site.read("public/r8/a/index.html"), clause_page(&site, &id)] {
            assert!(page.contains(PUBLISHED) && page.contains("計画期間の終了"), "{page}");
        }
    }
}
