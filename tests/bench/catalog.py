"""Writes a made-up company as a catalog: python3 tests/bench/catalog.py FOLDER [--services N] [--hours H]."""

from company import asked

COMPANY = """\
format: 1
name: Bench
summary: A made-up company
locales: [en]
time_zone: Europe/Helsinki
country: FI
closed_days: [2026-12-24, 2026-12-31]
base_url: https://services.example/
audiences:
  managers: {name: Managers}
review_every: 2 years
hours:
"""

DEPARTMENT = """\
name: {name}
summary: Whatever {name} does for others.
lead: {lead}
serves: [everyone]
hours: {hours}
channels:
  - {{email: {id}@example.com}}
"""

TEAM = """\
name: {name}
summary: Answers questions about each {name} and what belongs to it.
lead: {lead}
members: [{members}]
hours: {hours}
languages: [en, fi]
channels:
  - form: https://help.example/{id}
    for: Anything with papers
  - phone: "+358 9 555 {number:04}"
  - email: {id}@example.com
"""

PERSON = """\
{id}:
  name: {name}
  title: {title}
  team: {team}
  email: {id}@example.com
  phone: "+358 40 {number:07}"
  languages: [en, fi]
  deputy: {deputy}
"""

SERVICE = """\
name: {name}
summary: You ask us to {task}, and it is done in {days} working days.
description: |
{description}
asked_as:
{asked}
keywords: [{thing}, {thing}s]
status: live
team: {team}
owner: {owner}
deputy: {deputy}
serves: [everyone]
channels:
  - form: https://help.example/{id}
    for: Everything that can wait an hour
  - email: {id}@example.com
{phone}{hours}languages: [en, fi]
standards:
  normal: {{first_response: 4h, resolution: {days}d, target: 90%}}
  urgent: {{when: Work stands still, first_response: 1h, resolution: {urgent}d, target: 95%}}
you_provide:
  - what: The number of your {thing}
    from: [managers]
{deadline}    why: Without it we have to ask you
you_receive:
  - The {thing}, as you asked for it
steps:
  - {{what: You tell us what you need, who: you}}
  - {{what: We look at it and ask what is missing, who: {team}, takes: 2h}}
  - {{what: "It is done, and you get a message", who: {owner}, takes: 4h}}
own_work: 4h
{needs}escalate: [{{to: lead, after: 1d}}, {{to: {deputy}, after: 2d}}]
faq:
  - question: What does it cost?
    answer: Nothing, if the *cost centre* is on the form.
deadlines:
  - {{name: Last day for changes, every: {every}, on: {due}, if_closed: after}}
reviewed: 2026-10-01
"""

PROVIDED_BY = '    deadline: {{every: month, on: {due}, at: "12:00", if_closed: before}}\n'


def service_yaml(service):
    """A service's file."""
    needs = [f"  - {{service: {other.id}, for: What {other.name} gives us, standard: normal}}\n"
             for other in service.needs]
    return SERVICE.format(
        id=service.id, name=service.name, task=service.task, days=service.days, urgent=service.days - 1,
        description="".join(f"  {line}\n" if line else "\n" for line in service.description.splitlines()).rstrip(),
        thing=service.thing, team=service.team.id, owner=service.owner.id, deputy=service.deputy.id,
        phone=f'  - phone: "+358 9 556 {service.number:05}"\n' if service.number % 2 else "",
        hours=f"hours: {service.hours}\n" if service.hours else "",
        asked="\n".join(f"  - {asked}" for asked in service.asked_as),
        deadline="" if service.number % 5 else PROVIDED_BY.format(due=service.due),
        every="month" if service.number % 2 else "quarter", due=service.due,
        needs="depends_on:\n" + "".join(needs) if needs else "",
    )


def person_yaml(person):
    """A person's lines."""
    place = person.team.people.index(person)
    return PERSON.format(
        id=person.id, name=person.name, title=person.title, team=person.team.id,
        number=person.team.number * 10 + place, deputy=person.team.people[(place + 1) % 4].id,
    )


def write(folder, company):
    """Writes the whole catalog into a new folder."""
    folder.mkdir(parents=True)

    def put(path, text):
        path = folder / path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    put("catalog.yaml", COMPANY + "".join(f'  {name}: "{hours}"\n' for name, hours in company.hours.items()))
    for department in company.departments:
        first = department.teams[0]
        here = f"departments/{department.id}"
        put(f"{here}/department.yaml", DEPARTMENT.format(
            id=department.id, name=department.name, lead=first.people[0].id, hours=first.hours))
        put(f"people/{department.id}.yaml",
            "".join(person_yaml(person) for team in department.teams for person in team.people))
        for team in department.teams:
            put(f"{here}/teams/{team.id}.yaml", TEAM.format(
                id=team.id, name=team.name, lead=team.people[0].id, hours=team.hours, number=team.number,
                members=", ".join(person.id for person in team.people[1:])))
        for service in department.services:
            put(f"{here}/services/{service.id}.yaml", service_yaml(service))


if __name__ == "__main__":
    write(*asked("Writes a made-up catalog into a new folder; the same one each time."))
