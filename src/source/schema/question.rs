//! `questions.yaml`: what the site's search must answer.

use schemars::JsonSchema;
use serde::Deserialize;

use super::text::Str;
use crate::diagnostic::Spanned;

/// Real questions, held against the search at every build.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, expecting = "the key `questions` with a list")]
#[schemars(title = "Questions")]
pub struct QuestionsDoc {
    /// The questions.
    pub questions: Vec<QuestionDoc>,
}

/// A real question and the entry that answers it.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a question: `ask` and `expect`")]
#[schemars(title = "Question")]
pub struct QuestionDoc {
    /// What somebody types.
    pub ask: Str,
    /// In which language; the first one when left out.
    #[serde(default)]
    pub locale: Option<Str>,
    /// The service or article that answers it; also a journey, a team, a department, a person or a
    /// place.
    pub expect: Str,
    /// How high the answer must stand, 1 for the first; 3 when left out.
    #[serde(default)]
    pub within: Option<Spanned<u32>>,
}
