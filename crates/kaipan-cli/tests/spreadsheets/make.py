#!/usr/bin/env python3
"""Writes the spreadsheets in files/, as real programs write them.

It needs openpyxl and xlwt, and LibreOffice (`soffice`) for what it converts. The files are checked
in; tests and CI need none of this. Run it with a folder as argument to make them anew there; new
files may differ in time stamps from those that are checked in.
"""
import codecs
import datetime
import pathlib
import subprocess
import sys
import tempfile

import openpyxl
import xlwt
from openpyxl.styles import Alignment

OUT = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parent / "files")
OUT.mkdir(parents=True, exist_ok=True)

HEAD = ["楼栋", "单元", "楼层", "户位", "户型", "建筑面积", "套内面积", "销控状态", "单价", "总价"]
ROWS = [
    ["3", "1", 18, "01", "三房", 89.53, 70.12, "在售", 15930.12, 1426223.64],
    ["3", "1", 18, "02", "三房", 89.53, 70.12, "未售", 15930.12, 1426223.64],
    ["3", "1", 17, "01", "三房", 89.53, 70.12, "已售", 15900, 1423527],
    ["3", "1", 17, "02", "两房", 75.5, 59.3, "锁定", 15800, 1192900],
]


def book(*sheets):
    """A workbook of openpyxl: (name, rows) each."""
    made = openpyxl.Workbook()
    made.remove(made.active)
    for name, rows in sheets:
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(row)
    return made


def save(made, name):
    made.save(OUT / name)


def text(name, encoding, rows, between=",", end="\r\n", mark=b""):
    def cell(value):
        value = "" if value is None else str(value)
        hard = any(sign in value for sign in (between, '"', "\n", "\r"))
        return '"' + value.replace('"', '""') + '"' if hard else value

    lines = end.join(between.join(cell(value) for value in row) for row in rows) + end
    (OUT / name).write_bytes(mark + lines.encode(encoding))


def convert(source, to, name, options=""):
    with tempfile.TemporaryDirectory() as folder:
        target = to + (":" + options if options else "")
        subprocess.run(
            ["soffice", "--headless", "--convert-to", target, "--outdir", folder, str(source)],
            check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )
        ending = to.split(":")[0]
        made = pathlib.Path(folder) / (pathlib.Path(source).stem + "." + ending)
        (OUT / name).write_bytes(made.read_bytes())


# --- openpyxl ----------------------------------------------------------------------------------
save(book(("房源", [HEAD] + ROWS)), "plain.xlsx")

titled = book(("房源表", [["松风花园 3 栋房源表"], ["制表日期：2026-03-01", None, None, "单位：元"], [], HEAD] + ROWS
    + [["合计", None, None, None, None, 344.09, None, None, None, 5468874.28], ["备注：以上价格不含装修"], ["制表：张三", None, None, "审核：李四"]]))
titled["房源表"].merge_cells("A1:J1")
save(titled, "title-and-total.xlsx")

merged = book(("房源", [HEAD] + [list(row) for row in ROWS]))
sheet = merged["房源"]
for span in ("A2:A5", "B2:B5", "C2:C3", "C4:C5"):
    sheet.merge_cells(span)
save(merged, "merged-cells.xlsx")

group = book(("价格表", [
    ["楼号", "单元", "楼层", "房间号", "面积（㎡）", None, None, "备案价格", None, "表价", None, "备注"],
    [None, None, None, None, "建筑", "套内", "公摊", "单价", "总价（万元）", "单价", "总价（万元）", None],
    [3, 1, 18, "1801", 89.53, 70.12, 19.41, 16500, 147.7245, 15930.12, 142.622364, "样板房"],
    [3, 1, 17, "1701", 89.53, 70.12, 19.41, 16500, 147.7245, 15900, 142.3527, None],
]))
sheet = group["价格表"]
for span in ("A1:A2", "B1:B2", "C1:C2", "D1:D2", "E1:G1", "H1:I1", "J1:K1", "L1:L2"):
    sheet.merge_cells(span)
