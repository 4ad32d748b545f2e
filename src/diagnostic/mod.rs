//! What can be said to the catalog's author: one [`Diagnostic`] per mistake, collected in
//! [`Diagnostics`], never thrown. What the machine did wrong is an `anyhow::Error` instead.

pub mod invisible;
mod likeness;
pub mod marks;
mod span;
pub mod wording;

pub use likeness::{Likeness, folded, likeness, nearest};
pub use span::{FileId, Span, Spanned};

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The site is not built: what it would say is wrong, or cannot be known.
    Error,
    /// The site is built; readers miss something.
    Warning,
    /// Worth knowing: the company has said that it weighs no more.
    Note,
}

impl Severity {
    /// What a finding of it is called.
    pub fn noun(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

/// A place in the sources and what is to be seen there.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Label {
    /// Where.
    pub span: Span,
    /// A few words set beside the marker; may be empty.
    pub text: String,
}

/// A piece of the text that stands at the main place. In YAML a text is not written as it reads, so that only
/// who has the file can say where the piece is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The whole text as it reads.
    pub text: Box<str>,
    /// The bytes of it that are meant.
    pub range: std::ops::Range<usize>,
}

/// One finding: what is wrong, where, why it matters and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Names the defect in kebab case, so that it reads well after "allow".
    pub code: &'static str,
    /// Error or warning.
    pub severity: Severity,
    /// What is wrong: one sentence without a full stop.
    pub message: String,
    /// The place it is about.
    pub primary: Label,
    /// Further places that explain it.
    pub secondary: Vec<Label>,
    /// Why it matters, and whom it hurts.
    pub why: Option<String>,
    /// What to do about it.
    pub help: Option<String>,
    /// Text that would fix it when put at the place it names.
    pub replacement: Option<(Span, String)>,
    /// The piece of the text at the main place that is meant, until it is found in the file.
    pub piece: Option<Piece>,
    /// How many findings this one stands for.
    pub count: usize,
}

impl Diagnostic {
    /// An error at a place.
    pub fn error(code: &'static str, span: Span, message: impl Into<String>) -> Self {
        Self::new(code, Severity::Error, span, message.into())
    }

    /// A warning at a place.
    pub fn warning(code: &'static str, span: Span, message: impl Into<String>) -> Self {
        Self::new(code, Severity::Warning, span, message.into())
    }

    fn new(code: &'static str, severity: Severity, span: Span, mut message: String) -> Self {
        // What a message quotes may hold the end of a line.
        if message.contains(char::is_control) {
            message = message.replace('\n', "\\n").replace('\t', "\\t").replace(char::is_control, " ");
        }
        Self {
            code,
            severity,
            message,
            primary: Label { span, text: String::new() },
            secondary: Vec::new(),
            why: None,
            help: None,
            replacement: None,
            piece: None,
            count: 1,
        }
    }

    /// A few words beside the marker of the main place.
    #[must_use]
    pub fn label(mut self, text: impl Into<String>) -> Self {
        self.primary.text = text.into();
        self
    }

    /// Narrows the main place to a piece of the text that stands there.
    #[must_use]
    pub fn within(mut self, text: &str, range: std::ops::Range<usize>) -> Self {
        self.piece = Some(Piece { text: text.into(), range });
        self
    }

    /// Another place that explains the finding.
    #[must_use]
    pub fn also(mut self, span: Span, text: impl Into<String>) -> Self {
        self.secondary.push(Label { span, text: text.into() });
        self
    }

    /// Why it matters.
    #[must_use]
    pub fn why(mut self, text: impl Into<String>) -> Self {
        self.why = Some(text.into());
        self
    }

    /// What to do.
    #[must_use]
    pub fn help(mut self, text: impl Into<String>) -> Self {
        self.help = Some(text.into());
        self
    }

    /// What to write instead at a place. The name of a file stands at its top and in no text: there is nothing to write
    /// then.
    #[must_use]
    pub fn replace(mut self, span: Span, text: impl Into<String>) -> Self {
        self.replacement = Some((span, text.into())).filter(|_| span != Span::top(span.file));
        self
    }

    /// "did you mean": the known name nearest to what was written as help, and as a replacement when it
    /// is surely meant.
    #[must_use]
    pub fn did_you_mean<'a>(
        self,
        written: &str,
        known: impl IntoIterator<Item = &'a str>,
        otherwise: impl Into<String>,
    ) -> Self {
        let span = self.primary.span;
        match likeness(written, known) {
            Some(Likeness { name, sure: true }) => self.help(format!("did you mean `{name}`?")).replace(span, name),
            Some(Likeness { name, .. }) => self.help(format!("did you mean `{name}`?")),
            None => self.help(otherwise),
        }
    }
}

/// All findings of a run, in the order of the sources once [`Diagnostics::sort`] was called.
#[derive(Debug, Default)]
pub struct Diagnostics(Vec<Diagnostic>);

impl Diagnostics {
    /// An empty sink.
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes one more finding.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.0.push(diagnostic);
    }

    /// Takes further findings.
    pub fn extend(&mut self, more: impl IntoIterator<Item = Diagnostic>) {
        self.0.extend(more);
    }

    /// Takes all findings of another sink.
    pub fn append(&mut self, mut other: Diagnostics) {
        self.0.append(&mut other.0);
    }

    /// True when at least one finding is an error.
    pub fn has_errors(&self) -> bool {
        self.0.iter().any(|d| d.severity == Severity::Error)
    }

    /// How many findings weigh that much, each counted as often as it stands for.
    pub fn count(&self, severity: Severity) -> usize {
        self.0.iter().filter(|d| d.severity == severity).map(|d| d.count).sum()
    }

    /// Puts the findings in the order of file, place, code and message, each of them once.
    pub fn sort(&mut self) {
        self.0.sort_by(|a, b| (a.primary.span, a.code, &a.message).cmp(&(b.primary.span, b.code, &b.message)));
        self.0.dedup();
    }

    /// The findings, to add to them.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = &mut Diagnostic> {
        self.0.iter_mut()
    }

    /// Takes out the findings that fulfil a condition.
    pub fn take(&mut self, condition: impl Fn(&Diagnostic) -> bool) -> Vec<Diagnostic> {
        self.0.extract_if(.., |diagnostic| condition(diagnostic)).collect()
    }

    /// The findings.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.0.iter()
    }
}
