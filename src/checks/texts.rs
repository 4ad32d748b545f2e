//! Every text of the catalog, with the department that keeps it.

use crate::model::{Catalog, DepartmentId, Said, Service, Text, TextKind, Texts};

/// Who is told of each text, with the department that keeps it.
type Visit<'v, 'a> = &'v mut dyn FnMut(Option<DepartmentId>, TextKind, Said<'a>);

/// Shows every text once. A team that acts for its department has no texts of its own, and the words of standards
/// that are the company's own are shown with the company.
pub(super) fn each_text<'a>(catalog: &'a Catalog, visit: Visit<'_, 'a>) {
    of(None, &catalog.company, visit);
    catalog.news.iter().for_each(|news| of(None, news, visit));
    catalog.stories.iter().for_each(|story| of(None, story, visit));
    catalog.ideas.iter().for_each(|idea| of(None, idea, visit));
    for (id, department) in catalog.departments() {
        of(Some(id), department, visit);
    }
    for (_, team) in catalog.teams().filter(|(_, team)| !team.acting) {
        of(Some(team.department), team, visit);
    }
    for (_, service) in catalog.services() {
        of_service(catalog, service, visit);
    }
    for (_, article) in catalog.articles() {
        of(Some(article.department), article, visit);
    }
    for (_, journey) in catalog.journeys() {
        of(None, journey, visit);
    }
    for (_, place) in catalog.places() {
        of(None, place, visit);
    }
    for (_, person) in catalog.people() {
        of(person.team.map(|team| catalog.team(team).department), person, visit);
    }
}

/// All texts that are Markdown.
pub(super) fn markdown(catalog: &Catalog) -> Vec<&Text> {
    let mut found = Vec::new();
    each_text(catalog, &mut |_, kind, said| {
        if let (TextKind::Markdown, Said::One(text)) = (kind, said) {
            found.push(text);
        }
    });
    found
}

fn of<'a>(department: Option<DepartmentId>, entry: &'a dyn Texts, visit: Visit<'_, 'a>) {
    entry.each_text(&mut |kind, said| visit(department, kind, said));
}

fn of_service<'a>(catalog: &'a Catalog, service: &'a Service, visit: Visit<'_, 'a>) {
    let department = Some(catalog.team(service.team).department);
    let shared = |text: &Text| catalog.company.standards.iter().any(|standard| standard.when.as_ref() == Some(text));
    service.each_text(&mut |kind, said| match said {
        Said::One(text) if kind == TextKind::Promise && shared(text) => {}
        said => visit(department, kind, said),
    });
}
