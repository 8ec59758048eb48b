//! Published rules as data, one file a city or nation.
//!
//! A preset is a starting point that names its sources. Local rates and amounts change: a project
//! copies the rules, mends what its city has otherwise, and puts them into its own policy.

mod beijing;
mod nanchang;
mod national;
mod table;
mod wuxi;

use super::rule::FeeRule;
use crate::{Label, Text};
use kaipan_derive::boundary;

/// A named set of published rules.
#[boundary]
pub enum FeePreset {
    /// National rules: deed tax, stamp duty, registration fee.
    National,
    /// Nanchang: special maintenance fund.
    Nanchang,
    /// Beijing: special maintenance fund.
    Beijing,
    /// Wuxi: special maintenance fund.
    Wuxi,
}

/// A preset with its rules, as a policy could hold them.
#[boundary(answer)]
pub struct PresetRules {
    /// The preset.
    pub preset: FeePreset,
    /// Name in Chinese.
    pub name: Label,
    /// Name in English.
    pub name_en: Label,
    /// The city it is for; the whole country if absent.
    pub city: Option<Text>,
    /// What it leaves to the project, in Chinese.
    pub remark: Label,
    /// What it leaves to the project, in English.
    pub remark_en: Label,
    /// The rules; those of one code with different dates follow each other.
    #[boundary(required)]
    pub rules: Vec<FeeRule>,
}

impl PresetRules {
    /// A preset with its rules and the sources of these.
    ///
    /// ```
    /// use kaipan::fee::{FeePolicy, FeePreset, PresetRules};
    /// let beijing = PresetRules::of(FeePreset::Beijing);
    /// assert!(beijing.rules.iter().all(|rule| rule.source.is_some()));
    /// // A project starts from them and mends what it has otherwise.
    /// let own = FeePolicy::default().with_rules(beijing.rules);
    /// assert!(own.presets.is_empty());
    /// ```
    pub fn of(preset: FeePreset) -> PresetRules {
        let about = preset.about();
        PresetRules {
            preset,
            name: about.name.into(),
            name_en: about.name_en.into(),
            city: about.city.map(Text::from),
            remark: about.remark.into(),
            remark_en: about.remark_en.into(),
            rules: preset.rules(),
        }
    }
}

/// What is said of a preset.
pub(super) struct About {
    pub(super) name: &'static str,
    pub(super) name_en: &'static str,
    /// The city whose rules these are.
    pub(super) city: Option<&'static str>,
    remark: &'static str,
    remark_en: &'static str,
}

impl FeePreset {
    /// Every preset.
    pub const ALL: &'static [FeePreset] =
        &[FeePreset::National, FeePreset::Nanchang, FeePreset::Beijing, FeePreset::Wuxi];

    /// The rules of the preset, of all times.
    pub fn rules(self) -> Vec<FeeRule> {
        table::rules(match self {
            FeePreset::National => national::RULES,
            FeePreset::Nanchang => nanchang::RULES,
            FeePreset::Beijing => beijing::RULES,
            FeePreset::Wuxi => wuxi::RULES,
        })
    }

    pub(super) fn about(self) -> &'static About {
        match self {
            FeePreset::National => &national::ABOUT,
            FeePreset::Nanchang => &nanchang::ABOUT,
            FeePreset::Beijing => &beijing::ABOUT,
            FeePreset::Wuxi => &wuxi::ABOUT,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{check, policy};
    use super::*;
    use crate::fee::FeePolicy;

    #[test]
    fn presets_are_sound_rules_with_sources() {
        for preset in FeePreset::ALL {
            let rules = preset.rules();
            assert!(!rules.is_empty());
            for rule in &rules {
                assert_eq!(check::rule(rule), vec![], "{}", rule.code);
                assert!(rule.source.as_deref().is_some_and(|source| source.len() > 10));
                assert!(rule.name_en.as_deref().is_some_and(str::is_ascii));
            }
            // As a project's own rules they must not overlap either.
            let own = FeePolicy { rules, ..FeePolicy::default() };
            assert!(policy::rules(&own).1.is_empty(), "{preset:?}");
            let about = preset.about();
            assert!(about.remark_en.is_ascii() && about.name_en.is_ascii());
        }
    }
}
