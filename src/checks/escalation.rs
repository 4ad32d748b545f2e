//! Whom readers turn to when no answer comes: in which order, and whether that helps.

use crate::checks::check::{Subject, check};
use crate::checks::standards::ends_later;
use crate::checks::time_words::within;
use crate::clock::Turnaround;
use crate::diagnostic::Diagnostics;
use crate::model::{Catalog, Escalation, Party, Service};
use crate::promise::main_standard;

check! {
    /// Ensures that the steps of `escalate` come one after the other, and none before the first answer is due: whoever
    /// turns to somebody else while it may still come makes work for two.
    EARLY_ESCALATION: Warning "early-escalation" => early_escalation
}

fn early_escalation(subject: &Subject<'_>, found: &mut Diagnostics) {
    for (_, service) in subject.catalog.services().filter(|(_, service)| service.is_offered()) {
        let main = main_standard(service);
        let always = main.is_some_and(|standard| standard.always);
        let later = |one, other| ends_later(subject, service.calendar, (one, other), always);
        let promised = main.and_then(|standard| standard.first_response.as_ref().or(standard.resolution.as_ref()));
        let timed = service.escalate.iter().filter_map(|step| step.after.as_ref());
        let times: Vec<_> = timed.collect();
        if let Some((first, promised)) = times.first().copied().zip(promised)
            && later(promised.value, first.value.into())
        {
            let due = within(promised.value, always);
            let mut finding = EARLY_ESCALATION.at(
                first.span,
                format!("after `{}` the first answer may still come: it is promised {due}", first.value),
            );
            if promised.span.file == first.span.file {
                finding = finding.also(promised.span, "promised here");
            }
            found.push(
                finding
                    .why("readers would turn to somebody else although nobody is late")
                    .help("write a longer `after`, counted from when one asks, or promise the answer earlier"),
            );
        }
        for pair in times.windows(2) {
            let &[before, after] = pair else { continue };
            let (one, other): (Turnaround, Turnaround) = (before.value.into(), after.value.into());
            let what = match one == other {
                true => format!("two steps of the escalation are due after `{}`", after.value),
                false if later(one, other) => {
                    format!(
                        "this step is due after `{}`, before the one above it, due after `{}`",
                        after.value, before.value
                    )
                }
                false => continue,
            };
            found.push(
                EARLY_ESCALATION
                    .at(after.span, what)
                    .also(before.span, "the step above")
                    .why("readers cannot tell whom to turn to first")
                    .help(
                        "write the steps in the order of their times; several at once are one step: `to: [lead, anna]`",
                    ),
            );
        }
    }
}

check! {
    /// Ensures that an escalation leads to somebody else: not to those who were asked already, and to nobody twice.
    ESCALATES_TO_ITSELF: Warning "escalates-to-itself" => escalates_to_itself
}

fn escalates_to_itself(subject: &Subject<'_>, found: &mut Diagnostics) {
    let catalog = subject.catalog;
    for (_, service) in catalog.services().filter(|(_, service)| service.is_offered()) {
        let mut asked: Vec<Party> = own(catalog, service);
        let all = |step: &Escalation, known: &[Party]| step.to.iter().all(|party| known.contains(party));
        for (place, step) in service.escalate.iter().enumerate() {
            let earlier: Vec<Party> =
                service.escalate.iter().take(place).flat_map(|step| step.to.iter().copied()).collect();
            let what = match () {
                () if all(step, &asked) => format!("`{}` was asked in the first place", name(catalog, &step.to)),
                () if all(step, &earlier) => {
                    format!("`{}` was turned to in an earlier step already", name(catalog, &step.to))
                }
                () => continue,
            };
            found.push(
                ESCALATES_TO_ITSELF
                    .at(step.span, what)
                    .why("whoever waits for them in vain would only ask the same people again")
                    .help("name somebody else, such as `lead` or the owner of the service, or delete this step"),
            );
            asked.extend(&step.to);
        }
    }
}

/// Who does the work of a service: its team, and whoever is its only member.
fn own(catalog: &Catalog, service: &Service) -> Vec<Party> {
    let team = catalog.team(service.team);
    let alone = match team.members.as_slice() {
        [only] if team.lead.iter().all(|lead| lead.value == only.person) => Some(Party::Person(only.person)),
        _ => None,
    };
    [Some(Party::Team(service.team)), alone].into_iter().flatten().collect()
}

/// What the first of those is called whom a step names.
fn name<'a>(catalog: &'a Catalog, to: &[Party]) -> &'a str {
    match to.first() {
        Some(Party::Person(person)) => &catalog.person(*person).slug,
        Some(Party::Team(team)) => &catalog.team(*team).slug,
        None => "",
    }
}
