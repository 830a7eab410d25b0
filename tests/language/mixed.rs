//! Sites with documents in two languages: a text of a document names its language wherever it stands on a page of another one.

use crate::kit::Site;

const HARBOUR: &str = "---\ntitle: Harbour Plan\nkind: 計画\nfiscal_year: 2026\nissued: 2 April 2026\nlanguage: en\n\
    issuer: { post: Harbour Master, name: Harbour Smith }\norganization: office\nupper: r8/ue\nstatus: published\n\
    summary: The harbour is kept clean.\n---\n\n# Harbour Plan\n\n## 1. Harbour works\n\nSee [[r8/ue#s1-1]].\n\n\
    ## 2. Harbour targets\n\nThe harbour gets more boats.\n\n```objective\nimplements: r8/ue#s1-1\nindicators:\n  - name: Boats\n\
    \u{20}   unit: boats\n    target: { value: 20, by: 2027-03-31 }\nsdgs: [11]\ndue_label: Next spring\nstatus: under-way\n```\n";

const UE: &str = "---\ntitle: みどり野市の方針\nkind: 計画\nfiscal_year: R8\nissued: 2026-04-01\nlanguage: ja\norganization: office\n\
    status: published\nsummary: 港の方針を示す。\n---\n\n# みどり野市の方針\n\n## 1 港のこと\n\n(1) 港をきれいにする。\
    [[r8/harbour#s1]]を見ること。\n";

fn site(language: &str) -> Site {
    let settings = format!("title: Site\ncity: City\nbase_url: https://www.example.jp/\nlanguage: {language}\n");
    let site = Site::empty()
        .file("content/site.yaml", settings)
        .file("content/organizations.yaml", "organizations:\n  - { id: office, name: Office }\n")
        .file("content/r8/harbour.md", HARBOUR)
        .file("content/r8/ue.md", UE);
    let built = site.run("build --now 2026-06-01");
    assert_eq!(built.code, 0, "{built}");
    site
}

#[track_caller]
fn assert_says(site: &Site, expected: &[(&str, &str)]) {
    for (path, text) in expected {
        let page = site.read(&format!("public/{path}"));
        assert!(page.contains(text), "{path}: {text}\n{page}");
    }
}

#[test]
fn an_english_document_names_its_language_on_pages_of_a_japanese_site() {
    let site = site("ja");
    let harbour = "<span lang=\"en\"><a href=\"../../../r8/harbour/index.html#";
    assert_says(
        &site,
        &[
            ("index.html", "lang=\"en\">Harbour Plan</a>"),
            ("index.html", "lang=\"en\">Harbour Master Harbour Smith</span>"),
            ("index.html", "lang=\"en\">1. Harbour works</a>"),
            ("r8/index.html", "lang=\"en\">Harbour Plan</a>"),
            ("r8/index.html", "<span lang=\"en\">Harbour Master Harbour Smith</span>"),
            ("r8/index.html", "<p lang=\"en\">The harbour is kept clean.</p>"),
            ("organizations/office/index.html", "lang=\"en\">Harbour Plan</a>"),
            ("organizations/office/index.html", "lang=\"en\">Harbour targets</a>"),
            ("objectives/index.html", "<span lang=\"en\">“Harbour Plan”, 2</span>"),
            ("objectives/index.html", "<dt><span lang=\"en\">Boats</span></dt>"),
            ("objectives/index.html", "<span lang=\"en\">Next spring</span>"),
            ("sdgs/11/index.html", "<span lang=\"en\">Harbour targets</span>"),
            ("trace/r8/ue/index.html", harbour),
            ("trace/r8/ue/index.html", "<span class=\"says\"><span lang=\"en\">Harbour targets</span></span>"),
            // A reference in the text, a link back to it, and a word of the site on the page of the document.
            ("r8/ue/index.html", "<span lang=\"en\">“Harbour Plan”, 1</span>"),
            ("r8/ue/index.html", "<span lang=\"en\"><a href=\"../harbour/index.html#"),
            ("r8/harbour/index.html", "<span lang=\"ja\">「みどり野市の方針」1(1)</span>"),
            ("r8/harbour/index.html", "<span lang=\"ja\"><span class=\"status\">"),
            ("search/r8/index.html", "lang=\"en\""),
            ("search/t0.js", "\"lang\":\"en\""),
            ("feed.xml", "<entry xml:lang=\"en\"><title>Harbour Plan</title>"),
            ("changes.xml", "<summary xml:lang=\"en\">Harbour works</summary>"),
            ("feed.xml", "<entry><title>みどり野市の方針</title>"),
        ],
    );
}

#[test]
fn a_japanese_document_names_its_language_on_pages_of_an_english_site() {
    assert_says(
        &site("en"),
        &[
            ("index.html", "lang=\"ja\">みどり野市の方針</a>"),
            ("index.html", "lang=\"ja\">1 港のこと</a>"),
            ("r8/index.html", "<p lang=\"ja\">港の方針を示す。</p>"),
            ("organizations/office/index.html", "lang=\"ja\">みどり野市の方針</a>"),
            ("trace/r8/harbour/index.html", "<span lang=\"ja\"><a href=\"../../../r8/ue/index.html#"),
            ("r8/harbour/index.html", "<span lang=\"ja\">「みどり野市の方針」1(1)</span>"),
            ("r8/ue/index.html", "<span lang=\"en\">“Harbour Plan”, 1</span>"),
            ("search/t0.js", "\"lang\":\"ja\""),
            ("feed.xml", "<entry xml:lang=\"ja\"><title>みどり野市の方針</title>"),
            ("changes.xml", "<summary xml:lang=\"ja\">港のこと</summary>"),
        ],
    );
}
