//! kaipan's own paths over the input, and a memory copy of the same bytes.

use crate::input::Input;
use crate::{Failure, Outcome};
use kaipan::Text;
use kaipan::number::Area;
use kaipan::pricing::*;
use kaipan::project::{Dimension, Project, Unit};
use kaipan_ops::pricing::ColumnsRequest;
use std::hint::black_box;
use std::time::Instant;

pub(crate) fn version() -> String {
    let rustc = std::process::Command::new("rustc").arg("--version").output();
    let rustc = rustc.ok().and_then(|output| String::from_utf8(output.stdout).ok());
    format!("kaipan {}, {}", env!("CARGO_PKG_VERSION"), rustc.unwrap_or_default().trim())
}

fn factor(dimension: Dimension, values: &[String]) -> Result<Factor, kaipan::Error> {
    let mut rows = Vec::new();
    for (at, value) in values.iter().enumerate() {
        rows.push(FactorRow { key: Text::of(at), value: value.parse()? });
    }
    Ok(Factor::new(dimension, Method::Coefficient, FactorValues::Table { rows }))
}

fn scheme(input: &Input) -> Result<PricingScheme, kaipan::Error> {
    Ok(PricingScheme {
        code: "peers".into(),
        base_price: Some(input.base.parse()?),
        factors: vec![
            factor(Dimension::Floor, &input.floor)?,
            factor(Dimension::Line, &input.line)?,
            factor(Dimension::View, &input.view)?,
        ],
        ..PricingScheme::default()
    })
}

fn unit(at: usize, floor: usize, line: usize, view: usize, area: i64) -> Unit {
    Unit {
        unit_no: Text::of(at),
        building: "1".into(),
        floor: i32::try_from(floor).unwrap_or(0),
        line: Text::of(line),
        view: Some(Text::of(view)),
        building_area: Area::from_ten_thousandths(area * 100),
        ..Unit::default()
    }
}

/// The compiled path: columns in, columns out, one thread.
pub(crate) fn columnar(input: &Input, rounds: usize) -> Result<Outcome, Failure> {
    // Compiled for one unit of every combination; the input's codes are then translated.
    let mut samples = Vec::new();
    for floor in 0..input.floor.len() {
        for line in 0..input.line.len() {
            for view in 0..input.view.len() {
                samples.push(unit(samples.len(), floor, line, view, 10_000));
            }
        }
    }
    let (compiled, _) = CompiledScheme::compile(&scheme(input)?, &samples)?;
    if !compiled.is_folded() {
        return Err("the scheme did not fold".into());
    }
    let mut codes = Vec::new();
    for (axis, column) in compiled.axes().iter().zip(&input.codes) {
        let translate = |code: &u16| axis.code(&code.to_string()).unwrap_or(u16::MAX);
        let table: Vec<u16> = (0..axis.codes).map(|code| translate(&code)).collect();
        codes.push(
            column
                .iter()
                .map(|c| table.get(usize::from(*c)).copied().unwrap_or(u16::MAX))
                .collect(),
        );
    }
    codes.push(vec![0_u16; input.areas.len()]);
    let areas = input.areas.iter().map(|area| area * 100).collect();
    let columns = Columns { codes, areas, ..Columns::default() };
    let mut unit_prices = vec![0; input.areas.len()];
    let mut totals = vec![0; input.areas.len()];
    let mut best = f64::INFINITY;
    let mut total_sum = 0;
    for _ in 0..rounds.max(1) * 4 {
        let start = Instant::now();
        let out = PricedColumns { unit_prices: &mut unit_prices, totals: &mut totals };
        let sums = compiled.price(&black_box(&columns).view(), out)?;
        best = best.min(start.elapsed().as_secs_f64());
        total_sum = sums.total.fen();
    }
    Ok(Outcome {
        peer: "kaipan-columnar".into(),
        version: version(),
        units: input.areas.len() as u64,
        seconds: best,
        unit_sum: (unit_prices.iter().sum::<i64>() / 100).to_string(),
        total_sum: (total_sum / 100).to_string(),
        ..Outcome::default()
    })
}

/// The units of the input.
fn units(input: &Input) -> Vec<Unit> {
    let [floor, line, view] = &input.codes;
    let unit = |(at, area): (usize, &i64)| {
        let code = |column: &[u16]| column.get(at).map_or(0, |code| usize::from(*code));
        unit(at, code(floor), code(line), code(view), *area)
    };
    input.areas.iter().enumerate().map(unit).collect()
}

/// The input as hosts without Rust compile it.
pub(crate) fn columns_request(input: &Input) -> Result<ColumnsRequest, Failure> {
    Ok(ColumnsRequest { scheme: scheme(input)?, units: units(input) })
}

/// The explained path with all steps of every unit.
pub(crate) fn explained(input: &Input) -> Result<Outcome, Failure> {
    let units = units(input);
    let project = Project { name: "peers".into(), units, ..Project::default() };
    let schemes = [scheme(input)?];
    let trial = Trial::new(&project, &schemes).explain(&Explain::All {});
    let start = Instant::now();
    let table = trial.table()?;
    let seconds = start.elapsed().as_secs_f64();
    let units: i64 = table.rows.iter().map(|row| row.unit_price.micros() / 1_000_000).sum();
    let total: i64 = table.rows.iter().map(|row| row.total.fen() / 100).sum();
    Ok(Outcome {
        peer: "kaipan-explained".into(),
        version: version(),
        units: input.areas.len() as u64,
        seconds,
        unit_sum: units.to_string(),
        total_sum: total.to_string(),
        ..Outcome::default()
    })
}

/// Copying as many bytes as the compiled path reads and writes: the floor of any approach.
pub(crate) fn memory_copy(input: &Input, rounds: usize) -> Outcome {
    // 4 code columns of 2 bytes, areas of 8; two columns of 8 written.
    let source = vec![7_u8; input.areas.len() * 16];
    let mut target = vec![0_u8; input.areas.len() * 16];
    let mut best = f64::INFINITY;
    for _ in 0..rounds.max(1) * 4 {
        let start = Instant::now();
        black_box(&mut target).copy_from_slice(black_box(&source));
        best = best.min(start.elapsed().as_secs_f64());
    }
    Outcome {
        peer: "memory-copy".into(),
        version: "16 bytes a unit".into(),
        units: input.areas.len() as u64,
        seconds: best,
        ..Outcome::default()
    }
}
