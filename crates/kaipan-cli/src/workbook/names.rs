//! Names of sheets: at most 31 letters, none twice, without what a spreadsheet refuses.

use crate::layout::clean;
use crate::text::Say;
use kaipan::error::Lang;
use std::collections::HashSet;

/// Letters of a name, as a spreadsheet counts them.
const LONGEST: usize = 31;
/// Letters that a name cannot have.
const REFUSED: [char; 7] = ['[', ']', ':', '*', '?', '/', '\\'];

/// The names that are given so far.
pub(super) struct SheetNames {
    lang: Lang,
    given: HashSet<String>,
}

impl SheetNames {
    pub(super) fn new(lang: Lang) -> SheetNames {
        // Excel keeps this one to itself.
        SheetNames { lang, given: HashSet::from(["history".to_owned()]) }
    }

    /// A name of the program's own.
    pub(super) fn own(&mut self, name: &str) -> String {
        self.given.insert(name.to_lowercase());
        name.to_owned()
    }

    /// The name of the sheet of a building.
    pub(super) fn of_building(&mut self, building: &str) -> String {
        let plain = clean(building).replace(REFUSED, "_");
        let plain = plain.trim_matches(['\'', ' ']);
        let plain = match (plain, plain.chars().all(|c| c.is_ascii_digit())) {
            ("", _) => self.lang.say("楼栋", "Building").to_owned(),
            // A sheet "7" says nothing.
            (number, true) => match self.lang {
                Lang::Zh => format!("{number}栋"),
                Lang::En => format!("Building {number}"),
            },
            (name, false) => name.to_owned(),
        };
        self.free(&plain)
    }

    /// The name of the sheet of a report.
    pub(super) fn of_report(&mut self, title: &str) -> String {
        let plain = clean(title).replace(REFUSED, "_");
        let plain = plain.trim_matches(['\'', ' ']);
        self.free(if plain.is_empty() { self.lang.say("报表", "Report") } else { plain })
    }

    /// A name that no sheet has.
    fn free(&mut self, plain: &str) -> String {
        let mut name = cut(plain, LONGEST);
        let mut number = 2_u32;
        while !self.given.insert(name.to_lowercase()) {
            let tail = format!(" ({number})");
            name = format!("{}{tail}", cut(plain, LONGEST.saturating_sub(tail.len())));
            number = number.saturating_add(1);
        }
        name
    }
}

fn cut(text: &str, to: usize) -> String {
    let mut used = 0_usize;
    let letters = text.chars().take_while(|c| {
        used = used.saturating_add(c.len_utf16());
        used <= to
    });
    letters.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_building_has_a_name_of_its_own() {
        let mut names = SheetNames::new(Lang::Zh);
        names.own("房源");
        let long = "一".repeat(40);
        for (building, name) in [
            ("3栋", "3栋"),
            ("7", "7栋"),
            ("7栋", "7栋 (2)"),
            ("房源", "房源 (2)"),
            ("A/B[1]", "A_B_1_"),
            ("a_b_1_", "a_b_1_ (2)"),
            ("'", "楼栋"),
            ("History", "History (2)"),
        ] {
            assert_eq!(names.of_building(building), name);
        }
        assert_eq!(names.of_building(&long).chars().count(), LONGEST);
        assert!(names.of_building(&long).ends_with("一 (2)"));
    }
}
