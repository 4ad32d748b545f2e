//! Codes that read like languages and are none, or not the ones that were meant: `dk`, `fin`, `en-UK`.

use crate::clock::Country;
use crate::i18n::Locale;

/// All languages with two letters (ISO 639-1).
const TWO_LETTERS: &str = "\
aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo \
es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg \
ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn \
no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss st su sv sw \
ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu";

/// Codes of countries in place of those of their languages, and codes of three letters where two are used.
const MEANT: [(&str, &str); 52] = [
    ("al", "sq"),
    ("ara", "ar"),
    ("at", "de"),
    ("bul", "bg"),
    ("ces", "cs"),
    ("chi", "zh"),
    ("cn", "zh"),
    ("cz", "cs"),
    ("cze", "cs"),
    ("dan", "da"),
    ("deu", "de"),
    ("dk", "da"),
    ("ell", "el"),
    ("eng", "en"),
    ("est", "et"),
    ("fin", "fi"),
    ("fra", "fr"),
    ("fre", "fr"),
    ("gb", "en"),
    ("ger", "de"),
    ("gr", "el"),
    ("hun", "hu"),
    ("il", "he"),
    ("ir", "fa"),
    ("isl", "is"),
    ("ita", "it"),
    ("jp", "ja"),
    ("jpn", "ja"),
    ("kor", "ko"),
    ("lav", "lv"),
    ("lit", "lt"),
    ("nld", "nl"),
    ("nno", "nn"),
    ("nob", "nb"),
    ("nor", "no"),
    ("pol", "pl"),
    ("por", "pt"),
    ("ron", "ro"),
    ("rs", "sr"),
    ("rum", "ro"),
    ("rus", "ru"),
    ("slk", "sk"),
    ("slv", "sl"),
    ("som", "so"),
    ("spa", "es"),
    ("swe", "sv"),
    ("tur", "tr"),
    ("ua", "uk"),
    ("ukr", "uk"),
    ("us", "en"),
    ("vn", "vi"),
    ("zho", "zh"),
];

/// What languages are called in those of our readers, besides their own names.
const NAMES: [(&str, &str); 24] = [
    ("ar", "arabic arabia arabiska arabski arabisch"),
    ("cs", "czech tsekki tjeckiska czeski tschechisch"),
    ("da", "danish tanska danska duński dänisch"),
    ("de", "german saksa tyska niemiecki"),
    ("el", "greek kreikka grekiska grecki griechisch"),
    ("en", "englanti engelska angielski englisch"),
    ("es", "spanish espanja spanska hiszpański spanisch"),
    ("et", "estonian viro estniska estoński estnisch"),
    ("fi", "finnish finska fiński finnisch"),
    ("fr", "french ranska franska francuski französisch"),
    ("hu", "hungarian unkari ungerska węgierski ungarisch"),
    ("it", "italian italia italienska włoski italienisch"),
    ("lt", "lithuanian liettua litauiska litewski litauisch"),
    ("lv", "latvian latvia lettiska łotewski lettisch"),
    ("nl", "dutch hollanti nederländska niderlandzki niederländisch"),
    ("no", "norwegian norja norska norweski norwegisch"),
    ("pl", "polish puola polska polnisch"),
    ("pt", "portuguese portugali portugisiska portugalski portugiesisch"),
    ("ro", "romanian romania rumänska rumuński rumänisch"),
    ("ru", "russian venäjä ryska rosyjski russisch"),
    ("so", "somali somalia somaliska somalijski"),
    ("sv", "swedish ruotsi szwedzki schwedisch"),
    ("tr", "turkish turkki turkiska turecki türkisch"),
    ("uk", "ukrainian ukraina ukrainska ukraiński ukrainisch"),
];

/// The language that was meant by its name, by the code of its country or by a tag with other signs between its parts.
pub(super) fn meant(written: &str) -> Option<String> {
    let name = written.trim().to_lowercase();
    let named = NAMES.iter().find(|(_, names)| names.split(' ').any(|known| known == name)).map(|(code, _)| *code);
    let of_country = MEANT.iter().chain(&COUNTRIES).find(|(code, _)| *code == name).map(|(_, meant)| *meant);
    let own = || Locale::parse(written).err().and_then(|error| error.meant);
    let plain = || Locale::parse(&name.replace('_', "-")).ok().filter(|_| name.contains('_'));
    named.or_else(own).or(of_country).map(str::to_owned).or_else(|| plain().map(|locale| locale.tag().to_owned()))
}

/// Codes of countries that are those of another language, too: they are meant only where that is not spoken.
const COUNTRIES: [(&str, &str); 3] = [("ee", "et"), ("se", "sv"), ("uk", "en")];

/// What is wrong with a tag that is well formed, and the language that was meant.
pub(super) struct Slip {
    pub(super) what: String,
    pub(super) meant: Option<&'static str>,
    pub(super) help: &'static str,
}

/// The slip in a tag in its canonical spelling, if there is one.
pub(super) fn slip(tag: &str) -> Option<Slip> {
    let mut parts = tag.split('-');
    let language = parts.next()?;
    let meant = MEANT.iter().find(|(code, _)| *code == language).map(|(_, meant)| *meant);
    let known = || TWO_LETTERS.as_bytes().chunks(3).any(|code| code.starts_with(language.as_bytes()));
    let unknown = language.len() == 2 && !known();
    if unknown || meant.is_some() {
        let help = "write the code of a language, not of a country: `en`, `fi`, `sv`, `pl`, `pt-BR`";
        return Some(Slip { what: format!("`{language}` is not the code of a language"), meant, help });
    }
    let region = parts.find(|part| part.len() == 2 && part.chars().all(|c| c.is_ascii_uppercase()))?;
    let help = match region {
        "UK" => "the United Kingdom is `GB`: write `en`, as the texts are marked, or `en-GB` in both places",
        _ => "write the code of a country behind the hyphen, or the language alone: `pt-BR`, `sv`",
    };
    let what = format!("`{region}` in `{tag}` is not the code of a country");
    Country::parse(region).is_err().then_some(Slip { what, meant: None, help })
}

#[cfg(test)]
mod tests {
    use super::slip;

    #[test]
    fn countries_and_long_codes_lead_to_the_language() {
        let meant = |tag| slip(tag).and_then(|slip| slip.meant);
        let tags = ["dk", "cz", "gr", "jp", "ua", "fin", "pol", "eng"];
        assert_eq!(tags.map(meant), ["da", "cs", "el", "ja", "uk", "fi", "pl", "en"].map(Some));
        for unknown in ["xx", "zz", "en-UK"] {
            assert!(slip(unknown).is_some_and(|slip| slip.meant.is_none()), "{unknown}");
        }
        for known in ["en", "se", "uk", "smn", "en-GB", "es-419", "sr-Latn-RS", "nb-NO", "fil"] {
            assert!(slip(known).is_none(), "{known}");
        }
    }
}
