//! The journal as CSV, for the import of a general ledger.

use super::JournalSheet;
use crate::error::{Code, Error, Lang, Result};

/// The lines as CSV text, its columns named in one language.
pub(super) fn written(sheet: &JournalSheet, lang: Lang) -> Result<String> {
    let head = match lang {
        Lang::Zh => [
            "日期",
            "顺序号",
            "业务号",
            "摘要",
            "科目代码",
            "科目名称",
            "借方",
            "贷方",
            "交易",
            "客户",
            "收款方",
            "票据编号",
        ],
        Lang::En => [
            "date", "order", "key", "text", "account", "name", "debit", "credit", "deal",
            "customer", "payee", "voucher",
        ],
    };
    let mut out = ::csv::Writer::from_writer(Vec::new());
    let failed = |_| Error::new(Code::LedgerBroken);
    out.write_record(head).map_err(failed)?;
    for line in &sheet.lines {
        let (text, name) = match lang {
            Lang::Zh => (line.act.chinese(), &line.zh),
            Lang::En => (line.act.english(), &line.en),
        };
        let shown =
            |text: &Option<crate::Text>| text.as_ref().map_or("", |text| text.as_str()).to_owned();
        let row = [
            line.date.to_string(),
            line.order.to_string(),
            line.key.to_string(),
            text.to_owned(),
            line.account.to_string(),
            name.to_string(),
            line.debit.to_string(),
            line.credit.to_string(),
            shown(&line.deal),
            shown(&line.customer),
            shown(&line.payee),
            shown(&line.voucher),
        ];
        out.write_record(row).map_err(failed)?;
    }
    let bytes = out.into_inner().map_err(|_| Error::new(Code::LedgerBroken))?;
    String::from_utf8(bytes).map_err(|_| Error::new(Code::LedgerBroken))
}
