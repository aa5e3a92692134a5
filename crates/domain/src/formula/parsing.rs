//! Signs, numbers and names, put together as they belong.
//!
//! ```text
//! comparison = sum [("=" | "≠" | "<" | "≤" | ">" | "≥") sum]
//! sum        = product {("+" | "-") product}
//! product    = signed {("*" | "/") signed}
//! signed     = "-" signed | percent
//! percent    = atom {"%"}
//! atom       = number | text | name | name "(" comparison {"," comparison} ")" | "(" comparison ")"
//! ```

use std::collections::BTreeSet;

use super::symbols::{Placed, Symbol};
use super::{Exact, Fault, Formula, Function, Mistake};

/// A part of a formula, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    pub at: usize,
    pub part: Part,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    Number(Exact),
    Text(String),
    Name(String),
    Negative(Box<Node>),
    Percent(Box<Node>),
    Sum(Operator, Box<(Node, Node)>),
    Comparison(Relation, Box<(Node, Node)>),
    Call(Function, Vec<Node>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operator {
    Plus,
    Minus,
    Times,
    Over,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    Equal,
    Unequal,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

pub fn read(symbols: &[Placed], end: usize) -> Result<Node, Mistake> {
    if symbols.is_empty() {
        return Err(Fault::Empty.at(0));
    }
    let mut reader = Reader { rest: symbols, end, depth: 0 };
    let node = reader.comparison()?;
    reader.rest.first().map_or(Ok(node), |left| Err(unexpected(left)))
}

impl Node {
    pub fn gather_names<'a>(&'a self, names: &mut BTreeSet<&'a str>) {
        match &self.part {
            Part::Number(_) | Part::Text(_) => {}
            Part::Name(name) => drop(names.insert(name)),
            Part::Negative(inner) | Part::Percent(inner) => inner.gather_names(names),
            Part::Sum(_, sides) | Part::Comparison(_, sides) => {
                sides.0.gather_names(names);
                sides.1.gather_names(names);
            }
            Part::Call(_, values) => values.iter().for_each(|value| value.gather_names(names)),
        }
    }
}

struct Reader<'a> {
    rest: &'a [Placed],
    /// Where the text ends.
    end: usize,
    depth: usize,
}

impl<'a> Reader<'a> {
    fn comparison(&mut self) -> Result<Node, Mistake> {
        self.deeper()?;
        let left = self.sum()?;
        let node = match self.take_if(relation) {
            None => left,
            Some((at, relation)) => {
                let right = self.sum()?;
                Node { at, part: Part::Comparison(relation, Box::new((left, right))) }
            }
        };
        self.depth -= 1;
        Ok(node)
    }

    fn sum(&mut self) -> Result<Node, Mistake> {
        self.chain(Self::product, |symbol| match symbol {
            Symbol::Plus => Some(Operator::Plus),
            Symbol::Minus => Some(Operator::Minus),
            _ => None,
        })
    }

    fn product(&mut self) -> Result<Node, Mistake> {
        self.chain(Self::signed, |symbol| match symbol {
            Symbol::Times => Some(Operator::Times),
            Symbol::Over => Some(Operator::Over),
            _ => None,
        })
    }

    /// Parts with operators of the same strength between them, from left to right.
    fn chain(
        &mut self,
        part: impl Fn(&mut Self) -> Result<Node, Mistake>,
        operator: impl Fn(&Symbol) -> Option<Operator>,
    ) -> Result<Node, Mistake> {
        let mut node = part(self)?;
        while let Some((at, operator)) = self.take_if(&operator) {
            let right = part(self)?;
            node = Node { at, part: Part::Sum(operator, Box::new((node, right))) };
        }
        Ok(node)
    }

    fn signed(&mut self) -> Result<Node, Mistake> {
        let Some((at, ())) = self.take_if(|symbol| (*symbol == Symbol::Minus).then_some(())) else {
            return self.percent();
        };
        self.deeper()?;
        let inner = self.signed()?;
        self.depth -= 1;
        Ok(Node { at, part: Part::Negative(Box::new(inner)) })
    }

    fn percent(&mut self) -> Result<Node, Mistake> {
        let mut node = self.atom()?;
        while let Some((at, ())) = self.take_if(|it| (*it == Symbol::Percent).then_some(())) {
            node = Node { at, part: Part::Percent(Box::new(node)) };
        }
        Ok(node)
    }

    fn atom(&mut self) -> Result<Node, Mistake> {
        let Some((first, rest)) = self.rest.split_first() else {
            return Err(Fault::Incomplete.at(self.end));
        };
        self.rest = rest;
        let at = first.at;
        let part = match &first.symbol {
            Symbol::Number(number) => Part::Number(*number),
            Symbol::Text(text) => Part::Text(text.clone()),
            Symbol::Name(name) if self.opens() => return self.call(at, name),
            Symbol::Name(name) => Part::Name(name.clone()),
            Symbol::Open => return self.bracket(at),
            _ => return Err(unexpected(first)),
        };
        Ok(Node { at, part })
    }

    fn bracket(&mut self, at: usize) -> Result<Node, Mistake> {
        let inner = self.comparison()?;
        self.close(at)?;
        Ok(inner)
    }

    fn call(&mut self, at: usize, name: &str) -> Result<Node, Mistake> {
        let function = Function::named(name)
            .ok_or_else(|| Fault::UnknownFunction { name: name.to_owned() }.at(at))?;
        self.rest = &self.rest[1..];
        let mut values = vec![self.comparison()?];
        while self.take_if(|symbol| (*symbol == Symbol::Comma).then_some(())).is_some() {
            values.push(self.comparison()?);
        }
        self.close(at)?;
        if !function.takes(values.len()) {
            return Err(Fault::WrongCount { function }.at(at));
        }
        Ok(Node { at, part: Part::Call(function, values) })
    }

    fn opens(&self) -> bool {
        self.rest.first().is_some_and(|next| next.symbol == Symbol::Open)
    }

    fn close(&mut self, opened: usize) -> Result<(), Mistake> {
        match self.rest.split_first() {
            Some((Placed { symbol: Symbol::Close, .. }, rest)) => {
                self.rest = rest;
                Ok(())
            }
            Some((other, _)) => Err(unexpected(other)),
            None => Err(Fault::OpenBracket.at(opened)),
        }
    }

    fn take_if<T>(&mut self, wanted: impl Fn(&Symbol) -> Option<T>) -> Option<(usize, T)> {
        let (first, rest): (&'a Placed, _) = self.rest.split_first()?;
        let found = wanted(&first.symbol)?;
        self.rest = rest;
        Some((first.at, found))
    }

    fn deeper(&mut self) -> Result<(), Mistake> {
        self.depth += 1;
        if self.depth <= Formula::MAX_DEPTH {
            return Ok(());
        }
        let at = self.rest.first().map_or(self.end, |next| next.at);
        Err(Fault::TooDeep { max: Formula::MAX_DEPTH }.at(at))
    }
}

const fn relation(symbol: &Symbol) -> Option<Relation> {
    match symbol {
        Symbol::Equal => Some(Relation::Equal),
        Symbol::Unequal => Some(Relation::Unequal),
        Symbol::Less => Some(Relation::Less),
        Symbol::LessOrEqual => Some(Relation::LessOrEqual),
        Symbol::Greater => Some(Relation::Greater),
        Symbol::GreaterOrEqual => Some(Relation::GreaterOrEqual),
        _ => None,
    }
}

fn unexpected(found: &Placed) -> Mistake {
    Fault::Unexpected { found: found.symbol.shown() }.at(found.at)
}
