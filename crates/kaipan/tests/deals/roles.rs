//! Who may do what: the table, and process variants in its place.

use super::desk::{Desk, subscription};
use kaipan::deal::{DealAction, DealDraft, DealGuard, Waiver, transitions};
use kaipan::money::DEPOSIT;
use kaipan::organisation::{ProcessVariant, RoleTable, command};

#[test]
fn every_role_of_the_table_is_one_of_the_preset() {
    let roles = RoleTable::preset().roles;
    let known = |code: &str| roles.iter().any(|role| role.code == *code);
    let waivers = [Waiver::Manager, Waiver::Finance, Waiver::Senior, Waiver::Executive];
    for role in waivers.iter().flat_map(|waiver| waiver.roles()) {
        assert!(known(role), "{role}");
    }
    for row in transitions() {
        let signers = row.approval.iter().flat_map(|approval| approval.signed_by);
        for role in row.roles.iter().chain(signers) {
            assert!(known(role), "{} {role}", row.id);
        }
        assert!(command::ALL.iter().any(|one| one.name == row.command), "{}", row.id);
        let approved = row.guards.contains(&DealGuard::Approved);
        assert_eq!(approved, row.approval.is_some(), "{} {:?}", row.id, row.action);
    }
}

#[test]
fn a_variant_says_who_enters_and_who_reviews() {
    let mut desk = Desk::presale();
    desk.does(DealAction::Release, DealDraft::default());
    desk.receives(DEPOSIT, "50000");
    let mut variant = ProcessVariant::new("SZ", command::DEAL_SUBSCRIBE, "SZ");
    variant.enters = vec!["marketing_officer".into()];
    variant.reviews = vec!["project_gm".into()];
    desk.context.variants = vec![variant];
    desk.context.roles = vec!["sales_manager".into()];
    assert_eq!(desk.lacks(DealAction::Subscribe, subscription()), [DealGuard::MayAct]);
    desk.context.roles = vec!["marketing_officer".into()];
    desk.does(DealAction::Subscribe, subscription());
    desk.context.roles = vec!["sales_manager".into()];
    assert_eq!(desk.lacks(DealAction::Lock, DealDraft::default()), [DealGuard::MayAct]);
    desk.context.roles = vec!["project_gm".into()];
    desk.does(DealAction::Lock, DealDraft::default());
}

#[test]
fn a_variant_says_who_approves() {
    let mut desk = Desk::presale();
    desk.does(DealAction::Release, DealDraft::default());
    desk.receives(DEPOSIT, "50000");
    desk.does(DealAction::Subscribe, subscription());
    desk.context.received = Some(Vec::new());
    let mut variant = ProcessVariant::new("SZ", command::DEAL_VOID, "SZ");
    variant.approves = vec!["city_gm".into()];
    desk.context.variants = vec![variant];
    desk.approve("void", &[("sales_manager", "王五")]);
    let void = || super::desk::because("录错");
    assert_eq!(desk.lacks(DealAction::Void, void()), [DealGuard::Approved]);
    desk.approve("void", &[("city_gm", "赵六")]);
    assert_eq!(desk.lacks(DealAction::Void, void()), []);
}
