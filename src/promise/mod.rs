//! What a service promises at an instant, and whether the chain behind it can keep it.
//!
//! A pure room: it knows the model and the clock, reads no clock of the machine, and tells no author
//! anything (that is for the checks). "Now" is a parameter.
//!
//! | question | verb |
//! |---|---|
//! | when is it open, and when has a time passed? | [`Clocks`] |
//! | asked now, when does the answer come? | [`answer`] |
//! | what does the promise lean on? | [`chain`] |
//! | can it be kept, all year? | [`yearly_forecast`], [`assumed_forecast`] |
//! | when has it the least time to spare? | [`tightest_moments`] |
//! | who waits for whom in a circle? | [`circles`] |
//! | is a promise to customers backed all the way down? | [`unbacked`] |
//! | is anybody there when the promise says so? | [`absence`] |
//! | who is on duty, and who stands in? | [`Rota`] |
//! | how does the work reach the customer? | [`Sight`] |
//! | how long does a journey take? | [`lead_time`] |
//! | when is each of its steps begun, asked for or ready? | [`Planner`] |

mod absence;
mod answer;
mod backing;
mod besides;
mod chain;
mod circle;
mod clocks;
mod duty;
mod forecast;
mod journey;
mod moments;
mod parts;
mod phase;
mod plan;
mod quarters;
mod schedule;
mod shortest;
mod sight;
mod spare;
mod stretch;
mod tables;
mod tally;
mod tightest;
mod workdays;

pub use absence::{Absence, absence};
pub use answer::{Answer, Course, CourseStep, OwnWork, answer, course};
pub use backing::{Unbacked, promised_chains, serves_customers, unbacked};
pub use chain::{Chain, ChainLink, Promise, chain, main_standard, usual_standard};
pub use circle::circles;
pub use clocks::{Clock, Clocks};
pub use duty::{Rota, Turn, stand_ins};
pub use forecast::{Forecast, assumed_forecast, yearly_forecast};
pub use journey::{Counted, LeadTime, lead_time};
pub use schedule::{PlannedStep, Planner, Room, Tells};
pub use sight::Sight;
pub use stretch::{Stretch, joined, outside};
pub use tally::{Verdict, Worst};
pub use tightest::tightest_moments;
pub use workdays::Workdays;
