//! What is done for a buyer on the day, command by command, whoever keeps what comes of it.

use crate::buyer::{Buyer, Ending, Wants};
use crate::day::{Day, SINCERITY};
use crate::failure::{Failure, Outcome};
use crate::store::{Act, Answer, Order};
use kaipan::deal::{DealAction, DealBuyer, DealCommand, DealDraft};
use kaipan::money::{BOOKING, DEPOSIT};
use kaipan::number::Money;
use kaipan::project::Unit;

/// Somebody who answers commands, each once.
pub(crate) trait Desk {
    /// The answer to an order. The same key has the same answer.
    fn ask(&mut self, order: &Order<'_>) -> Outcome<Answer>;
    /// A home was sold by an answer that is new.
    fn sold(&mut self) -> Outcome;
}

/// The commands of buyers, asked of a desk. Which come next follows from the answers alone.
#[derive(Debug)]
pub(crate) struct Script<'a, D> {
    pub(crate) day: &'a Day,
    pub(crate) desk: D,
}

impl<D: Desk> Script<'_, D> {
    /// 放盘 of every home, and the quota of the special discount.
    pub(crate) fn prepare(&mut self, quota: u32) -> Outcome {
        let day = self.day;
        for unit in &day.units {
            let command = Box::new(DealCommand::new(DealAction::Release));
            self.must(&Order {
                key: format!("{}/release", unit.unit_no),
                unit: Some(unit),
                deal: None,
                customer: None,
                quotas: Vec::new(),
                act: Act::Decide { person: "王强", role: "stock_controller", command },
            })?;
        }
        self.must(&Order {
            key: "quota".to_owned(),
            unit: None,
            deal: None,
            customer: None,
            quotas: Buyer::quotas(true),
            act: Act::OpenQuota { limit: quota },
        })
    }

    /// 认筹: a number in the queue, for sincerity money.
    pub(crate) fn register(&mut self, buyer: &Buyer) -> Outcome {
        let mut draft = with_buyer(buyer);
        draft.agent = Some("李娜".into());
        draft.queue_number = Some(buyer.number());
        draft.amount = Some(SINCERITY);
        self.must(&of_deal(buyer, "register", decide(DealAction::Register, draft)))?;
        self.must(&receipt(buyer, "sincerity", kaipan::money::SINCERITY, SINCERITY))
    }

    /// Tries the homes of a buyer's list in turn.
    pub(crate) fn rush(&mut self, buyer: &Buyer) -> Outcome<Ending> {
        let day = self.day;
        for (place, wish) in buyer.wishes.iter().enumerate() {
            let Some(unit) = day.units.get(*wish) else { continue };
            // Sold, or held for somebody else: the next one.
            if self.desk.ask(&hold(buyer, place, unit))?.refused.is_none() {
                return self.buy(buyer, unit);
            }
        }
        self.leave(buyer)
    }

    /// Buys the home that is held.
    fn buy(&mut self, buyer: &Buyer, unit: &Unit) -> Outcome<Ending> {
        match buyer.wants {
            Wants::LetGo => {
                let act = decide(DealAction::EndHold, DealDraft::default());
                let order = Order { unit: Some(unit), ..of_deal(buyer, "let_go", act) };
                self.must(&Order { deal: None, ..order })?;
                self.leave(buyer)
            }
            Wants::Book | Wants::BookAndSubscribe => {
                self.must(&receipt(buyer, "booking_money", BOOKING, buyer.booking()))?;
                self.sell(&booking(buyer, unit)?)?;
                if buyer.wants == Wants::Book {
                    return Ok(Ending::Booked);
                }
                self.must(&subscription(self.day, buyer, unit, false)?)?;
                Ok(Ending::Subscribed)
            }
            Wants::Subscribe | Wants::SubscribeSpecial => {
                self.must(&receipt(buyer, "deposit", DEPOSIT, buyer.rest_of_deposit()))?;
                let special = buyer.wants == Wants::SubscribeSpecial;
                if special && self.offered(&subscription(self.day, buyer, unit, true)?)? {
                    return Ok(Ending::Subscribed);
                }
                self.sell(&subscription(self.day, buyer, unit, false)?)?;
                Ok(Ending::Subscribed)
            }
        }
    }

    /// 退号: the sincerity money is returned.
    fn leave(&mut self, buyer: &Buyer) -> Outcome<Ending> {
        let act = decide(DealAction::CancelRegistration, DealDraft::default());
        self.must(&of_deal(buyer, "cancel", act))?;
        self.must(&of_deal(buyer, "pay_back", Act::PayBack))?;
        Ok(Ending::Left)
    }

    /// What sells a home; nothing may stand against it.
    fn sell(&mut self, order: &Order<'_>) -> Outcome {
        match self.offered(order)? {
            true => Ok(()),
            false => self.must(order),
        }
    }

    /// What sells a home, if nothing stands against it.
    fn offered(&mut self, order: &Order<'_>) -> Outcome<bool> {
        let answer = self.desk.ask(order)?;
        if answer.refused.is_none() && !answer.recalled {
            self.desk.sold()?;
        }
        Ok(answer.refused.is_none())
    }

    /// What cannot be refused.
    pub(crate) fn must(&mut self, order: &Order<'_>) -> Outcome {
        match self.desk.ask(order)?.refused {
            None => Ok(()),
            Some(why) => Err(Failure::told(
                format!("“{}”被拒绝：“{why}”", order.key),
                format!("{} was refused: {why}", order.key),
            )),
        }
    }
}

