// Projects, units, selections, import. 3xx.

area! { $ project
    ProjectNoUnits = 301 Project Violation "project.no_units" {
        zh: "没有房间",
        en: "there are no units",
        mend_zh: "至少给出一套房间；若用了筛选，检查条件",
        mend_en: "give at least one unit; check the selection if there is one"
    }
    ProjectDuplicateUnit = 302 Project Violation "project.duplicate_unit" {
        zh: "房号“{unit_no}”重复，首次出现在第 {first} 个",
        en: "unit number \"{unit_no}\" is given twice, first as number {first}",
        mend_zh: "每套房的房号必须唯一",
        mend_en: "give every unit a number of its own"
    }
    ProjectArea = 303 Project Violation "project.area" {
        zh: "“{field}”必须大于零，而不是 {value:area}",
        en: "{field} must be greater than zero, not {value:area}",
        mend_zh: "填写测绘面积",
        mend_en: "give the surveyed area"
    }
    ProjectInsideArea = 304 Project Violation "project.inside_area" {
        zh: "套内面积 {inside:area}大于建筑面积 {building:area}",
        en: "inside area {inside:area} is greater than building area {building:area}",
        mend_zh: "检查两个面积是否填反",
        mend_en: "check whether the two areas are swapped"
    }
    ProjectSharedArea = 305 Project Violation "project.shared_area" {
        zh: "建筑面积 {building:area}不等于套内 {inside:area}加公摊 {shared:area}",
        en: "building area {building:area} is not inside {inside:area} plus shared {shared:area}",
        mend_zh: "改正其中一个，或不填公摊",
        mend_en: "correct one of them, or leave the shared area out"
    }
    ProjectUnknownReference = 306 Project Violation "project.unknown_reference" {
        zh: "{kind_zh}“{name}”未在项目中定义",
        en: "{kind:words} \"{name}\" is not defined in the project",
        mend_zh: "在项目中补上，或改正名称",
        mend_en: "define it in the project, or correct the name"
    }
    ProjectUnknownAttribute = 307 Project Violation "project.unknown_attribute" {
        zh: "没有名为“{name}”的房间属性",
        en: "there is no unit attribute \"{name}\"",
        mend_zh: "可用：{known:list}；自定义属性写成“custom:名称”",
        mend_en: "use one of {known}; write custom:NAME for an attribute of your own"
    }
    ProjectUnknownColumn = 308 Project Violation "project.unknown_column" {
        zh: "“{cell}”的列名“{name}”不认识",
        en: "the title \"{name}\" in \"{cell}\" is not known",
        mend_zh: "改成已知列名，或写成“custom:{name}”；已知列名列在文档“docs/columns.md”中",
        mend_en: "use a known column name, or \"custom:{name}\"; docs/columns.md lists them"
    }
    ProjectMissingColumn = 309 Project Violation "project.missing_column" {
        zh: "从“{cell}”起的表头缺少“{name}”列",
        en: "the header from \"{cell}\" on has no column \"{name}\"",
        mend_zh: "加上该列（中英文名均可）",
        mend_en: "add it, under its Chinese or English name"
    }
    ProjectDuplicateColumn = 310 Project Violation "project.duplicate_column" {
        zh: "“{cell}”的“{title}”与“{first}”同为“{name}”",
        en: "\"{title}\" in \"{cell}\" and \"{first}\" are both the column \"{name}\"",
        mend_zh: "删去其中一列，或改成别的列名",
        mend_en: "remove one of them, or give it another title"
    }
    ProjectCell = 311 Project Violation "project.cell" {
        zh: "单元格“{cell}”（“{column}”）：{detail_zh}",
        en: "cell \"{cell}\" (\"{column}\"): {detail_en}",
        mend_zh: "改正该单元格",
        mend_en: "correct that cell"
    }
    ProjectRow = 312 Project Violation "project.row" {
        zh: "第 {row} 行有 {found} 列，表头有 {expected} 列",
        en: "row {row} has {found} cells, the header has {expected}",
        mend_zh: "检查该行是否多了或少了逗号",
        mend_en: "check that row for a comma too many or too few"
    }
    ProjectRange = 313 Project Violation "project.range" {
        zh: "区间起点 {from} 大于终点 {to}",
        en: "the range starts at {from}, after its end {to}",
        mend_zh: "把起点和终点对调",
        mend_en: "swap the two ends"
    }
    ProjectDuplicateCode = 314 Project Violation "project.duplicate_code" {
        zh: "{kind_zh}“{name}”定义了两次",
        en: "{kind:words} \"{name}\" is defined twice",
        mend_zh: "保留一个",
        mend_en: "keep one of them"
    }
    ProjectTooManyErrors = 315 Project Violation "project.too_many_errors" {
        zh: "还有 {more} 处错误未列出",
        en: "{more} more errors are not listed",
        mend_zh: "先改正以上各处",
        mend_en: "mend the ones above first"
    }
    ProjectMissingValue = 316 Project Violation "project.missing_value" {
        zh: "“{field}”不能为空",
        en: "\"{field}\" must not be empty",
        mend_zh: "填写该项",
        mend_en: "fill it in"
    }
    ProjectFloor = 317 Project Violation "project.floor" {
        zh: "楼层 {value} 不在 -99 到 999 之间",
        en: "floor {value} is not between -99 and 999",
        mend_zh: "改正楼层",
        mend_en: "correct the floor"
    }
    ProjectNegativeArea = 318 Project Violation "project.negative_area" {
        zh: "“{field}”不能为负，而不是 {value:area}",
        en: "{field} must not be negative, as {value:area} is",
        mend_zh: "填写测绘面积，没有就不填",
        mend_en: "give the surveyed area, or leave it out"
    }
    ProjectFiguresDiffer = 319 Project Violation "project.figures_differ" {
        zh: "{price_zh} {price:price} × 面积 {area:area} = {product:yuan}，与{total_zh} {total:yuan}不符：{detail_zh}",
        en: "{price_en} {price:price} x area {area:area} = {product:yuan} does not agree with the {total_en} {total:yuan}: {detail_en}",
        mend_zh: "核对单价、面积和总价，改正错的一个；金额一律以元填写",
        mend_en: "check unit price, area and total and correct the wrong one; amounts are in yuan"
    }
    ProjectAreasDiffer = 320 Project Violation "project.areas_differ" {
        zh: "价格所按的面积 {area:area}不是该房间的面积：建筑面积 {building:area}，套内面积 {inside:area}",
        en: "the area {area:area} that the price is per is not one of the unit: building area {building:area}, inside area {inside:area}",
        mend_zh: "核对面积，填写房间的建筑面积或套内面积",
        mend_en: "check the area; give the building or the inside area of the unit"
    }
    ProjectNoPermit = 321 Project Warning "project.no_permit" {
        zh: "在售房间没有预售许可证",
        en: "the unit is for sale without a presale permit",
        mend_zh: "补录许可证，或收盘",
        mend_en: "record the permit, or withdraw the unit"
    }
    ProjectCityUnknown = 330 Project Warning "project.city_unknown" {
        zh: "不认识城市“{city}”，只按字面与分城市的规则比较",
        en: "the city \"{city}\" is not known; rules by city compared it as it is written",
        mend_zh: "写成通用名称，如深圳、深圳市或“Shenzhen”；名称无误的，核对分城市的规则是否用对",
        mend_en: "write its usual name, such as Shenzhen; if it is right, check the rules by city"
    }
    ProjectReferenceUnknown = 331 Project Warning "project.reference_unknown" {
        zh: "这里写了{kind_zh}“{name}”，请求中没有",
        en: "the {kind} \"{name}\" is named here and is not in the request",
        mend_zh: "改正写法，或补上它，或删去它",
        mend_en: "correct how it is written, add it, or remove it here"
    }
    ProjectReferenceSpelling = 332 Project Violation "project.reference_spelling" {
        zh: "{kind_zh}这里写“{name}”，另一处写“{other}”：只差前导零、空格、全半角或大小写，对不上",
        en: "the {kind} is \"{name}\" here and \"{other}\" elsewhere: they differ only in leading zeros, spaces, width or case, and do not match",
        mend_zh: "统一写法",
        mend_en: "write both alike"
    }
    ProjectNameUnmatched = 346 Project Warning "project.name_unmatched" {
        zh: "没有{kind_zh}为“{name}”的房间",
        en: "no unit has the {kind} \"{name}\"",
        mend_zh: "改正写法，或删去它",
        mend_en: "correct how it is written, or remove it"
    }
    ProjectSelectionEmpty = 347 Project Warning "project.selection_empty" {
        zh: "没有房间符合这个范围",
        en: "no unit is in this selection",
        mend_zh: "检查其中各项条件",
        mend_en: "check its conditions"
    }
    ProjectNameSpelling = 348 Project Violation "project.name_spelling" {
        zh: "{kind_zh}这里写“{name}”，房间写“{other}”（{count} 套）：只差前导零、空格、全半角或大小写，对不上",
        en: "the {kind} is \"{name}\" here and \"{other}\" with units ({count}): they differ only in leading zeros, spaces, width or case, and do not match",
        mend_zh: "统一写法；表格软件会去掉前导零，请把该列设为文本",
        mend_en: "write both alike; spreadsheets drop leading zeros unless the column is text"
    }
    ProjectUnitsAlike = 349 Project Violation "project.units_alike" {
        zh: "房间的{kind_zh}既有“{first}”又有“{second}”，只差前导零、空格、全半角或大小写",
        en: "units have both the {kind} \"{first}\" and \"{second}\", which differ only in leading zeros, spaces, width or case",
        mend_zh: "统一写法；确实不同的，改用差别明显的名称",
        mend_en: "write them alike, or give names that differ more if they are two"
    }
    ProjectPermitUnused = 350 Project Warning "project.permit_unused" {
        zh: "预售许可证“{number}”没有覆盖任何房间",
        en: "the presale permit \"{number}\" covers no unit",
        mend_zh: "检查它的范围，或在房间上填写许可证号",
        mend_en: "check what it covers, or name it with the units"
    }
    ProjectDelimiter = 351 Project Violation "project.delimiter" {
        zh: "“{text}”不能作分隔符",
        en: "\"{text}\" cannot separate cells",
        mend_zh: "写一个半角符号，如“,”“;”“|”或制表符；不写就按表头判断",
        mend_en: "give one ASCII character, such as a comma, a semicolon, a bar or a tab; left out, the header decides"
    }
    ProjectState = 352 Project Violation "project.state" {
        zh: "“{text}”不是销控状态，应为：{known_zh:list}",
        en: "\"{text}\" is not a state of a unit: write one of {known:list}",
        mend_zh: "改成其中一种",
        mend_en: "write one of these"
    }
    ProjectNeeded = 353 Project Violation "project.needed" {
        zh: "执行定价单要有“project”里的房间",
        en: "executing a price bill needs the units of the project",
        mend_zh: "在“project”里给出定价单涉及的房间",
        mend_en: "give the units of the bill in project"
    }
    ProjectAttachedToItself = 354 Project Violation "project.attached_to_itself" {
        zh: "房间“{unit_no}”附属于它自己",
        en: "unit \"{unit_no}\" is attached to itself",
        mend_zh: "填写所属的住宅房号，或不填",
        mend_en: "name the home that it belongs to, or leave it out"
    }
    ProjectUnitTwice = 355 Project Violation "project.unit_twice" {
        zh: "房间“{unit_no}”列了两次，首次在第 {first} 个",
        en: "unit \"{unit_no}\" is listed twice, first as number {first}",
        mend_zh: "只保留一个",
        mend_en: "keep one of them"
    }
    ProjectTopFloor = 356 Project Violation "project.top_floor" {
        zh: "复式上层 {value} 不高于所在楼层 {floor}",
        en: "the upper floor {value} of a duplex is not above its floor {floor}",
        mend_zh: "楼层填下层，“top_floor”填上层；不是复式就不填",
        mend_en: "floor is the lower one, top_floor the upper one; leave it out if it is no duplex"
    }
    ProjectNoHeader = 357 Project Violation "project.no_header" {
        zh: "{where_zh}前 {count} 行里没有房源表的表头",
        en: "the first {count} rows{where} hold no header of a table of units",
        mend_zh: "表头一行写明楼栋、楼层、户位或房号、建筑面积等列名；可用的列名见文档",
        mend_en: "name the columns in one row: building, floor, line or unit number, building area; the manual lists all names"
    }
    ProjectSheetUnknown = 358 Project Violation "project.sheet_unknown" {
        zh: "没有工作表“{name}”，只有：{known:list}",
        en: "there is no sheet \"{name}\", only {known:list}",
        mend_zh: "改成其中一个",
        mend_en: "name one of them"
    }
    ProjectSheetAmbiguous = 359 Project Violation "project.sheet_ambiguous" {
        zh: "好几个工作表都像房源表：{names:list}",
        en: "several sheets could hold the units: {names:list}",
        mend_zh: "指明用哪一个，或把房源放在一个工作表里",
        mend_en: "say which one it is, or put all units into one sheet"
    }
    ProjectUntitledColumn = 360 Project Violation "project.untitled_column" {
        zh: "“{column}”列有内容而“{cell}”没有列名",
        en: "column \"{column}\" holds data and has no title in \"{cell}\"",
        mend_zh: "写上列名，或删去该列；不用的列可以叫“备注”",
        mend_en: "give it a title, or remove it; a column that is not needed can be called remark"
    }
    ProjectColumnUnit = 361 Project Violation "project.column_unit" {
        zh: "“{cell}”的“{name}”以“{unit}”为单位，“{field}”不能用它",
        en: "\"{name}\" in \"{cell}\" is in \"{unit}\", which cannot be the unit of \"{field}\"",
        mend_zh: "面积用㎡，金额用元或万元：换算后改正列名",
        mend_en: "areas are in m², amounts in yuan or in 10,000 yuan: convert the column and correct its title"
    }
    ProjectCellsRounded = 362 Project Warning "project.cells_rounded" {
        zh: "“{column}”列有 {count} 格的小数比能记的多，已四舍五入，首格是“{cell}”",
        en: "numbers of the column \"{column}\" with more decimals than are kept were rounded half up: {count}, the first in \"{cell}\"",
        mend_zh: "核对这些数；公式可加上“ROUND”",
        mend_en: "check these figures; put ROUND into the formulas"
    }
    ProjectColumnMistaken = 363 Project Warning "project.column_mistaken" {
        zh: "“{column}”（“{letters}”列，“{cell}”起 {count} 格）按{read_zh}读取，单价多在 {price:price}左右，不像房价；若列名为“{title_zh}”，则为 {better:price}左右：核对后改列名，或改正数字",
        en: "\"{column}\" (column \"{letters}\", {count} from \"{cell}\" on) was read in {read_en}, which makes prices of about {price:price}: hardly those of homes; under the title \"{title_en}\" they are about {better:price}: check, and change the title or the figures",
        mend_zh: "列名写成“{title_zh}”；列名无误的，改正该列数字",
        mend_en: "give the column the title \"{title_en}\"; if its title is right, correct its figures"
    }
}
