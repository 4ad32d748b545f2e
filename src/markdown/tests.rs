//! Attacks and traps, judged by a reader of HTML that shares nothing with the renderer.

use std::collections::HashSet;
use std::sync::LazyLock;

use proptest::prelude::{ProptestConfig, any, prop, proptest};
use proptest::strategy::Strategy;

use super::{Labels, MAX_SOURCE_BYTES, Settings, render, render_inline};

static LABELS: LazyLock<Labels> = LazyLock::new(|| Labels::from_words(|name| format!("the {name}")));

fn rewrite(url: &str) -> Option<String> {
    match url {
        "evil.md" => Some("javascript:alert(1)".to_owned()),
        other => other.strip_suffix(".md").map(|id| format!("../articles/{id}.html")),
    }
}

fn picture(url: &str) -> Option<String> {
    match url {
        "evil.png" => Some("javascript:alert(1)".to_owned()),
        "far.png" => Some("https://evil.example/track.png".to_owned()),
        other => other.strip_suffix(".png").map(|name| format!("../assets/{name}.png")),
    }
}

fn settings() -> Settings<'static> {
    Settings {
        base_level: 2,
        prefix: "faq-1",
        labels: &LABELS,
        rewrite: &rewrite,
        document: &|_| None,
        picture: &picture,
    }
}

fn html(source: &str) -> String {
    let html = render(source, &settings()).to_string();
    assert_sound(source, &html);
    html
}

fn inline(source: &str) -> String {
    let html = render_inline(source, &settings()).to_string();
    assert_sound(source, &html);
    html
}

/// Reads HTML tag by tag, strictly: every tag known, closed in order, every attribute known and
/// quoted, every address harmless, ids unique, no link in a link.
fn assert_sound(source: &str, html: &str) {
    if let Err(reason) = read_strictly(html) {
        panic!("{reason}\nsource: {source:?}\nhtml: {html}");
    }
}

fn read_strictly(html: &str) -> Result<(), String> {
    let mut open: Vec<&str> = Vec::new();
    let mut ids = HashSet::new();
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        if rest[..start].contains('>') {
            return Err("a bare > in text".to_owned());
        }
        let end = start + rest[start..].find('>').ok_or("a tag that never ends")?;
        let tag = &rest[start + 1..end];
        rest = &rest[end + 1..];
        if let Some(name) = tag.strip_prefix('/') {
            if open.pop() != Some(name) {
                return Err(format!("</{name}> closes nothing"));
            }
            continue;
        }
        let (name, mut attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        if !"p h2 h3 h4 h5 h6 ul ol li blockquote div pre code table thead tbody tr th td a img em \
             strong del sup input hr br dl dt dd"
            .split_whitespace()
            .any(|known| known == name)
        {
            return Err(format!("<{name}> is not ours"));
        }
        if name == "a" && open.contains(&"a") {
            return Err("a link in a link".to_owned());
        }
        while !attributes.trim().is_empty() {
            attributes = attributes.trim_start();
            let name_end = attributes.find([' ', '=']).unwrap_or(attributes.len());
            let attribute = &attributes[..name_end];
            attributes = &attributes[name_end..];
            let mut value = "";
            if let Some(quoted) = attributes.strip_prefix("=\"") {
                let close = quoted.find('"').ok_or("an attribute that never ends")?;
                value = &quoted[..close];
                attributes = &quoted[close + 1..];
            }
            match attribute {
                "href" | "src" => harmless(value)?,
                "id" if !ids.insert(value.to_owned()) => return Err(format!("two ids {value}")),
                "id" | "title" | "alt" | "class" | "scope" | "role" | "tabindex" | "start" | "aria-label" | "type"
                | "disabled" | "checked" => {}
                other => return Err(format!("attribute {other:?} is not ours")),
            }
        }
        if !["img", "input", "hr", "br"].contains(&name) {
            open.push(name);
        }
    }
    if let Some(control) = html.chars().find(|c| c.is_control() && !"\n\t".contains(*c)) {
        return Err(format!("control character {control:?}"));
    }
    if open.is_empty() { Ok(()) } else { Err(format!("{open:?} never closed")) }
}

