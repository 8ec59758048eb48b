use crate::{Label, Text};
use kaipan_derive::boundary;

/// 更正: data of a unit that were wrong, and what they are from now on (T34).
#[boundary]
pub struct StockCorrection {
    /// Which of its data, by the name of the field: `building_area`.
    pub field: Text,
    /// What it was, if anything was known.
    pub old: Option<Label>,
    /// What it is from now on.
    pub new: Label,
}

impl StockCorrection {
    /// It names its field and says something new.
    pub(in crate::deal) fn is_whole(&self) -> bool {
        let new = self.new.trim();
        let old = self.old.as_ref().map(|old| old.trim());
        !self.field.trim().is_empty() && !new.is_empty() && old != Some(new)
    }
}
