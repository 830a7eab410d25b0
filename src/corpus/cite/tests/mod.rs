//! Citations of real and small documents, written and read back.

use crate::corpus::testing::{page, real_site, site};
use crate::corpus::{Citer, Corpus, Resolution, citation_at, cite};
use crate::policy::{CitationForm, DocumentId};

mod forms;

fn id(id: &str) -> DocumentId {
    DocumentId(id.to_owned())
}

fn shown(corpus: &Corpus, text: &str) -> String {
    match cite(corpus, text) {
        Resolution::Clause { document, position } => format!("{}#{position}", document.0),
        Resolution::Gone { document, id } => format!("{} † {id}", document.0),
        Resolution::Document(id) => id.0,
        Resolution::Plan(plan) => format!("plan {plan}"),
        Resolution::Ambiguous(all) => format!("? {}", all.join(" ")),
        Resolution::NotFound { suggestion } => format!("- {}", suggestion.unwrap_or_default()),
    }
}

/// ASCII as full-width characters.
fn wide(text: &str) -> String {
    let wide = |c: char| if c.is_ascii_graphic() { char::from_u32(u32::from(c) + 0xFEE0).unwrap() } else { c };
    text.chars().map(wide).collect()
}

#[test]
fn every_clause_of_the_real_documents_is_found_by_its_copied_citation() {
    let corpus = real_site();
    let mut clauses = 0;
    for document in corpus.public.values() {
        let citer = Citer::new(&corpus, document);
        document.body.each_clause(|clause| {
            let name = citer.name(clause);
            let expected = format!("{}#{}", document.id.0, clause.position);
            let bare = name.replace(['「', '」'], "");
            for text in [&name, &wide(&name), &citer.citation(clause), &citer.link(clause), &bare] {
                assert_eq!(shown(&corpus, text), expected, "{text}");
            }
            let back = citation_at(&corpus, &document.id, &clause.position).unwrap();
            assert_eq!(back.write(CitationForm::Short), name);
            clauses += 1;
        });
    }
    assert_eq!(clauses, 32 + 30);
}

#[test]
fn a_citation_is_understood_however_it_is_written() {
    let corpus = real_site();
    for (text, expected) in [
        ("「令和8年度政策経営部の運営方針」5（1項目め）", "r8/seisaku-keiei#s5-b1"),
        ("令和8年度政策経営部の運営方針 5の1項目め", "r8/seisaku-keiei#s5-b1"),
        ("Ｒ８政策経営部の運営方針　第５", "r8/seisaku-keiei#s5"),
        ("「令和八年度政策経営部の運営方針」5", "r8/seisaku-keiei#s5"),
        ("2026年度 政策経営部の運営方針5", "r8/seisaku-keiei#s5"),
        ("政策経営部の運営方針5", "r8/seisaku-keiei#s5"),
        ("「令和7年度市政運営の基本方針」2-(2)", "r7/shisei-unei#s2-2"),
        ("R7市政運営の基本方針２の（２）", "r7/shisei-unei#s2-2"),
        ("「令和7年度市政運営の基本方針」第2の2", "r7/shisei-unei#s2-2"),
        ("「令和7年度市政運営の基本方針」", "r7/shisei-unei"),
        ("r7/shisei-unei#s2-2", "r7/shisei-unei#s2-2"),
        ("「国分寺市ビジョン」", "plan kokubunji-vision"),
        ("「国分寺市ビジョン」3", "- 「国分寺市ビジョン」"),
        ("「令和8年度政策経営部の運営方針」5(1)", "- 「令和8年度政策経営部の運営方針」5（1項目め）"),
        ("「令和8年度政策経営部の運営方針」12", "- 「令和8年度政策経営部の運営方針」"),
        ("「令和8年度政策経営部の運営計画」5", "- 「令和8年度政策経営部の運営方針」"),
        ("", "- "),
    ] {
        assert_eq!(shown(&corpus, text), expected, "{text}");
    }
}

