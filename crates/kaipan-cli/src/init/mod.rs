//! `kaipan init`: a folder to start from, with commented files to fill in.

mod homes;
mod template;

use crate::args::InitArgs;
use crate::failure::Failure;
use crate::load::read_units;
use crate::remarks::Remarks;
use crate::text;
use kaipan::Text;
use kaipan::error::Lang;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

const PROJECT: &str = "project.json";
const UNITS: &str = "units.csv";
const SALES: &str = "sales.json";

/// Makes the folder and says what comes next.
pub(crate) fn run(options: &InitArgs, lang: Lang) -> Result<u8, Failure> {
    let folder = &options.folder;
    // Everything that can be refused is refused before the first file is made.
    refuse_existing(folder)?;
    let is_example = options.from.is_none();
    let (units, told) = match &options.from {
        Some(file) => read_units(file, options.sheet.as_deref(), lang)?,
        None => (homes::example(lang)?, Vec::new()),
    };
    let list = homes::csv_text(&units, is_example, lang)?;
    let project = template::project(&name(folder), &units, is_example, lang);
    fs::create_dir_all(folder).map_err(|error| cannot_write(folder, error))?;
    write_new(&folder.join(UNITS), list.as_bytes())?;
    write_new(&folder.join(PROJECT), project.as_bytes())?;
    write_new(&folder.join(SALES), template::sales(lang).as_bytes())?;
    crate::print(&next(options, units.len(), lang))?;
    let mut remarks = Remarks::new(lang);
    remarks.extend(told);
    remarks.write();
    Ok(0)
}

/// A folder that has one of the files already is left as it is.
fn refuse_existing(folder: &Path) -> Result<(), Failure> {
    let files = [PROJECT, UNITS, SALES].map(|name| folder.join(name));
    let there = files.into_iter().find(|one| one.exists());
    match there {
        None => Ok(()),
        Some(file) => Err(cannot_write(&file, ErrorKind::AlreadyExists.into())),
    }
}

/// Writes a file that is not there yet, even if somebody else makes it at this moment.
fn write_new(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let made = File::create_new(path).and_then(|mut file| file.write_all(bytes));
    made.map_err(|error| cannot_write(path, error))
}

fn cannot_write(path: &Path, error: io::Error) -> Failure {
    Failure::File(path.display().to_string(), error)
}

/// The project goes by the name of its folder until somebody writes another.
fn name(folder: &Path) -> Text {
    let own = folder.file_name().map(|name| name.to_string_lossy().into_owned());
    let whole = || fs::canonicalize(folder).ok();
    let of_whole = |path: PathBuf| Some(path.file_name()?.to_string_lossy().into_owned());
    Text::from(own.or_else(|| whole().and_then(of_whole)).unwrap_or_else(|| "kaipan".to_owned()))
}

/// What was made, and the commands that come next.
fn next(options: &InitArgs, units: usize, lang: Lang) -> String {
    let folder = options.folder.display().to_string();
    let shown = if folder.contains(' ') { format!("\"{folder}\"") } else { folder.clone() };
    let homes = text::homes(lang, units);
    let from = options.from.as_ref().map(|file| file.display().to_string());
    let [list, fill] = match (lang, &from) {
        (Lang::Zh, Some(file)) => [
            format!("房源表：{homes}，来自“{file}”"),
            format!("在“{PROJECT}”里填差价、目标均价和底价比例；每一处旁边都有说明"),
        ],
        (Lang::Zh, None) => [
            format!("房源表：全部列名和 {homes}示例"),
            format!("在“{UNITS}”里填房源，在“{PROJECT}”里填方案；每一处旁边都有说明"),
        ],
        (Lang::En, Some(file)) => [
            format!("the homes: {homes} from {file}"),
            format!("fill in differences, target and floor rate in {PROJECT}; each is explained"),
        ],
        (Lang::En, None) => [
            format!("the homes: titles of all columns, and {homes} as an example"),
            format!("fill in the homes in {UNITS} and the scheme in {PROJECT}; each is explained"),
        ],
    };
    // Without a base price in the file, a target decides it.
    let price = match from {
        Some(_) => format!("kaipan price {shown} --target-average 21000"),
        None => format!("kaipan price {shown}"),
    };
    match lang {
        Lang::Zh => format!(
            "已建立“{folder}”：\n  {PROJECT}  项目、定价方案、目标和规则，附说明\n  {UNITS}     \
             {list}\n  {SALES}    折扣、付款方式、贷款和税费，附说明\n接下来：\n  1. {fill}\n  \
             2. 看价格表：“{price}”\n  \
             3. 看一套房的价格怎么来：“kaipan price {shown} --explain 房号”\n  \
             4. 在“{SALES}”里填销售政策，出一份报价：“kaipan quote {shown} --unit 房号 --compare”\n"
        ),
        Lang::En => format!(
            "{folder} is made:\n  {PROJECT}  project, pricing schemes, targets and rules, \
             explained\n  {UNITS}     {list}\n  {SALES}    discounts, ways to pay, loans and fees, \
             explained\nNext:\n  1. {fill}\n  2. see the price table: {price}\n  \
             3. see how a price comes about: kaipan price {shown} --explain UNIT\n  \
             4. fill in the sales policies in {SALES}, and make a quote: kaipan quote {shown} --unit \
             UNIT --compare\n"
        ),
    }
}
