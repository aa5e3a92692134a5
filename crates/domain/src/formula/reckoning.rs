//! Working a formula out.
//!
//! Only what is needed is worked out: `if(件数 = 0, 0, 货款 / 件数)` never divides by zero.

use super::parsing::{Node, Operator, Part, Relation};
use super::{Exact, Fault, Function, Kind, Mistake, Rounding, Value};

pub fn value(node: &Node, named: &impl Fn(&str) -> Option<Value>) -> Result<Value, Mistake> {
    match &node.part {
        Part::Number(number) => Ok(Value::Number(*number)),
        Part::Text(text) => Ok(Value::Text(text.clone())),
        Part::Name(name) => {
            let unknown = || Fault::UnknownName { name: name.clone() }.at(node.at);
            named(name).ok_or_else(unknown)
        }
        Part::Negative(inner) => fits(node, number(inner, named)?.negative()),
        Part::Percent(inner) => fits(node, number(inner, named)?.over(Exact::whole(100))),
        Part::Sum(operator, sides) => sum(node, *operator, &sides.0, &sides.1, named),
        Part::Comparison(relation, sides) => {
            let (left, right) = (value(&sides.0, named)?, value(&sides.1, named)?);
            compared(node, *relation, &left, &right)
        }
        Part::Call(function, values) => call(node, *function, values, named),
    }
}

fn sum(
    node: &Node,
    operator: Operator,
    left: &Node,
    right: &Node,
    named: &impl Fn(&str) -> Option<Value>,
) -> Result<Value, Mistake> {
    let (a, b) = (number(left, named)?, number(right, named)?);
    match operator {
        Operator::Plus => fits(node, a.plus(b)),
        Operator::Minus => fits(node, a.minus(b)),
        Operator::Times => fits(node, a.times(b)),
        Operator::Over if b.is_zero() => Err(Fault::DividedByZero.at(node.at)),
        Operator::Over => fits(node, a.over(b)),
    }
}

fn compared(
    node: &Node,
    relation: Relation,
    left: &Value,
    right: &Value,
) -> Result<Value, Mistake> {
    let order = match (left, right) {
        (Value::Number(left), Value::Number(right)) => left.cmp(right),
        (Value::Text(left), Value::Text(right)) => left.cmp(right),
        (Value::Truth(left), Value::Truth(right)) => left.cmp(right),
        (left, right) => return Err(misfit(node, left.kind(), right.kind())),
    };
    Ok(Value::Truth(match relation {
        Relation::Equal => order.is_eq(),
        Relation::Unequal => order.is_ne(),
        Relation::Less => order.is_lt(),
        Relation::LessOrEqual => order.is_le(),
        Relation::Greater => order.is_gt(),
        Relation::GreaterOrEqual => order.is_ge(),
    }))
}

fn call(
    node: &Node,
    function: Function,
    values: &[Node],
    named: &impl Fn(&str) -> Option<Value>,
) -> Result<Value, Mistake> {
    match (function, values) {
        (Function::Min, [first, rest @ ..]) => extreme(first, rest, named, Ord::min),
        (Function::Max, [first, rest @ ..]) => extreme(first, rest, named, Ord::max),
        (Function::If, [condition, then, otherwise]) => {
            value(if truth(condition, named)? { then } else { otherwise }, named)
        }
        (Function::And, values) => until(values, false, named),
        (Function::Or, values) => until(values, true, named),
        (Function::Not, [inner]) => Ok(Value::Truth(!truth(inner, named)?)),
        (Function::Round, values) => rounded(node, values, Rounding::HalfUp, named),
        (Function::Floor, values) => rounded(node, values, Rounding::Down, named),
        (Function::Ceil, values) => rounded(node, values, Rounding::Up, named),
        (function, _) => Err(Fault::WrongCount { function }.at(node.at)),
    }
}

fn extreme(
    first: &Node,
    rest: &[Node],
    named: &impl Fn(&str) -> Option<Value>,
    better: impl Fn(Exact, Exact) -> Exact,
) -> Result<Value, Mistake> {
    let start = number(first, named)?;
    let best = rest.iter().try_fold(start, |best, it| Ok(better(best, number(it, named)?)))?;
    Ok(Value::Number(best))
}

/// Goes on until one of them is `enough`.
fn until(
    values: &[Node],
    enough: bool,
    named: &impl Fn(&str) -> Option<Value>,
) -> Result<Value, Mistake> {
    for condition in values {
        if truth(condition, named)? == enough {
            return Ok(Value::Truth(enough));
        }
    }
    Ok(Value::Truth(!enough))
}

fn rounded(
    node: &Node,
    values: &[Node],
    how: Rounding,
    named: &impl Fn(&str) -> Option<Value>,
) -> Result<Value, Mistake> {
    let (exact, unit) = match values {
        [exact] => (number(exact, named)?, Exact::whole(1)),
        [exact, unit] => (number(exact, named)?, number(unit, named)?),
        _ => return Err(Fault::WrongCount { function: Function::Round }.at(node.at)),
    };
    if !unit.is_positive() {
        return Err(Fault::UnitNotPositive.at(node.at));
    }
    fits(node, exact.rounded(unit, how))
}

fn number(node: &Node, named: &impl Fn(&str) -> Option<Value>) -> Result<Exact, Mistake> {
    match value(node, named)? {
        Value::Number(number) => Ok(number),
        other => Err(misfit(node, Kind::Number, other.kind())),
    }
}

fn truth(node: &Node, named: &impl Fn(&str) -> Option<Value>) -> Result<bool, Mistake> {
    match value(node, named)? {
        Value::Truth(truth) => Ok(truth),
        other => Err(misfit(node, Kind::Truth, other.kind())),
    }
}

fn fits(node: &Node, number: Option<Exact>) -> Result<Value, Mistake> {
    number.map(Value::Number).ok_or_else(|| Fault::TooLarge.at(node.at))
}

const fn misfit(node: &Node, wanted: Kind, found: Kind) -> Mistake {
    Fault::WrongKind { wanted, found }.at(node.at)
}
