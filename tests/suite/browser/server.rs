//! A web server for tests: it serves a site from memory, below a path of its own, under the
//! strictest policy that the site promises to work with.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

use flate2::{Compression, write::GzEncoder};

use crate::site::Site;

/// Where the site begins, so that an address from the host's root would lead elsewhere.
const BELOW: &str = "/intranet/services/";

/// What the site must work under.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; \
                      font-src 'self'; connect-src 'self'";

/// A file that was asked for.
#[derive(Clone, Debug)]
pub(super) struct Request {
    /// Its path in the site.
    pub(super) path: String,
    /// The bytes of its body as sent, compressed.
    pub(super) bytes: usize,
}

/// A server on a free port of this machine.
pub(super) struct Server {
    address: String,
    requests: Arc<Mutex<Vec<Request>>>,
}

impl Server {
    /// Serves a site until the test ends.
    pub(super) fn start(site: &'static Site) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}{BELOW}", listener.local_addr().unwrap());
        let requests = Arc::new(Mutex::new(Vec::new()));
        let seen = Arc::clone(&requests);
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let seen = Arc::clone(&seen);
                // A browser that has gone away is no concern of the test.
                std::thread::spawn(move || answer(stream, site, &seen).ok());
            }
        });
        Self { address, requests }
    }

    /// The address of a page.
    pub(super) fn address(&self, path: &str) -> String {
        format!("{}{path}", self.address)
    }

    /// What was asked for so far.
    pub(super) fn requests(&self) -> Vec<Request> {
        self.requests.lock().unwrap().clone()
    }
}

fn answer(mut stream: TcpStream, site: &Site, seen: &Mutex<Vec<Request>>) -> std::io::Result<()> {
    let mut reader = BufReader::new(stream.try_clone()?);
    let mut line = String::new();
    reader.read_line(&mut line)?;
    let mut header = String::new();
    while reader.read_line(&mut header)? > 2 {
        header.clear();
    }
    let target = line.split(' ').nth(1).unwrap_or_default();
    let target = target.split(['?', '#']).next().unwrap_or_default();
    let path = match target.strip_prefix(BELOW) {
        Some("") => "index.html",
        Some(path) => path,
        None => "outside the site",
    };
    let (status, shown) = if site.files.contains_key(path) { ("200 OK", path) } else { ("404 Not Found", "404.html") };
    let mut body = GzEncoder::new(Vec::new(), Compression::best());
    body.write_all(&site.files[shown])?;
    let body = body.finish()?;
    seen.lock().unwrap().push(Request { path: path.to_owned(), bytes: body.len() });
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {}\r\nContent-Encoding: gzip\r\nContent-Length: {}\r\n\
         Content-Security-Policy: {POLICY}\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n",
        media_type(shown),
        body.len(),
    )?;
    stream.write_all(&body)
}

fn media_type(path: &str) -> &'static str {
    match path.rsplit('.').next() {
        Some("html") => "text/html",
        Some("css") => "text/css",
        Some("js") => "text/javascript",
        Some("json") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("jpg") => "image/jpeg",
        Some("webp") => "image/webp",
        Some("xml") => "application/xml",
        Some("ics") => "text/calendar",
        _ => "text/plain",
    }
}