save(group, "two-row-header.xlsx")

breaks = book(("Sheet1", [
    ["序号", "楼 栋", "楼层", "户\n位", "建筑面积\n（㎡）", None, "总 价\n（元）", "备  注"],
    [1, "3栋", "18F", "01", "８９．５３", None, "1,426,223.64元", "a"],
    [2, "3栋", "B1", "02", "89.53㎡", None, "￥1,426,223.64", None],
    [3, "3栋", "18.0", "03", " 89.53\n", None, "142.622364万", None],
    [4, "3栋", "10-11", "04", 120, None, 2000000, "复式"],
]))
for row in breaks["Sheet1"].iter_rows():
    for cell in row:
        cell.alignment = Alignment(wrap_text=True)
save(breaks, "line-breaks-and-units.xlsx")

save(book(("房源", [
    ["楼栋", "楼层", "户位", "建筑面积", "总价"],
    ["3", "18", "01", "89.53", "1426223.64"],
    ["3", "17", "01", "89.53", "1423527.00"],
])), "numbers-as-text.xlsx")

save(book(("房源", [
    ["楼栋", "楼层", "户位", "建筑面积", "总价（万元）"],
    [3, 18, "01", 89.53, 142.622364],
    [3, 17, "01", 89.53, 142.3527],
])), "ten-thousand-yuan.xlsx")

save(book(("房源", [
    ["楼栋", "楼层", "户位", "建筑面积（万元）", "总价"],
    [3, 18, "01", 89.53, 1426223.64],
])), "bad-area-in-yuan.xlsx")

save(book(("房源", [
    ["楼栋", "楼层", "户位", "建筑面积", "单价"],
    [3, 18, "01", 89.53, 1426223.64 / 89.53],
    [3, 17, "01", 89.53, 1426223.64 / 89.53],
])), "long-decimals.xlsx")

save(book(("说明", [["本表用于定价"], ["请勿外传"]]), ("房源", [HEAD] + ROWS), ("汇总", [["楼栋", "套数"], ["3", 4]])), "several-sheets.xlsx")
save(book(("1号楼", [HEAD] + ROWS[:2]), ("2号楼", [HEAD] + ROWS[2:])), "bad-two-tables.xlsx")
ROOMS = ["楼号", "楼层", "房号", "建筑面积（㎡）", "总价（万元）"]
save(
    book(
        ("3号楼", [["3号楼房源"], ROOMS, ["3", 18, "1801", 89.53, 142.622364], ["3", 17, "1701", 89.53, 142.3527]]),
        ("5号楼", [["5号楼房源"], ROOMS, ["5", 18, "1801", 75.5, 119.29], ["合计", None, None, 75.5, 119.29]]),
        ("说明", [["本表用于定价"]]),
    ),
    "sheet-per-building.xlsx",
)
save(book(("说明", [["本表用于定价"], ["请勿外传"]])), "bad-no-header.xlsx")
save(book(("空", [])), "bad-empty-sheet.xlsx")
save(book(("房源", [HEAD])), "bad-header-only.xlsx")
save(book(("房源", [HEAD + ["总价"]] + [row + [1] for row in ROWS])), "bad-two-totals.xlsx")
save(book(("房源", [["楼栋", "楼层", "户位", "建筑面积", "优惠后价格"], ["3", 18, "01", 89.5, 1]])), "bad-unknown-column.xlsx")
save(book(("房源", [["楼栋", "楼层", "户位", "建筑面积", None], ["3", 18, "01", 89.5, "样板"]])), "bad-untitled-column.xlsx")
save(book(("房源", [["楼栋", "楼层", "户位"], ["3", 18, "01"]])), "bad-no-area.xlsx")
save(book(("房源", [["楼栋", "楼层", "户位", "建筑面积"], ["3", datetime.date(2026, 10, 11), "01", 89.5]])), "bad-floor-became-date.xlsx")
save(book(("房源", [["房号", "楼栋", "楼层", "户位", "建筑面积"], [datetime.date(2003, 1, 2), "3", 1, "02", 89.5]])), "bad-number-became-date.xlsx")
save(book(("房源", [["楼栋", "楼层", "户位", "建筑面积", "销控状态"], ["3", 18, "01", 89.5, "以售"]])), "bad-state.xlsx")
save(book(("房源", [["楼栋", "楼层", "房号", "建筑面积"], ["3", 18, "1901", 89.5]])), "bad-room-on-other-floor.xlsx")