/// 选房确认 of the home at a place of a buyer's list.
pub(crate) fn hold<'u>(buyer: &Buyer, place: usize, unit: &'u Unit) -> Order<'u> {
    let mut draft = with_buyer(buyer);
    draft.minutes = Some(30);
    let act = decide(DealAction::ConfirmRoom, draft);
    Order { unit: Some(unit), deal: None, ..of_deal(buyer, &format!("hold/{place}"), act) }
}

/// 预定 of a home.
pub(crate) fn booking<'u>(buyer: &Buyer, unit: &'u Unit) -> Outcome<Order<'u>> {
    let mut draft = with_buyer(buyer);
    draft.amount = Some(buyer.booking());
    draft.until = Some("2026-09-26".parse()?);
    let act = decide(DealAction::Book, draft);
    Ok(Order { unit: Some(unit), ..of_deal(buyer, "book", act) })
}

/// Money that a buyer pays.
pub(crate) fn receipt(
    buyer: &Buyer,
    step: &str,
    item: &'static str,
    amount: Money,
) -> Order<'static> {
    of_deal(buyer, step, Act::Receive { item, amount })
}

/// 认购 of a home, with the special discount or without.
pub(crate) fn subscription<'u>(
    day: &Day,
    buyer: &Buyer,
    unit: &'u Unit,
    special: bool,
) -> Outcome<Order<'u>> {
    let draft = day.subscription(unit, &buyer.customer(), buyer.deposit(), special)?;
    let step = if special { "subscribe/special" } else { "subscribe" };
    let act = decide(DealAction::Subscribe, draft);
    let quotas = Buyer::quotas(special);
    Ok(Order { unit: Some(unit), quotas, ..of_deal(buyer, step, act) })
}

/// An order about a buyer's deal and no home.
fn of_deal<'u>(buyer: &Buyer, step: &str, act: Act) -> Order<'u> {
    Order {
        key: buyer.key(step),
        unit: None,
        deal: Some(buyer.deal()),
        customer: Some(buyer.customer()),
        quotas: Vec::new(),
        act,
    }
}

fn decide(action: DealAction, draft: DealDraft) -> Act {
    let command = Box::new(DealCommand::new(action).with_draft(draft));
    Act::Decide { person: "李娜", role: "sales_agent", command }
}

fn with_buyer(buyer: &Buyer) -> DealDraft {
    DealDraft::default().with_buyers(vec![DealBuyer::new(buyer.customer())])
}
