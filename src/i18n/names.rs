//! What languages and the cities of time zones are called in another language, by CLDR.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::locale::Locale;

/// Names of languages, scripts, regions and cities in one language, by their codes.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LanguageNames {
    /// Also whole tags that have a name of their own: `zh-Hant`.
    languages: BTreeMap<String, String>,
    scripts: BTreeMap<String, String>,
    regions: BTreeMap<String, String>,
    /// By zone, where it is not called like the zone.
    cities: BTreeMap<String, String>,
}

impl LanguageNames {
    /// What the city of a time zone is called.
    pub(super) fn city(&self, zone: &str) -> Option<&str> {
        self.cities.get(zone).map(String::as_str)
    }

    /// What a language is called: by its whole tag, or by its parts, "Swedish (Finland)".
    pub(super) fn of(&self, locale: &Locale) -> Option<String> {
        if let Some(name) = self.languages.get(locale.tag()) {
            return Some(name.clone());
        }
        let (language, script, region) = (locale.language(), locale.script(), locale.region());
        let with_script = script.as_ref().and_then(|script| self.languages.get(&format!("{language}-{script}")));
        let name = with_script.or_else(|| self.languages.get(language))?;
        let script =
            script.filter(|_| with_script.is_none()).map(|script| self.scripts.get(&script).cloned().unwrap_or(script));
        let region = region.map(|region| self.regions.get(&region).cloned().unwrap_or(region));
        let parts: Vec<String> = script.into_iter().chain(region).collect();
        Some(if parts.is_empty() { name.clone() } else { format!("{name} ({})", parts.join(", ")) })
    }
}
