//! Scripts: one custom element a file, in one idiom.

use super::files;
use crate::tidy::assert_none;

#[test]
fn an_element_is_a_class_and_at_the_end_its_name() {
    let mut wrong = Vec::new();
    let mut elements = 0;
    for (path, text) in files("js/elements", "js") {
        elements += 1;
        let name = path.trim_start_matches("js/elements/").trim_end_matches(".js");
        let class: String = name.split('-').map(capital).collect();
        let mut no = |what: &str| wrong.push(format!("themes/default/{path}: {what}"));
        if !text.starts_with(&format!("// <{name}")) {
            no("the first comment shows the element and its attributes");
        }
        if !text.trim_end().ends_with(&format!("\ncustomElements.define(\"{name}\", {class});")) {
            no("the last line defines the element");
        }
        let before = text.split(&format!("class {class} extends HTMLElement {{")).next().unwrap();
        if before == text || before.contains("function ") || before.contains("=>") {
            no("the class comes first");
        }
    }
    assert!(elements > 3, "the elements were not found");
    assert_none(&wrong);
}

fn capital(word: &str) -> String {
    word[..1].to_uppercase() + &word[1..]
}

#[test]
fn what_listens_stops_listening() {
    let mut wrong = Vec::new();
    for (path, text) in files("js/elements", "js") {
        for (at, _) in text.match_indices("addEventListener(") {
            let call = text[at..].split(';').next().unwrap();
            let target = text[..at].rsplit([' ', '\n']).next().unwrap();
            let end = format!("{target}{}", call.replacen("add", "remove", 1));
            if !text.contains(&end) {
                wrong.push(format!("themes/default/{path}: no `{end}`"));
            }
        }
        if text.contains("everyMinute((") && !text.contains("disconnectedCallback() {\n    this.#stop?.();") {
            wrong.push(format!("themes/default/{path}: the minutes go on after the element has gone"));
        }
    }
    assert_none(&wrong);
}

#[test]
fn scripts_make_elements_and_speak_the_words_of_the_page() {
    let mut wrong = Vec::new();
    for (path, text) in files("js", "js") {
        for (number, line) in text.lines().enumerate() {
            let code = line.split("//").next().unwrap();
            for forbidden in ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "var "] {
                if code.contains(forbidden) {
                    wrong.push(format!("themes/default/{path}:{}: {forbidden}", number + 1));
                }
            }
            // A text with a capital or several words would be in one language.
            for literal in code.split(['"', '`']).skip(1).step_by(2) {
                let words = literal.split(' ').filter(|word| word.len() > 2 && word.chars().all(char::is_alphabetic));
                if words.count() > 1 {
                    wrong.push(format!("themes/default/{path}:{}: `{literal}` is a text", number + 1));
                }
            }
        }
    }
    assert_none(&wrong);
}
