//! `cargo xtask oracle`: the second calculation of `tests/oracle`, on random requests.

use crate::shell::{Outcome, Shell};
use crate::steps;
use crate::tools::{self, Tool};

/// Requests of each operation about prices unless told otherwise.
pub(crate) const COUNT: u32 = 10_000;

/// Seed of these requests.
pub(crate) const SEED: &str = "1";

/// Operations about prices that the oracle computes too.
const PRICES: [&str; 6] = [
    "pricing.table",
    "discount.apply",
    "discount.best",
    "payment.schedule",
    "payment.loan",
    "fee.compute",
];

/// The others that it computes; a fifth of the requests, since each is a history.
const HISTORIES: [&str; 22] = [
    "customer.match",
    "ownership.decide",
    "ownership.due",
    "channel.protect",
    "deal.settle_change",
    "deal.settle_area",
    "supervision.check",
    "supervision.release",
    "fund_plan.check",
    "fund_plan.pay",
    "ledger.post",
    "ledger.statement",
    "kpi.split",
    "kpi.measure",
    "kpi.bridge",
    "kpi.commission",
    "kpi.rephase",
    "kpi.budget",
    "kpi.stock_age",
    "overdue.assess",
    "overdue.aging",
    "overdue.forecast",
];

/// Compares the library with the oracle; its own tests first.
pub(crate) fn compare(shell: &Shell, count: u32, seed: &str) -> Outcome {
    tools::bring(shell, &[Tool::Python])?;
    let program = steps::program(shell)?;
    let mut handbook = shell.command("python3");
    handbook.args(["-B", "-m", "unittest"]);
    shell.run(handbook.current_dir(shell.root("tests/oracle")))?;
    let prices = PRICES.map(|operation| (operation, count));
    let histories = HISTORIES.map(|operation| (operation, count.div_ceil(5)));
    for (operation, count) in prices.into_iter().chain(histories) {
        let mut compare = shell.command("python3");
        compare.args(["-B", "tests/oracle/compare.py", "--kaipan"]).arg(&program);
        compare.args(["--operation", operation, "--count", &count.to_string(), "--seed", seed]);
        shell.run(&mut compare)?;
    }
    Ok(())
}
