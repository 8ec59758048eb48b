//! Gives requests to agents.

use super::{IntakeList, IntakeOwner, IntakeTask, IntakeWay, OnlineRequest};
use crate::builder::inputs;
use crate::check::with_repeats;
use crate::deal::{DealAction, DealBuyer, DealCommand, DealDraft, UnitStock};
use crate::error::{Code, Error, Finding, Input, Result, finding};
use crate::number::Money;
use crate::project::UnitState;
use crate::{Text, Time};
use std::collections::BTreeMap;

/// Gives online requests to agents (T33): to the customer's own, else by the rota of the desk.
///
/// ```
/// use kaipan::deal::{DealAction, DealIntake, IntakeOwner, OnlineRequest};
/// let request = |id: &str, at: &str| -> kaipan::Result<OnlineRequest> {
///     Ok(OnlineRequest::new(id, at.parse()?))
/// };
/// let requests = [
///     request("Q1", "2026-09-01T20:10:00")?.with_customer("C1").with_unit_no("3-1-1802"),
///     request("Q2", "2026-09-01T20:15:00")?.with_wishes("三房，朝南"),
/// ];
/// let (owners, rota) = ([IntakeOwner::new("C1", "李四")], ["王五".into(), "赵六".into()]);
/// let intake = DealIntake::new(&requests, "2026-09-02T09:00:00".parse()?);
/// let list = intake.owners(&owners).rota(&rota).assign()?;
/// assert_eq!(list.tasks[0].agent.as_deref(), Some("李四"));
/// assert_eq!(list.tasks[0].command.action, DealAction::ConfirmRoom);
/// assert_eq!((list.tasks[1].agent.as_deref(), list.next), (Some("王五"), 1));
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone, Copy)]
#[must_use]
pub struct DealIntake<'a> {
    requests: &'a [OnlineRequest],
    now: Time,
    owners: &'a [IntakeOwner],
    rota: &'a [Text],
    next: u32,
    stock: &'a [UnitStock],
}

impl<'a> DealIntake<'a> {
    /// Requests that nobody has yet, in any order.
    pub fn new(requests: &'a [OnlineRequest], now: Time) -> DealIntake<'a> {
        DealIntake { requests, now, owners: &[], rota: &[], next: 0, stock: &[] }
    }

    inputs! {
        /// Whose the customers are.
        owners: &'a [IntakeOwner];
        /// The agents of the desk, in the order of their turns.
        rota: &'a [Text];
        /// The place on the rota whose turn it is, from 0; beyond its end it begins again.
        next: u32;
        /// The stock of units that are asked for, to tell which are gone.
        stock: &'a [UnitStock];
    }

    /// One task a request.
    ///
    /// # Errors
    /// [`Code::DealGivenTwice`] for a request, owner or unit that is there twice,
    /// [`Code::DealIntakeMoney`] for an amount that is not above 0.
    pub fn assign(&self) -> Result<IntakeList> {
        self.check()?;
        let owners: BTreeMap<&str, &Text> =
            self.owners.iter().map(|one| (one.customer.as_str(), &one.agent)).collect();
        let stock: BTreeMap<&str, &UnitStock> =
            self.stock.iter().map(|one| (one.unit_no.as_str(), one)).collect();
        let mut order: Vec<(usize, &OnlineRequest)> = self.requests.iter().enumerate().collect();
        order.sort_by_key(|(_, one)| (one.at, &one.id));
        let mut wanted: BTreeMap<&str, &Text> = BTreeMap::new();
        let mut turn = Turn::new(self.rota, self.next);
        let (mut tasks, mut findings) = (Vec::with_capacity(order.len()), Vec::new());
        for (at, request) in order {
            let own = request.customer.as_ref().and_then(|one| owners.get(one.as_str()));
            let (agent, way) = match own {
                Some(agent) => (Some(Text::clone(agent)), IntakeWay::Owner),
                None => match turn.take() {
                    Some(agent) => (Some(agent.clone()), IntakeWay::Rota),
                    None => (None, IntakeWay::Nobody),
                },
            };
            let mut tell = |finding: Finding| findings.push(finding.at(at).within(Input::Requests));
            let id = &request.id;
            if agent.is_none() {
                tell(finding!(Code::DealIntakeNobody, id));
            }
            if request.at > self.now {
                tell(
                    finding!(
                        Code::DealIntakeFuture,
                        id,
                        at = request.at.in_words(),
                        now = self.now.in_words()
                    )
                    .at("at"),
                );
            }
            if request.unit_no.is_none() && request.wishes.is_none() {
                tell(finding!(Code::DealIntakeEmpty, id));
            }
            if let Some(unit_no) = &request.unit_no {
                let gone = stock.get(unit_no.as_str()).filter(|one| gone(one, request));
                if let Some(stock) = gone {
                    let state_zh = stock.state.chinese().first().copied().unwrap_or_default();
                    let state = stock.state.word().replace('_', " ");
                    tell(
                        finding!(Code::DealIntakeTaken, id, unit_no, state, state_zh)
                            .unit(unit_no)
                            .at("unit_no"),
                    );
                }
                match wanted.get(unit_no.as_str()) {
                    Some(first) => tell(
                        finding!(Code::DealIntakeSameUnit, id, unit_no, first)
                            .unit(unit_no)
                            .at("unit_no"),
                    ),
                    None => {
                        wanted.insert(unit_no, id);
                    }
                }
            }
            tasks.push(task(request, agent, way));
        }
        Ok(IntakeList { tasks, next: turn.next(), findings })
    }

    fn check(&self) -> Result<()> {
        let mut errors = Vec::new();
        let twice = |name: &Text, first: usize| {
            Error::new(Code::DealGivenTwice).with("name", name).with("first", first)
        };
        for (at, one, first) in with_repeats(self.requests, |one| &one.id) {
            let place = |error: Error| error.at(at).within(Input::Requests);
            errors.extend(first.map(|first| place(twice(&one.id, first).at("id"))));
            let money = one.money.as_ref().filter(|money| !money.amount.is_positive());
            errors.extend(money.map(|money| {
                let error = Error::new(Code::DealIntakeMoney).with("amount", money.amount);
                place(error.at("amount").at("money"))
            }));
        }
        for (at, one, first) in with_repeats(self.owners, |one| &one.customer) {
            errors.extend(first.map(|first| {
                twice(&one.customer, first).at("customer").at(at).within(Input::Owners)
            }));
        }
        for (at, one, first) in with_repeats(self.stock, |one| &one.unit_no) {
            errors.extend(
                first.map(|first| {
                    twice(&one.unit_no, first).at("unit_no").at(at).within(Input::Stock)
                }),
            );
        }
        Error::collect(errors)
    }
}

/// Whose turn it is on the rota.
struct Turn<'a> {
    rota: &'a [Text],
    at: usize,
}

