//! The default theme's words and CLDR's data, as readers of the four languages would have them.

use std::cmp::Ordering;

use chrono::{NaiveDate, NaiveDateTime};

use super::{Locale, Message, Messages, TimeLength, Words};

const FILES: [(&str, &str); 4] = [
    ("en", include_str!("../../themes/default/i18n/en.toml")),
    ("fi", include_str!("../../themes/default/i18n/fi.toml")),
    ("sv", include_str!("../../themes/default/i18n/sv.toml")),
    ("pl", include_str!("../../themes/default/i18n/pl.toml")),
];

fn messages() -> Messages {
    Messages::load(&FILES).unwrap()
}

/// The same question put to all four languages, in the order en, fi, sv, pl. No-break spaces are
/// shown as `_`.
fn all(ask: impl Fn(&Words<'_>) -> String) -> [String; 4] {
    let messages = messages();
    ["en", "fi", "sv", "pl"].map(|tag| {
        let words = Words::new(&messages, &Locale::parse(tag).unwrap()).unwrap();
        ask(&words).replace(['\u{A0}', '\u{202F}'], "_")
    })
}

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 21).unwrap()
}

fn noon() -> NaiveDateTime {
    day().and_hms_opt(12, 0, 0).unwrap()
}

#[test]
fn words_are_shared_by_threads() {
    fn shared<T: Send + Sync>() {}
    shared::<Words<'_>>();
}

#[test]
fn no_text_is_empty_or_frayed() {
    let messages = messages();
    assert!(messages.keys().count() > 250);
    for locale in messages.locales() {
        for (key, message) in Words::new(&messages, locale).unwrap().messages() {
            let forms: Vec<&String> = match message {
                Message::Text(text) => vec![text],
                Message::Plural(forms) => forms.values().collect(),
            };
            for text in forms {
                // Languages without articles have none to skip.
                assert!((!text.is_empty() || key == "a_to_z.skip") && text.trim() == text, "{locale} {key}");
                // Words that are compared with what people write are not shown.
                let is_shown = key != "a_to_z.skip" && !(key.starts_with("needs.") && key.ends_with("_by"));
                assert!(!(text.contains("  ") || is_shown && text.contains('\'')), "{locale} {key}");
            }
        }
    }
}

#[test]
fn dates_and_times() {
    assert_eq!(
        all(|w| w.date_long(day())),
        [
            "Saturday, 21 November 2026",
            "lauantai 21. marraskuuta 2026",
            "lördag 21 november 2026",
            "sobota, 21 listopada 2026"
        ]
    );
    assert_eq!(
        all(|w| w.date(day())),
        ["21 November 2026", "21. marraskuuta 2026", "21 november 2026", "21 listopada 2026"]
    );
    assert_eq!(all(|w| w.date_short(day())), ["Sat 21 Nov", "la 21.11.", "lör 21 nov.", "sob., 21 lis"]);
    assert_eq!(
        all(|w| w.date_of_year(day())),
        ["Sat, 21 Nov 2026", "la 21.11.2026", "lör 21 nov. 2026", "sob., 21 lis 2026"]
    );
    assert_eq!(all(|w| w.time(15, 30)), ["15:30", "15.30", "15:30", "15:30"]);
    assert_eq!(all(|w| w.time(8, 0)), ["08:00", "8.00", "08:00", "08:00"]);
    assert_eq!(all(|w| w.time(24, 0)), ["24:00", "24.00", "24:00", "24:00"]);
    assert_eq!(all(|w| w.time(26, 0)), ["02:00", "2.00", "02:00", "02:00"]);
    assert_eq!(
        all(|w| w.date_time(noon())),
        ["Sat 21 Nov, 12:00", "la 21.11. klo 12.00", "lör 21 nov. 12:00", "sob., 21 lis, 12:00"]
    );
    assert_eq!(all(|w| w.month_day(12, 15).unwrap()), ["15 December", "15. joulukuuta", "15 december", "15 grudnia"]);
    assert_eq!(all(|w| w.month(day())), ["November 2026", "marraskuu 2026", "november 2026", "listopad 2026"]);
}

#[test]
fn numbers() {
    assert_eq!(all(|w| w.number(1_234_567)), ["1,234,567", "1_234_567", "1_234_567", "1_234_567"]);
    assert_eq!(all(|w| w.decimal(4.25, 1)), ["4.2", "4,2", "4,2", "4,2"]);
    assert_eq!(all(|w| w.percent(90.0)), ["90%", "90_%", "90_%", "90%"]);
    assert_eq!(all(|w| w.percent(99.5)), ["99.5%", "99,5_%", "99,5_%", "99,5%"]);
    assert_eq!(all(|w| w.plural("ordinal.day", 2, &[])), ["2nd", "2.", "2:a", "2."]);
    assert_eq!(all(|w| w.plural("ordinal.day", 25, &[])), ["25th", "25.", "25:e", "25."]);
}

#[test]
fn plurals() {
    assert_eq!(
        all(|w| [1, 2, 5, 22].map(|n| w.plural("count.services", n, &[])).join(", ")),
        [
            "1 service, 2 services, 5 services, 22 services",
            "1 palvelu, 2 palvelua, 5 palvelua, 22 palvelua",
            "1 tjänst, 2 tjänster, 5 tjänster, 22 tjänster",
            "1 usługa, 2 usługi, 5 usług, 22 usługi",
        ]
    );
}

