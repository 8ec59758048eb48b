//! Messages and letters, ready to be sent.

use super::answer::{DunningLine, DunningNotice};
use super::plan::DunningChannel;
use crate::Date;
use crate::error::{Lang, shown};
use crate::number::Money;
use crate::overdue::words::{counted, named};

/// Who writes, in which language, on which day.
#[derive(Debug, Clone, Copy)]
pub(super) struct Writer<'a> {
    pub(super) seller: Option<&'a str>,
    pub(super) lang: Lang,
    pub(super) today: Date,
}

/// A heading: the first letter is a capital.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|first| first.to_uppercase().collect::<String>());
    first.unwrap_or_default() + letters.as_str()
}

impl Writer<'_> {
    /// The text of a notice: a message for phones, else a letter.
    pub(super) fn text(&self, notice: &DunningNotice) -> String {
        match notice.channel {
            DunningChannel::Sms | DunningChannel::Call => self.message(notice),
            DunningChannel::Letter
            | DunningChannel::LawyersLetter
            | DunningChannel::TerminationNotice => self.letter(notice),
        }
    }

    fn yuan(&self, amount: Money) -> String {
        shown(&amount.to_string(), "yuan", self.lang)
    }

    /// The home that it is about, by what is known.
    fn home(&self, notice: &DunningNotice) -> String {
        match (self.lang, &notice.unit_no) {
            (Lang::Zh, Some(unit)) => format!("房间“{unit}”"),
            (Lang::Zh, None) => format!("房屋（交易“{}”）", notice.deal),
            (Lang::En, Some(unit)) => format!("unit {unit}"),
            (Lang::En, None) => format!("home (deal {})", notice.deal),
        }
    }

    fn message(&self, notice: &DunningNotice) -> String {
        let lines = notice.lines.iter().map(|line| match self.lang {
            Lang::Zh => {
                format!("{} {}（{}）", line.zh, self.yuan(line.outstanding), self.standing(line))
            }
            Lang::En => {
                format!("{} {} ({})", line.en, self.yuan(line.outstanding), self.standing(line))
            }
        });
        let lines: Vec<String> = lines.collect();
        let (owner, seller) = (self.owner(notice), self.seller.map(|seller| self.name(seller)));
        let rest = self.rest(notice);
        match self.lang {
            Lang::Zh => {
                let seller = seller.map_or(String::new(), |seller| format!("【{seller}】"));
                let until =
                    notice.pay_until.map_or("按时".to_owned(), |day| format!("于 {day} 前"));
                format!(
                    "{seller}{owner}您好：您购买的{}有款项待付：{}。{rest}请{until}付款，已付请忽略。",
                    self.home(notice),
                    lines.join("；")
                )
            }
            Lang::En => {
                let seller = seller.map_or(String::new(), |seller| format!("[{seller}] "));
                let until =
                    notice.pay_until.map_or("in time".to_owned(), |day| format!("by {day}"));
                format!(
                    "{seller}{owner}, for your {} there is to be paid: {}.{rest} Please pay {until}; if you have paid, please ignore this.",
                    self.home(notice),
                    lines.join("; ")
                )
            }
        }
    }

    /// What a prepayment leaves.
    fn rest(&self, notice: &DunningNotice) -> String {
        if notice.prepayment.is_zero() {
            return String::new();
        }
        let (prepaid, net) = (self.yuan(notice.prepayment), self.yuan(notice.net));
        match self.lang {
            Lang::Zh => format!("另有预收款 {prepaid}，尚欠 {net}。"),
            Lang::En => format!(" You have prepaid {prepaid}, and {net} is left."),
        }
    }

    fn owner(&self, notice: &DunningNotice) -> String {
        match (self.lang, &notice.owner) {
            (_, Some(owner)) => self.name(owner),
            (Lang::Zh, None) => "客户".to_owned(),
            (Lang::En, None) => "Dear customer".to_owned(),
        }
    }

    /// A name in the text, in a Chinese one in quotes where it is in another language.
    fn name(&self, name: &str) -> String {
        let [zh, _] = named(name);
        if self.lang == Lang::Zh { zh.to_string() } else { name.to_owned() }
    }

    /// How a line stands.
    fn standing(&self, line: &DunningLine) -> String {
        let days = line.overdue_days.unsigned_abs();
        match (self.lang, line.overdue_days) {
            (Lang::Zh, 1..) => format!("{} 到期，已逾期 {days} 天", line.due),
            (Lang::Zh, _) => format!("{} 到期", line.due),
            (Lang::En, 1..) => format!("due on {}, {} overdue", line.due, counted(days, "day")),
            (Lang::En, _) => format!("due on {}", line.due),
        }
    }

    fn letter(&self, notice: &DunningNotice) -> String {
        let mut out = Vec::new();
        let (owner, home, today) = (self.owner(notice), self.home(notice), self.today);
        match self.lang {
            Lang::Zh => {
                out.push(notice.zh.to_string());
                out.push(String::new());
                out.push(format!("{owner}："));
                out.push(format!("您购买的{home}，截至 {today} 有下列款项未付："));
            }
            Lang::En => {
                out.push(capital(&notice.en));
                out.push(String::new());
                out.push(format!("{owner}:"));
                out.push(format!("For your {home} the following is unpaid on {today}:"));
            }
        }
        for (number, line) in (1_u32..).zip(&notice.lines) {
            let (amount, paid) = (self.yuan(line.amount), self.yuan(line.paid));
            let (owed, standing) = (self.yuan(line.outstanding), self.standing(line));
            out.push(match self.lang {
                Lang::Zh => {
                    format!(
                        "{number}. {}：应付 {amount}，已付 {paid}，尚欠 {owed}（{standing}）",
                        line.zh
                    )
                }
                Lang::En => {
                    format!(
                        "{number}. {}: {amount}, paid {paid}, owed {owed} ({standing})",
                        line.en
                    )
                }
            });
        }
        out.extend(self.sums(notice));
        out.push(String::new());
        out.extend(self.seller.map(|seller| self.name(seller)));
        out.push(today.to_string());
        out.join("\n")
    }

    /// Sums and what is asked.
    fn sums(&self, notice: &DunningNotice) -> Vec<String> {
        let (sum, prepaid) = (self.yuan(notice.outstanding), self.yuan(notice.prepayment));
        let net = self.yuan(notice.net);
        let fee = self.yuan(notice.late_fee);
        let charged = notice.fee.filter(|fee| fee.is_positive()).map(|fee| self.yuan(fee));
        let mut out = Vec::new();
        match self.lang {
            Lang::Zh => {
                out.push(format!("合计尚欠 {sum}，预收款 {prepaid}，应付 {net}。"));
                if notice.late_fee.is_positive() {
                    out.push(format!("截至今日的违约金尚余 {fee}，另行结算。"));
                }
                out.extend(charged.map(|fee| format!("本次催缴收费 {fee}。")));
                out.push(match notice.pay_until {
                    Some(day) => format!("请于 {day} 前付清。"),
                    None => "请尽快付清。".to_owned(),
                });
                if notice.channel == DunningChannel::TerminationNotice {
                    out.push("逾期仍未付清的，我方将依法依约解除合同。".to_owned());
                }
            }
            Lang::En => {
                out.push(format!("Owed in all {sum}, prepaid {prepaid}, to be paid {net}."));
                if notice.late_fee.is_positive() {
                    out.push(format!(
                        "Of the late fee up to this day {fee} is left; it is settled apart."
                    ));
                }
                out.extend(charged.map(|fee| format!("For this notice {fee} is charged.")));
                out.push(match notice.pay_until {
                    Some(day) => format!("Please pay by {day}."),
                    None => "Please pay as soon as you can.".to_owned(),
                });
                if notice.channel == DunningChannel::TerminationNotice {
                    out.push(
                        "If it stays unpaid, we shall end the contract by law and by its terms."
                            .to_owned(),
                    );
                }
            }
        }
        out
    }
}
