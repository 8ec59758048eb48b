//! Where unit and deal stand, and what may come next.

use super::timeline::unmet;
use super::walk::Walk;
use super::words;
use super::{View, happened};
use crate::grid::{Cell, Column, Grid};
use crate::layout::{clean, heading, paragraph};
use crate::paint::Style;
use crate::text::{Say, state};
use kaipan::deal::{
    Deal, DealGuard, DealOption, Deciding, DocumentState, Lacking, UnitStock, UnmetDealGuard,
    transitions,
};
use kaipan::error::{Lang, Result};
use kaipan::{Text, Time};

/// The id of a deal that nobody has begun.
const NEW_DEAL: &str = "+";

/// Who asks what may come next, and when.
pub(super) struct Asking<'a> {
    pub(super) now: Time,
    pub(super) person: &'a Text,
    pub(super) roles: &'a [Text],
}

/// What may come next for a unit, a deal, or both.
pub(super) struct Next<'a> {
    pub(super) unit: Option<&'a UnitStock>,
    /// The deal; none for the stock alone.
    pub(super) deal: Option<Deal>,
    pub(super) options: Vec<DealOption>,
}

impl Next<'_> {
    /// It is about a deal that nobody has begun.
    pub(super) fn is_new(&self) -> bool {
        self.deal.as_ref().is_some_and(|deal| deal.version == 0)
    }

    /// The roles that may do it, as its row of the table says.
    fn roles(&self, option: &DealOption) -> &'static [&'static str] {
        let unit = self.unit.map(|unit| unit.state);
        let document = self.deal.as_ref().and_then(Deal::active).map(|document| document.kind);
        let mut rows = transitions().filter(|row| row.action == option.action);
        let row = rows.find(|row| option.row == *row.id && row.begins_at(unit, document));
        row.map_or(&[], |row| row.roles)
    }
}

/// What may come next: for the stock of every unit, for every deal alone, and with its unit or, while
/// it has none, with every free unit; for a new deal where all have ended.
///
/// # Errors
/// Whatever [`Deciding::options`] refuses.
pub(super) fn next<'a>(walk: &'a Walk<'_>, asking: &Asking<'_>) -> Result<Vec<Next<'a>>> {
    let mut open: Vec<Deal> = walk.deals.clone();
    if open.iter().all(Deal::is_ended) {
        open.push(Deal::new(NEW_DEAL));
    }
    let mut pairs: Vec<(Option<&UnitStock>, Option<&Deal>)> = Vec::new();
    pairs.extend(walk.stocks.iter().map(|stock| (Some(stock), None)));
    for deal in &open {
        pairs.push((None, Some(deal)));
        if deal.is_ended() {
            // Its unit is another's by now.
            continue;
        }
        let fits = |stock: &&UnitStock| match (&deal.unit_no, &stock.deal) {
            (Some(own), _) => stock.unit_no == *own,
            (None, has) => has.is_none(),
        };
        pairs.extend(walk.stocks.iter().filter(fits).map(|stock| (Some(stock), Some(deal))));
    }
    let mut found: Vec<Next<'_>> = Vec::new();
    for (unit, deal) in pairs {
        let context = walk.context(asking.now, asking.person, asking.roles, unit, deal);
        let mut options = Deciding::new(&context).stock(unit).deal(deal).options(&[])?;
        // What the deal alone may do is not said again beside each unit, and nobody can do what the
        // cashier has left where nothing is left.
        options.retain(|option| {
            let is_same = |one: &DealOption| one.row == option.row && one.action == option.action;
            let alone = found.iter().filter(|one| one.unit.is_none());
            let mut of_deal = alone
                .filter(|one| one.deal.as_ref().map(|deal| &deal.id) == deal.map(|deal| &deal.id));
            let is_said = unit.is_some() && of_deal.any(|one| one.options.iter().any(is_same));
            let is_todo = |one: &UnmetDealGuard| one.guard == DealGuard::TodoNamed;
            let has_none = deal.is_none_or(|deal| deal.todos.is_empty());
            !(is_said || has_none && option.lacking.iter().any(is_todo))
        });
        if !options.is_empty() {
            found.push(Next { unit, deal: deal.cloned(), options });
        }
    }
    Ok(found)
}

