//! Whether the parts of a formula fit together, before anything is worked out.

use super::parsing::{Node, Part, Relation};
use super::{Fault, Function, Kind, Mistake};

pub fn of(node: &Node, named: &impl Fn(&str) -> Option<Kind>) -> Result<Kind, Mistake> {
    match &node.part {
        Part::Number(_) => Ok(Kind::Number),
        Part::Text(_) => Ok(Kind::Text),
        Part::Name(name) => {
            let unknown = || Fault::UnknownName { name: name.clone() }.at(node.at);
            named(name).ok_or_else(unknown)
        }
        Part::Negative(inner) | Part::Percent(inner) => want(inner, Kind::Number, named),
        Part::Sum(_, sides) => {
            want(&sides.0, Kind::Number, named)?;
            want(&sides.1, Kind::Number, named)
        }
        Part::Comparison(relation, sides) => comparison(*relation, &sides.0, &sides.1, named),
        Part::Call(function, values) => call(*function, values, named),
    }
}

fn want(node: &Node, wanted: Kind, named: &impl Fn(&str) -> Option<Kind>) -> Result<Kind, Mistake> {
    match of(node, named)? {
        found if found == wanted => Ok(found),
        found => Err(Fault::WrongKind { wanted, found }.at(node.at)),
    }
}

/// Texts are the same or not; only numbers are more or less.
fn comparison(
    relation: Relation,
    left: &Node,
    right: &Node,
    named: &impl Fn(&str) -> Option<Kind>,
) -> Result<Kind, Mistake> {
    let ordered = !matches!(relation, Relation::Equal | Relation::Unequal);
    let kind = if ordered { Kind::Number } else { of(left, named)? };
    want(left, kind, named)?;
    want(right, kind, named)?;
    Ok(Kind::Truth)
}

fn call(
    function: Function,
    values: &[Node],
    named: &impl Fn(&str) -> Option<Kind>,
) -> Result<Kind, Mistake> {
    match (function, values) {
        (Function::If, [condition, then, otherwise]) => {
            want(condition, Kind::Truth, named)?;
            let kind = of(then, named)?;
            want(otherwise, kind, named)
        }
        (Function::And | Function::Or | Function::Not, values) => all(values, Kind::Truth, named),
        (_, values) => all(values, Kind::Number, named),
    }
}

fn all(
    values: &[Node],
    wanted: Kind,
    named: &impl Fn(&str) -> Option<Kind>,
) -> Result<Kind, Mistake> {
    values.iter().try_for_each(|value| want(value, wanted, named).map(drop))?;
    Ok(wanted)
}
