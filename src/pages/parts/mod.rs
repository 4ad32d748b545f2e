//! What several pages show.

mod axis;
pub(super) mod by_department;
pub(super) mod card;
pub(super) mod chain;
mod chain_picture;
pub(super) mod channel;
pub(super) mod department_map;
pub(super) mod dependency;
pub(super) mod emergencies;
pub(super) mod entries;
mod face;
pub(super) mod first_days;
pub(super) mod floors_picture;
pub(super) mod journey_entries;
pub(super) mod journey_line;
pub(super) mod journey_step;
pub(super) mod news;
pub(super) mod next_dates;
pub(super) mod promise;
pub(super) mod provision;
pub(super) mod reach;
pub(super) mod rota;
pub(super) mod sight;
mod svg;
