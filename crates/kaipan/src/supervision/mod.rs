//! Where money lies (资金监管): supervised accounts, what they must keep, what may be released (handbook
//! §28.3; 建房规〔2026〕3号).
//!
//! [`Supervising`] looks at accounts and dated movements. [`Supervising::check`] says what each account
//! holds and may release, and which house money lies elsewhere; [`Supervising::release`] decides one
//! release. [`SupervisionRule::presets`] are rules to begin with.

mod account;
mod checking;
mod misplaced;
mod movement;
mod preset;
mod releasing;
mod required;
mod rule;
mod sheet;
mod supervising;
mod timeline;

pub use account::{MoneyAccount, MoneyAccountKind, SupervisedBases};
pub use movement::{AccountMovement, MovementPurpose};
pub use releasing::{SupervisedRelease, SupervisedReleaseAnswer};
pub use rule::{RequiredBalance, SupervisionNode, SupervisionRule, SupervisionStage};
pub use sheet::{AccountPosition, MisplacedMoney, SupervisionSheet};
pub use supervising::Supervising;
