use super::picture;
use crate::diagnostic::{Lang, Place};

/// The codes found in a file with their lines: `2 svg-script`.
fn found_in(bytes: &[u8]) -> Vec<String> {
    found_at("content/a.svg", bytes)
}

fn found_at(path: &str, bytes: &[u8]) -> Vec<String> {
    let found = picture(path, bytes).sorted();
    let told = |one: &crate::diagnostic::Diagnostic| match &one.place {
        Place::Span(span) => format!("{} {}", span.start().line, one.code.id),
        _ => format!("- {}", one.code.id),
    };
    found.iter().map(told).collect()
}

/// The codes found in a picture with this content.
fn found(inside: &str) -> Vec<String> {
    found_in(
        format!("<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\">\n{inside}\n</svg>\n")
            .as_bytes(),
    )
}

#[test]
fn a_picture_that_runs_a_script_is_reported() {
    for inside in [
        "<script>alert(1)</script>",
        "<script href=\"#a\"/>",
        "<svg:script xmlns:svg=\"http://www.w3.org/2000/svg\">a</svg:script>",
        "<ScRiPt>a</ScRiPt>",
        "<rect onclick=\"a()\"/>",
        "<rect ONLOAD='a()'/>",
        "<rect\n  onmouseover = \"a()\"/>",
        "<a href=\"javascript:a()\"><rect/></a>",
        "<a xlink:href=\" java&#x73;cript:a()\"><rect/></a>",
        "<a xlink:href=\"java&#9;script:a()\"><rect/></a>",
        "<a href=\"data:text/html,x\"/>",
        "<use href=\"data:image/svg+xml;base64,AA#a\"/>",
        "<iframe xmlns=\"http://www.w3.org/1999/xhtml\" src=\"a.html\"/>",
        "<h:embed xmlns:h=\"http://www.w3.org/1999/xhtml\"/>",
        "<object/>",
        "<animate attributeName=\"xlink:href\" values=\"javascript:a()\"/>",
        "<set attributeName=\"href\" to=\"https://example.com/\"/>",
        "<set attributeName=\"onclick\" to=\"a()\"/>",
        "<style>rect { background: url('java\\73 cript:a()') }</style>",
        "<?xml-stylesheet type=\"text/xsl\" href=\"a.xsl\"?>",
    ] {
        assert_eq!(found(inside), ["2 svg-script"], "{inside}");
    }
}

#[test]
fn a_picture_that_loads_from_another_place_is_reported() {
    for inside in [
        "<image href=\"https://example.com/a.png\"/>",
        "<image xlink:href=\"//example.com/a.png\"/>",
        "<image xlink:href=\"\\\\example.com/a.png\"/>",
        "<g xml:base=\"https://example.com/\"/>",
        "<use href=\"http://example.com/a.svg#a\"/>",
        "<feImage href=\"HTTPS://example.com/a.png\"/>",
        "<rect fill=\"url(https://example.com/a.svg#a)\"/>",
        "<rect style=\"fill: url( '//example.com/a.svg#a' )\"/>",
        "<rect style=\"fill: u\\72l(//example.com/a)\"/>",
        "<style>@import 'https://example.com/a.css';</style>",
        "<style><![CDATA[@font-face { src: url(https://example.com/a.woff2) }]]></style>",
        "<style>@im/**/port url(a.css); a { b: url(htt/**/ps://example.com/) }</style>",
        "<foreignObject><p xmlns=\"http://www.w3.org/1999/xhtml\">文</p></foreignObject>",
        "<?xml-stylesheet href=\"https://example.com/a.css\"?>",
    ] {
        assert_eq!(found(inside), ["2 svg-external"], "{inside}");
    }
}

