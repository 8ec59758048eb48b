//! What a guard that is not met lacks.

use super::{DealGuard, Waiver, input_name, wording};
use crate::approval::ApprovalKind;
use crate::deal::StockLock;
use crate::error::{Lang, shown};
use crate::number::{Area, Money, UnitPrice};
use crate::project::UnitState;
use crate::{Date, Text, Time};
use kaipan_derive::boundary;

/// A guard that is not met.
#[boundary]
pub struct UnmetDealGuard {
    /// The guard.
    pub guard: DealGuard,
    /// What is lacking.
    pub lacking: Lacking,
}

/// What is lacking.
#[boundary]
pub enum Lacking {
    /// The question cannot be answered: an input was not given.
    NeedsInput {
        /// Its name, as the field of the command or the context is called.
        input: Text,
    },
    /// An amount.
    Amount {
        /// What is needed, yuan.
        needed: Money,
        /// What is there, yuan.
        found: Money,
    },
    /// A price per m².
    UnitPrice {
        /// What is needed, yuan per m².
        needed: UnitPrice,
        /// What is there, yuan per m².
        found: UnitPrice,
    },
    /// An area.
    Area {
        /// What is needed, m².
        needed: Area,
        /// What is there, m².
        found: Area,
    },
    /// An amount is too much.
    TooMuch {
        /// The most, yuan.
        most: Money,
        /// What was given, yuan.
        found: Money,
    },
    /// A day has not come, or has passed.
    Day {
        /// The day.
        day: Date,
    },
    /// A moment.
    Moment {
        /// When.
        time: Time,
    },
    /// More of something that is counted than is allowed: days, minutes.
    Count {
        /// The most.
        most: u32,
        /// What was given.
        found: u32,
    },
    /// A document, permit, filing or fact that is not there.
    Fact {},
    /// An answer, a field, a finding, a customer, by its name; the first of several.
    Named {
        /// The first.
        name: Text,
        /// How many there are.
        count: u32,
    },
    /// Shares that do not come to the whole.
    Shares {
        /// What they come to, such as `5/6`.
        sum: Text,
    },
    /// The one who asks has none of the roles that may do it.
    Role {
        /// The roles, by code.
        #[boundary(required)]
        roles: Vec<Text>,
    },
    /// An approval of a role.
    Approval {
        /// The role, by code.
        role: Text,
    },
    /// A request for approval of this kind that was approved.
    Request {
        /// What the request is about.
        about: ApprovalKind,
        /// The role whose signature is lacking, by code, where one is named.
        role: Option<Text>,
    },
    /// A change is pending.
    Pending {
        /// Which.
        lock: StockLock,
    },
    /// A change that cannot be settled, by the error that says why.
    Refused {
        /// The code of the error.
        error: Text,
        /// Why, in Chinese.
        zh: Text,
        /// Why, in English.
        en: Text,
    },
    /// The unit is in another state than it must be.
    State {
        /// The state.
        state: UnitState,
    },
}

impl UnmetDealGuard {
    /// Who may waive it.
    pub fn waiver(&self) -> Waiver {
        self.guard.waiver()
    }

    /// It is not met because something was not given.
    pub fn needs_input(&self) -> bool {
        matches!(self.lacking, Lacking::NeedsInput { .. })
    }

    /// What has to hold and what is lacking, as a sentence.
    pub fn message(&self, lang: Lang) -> String {
        let said = wording::said(self.guard, &self.lacking, lang);
        let lacking = said.unwrap_or_else(|| self.lacking.message(lang));
        match lang {
            Lang::Zh => format!("须{}：{lacking}", self.guard.chinese()),
            Lang::En => format!("it is required that {}: {lacking}", self.guard.english()),
        }
    }
}

impl Lacking {
    /// What is lacking, in words.
    pub(crate) fn message(&self, lang: Lang) -> String {
        match lang {
            Lang::Zh => self.chinese(),
            Lang::En => self.english(),
        }
    }

