// Customers. 12xx.

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
}