#[test]
fn promises_read_as_sentences() {
    let span = |days, hours, working| TimeLength { days, hours, minutes: 0, working };
    assert_eq!(
        all(|w| w.within(span(0, 4, true))),
        ["within 4 working hours", "4 työtunnin kuluessa", "inom 4 arbetstimmar", "w ciągu 4 godzin roboczych"]
    );
    assert_eq!(
        all(|w| w.after(span(1, 4, true))),
        [
            "after 1 working day and 4 working hours",
            "1 työpäivän ja 4 työtunnin kuluttua",
            "efter 1 arbetsdag och 4 arbetstimmar",
            "po upływie 1 dnia roboczego i 4 godzin roboczych"
        ]
    );
    assert_eq!(all(|w| w.duration(span(2, 0, false))), ["2 days", "2 vuorokautta", "2 dygn", "2 doby"]);
    assert_eq!(all(|w| w.duration(TimeLength::default())), ["0 minutes", "0 minuuttia", "0 minuter", "0 minut"]);
    assert_eq!(
        all(|w| {
            let (within, share) = (w.within(span(2, 0, true)), w.share(90.0));
            w.format("promise.answer_share", &[("within", &within), ("share", &share)])
        }),
        [
            "An answer within 2 working days, 9 times out of 10",
            "Vastaus 2 työpäivän kuluessa, 9 kertaa 10:stä",
            "Svar inom 2 arbetsdagar, 9 gånger av 10",
            "Odpowiedź w ciągu 2 dni roboczych, 9 razy na 10"
        ]
    );
    assert_eq!(
        all(|w| w.share(87.5)),
        ["87.5% of the time", "87,5_% tapauksista", "87,5_% av gångerna", "w 87,5% przypadków"]
    );
}

#[test]
fn lists() {
    assert_eq!(all(|w| w.list(&["a", "b", "c"])), ["a, b and c", "a, b ja c", "a, b och c", "a, b i c"]);
    assert_eq!(all(|w| w.list::<&str>(&[]) + &w.list(&["a"])), ["a"; 4]);
}

#[test]
fn names_sort_as_each_language_sorts() {
    let nordic = ["Öljy", "Zima", "ääni", "Åland", "Äiti", "ångström", "Zebra", "item 10", "item 9"];
    let polish = ["Żaba", "Łódź", "Zima", "Święto", "Lato", "Luty", "Szkoła", "Źrebię", "Sala", "Ło"];
    let sorted = |w: &Words<'_>, names: &[&str]| {
        let mut by_key = names.to_vec();
        by_key.sort_by_cached_key(|name| w.sort_key(name));
        let mut compared = names.to_vec();
        compared.sort_by(|left, right| w.compare(left, right));
        assert_eq!(by_key, compared);
        compared.join(" ")
    };
    let north = "item 9 item 10 Zebra Zima Åland ångström Äiti ääni Öljy";
    let [en, fi, sv, pl] = all(|w| sorted(w, &nordic));
    assert_eq!((fi.as_str(), sv.as_str()), (north, north));
    assert_eq!((en.clone(), pl), (en, "ääni Äiti Åland ångström item 9 item 10 Öljy Zebra Zima".into()));
    assert_eq!(all(|w| sorted(w, &polish))[3], "Lato Luty Ło Łódź Sala Szkoła Święto Zima Źrebię Żaba");
    assert_eq!(all(|w| format!("{:?}", w.compare("a", "A") == Ordering::Equal)), ["false"; 4]);
}

#[test]
fn every_name_has_its_letter() {
    let names = "apple Ångström äiti Øre łódź Żaba über 3D „Cudzysłów” ? Яна";
    let initials = |w: &Words<'_>| names.split(' ').map(|name| w.initial(name)).collect::<Vec<_>>().join(" ");
    let nordic = "A Å Ä Ö L Z Y 0–9 C # Я";
    assert_eq!(all(initials), ["A A A O L Z U 0–9 C # Я", nordic, nordic, "A A A O Ł Ż U 0–9 C # Я"]);
}

#[test]
fn letters_follow_the_order_of_names() {
    let alphabet = "0 1 a à b ç ć d ð e ę f g h i j k l ł m n ñ o ó ø p q r s ß ś \
                    t þ u v va w wa x y ü z ź ż å ä æ ö";
    for tag in ["en", "fi", "sv", "pl", "nb", "et"] {
        let messages = messages();
        let words = Words::new(&messages, &Locale::parse(tag).unwrap()).unwrap();
        let mut names: Vec<&str> = alphabet.split(' ').collect();
        names.sort_by(|left, right| words.compare(left, right));
        let mut headings: Vec<_> = names.iter().map(|name| words.initial(name)).collect();
        headings.dedup();
        let mut unique = headings.clone();
        unique.sort();
        unique.dedup();
        assert_eq!(unique.len(), headings.len(), "{tag}: {headings:?}");
        assert_eq!((words.initial("Vaasa"), words.initial("wa")), ("V".into(), "W".into()), "{tag}");
    }
}

#[test]
fn locales_without_words_fall_back() {
    let messages = messages();
    let words = |tag| Words::new(&messages, &Locale::parse(tag).unwrap()).unwrap();
    assert_eq!(words("sv-FI").text("site.home"), "Startsida");
    assert_eq!(words("sv-FI").language().tag(), "sv-FI");
    let german = words("de");
    assert_eq!((german.text("site.home").as_ref(), german.language().tag()), ("Home", "en"));
    assert_eq!(german.date_short(day()), "Sat 21 Nov");
    assert_eq!(german.locale().tag(), "de");
}

#[test]
fn unknown_keys_show() {
    assert_eq!(all(|w| w.text("no.such").into_owned()), ["⟦no.such⟧"; 4]);
    assert_eq!(all(|w| w.format("count.services", &[])), ["⟦count.services⟧"; 4]);
    assert_eq!(all(|w| w.plural("site.home", 1, &[])), ["⟦site.home⟧"; 4]);
}
