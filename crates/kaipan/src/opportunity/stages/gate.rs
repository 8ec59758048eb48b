//! Which gates of a stage an opportunity does not meet.

use super::{OpportunityField, StageGate};
use crate::check::is_named;
use crate::error::{Code, Error};
use crate::opportunity::follow_up::FollowUpKind;
use crate::opportunity::history::OpportunityHistory;
use crate::opportunity::record::{Opportunity, OpportunityFields};

/// Everything that the gates ask for and the opportunity does not have.
pub(in crate::opportunity) fn lacking(
    gates: &[StageGate],
    opportunity: &Opportunity,
    history: &OpportunityHistory,
) -> Vec<Error> {
    let mut errors = Vec::new();
    for gate in gates {
        let lacks = match gate {
            StageGate::Field { field } if !field.is_in(&opportunity.fields) => {
                field.names().map(Into::into)
            }
            StageGate::FollowUps { of, at_least } => {
                let own = history.follow_ups.iter().filter(|one| {
                    one.project == opportunity.project && of.is_none_or(|kind| one.kind == kind)
                });
                let count = u32::try_from(own.count()).unwrap_or(u32::MAX);
                if count >= *at_least {
                    continue;
                }
                let [zh, en] = of.map_or(["跟进", "follow-ups"], names);
                [
                    format!("{at_least} 次{zh}（现有 {count} 次）"),
                    format!("{en} on record: {at_least} needed, {count} there"),
                ]
            }
            StageGate::Quotation {}
                if !history.quotations.iter().any(|one| one.project == opportunity.project) =>
            {
                ["报价记录".to_owned(), "a quotation on record".to_owned()]
            }
            StageGate::Confirmed { item, name, name_en, approval } => {
                let mut own = opportunity.confirmations.iter().filter(|one| one.item == *item);
                if own.any(|one| is_named(one.approval.as_ref()) || !approval) {
                    continue;
                }
                let [zh, en] = if *approval {
                    ["经审批的确认", "confirmed by an approval"]
                } else {
                    ["确认", "confirmed"]
                };
                [format!("“{name}”{zh}"), format!("\"{name_en}\" {en}")]
            }
            StageGate::Field { .. } | StageGate::Quotation {} => continue,
        };
        let [zh, en] = lacks;
        let error = Error::new(Code::OpportunityGate);
        errors.push(error.with_long("lacks_zh", zh).with_long("lacks_en", en));
    }
    errors
}

/// A kind of follow-up in Chinese, and several of them in English.
fn names(kind: FollowUpKind) -> [&'static str; 2] {
    match kind {
        FollowUpKind::Call => ["来电", "calls"],
        FollowUpKind::Visit => ["来访", "visits"],
        FollowUpKind::Other => ["其他跟进", "other contacts"],
    }
}

impl OpportunityField {
    fn is_in(self, fields: &OpportunityFields) -> bool {
        match self {
            OpportunityField::Subject => fields.subject.is_some(),
            OpportunityField::Source => fields.source.is_some(),
            OpportunityField::ExpectedClose => fields.expected_close.is_some(),
            OpportunityField::PriceList => fields.price_list.is_some(),
            OpportunityField::Amount => fields.amount.is_some(),
            OpportunityField::Competitors => !fields.competitors.is_empty(),
            OpportunityField::Department => fields.department.is_some(),
            OpportunityField::Grade => fields.grade.is_some(),
        }
    }

    fn names(self) -> [&'static str; 2] {
        match self {
            OpportunityField::Subject => ["主题", "a subject"],
            OpportunityField::Source => ["来源", "a source"],
            OpportunityField::ExpectedClose => ["完成日期", "an expected day of the decision"],
            OpportunityField::PriceList => ["价目表", "a price list"],
            OpportunityField::Amount => ["金额", "an amount"],
            OpportunityField::Competitors => ["竞争对手", "competitors"],
            OpportunityField::Department => ["部门", "a department"],
            OpportunityField::Grade => ["意向等级", "a grade of intention"],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::opportunity::record::OpportunityConfirmation;
    use crate::opportunity::samples::{follow_up, opportunity};

    #[test]
    fn everything_that_lacks_is_listed_at_once() {
        let mut of = opportunity("o1");
        let mut history = OpportunityHistory::new("C1");
        let gates = [
            StageGate::Field { field: OpportunityField::Amount },
            StageGate::FollowUps { of: None, at_least: 1 },
            StageGate::FollowUps { of: Some(FollowUpKind::Visit), at_least: 1 },
            StageGate::Quotation {},
            StageGate::Confirmed {
                item: "x".into(),
                name: "查重".into(),
                name_en: "x".into(),
                approval: true,
            },
        ];
        assert_eq!(lacking(&gates, &of, &history).len(), 5);
        history.follow_ups.push(follow_up("f1", "2026-03-01T10:00:00"));
        of.fields.amount = Some("1".parse().unwrap());
        of.confirmations.push(OpportunityConfirmation::new(
            "x",
            "2026-03-01".parse().unwrap(),
            "m",
        ));
        assert_eq!(lacking(&gates, &of, &history).len(), 3, "a visit, a quotation, an approval");
        of.confirmations[0].approval = Some("a1".into());
        assert_eq!(lacking(&gates[4..], &of, &history).len(), 0);
    }
}
