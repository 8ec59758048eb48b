//! How large a year is: 1 is the project with all its homes, 0.05 every twentieth of them, 20
//! twenty such projects, one after the other.

use crate::failure::Failure;
use std::str::FromStr;

/// A scale, in thousandths of a project: 0.05 to 1,000.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Size {
    thousandths: u32,
}

impl Size {
    /// The projects, each with its share of the homes in thousandths; the last may be a part.
    pub(crate) fn projects(self) -> impl Iterator<Item = (u32, u32)> {
        let count = self.thousandths.div_ceil(1000);
        (1..=count).map(move |number| (number, (self.thousandths - (number - 1) * 1000).min(1000)))
    }
}

impl FromStr for Size {
    type Err = Failure;

    fn from_str(text: &str) -> Result<Size, Failure> {
        let wrong = || {
            Failure::told(
                format!("规模“{text}”应在 0.05 至 1000 之间，最多三位小数"),
                format!("scale {text} should be from 0.05 to 1000, with at most three decimals"),
            )
        };
        let (whole, part) = text.split_once('.').unwrap_or((text, ""));
        let digits = |text: &str| text.bytes().all(|one| one.is_ascii_digit());
        if whole.is_empty() || part.len() > 3 || !digits(whole) || !digits(part) {
            return Err(wrong());
        }
        let thousandths = format!("{whole}{part:0<3}").parse().map_err(|_| wrong())?;
        match thousandths {
            50..=1_000_000 => Ok(Size { thousandths }),
            _ => Err(wrong()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scales_are_read_and_split_into_projects() {
        let parts = |text: &str| text.parse::<Size>().unwrap().projects().collect::<Vec<_>>();
        assert_eq!(parts("0.05"), [(1, 50)]);
        assert_eq!(parts("1"), [(1, 1000)]);
        assert_eq!(parts("2.5"), [(1, 1000), (2, 1000), (3, 500)]);
        assert_eq!(parts("1000").len(), 1000);
        for wrong in ["0.049", "1000.1", "-1", "1.0005", "", ".5", "1e3"] {
            assert!(wrong.parse::<Size>().is_err(), "{wrong}");
        }
    }
}
