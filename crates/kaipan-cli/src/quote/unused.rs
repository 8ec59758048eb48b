//! Options of a quote that say nothing for what is quoted.

use super::View;
use crate::args::QuoteArgs;
use crate::remarks::Remarks;
use kaipan::error::{Code, Finding};
use kaipan::payment::PaymentPlan;
use kaipan::quote::QuoteChoice;

/// Options that were given and have no effect, and values given twice.
pub(super) fn remarks(options: &QuoteArgs, view: &View<'_>, choices: &[QuoteChoice]) -> Remarks {
    let mut remarks = Remarks::new(view.lang);
    let plans: Vec<&PaymentPlan> =
        choices.iter().filter_map(|choice| view.plan(&choice.plan)).collect();
    let has = |of: fn(&PaymentPlan) -> bool| plans.is_empty() || plans.iter().any(|plan| of(plan));
    let fund = has(|plan| plan.fund.is_some());
    let loan = has(|plan| plan.fund.is_some() || plan.commercial.is_some());
    let mut say = |given: bool, option: &str, zh: &str, en: &str| {
        if given {
            remarks.without_effect(option, zh, en);
        }
    };
    let (zh, en) = ("只有一种付款方式，不作比较", "one plan is quoted, nothing is compared");
    let alone = choices.len() == 1 && !options.compare;
    say(options.annual_rate.is_some() && alone, "--annual-rate", zh, en);
    let (zh, en) = ("所选付款方式没有贷款", "the plan has no loan");
    say(options.months.is_some() && !loan, "--months", zh, en);
    say(options.method.is_some() && !loan, "--method", zh, en);
    say(options.appraisal.is_some() && !loan, "--appraisal", zh, en);
    let (zh, en) = ("所选付款方式没有公积金贷款", "the plan has no provident fund loan");
    say(options.fund_months.is_some() && !fund, "--fund-months", zh, en);
    say(options.borrowers.is_some() && !fund, "--borrowers", zh, en);
    say(options.fund_balance.is_some() && !fund, "--fund-balance", zh, en);
    say(!options.uplift.is_empty() && !fund, "--uplift", zh, en);
    remarks.repeated("--campaign", &options.campaign);
    remarks.repeated("--uplift", &options.uplift);
    remarks
}

/// A confirmation of what did not ask for one.
pub(super) fn confirmation(options: &QuoteArgs, found: Vec<&Finding>, remarks: &mut Remarks) {
    const CONFIRMED: [Code; 2] =
        [Code::DiscountLargeConfirmed, Code::DiscountLargeTogetherConfirmed];
    if options.yes && !found.iter().any(|finding| CONFIRMED.contains(&finding.code)) {
        let (zh, en) = ("没有需要确认的优惠", "no discount has to be confirmed");
        remarks.without_effect("--yes", zh, en);
    }
}
