// Questionnaires. 16xx.

area! { $ questionnaire
}
