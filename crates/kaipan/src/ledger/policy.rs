//! What the house decides about its ledger, and what the host knows as it posts.

use crate::error::{Code, Error, Input, Result};
use crate::fund_plan::FundPlan;
use crate::ledger::figure::{ZERO_OR_MORE, out_of_range};
use crate::money::MoneyCategory;
use crate::number::Money;
use crate::voucher::VoucherBook;
use crate::{Label, Text, Time};
use kaipan_derive::boundary;

/// The policy of a ledger. Everything in it may be left out.
#[boundary]
#[derive(Default)]
pub struct LedgerPolicy {
    /// 款项: the house's own money items.
    pub items: Vec<LedgerMoneyItem>,
    /// How money is allocated.
    #[boundary(empty)]
    pub allocation: AllocationPolicy,
    /// The house's accounts. With any, others are refused.
    pub accounts: Vec<LedgerBankAccount>,
    /// The accounts that house money has to come to; money elsewhere is recorded, with a violation.
    pub house_accounts: Vec<Text>,
    /// How much customers may owe in all.
    pub credit_limits: Vec<CreditLimit>,
}

/// A money item of the house's own (handbook §6.1).
#[boundary]
pub struct LedgerMoneyItem {
    /// Its code.
    pub code: Text,
    /// Its name in Chinese.
    pub zh: Label,
    /// Its name in English.
    pub en: Label,
    /// What kind of money it is.
    pub category: MoneyCategory,
    /// A penalty among the charges, as a late fee is.
    pub penalty: bool,
}

/// How money that is not allocated by hand goes to receivables (handbook §6.3, §28).
#[boundary]
#[derive(Default)]
pub struct AllocationPolicy {
    /// 先违约金后本金 (Civil Code 561): charges stand in one pool with the house, and of what is due
    /// penalties come first, then fees, then principal. Without it the principal comes first, and
    /// charges are a pool of their own.
    pub penalty_first: bool,
    /// Where what its own pool cannot take may go, in this order.
    pub passes: Vec<PoolPass>,
    /// Money paid in advance is not applied by itself when something becomes receivable.
    pub manual_prepayments: bool,
}

/// Money of one pool may go on to another.
#[boundary]
pub struct PoolPass {
    /// The pool of the money.
    pub from: AllocationPool,
    /// The pool that it may go to.
    pub to: AllocationPool,
}

/// 核销池.
#[boundary]
#[derive(PartialOrd, Ord)]
pub enum AllocationPool {
    /// 售前款, each item by itself.
    PreSale,
    /// 房款: the buyer's own money for the house, with the area difference.
    House,
    /// 贷款.
    Loan,
    /// 代收费用, each item by itself.
    Collected,
    /// 收费: handling fees, late fees.
    Charge,
    /// 其他, each item by itself.
    Other,
}

/// An account of the house.
#[boundary]
pub struct LedgerBankAccount {
    /// Its code.
    pub code: Text,
    /// What has to stay in it, yuan, as the rules of a supervised account have it today; what is
    /// paid out of it leaves at least this.
    pub required: Option<Money>,
    /// 余额预警: below this, yuan, it is told.
    pub alert_below: Option<Money>,
}

/// 信用额度.
#[boundary]
pub struct CreditLimit {
    /// The customer.
    pub customer: Text,
    /// What he may owe over all his deals, yuan.
    pub limit: Money,
}

/// What the host knows as it posts.
#[boundary]
pub struct LedgerContext {
    /// Now.
    pub now: Time,
    /// Who records it.
    pub person: Text,
    /// 资金计划: the plan of the month. Where it is given, money goes out under an approved line of
    /// the day and not otherwise. What was paid under its lines before is known to the ledger.
    pub fund_plan: Option<FundPlan>,
    /// 票据: books of vouchers. Where there is one of receipts (收据), every receipt gets the next number
    /// that the person who records it holds; where there is one of proofs (凭证), every payment that
    /// goes out.
    pub voucher_books: Vec<VoucherBook>,
}

impl MoneyCategory {
    /// The pool that its money is allocated in.
    pub const fn pool(self) -> AllocationPool {
        match self {
            MoneyCategory::PreSale => AllocationPool::PreSale,
            MoneyCategory::HouseNonLoan | MoneyCategory::AreaDifference => AllocationPool::House,
            MoneyCategory::HouseLoan => AllocationPool::Loan,
            MoneyCategory::Collected => AllocationPool::Collected,
            MoneyCategory::Charge => AllocationPool::Charge,
            MoneyCategory::Other => AllocationPool::Other,
        }
    }

