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
        zh: "{field} 必须大于零，而不是 {value}",
        en: "{field} must be greater than zero, not {value}",
        mend_zh: "填写测绘面积",
        mend_en: "give the surveyed area"
    }
    ProjectInsideArea = 304 Project Violation "project.inside_area" {
        zh: "套内面积 {inside} 大于建筑面积 {building}",
        en: "inside area {inside} is greater than building area {building}",
        mend_zh: "检查两个面积是否填反",
        mend_en: "check whether the two areas are swapped"
    }
    ProjectSharedArea = 305 Project Violation "project.shared_area" {
        zh: "建筑面积 {building} 不等于套内 {inside} 加公摊 {shared}",
        en: "building area {building} is not inside {inside} plus shared {shared}",
        mend_zh: "改正其中一个，或不填公摊",
        mend_en: "correct one of them, or leave the shared area out"
    }
    ProjectUnknownReference = 306 Project Violation "project.unknown_reference" {
        zh: "{kind_zh}“{name}”未在项目中定义",
        en: "{kind} \"{name}\" is not defined in the project",
        mend_zh: "在项目中补上，或改正名称",
        mend_en: "define it in the project, or correct the name"
    }
    ProjectUnknownAttribute = 307 Project Violation "project.unknown_attribute" {
        zh: "没有名为“{name}”的房间属性",
        en: "there is no unit attribute \"{name}\"",
        mend_zh: "可用：{known}；自定义属性写成 custom:名称",
        mend_en: "use one of {known}; write custom:NAME for an attribute of your own"
    }
    ProjectUnknownColumn = 308 Project Violation "project.unknown_column" {
        zh: "第 {column} 列“{name}”不认识",
        en: "column {column}, \"{name}\", is not known",
        mend_zh: "改成已知列名，或写成 custom:{name}；已知列名见文档",
        mend_en: "use a known column name, or custom:{name}; the manual lists them"
    }
    ProjectMissingColumn = 309 Project Violation "project.missing_column" {
        zh: "表头缺少“{name}”列",
        en: "the header has no column \"{name}\"",
        mend_zh: "加上该列（中英文名均可）",
        mend_en: "add it, under its Chinese or English name"
    }
    ProjectDuplicateColumn = 310 Project Violation "project.duplicate_column" {
        zh: "第 {column} 列与前面的列同为“{name}”",
        en: "column {column} repeats the column \"{name}\"",
        mend_zh: "删去其中一列",
        mend_en: "remove one of them"
    }
    ProjectCell = 311 Project Violation "project.cell" {
        zh: "第 {row} 行“{column}”列：{detail_zh}",
        en: "row {row}, column \"{column}\": {detail_en}",
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
        en: "{kind} \"{name}\" is defined twice",
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
        zh: "{field} 不能为空",
        en: "{field} must not be empty",
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
        zh: "{field} 不能为负，而不是 {value}",
        en: "{field} must not be negative, as {value} is",
        mend_zh: "填写测绘面积，没有就不填",
        mend_en: "give the surveyed area, or leave it out"
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
        mend_zh: "写成通用名称，如深圳、深圳市、Shenzhen；名称无误的，核对分城市的规则是否用对",
        mend_en: "write its usual name, such as Shenzhen; if it is right, check the rules by city"
    }
}
