//! Sheets of a spreadsheet that look like tables of units: titles, cells and merges drawn from what
//! people write, and anything besides.

#![no_main]

use arbitrary::{Arbitrary, Unstructured};
use libfuzzer_sys::fuzz_target;
use serde_json::{Value, json};

/// Texts that titles and cells are made of.
const TEXTS: [&str; 32] = [
    "楼栋",
    "楼号",
    "单元",
    "楼层",
    "户位",
    "房号",
    "建筑面积",
    "面积（㎡）",
    "总价（万元）",
    "单价",
    "备案价格",
    "销控状态",
    "序号",
    "备注",
    "custom:a",
    "合计",
    "小计",
    "备注：",
    "3",
    "18",
    "18F",
    "B1",
    "10-11",
    "1802",
    "3-1-1802",
    "01",
    "89.53㎡",
    "142.6万",
    "1,426,223.64",
    "在售",
    "已售",
    "2026-10-11",
];
const KINDS: [&str; 6] = ["text", "number", "date", "yes_no", "error", "formula"];

#[derive(Debug)]
struct Request(Value);

impl<'a> Arbitrary<'a> for Request {
    fn arbitrary(bytes: &mut Unstructured<'a>) -> arbitrary::Result<Request> {
        let mut sheets = Vec::new();
        for _ in 0..bytes.int_in_range(1..=2)? {
            sheets.push(sheet(bytes)?);
        }
        let mut request = json!({ "sheets": sheets });
        if bytes.ratio(1, 4)? {
            request["sheet"] = json!("房源");
        }
        Ok(Request(request))
    }
}

fn sheet(bytes: &mut Unstructured<'_>) -> arbitrary::Result<Value> {
    let mut rows = Vec::new();
    for _ in 0..bytes.int_in_range(0..=12)? {
        let mut cells = Vec::new();
        for _ in 0..bytes.int_in_range(0..=10)? {
            cells.push(cell(bytes)?);
        }
        rows.push(cells);
    }
    let mut merged = Vec::new();
    for _ in 0..bytes.int_in_range(0..=3)? {
        let mut count = || bytes.int_in_range(0_u32..=12);
        merged.push(json!({
            "first_row": count()?,
            "last_row": count()?,
            "first_column": count()?,
            "last_column": count()?,
        }));
    }
    let mut sheet = json!({ "rows": rows, "merged": merged });
    if bytes.arbitrary()? {
        sheet["name"] = json!(bytes.choose(&["房源", "说明", "kaipan", ""])?);
    }
    Ok(sheet)
}

fn cell(bytes: &mut Unstructured<'_>) -> arbitrary::Result<Value> {
    let text = match bytes.ratio(1, 8)? {
        true => <&str>::arbitrary(bytes)?,
        false => bytes.choose(&TEXTS)?,
    };
    Ok(json!({ "text": text, "kind": bytes.choose(&KINDS)? }))
}

fuzz_target!(|request: Request| {
    let Request(request) = request;
    let answer = kaipan_fuzz::check("project.import_units", request.to_string().as_bytes());
    // What was read is read again to the same units.
    if let Some(answer) = answer {
        let again = json!({ "units": answer["units"] }).to_string();
        let again = kaipan_fuzz::check("project.import_units", again.as_bytes());
        let again = again.expect("units that were read can be read");
        assert_eq!(again["units"], answer["units"], "units of {request}");
    }
});
