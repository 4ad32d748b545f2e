//! What is said about files that can be read and do not fit together: one test for each code that
//! the resolving raises.

mod channels;
mod entries;
mod others;
mod references;
mod standards;
mod values;
mod words;

use crate::project::Project;

/// A department in a folder, and a person; their service is the test's.
fn payroll() -> Project {
    Project::new()
        .file("people.yaml", "maija.virtanen: {name: Maija Virtanen, aliases: [maija.v]}\n")
        .file("departments/pay/department.yaml", "name: Pay\nlead: maija.virtanen\n")
}
