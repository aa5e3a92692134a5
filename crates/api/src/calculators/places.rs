//! Where a flaw of a definition stands in the body that was sent.

use desk::DeskError;
use domain::invalid::Flaws;

use crate::error::ApiError;

/// The desk names places as its own editor does; a program looks for them in what it has sent.
pub(super) fn refused(error: DeskError) -> ApiError {
    match error {
        DeskError::Invalid(Flaws(mut flaws)) => {
            for flaw in &mut flaws {
                flaw.field = in_the_body(&flaw.field);
            }
            DeskError::Invalid(Flaws(flaws)).into()
        }
        other => other.into(),
    }
}

fn in_the_body(place: &str) -> String {
    let parts: Vec<&str> = place.split('.').collect();
    match parts[..] {
        ["categories"] => "category_ids".to_owned(),
        ["inputs", at, "kind"] => format!("inputs.{at}.options"),
        ["inputs", at, "source"] => format!("inputs.{at}.field"),
        ["examples", at, "inputs"] => format!("examples.{at}.given"),
        ["examples", at, "inputs", of] => format!("examples.{at}.given.{of}"),
        _ => place.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::in_the_body;

    #[test]
    fn a_place_is_named_as_the_body_names_it() {
        let named = ["name", "categories", "inputs.2.kind", "inputs.0.source", "inputs.0.name"]
            .map(in_the_body);

        let body = ["name", "category_ids", "inputs.2.options", "inputs.0.field", "inputs.0.name"];
        assert_eq!(named, body);
        assert_eq!(in_the_body("examples.1.inputs.0"), "examples.1.given.0");
    }
}
