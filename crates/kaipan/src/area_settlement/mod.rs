//! Area settlement (面积补差): what buyer and seller owe each other once the area of a home has been
//! surveyed and registered (handbook §5.12).
//!
//! [`AreaSettling`] computes one settlement, by the statutory rule or by bands of a contract's own.
//! [`AreaSettlementDeciding`] decides commands about the document, [`SurveyImport`] takes a whole
//! survey, one result a row.

mod contract;
mod import;
mod life;
mod policy;
mod rule;
mod settling;
mod sheet;
mod survey;

pub use contract::{AreaContract, AreaPayment};
pub use import::{ImportedSurvey, SurveyImport, SurveyRow, SurveyRowResult};
pub use life::{
    AreaSettlement, AreaSettlementChange, AreaSettlementCommand, AreaSettlementDeciding,
    AreaSettlementDecision, AreaSettlementEvent, AreaSettlementRejection, AreaSettlementRow,
    AreaSettlementStatus,
};
pub use policy::{AreaSettlementPolicy, InterestYear, PerUnitSettling, RefundWay};
pub use rule::{AreaBand, AreaRule, BandWay};
pub use settling::{AreaFees, AreaSettling};
pub use sheet::{
    AreaChoice, AreaFeeChange, AreaInterest, AreaMoney, AreaMoneyWay, AreaOutcome, AreaQuit,
    AreaSettlementSheet, AreaStep, AreaStepRule, FeeDifference,
};
pub use survey::AreaSurvey;
