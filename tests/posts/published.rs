//! Posts and cards on the website: only those that are approved, unchanged and due, and not a byte of others.

use std::collections::BTreeMap;

use serde_json::Value;

use super::kit::{Site, document};

const CLAUSES: &str = "(1) 市報を出すよう努めること。 {#koho}\n\n(2) 窓口の案内を分かりやすくすること。 {#madoguchi}\n";
const NOW: &str = "--now 2026-04-02T12:00";

fn site(sidecar: &str) -> Site {
    Site::new()
        .file("content/r8/a.md", document("status: published\nissued: 2026-04-01", CLAUSES))
        .file("content/r8/a.yaml", sidecar)
}

/// The site with approvals of these channels for the first clause.
fn approved(sns: &str, channels: &str) -> Site {
    let site = site(&format!("clauses:\n  koho:\n    sns:\n{sns}"));
    let done = site.run(&format!("snippet approve koho {channels} --by 広報課長 {NOW}"));
    assert_eq!(done.code, 0, "{done}");
    site
}

fn built(site: &Site, when: &str) -> BTreeMap<String, Vec<u8>> {
    let built = site.run(&format!("build {when}"));
    assert_eq!(built.code, 0, "{built}");
    site.files("public")
}

fn text(files: &BTreeMap<String, Vec<u8>>, path: &str) -> String {
    files.get(path).map_or_else(String::new, |bytes| String::from_utf8_lossy(bytes).into_owned())
}

fn data(files: &BTreeMap<String, Vec<u8>>) -> Value {
    serde_json::from_str(&text(files, "data/snippets.json")).unwrap_or_default()
}

fn contains(files: &BTreeMap<String, Vec<u8>>, words: &str) -> bool {
    files.values().any(|bytes| bytes.windows(words.len()).any(|window| window == words.as_bytes()))
}

#[test]
fn an_approved_post_is_on_the_page_of_its_clause_and_in_the_data() {
    let site = approved("      text: 市報を出すよう努めます。\n", "--channel x --channel card");
    let files = built(&site, NOW);
    let page = text(&files, "c/koho/index.html");
    let shared = "<dt>共有に使える文（X）</dt>\n<dd>市報を出すよう努めます。\n▼原文：「令和8年度の方針」(1)\nhttps://www.example.jp/c/koho/</dd>\n";
    assert!(page.contains(shared), "{page}");
    // The text of a card stands on the card only.
    assert_eq!(page.matches("共有に使える文").count(), 1);
    assert!(!text(&files, "c/madoguchi/index.html").contains("共有に使える文"));
    let data = data(&files);
    let posts = data["posts"].as_array().map_or(&[][..], Vec::as_slice);
    assert_eq!(posts.len(), 2);
    let expected = serde_json::json!({
        "id": "koho", "document": "r8/a", "position": "s1", "citation": "「令和8年度の方針」(1)",
        "url": "https://www.example.jp/c/koho/", "channel": "x", "level": 1,
        "parts": ["市報を出すよう努めます。\n▼原文：「令和8年度の方針」(1)\nhttps://www.example.jp/c/koho/"],
        "body": "市報を出すよう努めます。", "unit": "weight", "count": 79, "limit": 280,
        "approved": { "by": "広報課長", "on": "2026-04-02" },
    });
    assert_eq!(posts[0], expected);
    assert_eq!(posts[1]["channel"], "card");
}

#[test]
fn a_page_names_its_card_as_picture() {
    let files = built(&approved("      text: 市報を出すよう努めます。\n", "--channel card"), NOW);
    let page = text(&files, "c/koho/index.html");
    let head = "<meta property=\"og:image\" content=\"https://www.example.jp/c/koho/card.png\">\n\
                <meta property=\"og:image:width\" content=\"1200\">\n<meta property=\"og:image:height\" content=\"630\">\n\
                <meta property=\"og:image:alt\" content=\"「令和8年度の方針」(1)\n市報を出すよう努めます。\">\n\
                <meta name=\"twitter:card\" content=\"summary_large_image\">\n";
    assert!(page.contains(head), "{page}");
    assert!(files["c/koho/card.png"].starts_with(b"\x89PNG"));
    assert!(!text(&files, "c/madoguchi/index.html").contains("og:image"));
    let again = built(&approved("      text: 市報を出すよう努めます。\n", "--channel card"), NOW);
    assert_eq!(files, again);
}

#[test]
fn an_approved_description_describes_the_page() {
    let own = "      og-description: 市報を出すよう努めます。\n";
    let files = built(&approved(own, "--channel og-description"), NOW);
    let page = text(&files, "c/koho/index.html");
    assert!(page.contains("<meta name=\"description\" content=\"市報を出すよう努めます。\">"), "{page}");
    assert!(!page.contains("共有に使える文"));
    let files = built(&site(&format!("clauses:\n  koho:\n    sns:\n{own}")), NOW);
    assert!(!contains(&files, "努めます"));
}