#[test]
fn a_plain_picture_has_no_finding() {
    for inside in [
        "<title>onload と javascript について</title><rect width=\"1\" fill=\"url(#a)\"/>",
        "<!-- <script>a</script> --><g/>",
        "<a href=\"https://example.com/\"><text>市のページ</text></a>",
        "<image href=\"data:image/png;base64,AAAA\"/>",
        "<use xlink:href=\"#a\"/><image href=\"photo.png\"/>",
        "<style>.on { fill: url(#a); font-family: 'BIZ UDPGothic' }</style>",
        "<animate attributeName=\"href\" values=\"#a;#b\"/><animate attributeName=\"opacity\" to=\"1\"/>",
        "<metadata><c:Work xmlns:c=\"http://creativecommons.org/ns#\" c:about=\"\"/></metadata>",
        "<text>A &amp; B &lt;script&gt;</text>",
    ] {
        assert_eq!(found(inside), [""; 0], "{inside}");
    }
    let whole = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?>\n<!-- Generator -->\n<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\" [\n  <!ENTITY ns_svg \"http://www.w3.org/2000/svg\">\n]>\n<svg xmlns=\"&ns_svg;\"/>\n";
    assert_eq!(found_in(whole.as_bytes()), [""; 0]);
    assert_eq!(found_in(format!("\u{feff}{whole}").as_bytes()), [""; 0]);
}

#[test]
fn scripts_in_entities_and_declarations_are_found() {
    let with =
        |doctype: &str, inside: &str| found_in(format!("<!DOCTYPE svg [{doctype}]>\n<svg>{inside}</svg>").as_bytes());
    for (doctype, inside, expected) in [
        ("<!ENTITY a \"<script>b</script>\">", "&a;", &["2 svg-script"][..]),
        ("<!ENTITY a \"&#60;script>b&#60;/script>\">", "&a;", &["2 svg-script"]),
        ("<!ENTITY a 'java'><!ENTITY b '&a;script:c()'>", "<a href=\"&b;\"/>", &["2 svg-script"]),
        ("<!ENTITY a SYSTEM \"https://example.com/\">", "&a;", &["1 svg-script", "2 svg-unreadable"]),
        ("<!ATTLIST svg onload CDATA \"a()\">", "", &["1 svg-script"]),
        ("<!ENTITY a '市'>", "<text>&a;</text>", &[]),
        ("<!ENTITY a '&b;&b;&b;'><!ENTITY b '&a;&a;'>", "<text>&a;</text>", &["2 svg-script"]),
        ("", "<text>&unknown;</text>", &["2 svg-unreadable"]),
    ] {
        assert_eq!(with(doctype, inside), expected, "{doctype} {inside}");
    }
}

#[test]
fn an_unreadable_picture_is_reported() {
    for (bytes, expected) in [
        (&b"\x1f\x8b\x08\0\0\0\0\0"[..], &["- svg-unreadable"][..]),
        (b"<svg><g></svg>", &["1 svg-unreadable"]),
        (b"<svg>", &["1 svg-unreadable"]),
        (b"", &["1 svg-unreadable"]),
        (b"<svg><script>a</script><g", &["1 svg-script", "1 svg-unreadable"]),
        (b"<svg>\x82\xa0</svg>", &["- svg-unreadable"]),
        (b"<?xml version='1.0' encoding='Shift_JIS'?><svg>\x82\xa0</svg>", &[]),
        (b"<?xml version='1.0' encoding='Shift_JIS'?><svg onload='\x82\xa0'/>", &["1 svg-script"]),
        (b"\xff\xfe<\0s\0v\0g\0 \0o\0n\0l\0o\0a\0d\0=\0'\0a\0'\0/\0>\0", &["1 svg-script"]),
    ] {
        assert_eq!(found_in(bytes), expected, "{}", String::from_utf8_lossy(bytes));
    }
}

#[test]
fn a_script_behind_many_other_findings_is_found() {
    let images = "<image href=\"//example.com/\"/>".repeat(60);
    let found = found(&format!("{images}<script/>"));
    let count = |code: &str| found.iter().filter(|one| one.ends_with(code)).count();
    assert_eq!((count("svg-external"), count("svg-script")), (50, 1));
}

#[test]
fn a_finding_shows_the_element_or_attribute() {
    let found = picture("content/a.svg", b"<svg onload=\"alert(1)\"/>");
    let told: Vec<&str> = found.iter().map(|one| one.text.get(Lang::En)).collect();
    assert_eq!(told, ["the SVG or XML file has a part that runs as a script: onload=\"alert(1)\""]);
}

#[test]
fn a_prefix_that_begins_like_a_declaration_hides_no_script() {
    let of = |prefix: &str| {
        found(&format!("<a xmlns:{prefix}=\"http://www.w3.org/1999/xlink\" {prefix}:href=\"javascript:a()\"/>"))
    };
    assert_eq!(of("xmlnsx"), ["2 svg-script"]);
    assert_eq!(of("xmlns-"), ["2 svg-script"]);
    assert_eq!(found("<g xmlns:a=\"javascript:a()\" xmlns=\"http://www.w3.org/2000/svg\"/>"), [""; 0]);
}

