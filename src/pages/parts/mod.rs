//! What several pages show.

mod axis;
pub(super) mod by_department;
pub(super) mod card;
pub(super) mod chain;
mod chain_picture;
pub(super) mod channel;
pub(super) mod dependency;
pub(super) mod due;
pub(super) mod emergencies;
pub(super) mod entries;
pub(super) mod give_and_take;
pub(super) mod journey_entries;
pub(super) mod letters;
pub(super) mod news;
pub(super) mod next_dates;
pub(super) mod portrait;
pub(super) mod promise;
pub(super) mod provision;
pub(super) mod reach;
pub(super) mod rota;
pub(super) mod sight;