impl<'a> Turn<'a> {
    fn new(rota: &'a [Text], next: u32) -> Turn<'a> {
        let next = usize::try_from(next).unwrap_or_default();
        Turn { rota, at: next.checked_rem(rota.len()).unwrap_or(0) }
    }

    fn take(&mut self) -> Option<&'a Text> {
        let agent = self.rota.get(self.at)?;
        self.at = self.at.saturating_add(1).checked_rem(self.rota.len()).unwrap_or(0);
        Some(agent)
    }

    fn next(&self) -> u32 {
        u32::try_from(self.at).unwrap_or_default()
    }
}

/// A unit that this customer cannot choose any more.
fn gone(stock: &UnitStock, request: &OnlineRequest) -> bool {
    match stock.state {
        UnitState::OnSale => false,
        UnitState::Reserved => {
            let reservation = stock.reservation.as_ref();
            reservation.map(|one| &one.customer) != request.customer.as_ref()
        }
        _ => true,
    }
}

fn task(request: &OnlineRequest, agent: Option<Text>, way: IntakeWay) -> IntakeTask {
    let action = match (&request.unit_no, &request.money) {
        (None, _) => DealAction::Register,
        (Some(_), None) => DealAction::ConfirmRoom,
        (Some(_), Some(_)) => DealAction::Book,
    };
    let buyers = request.customer.iter().map(|one| DealBuyer::new(one.clone()));
    let draft = DealDraft {
        buyers: buyers.collect(),
        agent: agent.clone(),
        amount: request.money.as_ref().map(|money| money.amount),
        ..DealDraft::default()
    };
    let (zh, en) = (chinese(request, action), english(request, action));
    IntakeTask {
        request: request.clone(),
        agent,
        way,
        command: DealCommand { action, draft },
        zh,
        en,
    }
}

fn chinese(request: &OnlineRequest, action: DealAction) -> String {
    let customer = request.customer.as_ref();
    let customer = customer.map_or("未登记客户".to_owned(), |one| format!("客户“{one}”"));
    let unit = request.unit_no.as_ref().map(|unit| format!("，要房间“{unit}”"));
    let wishes = request.wishes.as_ref().map(|wishes| format!("，意向“{wishes}”"));
    let money = request.money.as_ref().map(|money| paid(money.amount));
    let said = [unit, wishes, money.map(|(zh, _)| zh)].into_iter().flatten().collect::<String>();
    format!("自助定房“{}”：{customer}{said}；建议办理“{}”", request.id, action.chinese())
}

fn english(request: &OnlineRequest, action: DealAction) -> String {
    let customer = request
        .customer
        .as_ref()
        .map_or("a new customer".to_owned(), |one| format!("customer \"{one}\""));
    let unit = request.unit_no.as_ref().map(|unit| format!(", wants unit \"{unit}\""));
    let wishes = request.wishes.as_ref().map(|wishes| format!(", wishes \"{wishes}\""));
    let money = request.money.as_ref().map(|money| paid(money.amount));
    let said = [unit, wishes, money.map(|(_, en)| en)].into_iter().flatten().collect::<String>();
    format!("online request \"{}\": {customer}{said}; proposed: {}", request.id, action.english())
}

fn paid(amount: Money) -> (String, String) {
    (format!("，称已付 {amount} 元"), format!(", says to have paid {amount} yuan"))
}
