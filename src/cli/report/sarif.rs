//! Findings in the Static Analysis Results Interchange Format (OASIS SARIF 2.1.0), which code hosts show beside the
//! lines.

use std::collections::BTreeMap;
use std::io::{self, Write};

use luukku::diagnostic::{Diagnostic, Diagnostics, Label, Span};
use luukku::explain::explanation;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Value, json};

use super::super::fingerprint::Fingerprints;
use super::place::Places;

/// The schema of the version that is written.
const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
/// The name of our fingerprints; another number where what they are made of changes.
const FINGERPRINT: &str = "luukku/v1";
/// What needs no escape in a relative address.
const PATH: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// Prints the findings as one run.
pub(super) fn write(out: &mut impl Write, diagnostics: &Diagnostics, places: &mut Places<'_>) -> io::Result<()> {
    let mut fingerprints = Fingerprints::default();
    let mut rules: BTreeMap<&str, usize> = BTreeMap::new();
    for finding in diagnostics.iter() {
        rules.entry(finding.code).or_default();
    }
    rules.values_mut().enumerate().for_each(|(place, rule)| *rule = place);
    let result = |finding: &Diagnostic| {
        let rule = rules.get(finding.code).copied().unwrap_or_default();
        let fingerprint = fingerprints.of(finding, places.sources());
        result(finding, rule, &fingerprint, places)
    };
    let results: Vec<Value> = diagnostics.iter().map(result).collect();
    let driver = json!({
        "name": "luukku",
        "version": env!("CARGO_PKG_VERSION"),
        "rules": rules.keys().map(|code| rule(code)).collect::<Vec<_>>(),
    });
    let run = json!({"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results});
    serde_json::to_writer_pretty(&mut *out, &json!({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}))?;
    writeln!(out)
}

/// What a code means.
fn rule(code: &str) -> Value {
    let Some(page) = explanation(code) else { return json!({"id": code}) };
    let first = page.what.split_once(". ").map_or(page.what.as_str(), |(first, _)| first);
    json!({
        "id": code,
        "shortDescription": {"text": first},
        "fullDescription": {"text": page.what},
        "help": {"text": page.what, "markdown": luukku::explain::page(&page)},
        "defaultConfiguration": {"level": page.severity.noun()},
    })
}

fn result(finding: &Diagnostic, rule: usize, fingerprint: &str, places: &mut Places<'_>) -> Value {
    let related = finding.secondary.iter().map(|label| related(label, places)).collect::<Vec<_>>();
    let mut result = json!({
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": finding.severity.noun(),
        "message": {"text": super::told(finding)},
        "locations": [{"physicalLocation": physical(finding.primary.span, places)}],
        "partialFingerprints": {FINGERPRINT: fingerprint},
    });
    if !related.is_empty() {
        result["relatedLocations"] = Value::Array(related);
    }
    if let Some((span, text)) = &finding.replacement {
        let place = physical(*span, places);
        let replacement = json!({"deletedRegion": place["region"], "insertedContent": {"text": text}});
        let change = json!({"artifactLocation": place["artifactLocation"], "replacements": [replacement]});
        result["fixes"] = json!([{"artifactChanges": [change]}]);
    }
    result
}

fn related(label: &Label, places: &mut Places<'_>) -> Value {
    json!({"physicalLocation": physical(label.span, places), "message": {"text": label.text}})
}

fn physical(span: Span, places: &mut Places<'_>) -> Value {
    let path = places.path(span.file);
    let uri = utf8_percent_encode(path.trim_start_matches("./"), PATH).to_string();
    let uri = if path.starts_with('/') { format!("file://{uri}") } else { uri };
    let at = places.position(span);
    json!({
        "artifactLocation": {"uri": uri},
        "region": {
            "startLine": at.line, "startColumn": at.column, "endLine": at.end_line, "endColumn": at.end_column,
        },
    })
}
