//! 一口价 and quotas: two agents cannot both use the last one.

use super::desk::{Desk, approved, because, subscription};
use kaipan::StreamKind;
use kaipan::deal::{DealAction, DealDraft, DealGuard, FixedPriceOffer, OfferedUnit, Quota};
use kaipan::money::DEPOSIT;

fn on_sale() -> Desk {
    let mut desk = Desk::presale();
    desk.does(DealAction::Release, DealDraft::default());
    desk.receives(DEPOSIT, "50000");
    desk
}

fn read<T: std::str::FromStr>(text: &str) -> T
where
    T::Err: std::fmt::Debug,
{
    super::desk::read(text)
}

fn using(quota: &str) -> DealDraft {
    DealDraft { quotas: vec![quota.into()], ..subscription() }
}

#[test]
fn a_use_is_an_event_of_the_quota() {
    let mut desk = on_sale();
    let lacking = [DealGuard::QuotaOpen, DealGuard::QuotaLeft, DealGuard::OfferKept];
    assert_eq!(desk.lacks(DealAction::Subscribe, using("DZ")), lacking, "nothing is known of it");
    desk.context.quotas = Some(vec![Quota::new("DZ", 1).with_version(4)]);
    let before = desk.clone();
    let decision = desk.does(DealAction::Subscribe, using("DZ"));
    assert_eq!((decision.quotas.len(), decision.quotas[0].version), (1, 5));
    let seen = decision.reads.iter().find(|read| read.kind == StreamKind::Quota).unwrap();
    assert_eq!((seen.id.as_str(), seen.version), ("DZ", 4));
    assert_eq!(desk.context.quotas.as_ref().unwrap()[0].left(), 0);
    // To sign uses it no second time, and another deal finds none left.
    assert_eq!(desk.deal.quotas, ["DZ"]);
    let mut other = before;
    other.context.quotas = desk.context.quotas.clone();
    assert_eq!(other.lacks(DealAction::Subscribe, using("DZ")), [DealGuard::QuotaLeft]);
    // A void subscription gives it back.
    desk.context.received = Some(Vec::new());
    desk.approve("void", &[("sales_manager", "王五")]);
    desk.does(DealAction::Void, because("录错"));
    assert_eq!(desk.context.quotas.as_ref().unwrap()[0].left(), 1);
    assert!(desk.deal.quotas.is_empty());
}

/// The unit at 850,000, below its floor of 900,000.
fn offer() -> FixedPriceOffer {
    let units = vec![OfferedUnit::new("3-1-1802", read("850000"))];
    FixedPriceOffer::new("YKJ", 1, read("2026-09-30"), units)
}

#[test]
fn an_offer_is_approved_with_its_prices_and_binds() {
    let mut desk = on_sale();
    let open = || DealDraft { offer: Some(offer()), ..DealDraft::default() };
    let action = DealAction::OpenOffer;
    assert_eq!(desk.lacks(action, open()), [DealGuard::Approved]);
    let mut request = approved("O1", "special_discount", "YKJ", &[("city_gm", "王五")]);
    request.asked.amount = Some(read("860000"));
    desk.context.approvals = vec![request.clone()];
    assert_eq!(desk.lacks(action, open()), [DealGuard::Approved]);
    request.asked.amount = Some(read("850000"));
    desk.context.approvals = vec![request];
    desk.does(action, open());
    assert_eq!(desk.lacks(action, open()), [DealGuard::OfferGiven], "it is there already");

    desk.context.price_approval = None;
    let mut draft = using("YKJ");
    let lacking = [DealGuard::Authority, DealGuard::OfferKept];
    assert_eq!(desk.lacks(DealAction::Subscribe, draft.clone()), lacking);
    let price = draft.price.as_mut().unwrap();
    price.deal_total = read("850000");
    price.deal_price = read("8500");
    price.contract_total = read("850000");
    draft.schedule = super::desk::schedule("850000");
    let decision = desk.does(DealAction::Subscribe, draft);
    assert_eq!(decision.quotas.len(), 1);
}

#[test]
fn an_offer_lapses_after_its_last_day() {
    let mut desk = on_sale();
    let mut request = approved("O1", "special_discount", "YKJ", &[("city_gm", "王五")]);
    request.asked.amount = Some(read("850000"));
    desk.context.approvals = vec![request];
    desk.does(DealAction::OpenOffer, DealDraft { offer: Some(offer()), ..DealDraft::default() });
    let lapse = || DealDraft { quotas: vec!["YKJ".into()], ..DealDraft::default() };
    assert_eq!(desk.lacks(DealAction::Lapse, lapse()), [DealGuard::OfferExpired]);
    desk.context.now = read("2026-10-01T00:00:00");
    desk.does(DealAction::Lapse, lapse());
    assert_eq!(desk.context.quotas.as_ref().unwrap()[0].left(), 0);
}
