//! luukku
pub mod clock;
pub mod diagnostic;
pub mod emit;
pub mod i18n;
pub mod markdown;
pub mod model;
pub mod source;