fn harmless(value: &str) -> Result<(), String> {
    let decoded = value.replace("&#x27;", "'").replace("&colon;", ":").replace("&amp;", "&");
    let seen: String = decoded.chars().filter(|c| !c.is_control()).collect::<String>().trim().to_lowercase();
    let numeric = value.replace("&#x27;", "").contains("&#");
    if numeric || value.contains(['"', '<', '>', ' ']) {
        return Err(format!("address {value:?} is not escaped"));
    }
    let before = seen.split(['/', '?', '#']).next().unwrap_or_default();
    match before.split_once(':') {
        Some((scheme, _)) if !["http", "https", "mailto", "tel"].contains(&scheme) => {
            Err(format!("address {value:?} has scheme {scheme:?}"))
        }
        _ => Ok(()),
    }
}

const ATTACKS: &[&str] = &[
    "<script>alert(1)</script>",
    "a <script>alert(1)</script> b",
    "<img src=x onerror=alert(1)>",
    "a <b onclick=\"x()\">b</b>",
    "<svg/onload=alert(1)>",
    "<iframe src=//evil.example></iframe>",
    "<style>body{display:none}</style>",
    "<!-- --!><script>alert(1)</script> -->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?php system('x') ?>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](&#x6A;avascript&colon;alert(1))",
    "[x](java&#9;script:alert(1))",
    "[x](java&NewLine;script:alert(1))",
    "[x](<java\tscript:alert(1)>)",
    "[x](&#1;javascript:alert(1))",
    "[x]( \u{1}javascript:alert(1))",
    "[x](vbscript:msgbox(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](file:///etc/passwd)",
    "[x][y]\n\n[y]: javascript:alert(1)",
    "[y]\n\n[y]: <javascript:alert(1)> 'title'",
    "<javascript:alert(1)>",
    "<data:text/html,x>",
    "![x](javascript:alert(1))",
    "![x](data:image/svg+xml,<svg onload=alert(1)>)",
    "![x](https://evil.example/track.png)",
    "![x\" onerror=\"alert(1)](a.png)",
    "![x](a.png\"onerror=\"alert(1))",
    "[x](a \"t\\\" onmouseover=\\\"alert(1)\")",
    "[x](https://a.example/\"onclick=alert(1))",
    "[x](evil.md)",
    "![x](evil.md)",
    "![x](evil.png)",
    "![x](far.png)",
    "[![x](https://a.example/b.png)](https://c.example)",
    "![a [b](https://c.example)](https://d.example/e.png)",
    "[a [^1] b](https://c.example)\n\n[^1]: note",
    "[^\"><script>]\n\n[^\"><script>]: x",
    "# x {onclick=alert(1) #id}",
    "```\"><script>alert(1)</script>\nx\n```",
    "``` html onload=x\n</code></pre><script>\n```",
    "`</code><script>alert(1)</script>`",
    "|a<script>|b|\n|:-:|--|\n|<script>|\" onclick=x|",
    "- [ ] <script>alert(1)</script>\n- [x] ok",
    "> [!NOTE]\n> <script>alert(1)</script>",
    "a\u{0}b &#0; &#1; &#x80; \u{FFFE}\u{FDD0}",
    "term\n: <script>x</script>",
    "<a href=\"javascript:x\">y</a>",
    "</div></main><script>x</script>",
];

