//! How the buyer wants to buy: plans, discounts and loans, from the options.

use super::policies::Policies;
use crate::args::QuoteArgs;
use crate::failure::{Choose, Failure, Located};
use crate::text::Say;
use kaipan::discount::{ChosenDiscount, Discount};
use kaipan::error::Lang;
use kaipan::payment::PaymentPlan;
use kaipan::quote::QuoteChoice;
use kaipan::{Label, Text};

/// One choice a plan.
///
/// # Errors
/// [`Failure::Choose`] when no plan is named; values of discounts that cannot be read.
pub(crate) fn choices(
    options: &QuoteArgs,
    policies: &Policies,
    lang: Lang,
) -> Result<Vec<QuoteChoice>, Failure> {
    let plans = &policies.sales.plans;
    let enabled = || plans.iter().filter(|plan| plan.enabled);
    if options.plan.is_empty() && !options.compare {
        return Err(Failure::Choose(Choose {
            what: lang.say("没有选择付款方式", "no payment plan is chosen").to_owned(),
            mend: lang
                .say(
                    "用“--plan”选择一种，多个则比较；“--compare”比较全部",
                    "choose one with --plan, several to compare them, or --compare for all",
                )
                .to_owned(),
            choices: enabled()
                .map(|plan| (plan.code.to_string(), plan_name(lang, plan).to_owned()))
                .collect(),
        }));
    }
    let codes: Vec<Text> = if options.plan.is_empty() {
        enabled().map(|plan| plan.code.clone()).collect()
    } else {
        options.plan.iter().map(|asked| plan_code(plans, asked)).collect()
    };
    let discounts = discounts(options, policies)?;
    let choice = |plan: Text| QuoteChoice {
        name: None,
        plan,
        discounts: discounts.clone(),
        best: options.best,
        deposit: None,
        commercial_loan: options.loan,
        fund_loan: options.fund_loan,
        commercial_months: options.months,
        fund_months: options.fund_months.or(options.months),
        repayment: options.method.map(Into::into),
        confirmed: options.yes,
    };
    Ok(codes.into_iter().map(choice).collect())
}

/// The name of a plan in a language.
pub(crate) fn plan_name(lang: Lang, plan: &PaymentPlan) -> &str {
    match lang {
        Lang::Zh => &plan.name,
        Lang::En => plan.name_en.as_deref().unwrap_or(&plan.code),
    }
}

/// The code of a plan named by code or name; unknown ones are left for the core to refuse.
fn plan_code(plans: &[PaymentPlan], asked: &Text) -> Text {
    let by_code = plans.iter().find(|plan| plan.code == *asked);
    let named = |plan: &&PaymentPlan| is_named(asked, &plan.name, plan.name_en.as_ref());
    by_code.or_else(|| plans.iter().find(named)).map_or(asked, |plan| &plan.code).clone()
}

/// Whether a name to show is the one that was asked for.
fn is_named(asked: &Text, name: &Label, name_en: Option<&Label>) -> bool {
    std::iter::once(name).chain(name_en).any(|name| asked.is_same_as(name))
}

fn discounts(options: &QuoteArgs, policies: &Policies) -> Result<Vec<ChosenDiscount>, Failure> {
    let known = &policies.sales.discounts.discounts;
    let mut chosen = Vec::new();
    let mut wrong = Vec::new();
    for asked in &options.discount {
        let (name, value) = match asked.split_once('=') {
            Some((name, value)) => (Text::from(name), Some(value.trim())),
            None => (asked.clone(), None),
        };
        let by_code = known.iter().find(|one| one.code == name);
        let named = |one: &&Discount| is_named(&name, &one.name, one.name_en.as_ref());
        let discount = by_code.or_else(|| known.iter().find(named));
        let code = discount.map_or(&name, |one| &one.code).clone();
        let value = match (discount, value) {
            (Some(discount), Some(value)) => match discount.value.agreed(value) {
                Ok(value) => Some(value),
                Err(error) => {
                    let place = format!("--discount {name}");
                    wrong.push(Located { place, error, suggestion: None });
                    continue;
                }
            },
            _ => None,
        };
        chosen.push(ChosenDiscount { code, value });
    }
    if wrong.is_empty() { Ok(chosen) } else { Err(Failure::Coded(wrong)) }
}
