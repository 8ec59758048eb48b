use super::ServiceSheet;
use crate::deal::SaleMode;
use crate::error::{Finding, told};
use crate::service::{MissingPiece, Service, ServiceDates, ServiceKind, ServiceTodo};
use crate::{Date, Label, Text};
use kaipan_derive::boundary;

/// A service that is followed, with the days of its deal.
#[boundary]
pub struct FollowedService {
    /// The service.
    pub service: Service,
    /// How the home is sold, which decides the preset.
    pub mode: Option<SaleMode>,
    /// The days that its planned days count from.
    #[boundary(empty)]
    pub dates: ServiceDates,
}

/// A step that is not done and whose planned day has come, or is near.
#[boundary(answer)]
pub struct DueStep {
    /// The deal.
    pub deal: Text,
    /// 房号, if it is known.
    pub unit_no: Option<Text>,
    /// The service.
    pub service: Text,
    /// What the service is about.
    pub kind: ServiceKind,
    /// The step.
    pub step: Text,
    /// Its name in Chinese.
    pub zh: Label,
    /// Its name in English.
    pub en: Label,
    /// The planned day.
    pub planned: Date,
    /// Days from the day looked at until then; below 0 it is overdue.
    pub days_left: i32,
    /// It is overdue.
    #[boundary(required)]
    pub overdue: bool,
    /// It is the next step of its service; steps after it wait for it.
    #[boundary(required)]
    pub next: bool,
    /// The side branch in which the service waits.
    pub branch: Option<Text>,
    /// Roles that do it, by code.
    pub roles: Vec<Text>,
    /// Documents of these buyers that are lacking, where the step needs them all.
    pub missing_documents: Vec<MissingPiece>,
}

/// Something that has to be done about a service, beside its steps.
#[boundary(answer)]
pub struct DueTodo {
    /// The deal.
    pub deal: Text,
    /// 房号, if it is known.
    pub unit_no: Option<Text>,
    /// The service.
    pub service: Text,
    /// What the service is about.
    pub kind: ServiceKind,
    /// What is to be done.
    pub todo: ServiceTodo,
    /// Days from the day looked at until it is due; below 0 it is overdue.
    pub days_left: Option<i32>,
    /// It is overdue.
    #[boundary(required)]
    pub overdue: bool,
    /// What is to be done, in Chinese.
    pub zh: String,
    /// What is to be done, in English.
    pub en: String,
}

/// What is due on a day over many services.
#[boundary(answer)]
pub struct ServiceDueList {
    /// Steps, by planned day, deal and service.
    #[boundary(required)]
    pub steps: Vec<DueStep>,
    /// Everything that has to be done beside steps, by day, deal and service.
    #[boundary(required)]
    pub todos: Vec<DueTodo>,
    /// How many steps and to-dos are overdue.
    pub overdue: u32,
    /// 客户事务流程表.
    pub sheet: ServiceSheet,
    /// What a person should read.
    pub findings: Vec<Finding>,
}

told!(ServiceDueList: findings);
