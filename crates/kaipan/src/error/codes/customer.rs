// Customers: identity, matching, merging. 12xx.

area! { $ customer
    CustomerPhone = 1201 Customer Warning "customer.phone" {
        zh: "“{phone}”不是电话号码",
        en: "\"{phone}\" is no phone number",
        mend_zh: "改正号码；一栏只填一个号码，隐去中间几位的手机号写成“138****1234”或“1381****234”",
        mend_en: "mend it; give one number a field, and a mobile number with its middle hidden as 138****1234 or 1381****234"
    }
    CustomerPhonePlaceholder = 1202 Customer Warning "customer.phone_placeholder" {
        zh: "“{phone}”是随手填的号码，不用于查重",
        en: "\"{phone}\" was typed where there is no number; nobody is matched by it",
        mend_zh: "填写真实号码，或留空",
        mend_en: "give the real number, or none"
    }
    CustomerPersonIdForm = 1203 Customer Warning "customer.person_id_form" {
        zh: "身份证号“{number}”不是 18 位，也不是 15 位旧号",
        en: "the identity number \"{number}\" has neither 18 characters nor the 15 digits of old",
        mend_zh: "按证件改正；前 17 位为数字，末位为数字或“X”",
        mend_en: "mend it by the card: 17 digits, and a digit or X at the end"
    }
    CustomerPersonIdPlace = 1204 Customer Warning "customer.person_id_place" {
        zh: "身份证号“{number}”的前两位不是任何省份",
        en: "the first two digits of the identity number \"{number}\" are no province",
        mend_zh: "按证件改正",
        mend_en: "mend it by the card"
    }
    CustomerPersonIdBirth = 1205 Customer Warning "customer.person_id_birth" {
        zh: "身份证号“{number}”中的出生日期不存在",
        en: "the day of birth in the identity number \"{number}\" does not exist",
        mend_zh: "按证件改正",
        mend_en: "mend it by the card"
    }
    CustomerPersonIdCheck = 1206 Customer Warning "customer.person_id_check" {
        zh: "身份证号“{number}”的校验位不符，号码有误",
        en: "the check character of the identity number \"{number}\" does not fit: the number is wrong",
        mend_zh: "按证件核对每一位",
        mend_en: "compare every character with the card"
    }
    CustomerCompanyCodeForm = 1207 Customer Warning "customer.company_code_form" {
        zh: "统一社会信用代码“{number}”不是 18 位数字和大写字母，或含有不使用的字母",
        en: "the company code \"{number}\" is not 18 digits and capitals, or has letters that are not used",
        mend_zh: "按营业执照改正；代码中没有“I”“O”“S”“V”“Z”",
        mend_en: "mend it by the licence; there is no I, O, S, V or Z in a code"
    }
    CustomerCompanyCodeCheck = 1208 Customer Warning "customer.company_code_check" {
        zh: "统一社会信用代码“{number}”的校验位不符，代码有误",
        en: "the check character of the company code \"{number}\" does not fit: the code is wrong",
        mend_zh: "按营业执照核对每一位",
        mend_en: "compare every character with the licence"
    }
    CustomerPaperForm = 1209 Customer Warning "customer.paper_form" {
        zh: "{kind_zh}号码“{number}”不是 5 到 20 位字母和数字",
        en: "the number \"{number}\" of the {kind:words} is not 5 to 20 letters and digits",
        mend_zh: "按证件改正，或改正证件类型",
        mend_en: "mend it by the paper, or mend the kind of paper"
    }
    CustomerIdTwice = 1210 Customer Violation "customer.id_twice" {
        zh: "客户编号“{id}”重复，第 {first} 位客户已使用",
        en: "the customer id \"{id}\" is given twice; customer number {first} has it",
        mend_zh: "给每位客户一个自己的编号；重复录入的客户用合并",
        mend_en: "give every customer an id of its own; merge those that are one"
    }
    CustomerMatchRuleNew = 1211 Customer Violation "customer.match_rule_new" {
        zh: "第 {number} 条查重规则的结果不能是新客户",
        en: "matching rule number {number} cannot make somebody a new customer",
        mend_zh: "写“same”或“suspect”",
        mend_en: "write same or suspect"
    }
    CustomerMatchRuleEmpty = 1212 Customer Violation "customer.match_rule_empty" {
        zh: "第 {number} 条查重规则没有任何条件，人人都会相同",
        en: "matching rule number {number} asks for nothing: everybody would be the same",
        mend_zh: "写出相同的栏目，或删去该规则",
        mend_en: "say what has to agree, or remove the rule"
    }
    CustomerMatchRuleWide = 1213 Customer Warning "customer.match_rule_wide" {
        zh: "第 {number} 条查重规则只看{clue_zh}，许多不相干的客户会被认作同一人",
        en: "matching rule number {number} asks for the {clue:words} alone: many who have nothing to do with each other will match",
        mend_zh: "再加一个条件",
        mend_en: "ask for something besides"
    }
    CustomerMatchNoRules = 1214 Customer Warning "customer.match_no_rules" {
        zh: "没有查重规则，人人都是新客户",
        en: "there is no matching rule: everybody is new",
        mend_zh: "给出规则，或不写“rules”而采用手册的规则",
        mend_en: "give rules, or leave rules out for those of the handbook"
    }
    CustomerMatchContradiction = 1215 Customer Warning "customer.match_contradiction" {
        zh: "与客户“{id}”相同的栏目之外，身份证号却不同，可能是共用电话的两个人",
        en: "what makes it the same as customer \"{id}\" stands beside another identity number: perhaps two people with one phone",
        mend_zh: "核对证件；确是两人的，电话只填在一人名下，另一人填自己的号码，并建立家庭关系",
        mend_en: "look at the cards; for two people give the phone to one of them and a number of its own to the other, and link them as family"
    }
    CustomerMaskedCandidates = 1216 Customer Warning "customer.masked_candidates" {
        zh: "隐去中间几位的电话可能是 {count} 位客户的：{ids:list}",
        en: "a phone with its middle hidden may be that of {count} customers: {ids:list}",
        mend_zh: "问到完整号码后再判断",
        mend_en: "ask for the whole number before you decide"
    }
    CustomerForbidden = 1217 Customer Violation "customer.forbidden" {
        zh: "该客户已有档案：{ids:list}，不再新建",
        en: "this customer has a record: {ids:list}; there is to be no second one",
        mend_zh: "使用已有档案；外地会员用引入",
        mend_en: "use the record; import that of a member of another city"
    }
    CustomerSame = 1218 Customer Warning "customer.same" {
        zh: "该客户已有档案：{ids:list}",
        en: "this customer has a record: {ids:list}",
        mend_zh: "使用已有档案",
        mend_en: "use the record"
    }
    CustomerSuspect = 1219 Customer Warning "customer.suspect" {
        zh: "可能已有该客户的档案：{ids:list}",
        en: "this customer may have a record: {ids:list}",
        mend_zh: "核对后再新建",
        mend_en: "look before you make another"
    }
    CustomerIdBlank = 1220 Customer Violation "customer.id_blank" {
        zh: "客户没有编号",
        en: "the customer has no id",
        mend_zh: "给每位客户一个自己的编号",
        mend_en: "give every customer an id of its own"
    }
    CustomerUnknown = 1221 Customer Violation "customer.unknown" {
        zh: "没有客户“{id}”",
        en: "there is no customer \"{id}\"",
        mend_zh: "核对客户编号",
        mend_en: "check the id"
    }
    CustomerMergeSelf = 1222 Customer Violation "customer.merge_self" {
        zh: "客户“{id}”不能与自己合并",
        en: "customer \"{id}\" cannot be merged with itself",
        mend_zh: "写出两位不同的客户",
        mend_en: "name two customers"
    }
    CustomerMergeIdTwice = 1223 Customer Violation "customer.merge_id_twice" {
        zh: "合并编号“{id}”重复，第 {first} 次合并已使用",
        en: "the id \"{id}\" is that of merge number {first} already",
        mend_zh: "换一个编号；重复提交的不再提交",
        mend_en: "give it another id; do not send a merge twice"
    }
    CustomerMergeEarly = 1224 Customer Violation "customer.merge_early" {
        zh: "合并的时间早于客户“{id}”的建档时间",
        en: "the merge is earlier than the record of customer \"{id}\"",
        mend_zh: "改正时间",
        mend_en: "mend the time"
    }
    CustomerMergeUnlikely = 1225 Customer Violation "customer.merge_unlikely" {
        zh: "客户“{id}”与“{other_id}”不像同一客户：{why_zh}",
        en: "customers \"{id}\" and \"{other_id}\" are hardly one: {why}",
        mend_zh: "核对证件；确认是同一客户的，写“confirmed”",
        mend_en: "look at their papers; if they are one all the same, say confirmed"
    }
    CustomerMergeAgain = 1226 Customer Info "customer.merge_again" {
        zh: "客户“{one}”与“{other}”已经合并",
        en: "customers \"{one}\" and \"{other}\" are merged already",
        mend_zh: "不必再合并",
        mend_en: "there is nothing to do"
    }
    CustomerMergeDiffers = 1227 Customer Warning "customer.merge_differs" {
        zh: "客户“{id}”的{field_zh}与保留的不同，保留较早建档的",
        en: "customer \"{id}\" has another {field:words}; that of the older record stands",
        mend_zh: "核对后用资料修改申请改正",
        mend_en: "look which is right, and request a change"
    }
    CustomerTrailDiffers = 1228 Customer Violation "customer.trail_differs" {
        zh: "客户“{id}”的记录“{entry}”与另一份同编号的不同，只计一次",
        en: "the entry \"{entry}\" of customer \"{id}\" differs from another one with its id and counts once",
        mend_zh: "核对编号和金额",
        mend_en: "check ids and amounts"
    }
    CustomerMergeOpenTwice = 1229 Customer Warning "customer.merge_open_twice" {
        zh: "合并后客户在项目“{project}”有几个进行中的销售机会：{ids:list}",
        en: "after the merge the customer has several open opportunities in project \"{project}\": {ids:list}",
        mend_zh: "保留一个，关闭其余",
        mend_en: "keep one and close the others"
    }
    CustomerMergeUnknown = 1230 Customer Violation "customer.merge_unknown" {
        zh: "没有合并“{merge}”",
        en: "there is no merge \"{merge}\"",
        mend_zh: "核对编号",
        mend_en: "check the id"
    }
    CustomerMergeUndone = 1231 Customer Violation "customer.merge_undone" {
        zh: "合并“{merge}”已于 {day} 撤销",
        en: "the merge \"{merge}\" was undone on {day}",
        mend_zh: "不必再撤销",
        mend_en: "there is nothing to do"
    }
    CustomerUnmergeEarly = 1232 Customer Violation "customer.unmerge_early" {
        zh: "撤销的时间早于合并“{merge}”",
        en: "the merge \"{merge}\" would be undone before it was made",
        mend_zh: "改正时间",
        mend_en: "mend the time"
    }
    CustomerMergeSettled = 1233 Customer Violation "customer.merge_settled" {
        zh: "合并“{merge}”之后已发生 {count} 件事，不能撤销：{ids:list}",
        en: "{count} things have happened since the merge \"{merge}\", which cannot be undone: {ids:list}",
        mend_zh: "另建客户，再分别处理",
        mend_en: "make a new record, and move what belongs to it"
    }
    CustomerMergeStillJoined = 1234 Customer Warning "customer.merge_still_joined" {
        zh: "撤销后“{one}”与“{other}”仍因其他合并而是同一客户",
        en: "\"{one}\" and \"{other}\" are still one customer by other merges",
        mend_zh: "把其他合并也撤销",
        mend_en: "undo those too"
    }
}
