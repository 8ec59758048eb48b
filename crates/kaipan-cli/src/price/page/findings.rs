//! Everything that was found, the gravest first.

use super::tables::of_severity;
use crate::html::Html;
use crate::text::{Say, severity};
use kaipan::error::{Finding, Lang};

/// A section with the findings; none if there are none.
pub(crate) fn write(html: &mut Html, lang: Lang, findings: &[Finding]) {
    let mut sorted: Vec<&Finding> = findings.iter().collect();
    if sorted.is_empty() {
        return;
    }
    sorted.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
    html.block("section", "", |html| {
        html.leaf("h2", "", lang.say("检查结果", "Findings"));
        html.block("table", "", |html| {
            html.block("thead", "", |html| {
                html.block("tr", "", |html| {
                    html.leaf("th", "", lang.say("程度", "Severity"));
                    html.leaf("th", "", lang.say("房号", "Unit"));
                    html.leaf("th", "", lang.say("内容", "Finding"));
                });
            });
            html.block("tbody", "", |html| {
                for finding in sorted {
                    html.block("tr", "", |html| {
                        let kind = finding.severity;
                        html.leaf("td", of_severity(kind), severity(lang, kind));
                        html.leaf("td", "", finding.unit_no.as_deref().unwrap_or_default());
                        html.leaf("td", "", finding.message(lang));
                    });
                }
            });
        });
    });
}
