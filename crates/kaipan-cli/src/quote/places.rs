//! Where an error of the core is, in the user's files and options.

use super::policies::Policies;
use crate::args::QuoteArgs;
use crate::failure::{Failure, Located, join};
use crate::price::names::{Names, did_you_mean};
use crate::text::Say;
use kaipan::error::{Code, Error, Lang};
use kaipan::{Label, Text};

/// The options that parts of the request come from.
const OPTIONS: &[(&str, &str)] = &[
    ("/case/as_of", "--date"),
    ("/case/facts/subscription_date", "--date"),
    ("/case/facts/agreed_signing_date", "--signing"),
    ("/case/facts/member_level", "--member"),
    ("/case/facts/referral", "--referrer"),
    ("/case/buyers", "--home-count"),
    ("/case/attached", "--with"),
    ("/case/facts/group_units", "--group"),
    ("/case/facts/campaigns", "--campaign"),
    ("/case/appraisal", "--appraisal"),
    ("/case/assessed_price", "--assessed-price"),
    ("/case/borrower/couple", "--borrowers"),
    ("/case/borrower/fund_balance", "--fund-balance"),
    ("/case/borrower/uplifts", "--uplift"),
    ("/choice/plan", "--plan"),
    ("/choice/commercial_loan", "--loan"),
    ("/choice/fund_loan", "--fund-loan"),
    ("/choice/commercial_months", "--months"),
    ("/choice/fund_months", "--months"),
    ("/choice/repayment", "--method"),
    ("/annual_rate", "--annual-rate"),
];

/// What places are told with.
#[derive(Clone, Copy)]
pub(crate) struct Places<'a> {
    pub(crate) policies: &'a Policies,
    pub(crate) options: &'a QuoteArgs,
    pub(crate) names: &'a Names,
    pub(crate) lang: Lang,
}

impl Places<'_> {
    /// An error as a failure.
    pub(crate) fn failure(self, error: &Error) -> Failure {
        Failure::new(error, |error| Located {
            place: self.place(&error.path()),
            error: error.clone(),
            suggestion: self.suggestion(error),
        })
    }

    /// A JSON Pointer into the request, in the user's terms.
    pub(crate) fn place(self, path: &str) -> String {
        if let Some(rest) = path.strip_prefix("/policies") {
            return join(&self.policies.sales_file, rest);
        }
        if let Some(rest) = path.strip_prefix("/case/dates") {
            return join(&self.policies.case_file, &format!("/dates{rest}"));
        }
        let unit = ["/case/unit", "/case/list"].iter().find_map(|start| path.strip_prefix(start));
        if let Some(field) = unit {
            return self.names.place_of_unit(&self.options.unit, field, self.lang);
        }
        // In a comparison the choices differ in their plans only.
        let choice = path.strip_prefix("/choices/").map(|rest| {
            let (_, rest) = rest.split_once('/').unwrap_or((rest, ""));
            format!("/choice/{rest}")
        });
        let path = choice.as_deref().unwrap_or(path);
        let nth = path.strip_prefix("/choice/discounts/").and_then(|rest| {
            let at = rest.split('/').next()?.parse::<usize>().ok()?;
            self.options.discount.get(at)
        });
        if let Some(discount) = nth {
            return format!("--discount {discount}");
        }
        if path == "/choice/fund_months" && self.options.fund_months.is_some() {
            return "--fund-months".to_owned();
        }
        let option = OPTIONS.iter().find(|(start, _)| path.starts_with(start));
        option.map_or_else(|| path.to_owned(), |(_, option)| (*option).to_owned())
    }

    fn suggestion(self, error: &Error) -> Option<String> {
        let param = |name: &str| error.params().iter().find(|one| one.name == name);
        let sales = &self.policies.sales;
        match error.code() {
            Code::QuotePlanUnknown => {
                let known = sales.plans.iter();
                let known = known.map(|plan| (&plan.code, &plan.name, plan.name_en.as_ref()));
                did_you_mean(&spellings(known), &param("plan")?.value, self.lang)
            }
            Code::DiscountUnknown => {
                let known = sales.discounts.discounts.iter();
                let known = known.map(|one| (&one.code, &one.name, one.name_en.as_ref()));
                did_you_mean(&spellings(known), &param("code")?.value, self.lang)
            }
            Code::QuotePoliciesWindow if self.options.date.is_none() => Some(
                self.lang
                    .say("用“--date”给出报价日期", "give the day of the quote with --date")
                    .to_owned(),
            ),
            _ => None,
        }
    }
}

/// Every way to name plans or discounts: codes first, then names in both languages.
fn spellings<'a>(
    known: impl Iterator<Item = (&'a Text, &'a Label, Option<&'a Label>)>,
) -> Vec<Text> {
    let known: Vec<_> = known.collect();
    let names = known.iter().flat_map(|(_, name, name_en)| std::iter::once(*name).chain(*name_en));
    known.iter().map(|(code, _, _)| (*code).clone()).chain(names.map(Text::from)).collect()
}
