//! The kinds of files.

/// What a file is by its place in the catalog.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FileKind {
    /// `catalog.yaml`
    Company,
    /// `people.yaml`, `people/*.yaml`
    People,
    /// `places.yaml`, `places/*.yaml`
    Places,
    /// `departments/ID.yaml`, `departments/ID/department.yaml`
    Department,
    /// `departments/*/teams/ID.yaml`
    Team,
    /// `departments/*/services/ID.yaml`
    Service,
    /// `departments/*/articles/ID.md`
    Article,
    /// `journeys/ID.yaml`
    Journey,
    /// `questions.yaml`
    Questions,
    /// `words.yaml`
    Words,
    /// `news/ID.md`
    News,
    /// `stories/ID.md`
    Story,
    /// `ideas/ID.yaml`
    Idea,
    /// `measurements/*.csv`
    Measurements,
}
