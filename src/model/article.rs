//! An article: the reader solves it without asking anybody.

use chrono::NaiveDate;

use super::id::{DepartmentId, ServiceId};
use super::text::{Text, TextList};
use crate::diagnostic::{Span, Spanned};

/// A page of self-service.
#[derive(Debug)]
pub struct Article {
    /// The id: the address of its page.
    pub slug: Box<str>,
    /// Where the entry stands.
    pub span: Span,
    /// The department that keeps it.
    pub department: DepartmentId,
    /// The heading.
    pub title: Text,
    /// What the reader will be able to do.
    pub summary: Option<Text>,
    /// The services whose readers it helps.
    pub services: Vec<ServiceId>,
    /// What people say when they need it.
    pub asked_as: TextList,
    /// Further words by which people look for it.
    pub keywords: TextList,
    /// When somebody last read it through.
    pub reviewed: Option<Spanned<NaiveDate>>,
    /// The Markdown, by language.
    pub body: Spanned<Text>,
    /// Earlier ids.
    pub aliases: Vec<Box<str>>,
}
