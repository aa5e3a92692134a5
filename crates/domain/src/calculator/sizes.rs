//! How long the texts of a definition may be, and how many there are. What is larger fits no page,
//! and is not kept, even as a draft.

use super::{CalculatorDef, Example, InputDef, InputKind, Source};
use crate::formula::{Formula, MAX_NAME};
use crate::invalid::Flaws;
use crate::text::{Name, Reason};

impl CalculatorDef {
    pub const MAX_CATEGORIES: usize = 200;
    pub const MAX_INPUTS: usize = 12;
    pub const MAX_OPTIONS: usize = 30;
    pub const MAX_EXAMPLES: usize = 20;
    pub const MAX_UNIT: usize = 8;
    /// Of an option, and of whatever is typed into an input.
    pub const MAX_VALUE: usize = 80;
    /// Of a field's key, and of a limit.
    pub const MAX_WORD: usize = 40;

    /// Everything that is too long or too much, at its place.
    pub fn oversized(&self) -> Flaws {
        let mut flaws = Flaws::default();
        let mut text = |place: &str, text: &str, max| flaws.limit_letters(place, text, max);
        text("name", &self.name, Name::MAX);
        text("hint", &self.hint, Reason::MAX);
        text("formula", &self.formula, Formula::MAX);
        text("result.label", &self.result.label, Name::MAX);
        text("result.least", &self.result.least, Self::MAX_WORD);
        text("result.most", &self.result.most, Self::MAX_WORD);
        text("result.field", self.result.field.as_deref().unwrap_or_default(), Self::MAX_WORD);
        flaws.limit_count("categories", self.categories.len(), Self::MAX_CATEGORIES);
        flaws.limit_count("inputs", self.inputs.len(), Self::MAX_INPUTS);
        flaws.limit_count("examples", self.examples.len(), Self::MAX_EXAMPLES);
        for (at, input) in self.inputs.iter().enumerate() {
            input.oversized(at, &mut flaws);
        }
        for (at, example) in self.examples.iter().enumerate() {
            example.oversized(at, &mut flaws);
        }
        flaws
    }
}

impl InputDef {
    fn oversized(&self, at: usize, flaws: &mut Flaws) {
        let mut text = |part: &str, text: &str, max| {
            flaws.limit_letters(&format!("inputs.{at}.{part}"), text, max);
        };
        text("name", &self.name, MAX_NAME);
        text("unit", &self.unit, CalculatorDef::MAX_UNIT);
        text("default", &self.default, CalculatorDef::MAX_VALUE);
        if let Some(Source::Field { key }) = &self.source {
            text("source", key, CalculatorDef::MAX_WORD);
        }
        if let InputKind::Choice { options } = &self.kind {
            let longest = options.iter().max_by_key(|option| option.chars().count());
            text("kind", longest.map_or("", String::as_str), CalculatorDef::MAX_VALUE);
            let place = format!("inputs.{at}.kind");
            flaws.limit_count(&place, options.len(), CalculatorDef::MAX_OPTIONS);
        }
    }
}

impl Example {
    fn oversized(&self, at: usize, flaws: &mut Flaws) {
        let place = format!("examples.{at}.inputs");
        flaws.limit_count(&place, self.given.len(), CalculatorDef::MAX_INPUTS);
        for (of, given) in self.given.iter().enumerate() {
            flaws.limit_letters(&format!("{place}.{of}"), given, CalculatorDef::MAX_VALUE);
        }
        let expected = format!("examples.{at}.expected");
        flaws.limit_letters(&expected, &self.expected, CalculatorDef::MAX_VALUE);
    }
}

#[cfg(test)]
mod tests {
    use crate::calculator::{CalculatorDef, Example, InputDef, InputKind, Source};
    use crate::invalid::Flaw;

    fn long(letters: usize) -> String {
        "字".repeat(letters)
    }

    fn with_input(input: InputDef) -> CalculatorDef {
        CalculatorDef { inputs: vec![input], ..CalculatorDef::default() }
    }

    #[test]
    fn e_05_a_text_that_is_too_long_is_said_at_its_place() {
        let mut def = with_input(InputDef {
            name: long(21),
            unit: long(9),
            default: long(81),
            source: Some(Source::Field { key: long(41) }),
            ..InputDef::default()
        });
        def.name = long(81);
        def.hint = long(501);
        def.formula = long(501);
        def.result.label = long(81);
        def.result.most = long(41);
        def.examples = vec![Example { given: vec![long(81)], expected: long(81) }];

        let flaws = def.oversized();

        for (place, max) in [
            ("name", 80),
            ("hint", 500),
            ("formula", 500),
            ("result.label", 80),
            ("result.most", 40),
            ("inputs.0.name", 20),
            ("inputs.0.unit", 8),
            ("inputs.0.default", 80),
            ("inputs.0.source", 40),
            ("examples.0.inputs.0", 80),
            ("examples.0.expected", 80),
        ] {
            assert_eq!(flaws.of(place), Some(&Flaw::TooLong { max }), "{place}");
            assert_eq!(def.check().of(place), Some(&Flaw::TooLong { max }), "{place}");
        }
    }

    #[test]
    fn e_05_what_just_fits_is_kept() {
        let mut def = with_input(InputDef { name: long(20), unit: long(8), ..InputDef::default() });
        def.name = long(80);
        def.formula = long(500);

        assert!(def.oversized().is_empty());
    }

    #[test]
    fn e_05_too_many_of_something_is_said_at_its_place() {
        let options = (0..31).map(|n| n.to_string()).collect();
        let mut def =
            with_input(InputDef { kind: InputKind::Choice { options }, ..InputDef::default() });
        def.examples = vec![Example::default(); 21];
        def.examples[0].given = vec![String::new(); 13];

        let flaws = def.oversized();

        assert_eq!(flaws.of("inputs.0.kind"), Some(&Flaw::TooMany { max: 30 }));
        assert_eq!(flaws.of("examples"), Some(&Flaw::TooMany { max: 20 }));
        assert_eq!(flaws.of("examples.0.inputs"), Some(&Flaw::TooMany { max: 12 }));
    }
}
