//! Items of lists without their dash, and texts of several lines without their bar.

use granit_parser::ErrorKind;

use super::layout::{Layout, Line, without_dash};
use super::syntax_error::SyntaxError;

impl<'t> Layout<'t> {
    /// A line without a colon right below an item of a list, in the column of its dash.
    pub(super) fn item_without_dash(&self, line: &Line<'t>, error: &ErrorKind) -> Option<SyntaxError> {
        let before = self.above(line.number).next()?;
        let bare =
            !line.is_item() && line.colons().next().is_none() && !line.text.contains(['=', ':', '：', '"', '\'']);
        let below =
            before.is_item() && before.indent() == line.indent() && !line.text.trim().starts_with(['-', '{', '[']);
        (*error == ErrorKind::SimpleKeyExpected && bare && below).then(|| without_dash(line))
    }

    /// A text of several lines below a key, without the `|` that makes it one.
    pub(super) fn text_without_bar(&self, line: &Line<'t>) -> Option<SyntaxError> {
        let mut first: Option<Line<'t>> = None;
        for above in self.above(line.number) {
            if above.indent() < line.indent() {
                let first = first.filter(|first| first.indent() <= line.indent())?;
                let bare = first.text.trim();
                let prose =
                    bare.contains(' ') && !first.is_item() && !bare.starts_with(['"', '\'', '[', '{', '|', '>']);
                let opens = above.text.trim_end().ends_with(':');
                if !opens || !prose || first.colons().next().is_some() {
                    return None;
                }
                let end = above.content().end;
                let what = "below this key stands a text of several lines, and nothing says so";
                let slip = SyntaxError::new(end - 1..end, what, "write `|` behind the colon");
                return Some(slip.also(first.content(), "here it begins").instead(end..end, " |"));
            }
            first = Some(above);
        }
        None
    }

    /// An item of a list with several keys and without a dash, right below the list's key.
    pub(super) fn undashed_item(&self, line: &Line<'t>, error: &ErrorKind) -> Option<SyntaxError> {
        let first = self.above(line.number).next()?;
        let list = self.above(first.number).next()?;
        let indent = first.indent();
        let nested = line.indent() == indent + 2 && list.indent() < indent && !first.is_item() && !line.is_item();
        if *error != ErrorKind::MappingValueNotAllowed || !nested || !list.text.trim_end().ends_with(':') {
            return None;
        }
        let mut further = (line.number + 1..self.lines()).filter_map(|number| self.line(number));
        let end = further.find(|next| !next.is_blank() && next.indent() <= indent);
        if end.is_some_and(|end| end.indent() == indent && !end.is_item()) {
            return None;
        }
        let content = first.content();
        let slip = SyntaxError::new(
            content.clone(),
            "a dash is missing before this item, whose further keys stand below it",
            "begin each item of a list with `- `",
        );
        Some(slip.also(line.content(), "a key of the item").instead(content.start..content.start, "- "))
    }

    /// A dash before a key whose neighbours, in the same column, have none.
    pub(super) fn stray_dash(&self, item: &Line<'t>) -> Option<SyntaxError> {
        let indent = item.indent();
        let key = |line: &Line<'t>| {
            let text = line.text.trim_start().trim_start_matches(['-', ' ']);
            line.colons().next().and_then(|_| text.split(':').next()).map(str::to_owned)
        };
        let own = key(item)?;
        let neighbour = self.above(item.number).find(|above| above.indent() <= indent)?;
        if neighbour.indent() < indent || neighbour.is_item() || neighbour.colons().next().is_none() {
            return None;
        }
        let group: Vec<Line<'t>> = self.above(item.number).take_while(|above| above.indent() >= indent).collect();
        let mut next = (item.number + 1..self.lines()).filter_map(|number| self.line(number));
        let next = next.find(|next| !next.is_blank() && next.indent() <= indent);
        let beside = group.iter().chain(&next).filter(|line| line.indent() == indent).count();
        // With one neighbour alone, or with the key of one, it is another item of a list whose first one has no dash.
        let is_listed = beside < 2 || group.iter().filter_map(key).any(|key| key == own);
        if is_listed || next.is_some_and(|next| next.is_item()) {
            return None;
        }
        let content = item.content();
        let dash = content.start..content.start + 1;
        let slip =
            SyntaxError::new(dash, "this dash begins a list, but its neighbours are no items", "delete the dash");
        Some(slip.also(neighbour.content(), "a neighbour").instead(content.start..content.start + 2, ""))
    }

    /// A list whose first item has no dash: what stands above `item` was read as a group.
    pub(super) fn list_without_dash(&self, item: &Line<'t>) -> Option<SyntaxError> {
        let mut first: Option<Line<'t>> = None;
        for line in self.above(item.number) {
            // What stands in the column of the dashes may be the keys of the item that has none.
            let opens = line.text.trim_end().ends_with(':');
            if (line.indent() < item.indent() || line.indent() == item.indent() && opens) && !line.is_item() {
                let first = first.filter(|first| !first.is_item())?;
                return line.text.trim_end().ends_with(':').then(|| {
                    SyntaxError::new(
                        first.content(),
                        "this list begins without a dash",
                        "begin each item of the list with `- `, in the column of the dashes below",
                    )
                    .also(item.content(), "the next item has one")
                });
            }
            first = Some(line);
        }
        None
    }
}
