//! Items of lists without their dash, texts of several lines without their bar, and groups whose key has a text
//! behind it.

use granit_parser::ErrorKind;

use super::colon::is_word;
use super::key::is_language;
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

    /// Keys below a key behind which a text stands already: `maija.virtanen: Maija Virtanen` and `  team: pay`.
    pub(super) fn group_below_a_value(&self, line: &Line<'t>, error: &ErrorKind) -> Option<SyntaxError> {
        let own = self.above(line.number).next()?;
        if let Some(slip) = list_below_a_list(&own, line, error) {
            return Some(slip);
        }
        let value = own.value();
        let text = own.text.get(value.start - own.start..value.end - own.start)?;
        let key = own.text.split(':').next()?.trim();
        let stops = matches!(error, ErrorKind::MappingValueNotAllowed | ErrorKind::ExpectedBlockMappingKey);
        let is_text =
            own.colons().next().is_some() && text.starts_with(|c: char| c.is_alphanumeric() || "\"'".contains(c));
        if !stops || !is_text || own.is_item() || line.is_item() || line.indent() <= own.indent() || !is_word(key) {
            return None;
        }
        let key_of = |line: &Line<'t>| line.text.trim().split(':').next().unwrap_or("").to_owned();
        let lines = (line.number..self.lines()).filter_map(|number| self.line(number)).filter(|line| !line.is_blank());
        let further: Vec<Line<'t>> = lines.take_while(|next| next.indent() > own.indent()).collect();
        let keys: Vec<String> = further.iter().filter(|next| next.indent() == line.indent()).map(key_of).collect();
        let by_language = keys.iter().all(|key| is_language(key));
        let is_heading = |line: &Line<'t>| line.text.trim_end().ends_with(':') && !line.is_item();
        let above = self.above(own.number).find(|above| above.indent() <= own.indent());
        let below = further.last().and_then(|last| self.below(last.number));
        let beside: Vec<Line<'t>> =
            above.into_iter().chain(below).filter(|next| next.indent() == own.indent()).collect();
        let named = |name: &&String| *name == "name";
        let is_id = key.contains(['.', '-']) || keys.iter().any(|name| named(&name));
        let is_entry =
            is_id && !beside.is_empty() && beside.iter().all(is_heading) && keys.iter().all(|key| is_word(key));
        if !by_language && !is_entry {
            return None;
        }
        let what = format!("behind `{key}:` stands a text, and below it stand keys: only one of the two can be");
        let name = || keys.iter().find(|name| named(name));
        let help = match (by_language, name()) {
            (true, _) => format!("write the text on a line of its own below, behind its language: `en: {text}`"),
            (_, Some(name)) => format!("delete it there if `{name}` below says it, or move it below, behind a key"),
            (_, None) => format!("move the text to a line of its own below, behind its key: `name: {text}`"),
        };
        Some(SyntaxError::new(value, what, help).also(line.content(), "here the keys begin"))
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
        let stops = matches!(error, ErrorKind::MappingValueNotAllowed | ErrorKind::ExpectedBlockMappingKey);
        if !stops || !nested || !list.text.trim_end().ends_with(':') {
            return None;
        }
        let mut further = (line.number + 1..self.lines()).filter_map(|number| self.line(number));
        let end = further.find(|next| !next.is_blank() && next.indent() <= indent);
        if end.is_some_and(|end| end.indent() == indent && !end.is_item()) {
            return None;
        }
        let content = first.content();
        let text = first.text.trim();
        let number = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        if number > 0 && text.get(number..).is_some_and(|rest| rest.starts_with(['.', ')'])) {
            let at = content.start..content.start + number + 1;
            let what = "this item begins with a number, and the items of a list begin with a dash";
            let end = content.end - text.get(number + 1..).unwrap_or("").trim_start().len();
            let slip = SyntaxError::new(at.clone(), what, "write `- ` in place of the number");
            return Some(slip.instead(at.start..end, "- "));
        }
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

/// An item below a list in brackets: `serves: [everyone]` and `  - managers`.
fn list_below_a_list(own: &Line<'_>, item: &Line<'_>, error: &ErrorKind) -> Option<SyntaxError> {
    let value = own.value();
    let text = own.text.get(value.start - own.start..value.end - own.start)?;
    let is_list = text.starts_with('[') && text.ends_with(']') && own.colons().next().is_some();
    let is_value = text.starts_with(char::is_alphanumeric) && own.colons().next().is_some() && !own.is_item();
    let stops = matches!(error, ErrorKind::ExpectedBlockMappingKey | ErrorKind::BlockSequenceEntryNotAllowed);
    if !item.is_item() || item.indent() < own.indent() {
        return None;
    }
    if is_value && *error == ErrorKind::MappingValueNotAllowed {
        let what = "behind this key stands a value, and below it a list: only one of the two can be";
        let help = "if the value belongs to the list, write it on a line of its own below, with `- ` before it";
        return Some(SyntaxError::new(value, what, help).also(item.content(), "here the list begins"));
    }
    if !is_list || !stops {
        return None;
    }
    let what = "below a list in square brackets stands another list of the same key";
    let help = "put all items between the brackets, with commas between them, or each on a line of its own with a dash";
    Some(SyntaxError::new(item.content(), what, help).also(value, "the list in brackets"))
}
