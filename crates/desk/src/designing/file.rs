//! A flow as a file, which another desk can read: ids of people and groups become their names on
//! the way out, and ids again on the way in.

use domain::actor::{Actor, Permission};
use domain::flow::Flow;
use domain::flow::page::{Choices, FlowFile};
use domain::id::FlowId;
use domain::invalid::Flaw;
use serde_json::Value;

use crate::error::allow;
use crate::{Desk, DeskError, Result};

impl Desk {
    /// What is being worked on; what is published, where nothing is.
    pub async fn export_flow(&self, actor: &Actor, flow: FlowId) -> Result<FlowFile> {
        let page = self.flow_page(actor, flow).await?;
        let mut value = serde_json::to_value(&page.draft).unwrap_or_default();
        let choices = page.choices;
        translate(&mut value, &|kind, id| {
            let id = id.to_string();
            let known = of_kind(&choices, kind).iter().find(|(known, _)| *known == id);
            known.map(|(_, name)| Value::String(name.clone()))
        })
        .map_err(|name| unknown(&name))?;
        Ok(FlowFile { gongdan_flow: FlowFile::VERSION, name: page.name, flow: value })
    }

    /// The same, from what stands in the file.
    pub async fn import_flow_text(&self, actor: &Actor, flow: FlowId, text: &str) -> Result<()> {
        allow(actor.may_ever(Permission::Administer))?;
        let file = serde_json::from_str(text);
        let file = file.map_err(|_| DeskError::invalid("file", Flaw::FileKind))?;
        self.import_flow(actor, flow, file).await
    }

    /// Becomes the draft of `flow`; nothing is published by reading a file.
    pub async fn import_flow(&self, actor: &Actor, flow: FlowId, file: FlowFile) -> Result<()> {
        allow(actor.may_ever(Permission::Administer))?;
        if file.gongdan_flow != FlowFile::VERSION {
            return Err(DeskError::invalid("file", Flaw::NotOffered));
        }
        let choices = self.choices(flow).await?;
        let mut value = file.flow;
        translate(&mut value, &|kind, name| {
            let name = name.as_str()?;
            let known = of_kind(&choices, kind).iter().find(|(_, known)| known == name)?;
            known.0.parse::<i64>().ok().map(Value::from)
        })
        .map_err(|name| unknown(&name))?;
        let draft: Flow = serde_json::from_value(value)
            .map_err(|_| DeskError::invalid("file", Flaw::NotAChoice))?;
        self.save_flow(actor, flow, Some(draft)).await?;
        Ok(())
    }
}

/// The words under which a flow keeps an id.
#[derive(Clone, Copy)]
enum Kind {
    Group,
    Department,
    Person,
    Partner,
    Category,
}

const KEPT: [(&str, Kind); 5] = [
    ("group", Kind::Group),
    ("department", Kind::Department),
    ("agent", Kind::Person),
    ("partner", Kind::Partner),
    ("category", Kind::Category),
];

fn of_kind(choices: &Choices, kind: Kind) -> &[(String, String)] {
    match kind {
        Kind::Group => &choices.groups,
        Kind::Department => &choices.departments,
        Kind::Person => &choices.people,
        Kind::Partner => &choices.partners,
        Kind::Category => &choices.categories,
    }
}

/// Puts another value in the place of every id, in owner rules and step kinds alone. Answers with
/// the one that has no other.
fn translate(
    value: &mut Value,
    to: &impl Fn(Kind, &Value) -> Option<Value>,
) -> std::result::Result<(), String> {
    let steps = value.get_mut("steps").and_then(Value::as_array_mut).into_iter().flatten();
    for step in steps {
        for part in ["owner", "kind"] {
            let Some(part) = step.get_mut(part).and_then(Value::as_object_mut) else { continue };
            for (key, kind) in KEPT {
                if let Some(id) = part.get_mut(key) {
                    *id = to(kind, id).ok_or_else(|| id.to_string())?;
                }
            }
        }
    }
    Ok(())
}

fn unknown(name: &str) -> DeskError {
    DeskError::invalid(&format!("file.{name}"), Flaw::Unknown)
}
