//! Calculators of the demo: what is paid for fakes, for lateness, and how a refund is split.

use domain::actor::Actor;
use domain::calculator::{CalculatorDef, Example, InputDef, InputKind, ResultDef, RoundTo, Source};
use domain::channel::Channel;
use domain::formula::Rounding;

use crate::{Desk, DeskError, Result};

/// Publishes all of them, under the categories they are for.
pub async fn declare(desk: &Desk) -> Result<()> {
    let places: [(CalculatorDef, &[&[&str]]); 3] = [
        (fakes(), &[&["投诉", "已购买", "商家售假"], &["申请", "赔付", "商品赔付"]]),
        (refund(), &[&["申请", "退款"], &["投诉", "已购买", "拒绝退换"]]),
        (lateness(), &[&["投诉", "物流配送", "配送超时"]]),
    ];
    let tree = desk.categories(Channel::WEB).await?;
    for (def, paths) in places {
        let found = paths.iter().map(|path| tree.find_path(path).map(|it| it.id));
        let categories: Option<Vec<_>> = found.collect();
        let def = CalculatorDef { categories: categories.ok_or(DeskError::NotFound)?, ..def };
        let id = desk.create_calculator(&Actor::System, def).await?;
        desk.publish_calculator(&Actor::System, id, 1, None).await?;
    }
    Ok(())
}

fn fakes() -> CalculatorDef {
    CalculatorDef {
        name: "赔付金额".into(),
        hint: "鉴定为假货：退一赔三，最多 500 元".into(),
        inputs: vec![money("货款", "amount"), number("倍数", "倍", "3")],
        formula: "min(货款 × 倍数, 500)".into(),
        result: ResultDef {
            label: "应赔金额".into(),
            field: Some("payout".into()),
            ..ResultDef::default()
        },
        examples: vec![
            example(&["89.00", "3"], "267.00"),
            example(&["166.70", "3"], "500.00"),
            example(&["1200.00", "3"], "500.00"),
        ],
        ..CalculatorDef::default()
    }
}

fn refund() -> CalculatorDef {
    let bearer = InputKind::Choice { options: vec!["商家".into(), "买家".into()] };
    CalculatorDef {
        name: "退款拆分".into(),
        hint: "一单多件只退几件：按件分摊实付金额，商家责任连运费一起退".into(),
        inputs: vec![
            money("实付金额", "amount"),
            number("总件数", "件", "1"),
            number("退货件数", "件", "1"),
            InputDef { name: "运费".into(), default: "0".into(), ..InputDef::default() },
            InputDef {
                name: "运费承担".into(),
                kind: bearer,
                default: "商家".into(),
                ..InputDef::default()
            },
        ],
        formula: "实付金额 × 退货件数 ÷ 总件数 + if(运费承担 = \"商家\", 运费, 0)".into(),
        result: ResultDef {
            label: "应退金额".into(),
            rounding: Rounding::Down,
            least: "0".into(),
            ..ResultDef::default()
        },
        examples: vec![
            example(&["300.00", "3", "1", "12.00", "商家"], "112.00"),
            example(&["100.00", "3", "1", "12.00", "买家"], "33.33"),
        ],
        ..CalculatorDef::default()
    }
}

fn lateness() -> CalculatorDef {
    let percent = InputDef {
        name: "每天比例".into(),
        kind: InputKind::Percent,
        default: "1".into(),
        ..InputDef::default()
    };
    let days = InputDef {
        name: "延误天数".into(),
        kind: InputKind::Days,
        source: Some(field("promised")),
        ..InputDef::default()
    };
    CalculatorDef {
        name: "延误赔付".into(),
        hint: "每晚一天赔货款的 1%，最多 30%".into(),
        inputs: vec![money("货款", "amount"), days, percent],
        formula: "min(货款 × 每天比例 × 延误天数, 货款 × 30%)".into(),
        result: ResultDef {
            label: "延误赔付".into(),
            round_to: RoundTo::Tenth,
            rounding: Rounding::Up,
            field: Some("payout".into()),
            ..ResultDef::default()
        },
        examples: vec![
            example(&["200.00", "4", "1"], "8.00"),
            example(&["99.90", "60", "1"], "30.00"),
            example(&["99.90", "0", "1"], "0.00"),
        ],
        ..CalculatorDef::default()
    }
}

fn money(name: &str, key: &str) -> InputDef {
    InputDef { name: name.into(), source: Some(field(key)), ..InputDef::default() }
}

fn number(name: &str, unit: &str, default: &str) -> InputDef {
    InputDef {
        name: name.into(),
        kind: InputKind::Number,
        unit: unit.into(),
        default: default.into(),
        ..InputDef::default()
    }
}

fn field(key: &str) -> Source {
    Source::Field { key: key.into() }
}

fn example(given: &[&str], expected: &str) -> Example {
    let given = given.iter().map(|&text| text.to_owned()).collect();
    Example { given, expected: expected.into() }
}