/// The state of every unit and deal.
pub(super) fn standing(view: &View<'_>, walk: &Walk<'_>, now: Time) -> Vec<String> {
    let lang = view.lang;
    let title = format!("{} {}", lang.say("现状", "Where it stands,"), words::moment(now));
    let mut lines = heading(&title, view.width, view.paint);
    for stock in &walk.stocks {
        lines.extend(paragraph("  ", &clean(&unit_text(lang, stock)), view.width));
    }
    for (deal, received) in walk.deals.iter().zip(&walk.received) {
        if deal.version == 0 && received.is_empty() {
            continue;
        }
        lines.extend(paragraph("  ", &clean(&deal_text(lang, deal)), view.width));
        if !deal.documents.is_empty() {
            lines.extend(documents(view, deal));
        }
        for one in received {
            let account = one.account.as_ref();
            let account = account.map(|one| crate::text::aside(lang, one)).unwrap_or_default();
            let (item, sum) = (words::item(lang, &one.item), words::yuan(lang, one.amount));
            let label = lang.say("    已收 ", "    received ");
            lines.extend(paragraph(label, &clean(&format!("{item} {sum}{account}")), view.width));
        }
        for todo in &deal.todos {
            let (what, item) = (words::todo(lang, todo.kind), words::item(lang, &todo.item));
            let text = format!("{} {what} {item} {}", todo.id, words::yuan(lang, todo.amount));
            let label = lang.say("    财务待办 ", "    to-do of the cashier: ");
            lines.extend(paragraph(label, &clean(&text), view.width));
        }
    }
    lines
}

fn unit_text(lang: Lang, stock: &UnitStock) -> String {
    let mut text = format!("{}  {}", stock.unit_no, state(lang, stock.state));
    let mut more = |part: String| {
        text.push_str(lang.say("，", ", "));
        text.push_str(&part);
    };
    if let Some(deal) = &stock.deal {
        more(match lang {
            Lang::Zh => format!("归交易“{deal}”"),
            Lang::En => format!("deal \"{deal}\" has it"),
        });
    }
    if let Some(hold) = &stock.hold {
        let change = kaipan::deal::StockChange::Held { hold: hold.clone() };
        more(happened::to_unit(lang, &change));
    }
    if let Some(reservation) = &stock.reservation {
        let reservation = reservation.clone();
        more(happened::to_unit(lang, &kaipan::deal::StockChange::Reserved { reservation }));
    }
    for lock in &stock.locks {
        more(words::lock(lang, *lock));
    }
    if stock.needs_price_confirmation {
        more(lang.say("价格待确认", "its price to be confirmed").to_owned());
    }
    text
}

fn deal_text(lang: Lang, deal: &Deal) -> String {
    let mut text = match lang {
        Lang::Zh => format!("交易“{}”", deal.id),
        Lang::En => format!("deal \"{}\"", deal.id),
    };
    let buyers = happened::names(lang, &deal.buyers);
    let parts = [
        deal.unit_no.as_ref().map(ToString::to_string),
        Some(buyers).filter(|names| !names.is_empty()),
        deal.price.as_ref().map(|price| words::yuan(lang, price.contract_total)),
        deal.is_ended().then(|| lang.say("已结束", "ended").to_owned()),
    ];
    for part in parts.into_iter().flatten() {
        text.push_str("  ");
        text.push_str(&part);
    }
    text
}

