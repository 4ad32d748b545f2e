//! Chromium, driven through chromedriver.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};
use serde_json::{Value, json};
use tempfile::TempDir;
use thirtyfour::common::capabilities::chromium::ChromiumLikeCapabilities;
use thirtyfour::common::print::{PrintOrientation, PrintPage, PrintParameters};
use thirtyfour::{DesiredCapabilities, Key, LoggingPrefsLogLevel, WebDriver};
use tokio::runtime::Runtime;

use crate::site::now;

/// Lets pages tell the time by `Date.now` alone, so that the tests can set it.
const ONE_CLOCK: &str = "
    globalThis.Date = new Proxy(Date, {
        construct: (Real, values, self) => Reflect.construct(Real, values.length ? values : [Real.now()], self),
        apply: (Real) => new Real(Real.now()).toString(),
    });";

/// In centimetres.
const A4: PrintPage = PrintPage { width: 21.0, height: 29.7 };

const INSTALL: &str = "run `bash tests/run`, which installs what the browser tests need";

/// A screen: its size in CSS pixels and whether it is a phone's.
#[derive(Clone, Copy, Debug)]
pub(super) struct Screen {
    pub(super) width: u32,
    pub(super) height: u32,
    pub(super) phone: bool,
}

impl Screen {
    pub(super) const SMALL_PHONE: Self = Self { width: 320, height: 568, phone: true };
    pub(super) const PHONE: Self = Self { width: 390, height: 844, phone: true };
    pub(super) const DESKTOP: Self = Self { width: 1280, height: 800, phone: false };
}

/// A browser with an empty profile; it ends with the value.
pub(super) struct Browser {
    driver: Option<WebDriver>,
    chromedriver: Child,
    runtime: Runtime,
    _profile: TempDir,
}

impl Browser {
    /// Starts a browser. It stands in Helsinki, at the moment at which every test takes place.
    pub(super) fn start() -> Self {
        Self::with(true)
    }

    /// Starts a browser that runs no scripts.
    pub(super) fn without_scripts() -> Self {
        Self::with(false)
    }

    fn with(scripts: bool) -> Self {
        let (chromedriver, port) = chromedriver();
        let profile = tempfile::tempdir().unwrap();
        let mut wanted = DesiredCapabilities::chrome();
        for argument in [
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--disable-dev-shm-usage",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run",
            "--hide-scrollbars",
            &format!("--user-data-dir={}", profile.path().display()),
        ] {
            wanted.add_arg(argument).unwrap();
        }
        if !scripts {
            let blocked = json!({"profile.managed_default_content_settings.javascript": 2});
            wanted.add_experimental_option("prefs", blocked).unwrap();
        }
        wanted.set_browser_log_level(LoggingPrefsLogLevel::All).unwrap();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let driver = runtime
            .block_on(WebDriver::new(format!("http://127.0.0.1:{port}"), wanted))
            .unwrap_or_else(|error| panic!("chromium cannot be started ({error}): {INSTALL}"));
        runtime.block_on(driver.set_script_timeout(Duration::from_secs(120))).unwrap();
        let browser = Self { driver: Some(driver), chromedriver, runtime, _profile: profile };
        browser.before_each_page(ONE_CLOCK);
        browser.clock(now());
        browser.zone("Europe/Helsinki");
        browser
    }

    fn driver(&self) -> &WebDriver {
        self.driver.as_ref().expect("the browser runs until it is dropped")
    }

    /// Opens an address and waits until it is loaded. A browser on a busy machine may lose a request: a page without
    /// its styles is asked for again, and is told when they never come.
    pub(super) fn open(&self, address: &str) {
        for _ in 0..3 {
            self.runtime.block_on(self.driver().goto(address)).unwrap();
            if self.run("return [...document.querySelectorAll('link[rel=stylesheet]')].every((one) => one.sheet)")
                == true
            {
                return;
            }
        }
        panic!("{address} has no styles");
    }

    /// The address that is shown.
    pub(super) fn address(&self) -> String {
        self.runtime.block_on(self.driver().current_url()).unwrap().to_string()
    }

    /// Runs the body of a function in the page and gives what it returns.
    pub(super) fn run(&self, script: &str) -> Value {
        self.runtime.block_on(self.driver().execute(script, Vec::new())).unwrap().json().clone()
    }

    /// Runs the body of an async function in the page and gives what it returns in the end.
    pub(super) fn run_async(&self, script: &str) -> Value {
        let script = format!(
            "const done = arguments[arguments.length - 1];
             (async () => {{ {script} }})().then(done, (error) => done(`failed: ${{error}}`));"
        );
        self.runtime.block_on(self.driver().execute_async(script, Vec::new())).unwrap().json().clone()
    }

