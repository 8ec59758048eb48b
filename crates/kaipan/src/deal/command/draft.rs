//! A command: the action and its draft.

use super::DealAction;
use crate::deal::{
    BuyerEdit, DealBuyer, DealPrice, ESignature, FixedPriceOffer, OldHomeSale, SettlementTerms,
    StockCorrection, StockLock,
};
use crate::number::Money;
use crate::payment::ScheduleLine;
use crate::{Date, Label, Text};
use kaipan_derive::boundary;

/// What is to be done with a unit and its deal, and with what.
#[boundary]
pub struct DealCommand {
    /// What is to be done.
    pub action: DealAction,
    /// What it is done with. An action takes the fields that its row of the table names; others
    /// are refused.
    #[boundary(empty)]
    pub draft: DealDraft,
}

/// What an action is done with. `deal.options` is asked with what is known so far.
#[boundary]
#[derive(Default)]
pub struct DealDraft {
    /// Why.
    pub reason: Option<Label>,
    /// 推盘批次.
    pub batch: Option<Text>,
    /// The buyers; of a reservation or hold the one it is for.
    pub buyers: Vec<DealBuyer>,
    /// 置业顾问.
    pub agent: Option<Text>,
    /// 渠道.
    pub channel: Option<Text>,
    /// The number drawn for the document.
    pub number: Option<Text>,
    /// 排队号: the number in the queue, from 1.
    pub queue_number: Option<u32>,
    /// 摇号登记号: the number in the lottery, from 1.
    pub lottery_number: Option<u32>,
    /// The last day it holds: a reservation, a registration, a booking.
    pub until: Option<Date>,
    /// Minutes that a room is held.
    pub minutes: Option<u32>,
    /// What is agreed to be paid at once: sincerity money, booking money, deposit.
    pub amount: Option<Money>,
    /// The price agreed.
    pub price: Option<DealPrice>,
    /// The payment plan.
    pub plan: Option<Text>,
    /// What is due.
    pub schedule: Vec<ScheduleLine>,
    /// 约定签约日.
    pub agreed_signing: Option<Date>,
    /// 约定交付日.
    pub handover: Option<Date>,
    /// 违约责任: what a deposit contract says of the liabilities of both sides, or the number of
    /// the clause.
    pub liabilities: Option<Text>,
    /// 以旧换新: the old home.
    pub old_home: Option<Label>,
    /// 以旧换新: the sale of the old home.
    pub old_home_sold: Option<OldHomeSale>,
    /// Why a deposit contract ends.
    pub ended_by: Option<EndedBy>,
    /// Quotas that the price uses: of discounts with a number of uses, of offers, of a group
    /// purchase.
    pub quotas: Vec<Text>,
    /// 一口价: the terms of a fixed-price offer.
    pub offer: Option<FixedPriceOffer>,
    /// The id of what the cashier had to do.
    pub todo: Option<u32>,
    /// What is changed about a buyer in the contract.
    pub buyer_edit: Option<BuyerEdit>,
    /// 网签备案号 of a contract.
    pub filing_number: Option<Text>,
    /// 电子签名 of a contract.
    pub e_signatures: Vec<ESignature>,
    /// Codes of findings that a person has read and confirms: values that are almost surely
    /// mistakes are not signed without.
    pub confirmed: Vec<Text>,
    /// The reference of the signed paper.
    pub paper: Option<Label>,
    /// What is corrected about a unit, each with the old and the new.
    pub corrections: Vec<StockCorrection>,
    /// 变更结算: what is agreed about the money of a change.
    pub settlement: Option<SettlementTerms>,
    /// 变更申请: what becomes pending, or is no longer.
    pub pending: Option<StockLock>,
}

/// Why a deposit contract ends (T24).
#[boundary]
pub enum EndedBy {
    /// 买方违约: the deposit is forfeited, up to 20 % of the price.
    BuyerDefault,
    /// 卖方逾期: the deposit is returned, and what the contract says, double at most.
    SellerLate,
    /// 协商一致: the deposit is returned.
    Agreement,
}
