//! Names that differ only in spelling.

use crate::Text;
use crate::error::{Code, Finding, finding};
use crate::nearest::spelling;
use crate::refer::Kind;

pub(crate) const PLAN: Kind = ("payment plan", "付款方式");
pub(crate) const PROJECT: Kind = ("project", "项目");
pub(crate) const PRODUCT: Kind = ("product type", "业态");
pub(crate) const LEVEL: Kind = ("member level", "会员级别");
pub(crate) const CAMPAIGN: Kind = ("campaign", "活动");

/// What is asked for and what the deal has, if they differ only in spelling.
pub(crate) fn misspelt(
    code: &str,
    kind: Kind,
    names: &[Text],
    given: Option<&str>,
) -> Option<Finding> {
    let given = given.filter(|given| !names.iter().any(|name| name == given))?;
    names.first()?;
    let plain = spelling(given);
    let name = names.iter().find(|name| spelling(name) == plain)?;
    Some(finding!(Code::DiscountNameSpelling, code, kind = kind.0, kind_zh = kind.1, name, given))
}