#[test]
fn counter_words_and_dates_tell_clauses_apart() {
    let law = "### 第1条（目的）\n\n目的。\n\n### 第2条（定義）\n\n次の者をいう。\n\n(1) 甲\n\n(3) 乙\n";
    let dated = page("R8", "例規", law).replace("status:", "issued: 2026-04-01\nstatus:");
    let undated = page("R8", "要綱", law);
    let corpus = site(&[("r8/a.md", &dated), ("r8/b.md", &undated)]);
    for (text, expected) in [
        ("「例規」第2条第3号", "r8/a#s2-3"),
        ("「例規」第2条の3", "- 「例規」"),
        ("「例規」第2章", "- 「例規」"),
        ("「例規」第2条第2号", "- 「例規」第2条"),
        ("「例規」（令和8年4月1日）第2条", "r8/a#s2"),
        ("「例規」（令和8年条例第3号）第2条", "r8/a#s2"),
        ("「例規」（令和8年3月31日）第2条", "- 「例規」"),
        ("「例規」（改正前）第2条", "- 「例規」"),
        ("「例規」第2条（令和8年4月1日版）", "r8/a#s2"),
        ("部長「例規」（令和8年3月1日）第2条、https://elsewhere.example/#s1（令和8年4月1日版）", "r8/a#s2"),
        ("「要綱」（令和8年3月31日）第2条", "r8/b#s2"),
        ("「要綱」第2条(1)、(3)", "- 「要綱」"),
        ("（引用文）「要綱」の趣旨\n出典：「例規」第1条", "r8/a#s1"),
    ] {
        assert_eq!(shown(&corpus, text), expected, "{text}");
    }
}

#[test]
fn a_name_without_its_year_is_ambiguous_when_there_are_several() {
    let text = "## 5 一\n\n(1) 甲\n\n(2) 乙";
    let corpus = site(&[
        ("r7/a.md", &page("R7", "令和7年度 運営方針", text)),
        ("r8/a.md", &page("R8", "令和8年度 運営方針", text)),
        ("r8/secret.md", &page("R8", "秘密の計画", text).replace("published", "draft")),
    ]);
    for (text, expected) in [
        ("「運営方針」5(1)", "? 「令和7年度運営方針」5(1) 「令和8年度運営方針」5(1)"),
        ("「令和8年度運営方針」5(1)", "r8/a#s5-1"),
        ("「秘密の計画」5(1)", "- "),
        ("r8/secret#s5-1", "- "),
    ] {
        assert_eq!(shown(&corpus, text), expected, "{text}");
    }
}

#[test]
fn a_clause_offers_link_name_citation_and_quotation() {
    let text = "## 5 強{靱|じん}化\n\n(1) **市**の*報\\*[1]\n\nまた、二。\n";
    let mut page = page("R8", "令和8年度 運営方針", text);
    page = page.replace("status:", "issued: 2026-04-01\nrevised: 令和8年7月1日\nissuer: {post: 部長}\nstatus:");
    let corpus = site(&[("r8/a.md", &page)]);
    let document = &corpus.public[&id("r8/a")];
    let citer = Citer::new(&corpus, document);
    let mut all = Vec::new();
    document.body.each_clause(|clause| all.push(clause));
    assert_eq!(citer.link(all[1]), "https://hoshin.example/r8/a/#s5-1");
    assert_eq!(citer.name(all[1]), "「令和8年度運営方針」5(1)");
    let full = "部長「令和8年度運営方針」（令和8年4月1日）5(1)、https://hoshin.example/r8/a/#s5-1（令和8年7月1日版）";
    assert_eq!(citer.citation(all[1]), full);
    assert_eq!(citer.quotation(all[1]), format!("(1) 市の*報*[1]\nまた、二。\n出典：{full}"));
    assert_eq!(
        citer.markdown(all[1]),
        "> (1) 市の\\*報\\*\\[1\\]\n>\n> また、二。\n>\n> — [「令和8年度運営方針」5(1)](https://hoshin.example/r8/a/#s5-1)"
    );
    assert_eq!(
        citer.document(),
        "部長「令和8年度運営方針」（令和8年4月1日）、https://hoshin.example/r8/a/（令和8年7月1日版）"
    );
    let section = citer.quotation(all[0]);
    assert_eq!(section.lines().next(), Some("5 強靱化"));
    assert!(!section.contains("じん") && !citer.markdown(all[0]).contains("じん"));
}
