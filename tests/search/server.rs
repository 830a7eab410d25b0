//! A web server as a city would set it up: a folder, its 404 page and a strict Content-Security-Policy.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};

/// Serves a folder until the test ends. Returns its address without a final `/`.
pub(crate) fn serve(root: &Path) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = format!("http://{}", listener.local_addr().expect("an address"));
    let root = root.to_owned();
    std::thread::spawn(move || {
        for connection in listener.incoming().flatten() {
            // A browser may hang up early.
            let _ = answer(connection, &root);
        }
    });
    address
}

fn answer(mut connection: TcpStream, root: &Path) -> std::io::Result<()> {
    let mut request = BufReader::new(&connection).lines();
    let first = request.next().unwrap_or(Ok(String::new()))?;
    let path = first.split([' ', '?']).nth(1).unwrap_or("/").trim_start_matches('/').to_owned();
    // The rest must be read, or the connection is reset.
    request.map_while(Result::ok).take_while(|line| !line.is_empty()).for_each(drop);
    let file = file_for(root, &path);
    let body = std::fs::read(&file)?;
    let kind = match file.extension().and_then(|extension| extension.to_str()) {
        Some("css") => "text/css",
        Some("js") => "text/javascript",
        Some("svg") => "image/svg+xml",
        _ => "text/html; charset=utf-8",
    };
    write!(
        connection,
        "HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n\
         Content-Security-Policy: default-src 'self'\r\nConnection: close\r\n\r\n",
        body.len()
    )?;
    connection.write_all(&body)
}

/// The file at a path, or the 404 page. Its status is 200 here, as the browser would report any other as an error.
fn file_for(root: &Path, path: &str) -> PathBuf {
    let file =
        root.join(if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.into() });
    if file.is_file() { file } else { root.join("404.html") }
}