#[test]
fn a_changed_post_can_be_approved_again() {
    let site = approved("      text: 市報を出すよう努めます。\n", "--channel x");
    let sidecar = site.read("content/r8/a.yaml");
    site.write("content/r8/a.yaml", sidecar.replace("努めます。", "努めることとします。"));
    let again = site.run(&format!("snippet approve koho --channel x --by 広報課長 {NOW}"));
    assert_eq!(again.code, 0, "{again}");
    assert!(text(&built(&site, NOW), "c/koho/index.html").contains("市報を出すよう努めることとします。"));
}

#[test]
fn an_unapproved_post_leaves_no_byte() {
    let draft = "clauses:\n  koho:\n    sns:\n      featured: true\n      text: 市報をもっと出すよう努めます。\n      card: カードの下書き。\n      image: e.png\n      alt: 下書きの説明\n";
    let site = site(draft).file("content/e.png", b"\x89PNG");
    let files = built(&site, NOW);
    // The card of a featured clause shows the clause itself.
    assert!(
        text(&files, "c/koho/index.html")
            .contains("og:image:alt\" content=\"「令和8年度の方針」(1)\n市報を出すよう努めること。\"")
    );
    for words in ["もっと", "カードの下書き", "下書きの説明", "e.png"] {
        assert!(!contains(&files, words), "{words}");
    }
    assert!(!files.contains_key("e.png"));
    assert_eq!(data(&files)["posts"], serde_json::json!([]));
}

#[test]
fn a_post_that_changed_after_its_approval_is_not_published() {
    let site = approved("      text: 市報を出すよう努めます。\n", "--channel x");
    let sidecar = site.read("content/r8/a.yaml");
    site.write("content/r8/a.yaml", sidecar.replace("努めます。", "努める所存です。"));
    let files = built(&site, NOW);
    assert!(!contains(&files, "所存") && !contains(&files, "広報課長"));
    assert_eq!(data(&files)["posts"], serde_json::json!([]));
    assert!(!files.contains_key("c/koho/card.png"));
}

#[test]
fn a_post_with_another_picture_than_the_approved_one_is_not_published() {
    let sns = "      text: 市報を出すよう努めます。\n      image: r8/e.png\n      alt: 市報の表紙\n";
    let site = approved(sns, "--channel x").file("content/r8/e.png", b"\x89PNG").file("content/r8/f.png", b"\x89PNG");
    let good = site.read("content/r8/a.yaml");
    let post = &data(&built(&site, NOW))["posts"][0];
    assert_eq!((&post["image"], &post["alt"]), (&"https://www.example.jp/r8/e.png".into(), &"市報の表紙".into()));
    for (what, changed) in [
        ("another picture", good.replace("r8/e.png", "r8/f.png")),
        ("other words", good.replace("市報の表紙", "市報の新しい表紙")),
        ("no words", good.replace("      alt: 市報の表紙\n", "")),
        ("no picture", good.replace("      image: r8/e.png\n      alt: 市報の表紙\n", "")),
    ] {
        site.write("content/r8/a.yaml", changed);
        assert!(site.run("snippet export --out posts --kind text").codes().contains(&"post-changed"), "{what}");
        let files = built(&site, NOW);
        assert_eq!(data(&files)["posts"], serde_json::json!([]), "{what}");
        assert!(!files.contains_key("r8/f.png") && !contains(&files, "新しい表紙"), "{what}");
    }
}

#[test]
fn a_post_is_published_when_it_is_due() {
    let site = approved("      text: 市報を出すよう努めます。\n      publish_at: 2026-04-03T09:00\n", "--channel x");
    let before = built(&site, NOW);
    assert!(!contains(&before, "努めます"));
    // The record of a build does not hide that a post has become due.
    let after = built(&site, "--now 2026-04-03T09:00");
    assert!(text(&after, "c/koho/index.html").contains("市報を出すよう努めます。"));
}

#[test]
fn an_authors_picture_replaces_the_card() {
    let sns = "      text: 市報を出すよう努めます。\n      image: r8/e.png\n      alt: 市報の表紙\n";
    let site = approved(sns, "--channel x").file("content/r8/e.png", b"\x89PNG");
    let files = built(&site, NOW);
    let page = text(&files, "c/koho/index.html");
    assert!(page.contains("og:image\" content=\"https://www.example.jp/r8/e.png\""), "{page}");
    assert!(page.contains("og:image:alt\" content=\"市報の表紙\""), "{page}");
    assert!(files.contains_key("r8/e.png") && !files.contains_key("c/koho/card.png"));
}

