//! What the host knows when it asks: the day, who asks, the unit, the building, the people, the
//! money.

use super::{
    AfterSale, AgreedTerms, BuyerDetails, ChangedFrom, DealChangePolicy, Quota, SaleRules,
    SaleStatus,
};
use crate::approval::ApprovalRequest;
use crate::money::MoneyCategory;
use crate::number::{Money, Rate};
use crate::organisation::ProcessVariant;
use crate::payment::DepositLimit;
use crate::project::{PresalePermit, Unit};
use crate::{StreamRead, Text, Time};
use kaipan_derive::boundary;

/// What a decision looks at beside the unit's stock and the deal. What is absent is not known, and a
/// guard that needs it is not met: it needs input.
#[boundary]
pub struct DealContext {
    /// Now.
    pub now: Time,
    /// Who asks.
    pub person: Text,
    /// His roles here, by code.
    pub roles: Vec<Text>,
    /// 流程差异: the process variants that count here today, each of its command: who enters,
    /// reviews and approves where that differs from the table (handbook §22.5).
    pub variants: Vec<ProcessVariant>,
    /// The unit with its areas and prices.
    pub unit: Option<Unit>,
    /// Presale permits of the project.
    pub permits: Option<Vec<PresalePermit>>,
    /// What is known of project, phases and buildings.
    pub status: Option<SaleStatus>,
    /// The organisation nodes that the unit lies in, the nearest first.
    pub nodes: Vec<Text>,
    /// The dated rules of a sale; the national ones if absent.
    pub rules: Option<SaleRules>,
    /// What the house has decided.
    #[boundary(empty)]
    pub policy: DealPolicy,
    /// What is known of the buyers.
    pub buyers: Option<Vec<BuyerFacts>>,
    /// Required questions that have no answer yet.
    pub unanswered: Option<Vec<Text>>,
    /// Money received for the deal, by item.
    pub received: Option<Vec<ReceivedMoney>>,
    /// The streams of the ledger that `received` was read from.
    pub ledger: Vec<StreamRead>,
    /// Requests for approval about this deal, this unit or this offer. Those that are not approved,
    /// or are about something else, do not count.
    pub approvals: Vec<ApprovalRequest>,
    /// The quotas that the draft or the deal names.
    pub quotas: Option<Vec<Quota>>,
    /// The lottery that a registration is entered for (T26).
    pub lottery: Option<LotterySeen>,
    /// Whose turn it is to choose a room (T28).
    pub turn: Option<ChoosingTurn>,
    /// The role that has to approve the price; none if it needs no approval.
    pub price_approval: Option<PriceApproval>,
    /// The channel that the unit is allotted to, if it is.
    pub allotted_to: Option<Text>,
    /// What of the checklist of the sale stands in the way of a release: what `kpi.checklist` lacks.
    /// Not asked for if absent.
    pub unprepared: Option<Vec<Text>>,
    /// Codes of findings about the draft that are almost surely mistakes.
    pub unusual: Vec<Text>,
    /// What was agreed beside the draft, for the snapshot.
    pub terms: Option<AgreedTerms>,
    /// Other streams that were read to give these answers, with the versions seen.
    pub reads: Vec<StreamRead>,
    /// 换出: the deal and the unit that a change of unit leaves (T18). `unit` and `received` are
    /// then of the new unit and of the money that moves.
    pub changed_from: Option<Box<ChangedFrom>>,
    /// What the services after the contract know of it: filing and loan.
    pub after_sale: Option<AfterSale>,
}

