//! What people write in place of the format's words for people: whoever asks, everyone, the team's lead.

use crate::diagnostic::folded;
use crate::source::{OtherWords, other_words};

/// What people write for whoever asks, folded.
const ASKERS: [&str; 44] = [
    "anvandare",
    "anvandaren",
    "applicant",
    "asiakas",
    "asker",
    "bestallare",
    "bestallaren",
    "besteller",
    "caller",
    "client",
    "customer",
    "du",
    "employee",
    "hakija",
    "i",
    "ja",
    "jag",
    "kayttaja",
    "klient",
    "klientka",
    "kund",
    "kunde",
    "kunden",
    "kysyja",
    "me",
    "medarbetare",
    "medarbetaren",
    "mina",
    "mitarbeiter",
    "pracowniczka",
    "pracownik",
    "requester",
    "sina",
    "te",
    "thecustomer",
    "theuser",
    "tilaaja",
    "ty",
    "tyontekija",
    "user",
    "uzytkownik",
    "wnioskodawca",
    "zamawiajacy",
    "zglaszajacy",
];

/// What people write in place of `everyone`, and of `customers`, folded.
const EVERYONE: [&str; 26] = [
    "all",
    "alla",
    "allanstallda",
    "allaanstallda",
    "allemployees",
    "allstaff",
    "anyone",
    "everybody",
    "helapersonalen",
    "henkilokunta",
    "henkilosto",
    "jokainen",
    "kaikki",
    "kaikille",
    "kokohenkilosto",
    "medarbetare",
    "personal",
    "personalen",
    "pracownicy",
    "pracownikow",
    "staff",
    "tyontekijat",
    "wszyscy",
    "wszyscypracownicy",
    "wszystkich",
    "wszystkim",
];
const CUSTOMERS: [&str; 9] =
    ["asiakas", "asiakkaat", "clients", "customer", "klienci", "klient", "kund", "kunder", "kunderna"];

/// The word of ours for a group of people that stands in other words.
pub(super) fn served_word(word: &str) -> Option<&'static str> {
    let word = folded(word);
    let is = |words: &[&str]| words.contains(&word.as_str());
    is(&EVERYONE).then_some("everyone").or_else(|| is(&CUSTOMERS).then_some("customers"))
}

/// Whether a word means whoever leads the team.
pub(super) fn is_lead(word: &str) -> bool {
    let word = folded(word);
    let of = |words: &OtherWords| {
        let all = words.en.iter().chain(&words.fi).chain(&words.sv).chain(&words.pl).chain(&words.de);
        all.map(|other| folded(other)).any(|other| other == word)
    };
    let means = |key: &str| other_words().get(key).is_some_and(of);
    means("lead") && !means("owner")
}

/// Whether a word means whoever asks.
pub(super) fn is_asker(word: &str) -> bool {
    ASKERS.contains(&folded(word).as_str())
}
