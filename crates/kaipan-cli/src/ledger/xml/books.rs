//! Journal lines and numbers of vouchers as XML.

use crate::ledger::vouchers::Series;
use crate::xml::{Out, element, finding, leaf, maybe, some};
use kaipan::ledger::JournalSheet;
use kaipan::money::LedgerAccount;
use std::io;

/// The journal of a period: its lines, the trial balance, and the accounts of the ledger itself.
pub(in crate::ledger) fn journal(out: &mut Out, sheet: &JournalSheet) -> io::Result<()> {
    let given = [
        ("from", some(&sheet.from)),
        ("to", some(&sheet.to)),
        ("horizon", some(&sheet.horizon)),
        ("debit", some(&sheet.debit)),
        ("credit", some(&sheet.credit)),
    ];
    element(out, "journal", &given, |out| {
        for line in &sheet.lines {
            let given = [
                ("date", some(&line.date)),
                ("order", some(&line.order)),
                ("key", some(&line.key)),
                ("act", some(&line.act.word())),
                ("role", some(&line.role.word())),
                ("account", some(&line.account)),
                ("name_zh", some(&line.zh)),
                ("name_en", some(&line.en)),
                ("debit", some(&line.debit)),
                ("credit", some(&line.credit)),
                ("deal", maybe(&line.deal)),
                ("customer", maybe(&line.customer)),
                ("payee", maybe(&line.payee)),
                ("voucher", maybe(&line.voucher)),
            ];
            leaf(out, "entry", &given, "")?;
        }
        for row in &sheet.trial {
            let given = [
                ("account", some(&row.account)),
                ("name_zh", some(&row.zh)),
                ("name_en", some(&row.en)),
                ("opening", some(&row.opening)),
                ("debit", some(&row.debit)),
                ("credit", some(&row.credit)),
                ("closing", some(&row.closing)),
            ];
            leaf(out, "trial", &given, "")?;
        }
        sheet.ledger.iter().try_for_each(|row| {
            let bank = match &row.account {
                LedgerAccount::Bank { account } => some(account),
                _ => None,
            };
            let kind = ("kind", some(&row.account.word()));
            leaf(out, "account", &[kind, ("bank", bank), ("amount", some(&row.amount))], "")
        })
    })
}

/// Which numbers of receipts and payments are missing, void or given twice.
pub(in crate::ledger) fn vouchers(out: &mut Out, series: &[Series]) -> io::Result<()> {
    element(out, "vouchers", &[], |out| {
        series.iter().try_for_each(|one| {
            element(out, "series", &[("prefix", some(&one.prefix))], |out| {
                for group in &one.report.groups {
                    let given = [
                        ("scope", maybe(&group.scope)),
                        ("period", maybe(&group.period)),
                        ("first", some(&group.first)),
                        ("last", some(&group.last)),
                        ("used", some(&group.used)),
                    ];
                    element(out, "group", &given, |out| {
                        group.void.iter().try_for_each(|number| leaf(out, "void", &[], number))?;
                        group.missing.iter().try_for_each(|one| {
                            let given = [
                                ("from", some(&one.from)),
                                ("to", some(&one.to)),
                                ("count", some(&one.count)),
                            ];
                            leaf(out, "missing", &given, "")
                        })
                    })?;
                }
                one.report.findings.iter().try_for_each(|one| finding(out, one))
            })
        })
    })
}