/// What the house has decided about its deals.
#[boundary]
#[derive(Default)]
pub struct DealPolicy {
    /// The largest deposit; the law's if absent. A table can allow less than the law, never more.
    pub deposit_limit: Option<DepositLimit>,
    /// The sincerity money of every registration, yuan.
    pub sincerity_amount: Option<Money>,
    /// The least booking money, yuan.
    pub least_booking: Option<Money>,
    /// The least deposit of a subscription, yuan.
    pub least_deposit: Option<Money>,
    /// A subscription may be entered before the whole deposit is there.
    pub allow_partial_deposit: bool,
    /// Money that must be there before subscribing, whatever the deposit.
    pub before_subscribing: Option<LeastReceived>,
    /// Money that must be there before the contract is printed and signed, beyond the down payment
    /// of the schedule.
    pub before_signing: Option<LeastReceived>,
    /// The longest reservation, days; 7 if absent.
    pub longest_reservation: Option<u32>,
    /// The longest hold for a trade-in, days; 90 if absent.
    pub longest_trade_in: Option<u32>,
    /// The longest hold of a room, minutes; 30 if absent.
    pub longest_hold: Option<u32>,
    /// The project sells without floor prices. Without this a unit that has none is not released,
    /// and no price is agreed for it.
    pub without_floor_prices: bool,
    /// 房源录入审批: units are released only after a request about their entry was approved. Without
    /// this nobody asks, as for units that were entered before there were such requests.
    pub entry_approval: bool,
    /// Payment plans that are offered, by code; all if absent.
    pub plans: Option<Vec<Text>>,
    /// Contracts need a finance review.
    pub finance_review: bool,
    /// 合同打印控制: a contract that follows a subscription is signed only after it was printed, which
    /// the money and the finance review must allow.
    pub print_control: bool,
    /// The city does not forbid to sell above the filed price: it takes an approval.
    pub above_filed_by_approval: bool,
    /// What is decided about changes: fees, penalties, relations.
    pub change: Option<DealChangePolicy>,
}

/// The least money that must be received: the greater of the two.
#[boundary]
#[derive(Default)]
pub struct LeastReceived {
    /// Yuan.
    pub amount: Option<Money>,
    /// Share of the contract total: 0.3 is 30 %; half up to the fen.
    pub share: Option<Rate>,
}

/// What is known of a buyer.
#[boundary]
pub struct BuyerFacts {
    /// The customer.
    pub customer: Text,
    /// His identity is on record and its number is sound.
    #[boundary(required)]
    pub identified: bool,
    /// Required fields that are empty.
    pub missing: Vec<Text>,
    /// The version of the customer's stream that this was read from.
    pub version: Option<u32>,
    /// What the snapshot and the contract name of him.
    pub details: Option<BuyerDetails>,
    /// 信用额度: the most that he may owe, yuan; no limit if absent.
    pub credit_limit: Option<Money>,
    /// 欠款: what he owes and has not paid when due, in all his deals, yuan.
    pub owes: Option<Money>,
}

/// Money received for a deal.
#[boundary]
pub struct ReceivedMoney {
    /// What it is.
    pub item: Text,
    /// Yuan, what was given back taken off.
    pub amount: Money,
    /// The account it lies in.
    pub account: Option<Text>,
    /// What kind of money an item of the host's own is. That of the library's items is known, and
    /// counts whatever is said here.
    pub category: Option<MoneyCategory>,
}

/// The lottery that a registration is entered for, as its queue has it (T26).
#[boundary]
pub struct LotterySeen {
    /// The queue.
    pub queue: Text,
    /// The version of the queue's stream that was seen.
    pub version: u32,
    /// When the list was closed, if it is.
    pub closed_at: Option<Time>,
}

/// Whose turn it is to choose a room, and until when (T28).
#[boundary]
pub struct ChoosingTurn {
    /// The queue.
    pub queue: Text,
    /// The version of the queue's stream that was seen.
    pub version: u32,
    /// The deal whose registration has the turn.
    pub deal: Text,
    /// The first moment of its window.
    pub from: Time,
    /// The first moment after its window.
    pub until: Time,
}

/// Who has to approve a price.
#[boundary]
pub struct PriceApproval {
    /// The role; none if no approval is needed.
    pub role: Option<Text>,
}