#[test]
fn bare_addresses_are_links() {
    let shown = html("See https://acme.example/a_b?c=1&d=2. Or (http://x.example/y), or pay@acme.example!");
    for link in [
        r#"<a href="https://acme.example/a_b?c=1&amp;d=2">https://acme.example/a_b?c=1&amp;d=2</a>. Or"#,
        r#"(<a href="http://x.example/y">http://x.example/y</a>)"#,
        r#"<a href="mailto:pay@acme.example">pay@acme.example</a>!"#,
    ] {
        assert!(shown.contains(link), "{shown}");
    }
    let once = inline("[https://a.example](https://b.example) and `https://c.example` and evil://d.example");
    assert_eq!(once.matches("<a ").count(), 1, "{once}");
    assert_eq!(html("    https://e.example\n").matches("<a ").count(), 0);
    let link = r#"<a href="https://www.acme.example/a">www.acme.example/a</a>."#;
    for shown in [html("See www.acme.example/a."), inline("See www.acme.example/a.")] {
        assert!(shown.contains(link), "{shown}");
    }
    assert_eq!(html("www.x.example has pay.yaml and 1.2.3").matches("<a ").count(), 1);
}

#[test]
fn attacks_come_to_nothing() {
    for attack in ATTACKS {
        html(attack);
        inline(attack);
    }
    assert_eq!(html("[*pay*](javascript:alert(1))"), "<p><em>pay</em></p>");
    assert_eq!(html("<b>x</b>"), "<p>&lt;b&gt;x&lt;/b&gt;</p>");
    assert_eq!(html("<div>\nx\n</div>"), "<p>&lt;div&gt;\nx\n&lt;/div&gt;</p>");
    assert_eq!(html("a <!-- note\nto self --> b"), "<p>a  b</p>");
    assert_eq!(html("<!-- note\n\nto self -->\n\nb"), "<p>b</p>");
    assert_eq!(html("<!-- note --> <i>b"), "<p> &lt;i&gt;b</p>");
    assert_eq!(html("<!-- never closed\n\nb"), "");
    assert_eq!(html("a<br>b<BR />c"), "<p>a<br>\nb<br>\nc</p>");
    assert_eq!(inline("a<br>b <!-- c -->"), "a\nb");
    assert!(html("|a|\n|-|\n|b<br/>c|").contains("<td>b<br>\nc</td>"));
    assert_eq!(html("a\u{202E}b&#x202E;c"), "<p>abc</p>");
}

#[test]
fn addresses_lead_where_they_should() {
    assert_eq!(html("[a](slip.md)"), "<p><a href=\"../articles/slip.html\">a</a></p>");
    assert_eq!(html("[a](/root)"), "<p>a</p>");
    assert_eq!(html("[](https://a.example) [b]()"), "<p> b</p>");
    assert_eq!(html("<a@b.example>"), "<p><a href=\"mailto:a@b.example\">a@b.example</a></p>");
    assert_eq!(html("[a](<b c.pdf>)"), "<p><a href=\"b%20c.pdf\">a</a></p>");
    assert_eq!(html("![the door](https://a.example/b.png)"), "<p><a href=\"https://a.example/b.png\">the door</a></p>");
    assert_eq!(html("![the *door*](b.png)"), "<p><img src=\"../assets/b.png\" alt=\"the door\"></p>");
    for words in ["![x](slip.md)", "![x](far.png)", "![x](evil.png)", "![x](#a)", "![x](service:a)"] {
        assert_eq!(html(words), "<p>x</p>", "{words}");
    }
    assert!(html("# Payday\n\n[x](#payday)").contains("href=\"#faq-1-payday\""));
}

#[test]
fn headings_follow_on_without_gaps() {
    assert_eq!(
        html("### a\n##### b\n# c\n## c\n#\n"),
        "<h2 id=\"faq-1-a\">a</h2>\n<h3 id=\"faq-1-b\">b</h3>\n<h2 id=\"faq-1-c\">c</h2>\n\
         <h3 id=\"faq-1-c-2\">c</h3>"
    );
    assert!(html("# Main\n# Main").contains("id=\"faq-1-main\">Main</h2>\n<h2 id=\"faq-1-main-2\""));
    let own = html("## Set up {#set_up}\n## Braces {stay}\n## Set up");
    assert!(own.contains("id=\"faq-1-set-up\">Set up</h2>") && own.contains(">Braces {stay}</h2>"), "{own}");
    assert!(own.contains("id=\"faq-1-set-up-2\""), "{own}");
    assert!(html("# 1\n## 2\n### 3\n#### 4\n##### 5\n###### 6").contains("<h6 id=\"faq-1-6\">6"));
}

