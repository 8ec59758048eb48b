//! The letters as one page of HTML, each on a sheet of A4 of its own.

use crate::html::Html;
use crate::overdue::View;
use crate::overdue::arrears::Arrears;
use crate::overdue::page::page as framed;
use crate::overdue::policies::Policies;
use crate::text::Say;
use kaipan::error::Lang;
use kaipan::overdue::{DunningNotice, SigningNotice};

const STYLE: &str = include_str!("style.css");

/// What stands over a letter.
struct Letter<'a> {
    unit: &'a str,
    owner: Option<&'a str>,
    phone: Option<&'a str>,
    agent: Option<&'a str>,
    /// The title in the first line, the letter below it.
    text: &'a str,
}

/// The page.
pub(super) fn page(
    view: &View,
    arrears: &Arrears,
    policies: &Policies,
    letters: &[&DunningNotice],
    signing: &[SigningNotice],
) -> String {
    let lang = view.lang;
    let title = lang.say("催款函、催签函", "Letters to buyers");
    let deals = arrears.by_deal();
    framed(view, &format!("{title} {}", arrears.day), STYLE, |html| {
        for notice in letters {
            let letter = Letter {
                unit: notice.unit_no.as_ref().unwrap_or(&notice.deal),
                owner: notice.owner.as_deref(),
                phone: notice.phone.as_deref(),
                agent: notice.agent.as_deref(),
                text: lang.say(&notice.text_zh, &notice.text_en),
            };
            sheet(html, lang, policies, &letter);
        }
        for notice in signing {
            let deal = deals.get(&notice.deal);
            let letter = Letter {
                unit: notice.unit_no.as_ref().unwrap_or(&notice.deal),
                owner: deal.and_then(|deal| deal.owner.as_deref()),
                phone: deal.and_then(|deal| deal.phone.as_deref()),
                agent: notice.agent.as_deref(),
                text: lang.say(&notice.text_zh, &notice.text_en),
            };
            sheet(html, lang, policies, &letter);
        }
        if letters.is_empty() && signing.is_empty() {
            html.leaf("p", "none", lang.say("没有要寄的函件", "there is no letter to send"));
        }
    })
}

/// The lines of a letter: after its last empty line stands who writes, and when.
fn body_of(html: &mut Html, body: &str) {
    let (text, signed) = body.trim().rsplit_once("\n\n").unwrap_or((body, ""));
    html.block("div", "body", |html| {
        for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
            let is_line = line.starts_with(|first: char| first.is_ascii_digit());
            html.leaf("p", if is_line { "line" } else { "" }, line);
        }
    });
    html.block("div", "signed", |html| {
        for line in signed.lines() {
            html.leaf("p", "", line);
        }
    });
}

fn sheet(html: &mut Html, lang: Lang, policies: &Policies, letter: &Letter<'_>) {
    let (title, body) = letter.text.split_once('\n').unwrap_or(("", letter.text));
    html.element("article", &[], |html| {
        html.block("div", "from", |html| {
            html.leaf("span", "", policies.seller.as_deref().unwrap_or_default());
            let of = |zh: &str, en: &str, value: Option<&str>| {
                let label = lang.say(zh, en).to_owned();
                value.map(|value| format!("{label}{value}"))
            };
            let parts = [
                Some(letter.unit.to_owned()),
                of("业主 ", "buyer ", letter.owner),
                of("电话 ", "phone ", letter.phone),
                of("置业顾问 ", "agent ", letter.agent),
            ];
            let parts: Vec<String> = parts.into_iter().flatten().collect();
            html.leaf("span", "", &parts.join(" · "));
        });
        html.leaf("h1", "", title);
        body_of(html, body);
        html.block("div", "reply", |html| {
            html.leaf("span", "", lang.say("签收人", "Received by"));
            html.leaf("span", "", lang.say("签收日期", "Received on"));
        });
    });
}
