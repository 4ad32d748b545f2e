//! Headings that name their own ids.

use std::collections::HashMap;

use crate::checks::check::{Subject, check};
use crate::checks::texts::markdown;
use crate::diagnostic::Diagnostics;
use crate::markdown::survey;

check! {
    /// Ensures that no heading names an id (`## Payday {#payday}`) which a heading above it has. Of two that share one
    /// only the first is reached by it.
    DUPLICATE_HEADING_ID: Warning "duplicate-heading-id" => duplicate_heading_id
}

fn duplicate_heading_id(subject: &Subject<'_>, found: &mut Diagnostics) {
    for text in markdown(subject.catalog) {
        for (_, version) in text.written().filter(|(_, version)| version.contains("{#")) {
            let headings = survey(version).headings;
            let mut known: HashMap<&str, &str> = HashMap::new();
            for heading in &headings {
                if let Some(own) = heading.own.as_deref().filter(|own| *own != heading.id) {
                    let first = known.get(own).copied().unwrap_or_default();
                    let finding = DUPLICATE_HEADING_ID
                        .at(version.span, format!("the heading `{first}` above this one has the id `#{own}`, too"))
                        .why(format!(
                            "whoever follows a link to `#{own}` lands there; this one is reached by `#{}`",
                            heading.id
                        ))
                        .help("give each heading an id of its own");
                    found.push(finding.within(version, heading.range.clone()));
                }
                known.entry(&heading.id).or_insert(&heading.text);
            }
        }
    }
}