#[test]
fn a_character_no_card_can_show_is_an_error_that_names_it() {
    let site = Site::new()
        .file(
            "content/r8/a.md",
            document("status: published\nissued: 2026-04-01", "(1) 𠮷野の窓口を設けること。 {#koho}\n"),
        )
        .file("content/r8/a.yaml", "clauses:\n  koho:\n    sns:\n      featured: true\n");
    let built = site.run(&format!("build {NOW}"));
    assert_eq!((built.code, built.codes()), (1, vec!["card-glyph-missing"]), "{built}");
    assert!(built.err.contains("「令和8年度の方針」(1)のカード画像に、文字「𠮷」（U+20BB7）を描けません"), "{built}");
    let exported = site.run(&format!("snippet export --kind card --out cards {NOW}"));
    assert_eq!((exported.code, exported.codes()), (1, vec!["card-glyph-missing"]), "{exported}");
    // Words without it mend that for the desk; for the public they have to be approved.
    site.write(
        "content/r8/a.yaml",
        "clauses:\n  koho:\n    sns:\n      featured: true\n      card: 窓口を設けること。\n",
    );
    assert_eq!(site.run(&format!("snippet export --kind card --out cards {NOW}")).code, 0);
    assert_eq!(site.run(&format!("snippet approve koho --channel card --by 課長 {NOW}")).code, 0);
    assert_eq!(site.run(&format!("build {NOW}")).code, 0);
}

#[test]
fn cards_are_exported_when_they_are_asked_for() {
    let site = site("");
    assert_eq!(site.run(&format!("snippet export --out posts {NOW}")).code, 0);
    assert!(!site.files("posts").keys().any(|path| path.starts_with("card/") && path.ends_with(".png")));
    assert_eq!(site.run(&format!("snippet export koho --kind card --channel x --out cards {NOW}")).code, 0);
    let files: Vec<String> = site.files("cards").into_keys().filter(|path| !path.starts_with('.')).collect();
    assert_eq!(
        files,
        [
            "card/r8-a_s1_koho.alt.txt",
            "card/r8-a_s1_koho.png",
            "card/r8-a_s1_koho.tall.alt.txt",
            "card/r8-a_s1_koho.tall.png"
        ]
    );
    site.write("themes/default/cards/card.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\">{{ card.titel }}</svg>");
    let broken = site.run(&format!("snippet export koho --kind card --out cards {NOW}"));
    assert_eq!((broken.code, broken.codes()), (1, vec!["template-render"]), "{broken}");
}

#[test]
fn the_data_match_their_schema() {
    let sns = "      text: 市報を出すよう努めます。\n";
    let files = built(&approved(sns, "--channel x --channel mail --channel og-description --channel line"), NOW);
    let schema: Value = serde_json::from_str(&text(&files, "data/snippets.schema.json")).unwrap_or_default();
    let data = data(&files);
    assert_eq!(data["posts"].as_array().map(Vec::len), Some(4));
    assert_eq!(wrong(&schema, &data, ""), Vec::<String>::new());
    // The validator finds faults.
    let mut broken = data.clone();
    broken["posts"][0]["level"] = "one".into();
    broken["posts"][1]["more"] = 1.into();
    broken["posts"][2]["count"] = (-1).into();
    if let Some(post) = broken["posts"][3].as_object_mut() {
        post.remove("id");
    }
    assert_eq!(wrong(&schema, &broken, "").len(), 4);
    let channels: Vec<&str> = hoshin::policy::Channel::for_posts().map(|channel| channel.name).collect();
    let listed = &schema["properties"]["posts"]["items"]["properties"]["channel"]["enum"];
    assert_eq!(listed, &serde_json::json!(channels));
}

/// The faults of a value by the parts of JSON Schema that our schema uses.
fn wrong(schema: &Value, value: &Value, at: &str) -> Vec<String> {
    let mut found = Vec::new();
    let is_type = |name: &str| match name {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "integer" => value.is_i64() || value.is_u64(),
        "null" => value.is_null(),
        _ => false,
    };
    let types = match &schema["type"] {
        Value::String(name) => vec![name.as_str()],
        Value::Array(names) => names.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    };
    if !types.is_empty() && !types.into_iter().any(is_type) {
        found.push(format!("{at}: type"));
    }
    if schema["enum"].as_array().is_some_and(|known| !known.contains(value)) {
        found.push(format!("{at}: enum"));
    }
    if schema["minimum"].as_i64().zip(value.as_i64()).is_some_and(|(least, value)| value < least) {
        found.push(format!("{at}: minimum"));
    }
    for name in schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str) {
        if value.get(name).is_none() {
            found.push(format!("{at}: {name} is missing"));
        }
    }
    for (name, value) in value.as_object().into_iter().flatten() {
        match schema["properties"].get(name) {
            Some(schema) => found.extend(wrong(schema, value, &format!("{at}/{name}"))),
            None if schema["additionalProperties"] == false => found.push(format!("{at}: {name} is unknown")),
            None => {}
        }
    }
    for (at_item, item) in value.as_array().into_iter().flatten().enumerate() {
        found.extend(wrong(&schema["items"], item, &format!("{at}/{at_item}")));
    }
    found
}
