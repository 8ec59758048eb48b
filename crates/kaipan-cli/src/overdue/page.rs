//! The frame of pages about what is owed.

use super::View;
use crate::html::Html;

/// A page with a style.
pub(super) fn page(
    view: &View,
    title: &str,
    style: &'static str,
    content: impl FnOnce(&mut Html),
) -> String {
    crate::html::page(view.lang, title, style, content)
}
