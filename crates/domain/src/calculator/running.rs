//! Running a calculator.

use serde::{Deserialize, Serialize};

use super::CalculatorDef;
use crate::formula::{Fault, Formula, Kind, Value};
use crate::invalid::{Flaw, Flaws};

/// A definition that holds together.
#[derive(Clone, Debug)]
pub struct Calculator<'a> {
    def: &'a CalculatorDef,
    formula: Formula,
}

/// What came out, and what of: enough to work it out again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Calculation {
    pub given: Vec<Given>,
    pub result: String,
}

/// An input with what stood in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Given {
    pub name: String,
    pub text: String,
}

impl CalculatorDef {
    /// The calculator it declares, or why it declares none.
    pub fn ready(&self) -> Result<Calculator<'_>, Flaws> {
        let wrong = |mistake| Flaws::one("formula", Flaw::Formula { mistake });
        let formula = Formula::read(&self.formula).map_err(wrong)?;
        match formula.kind(&|name| self.kind_of(name)).map_err(wrong)? {
            Kind::Number => Ok(Calculator { def: self, formula }),
            found => Err(wrong(Fault::WrongKind { wanted: Kind::Number, found }.at(0))),
        }
    }

    fn kind_of(&self, name: &str) -> Option<Kind> {
        self.inputs.iter().find(|input| input.name == name).map(|input| input.kind.kind())
    }
}

impl Calculator<'_> {
    /// Works it out. `given` is in the order of the inputs; flaws are under `inputs.0`, `formula`
    /// and `result`.
    pub fn run(&self, given: &[String]) -> Result<Calculation, Flaws> {
        let values = self.read(given)?;
        let named = |name: &str| {
            let at = self.def.inputs.iter().position(|input| input.name == name)?;
            values.get(at).cloned()
        };
        let raw = self.formula.value(&named);
        let raw = raw.map_err(|mistake| Flaws::one("formula", Flaw::Formula { mistake }))?;
        let Value::Number(raw) = raw else {
            let fault = Fault::WrongKind { wanted: Kind::Number, found: raw.kind() };
            return Err(Flaws::one("formula", Flaw::Formula { mistake: fault.at(0) }));
        };
        let settled = self.def.result.settle(raw).map_err(|flaw| Flaws::one("result", flaw))?;
        let result = self.def.result.kind.write(settled);
        Ok(Calculation { given: self.written(&values), result })
    }

    fn read(&self, given: &[String]) -> Result<Vec<Value>, Flaws> {
        let mut flaws = Flaws::default();
        let mut values = Vec::new();
        for (at, input) in self.def.inputs.iter().enumerate() {
            let text = given.get(at).map_or("", String::as_str);
            values.extend(flaws.take(&format!("inputs.{at}"), input.kind.read(text)));
        }
        if flaws.is_empty() { Ok(values) } else { Err(flaws) }
    }

    fn written(&self, values: &[Value]) -> Vec<Given> {
        let inputs = self.def.inputs.iter().zip(values);
        inputs
            .map(|(input, value)| Given { name: input.name.clone(), text: input.kind.write(value) })
            .collect()
    }
}

impl Calculation {
    /// What stood in each of these inputs, in their order.
    pub fn given_to(&self, def: &CalculatorDef) -> Vec<String> {
        let text = |name: &str| {
            let given = self.given.iter().find(|given| given.name == name);
            given.map(|given| given.text.clone()).unwrap_or_default()
        };
        def.inputs.iter().map(|input| text(&input.name)).collect()
    }
}
