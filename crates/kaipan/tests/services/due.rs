//! What is due on a day, planned days, and the sheet.

use crate::world::{at, context, date, does, good_facts, new};
use kaipan::WorkingDays;
use kaipan::deal::SaleMode;
use kaipan::error::Code;
use kaipan::service::{
    DayKind, FollowedService, PlannedFrom, Service, ServiceAct, ServiceDates, ServiceDefinition,
    ServiceFollowing, ServiceKind, StepStanding,
};

fn signed(day: &str) -> ServiceDates {
    ServiceDates::default().with_signing(date(day))
}

fn followed(service: Service, dates: ServiceDates) -> FollowedService {
    FollowedService::new(service).with_dates(dates)
}

fn named(mut service: Service, id: &str, deal: &str) -> Service {
    (service.id, service.deal) = (id.into(), deal.into());
    service
}

#[test]
fn a_step_is_due_on_its_planned_day_and_overdue_the_day_after() {
    let services = [followed(new(ServiceKind::Filing), signed("2026-09-01"))];
    let list = |day: &str, ahead: u32| {
        let following = ServiceFollowing::new(&services, date(day)).ahead_days(ahead);
        let list = following.list().unwrap();
        let steps = list.steps.iter().map(|one| (one.step.to_string(), one.days_left, one.overdue));
        (steps.collect::<Vec<_>>(), list.overdue, list.findings.len())
    };
    assert_eq!(list("2026-09-10", 0), (vec![], 0, 0));
    assert_eq!(list("2026-09-10", 1), (vec![("submitted".into(), 1, false)], 0, 0));
    assert_eq!(list("2026-09-11", 0), (vec![("submitted".into(), 0, false)], 0, 0));
    assert_eq!(list("2026-09-12", 0), (vec![("submitted".into(), -1, true)], 1, 1));
    // The next step waits for it, and one finding is enough.
    let both = vec![("submitted".into(), -21, true), ("filed".into(), -1, true)];
    assert_eq!(list("2026-10-02", 0), (both, 2, 1));
}

#[test]
fn working_days_promises_and_real_days_move_what_follows() {
    let mut machine = ServiceDefinition::preset(ServiceKind::Filing);
    machine.steps[0].day_kind = DayKind::Working;
    machine.steps[0].days = 2;
    machine.steps[1].from = PlannedFrom::step("submitted");
    machine.steps[1].days = 3;
    let machines = [machine];
    let planned = |service: &Service| -> Vec<String> {
        let services = [followed(service.clone(), signed("2026-09-30"))];
        // The first working day after a Wednesday before the holiday is Friday, then Monday.
        let days = WorkingDays::default().with_holidays(vec![date("2026-10-01")]);
        let following = ServiceFollowing::new(&services, date("2026-09-30"));
        let list = following.definitions(&machines).working_days(&days).list().unwrap();
        let cells = list.sheet.rows[0].cells.iter();
        cells.map(|cell| cell.planned.map_or(String::new(), |day| day.to_string())).collect()
    };
    let mut service = new(ServiceKind::Filing);
    assert_eq!(planned(&service), ["2026-10-05", "2026-10-08"]);
    let context = context(good_facts());
    does(&mut service, &context, ServiceAct::start(date("2028-06-01")));
    does(
        &mut service,
        &context,
        ServiceAct::Promise { step: "submitted".into(), on: date("2028-06-10"), reason: None },
    );
    assert_eq!(planned(&service), ["2028-06-10", "2028-06-13"]);
    let documents = vec!["id_card".into(), "contract".into()];
    does(&mut service, &context, ServiceAct::receive_documents(documents, date("2028-06-02")));
    let decision =
        does(&mut service, &context, ServiceAct::do_step("submitted", date("2028-06-12")));
    assert_eq!(decision.findings[0].code, Code::ServiceStepLate);
    assert_eq!(planned(&service), ["2028-06-10", "2028-06-15"]);
}

