//! The command `luukku`.

fn main() -> anyhow::Result<()> {
    let root = std::path::PathBuf::from(std::env::args().nth(1).unwrap_or_else(|| "catalog".into()));
    let site = luukku::emit::Site::begin(std::path::Path::new("site"))?;
    let start = std::time::Instant::now();
    let outcome =
        luukku::build(&root, chrono::Utc::now(), &luukku::BuildOptions { minify: true, ..Default::default() }, &site)?;
    for d in outcome.diagnostics.iter() {
        let path = outcome.sources.path(d.primary.span.file);
        let text = outcome.sources.text(d.primary.span.file);
        let line = text.get(..d.primary.span.start as usize).unwrap_or("").matches('\n').count() + 1;
        println!("{path}:{line}: {:?} [{}] {} — {:?}", d.severity, d.code, d.message, d.help);
    }
    if outcome.output.is_some() {
        println!("{:?} {:?} {:?}", outcome.output, site.finish()?, start.elapsed());
    }
    Ok(())
}
