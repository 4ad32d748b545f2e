//! The site on a real nginx, by the recipe of the README: types, compression, policy, each language's 404.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use crate::site::{Site, root};

/// An nginx that ends with the value.
struct Nginx {
    process: Child,
    port: u16,
    _folder: tempfile::TempDir,
}

impl Nginx {
    /// Serves a site by the recipe, whose name and folder are those of this test.
    fn start(site: &Site) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let below = |name: &str| folder.path().join(name).display().to_string();
        site.write(Path::new(&below("site")));
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let server = recipe()
            .replace("server_name services.example;", &format!("listen 127.0.0.1:{port};"))
            .replace("root /srv/services;", &format!("root {};", below("site")));
        let scratch: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
            .map(|kind| format!("{kind}_temp_path {};\n", below(kind)))
            .concat();
        let text = format!(
            "daemon off; master_process off; pid {}; error_log stderr;\nevents {{}}\n\
             http {{ include /etc/nginx/mime.types; access_log off;\n{scratch}\n{server}\n}}\n",
            below("pid"),
        );
        std::fs::write(below("nginx.conf"), text).unwrap();
        let process = Command::new("nginx")
            .env("PATH", format!("{}:/usr/sbin", std::env::var("PATH").unwrap_or_default()))
            .args(["-e", "stderr", "-p", &below(""), "-c", &below("nginx.conf")])
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| {
                panic!("nginx cannot be started ({error}): run `bash tests/run`, which installs it")
            });
        let nginx = Self { process, port, _folder: folder };
        for _ in 0..100 {
            if TcpStream::connect(("127.0.0.1", port)).is_ok() {
                return nginx;
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        panic!("nginx does not answer: is the recipe right?\n{server}");
    }

    /// The head of an answer, in lower case.
    fn head(&self, path: &str) -> String {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        write!(
            stream,
            "GET /{path} HTTP/1.1\r\nHost: services.example\r\nAccept-Encoding: gzip\r\nConnection: close\r\n\r\n"
        )
        .unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        let end = answer.windows(4).position(|four| four == b"\r\n\r\n").unwrap();
        String::from_utf8(answer[..end].to_vec()).unwrap().to_lowercase()
    }
}

impl Drop for Nginx {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The server of the README.
fn recipe() -> String {
    let readme = std::fs::read_to_string(root().join("README.md")).unwrap();
    let (_, after) = readme.split_once("```nginx\n").expect("the README has a recipe");
    after.split_once("```").unwrap().0.to_owned()
}

#[test]
fn nginx_sends_each_kind_of_file_as_what_it_is() {
    let site = Site::golden();
    let nginx = Nginx::start(site);
    let of = |ending: &str| site.files.keys().find(|path| path.ends_with(ending)).unwrap().as_str();
    for (path, kind) in [
        ("index.html", "text/html; charset=utf-8"),
        (of(".css"), "text/css; charset=utf-8"),
        (of(".js"), "javascript; charset=utf-8"),
        (of(".ics"), "text/calendar; charset=utf-8"),
        ("catalog.json", "application/json; charset=utf-8"),
        ("favicon.svg", "image/svg+xml; charset=utf-8"),
    ] {
        let head = nginx.head(path);
        assert!(head.starts_with("http/1.1 200"), "{path}\n{head}");
        assert!(head.lines().any(|line| line.starts_with("content-type: ") && line.ends_with(kind)), "{path}\n{head}");
        assert!(head.contains("\ncontent-encoding: gzip"), "{path}\n{head}");
        assert!(head.contains("\ncontent-security-policy: default-src 'none'"), "{path}\n{head}");
        assert!(head.contains("\nx-content-type-options: nosniff"), "{path}\n{head}");
        assert_eq!(head.contains("\ncache-control: max-age"), path.starts_with("assets/"), "{path}\n{head}");
    }
}

#[test]
fn nginx_answers_what_is_not_there_in_the_language_of_the_address() {
    let site = Site::golden();
    let nginx = Nginx::start(site);
    for path in ["nowhere.html", "fi/nowhere.html", "nowhere.ics"] {
        let head = nginx.head(path);
        assert!(head.starts_with("http/1.1 404"), "{path}\n{head}");
        assert!(head.contains("\ncontent-type: text/html; charset=utf-8"), "{path}\n{head}");
    }
}
