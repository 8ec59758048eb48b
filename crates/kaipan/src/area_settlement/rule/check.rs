//! What is wrong with bands.

use super::band::{AreaBand, AreaRule};
use crate::check::Must;
use crate::error::{Code, Error, Finding, finding};
use crate::number::Rate;

/// A band that ends beyond this is hardly meant: 50 %.
const USUAL_END: i64 = 500_000;
/// A factor above this is hardly meant: three times.
const USUAL_FACTOR: i64 = 3_000_000;

impl AreaRule {
    /// What cannot be: no bands, empty ones, such that overlap or leave something between them. A ratio
    /// of zero needs no band.
    pub(in crate::area_settlement) fn wrong(&self) -> Vec<Error> {
        let AreaRule::Bands { bands, .. } = self else { return Vec::new() };
        if bands.is_empty() {
            return vec![Error::new(Code::AreaBlank).with("field", "bands").at("bands").at("rule")];
        }
        let mut errors = Vec::new();
        let mut before: Option<&AreaBand> = None;
        for (at, band) in bands.iter().enumerate() {
            let factor = Must::NotBeNegative.refused(Code::AreaNumber, "factor", band.factor);
            let own = factor.into_iter().chain(band.is_empty());
            let own = own.chain(before.and_then(|before| band.misplaced(before, at)));
            errors.extend(own.map(|error| error.at(at).at("bands").at("rule")));
            before = Some(band);
        }
        errors
    }

    /// What is hardly meant.
    pub(in crate::area_settlement) fn odd(&self) -> Vec<Finding> {
        let AreaRule::Bands { bands, .. } = self else { return Vec::new() };
        let each = bands.iter().enumerate().flat_map(|(at, band)| {
            let ends = [("from", band.from), ("to", band.to)];
            let far = ends.into_iter().filter_map(|(field, end)| {
                let end =
                    end.filter(|end| end.millionths().unsigned_abs() > USUAL_END.unsigned_abs())?;
                Some(finding!(Code::AreaBandFar, end).at(field))
            });
            let factor = (band.factor.millionths() > USUAL_FACTOR)
                .then(|| finding!(Code::AreaFactorUnusual, factor = band.factor).at("factor"));
            let told: Vec<Finding> = far.chain(factor).collect();
            told.into_iter().map(move |found| found.at(at).at("bands").at("rule"))
        });
        each.collect()
    }
}

impl AreaBand {
    /// It ends before it begins, or at once without its ends.
    fn is_empty(&self) -> Option<Error> {
        let (from, to) = self.from.zip(self.to)?;
        let is_point = from == to && self.from_included && self.to_included;
        let error = || Error::new(Code::AreaBandEmpty).with("low", from).with("high", to).at("to");
        (from >= to && !is_point).then(error)
    }

    /// It overlaps the band before it, or leaves ratios between them that have no band.
    fn misplaced(&self, before: &AreaBand, at: usize) -> Option<Error> {
        let numbered = |code| Error::new(code).with("number", at.saturating_add(1)).at("from");
        let (Some(end), Some(from)) = (before.to, self.from) else {
            return Some(numbered(Code::AreaBandsOrder));
        };
        let meets = end == from;
        if end > from || meets && before.to_included && self.from_included {
            return Some(numbered(Code::AreaBandsOrder));
        }
        let is_covered = meets && (before.to_included || self.from_included || end == Rate::ZERO);
        let gap = || numbered(Code::AreaBandsGap).with("low", end).with("high", from);
        (!is_covered).then(gap)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A band of ends such as `[-3 0)`, in percent; `_` is no end.
    fn band(text: &str, factor: &str) -> AreaBand {
        let ends = text.trim_matches(['[', ']', '(', ')']);
        let (from, to) = ends.split_once(' ').unwrap();
        let end = |text: &str| {
            let percent: i64 = text.parse().ok()?;
            Some(Rate::from_millionths(percent * 10_000))
        };
        AreaBand {
            from: end(from),
            from_included: text.starts_with('['),
            to: end(to),
            to_included: text.ends_with(']'),
            factor: factor.parse().unwrap(),
            may_quit: false,
            interest: false,
        }
    }

    fn wrong(bands: &[&str]) -> Vec<(Code, String)> {
        let bands = bands.iter().map(|text| band(text, "1")).collect();
        let errors = AreaRule::bands(bands).wrong();
        errors.iter().map(|error| (error.code(), error.path())).collect()
    }

    #[test]
    fn bands_follow_each_other_without_a_gap() {
        for good in [
            &["(_ -3)", "[-3 0)", "(0 3]", "(3 _)"][..],
            &["(_ -1)", "[-1 1]", "(1 _)"],
            &["(_ _)"],
            &["[0 0]", "(0 5]"],
        ] {
            assert_eq!(wrong(good), [], "{good:?}");
        }
        let at = |number: usize, field: &str| format!("/rule/bands/{number}/{field}");
        for (bad, code, place) in [
            (&[][..], Code::AreaBlank, "/rule/bands".to_owned()),
            (&["(_ -3)", "(-3 0)"], Code::AreaBandsGap, at(1, "from")),
            (&["(_ -3)", "[-2 0)"], Code::AreaBandsGap, at(1, "from")),
            (&["(_ -3]", "[-3 0)"], Code::AreaBandsOrder, at(1, "from")),
            (&["(_ 1]", "(0 2]"], Code::AreaBandsOrder, at(1, "from")),
            (&["(0 3]", "(_ 0)"], Code::AreaBandsOrder, at(1, "from")),
            (&["(_ _)", "(3 _)"], Code::AreaBandsOrder, at(1, "from")),
            (&["(3 3]"], Code::AreaBandEmpty, at(0, "to")),
            (&["(3 1]"], Code::AreaBandEmpty, at(0, "to")),
        ] {
            assert_eq!(wrong(bad), [(code, place)], "{bad:?}");
        }
        let negative = AreaRule::bands(vec![band("(_ _)", "-1")]);
        assert_eq!(negative.wrong()[0].path(), at(0, "factor"));
    }

    #[test]
    fn percents_in_the_place_of_shares_are_told() {
        let bands = vec![band("(_ 300)", "1"), band("[300 _)", "100")];
        let told = AreaRule::bands(bands).odd();
        let codes: Vec<Code> = told.iter().map(|one| one.code).collect();
        assert_eq!(codes, [Code::AreaBandFar, Code::AreaBandFar, Code::AreaFactorUnusual]);
    }
}
