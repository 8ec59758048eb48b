//! A writer of HTML that escapes all text and closes what it opens.

use crate::text::Say;
use kaipan::error::Lang;

/// Nothing may be loaded, whatever a browser or mail program thinks of it.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";

/// A page with a style: one file without scripts and without requests.
pub(crate) fn page(
    lang: Lang,
    title: &str,
    style: &'static str,
    content: impl FnOnce(&mut Html),
) -> String {
    let mut html = Html::default();
    html.raw("<!DOCTYPE html>\n");
    html.element("html", &[("lang", lang.say("zh-CN", "en"))], |html| {
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

/// A page on its way.
#[derive(Default)]
pub(crate) struct Html {
    out: String,
}

impl Html {
    /// The page.
    pub(crate) fn finish(self) -> String {
        self.out
    }

    /// Text of the program itself: a style sheet, a declaration.
    pub(crate) fn raw(&mut self, text: &'static str) {
        self.out.push_str(text);
    }

    /// Text, escaped.
    pub(crate) fn text(&mut self, text: &str) {
        escape(&mut self.out, text);
    }

    /// An element with attributes and content.
    pub(crate) fn element(
        &mut self,
        tag: &'static str,
        attributes: &[(&'static str, &str)],
        content: impl FnOnce(&mut Html),
    ) {
        self.open(tag, attributes);
        content(self);
        self.out.push_str("</");
        self.out.push_str(tag);
        self.out.push('>');
        if BLOCKS.contains(&tag) {
            self.out.push('\n');
        }
    }

    /// An element with a class, or none.
    pub(crate) fn block(
        &mut self,
        tag: &'static str,
        class: &str,
        content: impl FnOnce(&mut Html),
    ) {
        match class {
            "" => self.element(tag, &[], content),
            class => self.element(tag, &[("class", class)], content),
        }
    }

    /// An element with text alone.
    pub(crate) fn leaf(&mut self, tag: &'static str, class: &str, text: &str) {
        self.block(tag, class, |html| html.text(text));
    }

    /// An element of SVG without content.
    pub(crate) fn shape(&mut self, tag: &'static str, attributes: &[(&'static str, &str)]) {
        self.open(tag, attributes);
        self.out.pop();
        self.out.push_str("/>");
    }

    /// An element of HTML that has no content and no end.
    pub(crate) fn void(&mut self, tag: &'static str, attributes: &[(&'static str, &str)]) {
        self.open(tag, attributes);
    }

    fn open(&mut self, tag: &'static str, attributes: &[(&'static str, &str)]) {
        self.out.push('<');
        self.out.push_str(tag);
        for (name, value) in attributes {
            self.out.push(' ');
            self.out.push_str(name);
            self.out.push_str("=\"");
            escape(&mut self.out, value);
            self.out.push('"');
        }
        self.out.push('>');
    }
}

/// Elements after which a line ends.
const BLOCKS: &[&str] = &[
    "html", "head", "body", "header", "main", "section", "footer", "table", "thead", "tbody",
    "tfoot", "tr", "div", "h1", "h2", "p", "ol", "ul", "li", "dl", "svg", "style", "title",
    "figure", "caption",
];

fn escape(out: &mut String, text: &str) {
    for c in crate::layout::clean(text).chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_is_escaped_and_closed() {
        let mut html = Html::default();
        html.element("a", &[("title", "\"><script>")], |html| {
            html.leaf("b", "", "<&'\u{1b}");
            html.shape("rect", &[("x", "1")]);
        });
        assert_eq!(
            html.finish(),
            "<a title=\"&quot;&gt;&lt;script&gt;\"><b>&lt;&amp;&#39;\u{fffd}</b><rect x=\"1\"/></a>"
        );
    }
}
