"""A made-up company of any size: the same numbers in, the same company out, on every machine.

How it is written down is not known here: `catalog.py` and `hugo.py` do that.
"""

import argparse
from dataclasses import dataclass, field
from pathlib import Path

VERBS = "Order Change Check Move Renew Repair Return Translate Archive Approve Count Deliver".split()
THINGS = """card contract delivery desk door drawing invoice key laptop licence machine manual meter order pallet
parcel payment permit phone photo picture plan price recipe report room sample shelf shift sign table ticket
tool training travel uniform vehicle visit window""".split()
PLACES = "Aura Borås Cieszyn Espoo Falun Gdańsk Hanko Imatra Jelenia Kotka Lund Mora Nokia Oulu Pori Rauma".split()
FIRST = "Aino Björn Celina Daniel Emilia Frans Gabriela Heikki Ida Jan Karolina Lauri Maria Nils Olga Pekka".split()
LAST = "Aalto Berg Czajka Dahl Ek Forsman Grabowska Hakala Isaksson Jokinen Kowal Lind Mazur Niemi Olsen".split()
SENTENCES = """Tell us what you need and by when, and we look at it the same morning
We keep the papers for six years, and the drawings for as long as the machine stands
What comes without a number goes to the end of the queue
If nobody answers, the team next door takes over
A photo helps more than a long text
We do this twice a week, and more often before holidays
The price is in the list, and the first hour costs nothing
Your manager sees the order, not what you wrote
Old ones are taken back when the new one comes
Most people come to us when something is already late, and that is all right""".split("\n")

ASKED = """how do I {task}
who can {task}
a {thing} is missing
my {thing} is broken
need a {thing} today
the {thing} is wrong
what does a {thing} cost
lost my {thing}
can I get a {thing}
under which name do we buy a {thing}
{thing} does not arrive
please send a {thing}""".split("\n")

DAYS = ["Mo-Fr", "Mo-Th", "Mo-Sa", "Tu-Sa"]


class Chance:
    """Numbers that look accidental and are always the same (Knuth's MMIX generator)."""

    def __init__(self, seed):
        self.state = seed

    def below(self, limit):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.state >> 33) % limit

    def of(self, things):
        return things[self.below(len(things))]


@dataclass
class Service:
    """What a service's file says."""

    number: int
    name: str
    team: "Team"
    owner: "Person"
    deputy: "Person"
    days: int
    hours: str | None
    asked_as: list[str]
    description: str
    due: int
    needs: list["Service"] = field(default_factory=list)
    needed_by: list["Service"] = field(default_factory=list)

    @property
    def id(self):
        """Its file's name."""
        return f"service-{self.number}"

    @property
    def task(self):
        """The name within a sentence."""
        return self.name[0].lower() + self.name[1:]

    @property
    def thing(self):
        """What it is about."""
        return self.name.split()[2]


@dataclass
class Person:
    """Somebody who works in a team."""

    id: str
    name: str
    title: str
    team: "Team"
    owns: list[Service] = field(default_factory=list)


@dataclass
class Team:
    """The people who do the work of some services."""

    id: str
    name: str
    department: "Department"
    hours: str
    number: int
    people: list[Person] = field(default_factory=list)
    services: list[Service] = field(default_factory=list)


@dataclass
class Department:
    """A hundred services and the teams that do them."""

    id: str
    name: str
    teams: list[Team] = field(default_factory=list)

    @property
    def services(self):
        """Those of its teams."""
        return [service for team in self.teams for service in team.services]


