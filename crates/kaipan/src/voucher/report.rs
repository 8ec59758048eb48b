//! Where every number of a book is, and which were skipped (断号检查).

use super::book::VoucherBook;
use super::paper::{Voucher, VoucherStatus};
use super::spans::{Sequences, count, length};
use crate::Text;
use crate::error::{Code, Error, Finding, MOST, Result, finding, told};
use crate::number::Money;
use kaipan_derive::boundary;

/// Numbers one after the other, as they are printed.
#[boundary(answer)]
pub struct VoucherSpan {
    /// The first.
    pub from: Text,
    /// The last.
    pub to: Text,
    /// How many.
    pub count: u32,
}

/// Blank numbers that a person has.
#[boundary(answer)]
pub struct HeldVouchers {
    /// Id of the person.
    pub holder: Text,
    /// The first.
    pub from: Text,
    /// The last.
    pub to: Text,
    /// How many.
    pub count: u32,
}

/// Where every number of a book is. The counts of registered, issued, used, void and recovered ones add
/// up to `count`.
#[boundary(answer)]
pub struct VoucherReport {
    /// Id of the book.
    pub book: Text,
    /// The first number.
    pub first: Text,
    /// The last number.
    pub last: Text,
    /// How many numbers the book has.
    pub count: u32,
    /// Numbers that nobody has.
    pub registered: Vec<VoucherSpan>,
    /// Blank numbers that people have.
    pub issued: Vec<HeldVouchers>,
    /// How many nobody has.
    pub registered_count: u32,
    /// How many are blank with people.
    pub issued_count: u32,
    /// How many are in use.
    pub used_count: u32,
    /// How many are void.
    pub void_count: u32,
    /// How many came back.
    pub recovered_count: u32,
    /// How many of the used, void and recovered ones are not verified.
    pub unverified_count: u32,
    /// Σ of the amounts of those in use, yuan.
    pub used_amount: Money,
    /// Numbers without a voucher below the highest that has one.
    pub gaps: Vec<VoucherSpan>,
    /// The void ones, which keep their numbers, with why.
    pub void: Vec<Voucher>,
    /// Those that came back, with why.
    pub recovered: Vec<Voucher>,
    /// Every gap, told.
    pub findings: Vec<Finding>,
}

told!(VoucherReport: findings);

impl VoucherBook {
    /// Where every number of the book is.
    ///
    /// # Errors
    /// Amounts outside the range of money.
    pub fn report(&self) -> Result<VoucherReport> {
        let of = |status| self.vouchers.iter().filter(move |one| one.status == status);
        let counted = |status| u32::try_from(of(status).count()).unwrap_or(u32::MAX);
        let open = self.vouchers.iter().filter(|one| one.verified_at.is_none()).count();
        let registered = self.registered();
        let held = self.issued.iter().map(|one| (one.from, one.to)).collect::<Vec<_>>();
        let gaps: Vec<VoucherSpan> = self.skipped().into_iter().map(|one| self.span(one)).collect();
        Ok(VoucherReport {
            book: self.id.clone(),
            first: self.number(self.from),
            last: self.number(self.to),
            count: length((self.from, self.to)),
            registered_count: count(&registered),
            registered: registered.into_iter().map(|one| self.span(one)).collect(),
            issued_count: count(&held),
            issued: self
                .issued
                .iter()
                .map(|one| self.held(&one.holder, (one.from, one.to)))
                .collect(),
            used_count: counted(VoucherStatus::Used),
            void_count: counted(VoucherStatus::Void),
            recovered_count: counted(VoucherStatus::Recovered),
            unverified_count: u32::try_from(open).unwrap_or(u32::MAX),
            used_amount: Money::sum(of(VoucherStatus::Used).filter_map(|one| one.amount))?,
            findings: told_gaps(&gaps),
            gaps,
            void: of(VoucherStatus::Void).cloned().collect(),
            recovered: of(VoucherStatus::Recovered).cloned().collect(),
        })
    }

    fn span(&self, (from, to): Sequences) -> VoucherSpan {
        VoucherSpan { from: self.number(from), to: self.number(to), count: length((from, to)) }
    }

    fn held(&self, holder: &Text, (from, to): Sequences) -> HeldVouchers {
        let VoucherSpan { from, to, count } = self.span((from, to));
        HeldVouchers { holder: holder.clone(), from, to, count }
    }
}

/// The first gaps, and how many more there are.
fn told_gaps(gaps: &[VoucherSpan]) -> Vec<Finding> {
    let told = gaps.iter().take(MOST).map(|gap| {
        finding!(Code::VoucherGap, number = gap.from, until = gap.to, count = gap.count)
    });
    let more = gaps.len().saturating_sub(MOST);
    told.chain((more > 0).then(|| Error::unlisted(more).finding())).collect()
}
