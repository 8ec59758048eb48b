// The request itself: size, encoding, JSON, unknown operations. 1xx; 19x how a host calls.

area! { $ input
    InputTooLarge = 101 Input Violation "input.too_large" {
        zh: "输入有 {bytes:number} 字节，超过上限 {limit:number}",
        en: "the input has {bytes:number} bytes, the limit is {limit:number}",
        mend_zh: "分成几个较小的请求",
        mend_en: "split it into smaller requests"
    }
    InputUtf8 = 102 Input Violation "input.utf8" {
        zh: "第 {offset} 字节（第 {line} 行）不是合法的 UTF-8",
        en: "byte {offset} (line {line}) is not valid UTF-8",
        mend_zh: "把文件另存为 UTF-8 编码",
        mend_en: "save the file as UTF-8"
    }
    JsonSyntax = 103 Input Violation "json.syntax" {
        zh: "JSON 语法错误，第 {line} 行第 {column} 列：{detail_zh}",
        en: "JSON syntax error at line {line}, column {column}: {detail_en}",
        mend_zh: "检查该处的引号、逗号和括号",
        mend_en: "check quotes, commas and brackets at that place"
    }
    JsonUnknownField = 104 Input Violation "json.unknown_field" {
        zh: "没有名为“{field}”的字段",
        en: "there is no field \"{field}\"",
        mend_zh: "可用的字段：{known:list}",
        mend_en: "fields that exist here: {known}"
    }
    JsonMissingField = 105 Input Violation "json.missing_field" {
        zh: "缺少字段“{field}”",
        en: "the field \"{field}\" is missing",
        mend_zh: "补上该字段；结构见“kaipan schema”",
        mend_en: "add it; see kaipan schema for the shape"
    }
    JsonType = 106 Input Violation "json.type" {
        zh: "此处应为{expected_zh}，而不是{found_zh}",
        en: "expected {expected} here, not {found}",
        mend_zh: "改成要求的类型；文本要加引号，整数和真假值（“true”“false”）不加",
        mend_en: "give a value of that type; text stands in quotes, integers and true or false do not"
    }
    JsonChoice = 107 Input Violation "json.choice" {
        zh: "“{text}”不是可选值",
        en: "\"{text}\" is not one of the choices",
        mend_zh: "可选值：{known:list}",
        mend_en: "choices: {known:list}"
    }
    JsonDuplicateField = 108 Input Violation "json.duplicate_field" {
        zh: "字段“{field}”出现了两次（第 {line} 行第 {column} 列）",
        en: "the field \"{field}\" is given twice (line {line}, column {column})",
        mend_zh: "只保留一个",
        mend_en: "keep one of them"
    }
    JsonTooDeep = 109 Input Violation "json.too_deep" {
        zh: "嵌套超过 {limit} 层",
        en: "nested deeper than {limit} levels",
        mend_zh: "检查请求是否多套了结构",
        mend_en: "check that the request is not wrapped too often"
    }
    OperationUnknown = 110 Input Violation "operation.unknown" {
        zh: "没有名为“{name}”的操作",
        en: "there is no operation \"{name}\"",
        mend_zh: "可用的操作见“kaipan ops”",
        mend_en: "kaipan ops lists them"
    }
    InputFile = 111 Input Violation "input.file" {
        zh: "不能读取“{file}”：{detail_zh}",
        en: "cannot read {file}: {detail}",
        mend_zh: "看原因：{cure_zh}",
        mend_en: "by its cause: {cure}"
    }
    InputProject = 112 Input Violation "input.project" {
        zh: "“{file}”里没有项目：需要“project.json”，或把单个 JSON 文件作为参数",
        en: "{file} holds no project: expected project.json in it, or a single JSON file",
        mend_zh: "见“examples”文件夹里的示例项目",
        mend_en: "see the sample projects in examples/"
    }
    JsonBlank = 113 Input Violation "json.blank" {
        zh: "文本里只有看不见的字符：“{characters}”",
        en: "the text holds only characters that cannot be seen ({characters})",
        mend_zh: "填写内容，或不填该项",
        mend_en: "fill it in, or leave it out"
    }
    JsonTogether = 114 Input Violation "json.together" {
        zh: "“{field}”不能与“{other}”同时给出",
        en: "{field} cannot be given together with {other}",
        mend_zh: "只保留其中一个",
        mend_en: "keep one of them"
    }
    JsonUnread = 115 Input Violation "json.unread" {
        zh: "内容与要求的结构不符：“{detail}”",
        en: "the content has another shape than is asked for: {detail}",
        mend_zh: "对照该操作的结构；见“kaipan schema”",
        mend_en: "compare it with the shape of the operation; see kaipan schema"
    }
    InputUnusual = 116 Input Warning "input.unusual" {
        zh: "{what_zh}为 {value_zh}，通常{usual_zh}",
        en: "{what_en} is {value_en}; usually it is {usual_en}",
        mend_zh: "核对该值；确实如此的，不必处理",
        mend_en: "check it; if it is so, there is nothing to mend"
    }
    InputDatesOrder = 117 Input Warning "input.dates_order" {
        zh: "{later_zh} {date} 早于{first_zh} {day}",
        en: "the {later_en} {date} is before the {first_en} {day}",
        mend_zh: "改正其中一个日期",
        mend_en: "correct one of the dates"
    }
    InputSpreadsheet = 118 Input Violation "input.spreadsheet" {
        zh: "不能读取表格“{file}”：{detail_zh}",
        en: "cannot read the spreadsheet {file}: {detail_en}",
        mend_zh: "{mend_zh}",
        mend_en: "{mend_en}"
    }
    InputRecord = 119 Input Violation "input.record" {
        zh: "这一行与记录的其他内容不符：{detail_zh}",
        en: "the line does not go with the rest of the record: {detail_en}",
        mend_zh: "{mend_zh}",
        mend_en: "{mend_en}"
    }
    CallArgument = 191 Input Violation "call.argument" {
        zh: "参数“{name}”{detail_zh}",
        en: "the argument {name} {detail_en}",
        mend_zh: "按库的约定传参；见该语言绑定的说明",
        mend_en: "call the library as its binding's documentation says"
    }
    CallPanic = 192 Input Violation "call.panic" {
        zh: "库内部出错，本次调用没有结果：“{detail}”",
        en: "the library failed inside, the call has no result: {detail}",
        mend_zh: "这是库的缺陷：请连同请求一起报告；之后的调用不受影响",
        mend_en: "this is a defect of the library: report it with the request; later calls are not affected"
    }
}
