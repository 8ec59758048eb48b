//! 销售前准备: something that has to be done before units are released.

use crate::check::blank;
use crate::error::{Code, Error};
use crate::{Date, Label, Text};
use kaipan_derive::boundary;

/// Something to be done before the sale begins (handbook §8.14): a show flat, a filed price list,
/// trained agents.
#[boundary]
pub struct PreparationItem {
    /// Its id, unique in the list.
    pub id: Text,
    /// What is to be done.
    pub name: Option<Label>,
    /// Code of the role that is responsible.
    pub role: Text,
    /// The last day on which it should be done.
    pub due: Date,
    /// The day on which it was done.
    pub done: Option<Date>,
    /// Units are not released before it is done.
    #[boundary(default = true)]
    pub gates_release: bool,
    /// Nobody may waive it.
    pub never_waived: bool,
}

/// How far an item is on a day.
#[boundary]
pub enum PreparationState {
    /// 待办.
    Open,
    /// 逾期未完成.
    Late,
    /// 已完成.
    Done,
}

impl PreparationItem {
    /// What is wrong with it, each at its field.
    pub(super) fn errors(&self) -> Vec<Error> {
        let texts = [("id", &self.id), ("role", &self.role)];
        texts.iter().filter_map(|(field, text)| blank(Code::KpiBlank, field, text)).collect()
    }

    /// How far it is on a day; what is done later is not done yet.
    pub(super) fn state(&self, day: Date) -> PreparationState {
        match self.done.filter(|done| *done <= day) {
            Some(_) => PreparationState::Done,
            None if self.due < day => PreparationState::Late,
            None => PreparationState::Open,
        }
    }

    /// Days from the due day to the day on which it was done, or to the day looked at; 0 if it is in
    /// time.
    pub(super) fn days_late(&self, day: Date) -> u32 {
        let done = self.done.filter(|done| *done <= day).unwrap_or(day);
        u32::try_from(done.days_since(self.due)).unwrap_or(0)
    }
}
