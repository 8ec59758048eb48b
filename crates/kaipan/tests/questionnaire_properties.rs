//! Statistics of questionnaires on random sheets: the parts come to the whole, and the order of the
//! sheets makes no difference.

use kaipan::questionnaire::{
    AnswerChoice, AnswerSheet, AnswerValue, Completeness, GivenAnswer, Question, QuestionKind,
    Questionnaire, SheetAttribute, SheetsCounted, Survey, SurveyAxis,
};
use proptest::prelude::*;

fn questionnaire() -> Questionnaire {
    let choices = || ["x", "y", "z"].map(|id| AnswerChoice::new(id, id)).to_vec();
    let many =
        QuestionKind::Multiple { choices: choices(), other: false, least: None, most: Some(2) };
    let questions = vec![
        Question::new("one", "one", QuestionKind::Single { choices: choices(), other: false })
            .with_required(true),
        Question::new("many", "many", many),
        Question::new("number", "number", QuestionKind::Number { low: None, high: None }),
    ];
    Questionnaire::new("Q", "Q", questions)
}

fn sheets() -> impl Strategy<Value = Vec<AnswerSheet>> {
    let choices = || prop::collection::vec(prop::sample::select(vec!["x", "y", "z", "w"]), 0..3);
    let one = (
        0..4_u32,
        0..3_u32,
        choices(),
        choices(),
        prop::option::of(-50..50_i32),
        prop::option::of(0..3_u32),
    );
    prop::collection::vec(one, 0..8).prop_map(|all| {
        let made = all.into_iter().enumerate().map(|(at, one)| {
            let (customer, hour, single, many, number, district) = one;
            let value = |choices: Vec<&str>| AnswerValue::Choices {
                choices: choices.into_iter().map(Into::into).collect(),
                other: None,
            };
            let mut answers =
                vec![GivenAnswer::new("one", value(single)), GivenAnswer::new("many", value(many))];
            answers.extend(number.map(|number| {
                let number = number.to_string().parse().unwrap();
                GivenAnswer::new("number", AnswerValue::Number { number })
            }));
            let recorded = format!("2026-03-01T0{hour}:00:00").parse().unwrap();
            let day = "2026-03-01".parse().unwrap();
            let attributes =
                district.map(|value| SheetAttribute::new("district", value.to_string()));
            AnswerSheet::new(
                format!("S-{at}"),
                "Q",
                format!("C-{customer}"),
                day,
                recorded,
                answers,
            )
            .with_attributes(attributes.into_iter().collect())
        });
        made.collect()
    })
}

proptest! {
    #[test]
    fn parts_come_to_the_whole_in_any_order(sheets in sheets(), every in any::<bool>()) {
        let questionnaire = questionnaire();
        let by = [
            SurveyAxis::Attribute { name: "district".into() },
            SurveyAxis::Answer { question: "one".into() },
        ];
        let counted = if every { SheetsCounted::Every } else { SheetsCounted::Latest };
        let report = |sheets: &[AnswerSheet]| {
            Survey::new(&questionnaire, sheets).counted(counted).by(&by).report().unwrap()
        };
        let all = report(&sheets);
        let reversed: Vec<AnswerSheet> = sheets.iter().rev().cloned().collect();
        let turned = report(&reversed);
        prop_assert_eq!(&all.questions, &turned.questions);
        prop_assert_eq!(&all.groups, &turned.groups);
        for axis in &by {
            let groups = || all.groups.iter().filter(|group| group.by == *axis);
            prop_assert_eq!(groups().map(|group| group.sheets).sum::<u32>(), all.sheets);
            for (at, question) in all.questions.iter().enumerate() {
                let part = |count: fn(&kaipan::questionnaire::QuestionStatistics) -> u32| {
                    groups().map(|group| count(&group.questions[at])).sum::<u32>()
                };
                prop_assert_eq!(part(|one| one.answered), question.answered);
                prop_assert_eq!(part(|one| one.unanswered), question.unanswered);
                prop_assert_eq!(part(|one| one.marks.unwrap_or(0)), question.marks.unwrap_or(0));
            }
        }
        for question in &all.questions {
            prop_assert_eq!(question.answered + question.unanswered, all.sheets);
            let made: u32 = question.choices.iter().map(|one| one.count).sum();
            prop_assert_eq!(made, question.marks.unwrap_or(0));
        }
        if !every {
            prop_assert_eq!(all.sheets, all.persons);
        }
    }

    /// The gate says that a customer is complete just when the sheet that counts is.
    #[test]
    fn the_gate_and_the_report_agree(sheets in sheets()) {
        let questionnaires = [questionnaire()];
        let on = "2026-03-01".parse().unwrap();
        let completeness = Completeness::new(&questionnaires, "p1", on).unwrap();
        let customers = ["C-0", "C-1", "C-2", "C-3"];
        let complete = customers
            .into_iter()
            .filter(|customer| completeness.of_customer(*customer, &sheets).unwrap().complete)
            .count();
        let report = Survey::new(&questionnaires[0], &sheets).report().unwrap();
        prop_assert_eq!(u32::try_from(complete).unwrap(), report.complete);
    }
}
