//! x
#[allow(missing_docs)] pub struct Columns; #[allow(missing_docs)] pub struct CompiledScheme; #[allow(missing_docs)] pub struct PricedColumns; #[allow(missing_docs)] pub struct ColumnTotals;
