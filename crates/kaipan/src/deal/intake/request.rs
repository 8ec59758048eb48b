use crate::number::Money;
use crate::{Label, Text, Time};
use kaipan_derive::boundary;

/// What a customer asks for online.
#[boundary]
pub struct OnlineRequest {
    /// Its id.
    pub id: Text,
    /// When it was made.
    pub at: Time,
    /// The customer, if he is known.
    pub customer: Option<Text>,
    /// The unit that is wanted.
    pub unit_no: Option<Text>,
    /// What is wanted, in words: 户型, 楼层, 总价….
    pub wishes: Option<Label>,
    /// What the customer says to have paid. It is a notice: the cashier's receipt counts.
    pub money: Option<MoneyNotice>,
}

/// What a customer says to have paid.
#[boundary]
pub struct MoneyNotice {
    /// What the money is.
    pub item: Text,
    /// Yuan.
    pub amount: Money,
    /// The number of the payment, if there is one.
    pub reference: Option<Text>,
}

/// The agent whose customer it is.
#[boundary]
pub struct IntakeOwner {
    /// The customer.
    pub customer: Text,
    /// 置业顾问.
    pub agent: Text,
}

/// How an agent came to a task.
#[boundary]
pub enum IntakeWay {
    /// The customer is his.
    Owner,
    /// It was his turn on the rota of the desk.
    Rota,
    /// Nobody has it yet.
    Nobody,
}