#[test]
fn an_encoding_stated_late_or_unknown_hides_no_script() {
    let blanks = " ".repeat(300);
    let of = |encoding: &str, inside: &[u8]| {
        let head = format!("<?xml version=\"1.0\"{blanks}encoding=\"{encoding}\"?>");
        found_in(&[head.as_bytes(), b"<svg>", inside, b"</svg>"].concat())
    };
    assert_eq!(of("iso-2022-jp", b"<\x1b(Bscript/>"), ["- svg-unreadable"]);
    assert_eq!(of("iso-2022-jp", b"<g/>"), ["- svg-unreadable"]);
    assert_eq!(of("utf-7", b"+ADw-script/+AD4-"), ["- svg-unreadable"]);
    assert_eq!(of("Shift_JIS", b"<title>\x82\xa0</title>"), [""; 0]);
    assert_eq!(of("iso-8859-1", b"<title>caf\xe9</title>"), [""; 0]);
    assert_eq!(of("UTF-8", b"<title>\x1b(B</title>"), ["- svg-unreadable"]);
    assert_eq!(of("UTF-8", b"<title>\t\r\n</title>"), [""; 0]);
}

#[test]
fn an_embedded_photograph_has_no_finding() {
    let lines = format!("{}&#xA;", "A".repeat(76)).repeat(1100);
    assert_eq!(found(&format!("<image xlink:href=\"data:image/png;base64,{lines}\"/>")), [""; 0]);
}

#[test]
fn entities_that_multiply_are_refused_over_the_whole_file() {
    let long = "x".repeat(1000);
    let entities = format!("<!ENTITY a '{long}'><!ENTITY b '{}'>", "&a;".repeat(100));
    let of = |times: usize| {
        let elements = "<g id=\"&b;\"/>\n".repeat(times);
        found_in(format!("<!DOCTYPE svg [{entities}]>\n<svg>\n{elements}</svg>").as_bytes())
    };
    assert_eq!(of(5), [""; 0]);
    assert_eq!(of(11).len(), 1);
    let empty = format!("<!ENTITY a ''><!ENTITY b '{}'>", "&a;".repeat(4000));
    let document = format!("<!DOCTYPE svg [{empty}]>\n<svg>{}</svg>", "&b;".repeat(100));
    assert!(found_in(document.as_bytes()).contains(&"2 svg-script".to_owned()));
}

#[test]
fn text_that_is_escaped_twice_is_read_once() {
    for inside in [
        "<g data-x='a &amp;nbsp; b'/>",
        "<a href='https://example.com/?a=1&amp;b=2;c'/>",
        "<g content=\"&lt;mxfile&gt;&amp;amp;nbsp;&amp;lt;b&amp;gt;&lt;/mxfile&gt;\"/>",
        "<a href='&#38;#106;avascript:a()'/>",
        "<g data-x='&#38;nbsp;'/>",
    ] {
        assert_eq!(found(inside), [""; 0], "{inside}");
    }
    let with = |value: &str| {
        found_in(format!("<!DOCTYPE svg [<!ENTITY a '{value}'>]>\n<svg><a href='&a;'/></svg>").as_bytes())
    };
    assert_eq!(with("&#38;#106;avascript:a()"), ["2 svg-script"]);
    assert_eq!(with("&amp;#106;avascript:a()"), [""; 0]);
    assert_eq!(with("&#38;nbsp;"), ["2 svg-unreadable"]);
}

#[test]
fn words_that_look_like_a_script_have_no_finding() {
    let other = "xmlns:o=\"http://ns.adobe.com/xmp/1.0/DynamicMedia/\"";
    for inside in [
        "<g aria-label=\"JavaScript: 入門\"/>".to_owned(),
        "<a href=\"https://example.com/?q=javascript:\"/>".to_owned(),
        "<style>a::after { content: 'javascript: url' }</style>".to_owned(),
        format!("<metadata {other}><o:base/><o:object/><o:script/><o:meta onload=\"a()\"/></metadata>"),
        format!("<metadata><script {}/></metadata>", other.replace(":o", "")),
        "<g one=\"1\" only=\"true\" once=\"\"/>".to_owned(),
        format!("<g {other} o:only=\"a(1)\" o:onload=\"a()\"/>"),
        "<s:meta xmlns:s=\"http://www.w3.org/2000/svg\"/>".to_owned(),
        "<g aria-label=\"url(https://example.com/) \\\" data-x=\"url(//example.com/)\"/>".to_owned(),
    ] {
        assert_eq!(found(&inside), [""; 0], "{inside}");
    }
}

