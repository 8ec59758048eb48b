use crate::Label;
use crate::number::{Area, Money, UnitPrice};
use crate::quote::Quote;
use kaipan_derive::boundary;

/// The price of a deal as it was agreed.
#[boundary]
pub struct DealPrice {
    /// 表价单价, yuan per m².
    pub list_price: UnitPrice,
    /// 表价总价, yuan.
    pub list_total: Money,
    /// Area that prices are per, m².
    pub area: Area,
    /// 折扣说明.
    pub discounts: Label,
    /// 成交单价, yuan per m².
    pub deal_price: UnitPrice,
    /// 成交总价, yuan.
    pub deal_total: Money,
    /// 合同总价: with fit-out and attached units, yuan.
    pub contract_total: Money,
}

impl From<&Quote> for DealPrice {
    fn from(quote: &Quote) -> DealPrice {
        DealPrice {
            list_price: quote.price.list_unit_price,
            list_total: quote.price.list_total,
            area: quote.price.area,
            discounts: quote.price.text_zh.as_str().into(),
            deal_price: quote.price.deal_unit_price,
            deal_total: quote.price.deal_total,
            contract_total: quote.contract_total,
        }
    }
}
