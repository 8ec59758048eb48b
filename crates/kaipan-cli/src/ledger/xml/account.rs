//! Statements and sums as XML.

use crate::ledger::View;
use crate::xml::{Out, element, leaf, maybe, some};
use kaipan::error::Lang;
use kaipan::ledger::{LedgerItemSum, LedgerStatement, LedgerSummary, StatementLine};
use kaipan::money::LedgerAccount;
use std::io;

/// What an attribute is called, and its value if there is one.
type Given = (&'static str, Option<String>);

/// A statement: figures, deals, receivables, what happened, money that is there, accounts.
pub(in crate::ledger) fn statement(
    out: &mut Out,
    view: &View<'_>,
    statement: &LedgerStatement,
) -> io::Result<()> {
    let given = [
        ("as_of", some(&statement.as_of)),
        ("horizon", some(&statement.horizon)),
        ("customer", maybe(&statement.customer)),
        ("charged", some(&statement.charged)),
        ("waived", some(&statement.waived)),
        ("received", some(&statement.received)),
        ("outstanding", some(&statement.outstanding)),
        ("overdue", some(&statement.overdue)),
        ("prepaid", some(&statement.prepaid)),
        ("refund_due", some(&statement.refund_due)),
    ];
    element(out, "statement", &given, |out| {
        statement.deals.iter().try_for_each(|deal| leaf(out, "deal", &[], deal))?;
        for one in &statement.receivables {
            let [name_zh, name_en] = names(view, |view| view.called(one));
            let given = [
                ("id", some(&one.id)),
                ("deal", some(&one.deal)),
                ("item", some(&one.item)),
                name_zh,
                name_en,
                ("category", some(&one.category.word())),
                ("seq", some(&one.seq)),
                ("due", maybe(&one.due)),
                ("raised_on", some(&one.raised_on)),
                ("amount", some(&one.amount)),
                ("received", some(&one.received)),
                ("waived", some(&one.waived)),
                ("outstanding", some(&one.outstanding)),
                ("days_overdue", some(&one.days_overdue)),
            ];
            leaf(out, "receivable", &given, "")?;
        }
        statement.lines.iter().try_for_each(|one| line(out, view, one))?;
        for one in &statement.money {
            let [name_zh, name_en] = names(view, |view| view.item(&one.item));
            let given = [
                ("item", some(&one.item)),
                name_zh,
                name_en,
                ("category", some(&one.category.word())),
                ("applied", some(&one.applied)),
                ("free", some(&one.free)),
            ];
            leaf(out, "money", &given, "")?;
        }
        statement.accounts.iter().try_for_each(|one| {
            let mut given = account(view, &one.account);
            given.extend([("item", some(&one.item)), ("amount", some(&one.amount))]);
            leaf(out, "account", &given, "")
        })
    })
}

/// What happened; what it was about in Chinese, and in English.
fn line(out: &mut Out, view: &View<'_>, line: &StatementLine) -> io::Result<()> {
    let about = |lang| Some(View { lang, ..*view }.about(line)).filter(|text| !text.is_empty());
    let named = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
    let given = [
        ("order", some(&line.order)),
        ("key", some(&line.key)),
        ("date", some(&line.date)),
        ("act", some(&line.act.word())),
        ("method", line.method.map(|method| method.word().to_owned())),
        ("party", maybe(&line.party)),
        ("voucher", named(view.voucher(line))),
        ("bank", named(view.bank(line))),
        ("batch", maybe(&line.batch)),
        ("reverses", maybe(&line.reverses)),
        ("reversed_by", maybe(&line.reversed_by)),
        ("charged", some(&line.charged)),
        ("received", some(&line.received)),
        ("balance", some(&line.balance)),
        ("about_zh", about(Lang::Zh)),
        ("about_en", about(Lang::En)),
    ];
    leaf(out, "line", &given, "")
}

/// The sums of a project: item by item, account by account.
pub(in crate::ledger) fn summary(
    out: &mut Out,
    view: &View<'_>,
    summary: &LedgerSummary,
) -> io::Result<()> {
    let given = [
        ("as_of", some(&summary.as_of)),
        ("horizon", some(&summary.horizon)),
        ("deals", some(&summary.deals)),
        ("owing", some(&summary.owing)),
        ("charged", some(&summary.charged)),
        ("waived", some(&summary.waived)),
        ("received", some(&summary.received)),
        ("outstanding", some(&summary.outstanding)),
        ("overdue", some(&summary.overdue)),
        ("prepaid", some(&summary.prepaid)),
        ("refund_due", some(&summary.refund_due)),
    ];
    element(out, "summary", &given, |out| {
        summary.items.iter().try_for_each(|one| item(out, view, one))?;
        summary.accounts.iter().try_for_each(|one| {
            let mut given = account(view, &one.account);
            given.push(("amount", some(&one.amount)));
            leaf(out, "account", &given, "")
        })
    })
}

fn item(out: &mut Out, view: &View<'_>, one: &LedgerItemSum) -> io::Result<()> {
    let [name_zh, name_en] = names(view, |view| view.item(&one.item));
    let given = [
        ("item", some(&one.item)),
        name_zh,
        name_en,
        ("category", some(&one.category.word())),
        ("charged", some(&one.charged)),
        ("waived", some(&one.waived)),
        ("received", some(&one.received)),
        ("outstanding", some(&one.outstanding)),
        ("overdue", some(&one.overdue)),
        ("prepaid", some(&one.prepaid)),
        ("refund_due", some(&one.refund_due)),
    ];
    leaf(out, "item", &given, "")
}

/// The kind of an account with its names, and its code, where it is one at a bank.
fn account(view: &View<'_>, account: &LedgerAccount) -> Vec<Given> {
    let [name_zh, name_en] = names(view, |view| view.account(account));
    let bank = match account {
        LedgerAccount::Bank { account } => some(account),
        _ => None,
    };
    vec![("kind", some(&account.word())), ("bank", bank), name_zh, name_en]
}

/// What something is called in Chinese, and in English.
fn names(view: &View<'_>, name: impl Fn(&View<'_>) -> String) -> [Given; 2] {
    let in_lang = |lang| Some(name(&View { lang, ..*view }));
    [("name_zh", in_lang(Lang::Zh)), ("name_en", in_lang(Lang::En))]
}
