"""Writes a made-up company as a Hugo site: python3 tests/bench/hugo.py FOLDER [--services N] [--hours H].

Its pages are those that luukku makes of the catalog.

What luukku works out (who leans on whom, dates, tables of hours) stands ready in the front matter, so that
Hugo has only to read, render and write. The layouts in `hugo/` have a section for each one of luukku's.
"""

import json
import shutil
from pathlib import Path

from company import asked

WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
CLOSED = ["Sun 6 Dec", "Thu 24 Dec", "Fri 25 Dec", "Sat 26 Dec", "Thu 31 Dec", "Fri 1 Jan", "Wed 6 Jan"]
ROWS_A_PAGE = 400


def write(folder, company):
    """Writes a whole Hugo site into a new folder: content, layouts, settings, and the files that all pages share."""
    shutil.copytree(Path(__file__).parent / "hugo", folder)
    for path, kind, page, text in pages(company):
        path = folder / "content" / f"{path}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        # Hugo reads JSON in half the time that it takes for YAML.
        head = json.dumps(dict(page, type=kind, layout=kind), ensure_ascii=False, indent=1)
        path.write_text(f"{head}\n\n{text}", encoding="utf-8")


def link(kind, thing):
    """A link as the layouts take it."""
    return {"name": thing.name, "url": f"{kind}/{thing.id}.html"}


def pages(company):
    """Every page: its path, its layout, its front matter and its Markdown."""
    for service in company.services:
        yield f"services/{service.id}", "service", service_page(company, service), service.description
    for department in company.departments:
        yield f"departments/{department.id}", "department", department_page(company, department), ""
        yield f"roles-by-department/{department.id}", "table", roles(department), ""
        yield f"standards-by-department/{department.id}", "table", standards(company, department), ""
        for team in department.teams:
            yield f"teams/{team.id}", "team", team_page(company, team), ""
            for person in team.people:
                yield f"people/{person.id}", "person", person_page(company, person), ""
    yield from lists(company)


def service_page(company, service):
    """What stands on a service's page."""
    urgent = service.days - 1
    team, owner, deputy = link("teams", service.team), link("people", service.owner), link("people", service.deputy)
    hours = company.hours[service.hours or service.team.hours]
    due = f"every month on the {service.due}th; if that is a day off, the working day before"
    return {
        "outputs": ["html", "calendar"],
        "title": service.name,
        "lead": f"You ask us to {service.task}, and it is done in {service.days} working days.",
        "crumbs": [link("departments", service.team.department), team],
        "does": team, "answers": owner,
        "open": hours, "calendar": 1, "promise": "An answer within 4 working hours, 9 times out of 10.",
        "channels": channels(service.id),
        "standards": [
            {"name": "Normal", "first": "4h", "done": f"{service.days}d",
             "text": f"An answer within 4 working hours, 9 times out of 10. Done within {service.days} working days."},
            {"name": "Urgent", "first": "1h", "done": f"{urgent}d", "when": "Work stands still",
             "text": f"An answer within 1 working hour, 19 times out of 20. Done within {urgent} working days."},
        ],
        "provide": [{"what": f"The number of your {service.thing}", "why": "Without it we have to ask you",
                     "meta": ["From whom: Managers", *([] if service.number % 5 else ["Next: Fri 11 Dec", due])]}],
        "receive": [f"The {service.thing}, as you asked for it"],
        "steps": [
            {"what": "You tell us what you need", "who": {"name": "You"}},
            {"what": "We look at it and ask what is missing", "who": team, "takes": "within 2 working hours"},
            {"what": "It is done, and you get a message", "who": owner, "takes": "within 4 working hours"},
        ],
        "facts": [
            {"term": "Answers for the promise", "links": [owner]}, {"term": "Deputy", "links": [deputy]},
            {"term": "Does it", "links": [team]}, {"term": "Our own work", "links": [{"name": "4 working hours"}]},
            {"term": "Who this is for", "links": [{"name": "Everyone"}]},
            {"term": "Languages we speak", "links": [{"name": "English"}, {"name": "Suomi"}]},
        ],
        "needs": [dict(link("services", other), note=f"What {other.name} gives us",
                       done=f"{other.days} working days. We wait for this answer.") for other in service.needs],
        "needed_by": [dict(link("services", other), note=f"What {service.name} gives us")
                      for other in service.needed_by],
        "week": week(hours), "closed": CLOSED,
        "asked": [{"day": day[:3], "cells": [f"{day[:3]} 12:00", f"{day[:3]} 16:00", "Tue 11:00", "Tue 12:00"]}
                  for day in WEEKDAYS],
        "dates": [{"name": "Last day for changes", "text": due, "next": "Fri 11 Dec"}],
        "events": [{"day": f"202612{service.due:02}", "name": "Last day for changes"}]
        * (13 if service.number % 2 else 5),
        "escalate": [dict(link("people", service.team.people[0]), after="After 1 working day"),
                     dict(deputy, after="After 2 working days")],
        "faq": [{"question": "What does it cost?", "answer": "Nothing, if the *cost centre* is on the form."}],
        "reviewed": "Last checked 1 October 2026.",
    }


