//! The lines of a text and how deep they stand: what an author sees of YAML's structure.

use std::ops::Range;

use granit_parser::ErrorKind;

use super::key::is_language;
use super::syntax_error::SyntaxError;
use crate::diagnostic::marks;

/// A text by its lines.
pub(super) struct Layout<'t> {
    text: &'t str,
    starts: Vec<usize>,
}

/// One line, without its end.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'t> {
    /// Its number, from 0.
    pub(super) number: usize,
    /// The byte at which it begins.
    pub(super) start: usize,
    pub(super) text: &'t str,
}

impl<'t> Line<'t> {
    /// How many spaces stand before it.
    pub(super) fn indent(&self) -> usize {
        self.text.len() - self.text.trim_start_matches(' ').len()
    }

    pub(super) fn is_item(&self) -> bool {
        self.text.trim_start().strip_prefix('-').is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    }

    pub(super) fn is_blank(&self) -> bool {
        let text = self.text.trim();
        text.is_empty() || text.starts_with('#')
    }

    pub(super) fn contains(&self, at: usize) -> bool {
        (self.start..=self.start + self.text.len()).contains(&at)
    }

    /// What stands on it, without the spaces around.
    pub(super) fn content(&self) -> Range<usize> {
        let start = self.start + self.text.len() - self.text.trim_start().len();
        start..start + self.text.trim().len()
    }

    /// Where what stands before `at` ends, without the spaces between.
    pub(super) fn trimmed_end(&self, at: usize) -> usize {
        self.start + self.text.get(..at - self.start).map_or(0, |before| before.trim_end().len())
    }

    /// The colons on it that divide a key from its value, by their bytes.
    pub(super) fn colons(&self) -> impl Iterator<Item = usize> {
        let mut quote = None;
        let mut previous = ' ';
        let mut found = Vec::new();
        for (at, c) in self.text.char_indices() {
            match (quote, c) {
                (Some(open), c) => quote = (open != c).then_some(open),
                (None, '"' | '\'') if " [{,:-".contains(previous) => quote = Some(c),
                (None, '#') if previous == ' ' => break,
                (None, ':') if self.text[at + 1..].starts_with([' ', '\t']) || self.text.len() == at + 1 => {
                    found.push(self.start + at);
                }
                _ => {}
            }
            previous = c;
        }
        found.into_iter()
    }

    /// The last colon at or before `at` that has another one, and no comma, before it.
    pub(super) fn inner_colon(&self, at: usize) -> Option<usize> {
        let colons: Vec<usize> = self.colons().collect();
        colons.windows(2).rev().find_map(|pair| match pair {
            &[first, second] if second <= at => {
                let between = self.text.get(first - self.start..second - self.start).unwrap_or("");
                (!between.contains([',', '{', '['])).then_some(second)
            }
            _ => None,
        })
    }

    /// Where the value begins: behind the first colon, or behind the dash, or at the content.
    pub(super) fn value(&self) -> Range<usize> {
        let content = self.content();
        let begin = match self.colons().next() {
            Some(colon) => colon + 1,
            None if self.is_item() => content.start + 1,
            None => content.start,
        };
        let rest = self.text.get(begin - self.start..).unwrap_or("");
        let start = begin + rest.len() - rest.trim_start().len();
        start..content.end.max(start)
    }
}

