//! The parts of a quote's sheet.

use super::super::View;
use super::super::terminal::items;
use super::super::words;
use super::picture;
use crate::html::Html;
use crate::layout::{amount, group};
use crate::text::Say;
use kaipan::discount::{DiscountKind, DiscountRestRule};
use kaipan::error::Lang;
use kaipan::fee::{FeeLine, Payer};
use kaipan::number::{Money, in_words};
use kaipan::payment::MoneyItem;
use kaipan::payment::loan::LoanSchedule;
use kaipan::quote::Quote;

/// A section with its heading and a remark beside it.
pub(crate) fn section(html: &mut Html, title: &str, remark: &str, content: impl FnOnce(&mut Html)) {
    html.block("section", "", |html| {
        html.block("h2", "", |html| {
            html.text(title);
            if !remark.is_empty() {
                html.leaf("small", "", remark);
            }
        });
        content(html);
    });
}

/// A row: a heading with small print, and cells of numbers.
pub(crate) fn row(html: &mut Html, class: &str, name: &str, small: &str, cells: &[&str]) {
    html.block("tr", class, |html| {
        html.element("th", &[("scope", "row")], |html| {
            html.text(name);
            if !small.is_empty() {
                html.text(" ");
                html.leaf("span", "sub", small);
            }
        });
        for cell in cells {
            html.leaf("td", "n", cell);
        }
    });
}

/// Headings of columns; all but the first stand over numbers.
pub(crate) fn head(html: &mut Html, titles: &[&str]) {
    html.element("thead", &[], |html| {
        html.element("tr", &[], |html| {
            for (at, title) in titles.iter().enumerate() {
                let class = if at == 0 { "" } else { "n" };
                let scope = [("scope", "col"), ("class", class)];
                let scope = if class.is_empty() { scope.get(..1) } else { Some(&scope[..]) };
                html.element("th", scope.unwrap_or_default(), |html| html.text(title));
            }
        });
    });
}

/// What a buyer asks first.
pub(super) fn figures(html: &mut Html, view: &View<'_>, quote: &Quote) {
    let (lang, price) = (view.lang, &quote.price);
    let yuan = |label: &str| format!("{label}{}", lang.say("（元）", " (yuan)"));
    let saved = match lang {
        Lang::Zh => format!("已优惠 {}", amount(price.discount_amount)),
        Lang::En => format!("{} saved", amount(price.discount_amount)),
    };
    let signing = match (view.signing(), lang) {
        (Some(day), Lang::Zh) => format!("{day} 前备齐"),
        (Some(day), Lang::En) => format!("by {day}"),
        (None, Lang::Zh) => "签约日未定".to_owned(),
        (None, Lang::En) => "signing not dated".to_owned(),
    };
    let fees = quote.fees.as_ref().map(|fees| fees.buyer_total).unwrap_or_default();
    let beyond = [
        (lang.say("含税费", "with fees"), Some(fees).filter(|fees| !fees.is_zero())),
        (lang.say("含利息", "with interest"), quote.total_interest),
    ];
    let beyond: Vec<String> = beyond
        .into_iter()
        .filter_map(|(word, money)| Some(format!("{word} {}", amount(money?))))
        .collect();
    html.block("dl", "figures", |html| {
        let mut figure = |class: &str, label: &str, money: Option<Money>, under: &[String]| {
            html.block("div", class, |html| {
                html.leaf("dt", "", &yuan(label));
                html.block("dd", "", |html| {
                    html.text(&money.map_or_else(|| words::open(lang).to_owned(), amount));
                    for line in under {
                        html.leaf("small", "", line);
                    }
                });
            });
        };
        figure(
            "main",
            lang.say("合同总价", "Contract total"),
            Some(quote.contract_total),
            &[saved],
        );
        figure("", lang.say("签约前需付", "Cash to signing"), quote.first_cash, &[signing]);
        match quote.monthly_payment {
            Some(monthly) => {
                let loans = amount(quote.schedule.loan_total);
                let under = match lang {
                    Lang::Zh => format!("贷款 {loans}"),
                    Lang::En => format!("loans {loans}"),
                };
                figure("", lang.say("首月月供", "First month"), Some(monthly), &[under]);
            }
            None => {
                let share = words::percent(quote.schedule.own_ratio);
                let share = match lang {
                    Lang::Zh => format!("占合同总价 {share}"),
                    Lang::En => format!("{share} of the total"),
                };
                let own = quote.schedule.own_funds;
                figure("", lang.say("自有资金", "Own funds"), Some(own), &[share]);
            }
        }
        figure("", lang.say("总花费", "Total cost"), quote.total_cost, &beyond);
    });
    let written = in_words(quote.contract_total);
    let text = match lang {
        Lang::Zh => format!("合同总价大写：人民币{written}"),
        Lang::En => format!("Contract total in Chinese words: \"人民币{written}\""),
    };
    html.leaf("p", "words", &text);
}

