//! The command `luukku`.

fn main() {
    let root = std::path::PathBuf::from(std::env::args().nth(1).unwrap_or_else(|| "catalog".into()));
    match luukku::check(&root, chrono::Utc::now()) {
        Ok(outcome) => {
            for d in outcome.diagnostics.iter() {
                let path = outcome.sources.path(d.primary.span.file);
                let text = outcome.sources.text(d.primary.span.file);
                let line = text.get(..d.primary.span.start as usize).unwrap_or("").matches('\n').count() + 1;
                println!("{path}:{line}: {:?} [{}] {} — {:?}", d.severity, d.code, d.message, d.help);
            }
        }
        Err(error) => eprintln!("{error:#}"),
    }
}
