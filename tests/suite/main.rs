//! Every test that looks at luukku from outside. One crate, so that it is linked once.

mod clock;
mod clock_hours;
mod clock_oracle;

mod catalog_json;
mod checks;
mod cli;
mod mutation;
mod project;
mod promise;
mod promise_oracle;
mod promise_report;
mod reference;
mod resolve;
mod slips;
mod source;
mod tidy;
mod when;
