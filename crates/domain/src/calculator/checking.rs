//! Whether a definition may be published, with every reason why not.

use super::{CalculatorDef, Example, InputDef, InputKind, ResultDef, Source};
use crate::field::Field;
use crate::formula::{Formula, is_name};
use crate::invalid::{Flaw, Flaws};
use crate::text::{Name, Reason};

impl CalculatorDef {
    /// Everything that is wrong with it by itself: texts, inputs, formula, limits, and examples
    /// that come out differently. What is too long is said first, and nothing else of it.
    pub fn check(&self) -> Flaws {
        let mut flaws = self.oversized();
        let others = self.check_parts().0.into_iter();
        let others: Vec<_> = others.filter(|it| flaws.of(&it.field).is_none()).collect();
        flaws.0.extend(others);
        flaws
    }

    fn check_parts(&self) -> Flaws {
        let mut flaws = Flaws::default();
        flaws.take("name", Name::try_from(self.name.as_str()));
        if !self.hint.trim().is_empty() {
            flaws.take("hint", Reason::try_from(self.hint.as_str()));
        }
        self.check_inputs(&mut flaws);
        self.result.check(&mut flaws);
        self.check_examples(&mut flaws);
        flaws
    }

    /// What is wrong with its ties to the forms of the categories it is offered under.
    pub fn check_ties(&self, forms: &[Field]) -> Flaws {
        let mut flaws = Flaws::default();
        for (at, input) in self.inputs.iter().enumerate() {
            if let Some(Source::Field { key }) = &input.source {
                let tied = tied(forms, key, |field| input.kind.can_take(&field.kind));
                flaws.take(&format!("inputs.{at}.source"), tied);
            }
        }
        if let Some(key) = &self.result.field {
            let tied = tied(forms, key, |field| self.result.fits_into(&field.kind));
            flaws.take("result.field", tied);
        }
        flaws
    }

    fn check_inputs(&self, flaws: &mut Flaws) {
        let used = Formula::read(&self.formula).ok();
        for (at, input) in self.inputs.iter().enumerate() {
            let earlier = &self.inputs[..at];
            let known = used.as_ref().is_none_or(|formula| formula.names().contains(&*input.name));
            match &*input.name {
                "" => flaws.add(format!("inputs.{at}.name"), Flaw::Blank),
                name if !is_name(name) => flaws.add(format!("inputs.{at}.name"), Flaw::NotAName),
                name if earlier.iter().any(|it| it.name == name) => {
                    flaws.add(format!("inputs.{at}.name"), Flaw::Taken);
                }
                _ if !known => flaws.add(format!("inputs.{at}.name"), Flaw::Unused),
                _ => {}
            }
            input.check(at, flaws);
        }
    }

    fn check_examples(&self, flaws: &mut Flaws) {
        let calculator = match self.ready() {
            Ok(calculator) => calculator,
            Err(why) => return flaws.0.extend(why.0),
        };
        if self.examples.is_empty() {
            flaws.add("examples", Flaw::Blank);
        }
        for (at, example) in self.examples.iter().enumerate() {
            let outcome = example.outcome(&self.result, |given| calculator.run(given));
            if let Err(why) = outcome {
                flaws.0.extend(why.below(&format!("examples.{at}")).0);
            }
        }
    }
}

impl Example {
    /// Passes, or says what came out instead.
    fn outcome(
        &self,
        result: &ResultDef,
        run: impl Fn(&[String]) -> Result<super::Calculation, Flaws>,
    ) -> Result<(), Flaws> {
        let expected = result.kind.read(&self.expected);
        let expected = expected.map_err(|flaw| Flaws::one("expected", flaw))?;
        let got = run(&self.given)?.result;
        if result.kind.write(expected) == got {
            return Ok(());
        }
        Err(Flaws::one("expected", Flaw::ComesOutAs { got }))
    }
}

impl InputDef {
    fn check(&self, at: usize, flaws: &mut Flaws) {
        if let InputKind::Choice { options } = &self.kind {
            flaws.take(&format!("inputs.{at}.kind"), sound(options));
        }
        if !self.default.trim().is_empty() {
            flaws.take(&format!("inputs.{at}.default"), self.kind.read(&self.default));
        }
    }
}

impl ResultDef {
    fn check(&self, flaws: &mut Flaws) {
        flaws.take("result.label", Name::try_from(self.label.as_str()));
        for (place, limit) in [("result.least", &self.least), ("result.most", &self.most)] {
            if !limit.trim().is_empty() {
                flaws.take(place, self.kind.read(limit));
            }
        }
        if let (Ok(least), Ok(most)) = (self.kind.read(&self.least), self.kind.read(&self.most))
            && least > most
        {
            flaws.add("result.most", Flaw::LessThan { least: self.kind.write(least) });
        }
    }
}

fn sound(options: &[String]) -> Result<(), Flaw> {
    match options {
        [] | [_] => Err(Flaw::TooFew { min: 2 }),
        options if options.iter().any(|option| option.trim().is_empty()) => Err(Flaw::Blank),
        _ => Ok(()),
    }
}

/// Some form has the field, and what it holds fits.
fn tied(forms: &[Field], key: &str, fits: impl Fn(&Field) -> bool) -> Result<(), Flaw> {
    let known: Vec<&Field> = forms.iter().filter(|field| field.key == key).collect();
    match &*known {
        [] => Err(Flaw::NoSuchField),
        known if known.iter().all(|field| fits(field)) => Ok(()),
        _ => Err(Flaw::Misfit),
    }
}
