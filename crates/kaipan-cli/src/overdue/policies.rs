//! The policies of a house about what is owed, and which of them were given.

use crate::commented;
use crate::failure::Failure;
use crate::layout::{clean, facts};
use crate::text::Say;
use kaipan::deal::DealDeadlines;
use kaipan::error::{Code, Lang};
use kaipan::ledger::LedgerPolicy;
use kaipan::overdue::{
    AgingBucket, DunningPlan, DunningRecord, ForecastPolicy, GivenReason, LateFeePolicy,
    LateFeeWaiver, OverdueReason, PaymentDemand, PlannedSales, PostedLateFee, TerminationPolicy,
};
use kaipan::service::ServiceDefinition;
use kaipan::{Label, Text, WorkingDays};
use kaipan_derive::boundary;
use std::path::Path;

/// What a house has decided, and what it has on record beside its sales. What is absent is as in the
/// handbook.
#[boundary(read)]
#[derive(Debug, Default)]
pub(crate) struct Policies {
    /// Who writes.
    pub(crate) seller: Option<Label>,
    /// Late fees, as overdue.assess takes them in policy.
    pub(crate) late_fee: Option<LateFeePolicy>,
    /// Waivers of late fees.
    pub(crate) waivers: Vec<LateFeeWaiver>,
    /// What was posted of late fees as claims of their own.
    pub(crate) posted: Vec<PostedLateFee>,
    /// When the seller may end a contract.
    pub(crate) termination: Option<TerminationPolicy>,
    /// Demands that reached buyers.
    pub(crate) demands: Vec<PaymentDemand>,
    /// The buckets of aging.
    pub(crate) buckets: Option<Vec<AgingBucket>>,
    /// The steps of dunning.
    pub(crate) dunning: Option<DunningPlan>,
    /// The items that buyers are reminded of; all if there are none.
    pub(crate) items: Vec<Text>,
    /// Steps that were taken.
    pub(crate) records: Vec<DunningRecord>,
    /// How likely and how late money comes in.
    pub(crate) forecast: Option<ForecastPolicy>,
    /// Sales that are planned.
    pub(crate) sales: Vec<PlannedSales>,
    /// How long before a deadline of a deal it is told.
    pub(crate) deadlines: Option<DealDeadlines>,
    /// Which days are worked.
    pub(crate) working_days: Option<WorkingDays>,
    /// Machines of services.
    pub(crate) definitions: Vec<ServiceDefinition>,
    /// The reasons that there are.
    pub(crate) reason_classes: Option<Vec<OverdueReason>>,
    /// Reasons that were found.
    pub(crate) reasons: Vec<GivenReason>,
    /// How receipts are allocated and more, as ledger.post takes it in policy.
    pub(crate) ledger: Option<LedgerPolicy>,
}

/// What is shown of the policies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Used {
    LateFee,
    Termination,
    Buckets,
    Dunning,
    Forecast,
    Deadlines,
}

impl Policies {
    /// Those of a file, or none.
    ///
    /// # Errors
    /// A file that cannot be read, or holds something else.
    pub(crate) fn load(path: Option<&Path>) -> Result<Policies, Failure> {
        let Some(path) = path else { return Ok(Policies::default()) };
        commented::read(path).map_err(|error| match error.code() {
            Code::InputFile => Failure::plain(&error),
            _ => Failure::in_file(&path.display().to_string(), &error),
        })
    }

    /// Late fees: as agreed, or none.
    pub(crate) fn late_fee(&self) -> LateFeePolicy {
        self.late_fee.clone().unwrap_or_default()
    }

    /// The right to end contracts: as agreed, or that of the law.
    pub(crate) fn termination(&self) -> TerminationPolicy {
        self.termination.clone().unwrap_or_default()
    }

    fn is_given(&self, used: Used) -> bool {
        match used {
            Used::LateFee => self.late_fee.is_some(),
            Used::Termination => self.termination.is_some(),
            Used::Buckets => self.buckets.is_some(),
            Used::Dunning => self.dunning.is_some(),
            Used::Forecast => self.forecast.is_some(),
            Used::Deadlines => self.deadlines.is_some(),
        }
    }

    /// Which policies were used, and where they come from.
    pub(crate) fn told(
        &self,
        file: Option<&Path>,
        used: &[Used],
        lang: Lang,
        width: usize,
    ) -> Vec<String> {
        facts(&self.used(file, used, lang), width)
    }

    /// The name of each policy, and where it comes from.
    pub(crate) fn used(
        &self,
        file: Option<&Path>,
        used: &[Used],
        lang: Lang,
    ) -> Vec<(&'static str, String)> {
        let given = file.map(|file| clean(&file.display().to_string())).unwrap_or_default();
        let given = match lang {
            Lang::Zh => format!("按“{given}”"),
            Lang::En => format!("as in {given}"),
        };
        let each = used.iter().map(|one| {
            let (name, default) = one.words(lang);
            (name, if self.is_given(*one) { given.clone() } else { default.to_owned() })
        });
        each.collect()
    }
}

impl Used {
    /// Its name, and what it is where none is given.
    fn words(self, lang: Lang) -> (&'static str, &'static str) {
        match self {
            Used::LateFee => (
                lang.say("违约金", "late fees"),
                lang.say("默认：未约定，不计", "default: none agreed, nothing is charged"),
            ),
            Used::Termination => (
                lang.say("解除权", "ending contracts"),
                lang.say(
                    "默认：按民法典第六百三十四条和司法解释第十一条，须先催告",
                    "default: Civil Code Art. 634 and judicial interpretation Art. 11, after a demand",
                ),
            ),
            Used::Buckets => (
                lang.say("账龄分段", "buckets"),
                lang.say("默认：30、60、90、180、360 天", "default: 30, 60, 90, 180, 360 days"),
            ),
            Used::Dunning => (
                lang.say("催款计划", "dunning"),
                lang.say(
                    "默认：到期前 3 天短信，后 1 天电话，7、15 天函件，30 天律师函",
                    "default: a message 3 days before, a call 1 day after, letters after 7 and 15, a lawyer's after 30",
                ),
            ),
            Used::Forecast => (
                lang.say("回款预测", "forecast"),
                lang.say(
                    "默认：到期全额回款；贷款按承诺日，没有则按计划放款日",
                    "default: in full on the due day; loans on the promised day, else on the planned one",
                ),
            ),
            Used::Deadlines => (
                lang.say("时限", "deadlines"),
                lang.say("默认：规则手册第 23 章", "default: handbook chapter 23"),
            ),
        }
    }
}