#[test]
fn tables_have_classes_and_can_be_reached() {
    assert_eq!(
        html("| |a|\n|:-|-:|\n|1|2|"),
        "<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-label=\"the table\"><table><thead>\
         <tr><td class=\"align-start\"></td><th scope=\"col\" class=\"align-end\">a</th></tr>\
         </thead><tbody>\n<tr><td class=\"align-start\">1</td><td class=\"align-end\">2</td></tr>\
         \n</tbody></table></div>"
    );
}

#[test]
fn footnotes_are_numbered_as_mentioned() {
    let html = html("a[^b] c[^a] d[^b] e[^none]\n\n[^a]: first\n\n[^b]: second\n\n[^c]: never");
    assert!(html.contains("<sup id=\"faq-1-fnref_1_2\"><a href=\"#faq-1-fn_1\">1</a></sup>"));
    assert!(html.contains("<li id=\"faq-1-fn_1\">\n<p>second</p>"), "{html}");
    assert!(html.contains("aria-label=\"the footnote_back\""));
    assert!(!html.contains("never") && html.contains("[^none]"));
}

#[test]
fn alerts_and_tasks_have_names() {
    assert!(html("> [!WARNING]\n> hot").contains("<p class=\"alert-title\">the warning</p>"));
    assert!(html("- [x] a").contains("<li><input type=\"checkbox\" disabled checked aria-label=\"the task_done\">"));
}

#[test]
fn inline_has_no_blocks() {
    assert_eq!(
        inline("# Tell *us*\n\n- the `period`\n- [more](a.md)\n\n1. x"),
        "Tell <em>us</em>\nthe <code>period</code>\n<a href=\"../articles/a.html\">more</a>\n1. x"
    );
    assert_eq!(inline("1. päivä"), "1. päivä");
}

#[test]
fn long_and_deep_texts_end() {
    let deep = html(&format!("{}x", "> ".repeat(5000)));
    assert_eq!(deep.matches("<blockquote>").count(), 16);
    html(&"- a\n".repeat(3).replace("- a", &format!("{}a", "- ".repeat(300))));
    let long = render(&"ä".repeat(MAX_SOURCE_BYTES), &settings());
    assert_eq!(long.as_str().matches('ä').count(), MAX_SOURCE_BYTES / 2);
}

/// Bits of markup put together in every order find more than random characters do.
fn scraps() -> impl Strategy<Value = String> {
    let scrap = prop::sample::select(vec![
        "<script>",
        "</p>",
        "<a href=\"",
        "[",
        "](",
        ")",
        "!",
        "javascript:",
        "&#106;",
        "&colon;",
        "\"",
        "'",
        "`",
        "```\n",
        "> ",
        "[!NOTE]\n",
        "- ",
        "- [ ] ",
        "1. ",
        "|",
        "|-|-|\n",
        "\n",
        "\n\n",
        "*",
        "**",
        "~~",
        "[^1]",
        "[^1]: ",
        "# ",
        "term\n: ",
        "\t",
        "    ",
        "\u{0}",
        "x",
        "https://a.example/",
        "<",
        ">",
        "&",
        "\\",
        "<!--",
        "-->",
        "onload=x",
        "ä",
        " ",
    ]);
    prop::collection::vec(scrap, 0..40).prop_map(|scraps| scraps.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_markup_is_sound(source in scraps()) {
        html(&source);
        inline(&source);
        super::survey(&source);
    }

    #[test]
    fn any_text_is_sound(source in any::<String>()) {
        html(&source);
        inline(&source);
    }
}
