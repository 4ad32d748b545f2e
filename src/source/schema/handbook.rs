//! The reference of the format: Markdown made from the same types as the JSON Schema, so that the
//! two cannot differ.

use serde_json::Value;

use super::schema_kind::{KINDS, SchemaKind, json_schema};

/// What stands above the tables.
const INTRODUCTION: &str = "\
A **text** is one line, or a group of lines by language: `{en: Pay, fi: Palkka}`. A **value** has no
languages: an id, a date, a time, an address. Keys in **bold** have to be there; all others may be left out.

In Markdown, a link leads to another entry by its kind and id, `service:expense-claims`, with a heading on
its page if you like, `article:read-your-payslip#tax`; or by the path of its file beside this one,
`../services/expense-claims.yaml`. `#tax` leads to a heading of the same text.
";

/// The whole reference: each kind of file and group with its keys, what they hold and what they mean.
pub fn reference() -> String {
    let mut text = INTRODUCTION.to_owned();
    for kind in KINDS {
        section(kind, &mut text);
    }
    text
}

fn section(kind: &SchemaKind, text: &mut String) {
    let schema = json_schema(kind);
    let name = (kind.definition)();
    let own = if schema.get("properties").is_some() { &schema } else { &schema["$defs"][&name] };
    text.push_str(&format!("\n### {}\n\n{}", kind.title, sentence(own)));
    if let Some(files) = kind.files {
        text.push_str(&format!(" It stands in {files}."));
    }
    text.push_str("\n\n| Key | Holds | What it says |\n|---|---|---|\n");
    let required: Vec<&str> = own["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    for key in (kind.keys)() {
        let property = &own["properties"][*key];
        let target = resolved(property, &schema);
        let shown = if required.contains(key) { format!("**`{key}`**") } else { format!("`{key}`") };
        let mut says = sentence(property);
        for (word, meaning) in choices(target) {
            says.push_str(&format!("<br>`{word}`: {meaning}"));
        }
        text.push_str(&format!("| {shown} | {} | {says} |\n", holds(property, &schema)));
    }
}

/// A description in one line, as it may stand in a table.
fn sentence(schema: &Value) -> String {
    schema["description"].as_str().unwrap_or_default().replace('\n', " ").replace('|', "\\|")
}

/// What a schema allows, in plain words.
fn holds(schema: &Value, root: &Value) -> String {
    if let Some(name) = schema["$ref"].as_str().and_then(|path| path.rsplit('/').next()) {
        return match name {
            "Text" => "text".to_owned(),
            "TextList" => "list of texts".to_owned(),
            _ => match KINDS.iter().find(|kind| (kind.definition)() == name) {
                Some(kind) => format!("[{}](#{})", kind.title.to_lowercase(), kind.word()),
                None => holds(&root["$defs"][name], root),
            },
        };
    }
    if !choices(schema).is_empty() {
        return "one of the words beside".to_owned();
    }
    if let Some(all) = schema["anyOf"].as_array() {
        return all.iter().map(|one| holds(one, root)).collect::<Vec<_>>().join(", or ");
    }
    match schema["type"].as_str() {
        Some("array") => match holds(&schema["items"], root).as_str() {
            word @ ("value" | "text") => format!("list of {word}s"),
            other => format!("list: {other}"),
        },
        Some("object") => format!("group by id: {}", holds(&schema["additionalProperties"], root)),
        Some("boolean") => "`true` or `false`".to_owned(),
        Some("integer" | "number") => "number".to_owned(),
        _ => "value".to_owned(),
    }
}

/// The words that a schema allows, each with its meaning.
fn choices(schema: &Value) -> Vec<(&str, String)> {
    let all = schema["oneOf"].as_array().into_iter().flatten();
    all.filter_map(|one| Some((one["const"].as_str()?, sentence(one)))).collect()
}

/// Where a reference leads.
fn resolved<'a>(schema: &'a Value, root: &'a Value) -> &'a Value {
    match schema["$ref"].as_str().and_then(|path| path.rsplit('/').next()) {
        Some(name) => &root["$defs"][name],
        None => schema,
    }
}
