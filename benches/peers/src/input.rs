//! The one input of all peers: made here, deterministic, written as text.

use std::fmt::Write;
use std::path::Path;

/// Units as codes and areas, and the scheme's tables.
pub(crate) struct Input {
    pub(crate) base: &'static str,
    pub(crate) floor: Vec<String>,
    pub(crate) line: Vec<String>,
    pub(crate) view: Vec<String>,
    /// Codes of floor, line and view.
    pub(crate) codes: [Vec<u16>; 3],
    /// Areas in 0.01 m².
    pub(crate) areas: Vec<i64>,
}

/// A small generator (xorshift): the input must be the same on every machine.
pub(crate) struct Draw(u64);

impl Draw {
    pub(crate) fn new() -> Draw {
        Draw(0x2545_f491_4f6c_dd1d)
    }

    pub(crate) fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % limit
    }
}

impl Input {
    pub(crate) fn generate(units: usize) -> Input {
        let coefficients = |count: i64, first: i64, step: i64| -> Vec<String> {
            let text = |at: i64| {
                let value = first + at * step;
                format!("{}.{:04}", value / 10_000, value % 10_000)
            };
            (0..count).map(text).collect()
        };
        let mut input = Input {
            base: "12345.67",
            floor: coefficients(33, 9_615, 37),
            line: coefficients(8, 9_800, 75),
            view: coefficients(5, 10_000, 125),
            codes: [vec![], vec![], vec![]],
            areas: Vec::with_capacity(units),
        };
        let mut draw = Draw::new();
        for _ in 0..units {
            for (codes, count) in input.codes.iter_mut().zip([33, 8, 5]) {
                codes.push(u16::try_from(draw.below(count)).unwrap_or(0));
            }
            input.areas.push(6_000 + i64::try_from(draw.below(12_000)).unwrap_or(0));
        }
        input
    }

    pub(crate) fn write(&self, folder: &Path) -> std::io::Result<()> {
        let scheme = serde_json::json!({
            "base": self.base, "floor": self.floor, "line": self.line, "view": self.view,
            "units": self.areas.len(),
        });
        std::fs::write(folder.join("scheme.json"), scheme.to_string())?;
        let [floor, line, view] = &self.codes;
        let mut text = String::with_capacity(self.areas.len() * 14);
        for (((floor, line), view), area) in floor.iter().zip(line).zip(view).zip(&self.areas) {
            let _ = writeln!(text, "{floor},{line},{view},{}.{:02}", area / 100, area % 100);
        }
        std::fs::write(folder.join("units.csv"), text)
    }
}