/// From the list price to the contract total.
pub(super) fn price(html: &mut Html, view: &View<'_>, quote: &Quote) {
    let (lang, price) = (view.lang, &quote.price);
    let per = lang.say("元/㎡", "yuan/m²");
    let title = lang.say("价格（元）", "Price (yuan)");
    let paid = match lang {
        Lang::Zh => format!("实际折扣 {}%", price.effective_percent),
        Lang::En => format!("{}% of the list total", price.effective_percent),
    };
    section(html, title, &paid, |html| {
        html.element("table", &[], |html| {
            html.element("tbody", &[], |html| price_rows(html, view, quote, per));
        });
    });
}

fn price_rows(html: &mut Html, view: &View<'_>, quote: &Quote, per: &str) {
    let (lang, price) = (view.lang, &quote.price);
    let taken = || price.applied.iter().map(|one| one.amount);
    let totals = [price.list_total, price.deal_total, quote.contract_total];
    let shown = words::column(totals.into_iter().chain(taken()));
    let list = format!("{} {per}", group(&price.list_unit_price.to_string()));
    row(html, "", lang.say("表价总价", "List total"), &list, &[&shown(price.list_total)]);
    for applied in &price.applied {
        let name = view.discounts(std::slice::from_ref(&applied.code));
        let mut small = words::discount_kind(lang, &applied.value);
        if applied.conditional {
            small.push_str(lang.say(" · 有条件", " · conditional"));
        }
        let off = match applied.value {
            DiscountKind::Gift { .. } => "—".to_owned(),
            // A fixed price may be above the list.
            _ if applied.amount.is_negative() => {
                format!("+{}", shown(Money::ZERO.checked_sub(applied.amount).unwrap_or_default()))
            }
            _ => format!("−{}", shown(applied.amount)),
        };
        row(html, "", &words::capital(&name), &small, &[&off]);
    }
    for rest in &price.rest {
        let name = match rest.rule {
            DiscountRestRule::ListTotal => lang.say("总价零头", "Beyond unit price × area"),
            DiscountRestRule::NotBelowZero => lang.say("以零为限", "Not below zero"),
            DiscountRestRule::Rounding => lang.say("取整", "Rounding"),
            other => other.word(),
        };
        let text = Money::ZERO.checked_sub(rest.amount).unwrap_or_default();
        let text = crate::layout::signed(&group(&text.to_string())).replace('-', "−");
        row(html, "", name, "", &[&text]);
    }
    let unit_price = format!("{} {per}", group(&price.deal_unit_price.to_string()));
    let deal = shown(price.deal_total);
    row(html, "sum", lang.say("成交总价", "Deal total"), &unit_price, &[&deal]);
    if let Some(money) = quote.fitout {
        row(html, "", lang.say("装修款", "Fit-out"), "", &[&shown(money)]);
    }
    for attached in &view.case.attached {
        let area = format!("{} {}", attached.building_area, lang.say("㎡", "m²"));
        row(html, "", &attached.unit_no, &area, &[&shown(attached.total)]);
    }
    if quote.contract_total != price.deal_total {
        let total = shown(quote.contract_total);
        row(html, "sum", lang.say("合同总价", "Contract total"), "", &[&total]);
    }
}

