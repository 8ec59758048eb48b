//! Why a file is no spreadsheet that can be read, and what to do.

use kaipan::error::{Code, Error};

/// Why a file cannot be read, in both languages: the reason and the cure.
#[derive(Debug, Clone, Copy)]
pub(super) struct Refusal {
    zh: &'static str,
    en: &'static str,
    mend_zh: &'static str,
    mend_en: &'static str,
}

impl Refusal {
    const fn save_as(zh: &'static str, en: &'static str) -> Refusal {
        Refusal {
            zh,
            en,
            mend_zh: "在表格软件中打开，另存为“xlsx”工作簿",
            mend_en: "open it in a spreadsheet and save it as an Excel workbook (.xlsx)",
        }
    }

    pub(super) const EMPTY: Refusal = Refusal {
        zh: "文件是空的",
        en: "the file is empty",
        mend_zh: "检查导出是否成功",
        mend_en: "check whether the export has worked",
    };
    pub(super) const LOCKED: Refusal = Refusal {
        zh: "文件有密码",
        en: "it is protected by a password",
        mend_zh: "在表格软件中打开，去掉密码后另存",
        mend_en: "open it in a spreadsheet and save it without the password",
    };
    pub(super) const PDF: Refusal = Refusal {
        zh: "这是“PDF”文件",
        en: "it is a PDF",
        mend_zh: "向出具人索取表格文件",
        mend_en: "ask its author for the spreadsheet",
    };
    pub(super) const NUMBERS: Refusal = Refusal {
        zh: "这是“Numbers”表格",
        en: "it is a Numbers spreadsheet",
        mend_zh: "在“Numbers”中导出为“Excel”",
        mend_en: "export it from Numbers to Excel",
    };
    pub(super) const PAGE: Refusal = Refusal::save_as(
        "这是网页，只是名字像表格",
        "it is a web page that is named like a spreadsheet",
    );
    pub(super) const OLD_XML: Refusal =
        Refusal::save_as("这是“XML”表格", "it is a spreadsheet written as XML");
    pub(super) const DAMAGED: Refusal =
        Refusal::save_as("文件已损坏，或不是工作簿", "it is damaged, or no workbook");
    pub(super) const NO_SPREADSHEET: Refusal = Refusal {
        zh: "这不是表格",
        en: "it is no spreadsheet",
        mend_zh: "给出工作簿或 CSV 文件",
        mend_en: "give a workbook (.xlsx, .xls, .ods) or a CSV file",
    };
    pub(super) const ENCODING: Refusal = Refusal {
        zh: "文字既不是 UTF-8，也不是 UTF-16 或 GBK",
        en: "its text is neither UTF-8 nor UTF-16 nor GBK",
        mend_zh: "在表格软件中打开，另存为 UTF-8 的 CSV",
        mend_en: "open it in a spreadsheet and save it as CSV in UTF-8",
    };
    pub(super) const TOO_LARGE: Refusal = Refusal {
        zh: "工作表的格子太多",
        en: "a sheet has too many cells",
        mend_zh: "只留下房源表，删去其余内容和远处的格子",
        mend_en: "keep the table of units only, and remove what stands far from it",
    };

    /// The error of a file.
    pub(super) fn of_file(self, file: &str) -> Error {
        Error::new(Code::InputSpreadsheet)
            .with_long("file", file)
            .with_long("detail_zh", self.zh)
            .with_long("detail_en", self.en)
            .with_long("mend_zh", self.mend_zh)
            .with_long("mend_en", self.mend_en)
    }
}