#[test]
fn the_sheet_has_one_row_a_deal_and_one_column_a_step() {
    let dates = good_facts().dates;
    let mut stopped = at(ServiceKind::Mortgage, &["loan_contract"]);
    let cancel = ServiceAct::Cancel { on: date("2028-07-01"), reason: Some("重复".into()) };
    does(&mut stopped, &context(good_facts()), cancel);
    let services = [
        followed(named(stopped, "S4", "D2"), dates.clone()),
        followed(
            named(at(ServiceKind::Mortgage, &["loan_contract", "documents"]), "S2", "D1"),
            dates.clone(),
        ),
        followed(named(new(ServiceKind::Filing), "S3", "D2"), ServiceDates::default()),
        followed(named(at(ServiceKind::Filing, &["submitted"]), "S1", "D1"), dates),
    ];
    let list = ServiceFollowing::new(&services, date("2028-07-21")).list().unwrap();
    let titles: Vec<&str> = list.sheet.columns.iter().map(|column| column.zh.as_str()).collect();
    assert_eq!(titles[..3], ["网签备案·网上提交", "网签备案·备案完成", "按揭·签借款合同"]);
    assert_eq!(list.sheet.columns.len(), 6);
    let standing = |row: usize| -> Vec<StepStanding> {
        list.sheet.rows[row].cells.iter().map(|cell| cell.standing).collect()
    };
    assert_eq!(list.sheet.rows[0].deal, "D1");
    use StepStanding::{Closed, Done, DoneLate, Due, Overdue, Planned, Undated};
    assert_eq!(standing(0), [DoneLate, Overdue, DoneLate, DoneLate, Due, Planned]);
    assert_eq!(standing(1), [Undated, Undated, DoneLate, Closed, Closed, Closed]);
    assert_eq!(list.sheet.rows[0].cells[0].days_late, Some(659));
    assert_ne!(Done, DoneLate);
    assert_eq!(list.sheet.rows[1].unit_no.as_deref(), Some("3-1-1802"));
}

#[test]
fn what_cannot_be_is_refused_and_two_of_a_kind_are_told() {
    let filing =
        |id: &str| followed(named(new(ServiceKind::Filing), id, "D1"), ServiceDates::default());
    let error = |services: &[FollowedService], definitions: &[ServiceDefinition]| {
        let following = ServiceFollowing::new(services, date("2026-09-01"));
        let error = following.definitions(definitions).list().unwrap_err();
        (error.code(), error.path())
    };
    let twice = [filing("S1"), filing("S1")];
    assert_eq!(error(&twice, &[]), (Code::ServiceTwice, "/services/1/service/id".into()));
    let empty = ServiceDefinition::new(ServiceKind::Filing, Vec::new());
    assert_eq!(error(&[], &[empty]), (Code::ServiceNoSteps, "/definitions/0/steps".into()));
    let mut shorter = ServiceDefinition::preset(ServiceKind::Filing);
    (shorter.steps, shorter.branches) = (shorter.steps.split_off(1), Vec::new());
    let done = [followed(at(ServiceKind::Filing, &["submitted"]), ServiceDates::default())];
    let place = "/services/0/service/steps/0".to_owned();
    assert_eq!(error(&done, &[shorter]), (Code::ServiceStepsDiffer, place));
    let last = [followed(new(ServiceKind::Filing), signed("9999-12-31"))];
    assert_eq!(error(&last, &[]), (Code::PaymentDueDate, "/services/0".into()));

    let both = [filing("S1"), filing("S2")];
    let list = ServiceFollowing::new(&both, date("2026-09-01")).list().unwrap();
    let told = &list.findings[0];
    let place = told.path.as_ref().unwrap().to_string();
    assert_eq!((told.code, place.as_str()), (Code::ServiceSeveral, "/services/1/service"));
}

#[test]
fn a_loan_is_planned_to_arrive_no_earlier_than_it_may_be_paid_out() {
    let loan = at(ServiceKind::Mortgage, &["loan_contract", "documents", "approved"]);
    let arrives = |pay_out: Option<&str>| {
        let mut dates = signed("2026-09-01");
        dates.pay_out = pay_out.map(date);
        let services = [followed(loan.clone(), dates)];
        let list = ServiceFollowing::new(&services, date("2028-07-01")).list().unwrap();
        list.sheet.rows[0].cells[3].planned
    };
    assert_eq!(arrives(None), Some(date("2028-07-31")));
    assert_eq!(arrives(Some("2028-07-30")), Some(date("2028-07-31")));
    assert_eq!(arrives(Some("2029-06-30")), Some(date("2029-06-30")));
}

#[test]
fn the_title_of_a_completed_home_is_planned_before_its_handover() {
    let dates = ServiceDates::default().with_agreed_handover(date("2028-06-30"));
    let planned = |mode: SaleMode| -> Vec<String> {
        let title = followed(new(ServiceKind::Title), dates.clone()).with_mode(mode);
        let other = followed(named(new(ServiceKind::Title), "S2", "D2"), dates.clone());
        let list = ServiceFollowing::new(&[title, other], date("2028-01-01")).list().unwrap();
        assert_eq!(list.sheet.columns.len(), 5, "one column a step in both modes");
        let cells = list.sheet.rows[0].cells.iter();
        cells.map(|cell| cell.planned.unwrap().to_string()).collect()
    };
    let completed = ["2028-05-16", "2028-05-21", "2028-05-26", "2028-06-25", "2028-06-30"];
    assert_eq!(planned(SaleMode::Completed), completed);
    let presale = ["2028-07-30", "2028-08-29", "2028-09-13", "2028-10-25", "2028-11-04"];
    assert_eq!(planned(SaleMode::Presale), presale);
}
