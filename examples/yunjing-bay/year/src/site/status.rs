//! Permits and what is known of the buildings, all of it invented.

use crate::days::day;
use crate::failure::Outcome;
use kaipan::deal::{BuildingFacts, Encumbrance, SaleFacts, SaleMode, SaleStatus};
use kaipan::project::PresalePermit;

/// 监管账户.
pub(crate) const SUPERVISED_ACCOUNT: &str = "监管户";
/// 定金监管账户.
pub(crate) const DEPOSIT_ACCOUNT: &str = "定金监管户";
/// 基本户: the house's own money, fees among it.
pub(crate) const GENERAL_ACCOUNT: &str = "基本户";
/// 代收户: what is collected for others.
pub(crate) const COLLECTION_ACCOUNT: &str = "代收户";

/// The permits of the example, and those that it does not have yet: of the car park, and of
/// building 9.
pub(super) fn permits(of_example: &[PresalePermit]) -> Outcome<Vec<PresalePermit>> {
    let mut permits = of_example.to_vec();
    for (number, issued_on, building) in [("004", "2026-08-21", "P"), ("005", "2026-10-12", "9")] {
        let covers = serde_json::json!({ "any": [{ "building": [building] }] });
        let permit = PresalePermit::new(format!("示例售许字(2026)第{number}号"), day(issued_on)?);
        permits.push(permit.with_covers(serde_json::from_value(covers)?));
    }
    Ok(permits)
}

/// What is known of the project and its buildings.
pub(super) fn status() -> Outcome<SaleStatus> {
    let project = SaleFacts::default()
        .with_planning_permit(day("2025-03-01")?)
        .with_construction_permit(day("2025-05-12")?)
        .with_supervised_account(SUPERVISED_ACCOUNT);
    let ready = SaleFacts::default()
        .with_topped_out(day("2025-11-20")?)
        .with_completion_filing(day("2026-10-30")?);
    let completed = SaleFacts::default()
        .with_mode(SaleMode::Completed)
        .with_planning_permit(day("2024-03-01")?)
        .with_construction_permit(day("2024-05-10")?)
        .with_completion_filing(day("2026-09-25")?)
        .with_sale_filing(day("2026-10-16")?)
        .with_encumbrance(Encumbrance::Free)
        .with_first_registration(day("2026-10-14")?)
        .with_deposit_account(DEPOSIT_ACCOUNT);
    let buildings = vec![
        BuildingFacts::new("5", ready.clone()),
        BuildingFacts::new("7", ready),
        BuildingFacts::new("10", completed),
    ];
    Ok(SaleStatus::default().with_project(project).with_buildings(buildings))
}
