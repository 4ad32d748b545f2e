//! Every text that a reader sees and that somebody could translate.

use crate::model::{
    Article, Catalog, Channel, Companion, DepartmentId, Frequency, Journey, Service, Target, Team, Text, TextList,
};

/// A text, or a list of texts that stands for one.
#[derive(Clone, Copy)]
pub(super) enum Seen<'a> {
    /// One text.
    One(&'a Text),
    /// What people say. A language without any of it counts as one missing text.
    List(&'a TextList),
}

/// Who is told of each text, with the department that keeps it.
type Visit<'v, 'a> = &'v mut dyn FnMut(Option<DepartmentId>, Seen<'a>);

/// Shows every text once. Names of the company and of people and postal addresses are not translated, and further
/// search words (`keywords`) are nothing that a reader sees.
pub(super) fn each_text<'a>(catalog: &'a Catalog, visit: Visit<'_, 'a>) {
    of_company(catalog, &mut |text| visit(None, Seen::One(text)));
    for (id, department) in catalog.departments() {
        let mut see = |text: &'a Text| visit(Some(id), Seen::One(text));
        see(&department.name);
        department.summary.iter().for_each(&mut see);
        department.description.iter().for_each(|text| see(text));
        of_channels(&department.channels, &mut see);
    }
    for (_, team) in catalog.teams().filter(|(_, team)| !team.acting) {
        of_team(team, &mut |text| visit(Some(team.department), Seen::One(text)));
    }
    for (_, service) in catalog.services() {
        let department = catalog.team(service.team).department;
        of_service(catalog, service, &mut |text| visit(Some(department), Seen::One(text)));
        of_list(&service.asked_as, Some(department), visit);
    }
    for (_, article) in catalog.articles() {
        of_article(article, visit);
    }
    for (_, journey) in catalog.journeys() {
        of_journey(journey, &mut |text| visit(None, Seen::One(text)));
        of_list(&journey.asked_as, None, visit);
    }
    for (_, person) in catalog.people() {
        let department = person.team.map(|team| catalog.team(team).department);
        person.title.iter().for_each(|text| visit(department, Seen::One(text)));
    }
}

fn of_list<'a>(list: &'a TextList, department: Option<DepartmentId>, visit: Visit<'_, 'a>) {
    if !list.is_empty() {
        visit(department, Seen::List(list));
    }
}

fn of_company<'a>(catalog: &'a Catalog, see: &mut dyn FnMut(&'a Text)) {
    let company = &catalog.company;
    company.summary.iter().for_each(&mut *see);
    company.standards.iter().filter_map(|standard| standard.when.as_ref()).for_each(&mut *see);
    for audience in company.audiences.iter().chain(&company.external_customer) {
        see(&audience.name);
        audience.summary.iter().for_each(&mut *see);
    }
    for term in &company.glossary {
        see(&term.term);
        see(&term.meaning);
    }
    for news in &catalog.news {
        see(&news.title);
        see(&news.body);
    }
    for story in &catalog.stories {
        see(&story.title);
        see(&story.body);
    }
    for idea in &catalog.ideas {
        see(&idea.title);
        idea.outcome.iter().for_each(&mut *see);
    }
}

fn of_channels<'a>(channels: &'a [Channel], see: &mut dyn FnMut(&'a Text)) {
    for channel in channels {
        channel.label.iter().chain(&channel.best_for).for_each(&mut *see);
        match &channel.target {
            Target::Email { subject, body, .. } => subject.iter().chain(body).for_each(&mut *see),
            Target::Desk(place) => see(place),
            _ => {}
        }
    }
}

fn of_team<'a>(team: &'a Team, see: &mut dyn FnMut(&'a Text)) {
    see(&team.name);
    team.summary.iter().for_each(&mut *see);
    team.description.iter().for_each(|text| see(text));
    of_channels(&team.channels, see);
    for member in &team.members {
        member.role.iter().chain(&member.ask_for).for_each(&mut *see);
    }
}

fn of_service<'a>(catalog: &'a Catalog, service: &'a Service, see: &mut dyn FnMut(&'a Text)) {
    see(&service.name);
    service.summary.iter().for_each(&mut *see);
    service.description.iter().for_each(|text| see(text));
    of_channels(&service.channels, see);
    // Words that are the company's own have been seen there.
    let shared = |text: &&Text| catalog.company.standards.iter().all(|standard| standard.when.as_ref() != Some(*text));
    service.standards.iter().filter_map(|standard| standard.when.as_ref()).filter(shared).for_each(&mut *see);
    for provision in &service.you_provide {
        see(&provision.what);
        provision.why.iter().for_each(&mut *see);
    }
    service.you_receive.iter().for_each(&mut *see);
    service.not_included.iter().for_each(|exclusion| see(&exclusion.what));
    service.steps.iter().for_each(|step| see(&step.what));
    for dependency in &service.depends_on {
        dependency.needed_for.iter().for_each(&mut *see);
        if let Some(Frequency::Words(words)) = &dependency.how_often {
            see(words);
        }
    }
    for faq in &service.faq {
        see(&faq.question);
        see(&faq.answer);
    }
    service.deadlines.iter().filter_map(|deadline| deadline.name.as_ref()).for_each(&mut *see);
}

fn of_article<'a>(article: &'a Article, visit: Visit<'_, 'a>) {
    let department = Some(article.department);
    visit(department, Seen::One(&article.title));
    article.summary.iter().for_each(|text| visit(department, Seen::One(text)));
    visit(department, Seen::One(&article.body));
    of_list(&article.asked_as, department, visit);
}

fn of_journey<'a>(journey: &'a Journey, see: &mut dyn FnMut(&'a Text)) {
    see(&journey.name);
    journey.summary.iter().chain(&journey.starts).for_each(&mut *see);
    journey.description.iter().for_each(|text| see(text));
    for step in &journey.steps {
        see(&step.what);
        if let Some(Companion::Words(words)) = &step.with {
            see(words);
        }
    }
}
