//! What is sent to phones or said on them, one row a buyer.

use crate::failure::Failure;
use crate::overdue::table::{csv as table, guarded, text};
use crate::overdue::{View, words};
use crate::text::Say;
use kaipan::overdue::DunningNotice;

/// Messages and calls as CSV.
pub(super) fn csv(view: &View, taken: &[&DunningNotice]) -> Result<String, Failure> {
    let lang = view.lang;
    let titles = [
        ("电话", "phone"),
        ("业主", "owner"),
        ("房号", "unit_no"),
        ("置业顾问", "agent"),
        ("方式", "channel"),
        ("步骤", "step"),
        ("应付", "net"),
        ("内容", "text"),
    ];
    let those = taken.iter().filter(|notice| !super::is_letter(notice));
    let rows = those.map(|notice| {
        vec![
            text(notice.phone.as_ref()),
            text(notice.owner.as_ref()),
            text(notice.unit_no.as_ref()),
            text(notice.agent.as_ref()),
            words::channel(lang, notice.channel).to_owned(),
            lang.say(&notice.zh, &notice.en).to_owned(),
            notice.net.to_string(),
            guarded(lang.say(&notice.text_zh, &notice.text_en)),
        ]
    });
    table(&titles.map(|(zh, en)| lang.say(zh, en)), rows)
}