formulas = book(("房源", [["楼栋", "楼层", "户位", "建筑面积", "单价", "总价"], ["3", 18, "01", 89.5, 16000, "=D2*E2"], ["3", 17, "01", 89.5, 15000, "=ROUND(D3*E3,0)"]]))
save(formulas, "bad-formula-without-value.xlsx")

rooms = book(("房源", [
    ["序号", "楼号", "室号", "楼层", "建面", "房态", "备注"],
    [1, 3, 1801, 18, 89.53, "可售", None], [2, 3, 1802, 18, 89.53, "已认购", None],
    [3, 5, 1801, 18, 89.53, "网签", "老客户"], [None, "小计", None, None, 268.59, None, None],
]))
save(rooms, "room-numbers.xlsx")

pages = book(("房源", [HEAD] + ROWS[:2] + [HEAD] + ROWS[2:] + [[]] + [["合计", None, None, None, None, 344.09]]))
save(pages, "repeated-header.xlsx")

bands = book(("房源", [["楼栋", "楼层", "户位", "建筑面积"], ["3 栋（高层）"], ["3", 18, "01", 89.5], ["5 栋（洋房）"], ["5", 3, "01", 120]]))
bands["房源"].merge_cells("A2:D2")
bands["房源"].merge_cells("A4:D4")
save(bands, "sections.xlsx")

wide = book(("房源", [[None] * 3, [None, None, "楼栋", "楼层", "户位", "建筑面积"], [None, None, "3", 18, "01", 89.5], [None, None, "3", 17, "01", 89.5]]))
save(wide, "not-from-the-corner.xlsx")

buyers = book(("台账", [
    ["序号", "房号", "楼栋", "楼层", "户位", "建筑面积", "状态", "客户姓名", "联系电话", "签约日期"],
    [1, "3-1801", "3", 18, "01", 89.5, "签约", "王某", "13800000000", datetime.date(2026, 3, 1)],
    [2, "3-1802", "3", 18, "02", 89.5, "在售", None, None, None],
]))
save(buyers, "buyers.xlsx")

english = book(("Units", [
    ["No.", "Unit No", "Building", "Floor", "Line", "Building Area (sqm)", "State", "List Total (CNY)", "Remarks"],
    [1, "A-1801", "A", 18, "01", 89.5, "on sale", 1426223.64, "corner"],
    ["Total", None, None, None, None, 89.5, None, 1426223.64, None],
]))
save(english, "english.xlsx")

# --- xlwt (Excel 97-2003) ----------------------------------------------------------------------
old = xlwt.Workbook(encoding="utf-8")
sheet = old.add_sheet("房源")
sheet.write_merge(0, 0, 0, 9, "松风花园房源表")
for at, title in enumerate(HEAD):
    sheet.write(1, at, title)
for down, row in enumerate(ROWS):
    for at, value in enumerate(row):
        if at > 0:
            sheet.write(2 + down, at, value)
sheet.write_merge(2, 5, 0, 0, "3")
old.save(str(OUT / "old-excel.xls"))