/// The loans, a column each, and the picture of their years.
pub(super) fn loans(html: &mut Html, view: &View<'_>, quote: &Quote) {
    let lang = view.lang;
    let several = quote.loans.len() > 1;
    let names: Vec<String> =
        quote.loans.iter().map(|loan| words::loan_name(lang, quote, loan)).collect();
    let title = match (names.as_slice(), lang) {
        ([only], _) => words::capital(only),
        (_, Lang::Zh) => "贷款".to_owned(),
        (_, Lang::En) => "Loans".to_owned(),
    };
    let remark = lang.say("元", "yuan");
    section(html, &title, remark, |html| {
        html.element("table", &[], |html| {
            if several {
                let mut titles = vec![""];
                titles.extend(names.iter().map(String::as_str));
                head(html, &titles);
            }
            html.element("tbody", &[], |html| {
                let mut measure = |label: &str, of: &dyn Fn(&LoanSchedule) -> String| {
                    let cells: Vec<String> = quote.loans.iter().map(of).collect();
                    let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
                    row(html, "", label, "", &cells);
                };
                measure(lang.say("贷款金额", "Amount"), &|loan| amount(loan.principal));
                let bank = |loan: &LoanSchedule| bank(view, quote, loan).unwrap_or("—").to_owned();
                if quote.loans.iter().any(|loan| bank(loan) != "—") {
                    measure(lang.say("贷款机构", "Lender"), &bank);
                }
                measure(lang.say("期限 · 年利率", "Term · rate"), &|loan| {
                    let rate = words::exact_percent(loan.annual_rate);
                    format!("{} · {rate}", words::term(lang, loan.months))
                });
                measure(lang.say("还款方式", "Repaid by"), &|loan| {
                    words::repayment(lang, loan.repayment).to_owned()
                });
                measure(lang.say("首月月供", "First month"), &|loan| {
                    group(&loan.first_payment.to_string())
                });
                let falling = quote.loans.iter().any(|loan| loan.monthly_decrease.is_some());
                if falling {
                    measure(lang.say("末月月供", "Last month"), &|loan| {
                        group(&loan.last_payment.to_string())
                    });
                }
                measure(lang.say("利息合计", "Interest in all"), &|loan| {
                    group(&loan.total_interest.to_string())
                });
            });
        });
        picture::draw(html, lang, &quote.loan_years);
    });
}

/// The bank that the plan names for a loan.
fn bank<'a>(view: &'a View<'_>, quote: &Quote, loan: &LoanSchedule) -> Option<&'a str> {
    let name = loan.name.as_deref()?;
    let line = quote.schedule.lines.iter().find(|line| line.name == name)?;
    let plan = view.plan(&quote.plan.code)?;
    let rule = match line.item {
        MoneyItem::CommercialLoan => plan.commercial.as_ref(),
        MoneyItem::FundLoan => plan.fund.as_ref(),
        _ => None,
    };
    rule?.bank.as_deref()
}

