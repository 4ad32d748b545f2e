//! Components written into the templates that call them: a call costs more than most components do. Only what is of
//! the program's own theme: a mistake in a theme of one's own is told by the engine, which knows what it was given.

use std::cell::Cell;
use std::collections::HashMap;

use super::code::{Part, names, parts};
use super::component::{Component, Use, arguments};

/// So deep may components stand in each other.
const DEEPEST: usize = 8;

/// Templates by path, with the components written into them. Those that are not `ours` stay, and so do calls of theirs
/// and of what they define.
pub(super) fn inlined(templates: Vec<(&str, String)>, ours: impl Fn(&str) -> bool) -> Vec<(&str, String)> {
    let taken: Vec<Vec<Part<'_>>> =
        templates.iter().map(|(path, source)| if ours(path) { parts(source) } else { Vec::new() }).collect();
    let components = taken.iter().filter_map(|parts| Component::new(parts)).collect();
    let writer = Writer { components, calls: Cell::new(0) };
    let written = |parts: &Vec<Part<'_>>| {
        let is_definition = |part: &Part<'_>| matches!(part, Part::Tag(code) if code.starts_with("component "));
        let mut out = String::new();
        writer.write(parts, &Scope::default(), &mut out);
        (!parts.is_empty() && !parts.iter().any(is_definition)).then_some(out)
    };
    let written: Vec<Option<String>> = taken.iter().map(written).collect();
    drop(taken);
    templates.into_iter().zip(written).map(|((path, source), written)| (path, written.unwrap_or(source))).collect()
}

/// What names stand for in a component that is written somewhere.
#[derive(Default)]
struct Scope<'s> {
    names: HashMap<&'s str, String>,
    /// What a call holds between its tags.
    content: String,
    depth: usize,
}

impl Scope<'_> {
    /// Code with what its names stand for.
    fn of(&self, code: &str) -> String {
        let mut out = String::with_capacity(code.len());
        let mut copied = 0;
        for name in names(code) {
            if let Some(meant) = self.names.get(&code[name.clone()]) {
                out.push_str(&code[copied..name.start]);
                out.push_str(meant);
                copied = name.end;
            }
        }
        out + &code[copied..]
    }
}

struct Writer<'s> {
    components: HashMap<&'s str, Component<'s>>,
    /// How many calls are written, so that each has names of its own.
    calls: Cell<usize>,
}

impl Writer<'_> {
    fn write(&self, parts: &[Part<'_>], scope: &Scope<'_>, out: &mut String) {
        let mut at = 0;
        while let Some(part) = parts.get(at) {
            at += 1;
            match *part {
                Part::Text(text) => out.push_str(text),
                Part::Print("body") if scope.depth > 0 => out.push_str(&scope.content),
                Part::Print(code) => {
                    let call = code.strip_prefix('<').and_then(|call| call.strip_suffix("/>"));
                    if call.is_none_or(|call| self.call(call, None, scope, out).is_none()) {
                        print(&scope.of(code), out);
                    }
                }
                Part::Tag(code) => {
                    let call = code.strip_prefix('<').and_then(|call| call.strip_suffix('>'));
                    let content = call.and_then(|call| content(call, &parts[at..]));
                    let length = content.map(<[_]>::len);
                    match call.and_then(|call| self.call(call, Some(content?), scope, out)).and(length) {
                        // Behind the closing tag.
                        Some(length) => at += length + 1,
                        None => *out += &format!("{{% {} %}}", scope.of(code)),
                    }
                }
            }
        }
    }

    /// Writes a component in the place of its call, if that is possible.
    fn call(&self, call: &str, content: Option<&[Part<'_>]>, caller: &Scope<'_>, out: &mut String) -> Option<()> {
        let (name, given) = call.split_once(char::is_whitespace).unwrap_or((call, ""));
        let component = self.components.get(name).filter(|_| caller.depth < DEEPEST)?;
        let mut given: HashMap<&str, &str> = arguments(given)?.into_iter().collect();
        if component.has_content != content.is_some() {
            return None;
        }
        let number = self.calls.replace(self.calls.get() + 1);
        let own = |name: &str| format!("{name}__{number}");
        let mut scope = Scope { depth: caller.depth + 1, ..Scope::default() };
        let mut set = String::new();
        for parameter in &component.parameters {
            let value = match given.remove(parameter.name) {
                Some(value) => caller.of(value),
                None => parameter.default?.to_owned(),
            };
            let meant =
                if parameter.used.takes(&value) { value } else { assigned(own(parameter.name), &value, &mut set) };
            scope.names.insert(parameter.name, meant);
        }
        if !given.is_empty() {
            return None;
        }
        scope.names.extend(component.locals.iter().map(|name| (*name, own(name))));
        if let Some(content) = content {
            self.write(content, caller, &mut scope.content);
        }
        out.push_str(&set);
        self.write(component.parts, &scope, out);
        Some(())
    }
}

/// Writes that a name has a value.
fn assigned(name: String, value: &str, out: &mut String) -> String {
    *out += &format!("{{% set {name} = {value} %}}");
    name
}

/// Writes what is printed; plain words need no code for that. What is HTML says so itself: a field beside which
/// `| safe` stands is HTML in a theme that is tested for it.
fn print(code: &str, out: &mut String) {
    let field = code.strip_suffix("| safe").map(str::trim_end).filter(|field| Use::Inside.takes(field));
    let code = field.unwrap_or(code);
    let words = code.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    match words.filter(|words| words.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, ' ' | '-' | '_'))) {
        Some(words) => out.push_str(words),
        None => *out += &format!("{{{{ {code} }}}}"),
    }
}

