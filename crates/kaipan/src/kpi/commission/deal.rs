use super::scheme::{CommissionMeasure, CommissionScheme, wrong_sum};
use crate::channel::EarningCondition;
use crate::check::{Must, blank, with_repeats};
use crate::error::{Code, Error, Finding, finding};
use crate::number::{Fraction, Money};
use crate::{Date, Text};
use kaipan_derive::boundary;

/// A deal that earns commission.
#[boundary]
pub struct CommissionedDeal {
    /// Its id.
    pub deal: Text,
    /// The deal total, yuan.
    pub amount: Money,
    /// 签约日.
    pub signed_on: Option<Date>,
    /// The day on which the down payment was received in full.
    pub down_payment_on: Option<Date>,
    /// 放款日.
    pub loan_paid_on: Option<Date>,
    /// 退房日.
    pub quit_on: Option<Date>,
    /// What was received, where that is counted.
    pub receipts: Vec<CommissionReceipt>,
    /// Who gets it; the shares come to 1.
    #[boundary(required)]
    pub shares: Vec<CommissionShare>,
}

/// House money that was received, or given back (退款).
#[boundary]
pub struct CommissionReceipt {
    /// When.
    pub date: Date,
    /// Yuan; below zero of what was given back.
    pub amount: Money,
}

/// A share of a commission.
#[boundary]
pub struct CommissionShare {
    /// The person or channel.
    pub person: Text,
    /// The share: 1/3, 0.5.
    pub share: Fraction,
}

impl CommissionedDeal {
    /// The day on which a condition was met.
    pub(super) const fn met(&self, condition: EarningCondition) -> Option<Date> {
        match condition {
            EarningCondition::Signing => self.signed_on,
            EarningCondition::DownPayment => self.down_payment_on,
            EarningCondition::LoanPaid => self.loan_paid_on,
        }
    }

    /// Days and amounts that are almost surely mistaken, of what had happened by a day.
    pub(super) fn findings(&self, as_of: Option<Date>) -> Vec<Finding> {
        let has_come = |day: &Date| as_of.is_none_or(|last| *day <= last);
        let signed_on = self.signed_on.filter(has_come);
        let ends = [
            ("quit_on", "quit", "退房", self.quit_on),
            ("loan_paid_on", "pay-out of the loan", "放款", self.loan_paid_on),
        ];
        let mut told = Vec::new();
        for (field, what, what_zh, day) in ends {
            let Some((day, signing)) = day.zip(signed_on).filter(|(day, on)| day < on) else {
                continue;
            };
            let deal = &self.deal;
            let early = finding!(Code::KpiCommissionDates, deal, what, what_zh, day, signing);
            told.push(early.at(field));
        }
        let receipts = self.receipts.iter().filter(|receipt| has_come(&receipt.date));
        let collected = Money::sum(receipts.map(|receipt| receipt.amount));
        if let Some(collected) = collected.clone().ok().filter(|sum| sum.is_negative()) {
            let name = &self.deal;
            let below = finding!(Code::KpiCommissionBelowZero, name, collected);
            told.push(below.at("receipts"));
        }
        if let Some(collected) = collected.ok().filter(|sum| *sum > self.amount) {
            let (deal, amount) = (&self.deal, self.amount);
            let above = finding!(Code::KpiCommissionCollected, deal, collected, amount);
            told.push(above.at("receipts"));
        }
        told
    }

    /// What is wrong with it, each at its field.
    pub(super) fn errors(&self, scheme: &CommissionScheme) -> Vec<Error> {
        let mut errors: Vec<Error> =
            blank(Code::KpiBlank, "deal", &self.deal).into_iter().collect();
        errors.extend(Must::NotBeNegative.refused(Code::KpiNumber, "amount", self.amount));
        let by_receipt = scheme.measure == CommissionMeasure::CollectedAmount;
        if !by_receipt && !self.receipts.is_empty() {
            errors
                .push(Error::new(Code::KpiReceiptsUnused).with("deal", &self.deal).at("receipts"));
        }
        for (at, receipt) in self.receipts.iter().enumerate() {
            let wrong = Must::NotBeZero.refused(Code::KpiNumber, "amount", receipt.amount);
            errors.extend(wrong.map(|error| error.at(at).at("receipts")));
        }
        let before = errors.len();
        for (at, share, first) in with_repeats(&self.shares, |share| &share.person) {
            let twice = first.map(|first| {
                let error = Error::new(Code::KpiIdTwice).with("id", &share.person);
                error.with("first", first).at("person")
            });
            let own = blank(Code::KpiBlank, "person", &share.person).into_iter().chain(twice);
            let own = own.chain(Must::BePart.refused(Code::KpiNumber, "share", share.share));
            errors.extend(own.map(|error| error.at(at).at("shares")));
        }
        if errors.len() == before {
            errors.extend(wrong_sum(self.shares.iter().map(|share| share.share), "shares"));
        }
        errors
    }
}