class Company:
    """`services` in departments of a hundred, teams of twenty services and four people, and `hours` different
    opening hours. A quarter of the services depends on nobody, each of the others on four."""

    def __init__(self, services, hours):
        self.chance = Chance(7)
        self.hours = {f"hours-{number}": opening_hours(number) for number in range(hours)}
        self.departments = []
        self.teams = []
        self.services = []
        for number in range(services):
            if number % 100 == 0:
                self.departments.append(self.department(number // 100))
            if number % 20 == 0:
                self.add_team(number // 20)
            self.add_service(number)

    def department(self, number):
        name = f"{PLACES[number % len(PLACES)]} {THINGS[number // len(PLACES) % len(THINGS)]}s"
        return Department(f"department-{number}", f"{name} {number}")

    def add_team(self, number):
        department = self.departments[-1]
        hours = f"hours-{number % len(self.hours)}"
        team = Team(f"team-{number}", f"{self.chance.of(THINGS).capitalize()} desk {number}", department, hours, number)
        for place in range(4):
            name = f"{self.chance.of(FIRST)} {self.chance.of(LAST)}"
            title = f"{THINGS[(number + place) % len(THINGS)].capitalize()} specialist"
            team.people.append(Person(f"person-{number}-{place}", name, title, team))
        department.teams.append(team)
        self.teams.append(team)

    def add_service(self, number):
        team = self.departments[-1].teams[-1]
        owner = team.people[number % 4]
        name = f"{VERBS[number % len(VERBS)]} a {self.chance.of(THINGS)} in {self.chance.of(PLACES)} ({number})"
        # Floor by floor the promise grows longer, so that most chains hold and none is a circle.
        floor = number % 4
        hours = f"hours-{self.chance.below(len(self.hours))}" if number % 5 == 0 else None
        service = Service(
            number, name, team, owner, team.people[(number + 1) % 4], 2 + 4 * floor, hours,
            [self.chance.of(ASKED) for _ in range(2)], self.description(), 1 + self.chance.below(28),
        )
        service.asked_as = [f"{asked.format(task=service.task, thing=service.thing)} ({number})"
                            for asked in dict.fromkeys(service.asked_as)]
        if floor and self.services:
            below = [self.services[self.chance.below(len(self.services)) // 4 * 4 + floor - 1 - step % floor]
                     for step in range(4)]
            service.needs = list({other.id: other for other in below}.values())
        for other in service.needs:
            other.needed_by.append(service)
        team.services.append(service)
        owner.owns.append(service)
        self.services.append(service)

    def description(self):
        """About 1.5 kB of Markdown."""
        def sentence():
            return self.chance.of(SENTENCES)

        def paragraph(length):
            return ". ".join(sentence() for _ in range(length)) + "."

        things = [self.chance.of(THINGS) for _ in range(6)]
        listed = "\n".join(f"- **{thing.capitalize()}**: {sentence().lower()}." for thing in things[:4])
        table = "\n".join(f"| {thing} | {1 + self.chance.below(9)} | {10 * self.chance.below(90)} € |"
                          for thing in things)
        return (
            f"{paragraph(4)}\n\n## What we look at\n\n{listed}\n\n{paragraph(3)}\n\n"
            f"| What | Days | Price |\n|---|---|---|\n{table}\n\n"
            f"> {sentence()}.\n\n## Before you ask\n\n1. {sentence()}.\n2. *{sentence()}*.\n3. {sentence()}.\n\n"
            f"{paragraph(4)} More stands in [the handbook](https://intra.example/{things[0]}/{things[1]}).\n"
        )


def opening_hours(number):
    """The hours of a number, all different up to some thousand."""
    opens = 6 * 60 + number * 10 % 240
    closes = 15 * 60 + number // 24 * 10 % 300
    days = DAYS[number // (24 * 30) % len(DAYS)]
    return f"{days} {opens // 60:02}:{opens % 60:02}-{closes // 60:02}:{closes % 60:02}; PH off"


def asked(what):
    """The folder and the company that the command line asks for."""
    parser = argparse.ArgumentParser(description=what)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--services", type=int, default=1000, help="how many services there are (default 1000)")
    parser.add_argument("--hours", type=int, default=12, help="how many different opening hours (default 12)")
    args = parser.parse_args()
    return args.folder, Company(args.services, args.hours)