/// What stands between a tag that calls a component and the tag that closes it.
fn content<'p, 's>(call: &str, behind: &'p [Part<'s>]) -> Option<&'p [Part<'s>]> {
    let name = call.split(char::is_whitespace).next()?;
    let mut open = 1_usize;
    let end = behind.iter().position(|part| {
        if let Part::Tag(code) = part {
            let is_same =
                |tag: &str| tag.strip_suffix('>').and_then(|tag| tag.split(char::is_whitespace).next()) == Some(name);
            open += usize::from(code.strip_prefix('<').is_some_and(is_same));
            open -= usize::from(code.strip_prefix("</").is_some_and(is_same));
        }
        open == 0
    })?;
    behind.get(..end)
}

#[cfg(test)]
mod tests {
    use super::inlined;

    fn written(component: &'static str, page: &str) -> String {
        let templates = vec![("components/a.html", component.to_owned()), ("pages/b.html", page.to_owned())];
        inlined(templates, |_| true).pop().unwrap().1
    }

    #[test]
    fn a_call_becomes_the_text_of_its_component() {
        let list = "{# Of links. #}{% component list(of: array, word=\"x y\", n: integer = 1, @t) %}<ul>{{ word }}\
                    {% for one in of %}<li>{{ one.of | safe }}{{ t.word }}{% if n %}!{% endif %}{% endfor %}\
                    {%- endcomponent list %}";
        assert_eq!(
            written(list, "{% for one in body.lists %}{{<list of={one.links} n={one.a | length} /> }} {% endfor %}"),
            "{% for one in body.lists %}{% set n__0 = one.a | length %}<ul>x y{% for one__0 in one.links %}\
             <li>{{ one__0.of }}{{ t.word }}{% if n__0 %}!{% endif %}{% endfor %} {% endfor %}"
        );
    }

    #[test]
    fn what_a_call_holds_stands_in_its_place() {
        let part = "{% component part(title: string, id: string) %}<h2 id=\"{{ id }}\">{{ title }}</h2>{{ body }}<hr>\
                    {% endcomponent part %}";
        let page = "{% <part title={t.a | title} id=\"a\"> %}{% <part title=\"&\" id={b}> %}{{ title }}{% </part> %}\
                    {% </part> %}";
        assert_eq!(
            written(part, page),
            "<h2 id=\"a\">{{ t.a | title }}</h2><h2 id=\"{{ b }}\">{{ \"&\" }}</h2>{{ title }}<hr><hr>"
        );
    }

    #[test]
    fn what_would_mean_something_else_stays_a_call() {
        for (component, call) in [
            ("{% component a() %}{{ other }}{% endcomponent a %}", "{{ <a /> }}"),
            ("{% component a(b) %}{{ b }}{% endcomponent a %}", "{{ <a /> }}"),
            ("{% component a(b) %}{{ b }}{% endcomponent a %}", "{{ <a b={c} d={e} /> }}"),
            ("{% component a() %}{% if body %}{% endif %}{{ body }}{% endcomponent a %}", "{% <a> %}b{% </a> %}"),
            ("{% component a() %}{% set_global b = 1 %}{% endcomponent a %}", "{{ <a /> }}"),
        ] {
            assert_eq!(written(component, call), call);
        }
    }
}
