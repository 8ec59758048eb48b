//! A settlement on a terminal.

use crate::layout::{amount, clean, heading, left, paragraph, percent, right, signed, width};
use crate::paint::{Paint, Style};
use crate::text::{Say, severity};
use kaipan::area_settlement::{
    AreaChoice, AreaMoney, AreaMoneyWay, AreaOutcome, AreaSettlementSheet, FeeDifference,
};
use kaipan::error::Lang;
use kaipan::pricing::AreaBasis;

/// How it is drawn.
pub(super) struct View {
    pub(super) lang: Lang,
    pub(super) paint: Paint,
    pub(super) width: usize,
}

impl View {
    /// The whole sheet.
    pub(super) fn sheet(&self, sheet: &AreaSettlementSheet) -> Vec<String> {
        let (unit, deal) = (clean(&sheet.unit_no), clean(&sheet.deal));
        let title = match self.lang {
            Lang::Zh => format!("面积补差  房间“{unit}”，交易“{deal}”"),
            Lang::En => format!("Area settlement  unit {unit}, deal {deal}"),
        };
        let mut lines = self.lines(Style::Bold, &title);
        lines.extend(self.lines(Style::Plain, &self.areas(sheet)));
        if sheet.may_quit {
            lines.extend(self.lines(Style::Plain, self.right_to_quit(sheet)));
        }
        if !sheet.steps.is_empty() {
            lines.extend(self.part("计算", "Steps"));
            let steps = sheet.steps.iter().map(|step| step.text(self.lang));
            lines.extend(steps.flat_map(|step| self.indented(&step)));
        }
        lines.extend(self.part("结果", "Result"));
        lines.extend(self.indented(&self.outcome(sheet)));
        lines.extend(sheet.money.iter().flat_map(|line| self.indented(&self.money(line))));
        if let Some(after) = sheet.contract_total_after {
            let before = amount(sheet.contract_total_before);
            let after = amount(after);
            lines.extend(self.indented(&match self.lang {
                Lang::Zh => format!("合同总价 {before} → {after} 元"),
                Lang::En => format!("contract total {before} → {after} yuan"),
            }));
        }
        if let Some(fees) = &sheet.fees {
            lines.extend(self.part("税费", "Fees and taxes"));
            lines.extend(self.fees(&fees.differences));
        }
        let told =
            sheet.findings.iter().chain(sheet.fees.iter().flat_map(|one| &one.sheet.findings));
        let told: Vec<String> = told
            .flat_map(|one| {
                let label = format!("{}  ", severity(self.lang, one.severity));
                let drawn = paragraph(&label, &clean(one.message(self.lang)), self.width);
                let style = Style::Of(one.severity);
                drawn.into_iter().map(move |line| self.paint.on(style, &line))
            })
            .collect();
        if !told.is_empty() {
            lines.push(String::new());
            lines.extend(told);
        }
        lines
    }

    fn lines(&self, style: Style, text: &str) -> Vec<String> {
        let drawn = paragraph("", text, self.width);
        drawn.iter().map(|line| self.paint.on(style, line)).collect()
    }

    fn indented(&self, text: &str) -> Vec<String> {
        paragraph("  ", text, self.width)
    }

    fn part(&self, zh: &str, en: &str) -> Vec<String> {
        heading(self.lang.say(zh, en), self.width, self.paint)
    }

    fn areas(&self, sheet: &AreaSettlementSheet) -> String {
        let basis = match sheet.basis {
            AreaBasis::Inside => self.lang.say("套内面积", "inside area"),
            _ => self.lang.say("建筑面积", "building area"),
        };
        let (own, registered) = (sheet.contract_area, sheet.registered_area);
        let percent = percent(&sheet.ratio.rounded(6).to_string());
        match self.lang {
            Lang::Zh => {
                format!("{basis}：合同 {own} ㎡，登记 {registered} ㎡，面积误差比 {percent}%")
            }
            Lang::En => {
                format!("{basis}: contract {own} m², registered {registered} m², ratio {percent} %")
            }
        }
    }

