//! How the program is linked.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let target = |part: &str| std::env::var(format!("CARGO_CFG_TARGET_{part}")).unwrap_or_default();
    if target("OS") == "linux" && target("ENV") == "gnu" {
        // Eleven megabytes of tables (languages, time zones, holidays) hold addresses. At a fixed place
        // in memory they stay in the file until they are read; elsewhere the loader would have to
        // rewrite them all before the first line of the program runs.
        println!("cargo::rustc-link-arg-bins=-no-pie");
    }
}
