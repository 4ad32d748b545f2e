//! Addresses: of email, and of pages to which readers are sent.

use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};
use url::Url;

use super::scope::Scope;
use super::value::{plain_signs, suggested};
use crate::diagnostic::{Diagnostic, Diagnostics, invisible};
use crate::model::is_document;
use crate::model::related_link::Address;
use crate::source::schema::{Str, TextDoc};

/// An email address.
pub(super) fn email(written: &Str, diagnostics: &mut Diagnostics) -> Option<Box<str>> {
    let text = written.value.trim();
    let valid = is_email(text);
    if !valid {
        let diagnostic = Diagnostic::error("invalid-email", written.span, format!("`{text}` is not an email address"))
            .why("the letter would come back");
        let plain = meant_email(text).filter(|plain| plain != text);
        let several: Vec<&str> = text.split([',', ';', ' ', '/']).filter(|part| is_email(part)).collect();
        diagnostics.push(match several.as_slice() {
            [first, second, ..] => diagnostic.help(format!(
                "write two channels: `{{email: {first}}}` and `{{email: {second}}}`; a person has one address"
            )),
            _ => suggested(diagnostic, written.span, plain, "write it as in `payroll@company.example`"),
        });
    }
    valid.then(|| text.into())
}

/// The address that was meant: without its owner's name or the link's beginning, and with a plain `@`.
fn meant_email(text: &str) -> Option<String> {
    let inner = text.split_once('<').and_then(|(_, rest)| rest.split_once('>')).map_or(text, |(inner, _)| inner);
    let plain = plain_signs(inner);
    let plain = plain.trim_start_matches("mailto:").trim_matches(['.', ',', ';', ':', '<', '>', ' ']);
    let at = ["(at)", "[at]", "(a)", " at ", " @ ", "@ ", " @"];
    let meant = at.iter().fold(plain.to_owned(), |text, sign| text.replace(sign, "@"));
    is_email(&meant).then_some(meant)
}

fn is_email(text: &str) -> bool {
    let legal = |c: char| c.is_alphanumeric() || ".!#$%&'*+/=?^_`{|}~-".contains(c);
    text.split_once('@').is_some_and(|(user, host)| {
        !user.is_empty()
            && user.chars().all(legal)
            && host.contains('.')
            && !host.starts_with('.')
            && !host.ends_with('.')
            && !host.contains("..")
            && host.chars().all(|c| c.is_alphanumeric() || c == '.' || c == '-')
    })
}

/// Signs that cannot stand bare in an address (RFC 3986).
const NOT_IN_ADDRESSES: &AsciiSet = &CONTROLS.add(b' ').add(b'<').add(b'>').add(b'"').add(b'\\');

/// An address that a reader may be sent to: https, http, mailto or tel.
pub(super) fn url(written: &Str, diagnostics: &mut Diagnostics) -> Option<Box<str>> {
    let text = written.value.trim();
    if is_address(text) {
        return Some(text.into());
    }
    let diagnostic = Diagnostic::error("invalid-url", written.span, format!("`{text}` is not a web address"))
        .why("the link would lead nowhere");
    let encoded = utf8_percent_encode(text, NOT_IN_ADDRESSES).to_string();
    let bare = !text.contains([':', '@']) && text.contains('.') && !text.starts_with(['.', '/']) && !is_document(text);
    diagnostics.push(if encoded != text && is_address(&encoded) {
        let sign =
            if text.contains(' ') { "a space in an address is written `%20`" } else { "some signs have to be encoded" };
        diagnostic.help(format!("{sign}: `{encoded}`")).replace(written.span, encoded)
    } else {
        let plain = Some(plain_signs(text.trim_matches(['<', '>']))).filter(|plain| plain != text && is_address(plain));
        let meant = plain
            .or_else(|| miswritten_scheme(text))
            .or_else(|| Some(format!("https://{text}")).filter(|meant| bare && is_address(meant)));
        suggested(diagnostic, written.span, meant, what_to_write(text))
    });
    None
}

/// `http//x.example`, `https:/x.example`, `https;//x.example` as they were meant.
fn miswritten_scheme(text: &str) -> Option<String> {
    let decoded = percent_decode_str(text).decode_utf8().ok()?;
    // `https%3A//x.example`
    let text = if text.to_ascii_lowercase().contains("%3a/") { &*decoded } else { text };
    let rest = text.strip_prefix("https").or_else(|| text.strip_prefix("http"))?;
    let host = rest.trim_start_matches([':', ';', '/', '.']);
    let meant = format!("https://{host}");
    (host.len() < rest.len() && host.contains('.') && is_address(&meant)).then_some(meant)
}

