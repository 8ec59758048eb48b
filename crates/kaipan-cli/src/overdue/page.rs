//! The frame of pages about what is owed: one file of HTML without scripts and without requests, for A4.

use super::View;
use crate::html::Html;
use crate::text::Say;

/// Nothing may be loaded, whatever a browser or mail program thinks of it.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";

/// A page with a style.
pub(super) fn page(
    view: &View,
    title: &str,
    style: &'static str,
    content: impl FnOnce(&mut Html),
) -> String {
    let mut html = Html::default();
    html.raw("<!DOCTYPE html>\n");
    html.element("html", &[("lang", view.lang.say("zh-CN", "en"))], |html| {
        html.element("head", &[], |html| {
            html.void("meta", &[("charset", "utf-8")]);
            html.void("meta", &[("http-equiv", "Content-Security-Policy"), ("content", POLICY)]);
            let size = "width=device-width, initial-scale=1";
            html.void("meta", &[("name", "viewport"), ("content", size)]);
            html.void("meta", &[("name", "format-detection"), ("content", "telephone=no")]);
            html.void("meta", &[("name", "robots"), ("content", "noindex")]);
            html.leaf("title", "", title);
            html.element("style", &[], |html| html.raw(style));
        });
        html.element("body", &[], content);
    });
    html.finish()
}
