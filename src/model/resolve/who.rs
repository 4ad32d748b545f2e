//! Names that may mean several kinds of entries: who does something, who is served, where to go.

use super::ids::{Kinds, known_among, look_up_among, note_missed_among};
use super::known::Known;
use super::people_words::{is_asker, is_lead, served_word};
use super::scope::Scope;
use super::{address, value};
use crate::diagnostic::Diagnostic;
use crate::model::id::{AudienceId, PersonId, TeamId};
use crate::model::party::{Actor, Destination, Party, Served};
use crate::source::schema::{OneOrMany, Str};

impl<'a> Scope<'a> {
    /// A team; a department's id means the team that acts for it.
    pub(super) fn team(&mut self, written: &Str) -> Option<TeamId> {
        let team = self.names.teams.get(&written.value).or_else(|| self.acting_team_named(&written.value));
        team.or_else(|| self.names.teams.find(written, self.diagnostics))
    }

    /// Teams; unknown ones are reported and left out, doubled ones reported and named once.
    pub(super) fn teams(&mut self, written: &[Str]) -> Vec<TeamId> {
        let mut teams = Vec::new();
        for name in written {
            if let Some(team) = self.team(name) {
                if teams.contains(&team) {
                    self.report(value::named_twice(name));
                } else {
                    teams.push(team);
                }
            }
        }
        teams
    }

