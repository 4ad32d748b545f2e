//! The line of sight: that everybody's work reaches the company's own customers.

use crate::checks::check::{Subject, check};
use crate::diagnostic::Diagnostics;
use crate::promise::{Sight, serves_customers};

check! {
    /// Ensures that a way of `depends_on` leads from each service to one that serves the customers,
    /// once the catalog says who they are. Retired services are exempt.
    NO_LINE_OF_SIGHT: Warning "no-line-of-sight" => no_line_of_sight, waits
}

fn no_line_of_sight(subject: &Subject<'_>, diagnostics: &mut Diagnostics) {
    let catalog = subject.catalog;
    let somebody = catalog.services().any(|(_, service)| serves_customers(service));
    if !somebody && catalog.company.external_customer.is_none() {
        return;
    }
    let sight = Sight::new(catalog);
    for (id, service) in catalog.services().filter(|(_, service)| service.is_offered()) {
        if sight.floor(id).is_none() {
            diagnostics.push(
                NO_LINE_OF_SIGHT.at(
                    service.span,
                    format!("no service that customers use depends on `{}`, not even through others", service.slug),
                )
                .why("those who do this work cannot see whom of the company's customers it helps")
                .help(
                    "add it to the `depends_on` of the services that need it (with `blocking: false` where the work \
                     does not wait for it), or `customers` to its `serves`",
                ),
            );
        }
    }
}
