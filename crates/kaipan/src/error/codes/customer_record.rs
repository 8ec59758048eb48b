// Customers: changes of records, required fields, families, members of other cities, sharing. 1235 on.

area! { $ customer_record
    CustomerChangeOther = 1235 Customer Violation "customer.change_other" {
        zh: "修改申请是关于客户“{id}”的，给出的档案是“{other_id}”",
        en: "the request is about customer \"{id}\", the record is that of \"{other_id}\"",
        mend_zh: "给出该客户的档案",
        mend_en: "give the record of that customer"
    }
    CustomerChangeEmpty = 1236 Customer Violation "customer.change_empty" {
        zh: "修改申请没有任何栏目",
        en: "the request changes no field",
        mend_zh: "写出要修改的栏目",
        mend_en: "name the fields"
    }
    CustomerChangeEarly = 1237 Customer Violation "customer.change_early" {
        zh: "修改申请的时间早于客户“{id}”的建档时间",
        en: "the request is earlier than the record of customer \"{id}\"",
        mend_zh: "改正时间",
        mend_en: "mend the time"
    }
    CustomerChangeTwice = 1238 Customer Violation "customer.change_twice" {
        zh: "{field_zh}修改了不止一次，第 {first} 处已修改",
        en: "the {field:words} is changed twice; change number {first} does so",
        mend_zh: "每个栏目只写一次",
        mend_en: "name every field once"
    }
    CustomerChangeField = 1239 Customer Violation "customer.change_field" {
        zh: "“{field_zh}”不是单独的栏目，不能修改",
        en: "{field:words} is no field of its own and cannot be changed",
        mend_zh: "写出是哪一种证件",
        mend_en: "name the kind of paper"
    }
    CustomerChangeAttribute = 1240 Customer Violation "customer.change_attribute" {
        zh: "自定义栏目要写名称，其他栏目（{field_zh}）不写",
        en: "a field of the company's own needs its name, another one ({field:words}) has none",
        mend_zh: "改正“attribute”",
        mend_en: "mend attribute"
    }
    CustomerChangeNothing = 1241 Customer Violation "customer.change_nothing" {
        zh: "{field_zh}修改前后相同",
        en: "the {field:words} is the same before and after",
        mend_zh: "写出新的内容",
        mend_en: "say what is to stand there"
    }
    CustomerChangeStale = 1242 Customer Violation "customer.change_stale" {
        zh: "档案中的{field_zh}与申请所写的原内容不同，可能已被他人修改",
        en: "something else stands in the {field:words} than the request says: it may have changed",
        mend_zh: "看过现在的档案后重新申请",
        mend_en: "look at the record as it is now, and ask again"
    }
    CustomerChangeThere = 1243 Customer Violation "customer.change_there" {
        zh: "新的{field_zh}已在档案中",
        en: "the new {field:words} is in the record already",
        mend_zh: "不必修改",
        mend_en: "there is nothing to do"
    }
    CustomerChangeName = 1244 Customer Violation "customer.change_name" {
        zh: "姓名不能删去",
        en: "the name cannot be taken out",
        mend_zh: "写出新的姓名",
        mend_en: "give the new name"
    }
    CustomerChangeValue = 1245 Customer Violation "customer.change_value" {
        zh: "新的{field_zh}不是该栏目可填的内容",
        en: "the new {field:words} is nothing that can stand there",
        mend_zh: "日期写成“2026-01-31”，性别写“male”或“female”，人口写整数",
        mend_en: "write dates as 2026-01-31, the gender as male or female, sizes as whole numbers"
    }
    CustomerChangeNoMember = 1246 Customer Violation "customer.change_no_member" {
        zh: "客户不是会员，没有{field_zh}",
        en: "the customer is no member and has no {field:words}",
        mend_zh: "先填写会员卡号",
        mend_en: "give the member card first"
    }
    CustomerClassUnknown = 1247 Customer Violation "customer.class_unknown" {
        zh: "没有客户类别“{class}”",
        en: "there is no customer class \"{class}\"",
        mend_zh: "用政策中的类别",
        mend_en: "use a class of the policy"
    }
    CustomerClassTwice = 1248 Customer Violation "customer.class_twice" {
        zh: "客户类别“{class}”重复，第 {first} 项已使用",
        en: "the customer class \"{class}\" is given twice, first as number {first}",
        mend_zh: "删去一个",
        mend_en: "remove one"
    }
    CustomerClassMove = 1249 Customer Violation "customer.class_move" {
        zh: "客户不能从类别“{from_class}”转为“{class}”",
        en: "a customer of class \"{from_class}\" cannot become \"{class}\"",
        mend_zh: "按政策允许的顺序转换",
        mend_en: "go by the moves of the policy"
    }
    CustomerDatesTurned = 1250 Customer Violation "customer.dates_turned" {
        zh: "最后一天 {to} 早于第一天 {from}",
        en: "the last day {to} is before the first day {from}",
        mend_zh: "改正日期",
        mend_en: "mend the dates"
    }
    CustomerRangeTurned = 1251 Customer Warning "customer.range_turned" {
        zh: "上限 {to} 小于下限 {from}",
        en: "the upper end {to} is below the lower end {from}",
        mend_zh: "改正范围",
        mend_en: "mend the range"
    }
    CustomerRequiredNothing = 1252 Customer Warning "customer.required_nothing" {
        zh: "第 {number} 条必填规则没有任何栏目",
        en: "row number {number} of the required fields asks for nothing",
        mend_zh: "写出栏目，或删去",
        mend_en: "name fields, or remove it"
    }
    CustomerNameless = 1253 Customer Warning "customer.nameless" {
        zh: "客户没有姓名",
        en: "the customer has no name",
        mend_zh: "填写姓名",
        mend_en: "give the name"
    }
    CustomerPaperOfOther = 1254 Customer Warning "customer.paper_of_other" {
        zh: "{kind_zh}与客户是个人还是企业不符",
        en: "a paper of the kind \"{kind:words}\" does not go with whether the customer is a person or a company",
        mend_zh: "核对客户是个人还是企业，以及证件类型",
        mend_en: "check whether it is a person or a company, and the kind of paper"
    }
    CustomerBirthDiffers = 1255 Customer Warning "customer.birth_differs" {
        zh: "出生日期与身份证号中的不同",
        en: "the day of birth is not that in the identity number",
        mend_zh: "按证件改正",
        mend_en: "mend it by the card"
    }
    CustomerGenderDiffers = 1256 Customer Warning "customer.gender_differs" {
        zh: "性别与身份证号中的不同",
        en: "the gender is not that in the identity number",
        mend_zh: "按证件改正",
        mend_en: "mend it by the card"
    }
    CustomerTrailTwice = 1257 Customer Warning "customer.trail_twice" {
        zh: "记录“{entry}”重复，与第 {first} 条相同",
        en: "the entry \"{entry}\" is given twice, first as number {first}",
        mend_zh: "删去一条",
        mend_en: "remove one"
    }
    CustomerPaperExpired = 1258 Customer Warning "customer.paper_expired" {
        zh: "{kind_zh}已于 {last} 到期",
        en: "the {kind:words} ended on {last}",
        mend_zh: "请客户换证，并修改资料",
        mend_en: "ask for the new one, and change the record"
    }
    CustomerMemberExpired = 1259 Customer Warning "customer.member_expired" {
        zh: "会员资格已于 {last} 到期",
        en: "the membership ended on {last}",
        mend_zh: "核实会员资格",
        mend_en: "check the membership"
    }
    CustomerFamilySelf = 1260 Customer Violation "customer.family_self" {
        zh: "客户“{id}”不能是自己的家庭成员",
        en: "customer \"{id}\" cannot be family of itself",
        mend_zh: "写出另一位客户",
        mend_en: "name another customer"
    }
    CustomerFamilyDiffers = 1261 Customer Violation "customer.family_differs" {
        zh: "客户“{id}”与“{other_id}”的关系两处不同，这里写的是{relation_zh}",
        en: "what customers \"{id}\" and \"{other_id}\" are to each other is given in two ways, here as {relation:words}",
        mend_zh: "核对后改正一处",
        mend_en: "look which is right, and mend the other"
    }
    CustomerSpouseTwice = 1262 Customer Violation "customer.spouse_twice" {
        zh: "客户“{id}”有不止一位配偶",
        en: "customer \"{id}\" has more than one spouse",
        mend_zh: "改正家庭关系",
        mend_en: "mend the family links"
    }
    CustomerImportNotMember = 1263 Customer Violation "customer.import_not_member" {
        zh: "客户“{id}”不是会员，不能引入“{node}”",
        en: "customer \"{id}\" is no member and is not imported to \"{node}\"",
        mend_zh: "先入会，或由建档城市共享",
        mend_en: "let the customer join first, or the city of the record share it"
    }
    CustomerImportHome = 1264 Customer Violation "customer.import_home" {
        zh: "“{node}”就是客户“{id}”的会籍地，不必引入",
        en: "\"{node}\" is the home of member \"{id}\": there is nothing to import",
        mend_zh: "直接使用档案",
        mend_en: "use the record"
    }
    CustomerImportAgain = 1265 Customer Violation "customer.import_again" {
        zh: "客户“{id}”已引入“{node}”",
        en: "customer \"{id}\" is imported to \"{node}\" already",
        mend_zh: "直接使用档案",
        mend_en: "use the record"
    }
    CustomerImportEarly = 1266 Customer Violation "customer.import_early" {
        zh: "引入“{node}”的时间早于客户“{id}”的建档时间",
        en: "the import to \"{node}\" is earlier than the record of customer \"{id}\"",
        mend_zh: "改正时间",
        mend_en: "mend the time"
    }
    CustomerImportOther = 1267 Customer Violation "customer.import_other" {
        zh: "来访者填写的资料与会员“{id}”没有相同之处，引入“{node}”的可能是别人",
        en: "what the visitor gave has nothing in common with member \"{id}\": somebody else may be imported to \"{node}\"",
        mend_zh: "核对证件；确认是本人的，写“confirmed”",
        mend_en: "look at the papers; if it is the member all the same, say confirmed"
    }
    CustomerImportDiffers = 1268 Customer Warning "customer.import_differs" {
        zh: "来访者填写的资料有 {count} 处与会员档案不同或档案中没有",
        en: "{count} fields that the visitor gave differ from the record or are not in it",
        mend_zh: "用资料修改申请修改",
        mend_en: "request a change of the record"
    }
    CustomerShareOwn = 1269 Customer Violation "customer.share_own" {
        zh: "“{agent}”就是该客户的置业顾问，不必共享",
        en: "\"{agent}\" is the agent of the customer: there is nothing to share",
        mend_zh: "写出别的置业顾问",
        mend_en: "name another agent"
    }
    CustomerShareNoAgent = 1270 Customer Violation "customer.share_no_agent" {
        zh: "没有写共享给谁",
        en: "it is not said with whom the customer is shared",
        mend_zh: "写出置业顾问",
        mend_en: "name the agent"
    }
    CustomerShareIdTwice = 1271 Customer Violation "customer.share_id_twice" {
        zh: "共享编号“{share}”重复，第 {first} 项已使用",
        en: "the id \"{share}\" is that of share number {first} already",
        mend_zh: "换一个编号",
        mend_en: "give it another id"
    }
    CustomerShareTwice = 1272 Customer Violation "customer.share_twice" {
        zh: "该客户在这段时间已共享给“{agent}”，编号“{share}”",
        en: "the customer is shared with \"{agent}\" at that time already, by \"{share}\"",
        mend_zh: "不必再共享，或改正日期",
        mend_en: "there is nothing to do, or mend the dates"
    }
    CustomerShareOver = 1273 Customer Warning "customer.share_over" {
        zh: "共享“{share}”在 {today} 之前已结束",
        en: "the share \"{share}\" is over before {today}",
        mend_zh: "核对日期",
        mend_en: "check the dates"
    }
    CustomerShareUnknown = 1274 Customer Violation "customer.share_unknown" {
        zh: "没有共享“{share}”",
        en: "there is no share \"{share}\"",
        mend_zh: "核对编号",
        mend_en: "check the id"
    }
    CustomerShareEnded = 1275 Customer Violation "customer.share_ended" {
        zh: "共享“{share}”到 {last} 已经结束",
        en: "the share \"{share}\" has ended by {last} already",
        mend_zh: "不必再停止",
        mend_en: "there is nothing to do"
    }
    CustomerHoldingTwice = 1276 Customer Violation "customer.holding_twice" {
        zh: "“{id}”重复，第 {first} 项已有",
        en: "\"{id}\" is given twice, first as number {first}",
        mend_zh: "删去一项",
        mend_en: "remove one"
    }
    CustomerSuccessorSelf = 1277 Customer Violation "customer.successor_self" {
        zh: "离职的“{agent}”不能接手",
        en: "\"{agent}\" leaves and cannot take over",
        mend_zh: "写出别的置业顾问",
        mend_en: "name another agent"
    }
    CustomerSuccessorTwice = 1278 Customer Violation "customer.successor_twice" {
        zh: "“{agent}”这一行与第 {first} 行针对的范围相同，不知交给谁",
        en: "the row of \"{agent}\" is about the same as row number {first}: who takes over is not clear",
        mend_zh: "保留一行，或写得更具体",
        mend_en: "keep one of them, or say more"
    }
    CustomerSuccessorKind = 1279 Customer Violation "customer.successor_kind" {
        zh: "交给“{agent}”的这一行写了编号，没有写是什么",
        en: "the row of \"{agent}\" names an id and not what it is of",
        mend_zh: "写出“kind”",
        mend_en: "give kind"
    }
    CustomerSuccessorUnknown = 1280 Customer Violation "customer.successor_unknown" {
        zh: "没有置业顾问“{agent}”",
        en: "there is no agent \"{agent}\"",
        mend_zh: "核对编号",
        mend_en: "check the id"
    }
    CustomerSuccessorGone = 1281 Customer Violation "customer.successor_gone" {
        zh: "“{agent}”在 {day} 不在岗，不能接手",
        en: "\"{agent}\" is not there on {day} and cannot take over",
        mend_zh: "换一位，或改正在岗日期",
        mend_en: "name another agent, or mend the dates"
    }
    CustomerSuccessorUnused = 1282 Customer Warning "customer.successor_unused" {
        zh: "第 {number} 行没有交出任何东西",
        en: "row number {number} hands over nothing",
        mend_zh: "核对编号和范围",
        mend_en: "check its ids"
    }
    CustomerHandOverLast = 1283 Customer Violation "customer.hand_over_last" {
        zh: "最后一天之后没有日期可写",
        en: "there is no day after the last one",
        mend_zh: "改正日期",
        mend_en: "mend the date"
    }
    CustomerHandOverNothing = 1284 Customer Warning "customer.hand_over_nothing" {
        zh: "“{agent}”名下没有任何东西",
        en: "\"{agent}\" holds nothing",
        mend_zh: "核对编号",
        mend_en: "check the id"
    }
    CustomerHandOverLeft = 1285 Customer Violation "customer.hand_over_left" {
        zh: "有 {count} 项没有人接手：{ids:list}",
        en: "nobody takes over {count} things: {ids:list}",
        mend_zh: "指定接手的人后再执行",
        mend_en: "name somebody for them before the hand-over is executed"
    }
    CustomerHandOverSplit = 1286 Customer Warning "customer.hand_over_split" {
        zh: "“{id}”与其客户“{customer}”交给了不同的人",
        en: "\"{id}\" and its customer \"{customer}\" go to different agents",
        mend_zh: "确认确需分开",
        mend_en: "make sure that this is meant"
    }
    CustomerManyValues = 1287 Customer Violation "customer.many_values" {
        zh: "“{field}”有 {count} 个，最多 {most} 个",
        en: "there are {count} {field:words}, more than {most}",
        mend_zh: "只留有用的",
        mend_en: "keep those that are of use"
    }
    CustomerMergeAgents = 1288 Customer Warning "customer.merge_agents" {
        zh: "客户“{id}”的置业顾问是“{other_agent}”，保留的是“{agent}”，归属需要决定",
        en: "the agent of customer \"{id}\" is \"{other_agent}\", that of the kept record \"{agent}\": whose customer it is has to be decided",
        mend_zh: "按客户归属规则决定后再分配",
        mend_en: "decide by the rules of ownership, and assign the customer"
    }
    CustomerUnborn = 1289 Customer Warning "customer.unborn" {
        zh: "出生日期 {day} 还没有到",
        en: "the day of birth {day} is still to come",
        mend_zh: "按证件改正",
        mend_en: "mend it by the card"
    }
    CustomerBlank = 1290 Customer Violation "customer.blank" {
        zh: "“{field}”是空的",
        en: "\"{field}\" is empty",
        mend_zh: "填写",
        mend_en: "fill it in"
    }
}