fn documents(view: &View<'_>, deal: &Deal) -> Vec<String> {
    let lang = view.lang;
    let mut grid = Grid::new(vec![
        Column::text(lang.say("单据", "document")),
        Column::text(lang.say("编号", "number")).optional(3),
        Column::text(lang.say("状态", "state")),
        Column::text(lang.say("生效", "active since")).optional(1),
        Column::text(lang.say("有效期", "valid until")).optional(2),
        Column::text(lang.say("约定签约", "to be signed")).optional(2),
        Column::text(lang.say("审核", "review")),
    ]);
    for document in &deal.documents {
        let now = match (document.state, document.closed) {
            (DocumentState::Active, _) => lang.say("生效", "active").to_owned(),
            (_, Some(why)) => match lang {
                Lang::Zh => format!("已关闭（{}）", words::closed(lang, why)),
                Lang::En => format!("closed ({})", words::closed(lang, why)),
            },
            (other, None) => other.word().replace('_', " "),
        };
        let mut review = Vec::new();
        if document.locked {
            review.push(lang.say("已锁定", "locked"));
        }
        if document.finance_reviewed {
            review.push(lang.say("财务已审核", "by finance"));
        }
        let style = if document.is_active() { Style::Good } else { Style::Dim };
        let day = |day: Option<kaipan::Date>| day.map(|day| day.to_string()).unwrap_or_default();
        grid.row(vec![
            Cell::new(happened::kind(lang, document.kind), style),
            document.number.as_deref().unwrap_or_default().into(),
            now.into(),
            document.active_at.map(words::moment).unwrap_or_default().into(),
            day(document.valid_until).into(),
            day(document.agreed_signing).into(),
            words::listed(lang, &review).into(),
        ]);
    }
    let drawn = grid.draw(4, view.width, view.paint);
    let mut lines = drawn.lines;
    if !drawn.left_out.is_empty() {
        let label = lang.say("    宽度不够，未显示：", "    too narrow to show: ");
        lines.extend(paragraph(label, &words::listed(lang, &drawn.left_out), view.width));
    }
    lines
}

/// What may come next, and what is lacking.
pub(super) fn drawn(
    view: &View<'_>,
    next: &[Next<'_>],
    asking: &Asking<'_>,
    is_of_roles: bool,
) -> Vec<String> {
    let lang = view.lang;
    let title = lang.say("下一步可以办什么", "What may come next");
    let title = match is_of_roles {
        false => title.to_owned(),
        true => {
            let roles = view.roles.names(lang, asking.roles.iter().map(Text::as_str));
            format!("{title}{}", crate::text::aside(lang, &roles))
        }
    };
    let mut lines = heading(&clean(&title), view.width, view.paint);
    for one in next {
        lines.push(format!("  {}", view.paint.on(Style::Bold, &clean(&subject(lang, one)))));
        for option in &one.options {
            lines.extend(option_lines(view, option, one.roles(option)));
        }
    }
    if next.is_empty() {
        lines.push(lang.say("  没有", "  nothing").to_owned());
    }
    lines
}

/// What the options are about.
fn subject(lang: Lang, next: &Next<'_>) -> String {
    let unit = next.unit.map(|unit| unit.unit_no.to_string());
    let deal = next.deal.as_ref().map(|deal| match (lang, next.is_new()) {
        (Lang::Zh, true) => "新交易".to_owned(),
        (Lang::En, true) => "a new deal".to_owned(),
        (Lang::Zh, false) => format!("交易“{}”", deal.id),
        (Lang::En, false) => format!("deal \"{}\"", deal.id),
    });
    match (unit, deal) {
        (Some(unit), None) => format!("{unit}{}", lang.say(" 销控", ", stock")),
        (unit, deal) => {
            let parts: Vec<String> = unit.into_iter().chain(deal).collect();
            parts.join(lang.say("，", ", "))
        }
    }
}

/// An action: it may be done, or what is lacking; what has only to be filled in is one line.
fn option_lines(view: &View<'_>, option: &DealOption, roles: &[&str]) -> Vec<String> {
    let lang = view.lang;
    let name = lang.say(option.action.chinese(), option.action.english());
    let mark = if option.may { "✓" } else { "✗" };
    let style = if option.may { Style::Good } else { Style::Plain };
    let mark = view.paint.on(style, mark);
    let who = match roles.is_empty() {
        true => lang.say("任何人", "anybody").to_owned(),
        false => view.roles.names(lang, roles.iter().copied()),
    };
    let who = view.paint.on(Style::Dim, &crate::text::aside(lang, &who));
    let mut lines = vec![format!("    {mark} {} {name}{who}", option.row)];
    let mut inputs: Vec<String> = Vec::new();
    for guard in &option.lacking {
        match &guard.lacking {
            Lacking::NeedsInput { input } => {
                let input = words::input(lang, input);
                if !inputs.contains(&input) {
                    inputs.push(input);
                }
            }
            _ => lines.extend(unmet(view, guard, "        ")),
        }
    }
    if !inputs.is_empty() {
        let label = lang.say("        需填写：", "        to be given: ");
        lines.extend(paragraph(label, &words::listed(lang, &inputs), view.width));
    }
    lines
}
