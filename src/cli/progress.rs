//! A sign of life during long work, for those who sit before a terminal.

use std::io::{IsTerminal, Write};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::{Duration, Instant};

/// Shorter work needs no sign of life.
const PATIENCE: Duration = Duration::from_millis(600);
/// Time between two signs.
const TICK: Duration = Duration::from_millis(250);

/// Does the work; while it lasts, a line on the standard error counts the seconds. Silent when
/// nobody watches.
pub(super) fn during<T>(what: &str, work: impl FnOnce() -> T) -> T {
    if !std::io::stderr().is_terminal() {
        return work();
    }
    std::thread::scope(|scope| {
        let (done, wait) = channel::<()>();
        scope.spawn(move || {
            let begin = Instant::now();
            let mut pause = PATIENCE;
            let mut shown = false;
            while wait.recv_timeout(pause) == Err(RecvTimeoutError::Timeout) {
                pause = TICK;
                shown = true;
                show(&format!("\r{what} … {} s", begin.elapsed().as_secs()));
            }
            if shown {
                show("\r\x1b[2K");
            }
        });
        let result = work();
        drop(done);
        result
    })
}

/// A line that cannot be shown is not worth stopping for.
fn show(text: &str) {
    let mut out = std::io::stderr().lock();
    let _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
}
