use crate::area_settlement::{AreaMoneyWay, AreaSettlementSheet};
use crate::error::{Code, Error, Result};
use crate::fee::{FeeCategory, FeeSheet, Payer};
use crate::money::{
    COMMERCIAL_LOAN, DEPOSIT, DOWN_PAYMENT, FUND_LOAN, HOUSE_PAYMENT, MoneyCategory,
};
use crate::number::Money;
use crate::payment::{MoneyItem, Schedule, ScheduleLine};
use crate::{Date, Label, Text};
use kaipan_derive::boundary;

/// A receivable (应收款) to be raised.
///
/// ```
/// use kaipan::ledger::ReceivableLine;
/// let line = ReceivableLine::new("D1/首期", "down_payment", "395206".parse()?)
///     .with_due("2025-03-10".parse::<kaipan::Date>()?);
/// assert_eq!(line.seq, 0);
/// # Ok::<(), kaipan::Error>(())
/// ```
#[boundary]
#[derive(Hash)]
pub struct ReceivableLine {
    /// Its id, which no other receivable has.
    pub id: Text,
    /// 款项: what it is.
    pub item: Text,
    /// What kind of money a host's own item is, where no policy says.
    pub category: Option<MoneyCategory>,
    /// Its place among lines of one due date.
    #[boundary(default)]
    pub seq: u32,
    /// The due date; none until the event it hangs on has a date.
    pub due: Option<Date>,
    /// Yuan.
    pub amount: Money,
    /// Why, as statements show it.
    pub note: Option<Label>,
}

impl ReceivableLine {
    /// The lines of a payment schedule, fees among them as collected for others. Their ids are the
    /// prefix, `/` and the number of the line. Lines of nothing are left out.
    pub fn of_schedule(schedule: &Schedule, prefix: &str) -> Vec<ReceivableLine> {
        ReceivableLine::of_lines(&schedule.lines, prefix)
    }

    /// As [`ReceivableLine::of_schedule`], of lines that stand alone.
    pub fn of_lines(lines: &[ScheduleLine], prefix: &str) -> Vec<ReceivableLine> {
        let lines = lines.iter().filter(|line| line.amount.is_positive());
        let of = |line: &ScheduleLine| {
            let (item, category) = match line.item {
                MoneyItem::Deposit => (Text::constant(DEPOSIT), None),
                MoneyItem::DownPayment => (Text::constant(DOWN_PAYMENT), None),
                MoneyItem::Instalment => (Text::constant(HOUSE_PAYMENT), None),
                MoneyItem::CommercialLoan => (Text::constant(COMMERCIAL_LOAN), None),
                MoneyItem::FundLoan => (Text::constant(FUND_LOAN), None),
                MoneyItem::Fee => {
                    let name = line.fee.clone().unwrap_or_else(|| Text::from(&line.name));
                    (name, Some(MoneyCategory::Collected))
                }
            };
            ReceivableLine {
                id: Text::of(format_args!("{prefix}/{}", line.seq)),
                item,
                category,
                seq: line.seq,
                due: line.due,
                amount: line.amount,
                note: Some(line.name.clone()),
            }
        };
        lines.map(of).collect()
    }

    /// What the buyer owes by a settlement of areas, each line with its due date. Their ids are the
    /// prefix, `/` and their number. What is refunded or set off is no receivable.
    pub fn of_area_settlement(sheet: &AreaSettlementSheet, prefix: &str) -> Vec<ReceivableLine> {
        let owed = sheet.money.iter().filter(|line| line.way == AreaMoneyWay::Receivable);
        let line = |(number, line): (u32, &crate::area_settlement::AreaMoney)| {
            let id = Text::of(format_args!("{prefix}/{number}"));
            let mut raised = ReceivableLine::new(id, line.item.clone(), line.amount);
            (raised.seq, raised.due) = (number, line.due);
            raised
        };
        (1_u32..).zip(owed).map(line).collect()
    }

    /// What the buyer pays of a sheet of fees and taxes: the house's own charges as charges, all
    /// else as collected for others. Lines of one code come to one receivable, with their
    /// adjustments; ids are the prefix, `/` and the code. Codes whose lines come to nothing are
    /// left out.
    ///
    /// # Errors
    /// [`Code::LedgerBelowZero`] for a code whose adjustments are more than its lines: what is too
    /// much is refunded, and is no receivable; [`Code::NumberOverflow`].
    pub fn of_fees(sheet: &FeeSheet, prefix: &str) -> Result<Vec<ReceivableLine>> {
        let mut lines: Vec<ReceivableLine> = Vec::new();
        for (at, fee) in sheet.lines.iter().enumerate().filter(|(_, fee)| fee.payer == Payer::Buyer)
        {
            let id = Text::of(format_args!("{prefix}/{}", fee.code));
            match lines.iter_mut().find(|line| line.id == id) {
                Some(line) => {
                    line.amount = Money::sum([line.amount, fee.amount])?;
                    line.due = line.due.or(fee.due);
                }
                None => lines.push(ReceivableLine {
                    id,
                    item: fee.code.clone(),
                    category: Some(match fee.category {
                        FeeCategory::Tax | FeeCategory::Collected => MoneyCategory::Collected,
                        FeeCategory::Charge => MoneyCategory::Charge,
                    }),
                    seq: u32::try_from(at.saturating_add(1)).unwrap_or(u32::MAX),
                    due: fee.due,
                    amount: fee.amount,
                    note: Some(fee.name.clone()),
                }),
            }
        }
        lines.retain(|line| !line.amount.is_zero());
        match lines.iter().find(|line| line.amount.is_negative()) {
            Some(line) => {
                let error = Error::new(Code::LedgerBelowZero).with("receivable", &line.id);
                Err(error.with("amount", line.amount))
            }
            None => Ok(lines),
        }
    }
}
