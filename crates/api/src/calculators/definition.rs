//! How bodies write down a calculator.

use domain::calculator::{
    CalculatorDef, Example, Fact, InputDef, InputKind, ResultDef, ResultKind, RoundTo, Source,
};
use domain::formula::Rounding;
use domain::id::CategoryId;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::reference::IdRef;
use crate::words::{FactWord, ResultKindWord, RoundToWord, RoundingWord};

/// What a calculator declares. A draft may be unfinished.
#[derive(Serialize, Deserialize, ToSchema)]
pub(crate) struct DefinitionBody {
    #[schema(min_length = 1, max_length = 80, pattern = r"\S", examples("赔付金额"))]
    name: String,
    /// When to use it.
    #[serde(default)]
    #[schema(max_length = 500)]
    hint: String,
    /// The branches and leaves it is offered under; none of them is all of them.
    #[serde(default)]
    #[schema(max_items = 200)]
    category_ids: Vec<IdRef>,
    #[serde(default)]
    #[schema(max_items = 12)]
    inputs: Vec<InputBody>,
    /// Numbers, `+ - * / %`, comparisons, `min max if and or not round floor ceil`, and the names
    /// of the inputs.
    #[serde(default)]
    #[schema(max_length = 500, examples("min(货款 * 3, 500)"))]
    formula: String,
    #[serde(default)]
    result: ResultBody,
    #[serde(default)]
    #[schema(max_items = 20)]
    examples: Vec<ExampleBody>,
}

/// What a calculator is given.
#[derive(Serialize, Deserialize, ToSchema)]
pub(crate) struct InputBody {
    /// As the formula calls it.
    #[schema(max_length = 20, examples("货款"))]
    name: String,
    kind: InputKindWord,
    /// What can be chosen, of a `choice`: texts of at most 80 characters.
    #[serde(default)]
    #[schema(max_items = 30)]
    options: Vec<String>,
    #[serde(default)]
    #[schema(max_length = 8)]
    unit: String,
    /// The key of the field of the ticket's form that fills it.
    #[serde(default)]
    #[schema(max_length = 40)]
    field: Option<String>,
    /// What of the ticket fills it, instead of a field.
    #[serde(default)]
    fact: Option<FactWord>,
    /// What stands there when nothing fills it.
    #[serde(default)]
    #[schema(max_length = 80)]
    default: String,
}

/// What an input takes.
#[derive(Clone, Copy, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum InputKindWord {
    /// Yuan.
    Money,
    Number,
    /// `12.5` is an eighth.
    Percent,
    /// Whole days; tied to a date field, those since then.
    Days,
    Choice,
}

/// What comes out.
#[derive(Serialize, Deserialize, ToSchema)]
pub(crate) struct ResultBody {
    #[schema(max_length = 80, examples("应赔金额"))]
    label: String,
    kind: ResultKindWord,
    round_to: RoundToWord,
    rounding: RoundingWord,
    /// A result below it is refused.
    #[serde(default)]
    #[schema(max_length = 40)]
    least: Option<String>,
    #[serde(default)]
    #[schema(max_length = 40)]
    most: Option<String>,
    /// The key of the field it may be written into.
    #[serde(default)]
    #[schema(max_length = 40)]
    field: Option<String>,
}

/// What has to come out of what.
#[derive(Serialize, Deserialize, ToSchema)]
pub(crate) struct ExampleBody {
    /// In the order of the inputs: texts of at most 80 characters.
    #[schema(max_items = 12, examples(json!(["89.00"])))]
    given: Vec<String>,
    #[schema(max_length = 80, examples("267.00"))]
    expected: String,
}

impl Default for ResultBody {
    fn default() -> Self {
        ResultDef::default().into()
    }
}

impl From<CalculatorDef> for DefinitionBody {
    fn from(def: CalculatorDef) -> Self {
        let CalculatorDef { name, hint, categories, inputs, formula, result, examples } = def;
        Self {
            name,
            hint,
            category_ids: categories.into_iter().map(|id| IdRef(id.0)).collect(),
            inputs: inputs.into_iter().map(Into::into).collect(),
            formula,
            result: result.into(),
            examples: examples.into_iter().map(Into::into).collect(),
        }
    }
}

impl From<DefinitionBody> for CalculatorDef {
    fn from(body: DefinitionBody) -> Self {
        let DefinitionBody { name, hint, category_ids, inputs, formula, result, examples } = body;
        Self {
            name,
            hint,
            categories: category_ids.into_iter().map(|id| CategoryId(id.0)).collect(),
            inputs: inputs.into_iter().map(Into::into).collect(),
            formula,
            result: result.into(),
            examples: examples.into_iter().map(Into::into).collect(),
        }
    }
}

impl From<InputDef> for InputBody {
    fn from(InputDef { name, kind, unit, source, default }: InputDef) -> Self {
        let (kind, options) = match kind {
            InputKind::Money => (InputKindWord::Money, vec![]),
            InputKind::Number => (InputKindWord::Number, vec![]),
            InputKind::Percent => (InputKindWord::Percent, vec![]),
            InputKind::Days => (InputKindWord::Days, vec![]),
            InputKind::Choice { options } => (InputKindWord::Choice, options),
        };
        let (field, fact) = match source {
            Some(Source::Field { key }) => (Some(key), None),
            Some(Source::Fact { fact }) => (None, Some(fact.into())),
            None => (None, None),
        };
        Self { name, kind, options, unit, field, fact, default }
    }
}

impl From<InputBody> for InputDef {
    fn from(body: InputBody) -> Self {
        let InputBody { name, kind, options, unit, field, fact, default } = body;
        let kind = match kind {
            InputKindWord::Money => InputKind::Money,
            InputKindWord::Number => InputKind::Number,
            InputKindWord::Percent => InputKind::Percent,
            InputKindWord::Days => InputKind::Days,
            InputKindWord::Choice => InputKind::Choice { options },
        };
        let fact = fact.map(|fact| Source::Fact { fact: Fact::from(fact) });
        let source = field.map(|key| Source::Field { key }).or(fact);
        Self { name, kind, unit, source, default }
    }
}

impl From<ResultDef> for ResultBody {
    fn from(def: ResultDef) -> Self {
        let ResultDef { label, kind, round_to, rounding, least, most, field } = def;
        let limit = |text: String| Some(text).filter(|text| !text.is_empty());
        Self {
            label,
            kind: kind.into(),
            round_to: round_to.into(),
            rounding: rounding.into(),
            least: limit(least),
            most: limit(most),
            field,
        }
    }
}

impl From<ResultBody> for ResultDef {
    fn from(body: ResultBody) -> Self {
        let ResultBody { label, kind, round_to, rounding, least, most, field } = body;
        Self {
            label,
            kind: ResultKind::from(kind),
            round_to: RoundTo::from(round_to),
            rounding: Rounding::from(rounding),
            least: least.unwrap_or_default(),
            most: most.unwrap_or_default(),
            field,
        }
    }
}

impl From<Example> for ExampleBody {
    fn from(Example { given, expected }: Example) -> Self {
        Self { given, expected }
    }
}

impl From<ExampleBody> for Example {
    fn from(ExampleBody { given, expected }: ExampleBody) -> Self {
        Self { given, expected }
    }
}