# --- LibreOffice -------------------------------------------------------------------------------
convert(OUT / "title-and-total.xlsx", "xlsx", "libreoffice.xlsx")
convert(OUT / "merged-cells.xlsx", "ods", "merged-cells.ods")
convert(OUT / "two-row-header.xlsx", "ods", "two-row-header.ods")
convert(OUT / "two-row-header.xlsx", "xls", "two-row-header.xls")
convert(OUT / "title-and-total.xlsx", "ods", "title-and-total.ods")
convert(OUT / "line-breaks-and-units.xlsx", "xls", "line-breaks-and-units.xls")
convert(OUT / "line-breaks-and-units.xlsx", "ods", "line-breaks-and-units.ods")
convert(OUT / "bad-formula-without-value.xlsx", "xlsx", "formulas.xlsx")
convert(OUT / "bad-formula-without-value.xlsx", "ods", "formulas.ods")
convert(OUT / "bad-formula-without-value.xlsx", "xls", "formulas.xls")
convert(OUT / "bad-floor-became-date.xlsx", "ods", "bad-floor-became-date.ods")
convert(OUT / "bad-floor-became-date.xlsx", "xls", "bad-floor-became-date.xls")
# Token: separator, quote, encoding (76 UTF-8, 65535 Unicode, 20 GBK in old tables: by name), first line.
convert(OUT / "title-and-total.xlsx", "csv", "libreoffice-utf8.csv", "Text - txt - csv (StarCalc):44,34,76,1")
convert(OUT / "title-and-total.xlsx", "csv", "libreoffice-semicolon.csv", "Text - txt - csv (StarCalc):59,34,76,1")
convert(OUT / "title-and-total.xlsx", "csv", "libreoffice-utf16-tab.csv", "Text - txt - csv (StarCalc):9,34,65535,1")
convert(OUT / "title-and-total.xlsx", "csv", "libreoffice-gbk.csv", "Text - txt - csv (StarCalc):44,34,GBK,1")
convert(OUT / "line-breaks-and-units.xlsx", "csv", "libreoffice-line-breaks.csv", "Text - txt - csv (StarCalc):44,34,76,1")
convert(OUT / "plain.xlsx", "html", "bad-web-page.xls")
convert(OUT / "plain.xlsx", "pdf", "bad-pdf.xlsx")

# --- Text as Excel writes it -------------------------------------------------------------------
text("excel-gbk.csv", "gbk", [HEAD] + ROWS)
text("excel-utf8-mark.csv", "utf-8", [HEAD] + ROWS, mark=codecs.BOM_UTF8)
text("excel-unicode.txt", "utf-16-le", [HEAD] + ROWS, between="\t", mark=codecs.BOM_UTF16_LE)
text("utf16-big-endian.csv", "utf-16-be", [HEAD] + ROWS, mark=codecs.BOM_UTF16_BE)
text("utf16-without-mark.csv", "utf-16-le", [HEAD] + ROWS, between="\t")
text("mac-line-ends.csv", "utf-8", [HEAD] + ROWS, end="\r")
text("semicolons.csv", "utf-8", [HEAD] + ROWS, between=";")
text("wrong-name.xlsx", "gbk", [HEAD] + ROWS)
text("bad-merged-saved-as-csv.csv", "gbk", [HEAD, ROWS[0], [None, None] + ROWS[1][2:]])
text("bad-floor-date.csv", "gbk", [["楼栋", "楼层", "户位", "建筑面积"], ["3", "10月11日", "01", "89.5"]])
text("grouped.csv", "gbk", [["楼栋", "楼层", "户位", "建筑面积", "总价"], ["3", "18层", "01", "89.53", "1,426,223.64"], ["3", "17层", "01", "89.53", "￥1,423,527.00"]])
(OUT / "bad-encoding.csv").write_bytes("楼栋,楼层\n3,18\n".encode("utf-8")[:-3] + b"\xff\xff\xfe\x80\xff,1\n")
(OUT / "bad-empty.csv").write_bytes(b"")
(OUT / "bad-locked.xls").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(512))
(OUT / "bad-cut.xlsx").write_bytes((OUT / "plain.xlsx").read_bytes()[:2000])
