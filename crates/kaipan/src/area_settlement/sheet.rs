//! What is answered about a settlement.

use crate::error::{Finding, told};
use crate::fee::{FeeSheet, Payer};
use crate::number::{Area, Exact, Mode, Money, Rate};
use crate::pricing::AreaBasis;
use crate::{Date, Label, Text};
use kaipan_derive::boundary;

/// What a buyer who may quit does.
#[boundary]
pub enum AreaChoice {
    /// 不退房: the contract stays and is settled.
    Keep,
    /// 退房: everything is refunded.
    Quit,
}

/// How a difference of area ends.
#[boundary]
pub enum AreaOutcome {
    /// The areas are the same, or nothing is to be paid for what differs.
    Even,
    /// 买受人补款: the buyer pays.
    BuyerPays,
    /// 出卖人退款: the seller refunds.
    SellerRefunds,
    /// 退房: the buyer quits.
    Quit,
    /// 按套计价: a price of the whole home is not settled by area.
    PerUnit,
    /// 设计变更: a supplementary agreement says what follows.
    Supplement,
}

/// How buyer and seller settle a difference of area, and what follows from it.
#[boundary(answer)]
pub struct AreaSettlementSheet {
    /// The deal.
    pub deal: Text,
    /// 房号.
    pub unit_no: Text,
    /// The area that it is settled by.
    pub basis: AreaBasis,
    /// How it ends. While a buyer who may quit has not chosen, as for one who keeps the home.
    pub outcome: AreaOutcome,
    /// 合同约定面积 of the basis, m².
    pub contract_area: Area,
    /// 登记面积 of the basis, m².
    pub registered_area: Area,
    /// 面积误差比 of the basis, a share: 0.03 is 3 %; exact, or 12 decimals of it.
    pub ratio: Exact,
    /// The same by building area.
    pub building_ratio: Exact,
    /// The same by inside area, where both are known.
    pub inside_ratio: Option<Exact>,
    /// 买受人有权退房.
    #[boundary(required)]
    pub may_quit: bool,
    /// What the buyer has chosen.
    pub choice: Option<AreaChoice>,
    /// Price per m² that it is settled at, yuan; exact, or 12 decimals of it.
    pub unit_price: Exact,
    /// 补差款, yuan: above zero the buyer pays, below zero the seller refunds.
    pub amount: Money,
    /// Interest on the refund.
    pub interest: Option<AreaInterest>,
    /// What is to be paid, by whom, until when.
    pub money: Vec<AreaMoney>,
    /// 合同总价 before, yuan.
    pub contract_total_before: Money,
    /// 合同总价 after the settlement, yuan; none where the buyer quits.
    pub contract_total_after: Option<Money>,
    /// What is refunded where the buyer quits, or would be.
    pub quit: Option<AreaQuit>,
    /// What fees and taxes become.
    pub fees: Option<AreaFeeChange>,
    /// The settlement step by step.
    pub steps: Vec<AreaStep>,
    /// What a person should read.
    pub findings: Vec<Finding>,
}

told!(AreaSettlementSheet: fees, findings);

/// Interest on a refund.
#[boundary(answer)]
pub struct AreaInterest {
    /// Yuan that bear it.
    pub principal: Exact,
    /// Annual rate, a share: 0.0435 is 4.35 %.
    pub rate: Rate,
    /// The first day; interest runs from the day after it.
    pub from: Date,
    /// The last day.
    pub to: Date,
    /// How many days.
    pub days: u32,
    /// Yuan, half up to the fen.
    pub amount: Money,
}

/// Money to be paid.
#[boundary(answer)]
pub struct AreaMoney {
    /// Which way it goes.
    pub way: AreaMoneyWay,
    /// What it is (款项).
    pub item: Text,
    /// Yuan, above zero.
    pub amount: Money,
    /// The last day; none where the policy has no days, or the day of the settlement is not known.
    pub due: Option<Date>,
}

/// Which way money goes.
#[boundary]
pub enum AreaMoneyWay {
    /// 应收: the buyer owes it.
    Receivable,
    /// 应退: it is paid out to the buyer.
    Refund,
    /// 冲抵: it is set off against what is unpaid of the house.
    Offset,
    /// 退还贷款: it goes back to the lender.
    RefundToLender,
}

/// What a buyer who quits gets back.
#[boundary(answer)]
pub struct AreaQuit {
    /// Everything that the buyer paid himself, yuan.
    pub to_buyer: Money,
    /// What lenders paid, yuan.
    pub to_lender: Money,
    /// Interest on all of it, yuan, half up to the fen; none where rate or days are not known.
    pub interest: Option<Money>,
    /// The last day.
    pub due: Option<Date>,
}

/// What fees and taxes become by the registered area and the new price.
#[boundary(answer)]
pub struct AreaFeeChange {
    /// Every fee, before and after.
    #[boundary(required)]
    pub differences: Vec<FeeDifference>,
    /// The fees as they are after the settlement; what was received keeps its line and gets an
    /// adjustment.
    pub sheet: FeeSheet,
}

told!(AreaFeeChange: sheet);

/// A fee before and after a settlement.
#[boundary(answer)]
pub struct FeeDifference {
    /// Code.
    pub code: Text,
    /// Name.
    pub name: Label,
    /// Name in English.
    pub name_en: Label,
    /// The unit.
    pub unit_no: Option<Text>,
    /// The buyer, for fees by buyer.
    pub buyer: Option<Text>,
    /// Who pays it.
    pub payer: Payer,
    /// By the contract, yuan.
    pub before: Money,
    /// By the settlement, yuan.
    pub after: Money,
    /// After less before, yuan.
    pub difference: Money,
}

/// One step of a settlement.
///
/// The first steps are in m², the others in yuan: they begin from nothing, and each goes on from the
/// one before it.
#[boundary(answer)]
pub struct AreaStep {
    /// Which rule was applied.
    pub rule: AreaStepRule,
    /// What was applied: the contract's area (m²), the part of the difference (m²), a rounding place.
    pub value: Option<Exact>,
    /// How often the price is paid for a part, a factor.
    pub factor: Option<Rate>,
    /// The price per m² of a part, yuan.
    pub price: Option<Exact>,
    /// Which way a rounding step went.
    pub mode: Option<Mode>,
    /// What was there before; none for the first step.
    pub before: Option<Exact>,
    /// What is there after.
    pub after: Exact,
}

/// The rule behind a step.
#[boundary]
pub enum AreaStepRule {
    /// The registered area.
    RegisteredArea,
    /// − the contract's area.
    Difference,
    /// + part × factor × price.
    Part,
    /// Rounding of the settlement amount.
    Rounding,
}
