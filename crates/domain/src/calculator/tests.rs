//! Calculators as administrators declare them and agents use them.

use proptest::prelude::*;

use super::{
    Calculation, CalculatorDef, Change, Example, Fact, InputDef, InputKind, Known, Recomputed,
    ResultDef, ResultKind, RoundTo, Source,
};
use crate::field::{Field, FieldKind, FieldValue};
use crate::formula::{Fault, Rounding};
use crate::id::{CategoryId, FieldId};
use crate::invalid::{Flaw, Flaws};
use crate::time::{Span, Timestamp};

fn input(name: &str, kind: InputKind) -> InputDef {
    InputDef { name: name.into(), kind, ..InputDef::default() }
}

fn example(given: &[&str], expected: &str) -> Example {
    let given = given.iter().map(|&text| text.to_owned()).collect();
    Example { given, expected: expected.into() }
}

/// 退一赔三, at most 500 yuan.
fn fakes() -> CalculatorDef {
    CalculatorDef {
        name: "赔付金额".into(),
        inputs: vec![input("货款", InputKind::Money), input("倍数", InputKind::Number)],
        formula: "min(货款 * 倍数, 500)".into(),
        result: ResultDef { label: "应赔".into(), ..ResultDef::default() },
        examples: vec![example(&["89", "3"], "267.00"), example(&["1,200.50", "3"], "500")],
        ..CalculatorDef::default()
    }
}

fn run(def: &CalculatorDef, given: &[&str]) -> Result<Calculation, Flaws> {
    let given: Vec<String> = given.iter().map(|&text| text.to_owned()).collect();
    def.ready()?.run(&given)
}

#[test]
fn e_05_a_declared_formula_is_run_with_typed_inputs() {
    let calculation = run(&fakes(), &["¥89", "3"]).unwrap();

    assert_eq!(calculation.result, "267.00");
    let given: Vec<_> = calculation.given.iter().map(|it| (&*it.name, &*it.text)).collect();
    assert_eq!(given, [("货款", "89.00"), ("倍数", "3")]);
}

#[test]
fn what_is_missing_or_no_number_is_said_at_its_input() {
    let flaws = run(&fakes(), &["八十九"]).unwrap_err();

    assert_eq!(flaws.of("inputs.0"), Some(&Flaw::NotMoney));
    assert_eq!(flaws.of("inputs.1"), Some(&Flaw::Blank));
}

#[test]
fn a_definition_is_published_only_when_its_examples_come_out() {
    let mut def = fakes();
    assert!(def.check().is_empty());

    def.formula = "min(货款 * 倍数, 300)".into();

    let flaws = def.check();
    assert_eq!(flaws.of("examples.1.expected"), Some(&Flaw::ComesOutAs { got: "300.00".into() }));
    assert_eq!(flaws.of("examples.0.expected"), None);
}

#[test]
fn everything_that_is_missing_is_said_at_once() {
    let mut def = fakes();
    def.name = " ".into();
    def.inputs.push(input("件数", InputKind::Number));
    def.inputs.push(input("3倍", InputKind::Number));
    def.inputs.push(input("货款", InputKind::Choice { options: vec!["一".into()] }));
    def.result.least = "10".into();
    def.result.most = "5".into();
    def.examples.clear();

    let flaws = def.check();

    assert_eq!(flaws.of("name"), Some(&Flaw::Blank));
    assert_eq!(flaws.of("inputs.2.name"), Some(&Flaw::Unused));
    assert_eq!(flaws.of("inputs.3.name"), Some(&Flaw::NotAName));
    assert_eq!(flaws.of("inputs.4.name"), Some(&Flaw::Taken));
    assert_eq!(flaws.of("inputs.4.kind"), Some(&Flaw::TooFew { min: 2 }));
    assert_eq!(flaws.of("result.most"), Some(&Flaw::LessThan { least: "10.00".into() }));
    assert_eq!(flaws.of("examples"), Some(&Flaw::Blank));
}

#[test]
fn a_formula_that_does_not_read_says_where() {
    let def = CalculatorDef { formula: "min(货价, 500)".into(), ..fakes() };

    let flaws = def.check();

    let mistake = Fault::UnknownName { name: "货价".into() }.at(4);
    assert_eq!(flaws.of("formula"), Some(&Flaw::Formula { mistake }));
}

#[test]
fn a_condition_is_no_result() {
    let def = CalculatorDef { formula: "货款 > 倍数".into(), ..fakes() };

    assert!(matches!(def.check().of("formula"), Some(Flaw::Formula { .. })));
}

#[test]
fn the_result_is_rounded_as_declared() {
    let mut def = fakes();
    def.formula = "货款 / 倍数".into();
    let mut result = |round_to, rounding| {
        def.result = ResultDef { round_to, rounding, ..def.result.clone() };
        run(&def, &["100", "3"]).unwrap().result
    };

    assert_eq!(result(RoundTo::Hundredth, Rounding::HalfUp), "33.33");
    assert_eq!(result(RoundTo::Tenth, Rounding::Up), "33.40");
    assert_eq!(result(RoundTo::One, Rounding::Down), "33.00");
}

#[test]
fn a_percentage_is_typed_and_shown_in_points() {
    let result = ResultDef {
        label: "比例".into(),
        kind: ResultKind::Percent,
        round_to: RoundTo::Tenth,
        ..ResultDef::default()
    };
    let def = CalculatorDef {
        inputs: vec![input("费率", InputKind::Percent)],
        formula: "费率 / 3".into(),
        result,
        ..fakes()
    };

    let calculation = run(&def, &["12.5%"]).unwrap();

    assert_eq!((calculation.given[0].text.as_str(), calculation.result.as_str()), ("12.5", "4.2"));
}