#[test]
fn a_namespace_counts_only_where_it_is_declared() {
    let other = "http://example.com/";
    for inside in [
        format!("<g xmlns:a=\"{other}\"/><a:script/>"),
        format!("<g xmlns:a=\"{other}\"><g xmlns:a=\"http://www.w3.org/1999/xhtml\"><a:base/></g></g>"),
        format!("<g xmlns=\"{other}\"><script xmlns=\"http://www.w3.org/2000/svg\"/></g>"),
        "<a:script xmlns:a=\"&#x68;ttp://www.w3.org/1999/xhtml\"/>".to_owned(),
        format!("<g xmlns:a=\"{other}\"><a:b xmlns:a=\"http://www.w3.org/2000/svg\"/></g><script/>"),
        "<g onnewthing=\"a()\"/>".to_owned(),
        "<g onbeforetoggle=\"a\"/>".to_owned(),
        "<set attributeName=\"x\" to=\"#a; java&#10;script:a()\"/>".to_owned(),
    ] {
        assert_eq!(found(&inside), ["2 svg-script"], "{inside}");
    }
}

#[test]
fn an_element_inside_a_style_or_form_hides_no_address() {
    for inside in [
        "<style><x></x>@import url(http://example.com/a.css);</style>",
        "<style><x/>@import url(http://example.com/a.css);</style>",
        "<style>@im<x>abc</x>port url(http://example.com/a.css);</style>",
        "<style><style>@import 'a.css'</style></style>",
        "<style>a { b: url(http<x/>://example.com/) }</style>",
        "<h:form xmlns:h=\"http://www.w3.org/1999/xhtml\" action=\"https://example.com/\"/>",
        "<h:button xmlns:h=\"http://www.w3.org/1999/xhtml\" formaction=\"//example.com/\"/>",
        "<h:img xmlns:h=\"http://www.w3.org/1999/xhtml\" srcset=\"a.png 1x, //example.com/b.png 2x\"/>",
        "<a href=\"#a\" ping=\"https://example.com/\"/>",
    ] {
        assert_eq!(found(inside), ["2 svg-external"], "{inside}");
    }
}

#[test]
fn a_script_in_another_xml_file_is_reported() {
    let page = "<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><meta charset=\"utf-8\"/><base href=\"/\"/></head>\n{}</html>";
    for (path, inside, expected) in [
        ("a.xhtml", "<body/>", &[][..]),
        ("a.xhtml", "<script src=\"a.js\"/>", &["2 svg-script"]),
        ("a.XHT", "<p onclick=\"a()\"/>", &["2 svg-script"]),
        ("a.svg.xml", "<a href=\"javascript:a()\"/>", &["2 svg-script"]),
        ("a.xml", "<img src=\"https://example.com/a.png\"/>", &[]),
        ("a.xml", "<p>", &["2 svg-unreadable"]),
    ] {
        assert_eq!(found_at(path, page.replace("{}", inside).as_bytes()), expected, "{path} {inside}");
    }
    let data = "<!DOCTYPE data [<!ELEMENT data (object*)>]>\n<data><object onload=\"a()\"/><script/><meta/></data>";
    assert_eq!(found_at("a.xml", data.as_bytes()), [""; 0]);
    let styled = "<?xml-stylesheet type=\"text/xsl\" href=\"a.xsl\"?><data/>";
    assert_eq!(found_at("a.xml", styled.as_bytes()), ["1 svg-script"]);
}

#[test]
fn the_pictures_of_the_default_theme_have_no_finding() {
    for (path, bytes) in [
        ("icon.svg", &include_bytes!("../../../themes/default/static/icon.svg")[..]),
        ("card.svg", include_bytes!("../../../themes/default/cards/card.svg")),
    ] {
        assert_eq!(found_in(bytes), [""; 0], "{path}");
    }
}
