//! What the catalog knows of a new entry before its author has said anything.

use chrono::{Days, NaiveDate};
use luukku::i18n::Locale;
use luukku::model::{Catalog, Channel, ChannelTarget, DepartmentId, PersonId, Service, Standard, TeamId};

/// So many days a new item of news stands, until its author says otherwise.
const SHOWN: Days = Days::new(30);
/// Where notes behind a key begin.
const NOTES: usize = 33;
/// So many names are proposed.
const MOST: usize = 3;

/// A catalog and the entry that comes into it.
pub(super) struct Known<'a> {
    pub(super) catalog: &'a Catalog,
    pub(super) department: Option<DepartmentId>,
    /// The names of the company's shared hours.
    pub(super) named_hours: &'a [String],
    pub(super) id: &'a str,
    pub(super) today: NaiveDate,
}

impl Known<'_> {
    /// A template with its words in capitals replaced. A line with one of which nothing is known is left out.
    pub(super) fn fill(&self, template: &str) -> String {
        template.lines().filter_map(|line| self.line(line)).map(|line| line + "\n").collect()
    }

    fn line(&self, line: &str) -> Option<String> {
        let mut filled = String::new();
        let mut rest = line;
        while let Some(at) = rest.find(|c: char| c.is_ascii_uppercase()) {
            let word = rest.get(at..)?;
            let word = word.get(..word.find(|c: char| !c.is_ascii_uppercase() && c != '_').unwrap_or(word.len()))?;
            filled.push_str(rest.get(..at)?);
            filled.push_str(&self.word(word)?);
            rest = rest.get(at + word.len()..)?;
        }
        filled.push_str(rest);
        let noted = filled.rsplit_once("  # ").filter(|(written, _)| !written.trim().is_empty());
        Some(match noted {
            Some((written, note)) => format!("{:<NOTES$}  # {}", written.trim_end(), note.trim_start()),
            None => filled,
        })
    }

    /// What stands for a word; the word itself where it is none of the templates'.
    fn word(&self, word: &str) -> Option<String> {
        match word {
            "ID" => Some(self.id.to_owned()),
            "TITLE" => Some(self.title()),
            "NAME" => Some(self.name()),
            "TODAY" => Some(self.today.to_string()),
            "LATER" => Some(self.today.checked_add_days(SHOWN).unwrap_or(self.today).to_string()),
            "TEAM" => self.team().map(|team| self.catalog.team(team).slug.to_string()),
            "OWNER" => self.lead().map(|person| self.person(person)),
            "NO_OWNER" if self.lead().is_none() => self.people().into_iter().next(),
            "DEPUTY" => self.deputy().map(|person| self.person(person)),
            "NO_DEPUTY" if self.deputy().is_none() => self.people().pop(),
            "PERSON" => self.people().into_iter().next(),
            "PEOPLE" => list(self.people()),
            "AUDIENCES" => list(self.catalog.company.audiences.iter().map(|one| one.slug.to_string()).collect()),
            "PLACES" => self.catalog.places().next().map(|(_, place)| place.slug.to_string()),
            "LANGUAGES" => list(self.catalog.company.locales.iter().map(|locale| locale.tag().to_owned()).collect()),
            "LANGUAGE" => self.catalog.company.locales.get(1).map(|locale| locale.tag().to_owned()),
            "CHANNELS" => list(self.channels()),
            "HOURS" => self.hours(),
            "NAMED_HOURS" => self.named_hours.first().cloned(),
            "STANDARDS" => self.standards(),
            "SERVICE" => self.service().map(|service| service.slug.to_string()),
            "DOMAIN" => Some(self.domain().unwrap_or_else(|| "company.example".to_owned())),
            "NO_OWNER" | "NO_DEPUTY" => None,
            _ => Some(word.to_owned()),
        }
    }

    /// The id as words.
    fn title(&self) -> String {
        let words = self.id.replace('-', " ");
        let mut letters = words.chars();
        letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters).collect()
    }

    /// The same in the catalog's first language; the others are named in a note.
    fn name(&self) -> String {
        let tags: Vec<&str> = self.catalog.company.locales.iter().map(|locale| Locale::tag(locale)).collect();
        match tags.as_slice() {
            [first, others @ ..] if !others.is_empty() => {
                format!("{{{first}: {}}}  # and in {}", self.title(), others.join(", "))
            }
            _ => self.title(),
        }
    }

    /// The first of the department's teams.
    fn team(&self) -> Option<TeamId> {
        self.catalog.department(self.department?).teams.first().copied()
    }

    /// Who leads the team, or the department.
    fn lead(&self) -> Option<PersonId> {
        let of_team = self.team().and_then(|team| self.catalog.team(team).lead.first());
        let lead = of_team.or_else(|| self.catalog.department(self.department?).lead.first());
        lead.map(|person| person.value)
    }

    /// Who stands in for them, or another member of the team.
    fn deputy(&self) -> Option<PersonId> {
        let lead = self.lead()?;
        let own = self.catalog.person(lead).deputy.first().map(|person| person.value);
        let members = self.team().map(|team| self.catalog.team(team).members.as_slice()).unwrap_or_default();
        own.or_else(|| members.iter().map(|member| member.person).find(|member| *member != lead))
    }

    fn person(&self, id: PersonId) -> String {
        self.catalog.person(id).slug.to_string()
    }

    /// Some people, those of the department first.
    fn people(&self) -> Vec<String> {
        let of_department = |team: Option<TeamId>| team.map(|team| self.catalog.team(team).department);
        let mut people: Vec<PersonId> = self.catalog.people().map(|(id, _)| id).collect();
        people.sort_by_key(|id| of_department(self.catalog.home_team(*id)) != self.department);
        people.into_iter().take(MOST).map(|id| self.person(id)).collect()
    }

    /// What readers see where the entry has none.
    fn channels(&self) -> Vec<String> {
        let of_team = self.team().map(|team| self.catalog.channels_of_team(team));
        let of_department = || self.department.map(|id| self.catalog.department(id).channels.as_slice());
        of_team.or_else(of_department).unwrap_or_default().iter().take(MOST).map(shown).collect()
    }

    fn hours(&self) -> Option<String> {
        let of_team = self.team().and_then(|team| self.catalog.team(team).calendar);
        let calendar = of_team.or_else(|| self.catalog.department(self.department?).calendar)?;
        Some(self.catalog.calendar(calendar).hours().text().to_owned())
    }

    /// What is promised where the service says nothing.
    fn standards(&self) -> Option<String> {
        let of_team = self.team().map(|team| &self.catalog.team(team).standards);
        let standards = of_team.or_else(|| Some(&self.catalog.department(self.department?).standards))?;
        list(standards.iter().map(promise).collect())
    }

    /// A service to stand in an example, of the same department if there is one.
    fn service(&self) -> Option<&Service> {
        let own = self.department.and_then(|id| self.catalog.services_in(id).into_iter().next());
        let any = || self.catalog.services().next().map(|(id, _)| id);
        own.or_else(any).map(|id| self.catalog.service(id))
    }

    /// Behind the `@` of the company's addresses.
    fn domain(&self) -> Option<String> {
        let email = self.catalog.people().find_map(|(_, person)| person.email.as_deref())?;
        email.split_once('@').map(|(_, domain)| domain.to_owned())
    }
}