    /// Presses a key.
    pub(super) fn press(&self, key: Key) {
        self.runtime.block_on(self.driver().action_chain().send_keys(key).perform()).unwrap();
    }

    /// Types a text where the focus is.
    pub(super) fn write(&self, text: &str) {
        self.runtime.block_on(self.driver().action_chain().send_keys(text).perform()).unwrap();
    }

    /// Presses a key while Control is held.
    pub(super) fn press_with_control(&self, key: char) {
        let chain = self.driver().action_chain().key_down(Key::Control).send_keys(key.to_string());
        self.runtime.block_on(chain.key_up(Key::Control).perform()).unwrap();
    }

    /// Waits until a script gives true.
    pub(super) fn wait(&self, script: &str) {
        let begun = Instant::now();
        while self.run(script) != true {
            assert!(begun.elapsed() < Duration::from_secs(20), "never true: {script}");
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// Changes the screen.
    pub(super) fn screen(&self, Screen { width, height, phone }: Screen) {
        let screen = json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": phone});
        self.command("Emulation.setDeviceMetricsOverride", screen);
    }

    /// Changes what the reader prefers: `light` or `dark`.
    pub(super) fn scheme(&self, scheme: &str) {
        let feature = json!({"features": [{"name": "prefers-color-scheme", "value": scheme}]});
        self.command("Emulation.setEmulatedMedia", feature);
    }

    /// Puts the reader into a time zone.
    pub(super) fn zone(&self, zone: &str) {
        self.command("Emulation.setTimezoneOverride", json!({"timezoneId": zone}));
    }

    /// Makes the clock of every page that is opened from now on stand still at a moment.
    pub(super) fn clock(&self, now: DateTime<Utc>) {
        self.before_each_page(&format!("Date.now = () => {};", now.timestamp_millis()));
    }

    /// Runs a script in every page that is opened from now on, before the page's own.
    pub(super) fn before_each_page(&self, script: &str) {
        self.command("Page.addScriptToEvaluateOnNewDocument", json!({"source": script}));
    }

    /// How many sheets of A4 the page takes.
    pub(super) fn sheets(&self) -> usize {
        self.sheets_of(false, 1.0)
    }

    /// How many sheets it takes upright or turned, in letters of another size.
    pub(super) fn sheets_of(&self, turned: bool, scale: f64) -> usize {
        let orientation = if turned { PrintOrientation::Landscape } else { PrintOrientation::Portrait };
        let paper = PrintParameters { page: A4, orientation, scale, ..PrintParameters::default() };
        let pdf = self.runtime.block_on(self.driver().handle().print_page(paper)).unwrap();
        let page = b"/Type /Page\n";
        pdf.windows(page.len()).filter(|window| window == page).count()
    }

    /// As paper would have it, in the width of the screen.
    pub(super) fn as_paper(&self) {
        self.command("Emulation.setEmulatedMedia", json!({"media": "print"}));
    }

    fn command(&self, name: &str, parameters: Value) {
        self.runtime.block_on(self.driver().cdp().send_raw(name, parameters)).unwrap();
    }

    /// What the browser has complained about since the last call: errors of scripts, files that
    /// cannot be loaded, breaches of the content security policy.
    pub(super) fn complaints(&self) -> Vec<String> {
        let log = self.runtime.block_on(self.driver().browser_log()).unwrap();
        let grave = log.into_iter().filter(|entry| entry.level == "SEVERE" || entry.level == "WARNING");
        grave.map(|entry| entry.message).collect()
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        if let Some(driver) = self.driver.take() {
            let _ = self.runtime.block_on(driver.quit());
        }
        let _ = self.chromedriver.kill();
        let _ = self.chromedriver.wait();
    }
}

/// Chromedriver and the port that it says it has taken. Between choosing one and taking it another test's may have
/// taken the same: it is started again.
fn chromedriver() -> (Child, u16) {
    for _ in 0..3 {
        let mut chromedriver = Command::new("chromedriver")
            .arg("--port=0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("chromedriver cannot be started ({error}): {INSTALL}"));
        if let Some(port) = port(&mut chromedriver) {
            return (chromedriver, port);
        }
        let _ = chromedriver.kill();
        let _ = chromedriver.wait();
    }
    panic!("chromedriver did not start: {INSTALL}")
}

/// The port, which stands among the first lines; none where it could not be taken.
fn port(chromedriver: &mut Child) -> Option<u16> {
    let mut lines = BufReader::new(chromedriver.stdout.take().expect("it is piped")).lines();
    let port = lines.find_map(|line| {
        let line = line.ok()?;
        line.split_once("successfully on port ")?.1.trim_end_matches('.').parse().ok()
    });
    // What it says later must not fill the pipe.
    std::thread::spawn(move || lines.for_each(drop));
    port
}