    fn right_to_quit(&self, sheet: &AreaSettlementSheet) -> &'static str {
        match sheet.choice {
            Some(AreaChoice::Keep) => {
                self.lang.say("买受人有权退房，选择不退", "the buyer may quit, and keeps the home")
            }
            Some(AreaChoice::Quit) => {
                self.lang.say("买受人有权退房，选择退房", "the buyer may quit, and does")
            }
            _ => {
                self.lang.say("买受人有权退房，尚未选择", "the buyer may quit, and has not chosen")
            }
        }
    }

    fn outcome(&self, sheet: &AreaSettlementSheet) -> String {
        let shown = amount(sheet.amount);
        let size = shown.trim_start_matches('-');
        match (sheet.outcome, self.lang) {
            (AreaOutcome::BuyerPays, Lang::Zh) => format!("买受人补款 {size} 元"),
            (AreaOutcome::BuyerPays, Lang::En) => format!("the buyer pays {size} yuan"),
            (AreaOutcome::SellerRefunds, Lang::Zh) => format!("出卖人退款 {size} 元"),
            (AreaOutcome::SellerRefunds, Lang::En) => format!("the seller refunds {size} yuan"),
            (AreaOutcome::Even, _) => self.lang.say("不补不退", "nothing is owed").to_owned(),
            (AreaOutcome::Quit, _) => self.lang.say("退房", "the buyer quits").to_owned(),
            (AreaOutcome::PerUnit, _) => {
                self.lang.say("按套计价，不结算", "priced as a whole: not settled").to_owned()
            }
            (AreaOutcome::Supplement, _) => self
                .lang
                .say("设计变更，按补充协议处理", "a changed design: by the supplementary agreement")
                .to_owned(),
            (other, _) => other.word().to_owned(),
        }
    }

    fn money(&self, line: &AreaMoney) -> String {
        let way = match line.way {
            AreaMoneyWay::Receivable => self.lang.say("应收", "receivable"),
            AreaMoneyWay::Refund => self.lang.say("应退", "to be refunded"),
            AreaMoneyWay::Offset => self.lang.say("冲抵未付房款", "set off against what is unpaid"),
            AreaMoneyWay::RefundToLender => {
                self.lang.say("退还贷款", "to be refunded to the lender")
            }
            other => other.word(),
        };
        let shown = amount(line.amount);
        match (self.lang, line.due) {
            (Lang::Zh, Some(due)) => format!("{way} {shown} 元，最迟 {due}"),
            (Lang::Zh, None) => format!("{way} {shown} 元"),
            (Lang::En, Some(due)) => format!("{way}: {shown} yuan, by {due}"),
            (Lang::En, None) => format!("{way}: {shown} yuan"),
        }
    }

    /// Name, before, after and difference in columns.
    fn fees(&self, fees: &[FeeDifference]) -> Vec<String> {
        let rows: Vec<[String; 4]> = fees
            .iter()
            .map(|fee| {
                let name = self.lang.say(&fee.name, &fee.name_en);
                let difference = signed(&amount(fee.difference));
                [clean(name), amount(fee.before), amount(fee.after), difference]
            })
            .collect();
        let widest = |at: usize| {
            let cells = rows.iter().filter_map(|row| row.get(at));
            cells.map(|cell| width(cell)).max().unwrap_or(0)
        };
        let widths = [widest(0), widest(1), widest(2), widest(3)];
        let line = |[name, before, after, difference]: &[String; 4]| {
            let [of_name, of_before, of_after, of_difference] = widths;
            format!(
                "  {}  {} → {}  {}",
                left(name, of_name),
                right(before, of_before),
                right(after, of_after),
                right(difference, of_difference)
            )
        };
        rows.iter().map(line).collect()
    }
}
