//! Pricing schemes (定价方案): what makes one unit dearer than another.

mod composite;
mod factor;
mod model;
mod refuse;
mod refuse_factor;

pub use composite::{CompositeDiscount, DiscountShare};
pub(super) use factor::chinese_label;
pub use factor::{
    BandArea, Factor, FactorRow, FactorValues, FloorAxis, FloorJump, FloorRule, FloorSegment,
    JumpMode, LineStep, Method, TopOf, TopStep, ValueBand,
};
pub use model::{
    AreaBasis, CoefCombine, GiftRule, LumpSum, PriceBasis, PriceOverride, PricingScheme,
    SpotAdjustment,
};
pub(super) use refuse::{check, check_one};