    /// It is money for the house, the buyer's own or lent.
    pub(super) const fn is_house(self) -> bool {
        matches!(self.pool(), AllocationPool::House | AllocationPool::Loan)
    }
}

impl AllocationPool {
    /// Each item of it is a pool by itself.
    pub(super) const fn is_by_item(self) -> bool {
        matches!(self, AllocationPool::PreSale | AllocationPool::Collected | AllocationPool::Other)
    }
}

impl LedgerPolicy {
    /// Nothing is decided.
    pub(super) const NONE: LedgerPolicy = LedgerPolicy {
        items: Vec::new(),
        allocation: AllocationPolicy {
            penalty_first: false,
            passes: Vec::new(),
            manual_prepayments: false,
        },
        accounts: Vec::new(),
        house_accounts: Vec::new(),
        credit_limits: Vec::new(),
    };

    /// Everything wrong with the policy.
    ///
    /// # Errors
    /// [`Code::LedgerPoolPass`] where loans or collected fees give or take; [`Code::LedgerTwice`] for
    /// an item, account or customer that stands twice; [`Code::LedgerItemKnown`] for an item of the
    /// library; [`Code::LedgerAmount`] for limits below zero; [`Code::LedgerAccountUnknown`] for a
    /// house account that is none of the accounts.
    pub fn check(&self) -> Result<()> {
        let mut errors = Vec::new();
        for (at, pass) in self.allocation.passes.iter().enumerate() {
            let closed = |pool| matches!(pool, AllocationPool::Loan | AllocationPool::Collected);
            if closed(pass.from) || closed(pass.to) || pass.from == pass.to {
                let error = Error::new(Code::LedgerPoolPass).at(at).at("passes").at("allocation");
                errors.push(error);
            }
        }
        twice(&self.items, |one| &one.code, "code", "items", &mut errors);
        twice(&self.accounts, |one| &one.code, "code", "accounts", &mut errors);
        twice(&self.credit_limits, |one| &one.customer, "customer", "credit_limits", &mut errors);
        for (at, item) in self.items.iter().enumerate() {
            if crate::money::item_name(&item.code).is_some() {
                let error = Error::new(Code::LedgerItemKnown).with("item", &item.code);
                errors.push(error.at("code").at(at).at("items"));
            }
        }
        for (at, one) in self.accounts.iter().enumerate() {
            for (field, amount) in [("required", one.required), ("alert_below", one.alert_below)] {
                let error = amount.filter(|amount| amount.is_negative());
                let error = error
                    .map(|amount| out_of_range(field, amount, ZERO_OR_MORE).at(at).at("accounts"));
                errors.extend(error);
            }
        }
        for (at, one) in self.credit_limits.iter().enumerate() {
            if one.limit.is_negative() {
                let error = out_of_range("limit", one.limit, ZERO_OR_MORE);
                errors.push(error.at(at).at("credit_limits"));
            }
        }
        for (at, account) in self.house_accounts.iter().enumerate() {
            let is_known = || self.accounts.iter().any(|one| one.code == *account);
            if account.trim().is_empty() {
                let error = Error::new(Code::LedgerBlank).with("field", "house_accounts");
                errors.push(error.at(at).at("house_accounts"));
            } else if !self.accounts.is_empty() && !is_known() {
                let error = Error::new(Code::LedgerAccountUnknown).with("account", account);
                let names = self.accounts.iter().map(|one| one.code.as_str());
                errors.push(error.with_nearest(names, account).at(at).at("house_accounts"));
            }
        }
        Error::collect(errors).map_err(|error| error.within(Input::Policy))
    }
}

fn twice<'a, T>(
    list: &'a [T],
    key: impl Fn(&'a T) -> &'a Text,
    field: &'static str,
    place: &'static str,
    errors: &mut Vec<Error>,
) {
    for (at, one, again) in crate::check::with_repeats(list, &key) {
        let error = again.map(|first| {
            let error = Error::new(Code::LedgerTwice).with("id", key(one)).with("first", first);
            error.at(field).at(at).at(place)
        });
        errors.extend(error);
    }
}
