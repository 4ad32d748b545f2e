//! What a caller decides about a piece of Markdown.

/// How one text is rendered.
#[derive(Clone, Copy)]
pub struct Settings<'a> {
    /// Level (1 to 6) of the text's outermost headings. Levels follow on without gaps, whatever the
    /// author skipped, and end at 6.
    pub base_level: u8,
    /// Put before every id, so that several texts can share a page: `faq-1` makes `faq-1-payday`.
    /// Empty for a text that has the page to itself.
    pub prefix: &'a str,
    /// The words that the HTML needs besides the author's.
    pub labels: &'a Labels,
    /// Where a relative link really leads from the page (`read-your-payslip.md` →
    /// `../articles/read-your-payslip.html`). `None` leaves it as written. Addresses that the
    /// allow-list refuses are asked for too, since the caller may have schemes of its own
    /// (`service:pay-correction`); they need an answer to become links. Every answer passes the same
    /// allow-list as the author's addresses, so an empty one leaves only the words of the link.
    pub rewrite: &'a (dyn Fn(&str) -> Option<String> + Sync),
    /// A file of this site that a relative link leads to: a form to print, a table to fill in. `None` where it leads to
    /// none.
    pub document: &'a (dyn Fn(&str) -> Option<Document> + Sync),
    /// Where a picture of this site really is, seen from the page. `None` leaves only its words; an
    /// answer passes the same allow-list as addresses do.
    pub picture: &'a (dyn Fn(&str) -> Option<String> + Sync),
}

/// A file that a link offers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Where it is, seen from the page; held against the allow-list, too.
    pub href: String,
    /// What is said of it within the link: "(PDF, 240 kB)".
    pub note: String,
}

/// The words that rendered Markdown needs, in the language of the page.
#[derive(Clone, Debug)]
pub struct Labels {
    /// Title of `> [!NOTE]`.
    pub note: String,
    /// Title of `> [!TIP]`.
    pub tip: String,
    /// Title of `> [!IMPORTANT]`.
    pub important: String,
    /// Title of `> [!WARNING]`.
    pub warning: String,
    /// Title of `> [!CAUTION]`.
    pub caution: String,
    /// Name of the scrollable box around a table.
    pub table: String,
    /// Name of the scrollable box around code.
    pub code: String,
    /// Name of a ticked box.
    pub task_done: String,
    /// Name of an empty box.
    pub task_open: String,
    /// Name of the list of footnotes.
    pub footnotes: String,
    /// Name of the link from a footnote back to the text.
    pub footnote_back: String,
}

impl Labels {
    /// Asks for each word by its field's name.
    pub fn from_words(word: impl Fn(&str) -> String) -> Self {
        Self {
            note: word("note"),
            tip: word("tip"),
            important: word("important"),
            warning: word("warning"),
            caution: word("caution"),
            table: word("table"),
            code: word("code"),
            task_done: word("task_done"),
            task_open: word("task_open"),
            footnotes: word("footnotes"),
            footnote_back: word("footnote_back"),
        }
    }
}