/// What stands in the place of an address, by what people write.
fn what_to_write(text: &str) -> &'static str {
    if is_document(text) && !text.contains(':') {
        return "a file beside this one is offered by a link in a description or an article: `[the form](form.pdf)`";
    }
    let lower = text.to_lowercase();
    let scheme = lower.split_once(':').map(|(scheme, _)| scheme);
    let drive = scheme.is_some_and(|scheme| scheme.len() == 1);
    if text.starts_with("\\\\") || text.contains('\\') || drive || matches!(scheme, Some("file" | "smb" | "nfs")) {
        return "a page cannot open a folder of a file server: write the address that begins with `https://`, as the \
                intranet shows it, or lay the file beside this one";
    }
    match scheme {
        Some("msteams" | "slack" | "sip" | "sips" | "im" | "ms-teams" | "callto" | "skype" | "whatsapp" | "tg") => {
            "it opens for some readers only: copy the link in the chat's own menu and write that, with `https://`"
        }
        Some("http" | "https" | "mailto" | "tel") | None if lower.contains('/') && !lower.contains('.') => {
            "write the whole address as the browser shows it, with `https://` and the name of the server"
        }
        _ => "write the whole address with `https://`",
    }
}

/// What reads one written address.
type Read = fn(&Str, &mut Diagnostics) -> Option<Box<str>>;

/// An address, or one by language.
pub(super) fn by_language(doc: TextDoc, read: Read, scope: &mut Scope<'_>) -> Option<Address> {
    let written: Vec<_> = match &doc {
        TextDoc::One(url) => vec![url],
        TextDoc::Many(urls) => urls.iter().map(|(_, url)| url).collect(),
    };
    let valid = written.into_iter().filter(|url| read(url, scope.diagnostics).is_none()).count() == 0;
    scope.text(doc).filter(|_| valid).map(Address::new)
}

/// The address of a chat, or its name there: `#it-help`, `IT help`.
pub(super) fn chat(written: &Str, diagnostics: &mut Diagnostics) -> Option<Box<str>> {
    let text = written.value.trim();
    if is_in_curly_quotes(written, diagnostics) {
        return None;
    }
    // A bare name with a dot is rather an address without its beginning.
    let bare = !text.contains([':', '/', '\\', '@', '.']);
    if let Some((_, name)) = text.rsplit_once(',').filter(|_| bare) {
        let words = ["channel", "kanava", "kanal", "kanał", "group", "ryhmä", "grupp", "grupa"];
        let own = name.split_whitespace().filter(|word| !words.contains(&word.to_lowercase().as_str()));
        let name = own.collect::<Vec<_>>().join(" ");
        diagnostics.push(
            Diagnostic::error("invalid-url", written.span, format!("`{text}` is no name in the chat"))
                .why("the link would lead nowhere")
                .help(format!("write the name alone, as it stands there: `\"#{name}\"`")),
        );
        return None;
    }
    named(text, &['#', '@'], bare).or_else(|| url(written, diagnostics))
}

/// True for a name in the chat in curly quotes, which YAML takes for letters of it; it is reported.
fn is_in_curly_quotes(written: &Str, diagnostics: &mut Diagnostics) -> bool {
    let text = written.value.trim();
    let name = text.trim_matches(['“', '”', '„', '«', '»', '‘', '’']);
    let meant = format!("\"{name}\"");
    let is_name = name.len() < text.len() && !name.contains(':');
    if is_name {
        diagnostics.push(
            Diagnostic::error("invalid-url", written.span, format!("`{text}` is no name in the chat"))
                .why("only `\"` and `'` are quotes in YAML; curly ones belong to the name")
                .help(format!("write straight quotes: `{meant}`"))
                .replace(written.span, meant),
        );
    }
    is_name
}

/// The address of a chat with somebody, or their name there: `@anna`, `anna.salo`.
pub(super) fn personal_chat(written: &Str, diagnostics: &mut Diagnostics) -> Option<Box<str>> {
    let text = written.value.trim();
    if is_in_curly_quotes(written, diagnostics) {
        return None;
    }
    if let Some(name) = text.strip_prefix('#') {
        let meant = format!("\"@{name}\"");
        diagnostics.push(
            Diagnostic::error("invalid-url", written.span, format!("`{text}` is a channel, and this is a person"))
                .why("the link would lead nowhere")
                .help(format!("a person's name in the chat begins with `@`: `{meant}`"))
                .replace(written.span, meant),
        );
        return None;
    }
    named(text, &['@'], !text.contains([':', '/', '\\', '@'])).or_else(|| url(written, diagnostics))
}