impl<'t> Layout<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self { text, starts: std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect() }
    }

    /// The nearest beginning of a character at or before `at`.
    pub(super) fn floor(&self, at: usize) -> usize {
        (0..=at.min(self.text.len())).rev().find(|at| self.text.is_char_boundary(*at)).unwrap_or(0)
    }

    /// How many bytes the character at `at` has; 0 at the end of the text.
    pub(super) fn width_at(&self, at: usize) -> usize {
        self.text.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8)
    }

    /// How many lines there are.
    pub(super) fn lines(&self) -> usize {
        self.starts.len()
    }

    pub(super) fn line(&self, number: usize) -> Option<Line<'t>> {
        let start = *self.starts.get(number)?;
        let text = self.text.get(start..)?.split('\n').next()?;
        Some(Line { number, start, text: text.trim_end_matches('\r') })
    }

    pub(super) fn line_at(&self, at: usize) -> Line<'t> {
        let number = self.starts.partition_point(|start| *start <= at).saturating_sub(1);
        self.line(number).unwrap_or(Line { number, start: self.text.len(), text: "" })
    }

    /// The lines above that hold something, nearest first.
    pub(super) fn above(&self, number: usize) -> impl Iterator<Item = Line<'t>> {
        (0..number).rev().filter_map(|number| self.line(number)).filter(|line| !line.is_blank())
    }

    /// The next line below that holds something.
    pub(super) fn below(&self, number: usize) -> Option<Line<'t>> {
        (number + 1..self.starts.len()).filter_map(|number| self.line(number)).find(|line| !line.is_blank())
    }

    /// The columns in which a line below `number` may begin, by the groups that are open there.
    fn open_indents(&self, number: usize) -> Vec<usize> {
        let mut open: Vec<usize> = Vec::new();
        let mut least = usize::MAX;
        for line in self.above(number) {
            let mut columns = vec![line.indent()];
            if line.is_item() {
                let behind = line.text.trim_start().trim_start_matches('-');
                columns.insert(0, line.text.len() - behind.trim_start().len());
            }
            for column in columns {
                if column < least {
                    open.push(column);
                    least = column;
                }
            }
            if least == 0 {
                break;
            }
        }
        open
    }

    /// A line that begins in a column where nothing can begin.
    pub(super) fn syntax_error(&self, line: &Line<'t>, error: &ErrorKind) -> Option<SyntaxError> {
        let no_key = matches!(error, ErrorKind::ExpectedBlockMappingKey);
        let no_item = matches!(error, ErrorKind::ExpectedBlockSequenceEntry);
        if !no_key
            && !no_item
            && !matches!(error, ErrorKind::MappingValueNotAllowed | ErrorKind::UnexpectedEofBlockMapping)
        {
            return None;
        }
        let indent = line.indent();
        let before = self.above(line.number).next()?;
        if line.is_item()
            && no_key
            && let Some(slip) = self.stray_dash(line).or_else(|| self.list_without_dash(line))
        {
            return Some(slip);
        }
        if let Some(slip) = self.key_below_items(line, &before) {
            return Some(slip);
        }
        let beside = [Self::first_too_deep, Self::first_too_shallow, Self::one_too_shallow];
        if let Some(slip) = beside.into_iter().find_map(|slip| slip(self, line, &before)) {
            return Some(slip);
        }
        let open = self.open_indents(line.number);
        if open.contains(&indent) && no_item && !line.is_item() {
            return self.second_key_of_item(line).or_else(|| Some(without_dash(line)));
        }
        let spaces = |count: usize| if count == 1 { "1 space".to_owned() } else { format!("{count} spaces") };
        let mut near: Vec<usize> = open.iter().copied().filter(|column| *column != indent).collect();
        near.sort_by_key(|column| column.abs_diff(indent));
        near.truncate(2);
        let choices: Vec<String> = near.iter().map(usize::to_string).collect();
        Some(SyntaxError::new(
            line.content(),
            format!("this line begins with {}, and no line above it does that it could belong to", spaces(indent)),
            match choices.is_empty() {
                true => "let it begin where its neighbours begin".to_owned(),
                false => {
                    let unit = if choices == ["1"] { "space" } else { "spaces" };
                    let below =
                        format!("let it begin exactly below its neighbours: with {} {unit}", choices.join(" or "));
                    let goes_on = *error == ErrorKind::MappingValueNotAllowed && indent > before.indent();
                    match goes_on.then(|| before.text.get(before.value().start - before.start..)).flatten() {
                        Some(text) if text.trim().contains(' ') => {
                            format!(
                                "if it goes on with the text above it, put the whole text in quotes; if not, {below}"
                            )
                        }
                        Some(_) => {
                            format!("{below}; if it goes on with the text above it, put the whole text in quotes")
                        }
                        None => below,
                    }
                }
            },
        ))
    }

    /// A key below a list of words, in a column where none can stand: it belongs beside the key of the list.
    fn key_below_items(&self, line: &Line<'t>, before: &Line<'t>) -> Option<SyntaxError> {
        let is_word = before.is_item() && before.colons().next().is_none() && line.colons().count() == 1;
        let list = self.above(before.number).find(|above| !above.is_item()).filter(|_| is_word && !line.is_item())?;
        let name = list.text.trim().trim_start_matches("- ").strip_suffix(':')?;
        if list.indent() >= line.indent() || list.indent() > before.indent() || list.is_item() {
            return None;
        }
        let what = format!("this key stands below the items of `{name}`, and belongs to none of them");
        let help = format!("let it begin in the column of `{name}`: with {} spaces before it", list.indent());
        let column = line.start..line.content().start;
        Some(SyntaxError::new(line.content(), what, help).instead(column, " ".repeat(list.indent())))
    }

    /// A further key of an item that stands in the column of the dash instead of below the item's first key.
    fn second_key_of_item(&self, line: &Line<'t>) -> Option<SyntaxError> {
        let indent = line.indent();
        let item = self.above(line.number).find(|above| above.indent() == indent)?;
        let key = |line: &Line<'t>| {
            line.text.trim_start().trim_start_matches(['-', ' ']).split(':').next().map(str::to_owned)
        };
        let item_has_keys = item.is_item() && item.colons().next().is_some();
        let begins_an_item = self.below(line.number).is_some_and(|next| next.indent() > indent)
            || self.above(line.number).any(|above| above.is_item() && key(&above) == key(line));
        if !item_has_keys || line.colons().next().is_none() || begins_an_item {
            return None;
        }
        let content = line.content();
        if is_language(&key(&item)?) && is_language(&key(line)?) {
            let at = item.content();
            let what = "this dash begins a list, but the languages below it are keys of a group";
            let slip = SyntaxError::new(at.start..at.start + 1, what, "delete the dash");
            return Some(slip.also(content, "a language").instead(at.start..at.start + 2, ""));
        }
        let slip = SyntaxError::new(
            content.clone(),
            "this key stands in the column of the dashes, and so belongs to no item",
            format!("indent it below `{}`, the first key of its item", key(&item)?),
        );
        Some(slip.also(item.content(), "its item").instead(content.start..content.start, "  "))
    }

    /// A first line below a key that is not indented, while those below it are.
    fn first_too_shallow(&self, line: &Line<'t>, before: &Line<'t>) -> Option<SyntaxError> {
        let key = self.above(before.number).next()?;
        let shallow = before.indent() == key.indent() && line.indent() > before.indent() && !before.is_item();
        let complete = before.text.trim_end().ends_with(['}', ']', '"', '\'']);
        if !shallow || !complete || !key.text.trim_end().ends_with(':') || line.is_item() {
            return None;
        }
        let name = key.text.trim();
        let content = before.content();
        let slip = SyntaxError::new(
            content.clone(),
            format!("this line is not indented, so that it does not belong to `{name}` above it"),
            format!("indent it as its neighbours below: with {} spaces", line.indent()),
        );
        Some(slip.also(line.content(), "a neighbour").instead(before.start..content.start, " ".repeat(line.indent())))
    }

    /// A line that begins further left than those above and below it, to which it belongs.
    fn one_too_shallow(&self, line: &Line<'t>, before: &Line<'t>) -> Option<SyntaxError> {
        let indent = line.indent();
        let neighbour =
            self.above(before.number).next().filter(|above| above.indent() == indent && !above.is_item())?;
        let holds_a_value = before.colons().next().is_some() && !before.value().is_empty();
        let is_group = before.text.get(before.value().start - before.start..)?.starts_with(['{', '[', '|', '>']);
        if before.indent() >= indent || before.is_item() || line.is_item() || !holds_a_value || is_group {
            return None;
        }
        let content = before.content();
        let slip = SyntaxError::new(
            content.clone(),
            "this line begins further left than those above and below it",
            format!("let it begin as they do, if it belongs to them: with {indent} spaces"),
        );
        let slip = slip.also(neighbour.content(), "the line above").also(line.content(), "the line below");
        Some(slip.instead(before.start..content.start, " ".repeat(indent)))
    }

    /// A line between brackets that were opened above it, where the line before it does not end with a comma.
    pub(super) fn missing_comma(&self, line: &Line<'t>, open: usize) -> Option<SyntaxError> {
        let before = self.above(line.number).next()?;
        let opening = self.line_at(open);
        let end = before.content().end;
        let inside = before.number > opening.number || before.content().start < open;
        let ends = before.text.trim_end().ends_with([',', '{', '[', ':']);
        // No deeper than the key before the bracket, it is a key of its own, and the bracket is never closed.
        let deeper = line.indent() > opening.text.len() - opening.text.trim_start_matches([' ', '-']).len();
        if !inside || ends || !deeper || line.colons().next().is_none() {
            return None;
        }
        let slip = SyntaxError::new(
            end.saturating_sub(1)..end,
            "a comma is missing at the end of this line",
            "write `,` behind it",
        );
        Some(slip.also(line.content(), "the next key").instead(end..end, ","))
    }

    /// How many spaces belong before a line that begins with so many tabs: as many as its neighbours have.
    pub(super) fn wanted_indent(&self, line: &Line<'t>, tabs: usize) -> usize {
        let Some(above) = self.above(line.number).next() else { return 0 };
        let content =
            |line: &Line<'t>| line.text.len() - line.text.trim_start().trim_start_matches('-').trim_start().len();
        let is_spaced = |line: &Line<'t>| {
            !line.text.get(..line.text.len() - line.text.trim_start().len()).unwrap_or("").contains('\t')
        };
        if !is_spaced(&above) {
            return tabs * 2;
        }
        let deeper = above.text.trim_end().ends_with(':');
        if line.text.trim_start().starts_with("- ") {
            let item = self.above(line.number).find(Line::is_item).filter(|_| !deeper);
            return item.map_or(above.indent() + 2, |item| item.indent());
        }
        let next = self.below(line.number).filter(is_spaced).map(|next| next.indent());
        match deeper {
            true => next.filter(|next| *next > above.indent()).unwrap_or(content(&above) + 2),
            false => content(&above),
        }
    }

    /// The first line below a key, deeper than all the others: `before` is alone with its indent.
    fn first_too_deep(&self, line: &Line<'t>, before: &Line<'t>) -> Option<SyntaxError> {
        let key = self.above(before.number).next()?;
        let alone = before.indent() > line.indent() && key.indent() < line.indent() && !line.is_item();
        let more = self.below(line.number).is_some_and(|next| next.indent() == line.indent());
        if !alone || !more || !key.text.trim_end().ends_with(':') {
            return None;
        }
        let wanted = line.indent();
        Some(
            SyntaxError::new(
                before.content(),
                format!("this line begins with {} spaces, its neighbours below with {wanted}", before.indent()),
                format!("let it begin exactly below its neighbours: with {wanted} spaces"),
            )
            .also(line.content(), "a neighbour"),
        )
    }
}

pub(super) fn without_dash(line: &Line<'_>) -> SyntaxError {
    let what = "a dash is missing before this item of the list";
    let text = line.text.trim();
    if let Some([bare, _]) = marks::bare(&[text, text]).as_deref() {
        let meant = format!("- {bare}");
        return SyntaxError::new(line.content(), what, format!("write `{meant}`")).instead(line.content(), meant);
    }
    SyntaxError::new(line.content(), what, "begin each item with `- `, in the column of the dashes above")
}