#[test]
fn a_result_beyond_the_limits_is_refused() {
    let mut def = fakes();
    def.formula = "货款 * 倍数".into();
    (def.result.least, def.result.most) = ("1".into(), "500".into());

    assert_eq!(run(&def, &["10", "3"]).unwrap().result, "30.00");
    let above = Flaws::one("result", Flaw::MoreThan { most: "500.00".into() });
    let below = Flaws::one("result", Flaw::LessThan { least: "1.00".into() });
    assert_eq!(run(&def, &["200", "3"]), Err(above));
    assert_eq!(run(&def, &["0.1", "3"]), Err(below));
}

#[test]
fn e_05_a_stored_result_is_worked_out_again_by_its_own_version() {
    let (first, mut second) = (fakes(), fakes());
    let stored = run(&first, &["89", "3"]).unwrap();

    second.formula = "货款 * 倍数 / 2".into();
    second.inputs.reverse();

    assert_eq!(Recomputed::of(&first, &stored), Recomputed::Same);
    assert_eq!(Recomputed::of(&second, &stored), Recomputed::Differs { now: "133.50".into() });
    second.formula = "货款 /".into();
    assert_eq!(Recomputed::of(&second, &stored), Recomputed::Fails);
}

#[test]
fn it_is_offered_below_the_categories_it_names() {
    let everywhere = fakes();
    let below = CalculatorDef { categories: vec![CategoryId(2)], ..fakes() };
    let path = [CategoryId(1), CategoryId(2), CategoryId(3)];

    assert!(everywhere.is_offered(&path) && below.is_offered(&path));
    assert!(!below.is_offered(&[CategoryId(1), CategoryId(4)]));
}

#[test]
fn e_04_what_the_ticket_knows_is_not_typed_again() {
    let filed = Timestamp(0) + Span::days(20_000);
    let known = Known {
        now: filed + Span::days(5),
        filed_at: filed,
        resolution_due: Some(filed + Span::days(2)),
        reopens: 2,
        urges: 0,
        vip: true,
    };
    let fields = |key: &str| match key {
        "amount" => Some(FieldValue::Money(8_900)),
        "bought" => Some(FieldValue::Date("2024-10-01".into())),
        "way" => Some(FieldValue::Choice("空运".into())),
        _ => None,
    };
    let field = |key: &str| Some(Source::Field { key: key.into() });
    let fact = |fact| Some(Source::Fact { fact });
    let filled = |kind, source, default: &str| {
        let default = default.to_owned();
        InputDef { kind, source, default, ..InputDef::default() }.prefilled(&known, fields)
    };
    let ways = || InputKind::Choice { options: vec!["空运".into(), "陆运".into()] };

    assert_eq!(filled(InputKind::Money, field("amount"), ""), "89.00");
    assert_eq!(filled(InputKind::Days, field("bought"), ""), "8");
    assert_eq!(filled(ways(), field("way"), ""), "空运");
    assert_eq!(filled(InputKind::Number, field("nothing"), "3"), "3");
    assert_eq!(filled(InputKind::Number, fact(Fact::Reopens), ""), "2");
    assert_eq!(filled(InputKind::Days, fact(Fact::DaysOpen), ""), "5");
    assert_eq!(filled(InputKind::Days, fact(Fact::DaysOverdue), ""), "3");
    assert_eq!(filled(InputKind::Number, fact(Fact::Vip), ""), "1");
}

#[test]
fn ties_lead_to_fields_that_are_there_and_fit() {
    let field = |key: &str, kind| Field {
        id: FieldId(1),
        category: CategoryId(3),
        key: key.into(),
        label: key.into(),
        help: None,
        kind,
        required: false,
        position: 1,
    };
    let forms = [field("amount", FieldKind::Money), field("bought", FieldKind::Date)];
    let tied = |source: &str, result: &str| {
        let mut def = fakes();
        def.inputs[0].source = Some(Source::Field { key: source.into() });
        def.result.field = Some(result.into());
        def.check_ties(&forms)
    };

    assert!(tied("amount", "amount").is_empty());
    assert_eq!(tied("price", "amount").of("inputs.0.source"), Some(&Flaw::NoSuchField));
    assert_eq!(tied("bought", "bought").of("inputs.0.source"), Some(&Flaw::Misfit));
    assert_eq!(tied("amount", "bought").of("result.field"), Some(&Flaw::Misfit));
}

#[test]
fn a_version_says_what_it_changed() {
    let before = fakes();
    let mut after = fakes();
    after.inputs[1].default = "3".into();
    after.inputs[0].name = "实付".into();
    after.formula = "min(实付 * 倍数, 500)".into();

    let changes = after.changes_since(&before);

    assert_eq!(
        changes,
        [
            Change::InputRemoved { name: "货款".into() },
            Change::InputAdded { name: "实付".into() },
            Change::InputChanged { name: "倍数".into() },
            Change::Formula { from: before.formula.clone(), to: after.formula.clone() },
        ]
    );
    assert!(before.changes_since(&before).is_empty());
}

proptest! {
    /// However it is typed, the same version makes the same of what was stored.
    #[test]
    fn e_05_every_calculation_can_be_repeated(fen in 0_i64..10_000_000_000, times in 0_i64..1000) {
        let def = fakes();
        let money = FieldValue::Money(fen).to_text();

        let stored = run(&def, &[&money, &times.to_string()]).unwrap();

        prop_assert_eq!(Recomputed::of(&def, &stored), Recomputed::Same);
        prop_assert_eq!(&stored.given[0].text, &money);
        let expected = FieldValue::Money((fen * times).min(50_000)).to_text();
        prop_assert_eq!(stored.result, expected);
    }
}
