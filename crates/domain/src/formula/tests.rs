//! What formulas mean, as administrators would write them.

use proptest::prelude::*;

use super::{Exact, Fault, Formula, Function, Kind, Mistake, Value, is_name};

fn named(name: &str) -> Option<Value> {
    match name {
        "货款" => Exact::decimal("267.50").map(Value::Number),
        "件数" => Some(Value::Number(Exact::whole(3))),
        "zero" => Some(Value::Number(Exact::ZERO)),
        "方式" => Some(Value::Text("冷链".into())),
        _ => None,
    }
}

fn kind(name: &str) -> Option<Kind> {
    named(name).map(|value| value.kind())
}

fn value(text: &str) -> Result<Value, Mistake> {
    let formula = Formula::read(text)?;
    formula.kind(&kind)?;
    formula.value(&named)
}

fn number(text: &str) -> String {
    match value(text) {
        Ok(Value::Number(number)) => number.to_text(),
        other => format!("{other:?}"),
    }
}

fn fault(text: &str) -> (usize, Fault) {
    let mistake = value(text).unwrap_err();
    (mistake.at, mistake.fault)
}

#[test]
fn e_05_the_rule_for_fakes_reads_as_it_is_said() {
    assert_eq!(number("min(货款 * 3, 500)"), "500");
    assert_eq!(number("max(货款 * 3, 500)"), "802.5");
    assert_eq!(number("if(方式 = \"冷链\", 货款 * 10%, 0)"), "26.75");
}

#[test]
fn products_come_before_sums_and_brackets_before_both() {
    let cases = [
        ("1 + 2 * 3", "7"),
        ("(1 + 2) * 3", "9"),
        ("10 - 4 - 3", "3"),
        ("12 / 3 / 2", "2"),
        ("-2 * -3", "6"),
        ("--2", "2"),
        ("50% * 50%", "0.25"),
        ("1 / 3 * 3", "1"),
    ];

    for (text, expected) in cases {
        assert_eq!(number(text), expected, "{text}");
    }
}

#[test]
fn what_an_input_method_types_means_the_same() {
    assert_eq!(number("ｍｉｎ（货款×３，５００）"), "500");
    assert_eq!(number("if(方式＝“冷链”， 1， 0)"), "1");
    assert_eq!(number("if(件数≥3、1、0)"), "1");
    assert_eq!(number("货款÷件数"), number("货款/件数"));
}

#[test]
fn conditions_are_joined_and_only_what_is_needed_is_worked_out() {
    assert_eq!(number("if(and(件数 > 2, 方式 != '常温'), 1, 2)"), "1");
    assert_eq!(number("if(or(件数 < 2, not(件数 <> 3)), 1, 2)"), "1");
    assert_eq!(number("if(zero = 0, 0, 货款 / zero)"), "0");
    assert_eq!(number("if(or(zero = 0, 货款 / zero > 1), 1, 2)"), "1");
}

#[test]
fn rounding_takes_a_unit() {
    assert_eq!(number("round(货款 / 件数, 0.01)"), "89.17");
    assert_eq!(number("floor(货款 / 件数)"), "89");
    assert_eq!(number("ceil(货款, 10)"), "270");
    assert_eq!(fault("round(货款, zero)"), (0, Fault::UnitNotPositive));
}

#[test]
fn a_mistake_says_where_and_what() {
    let unexpected = |found: &str| Fault::Unexpected { found: found.into() };
    let cases = [
        ("", 0, Fault::Empty),
        ("货款 *", 4, Fault::Incomplete),
        ("(货款", 0, Fault::OpenBracket),
        ("货款)", 2, unexpected(")")),
        ("货款 件数", 3, unexpected("件数")),
        ("1 < 2 < 3", 6, unexpected("<")),
        ("3倍 * 货款", 0, Fault::BadNumber { text: "3倍".into() }),
        ("货款 @ 2", 3, Fault::UnknownSign { sign: '@' }),
        ("方式 = \"冷链", 5, Fault::OpenQuote),
        ("货价 * 3", 0, Fault::UnknownName { name: "货价".into() }),
        ("1 + sum(1, 2)", 4, Fault::UnknownFunction { name: "sum".into() }),
        ("if(件数 > 1, 2)", 0, Fault::WrongCount { function: Function::If }),
        ("min(1)", 0, Fault::WrongCount { function: Function::Min }),
        ("货款 / (件数 - 3)", 3, Fault::DividedByZero),
        ("999999999999999999 * 999999999999999999 * 999999999999999999", 40, Fault::TooLarge),
    ];

    for (text, at, expected) in cases {
        assert_eq!(fault(text), (at, expected), "{text}");
    }
}

