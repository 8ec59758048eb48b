//! Words of deals in both languages, where the core has codes alone.

use crate::layout::{amount, signed};
use crate::text::Say;
use kaipan::deal::{CloseReason, StockLock, TodoKind, input_name};
use kaipan::error::Lang;
use kaipan::money::{self, LedgerAccount};
use kaipan::number::Money;
use kaipan::organisation::RoleTable;
use kaipan::{Text, Time};

/// Names of roles.
pub(super) struct Roles(RoleTable);

impl Roles {
    /// The roles of the handbook.
    pub(super) fn preset() -> Roles {
        Roles(RoleTable::preset())
    }

    /// The name of a role; its code if it is none of the handbook.
    pub(super) fn name(&self, lang: Lang, code: &str) -> String {
        let role = self.0.roles.iter().find(|role| role.code == code);
        let name = role.map(|role| match lang {
            Lang::Zh => &role.name,
            Lang::En => &role.name_en,
        });
        name.map_or_else(|| code.to_owned(), ToString::to_string)
    }

    /// A person with his roles.
    pub(super) fn who(&self, lang: Lang, person: &str, roles: &[Text]) -> String {
        match roles.is_empty() {
            true => person.to_owned(),
            false => {
                let roles = self.names(lang, roles.iter().map(Text::as_str));
                format!("{person}{}", crate::text::aside(lang, &roles))
            }
        }
    }

    /// What is said of a code that is no role of the handbook, with the role that was most likely
    /// meant; nothing for a code that is.
    pub(super) fn unknown(&self, lang: Lang, code: &str) -> Option<String> {
        let roles = &self.0.roles;
        if roles.iter().any(|role| role.code == *code) {
            return None;
        }
        let named = roles.iter().find(|role| role.name == *code || role.name_en == *code);
        let codes = || roles.iter().map(|role| role.code.as_str());
        let meant = named.map(|role| role.code.as_str());
        let meant = meant.or_else(|| kaipan::nearest(codes(), code));
        let said = match lang {
            Lang::Zh => format!("不认识岗位编码“{code}”"),
            Lang::En => format!("\"{code}\" is no role code of the handbook"),
        };
        let Some(meant) = meant else { return Some(said) };
        let name = self.name(lang, meant);
        Some(match lang {
            Lang::Zh => format!("{said}，是否为 {meant}（{name}）"),
            Lang::En => format!("{said}; did you mean {meant} ({name})?"),
        })
    }

    /// Names of several roles.
    pub(super) fn names<'r>(&self, lang: Lang, codes: impl IntoIterator<Item = &'r str>) -> String {
        let names: Vec<String> = codes.into_iter().map(|code| self.name(lang, code)).collect();
        names.join(lang.say("、", ", "))
    }
}

/// A time as people write it, without seconds that are none.
pub(super) fn moment(time: Time) -> String {
    let text = time.to_string().replace('T', " ");
    text.strip_suffix(":00").map(str::to_owned).unwrap_or(text)
}

/// What money is.
pub(super) fn item(lang: Lang, item: &str) -> String {
    let Some((zh, en)) = money::item_name(item) else { return item.to_owned() };
    lang.say(zh, en).to_owned()
}

/// An input that is not given: its name, and in Chinese what it is.
pub(super) fn input(lang: Lang, name: &str) -> String {
    match input_name(name).filter(|_| lang == Lang::Zh) {
        Some(zh) => format!("{zh} {name}"),
        None => name.to_owned(),
    }
}

/// An account of the ledger.
pub(super) fn account(lang: Lang, account: &LedgerAccount) -> String {
    let (zh, en) = match account {
        LedgerAccount::Bank { account } => return account.to_string(),
        LedgerAccount::Receivable {} => ("应收款", "receivable"),
        LedgerAccount::PreSale {} => ("售前款", "pre-sale money"),
        LedgerAccount::Prepayment {} => ("预收款", "prepayment"),
        LedgerAccount::Collected {} => ("代收费用", "collected fees"),
        LedgerAccount::ChargeIncome {} => ("收费收入", "income"),
        LedgerAccount::RefundDue {} => ("应退款", "refund due"),
        LedgerAccount::Transfer {} => ("转款", "transfer"),
        _ => ("其他", "other"),
    };
    lang.say(zh, en).to_owned()
}

/// An amount with its unit.
pub(super) fn yuan(lang: Lang, money: Money) -> String {
    format!("{}{}", amount(money), lang.say(" 元", " yuan"))
}

/// An amount with its sign.
pub(super) fn moved(money: Money) -> String {
    signed(&amount(money))
}

/// Why a document was closed.
pub(super) fn closed(lang: Lang, why: CloseReason) -> String {
    match lang {
        Lang::Zh => why.chinese().to_owned(),
        Lang::En => why.word().replace('_', " "),
    }
}

/// What is pending.
pub(super) fn lock(lang: Lang, lock: StockLock) -> String {
    match lang {
        Lang::Zh => lock.chinese().to_owned(),
        Lang::En => lock.word().replace('_', " "),
    }
}

/// What the cashier has to do.
pub(super) fn todo(lang: Lang, kind: TodoKind) -> &'static str {
    match kind {
        TodoKind::Refund => lang.say("退款", "refund"),
        TodoKind::Forfeit => lang.say("没收转收入", "forfeit"),
        TodoKind::RefundOrForfeit => lang.say("退款或没收", "refund or forfeit"),
        TodoKind::Transfer => lang.say("转款", "transfer"),
        TodoKind::Collect => lang.say("收款", "collect"),
        TodoKind::Reallocate => lang.say("重新核销收款", "match with the new schedule"),
        other => other.word(),
    }
}

/// Parts of a list that is read as one.
pub(super) fn listed(lang: Lang, parts: &[impl AsRef<str>]) -> String {
    let parts: Vec<&str> = parts.iter().map(AsRef::as_ref).collect();
    parts.join(lang.say("、", ", "))
}