/// The payment schedule.
pub(super) fn schedule(html: &mut Html, view: &View<'_>, quote: &Quote) {
    let (lang, schedule) = (view.lang, &quote.schedule);
    let plan = view.plan(&quote.plan.code);
    let shown = words::column(schedule.lines.iter().map(|line| line.amount));
    let titles = [
        lang.say("款项", "Payment"),
        lang.say("应付日", "Due"),
        lang.say("金额", "Amount"),
        lang.say("占比", "Share"),
    ];
    section(html, lang.say("付款计划（元）", "Payments (yuan)"), "", |html| {
        html.element("table", &[], |html| {
            head(html, &titles);
            html.element("tbody", &[], |html| {
                for line in &schedule.lines {
                    let class = if words::is_loan(line) { "bank" } else { "" };
                    let mark = if line.provisional { "*" } else { "" };
                    let due = line.due.map_or_else(|| "—".to_owned(), |due| format!("{due}{mark}"));
                    let share =
                        if line.in_price { words::percent(line.share) } else { String::new() };
                    let name = words::capital(words::name(lang, &line.name, &line.name_en));
                    let basis = words::basis(lang, line, plan);
                    row(html, class, &name, &basis, &[&due, &shown(line.amount), &share]);
                }
            });
            html.element("tfoot", &[], |html| {
                let mut sum = |class: &str, label: &str, money: Money, share: &str| {
                    row(html, class, label, "", &["", &shown(money), share]);
                };
                sum("", lang.say("合同总价", "Contract total"), schedule.total, "");
                if !schedule.loan_total.is_zero() {
                    let own = words::percent(schedule.own_ratio);
                    let lent = words::percent(schedule.loan_ratio);
                    sum(
                        "light",
                        lang.say("其中自有资金", "of which own funds"),
                        schedule.own_funds,
                        &own,
                    );
                    sum(
                        "light",
                        lang.say("其中贷款", "of which loans"),
                        schedule.loan_total,
                        &lent,
                    );
                }
            });
        });
        if schedule.lines.iter().any(|line| line.provisional) {
            html.leaf(
                "p",
                "remark",
                lang.say(
                    "* 按计划日期，事件发生后以实际日期为准",
                    "* by the planned date; the real one counts once it is known",
                ),
            );
        }
    });
}

/// The buyer's own cash by date.
pub(super) fn cash(html: &mut Html, view: &View<'_>, quote: &Quote) {
    let lang = view.lang;
    let shown = words::column(quote.cash.iter().map(|need| need.amount));
    let title = lang.say("自有资金安排（元）", "Cash needed (yuan)");
    let titles = [lang.say("日期", "Date"), lang.say("需备", "Needed"), lang.say("累计", "In all")];
    section(html, title, "", |html| {
        html.element("table", &[], |html| {
            head(html, &titles);
            html.element("tbody", &[], |html| {
                for need in &quote.cash {
                    let due = need.due.map(|due| due.to_string());
                    let due = due.unwrap_or_else(|| lang.say("未定", "Not dated").to_owned());
                    let what = items(lang, &need.items);
                    row(html, "", &due, &what, &[&shown(need.amount), &shown(need.cumulative)]);
                }
            });
        });
    });
}

/// Fees and taxes that the buyer pays; a row a fee, however many units the contract has.
pub(super) fn fees(html: &mut Html, view: &View<'_>, quote: &Quote) {
    let lang = view.lang;
    let Some(fees) = &quote.fees else { return };
    let mut rows: Vec<(&FeeLine, Money, usize)> = Vec::new();
    for line in fees.lines.iter().filter(|line| line.payer == Payer::Buyer) {
        match rows.iter_mut().find(|(first, _, _)| first.code == line.code) {
            Some((_, sum, count)) => {
                *sum = sum.checked_add(line.amount).unwrap_or(*sum);
                *count = count.saturating_add(1);
            }
            None => rows.push((line, line.amount, 1)),
        }
    }
    if rows.is_empty() {
        return;
    }
    let shown = words::column(rows.iter().map(|(_, sum, _)| *sum));
    let titles = [lang.say("项目", "Item"), lang.say("金额", "Amount")];
    section(
        html,
        lang.say("税费估算（元）", "Fees and taxes, estimated (yuan)"),
        "",
        |html| {
            html.element("table", &[], |html| {
                head(html, &titles);
                html.element("tbody", &[], |html| {
                    for (line, sum, count) in &rows {
                        let name = words::capital(words::name(lang, &line.name, &line.name_en));
                        let small = match (count, lang) {
                            (1, _) => words::fee_basis(lang, line, false),
                            (count, Lang::Zh) => format!("{count} 处房产合计"),
                            (count, Lang::En) => format!("{count} properties together"),
                        };
                        row(html, "", &name, &small, &[&shown(*sum)]);
                    }
                });
                html.element("tfoot", &[], |html| {
                    row(html, "", lang.say("合计", "Total"), "", &[&shown(fees.buyer_total)]);
                });
            });
        },
    );
}
