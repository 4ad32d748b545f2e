//! Templates are written for people: code has lines of its own. Those lines are not in the pages.

/// A template without the lines that hold nothing but `{% ... %}` and white space, so that a page is laid
/// out as if its template held no code.
pub(super) fn without_code_lines(source: &str) -> String {
    source.split_inclusive('\n').map(|line| if is_code(line) { line.trim() } else { line }).collect()
}

fn is_code(line: &str) -> bool {
    let mut rest = line.trim();
    if rest.is_empty() {
        return false;
    }
    while let Some(code) = rest.strip_prefix("{%") {
        let Some((_, after)) = code.split_once("%}") else { return false };
        rest = after.trim_start();
    }
    rest.is_empty()
}

#[cfg(test)]
mod tests {
    use super::without_code_lines;

    #[test]
    fn code_leaves_no_line_behind() {
        let source = "<ul>\n  {% for x in xs %}\n    <li>{% if x %}x{% endif %}</li>\n  {% endfor %} {% if y %}\n\n  y";
        let expected = "<ul>\n{% for x in xs %}    <li>{% if x %}x{% endif %}</li>\n{% endfor %} {% if y %}\n  y";
        assert_eq!(without_code_lines(source), expected);
    }
}