fn list(words: Vec<String>) -> Option<String> {
    (!words.is_empty()).then(|| words.join(", "))
}

fn promise(standard: &Standard) -> String {
    let part = |name: &str, time: Option<String>| time.map(|time| format!("{name}: {time}"));
    let times = [
        part("first_response", standard.first_response.as_ref().map(|time| time.value.to_string())),
        part("resolution", standard.resolution.as_ref().map(|time| time.value.to_string())),
    ];
    format!("{}: {{{}}}", standard.urgency, times.into_iter().flatten().collect::<Vec<_>>().join(", "))
}

/// A channel by its kind, and its address where that is one line.
fn shown(channel: &Channel) -> String {
    let (kind, address) = match &channel.target {
        ChannelTarget::Form(_) => ("form", None),
        ChannelTarget::Web(_) => ("web", None),
        ChannelTarget::Email { address, .. } => ("email", Some(address.to_string())),
        ChannelTarget::Phone(phone) => ("phone", Some(phone.dialled())),
        ChannelTarget::Chat(_) => ("chat", None),
        ChannelTarget::Desk(_) => ("desk", None),
        ChannelTarget::Meeting(_) => ("meeting", None),
        ChannelTarget::Booking(_) => ("booking", None),
        ChannelTarget::Post(_) => ("post", None),
        ChannelTarget::Social(_) => ("social", None),
        ChannelTarget::Emergency(phone) => ("emergency", Some(phone.dialled())),
    };
    address.map_or_else(|| kind.to_owned(), |address| format!("{kind} {address}"))
}
