//! Names in the company's chat, and addresses of channels by language.

use crate::project::Project;

const COMPANY: &str = r#"
    name: Acme
    locales: [en, fi]
    time_zone: Europe/Helsinki
    chat: {name: Talk, channel: "https://talk.example/c/{name}", person: "https://talk.example/u/{name}"}
"#;

const PEOPLE: &str = "ada.ek: {name: Ada Ek, chat: \"@ada\"}\nbo.dal: {name: Bo Dal, chat: https://talk.example/bo}\n";

const PAY: &str = r##"
    name: Pay
    channels:
      - chat: "#pay"
      - {chat: {en: "#pay help", fi: "#palkat & muut"}, label: Ask}
      - form: {en: "https://forms.example/en", fi: "https://forms.example/fi"}
    services:
      pay: {name: Pay, summary: Pays.}
"##;

fn built(company: &str) -> Project {
    let project =
        Project::empty().file("catalog.yaml", company).file("people.yaml", PEOPLE).file("departments/pay.yaml", PAY);
    let run = project.run(["build"]);
    assert_eq!(run.status, 0, "{}{}", run.stdout, run.stderr);
    project
}

fn page(project: &Project, path: &str) -> String {
    std::fs::read_to_string(project.path().join("site").join(path)).unwrap()
}

#[test]
fn a_name_is_a_link_where_the_company_says_how() {
    let project = built(COMPANY);
    let english = page(&project, "departments/pay.html");
    for told in
        ["href=\"https://talk.example/c/pay\"", "Talk: #pay", "https://talk.example/c/pay%20help", "Ask: #pay help"]
    {
        assert!(english.contains(told), "{told}\n{english}");
    }
    let finnish = page(&project, "fi/departments/pay.html");
    assert!(finnish.contains("https://talk.example/c/palkat%20%26%20muut") && finnish.contains("#palkat &amp; muut"));
    let foreign = finnish.contains("data-fallback=\"en\">Talk");
    assert!(finnish.contains("Talk: #pay") && !foreign, "a product has one name in all languages\n{finnish}");
    let person = page(&project, "people/ada.ek.html");
    assert!(person.contains("href=\"https://talk.example/u/ada\"") && person.contains("Talk: @ada"), "{person}");
    assert!(page(&project, "people/bo.dal.html").contains("href=\"https://talk.example/bo\""));
}

#[test]
fn without_an_address_it_is_a_name() {
    let plain = COMPANY.lines().filter(|line| !line.contains("chat:")).collect::<Vec<_>>().join("\n");
    let project = built(&plain);
    let english = page(&project, "departments/pay.html");
    assert!(english.contains("Chat with us: #pay") && !english.contains("talk.example"), "{english}");
    // Where a chat is told is a person's own affair, like a phone number.
    let project = built(&format!("{COMPANY}    privacy: names\n"));
    assert!(!page(&project, "people/ada.ek.html").contains("@ada"));
}

#[test]
fn forms_are_those_of_the_readers_language() {
    let project = built(COMPANY);
    assert!(page(&project, "departments/pay.html").contains("href=\"https://forms.example/en\""));
    assert!(page(&project, "fi/departments/pay.html").contains("href=\"https://forms.example/fi\""));
    let catalog: serde_json::Value = serde_json::from_str(&page(&project, "catalog.json")).unwrap();
    let form = &catalog["departments"][0]["channels"][2];
    assert_eq!(form["link"], "https://forms.example/en");
    assert_eq!(form["links"]["fi"], "https://forms.example/fi");
}

#[test]
fn a_person_is_no_channel() {
    let people = "ada.ek: {name: Ada Ek, chat: \"#ada\"}\nbo.dal: {name: Bo Dal, chat: bo.dal}\n";
    let project = Project::empty().file("catalog.yaml", COMPANY).file("departments/pay.yaml", PAY);
    let report = project.file("people.yaml", people).check();
    assert!(report.contains("error[invalid-url]: `#ada` is a channel, and this is a person"), "{report}");
    assert!(report.contains("`\"@ada\"`"), "{report}");
    assert_eq!(report.matches("error[").count(), 1, "{report}");
}

#[test]
fn what_is_no_address_is_told_by_what_people_write() {
    for (written, told) in [
        ("web: msteams:/l/channel/1", "copy the link in the chat's own menu"),
        ("chat: slack://channel?id=1", "copy the link in the chat's own menu"),
        (r"web: \\server\share\forms", "a page cannot open a folder of a file server"),
        (r"web: C:\forms\card.pdf", "a page cannot open a folder of a file server"),
        ("web: file:///srv/forms", "a page cannot open a folder of a file server"),
        ("form: intra/page", "as the browser shows it"),
        ("chat: talk.example/c/pay", "did you mean `https://talk.example/c/pay`?"),
        ("web: http//forms.example", "did you mean `https://forms.example`?"),
        ("web: https:/forms.example/a", "did you mean `https://forms.example/a`?"),
        ("form: card.pdf", "a file beside this one is offered by a link in a description"),
        ("form: {en: https://forms.example, fi: forms}", "write the whole address with `https://`"),
    ] {
        let pay = format!("name: Pay\nchannels:\n  - {written}\n");
        let report = Project::empty().file("catalog.yaml", COMPANY).file("departments/pay.yaml", pay).check();
        assert!(report.contains("error[invalid-url]") && report.contains(told), "{written}\n{report}");
        assert_eq!(report.matches("error[").count(), 1, "{written}\n{report}");
    }
}
