//! The command `luukku`.

mod cli;

/// Thousands of small texts are read in parallel: this allocator halves the time of that.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    cli::run()
}
