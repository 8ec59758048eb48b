//! The documents that buyers bring, by kind of buyer.

use crate::{Label, Text};
use kaipan_derive::boundary;

/// A kind of buyer. A household can be of several.
#[boundary]
#[derive(PartialOrd, Ord)]
pub enum ServiceBuyer {
    /// 境内居民.
    Resident,
    /// 已婚.
    Married,
    /// 未成年人.
    Minor,
    /// 港澳台居民.
    HongKongMacaoTaiwan,
    /// 外籍人士.
    Foreigner,
    /// 单位.
    Company,
}

/// Documents that buyers of a kind bring.
#[boundary]
pub struct RequiredDocuments {
    /// The kind of buyer; all of them if absent.
    pub buyer: Option<ServiceBuyer>,
    /// The documents.
    #[boundary(required)]
    pub documents: Vec<ServiceDocument>,
}

/// A document.
#[boundary]
pub struct ServiceDocument {
    /// Its code.
    pub code: Text,
    /// Its name in Chinese.
    pub zh: Label,
    /// Its name in English.
    pub en: Label,
}