#[test]
fn numbers_texts_and_conditions_are_not_mixed() {
    let wrong = |wanted, found| Fault::WrongKind { wanted, found };

    assert_eq!(fault("方式 * 2"), (0, wrong(Kind::Number, Kind::Text)));
    assert_eq!(fault("if(货款, 1, 2)"), (3, wrong(Kind::Truth, Kind::Number)));
    assert_eq!(fault("if(件数 > 1, 1, \"多\")"), (14, wrong(Kind::Number, Kind::Text)));
    assert_eq!(fault("方式 > \"冷\""), (0, wrong(Kind::Number, Kind::Text)));
    assert_eq!(fault("方式 = 3"), (5, wrong(Kind::Text, Kind::Number)));
}

#[test]
fn length_and_depth_have_ends() {
    let long = "1+".repeat(250) + "1";
    let deep = "(".repeat(40) + "1" + &")".repeat(40);
    let negative = "-".repeat(40) + "1";

    assert_eq!(fault(&long), (500, Fault::TooLong { max: 500 }));
    assert!(matches!(fault(&deep).1, Fault::TooDeep { max: 32 }));
    assert!(matches!(fault(&negative).1, Fault::TooDeep { max: 32 }));
    assert_eq!(number(&("1+".repeat(249) + "1")), "250");
}

#[test]
fn a_name_is_letters_of_any_script_and_no_function() {
    for name in ["货款", "days_late", "x1", "_"] {
        assert!(is_name(name), "{name}");
    }
    for name in
        ["", "3倍", "货 款", "a-b", "min", "IF", "一二三四五六七八九十一二三四五六七八九十一"]
    {
        assert!(!is_name(name), "{name}");
    }
}

fn formula() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        (0_i64..100_000).prop_map(|n| format!("{}.{:02}", n / 100, n % 100)),
        Just("货款".to_owned()),
        Just("件数".to_owned()),
    ];
    leaf.prop_recursive(4, 24, 3, |inner| {
        prop_oneof![
            (inner.clone(), "[-+*/]", inner.clone())
                .prop_map(|(a, op, b)| format!("({a} {op} {b})")),
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("min({a}, {b})")),
            (inner.clone(), inner.clone(), inner.clone())
                .prop_map(|(a, b, c)| format!("if({a} < {b}, {b}, {c})")),
            inner.clone().prop_map(|a| format!("round({a}, 0.01)")),
            inner.prop_map(|a| format!("-{a}%")),
        ]
    })
}

proptest! {
    /// Whatever is typed is a value or a mistake within the text.
    #[test]
    fn nothing_typed_can_make_it_panic(text in "[货款件数方式a-z0-9.()（）+*/%<>=\"', -]{0,80}") {
        if let Err(Mistake { at, .. }) = value(&text) {
            prop_assert!(at <= text.chars().count());
        }
    }

    #[test]
    fn nothing_at_all_can_make_it_panic(text in any::<String>()) {
        let _ = value(&text);
    }

    /// What fits together before fits together while it is worked out: only division by zero and
    /// too large numbers are left.
    #[test]
    fn a_formula_that_fits_is_worked_out(text in formula()) {
        if let Ok(formula) = Formula::read(&text) {
            prop_assert_eq!(formula.kind(&kind), Ok(Kind::Number));
            match formula.value(&named) {
                Ok(value) => prop_assert_eq!(value.kind(), Kind::Number),
                Err(Mistake { fault, .. }) => {
                    prop_assert!(matches!(fault, Fault::DividedByZero | Fault::TooLarge));
                }
            }
        }
    }

    /// The same formula and the same values are the same result, however it is spaced.
    #[test]
    fn spaces_mean_nothing(text in formula()) {
        let (tight, loose) = (text.replace(' ', ""), text.replace(' ', "  "));
        let meant = |text: &str| value(text).map_err(|mistake| mistake.fault);
        prop_assert_eq!(meant(&text), meant(&tight));
        prop_assert_eq!(meant(&text), meant(&loose));
    }

    #[test]
    fn whole_numbers_are_what_they_are_elsewhere(a in -9999_i64..9999, b in -9999_i64..9999, c in 1_i64..999) {
        let text = format!("({a} + {b}) * {c} - {a} / 1");
        prop_assert_eq!(number(&text), ((a + b) * c - a).to_string());
    }
}