    /// A person or a team, `lead` for the leads of the service's own team, or `TEAM-lead` for those of
    /// another one.
    pub(super) fn parties(&mut self, written: &Str, lead: Known<&[PersonId]>) -> Vec<Party> {
        let id = &written.value;
        if id == "lead" && self.names.teams.get(id).is_none() {
            return self.leads_of(written, lead, "`lead` is named here, but the team has no lead");
        }
        let party = self.known_party(id);
        if party.is_none()
            && let Some(team) = id.strip_suffix("-lead")
        {
            if let Some(lead) = self.lead_of(team) {
                return self.leads_of(written, lead, &format!("the team `{team}` has no lead"));
            }
            // A department whose services are not all known may act as a team.
            let department = self.names.departments.look_up(team);
            let may_act = self.names.services.is_incomplete() && matches!(department, Known::Is(_));
            let unsure = [self.names.teams.look_up(team), department].contains(&Known::Reported);
            if may_act || unsure {
                return Vec::new();
            }
        }
        let kinds: Kinds<'_, Party, 2> = [
            (&self.names.people, |number| Party::Person(number.into())),
            (&self.names.teams, |number| Party::Team(number.into())),
        ];
        if party.is_none() && look_up_among(id, &kinds) == Known::Absent {
            note_missed_among(written, &kinds);
            let known = known_among(&kinds).chain(["lead"]);
            let diagnostic =
                Diagnostic::error("unknown-party", written.span, format!("there is no person and no team `{id}`"))
                    .why("a reader would be sent to nobody");
            self.report(match is_lead(id) {
                true if matches!(lead, Known::Is(people) if !people.is_empty()) => {
                    let help = "did you mean `lead`? That is whoever leads the team";
                    diagnostic.help(help).replace(written.span, "lead")
                }
                true => {
                    diagnostic.help("write `lead`, and name the team's `lead`; or write the id of a person or a team")
                }
                false => diagnostic.did_you_mean(id, known, "write the id of a person or a team, or `lead`"),
            });
        }
        party.into_iter().collect()
    }

    /// The person or team that bears an id.
    pub(super) fn known_party(&self, id: &str) -> Option<Party> {
        let person = self.names.people.get(id).map(Party::Person);
        let team = || self.names.teams.get(id).or_else(|| self.acting_team_named(id)).map(Party::Team);
        person.or_else(team)
    }

    /// The leads as parties; a finding when there is none.
    fn leads_of(&mut self, written: &Str, lead: Known<&[PersonId]>, otherwise: &str) -> Vec<Party> {
        match lead {
            Known::Is(people) => people.iter().copied().map(Party::Person).collect(),
            Known::Reported => Vec::new(),
            Known::Absent => {
                self.report(
                    Diagnostic::error("unknown-party", written.span, otherwise)
                        .why("a reader would be sent to nobody")
                        .help("name the team's `lead`, or a person or team here"),
                );
                Vec::new()
            }
        }
    }

    /// Who does a step.
    pub(super) fn actors(&mut self, written: &Str, lead: Known<&[PersonId]>) -> Box<[Actor]> {
        if written.value == "you" {
            return Box::new([Actor::You]);
        }
        let asker = self.known_party(&written.value).is_none() && is_asker(&written.value);
        if asker || written.value.eq_ignore_ascii_case("you") {
            let what = format!("there is no person and no team `{}`", written.value);
            let diagnostic = Diagnostic::error("unknown-party", written.span, what);
            let diagnostic = diagnostic.why("a reader would be sent to nobody").replace(written.span, "you");
            self.report(diagnostic.help(match asker {
                true => "did you mean `you`? That is whoever asks",
                false => "did you mean `you`?",
            }));
            return Box::default();
        }
        self.parties(written, lead).into_iter().map(Actor::Party).collect()
    }

    /// The leads of the team of an id, if there is such a team.
    fn lead_of(&self, team: &str) -> Option<Known<&'a [PersonId]>> {
        let team = self.names.teams.get(team).or_else(|| self.acting_team_named(team))?;
        Some(self.leads.of(team))
    }

    fn acting_team_named(&self, id: &str) -> Option<TeamId> {
        self.names.departments.get(id).and_then(|department| self.divisions.acting_for(department))
    }

    /// Those who are served.
    pub(super) fn served(&mut self, written: &[Str]) -> Vec<Served> {
        let mut all = Vec::new();
        for name in written {
            match self.served_by(name) {
                Known::Is(served) if all.contains(&served) => self.report(value::named_twice(name)),
                Known::Is(served) => all.push(served),
                Known::Absent | Known::Reported => {}
            }
        }
        all
    }

    fn served_by(&mut self, name: &Str) -> Known<Served> {
        let (id, names) = (&name.value, &self.names);
        match id.as_str() {
            "everyone" => return Known::Is(Served::Everyone),
            "customers" => return Known::Is(Served::Customers),
            _ => {}
        }
        let kinds: Kinds<'_, Served, 3> = [
            (&names.audiences, |number| Served::Audience(number.into())),
            (&names.departments, |number| Served::Department(number.into())),
            (&names.teams, |number| Served::Team(number.into())),
        ];
        let found = look_up_among(id, &kinds);
        if let Known::Absent = found {
            note_missed_among(name, &kinds);
            let diagnostic = Diagnostic::error(
                "unknown-audience",
                name.span,
                format!("there is no audience, department or team `{id}`"),
            )
            .why("the people meant would not find this entry among theirs");
            self.report(match served_word(id) {
                Some(word) => diagnostic.help(format!("did you mean `{word}`?")).replace(name.span, word),
                None => diagnostic.did_you_mean(
                    id,
                    ["everyone", "customers"].into_iter().chain(known_among(&kinds)),
                    "write `everyone`, `customers`, an audience of catalog.yaml, a department or a team",
                ),
            });
        }
        found
    }

    /// Where to go instead.
    pub(super) fn destination(&mut self, written: &Str) -> Option<Destination> {
        let id = &written.value;
        if id.contains("://") || id.starts_with("mailto:") || id.starts_with("tel:") {
            return address::url(written, self.diagnostics).map(Destination::Url);
        }
        let names = &self.names;
        let kinds: Kinds<'_, Destination, 4> = [
            (&names.services, |number| Destination::Service(number.into())),
            (&names.teams, |number| Destination::Team(number.into())),
            (&names.departments, |number| Destination::Department(number.into())),
            (&names.people, |number| Destination::Person(number.into())),
        ];
        let found = look_up_among(id, &kinds);
        if let Known::Absent = found {
            note_missed_among(written, &kinds);
            let diagnostic = Diagnostic::error(
                "unknown-destination",
                written.span,
                format!("there is no service, team, department or person `{id}`"),
            )
            .why("whoever is sent there would stand before a closed door")
            .did_you_mean(
                id,
                known_among(&kinds),
                "write the id of a service, a team, a department or a person, or a web address with `https://`",
            );
            self.report(diagnostic);
        }
        found.ok()
    }

    /// Audiences alone.
    pub(super) fn audiences(&mut self, written: &OneOrMany) -> Vec<AudienceId> {
        let mut all = Vec::new();
        for name in &written.0 {
            if name.value != "everyone" {
                all.extend(self.names.audiences.find(name, self.diagnostics));
            }
        }
        all
    }
}