def channels(id):
    """How somebody is reached."""
    return [
        {"kind": "form", "name": "Fill in the form", "url": f"https://help.example/{id}", "note": "What can wait"},
        {"kind": "email", "name": f"Write to {id}@example.com", "url": f"mailto:{id}@example.com"},
        {"kind": "phone", "name": "Call +358 9 556 00001", "url": "tel:+358955600001"},
    ]


def week(hours):
    """The hours of each weekday."""
    times = hours.split(";")[0].split(" ")[1]
    return [{"day": day, "times": times if number < 5 else "Closed"} for number, day in enumerate(WEEKDAYS)]


def person_page(company, person):
    """What stands on a person's page."""
    return {
        "title": person.name, "lead": person.title,
        "crumbs": [link("departments", person.team.department), link("teams", person.team)],
        "open": company.hours[person.team.hours], "calendar": 1, "channels": channels(person.id)[1:],
        "teams": [link("teams", person.team)], "languages": ["English", "Suomi"],
        "services": [summary(service) for service in person.owns],
    }


def team_page(company, team):
    """What stands on a team's page."""
    hours = company.hours[team.hours]
    return {
        "title": team.name, "lead": f"Answers questions about each {team.name} and what belongs to it.",
        "crumbs": [link("departments", team.department)], "open": hours, "calendar": 1,
        "lead_by": link("people", team.people[0]), "channels": channels(team.id),
        "services": [summary(service) for service in team.services], "languages": ["English", "Suomi"],
        "people": [dict(link("people", person), note=person.title, phone="+358 40 0000001") for person in team.people],
        "week": week(hours), "closed": CLOSED,
    }


def department_page(company, department):
    """What stands on a department's page."""
    hours = company.hours[department.teams[0].hours]
    return {
        "title": department.name, "lead": f"Whatever {department.name} does for others.", "crumbs": [],
        "open": hours, "calendar": 1, "lead_by": link("people", department.teams[0].people[0]),
        "channels": channels(department.id)[1:2], "week": week(hours), "closed": CLOSED,
        "services": [summary(service) for service in department.services],
        "teams": [dict(link("teams", team), note=f"Answers questions about each {team.name}.")
                  for team in department.teams],
    }


def summary(service):
    """A service in a list."""
    text = f"You ask us to {service.task}, and it is done in {service.days} working days."
    return dict(link("services", service), note=text, team=link("teams", service.team))


def roles(department):
    """Who does what in a department."""
    rows = [[link("services", service), link("people", service.owner), link("teams", service.team)]
            for service in department.services]
    return table(department.name, ["Service", "Answers for it", "Does it"], rows)


def standards(company, department):
    """The promises of a department."""
    rows = []
    for service in department.services:
        hours = {"name": company.hours[service.hours or service.team.hours]}
        for name, first, days in (("Normal", "4 working hours", service.days), ("Urgent", "1 hour", service.days - 1)):
            rows.append([link("services", service), {"name": name}, {"name": first},
                         {"name": f"{days} working days"}, hours])
    return table(department.name, ["Service", "Urgency", "Answer", "Done", "Hours"], rows)


def table(title, columns, rows):
    """A page that is one table."""
    return {"title": title, "lead": "", "crumbs": [], "columns": columns, "rows": rows}


def lists(company):
    """The pages that list everything, in parts."""
    services = sorted(company.services, key=lambda service: service.name)
    words = [[link("services", service), {"name": service.team.name}] for service in services]
    words += [[dict(link("services", service), name=asked), {"name": service.name}]
              for service in services for asked in service.asked_as]
    contacts = [[link(kind, thing), *channels(thing.id)]
                for kind, things in (("teams", company.teams), ("services", company.services)) for thing in things]
    due = [[{"name": "Fri 11 Dec at 12:00"}, {"name": f"The number of your {service.thing}"}, link("services", service),
            {"name": "Without it we have to ask you"}] for service in company.services if service.number % 5 == 0]
    for name, title, columns, rows in (
        ("a-z", "Services A–Z", ["Word", "Service"], words),
        ("phone-list", "Contact list", ["Who", "How", "", ""], contacts),
        ("deadlines", "The year’s dates", ["By when", "What", "Service", "Why"], due),
    ):
        for part, start in enumerate(range(0, len(rows), ROWS_A_PAGE)):
            yield f"{name}/part-{part + 1}", "table", table(title, columns, rows[start:start + ROWS_A_PAGE]), ""
    departments = [[link("departments", department)] for department in company.departments]
    yield "_index", "table", dict(table("Bench", ["Department"], departments), outputs=["html", "json"]), ""
    for name in ("roles", "standards", "a-z-all", "phone-list-all", "deadlines-all"):
        yield name, "table", table(name, ["Department"], departments), ""


if __name__ == "__main__":
    write(*asked("Writes a made-up company as a Hugo site into a new folder; the same one each time."))