/// A name in the chat: what stands behind one of these signs, or is bare and may be one.
fn named(text: &str, signs: &[char], bare: bool) -> Option<Box<str>> {
    let is_name = text.strip_prefix(signs).map_or(bare && !text.is_empty(), |name| !name.trim().is_empty());
    (is_name && !text.chars().any(char::is_control)).then(|| text.into())
}

/// What is filled into an address.
#[derive(Clone, Copy)]
pub(super) struct Filling {
    /// What it stands in the place of.
    mark: &'static str,
    /// What it is.
    noun: &'static str,
    /// Whether nothing else makes an address for each page.
    is_needed: bool,
}

/// The id of a service.
pub(super) const SERVICE: Filling = Filling { mark: "{service}", noun: "the id of the service", is_needed: false };

/// The file of a page.
pub(super) const PATH: Filling = Filling { mark: "{path}", noun: "the path of the page's file", is_needed: true };

/// A name in the company's chat.
pub(super) const NAME: Filling = Filling { mark: "{name}", noun: "the name in the chat", is_needed: true };

/// An address into which something is put where its mark stands.
pub(super) fn filled_url(written: &Str, filling: Filling, diagnostics: &mut Diagnostics) -> Option<Box<str>> {
    let Filling { mark, noun, is_needed } = filling;
    let rest = written.value.replace(mark, "");
    let before = rest.split_once('}').map(|(before, _)| before);
    let odd = before.and_then(|text| text.rsplit_once('{')).map(|(_, name)| format!("{{{name}}}"));
    let others = ["%s", "<service>", "<id>", "[service]", "[id]", "$service", "(service)"];
    let Some(odd) = odd.or_else(|| others.into_iter().find(|other| rest.contains(other)).map(str::to_owned)) else {
        if is_needed && !written.value.contains(mark) {
            diagnostics.push(
                Diagnostic::error("invalid-url", written.span, format!("`{mark}` stands nowhere in this address"))
                    .why("all pages would lead to the same place")
                    .help(format!("put `{mark}` where {noun} belongs")),
            );
            return None;
        }
        return url(written, diagnostics);
    };
    let what = format!("nothing is put in the place of `{odd}` in this address");
    let diagnostic = Diagnostic::error("invalid-url", written.span, what).why("the link would lead nowhere");
    // `{{id}}`
    let doubled = format!("{{{odd}}}");
    let odd = if written.value.contains(&doubled) { doubled } else { odd };
    let meant = Some(written.value.replacen(&odd, mark, 1)).filter(|meant| !meant.contains("{{"));
    let help = format!("only {noun} can be filled in: `{mark}`");
    diagnostics.push(match meant.filter(|_| !written.value.contains(mark)) {
        Some(meant) => {
            diagnostic.help(format!("{help}; did you mean `{meant}`?")).replace(written.span, quoted(&meant))
        }
        None => diagnostic.help(help),
    });
    None
}

fn quoted(text: &str) -> String {
    format!("\"{text}\"")
}

/// True for an address that browsers, mailers and phones understand as it is written.
fn is_address(text: &str) -> bool {
    let plain = !text.chars().any(|c| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '"' | '\\'));
    plain
        && (text.is_ascii() || invisible::odd(text).is_none())
        && Url::parse(text).is_ok_and(|url| match url.scheme() {
            "http" | "https" => text.contains("://") && url.host_str().is_some_and(|host| !host.is_empty()),
            "mailto" => url.path().contains('@'),
            "tel" => !url.path().is_empty(),
            _ => false,
        })
}

/// The address at which the site is published, which ends in `/`: a page's own path comes behind it.
pub(super) fn site_url(written: &Str, diagnostics: &mut Diagnostics) -> Option<Box<str>> {
    let url = url(written, diagnostics)?;
    let web = url.get(..4).is_some_and(|scheme| scheme.eq_ignore_ascii_case("http"));
    if !web || url.contains(['?', '#']) {
        diagnostics.push(
            Diagnostic::error("invalid-url", written.span, format!("no site can be published at `{url}`"))
                .why("the path of each page is put behind it")
                .help("write the address of the site's folder: `https://services.company.example/`"),
        );
        return None;
    }
    Some(if url.ends_with('/') { url } else { format!("{url}/").into() })
}
