//! Which requests are answered.

use crate::kit::{Site, document};
use crate::running::Running;

#[test]
fn only_requests_of_this_computer_for_files_of_the_site_are_answered() {
    let site = Site::new()
        .file("content/r8/a.md", document("status: published", "# 令和8年度の方針\n\n本文です。\n"))
        .file("secret.txt", "秘密");
    let running = Running::start(&site, "");
    let port = running.address.rsplit(':').next().unwrap().to_owned();
    for (host, expected) in [
        (format!("127.0.0.1:{port}"), 200),
        (format!("localhost:{port}"), 200),
        (format!("LOCALHOST:{port}"), 200),
        (format!("[::1]:{port}"), 200),
        (format!("evil.example:{port}"), 403),
        ("127.0.0.1".to_owned(), 403),
        ("127.0.0.1:1".to_owned(), 403),
        (format!("127.0.0.1.evil.example:{port}"), 403),
        (String::new(), 403),
    ] {
        assert_eq!(running.ask("GET", "/", &host).status, expected, "{host}");
    }
    for (method, expected) in [("HEAD", 200), ("POST", 405), ("DELETE", 405)] {
        assert_eq!(running.ask(method, "/", &running.address).status, expected, "{method}");
    }
    assert_eq!(running.ask("HEAD", "/", &running.address).body, "");
    for path in [
        "/../secret.txt",
        "/..%2fsecret.txt",
        "/%2e%2e/secret.txt",
        "/assets/../../secret.txt",
        "/content/site.yaml",
        "//etc/passwd",
        "/r8/a/..%5c..%5csecret.txt",
        "/.hoshin-manifest",
    ] {
        let answer = running.get(path);
        assert_eq!(answer.status, 404, "{path}");
        assert!(!answer.body.contains("秘密"), "{path}");
    }
    assert_eq!(running.get("/%ff").status, 400);
    let folder = running.get("/r8/a?q=1");
    assert_eq!(folder.status, 301);
    assert!(folder.head.contains("location: /r8/a/?q=1"), "{}", folder.head);
    for (path, kind) in [
        ("/", "text/html; charset=utf-8"),
        ("/assets/style.css", "text/css; charset=utf-8"),
        ("/feed.xml", "application/xml"),
        ("/robots.txt", "text/plain; charset=utf-8"),
        ("/assets/icon.svg", "image/svg+xml"),
        ("/_hoshin/reload.js", "text/javascript; charset=utf-8"),
    ] {
        let answer = running.get(path);
        assert_eq!(answer.status, 200, "{path}");
        assert!(answer.head.contains(&format!("content-type: {kind}\r")), "{path}: {}", answer.head);
        assert!(answer.head.contains("content-security-policy: default-src 'self'"), "{}", answer.head);
        assert!(answer.head.contains("cache-control: no-store"), "{}", answer.head);
    }
    assert!(running.get("/robots.txt").body.contains("Disallow: /"));
}

#[test]
fn a_taken_port_is_reported() {
    let site = Site::new();
    let running = Running::start(&site, "");
    let port = running.address.rsplit(':').next().unwrap();
    let second = site.run(&format!("serve --port {port}"));
    assert_eq!(second.code, 2, "{second}");
    assert_eq!(second.codes(), ["port-taken"]);
}

/// Another process sends the signal, because the standard library cannot.
#[cfg(unix)]
#[test]
fn ctrl_c_ends_the_preview_cleanly() {
    let site = Site::new();
    let mut running = Running::start(&site, "");
    let sent = std::process::Command::new("kill").args(["-INT", &running.id().to_string()]).status().unwrap();
    assert!(sent.success());
    assert_eq!(running.ended().code(), Some(0));
}
