//! What was begun and not yet sent, kept on the device.

use gloo::storage::{LocalStorage, Storage};
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsCast;
use web_sys::{
    FormData, HtmlElement, HtmlFormElement, HtmlInputElement, HtmlSelectElement,
    HtmlTextAreaElement,
};

use super::photos::Photo;

const PLACE: &str = "gongdan.new";
/// Marks of one form, not words of a person.
const MARKS: [&str; 2] = ["key", "category"];

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    pub values: Vec<(String, String)>,
    pub photos: Vec<Photo>,
    /// It was sent, and no answer came yet.
    pub sending: bool,
}

impl Draft {
    pub fn load() -> Option<Self> {
        LocalStorage::get(PLACE).ok()
    }

    /// A photo that is too large for the device's memory is left out rather than the words.
    pub fn save(&self) {
        if LocalStorage::set(PLACE, self).is_err() {
            let words = Self {
                photos: self.photos.iter().filter(|it| it.is_sent()).cloned().collect(),
                ..self.clone()
            };
            let _ = LocalStorage::set(PLACE, words);
        }
    }

    pub fn forget() {
        LocalStorage::delete(PLACE);
    }

    pub fn value(&self, name: &str) -> Option<&str> {
        self.values.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// Somebody has written something.
    pub fn is_worth_keeping(&self) -> bool {
        let typed = |(name, value): &(String, String)| {
            !value.trim().is_empty() && !MARKS.contains(&name.as_str())
        };
        !self.photos.is_empty() || self.values.iter().any(typed)
    }
}

/// What stands in a form now, files and passwords left out.
pub fn values_of(form: &HtmlFormElement) -> Vec<(String, String)> {
    let Ok(data) = FormData::new_with_form(form) else { return Vec::new() };
    let entries = js_sys::try_iter(&data).ok().flatten();
    let pair = |entry: wasm_bindgen::JsValue| {
        let entry: js_sys::Array = entry.into();
        Some((entry.get(0).as_string()?, entry.get(1).as_string()?))
    };
    entries.into_iter().flatten().filter_map(Result::ok).filter_map(pair).collect()
}

/// Puts what was kept back into a form, where nobody has typed something else meanwhile.
pub fn restore(form: &HtmlFormElement, draft: &Draft) {
    let elements = form.elements();
    for at in 0..elements.length() {
        let Some(element) = elements.item(at) else { continue };
        if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
            restore_input(input, draft);
        } else if let Some(lines) = element.dyn_ref::<HtmlTextAreaElement>() {
            if let Some(value) = draft.value(&lines.name())
                && lines.value() == lines.default_value().unwrap_or_default()
            {
                lines.set_value(value);
            }
        } else if let Some(choice) = element.dyn_ref::<HtmlSelectElement>()
            && let Some(value) = draft.value(&choice.name())
        {
            choice.set_value(value);
        }
    }
}

fn restore_input(input: &HtmlInputElement, draft: &Draft) {
    let name = input.name();
    match input.type_().as_str() {
        "file" | "password" => {}
        "radio" | "checkbox" => {
            let chosen = (name, input.value());
            input.set_checked(input.checked() || draft.values.contains(&chosen));
        }
        "hidden" if name != "key" => {}
        _ => {
            if let Some(value) = draft.value(&name)
                && input.value() == input.default_value()
            {
                input.set_value(value);
            }
        }
    }
}

/// Where the first flaw is, for whoever cannot see it.
pub fn focus(form: &HtmlFormElement, name: &str) {
    let elements = form.elements();
    let named = elements.named_item(name).or_else(|| {
        (0..elements.length())
            .filter_map(|at| elements.item(at))
            .find(|element| element.get_attribute("name").is_some_and(|known| known == name))
    });
    if let Some(element) = named.and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}
