//! Words that stand where a text is to come.

use crate::checks::check::{Subject, check};
use crate::checks::texts::each_text;
use crate::diagnostic::Diagnostics;
use crate::model::{Said, TextKind, is_stand_in};

check! {
    /// Ensures that no text only says that another one will come, such as `tbd` or `???`.
    PLACEHOLDER: Warning "placeholder" => placeholder
}

fn placeholder(subject: &Subject<'_>, found: &mut Diagnostics) {
    each_text(subject.catalog, &mut |department, kind, said| {
        let Said::One(text) = said else { return };
        let own_words = matches!(kind, TextKind::Summary | TextKind::Markdown | TextKind::Title);
        // The company's words may say of a state that it is still to be decided.
        if !own_words && (department.is_none() || !matches!(kind, TextKind::Name | TextKind::Words)) {
            return;
        }
        for (_, version) in text.written().filter(|(_, version)| is_stand_in(version)) {
            found.push(
                PLACEHOLDER
                    .at(version.span, format!("`{}` stands in for a text that is still to come", version.trim()))
                    .why("readers would see it as it is written")
                    .help("write the text, or delete it until there is one"),
            );
        }
    });
}
