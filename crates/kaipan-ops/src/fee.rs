//! `fee.compute`, `fee.vat_split` and `fee.presets`: fees and taxes.

pub use kaipan::fee::{FeeSheet, VatSplits};

use kaipan::error::Result;
use kaipan::fee::{Charging, ExistingFee, FeeFacts, FeePolicy, FeePreset, PresetRules};
use kaipan::number::{Money, Rate};
use kaipan::payment::{AnchorDates, WorkingDays};
use kaipan_derive::boundary;

/// A request to compute fees and taxes.
#[boundary]
pub struct FeeRequest {
    /// The rules.
    pub policy: FeePolicy,
    /// The facts they look at.
    pub facts: FeeFacts,
    /// Dates that due dates hang on.
    #[boundary(empty)]
    pub dates: AnchorDates,
    /// Moves due dates to working days; dates stand as they are if absent.
    pub working_days: Option<WorkingDays>,
    /// Fee lines as they were, with what was received: lines without receipts are made anew, to
    /// the others an adjustment is added.
    pub existing: Vec<ExistingFee>,
}

/// `fee.compute`: the fees and taxes of a contract by the rules in force on the day of the facts.
///
/// # Errors
/// As [`Charging::sheet`].
pub fn compute(request: &FeeRequest) -> Result<FeeSheet> {
    let charging = Charging::new(&request.policy, &request.facts).dates(&request.dates);
    charging.working_days(request.working_days.as_ref()).existing(&request.existing).sheet()
}

/// A request to take VAT out of amounts.
#[boundary]
pub struct VatRequest {
    /// Amounts with VAT, yuan.
    #[boundary(required)]
    pub amounts: Vec<Money>,
    /// VAT rate, share: 0.09 is 9 % (general), 0.05 is 5 % (simplified). 1 % to 13 % is usual.
    pub rate: Rate,
}

/// `fee.vat_split`: amounts split into VAT and the rest.
///
/// # Errors
/// As [`kaipan::fee::vat_split`].
pub fn vat_split(request: &VatRequest) -> Result<VatSplits> {
    kaipan::fee::vat_split(&request.amounts, request.rate)
}

/// A request for the rules of presets.
#[boundary]
#[derive(Default)]
pub struct FeePresetsRequest {
    /// Which presets; all, if empty.
    pub presets: Vec<FeePreset>,
}

/// Presets with their rules.
#[boundary(answer)]
pub struct FeePresetsResponse {
    /// One an entry, in the order asked for.
    #[boundary(required)]
    pub presets: Vec<PresetRules>,
}

/// `fee.presets`: presets with their rules and the sources of these.
///
/// # Errors
/// None; the signature is that of every operation.
pub fn presets(request: &FeePresetsRequest) -> Result<FeePresetsResponse> {
    let asked = if request.presets.is_empty() { FeePreset::ALL } else { &request.presets };
    Ok(FeePresetsResponse { presets: asked.iter().copied().map(PresetRules::of).collect() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_list_asks_for_all() {
        let all = presets(&FeePresetsRequest::default()).unwrap().presets;
        assert_eq!(all.iter().map(|one| one.preset).collect::<Vec<_>>(), FeePreset::ALL);
        let one = FeePresetsRequest::default().with_presets(vec![FeePreset::Wuxi]);
        assert_eq!(presets(&one).unwrap().presets[0].city.as_deref(), Some("无锡"));
    }
}