    fn chinese(&self) -> String {
        match self {
            Lacking::NeedsInput { input } => match input_name(input) {
                Some(name) => format!("未提供{name}（“{input}”）"),
                None => format!("未提供“{input}”"),
            },
            Lacking::Amount { needed, found } => {
                format!("应为 {}，现为 {}", yuan(*needed, Lang::Zh), yuan(*found, Lang::Zh))
            }
            Lacking::UnitPrice { needed, found } => {
                let [needed, found] = [needed, found].map(|one| per_area(*one, Lang::Zh));
                format!("应为 {needed}，现为 {found}")
            }
            Lacking::Area { needed, found } => {
                let [needed, found] = [needed, found].map(|one| square_metres(*one, Lang::Zh));
                format!("应为 {needed}，现为 {found}")
            }
            Lacking::TooMuch { most, found } => {
                format!("最多 {}，现为 {}", yuan(*most, Lang::Zh), yuan(*found, Lang::Zh))
            }
            Lacking::Day { day } => format!("{day}"),
            Lacking::Moment { time } => time.in_words(),
            Lacking::Count { most, found } => format!("最多 {most}，现为 {found}"),
            Lacking::Fact {} => "没有".to_owned(),
            Lacking::Named { name, count: 1 } => format!("“{name}”"),
            Lacking::Named { name, count } => format!("“{name}”等 {count} 项"),
            Lacking::Shares { sum } => format!("合计 {sum}"),
            Lacking::Role { roles } => format!("由“{}”办理", roles.join("”、“")),
            Lacking::Approval { role } => format!("需要“{role}”批准"),
            Lacking::Request { about, role: None } => format!("需要“{}”审批", about.chinese()),
            Lacking::Request { about, role: Some(role) } => {
                format!("需要“{}”审批，由“{role}”签字", about.chinese())
            }
            Lacking::Pending { lock } => lock.chinese().to_owned(),
            Lacking::Refused { zh, .. } => zh.to_string(),
            Lacking::State { state } => {
                state.chinese().first().copied().unwrap_or_default().to_owned()
            }
        }
    }

    fn english(&self) -> String {
        match self {
            Lacking::NeedsInput { input } => format!("\"{input}\" is not given"),
            Lacking::Amount { needed, found } => {
                let [needed, found] = [needed, found].map(|amount| yuan(*amount, Lang::En));
                format!("{needed} needed, {found} there")
            }
            Lacking::UnitPrice { needed, found } => {
                let [needed, found] = [needed, found].map(|one| per_area(*one, Lang::En));
                format!("{needed} needed, {found} there")
            }
            Lacking::Area { needed, found } => {
                let [needed, found] = [needed, found].map(|one| square_metres(*one, Lang::En));
                format!("{needed} needed, {found} there")
            }
            Lacking::TooMuch { most, found } => {
                format!("at most {}, {} given", yuan(*most, Lang::En), yuan(*found, Lang::En))
            }
            Lacking::Day { day } => format!("{day}"),
            Lacking::Moment { time } => time.in_words(),
            Lacking::Count { most, found } => format!("at most {most}, {found} are given"),
            Lacking::Fact {} => "there is none".to_owned(),
            Lacking::Named { name, count: 1 } => format!("\"{name}\""),
            Lacking::Named { name, count } => format!("\"{name}\" and others, {count} in all"),
            Lacking::Shares { sum } => format!("they come to {sum}"),
            Lacking::Role { roles } => format!("it is for \"{}\"", roles.join("\" or \"")),
            Lacking::Approval { role } => format!("\"{role}\" has to approve it"),
            Lacking::Request { about, role } => {
                let kind = about.word().replace('_', " ");
                match role {
                    None => format!("a request of the kind \"{kind}\" has to be approved"),
                    Some(role) => {
                        format!("a request of the kind \"{kind}\" has to be approved by \"{role}\"")
                    }
                }
            }
            Lacking::Pending { lock } => lock.word().replace('_', " "),
            Lacking::Refused { en, .. } => en.to_string(),
            Lacking::State { state } => state.word().replace('_', " "),
        }
    }
}

/// An amount with its unit.
fn yuan(amount: Money, lang: Lang) -> String {
    shown(&amount.to_string(), "yuan", lang)
}

/// A unit price with its unit.
fn per_area(price: UnitPrice, lang: Lang) -> String {
    shown(&price.to_string(), "price", lang)
}

/// An area with its unit.
fn square_metres(area: Area, lang: Lang) -> String {
    shown(&area.to_string(), "area", lang)
}
