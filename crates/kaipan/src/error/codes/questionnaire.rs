// Questionnaires. 16xx.

area! { $ questionnaire
    QuestionnaireIdTwice = 1601 Questionnaire Violation "questionnaire.id_twice" {
        zh: "编号“{id}”重复，第 {first} 项已使用",
        en: "the id \"{id}\" is given twice; number {first} has it",
        mend_zh: "给每项一个自己的编号",
        mend_en: "give each an id of its own"
    }
    QuestionnaireNoQuestions = 1602 Questionnaire Violation "questionnaire.no_questions" {
        zh: "问卷“{questionnaire}”没有问题",
        en: "questionnaire \"{questionnaire}\" has no questions",
        mend_zh: "写出问题",
        mend_en: "write its questions"
    }
    QuestionnaireFewChoices = 1603 Questionnaire Violation "questionnaire.few_choices" {
        zh: "选择题“{question}”的选项少于两个",
        en: "the choice question \"{question}\" has fewer than two choices",
        mend_zh: "写出选项，或改为填空题",
        mend_en: "write its choices, or make it a text"
    }
    QuestionnaireDatesTurned = 1604 Questionnaire Violation "questionnaire.dates_turned" {
        zh: "最后一天 {to} 早于第一天 {from}",
        en: "the last day {to} is before the first day {from}",
        mend_zh: "改正日期",
        mend_en: "mend the dates"
    }
    QuestionnaireLimitsTurned = 1605 Questionnaire Violation "questionnaire.limits_turned" {
        zh: "下限 {low} 大于上限 {high}",
        en: "the least {low} is above the most {high}",
        mend_zh: "改正上下限",
        mend_en: "mend the limits"
    }
    QuestionnaireManyAsked = 1606 Questionnaire Violation "questionnaire.many_asked" {
        zh: "至少要选 {least} 项，而只有 {count} 个选项",
        en: "at least {least} are to be chosen, and there are {count} choices",
        mend_zh: "改正下限",
        mend_en: "mend the least"
    }
    QuestionnaireUnknown = 1607 Questionnaire Violation "questionnaire.unknown" {
        zh: "没有问卷“{questionnaire}”",
        en: "there is no questionnaire \"{questionnaire}\"",
        mend_zh: "改正编号，或给出该问卷",
        mend_en: "mend the id, or give that questionnaire"
    }
    QuestionnaireQuestionUnknown = 1608 Questionnaire Warning "questionnaire.question_unknown" {
        zh: "问卷“{questionnaire}”没有问题“{question}”，该答案不计",
        en: "questionnaire \"{questionnaire}\" has no question \"{question}\"; the answer does not count",
        mend_zh: "改正编号，或删去答案",
        mend_en: "mend the id, or remove the answer"
    }
    QuestionnaireAnsweredTwice = 1609 Questionnaire Violation "questionnaire.answered_twice" {
        zh: "问题“{question}”在一份答卷中答了两次，只计第 {first} 项",
        en: "question \"{question}\" is answered twice on one sheet; only number {first} counts",
        mend_zh: "删去多余的答案",
        mend_en: "remove one of the answers"
    }
    QuestionnaireWrongKind = 1610 Questionnaire Violation "questionnaire.wrong_kind" {
        zh: "问题“{question}”是{asked_zh}，答案却是{given_zh}",
        en: "question \"{question}\" asks for {asked:words}, and the answer is {given:words}",
        mend_zh: "按题型填写",
        mend_en: "answer as the question asks"
    }
    QuestionnaireManyChosen = 1611 Questionnaire Violation "questionnaire.many_chosen" {
        zh: "问题“{question}”选了 {count} 项，最多 {most} 项",
        en: "{count} choices are made for question \"{question}\", at most {most} may be",
        mend_zh: "只留应选的项",
        mend_en: "keep as many as may be chosen"
    }
    QuestionnaireFewChosen = 1612 Questionnaire Violation "questionnaire.few_chosen" {
        zh: "问题“{question}”只选了 {count} 项，至少 {least} 项",
        en: "{count} choices are made for question \"{question}\", at least {least} must be",
        mend_zh: "补选",
        mend_en: "choose more"
    }
    QuestionnaireChoiceUnknown = 1613 Questionnaire Violation "questionnaire.choice_unknown" {
        zh: "问题“{question}”没有选项“{choice}”",
        en: "question \"{question}\" has no choice \"{choice}\"",
        mend_zh: "改正选项",
        mend_en: "mend the choice"
    }
    QuestionnaireChoiceTwice = 1614 Questionnaire Warning "questionnaire.choice_twice" {
        zh: "问题“{question}”的选项“{choice}”选了两次",
        en: "choice \"{choice}\" of question \"{question}\" is made twice",
        mend_zh: "删去一个",
        mend_en: "remove one of them"
    }
    QuestionnaireNoOther = 1615 Questionnaire Violation "questionnaire.no_other" {
        zh: "问题“{question}”没有“其他”一项可填",
        en: "question \"{question}\" has no field for other answers",
        mend_zh: "从选项中选择",
        mend_en: "choose one of the choices"
    }
    QuestionnaireOutOfLimits = 1616 Questionnaire Violation "questionnaire.out_of_limits" {
        zh: "问题“{question}”的答案 {value} 不在 {low} 到 {high} 之间",
        en: "the answer {value} to question \"{question}\" is not from {low} to {high}",
        mend_zh: "改正答案",
        mend_en: "mend the answer"
    }
    QuestionnaireLongText = 1617 Questionnaire Violation "questionnaire.long_text" {
        zh: "问题“{question}”的答案有 {count} 字，最多 {most} 字",
        en: "the answer to question \"{question}\" has {count} characters, at most {most} may be",
        mend_zh: "写短一些",
        mend_en: "make it shorter"
    }
    QuestionnaireOtherCustomer = 1618 Questionnaire Warning "questionnaire.other_customer" {
        zh: "答卷“{sheet}”是另一位客户的，不计",
        en: "sheet \"{sheet}\" is another customer's and does not count",
        mend_zh: "只给该客户的答卷",
        mend_en: "give the sheets of this customer only"
    }
    QuestionnaireAnsweredEarly = 1619 Questionnaire Warning "questionnaire.answered_early" {
        zh: "答卷“{sheet}”的填写日期 {day} 晚于录入时间“{recorded}”",
        en: "sheet \"{sheet}\" was answered on {day}, after it was entered at \"{recorded}\"",
        mend_zh: "改正日期",
        mend_en: "mend the dates"
    }
    QuestionnaireNotInForce = 1620 Questionnaire Warning "questionnaire.not_in_force" {
        zh: "问卷“{questionnaire}”在答卷“{sheet}”的填写日期 {day} 不在使用期内",
        en: "questionnaire \"{questionnaire}\" was not in use on {day}, when sheet \"{sheet}\" was answered",
        mend_zh: "改正日期，或改用当时的问卷",
        mend_en: "mend the date, or use the questionnaire of that day"
    }
    QuestionnaireIncomplete = 1621 Questionnaire Violation "questionnaire.incomplete" {
        zh: "问卷“{questionnaire}”还有 {count} 道必答题没有答：{questions:list}",
        en: "questionnaire \"{questionnaire}\" lacks required answers, {count} in all: {questions:list}",
        mend_zh: "补答后再办理认购",
        mend_en: "have them answered before the subscription"
    }
    QuestionnaireNoneAsked = 1622 Questionnaire Info "questionnaire.none_asked" {
        zh: "该项目、产品在 {day} 没有要填的问卷",
        en: "no questionnaire is asked for this project and product on {day}",
        mend_zh: "如应有问卷，核对其项目、产品和日期",
        mend_en: "if there should be one, look at its projects, products and dates"
    }
    QuestionnaireAttributeUnknown = 1623 Questionnaire Warning "questionnaire.attribute_unknown" {
        zh: "没有一份答卷写有属性“{name}”",
        en: "no sheet has the attribute \"{name}\"",
        mend_zh: "改正属性名称",
        mend_en: "mend the name"
    }
    QuestionnaireAttributeTwice = 1624 Questionnaire Warning "questionnaire.attribute_twice" {
        zh: "答卷“{sheet}”的属性“{name}”写了两遍，只计第 {first} 项",
        en: "attribute \"{name}\" stands twice on sheet \"{sheet}\"; only number {first} counts",
        mend_zh: "删去一个",
        mend_en: "remove one of them"
    }
    QuestionnaireAxisQuestion = 1625 Questionnaire Violation "questionnaire.axis_question" {
        zh: "问题“{question}”不是单选题，不能按它分组",
        en: "question \"{question}\" is not of one choice: answers cannot be grouped by it",
        mend_zh: "按单选题或属性分组",
        mend_en: "group by a question of one choice, or by an attribute"
    }
    QuestionnaireAxisTwice = 1626 Questionnaire Violation "questionnaire.axis_twice" {
        zh: "第 {number} 个分组方式与第 {first} 个相同",
        en: "grouping number {number} is the same as number {first}",
        mend_zh: "删去一个",
        mend_en: "remove one of them"
    }
    QuestionnaireAxisUnknown = 1627 Questionnaire Violation "questionnaire.axis_unknown" {
        zh: "问卷“{questionnaire}”没有问题“{question}”，不能按它分组",
        en: "questionnaire \"{questionnaire}\" has no question \"{question}\" to group by",
        mend_zh: "改正编号",
        mend_en: "mend the id"
    }
    QuestionnaireSumRange = 1628 Questionnaire Violation "questionnaire.sum_range" {
        zh: "问题“{question}”的数字之和超出范围",
        en: "the sum of the numbers for question \"{question}\" is out of range",
        mend_zh: "核对数字，或缩小期间",
        mend_en: "look at the numbers, or take a shorter period"
    }
    QuestionnaireBlank = 1629 Questionnaire Violation "questionnaire.blank" {
        zh: "“{field}”是空的",
        en: "\"{field}\" is empty",
        mend_zh: "填写",
        mend_en: "fill it in"
    }
}
