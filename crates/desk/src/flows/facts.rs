//! What a case's flow is decided by.

use domain::category::CategoryTree;
use domain::field::FieldValue;
use domain::flow::facts::{Fact, Facts};
use domain::task::Task;

use crate::Result;
use crate::work::{Case, Work};

impl Work<'_> {
    pub async fn facts(&mut self, case: &Case) -> Result<Facts> {
        let mut facts = Facts::default();
        let form = self.catalogue.form(case.ticket.category);
        let values = store::field_values::of_ticket(&mut self.tx, case.ticket.id).await?;
        for (id, value) in &values {
            if let Some(field) = form.iter().find(|field| field.id == *id) {
                facts.set(&field.key, of_value(value));
            }
        }
        let text = |text: &str| Fact::Text(text.to_owned());
        let ticket = &case.ticket;
        facts.set("priority", text(ticket.priority.as_str()));
        facts.set("category", text(&path(&self.catalogue.tree, ticket.category)));
        if let Some(channel) = self.catalogue.channels.get(&ticket.channel) {
            facts.set("channel", text(&channel.key));
        }
        if let Some(code) = ticket.resolution {
            facts.set("resolution", text(code.as_str()));
        }
        said(&case.tasks, &mut facts);
        Ok(facts)
    }
}

fn of_value(value: &FieldValue) -> Fact {
    match value {
        FieldValue::Number(number) => Fact::Number(number.saturating_mul(100)),
        FieldValue::Money(fen) => Fact::Number(*fen),
        FieldValue::Choices(chosen) => Fact::Several(chosen.clone()),
        FieldValue::Text(_)
        | FieldValue::Date(_)
        | FieldValue::Choice(_)
        | FieldValue::Cascade(_)
        | FieldValue::Phone(_)
        | FieldValue::IdNumber(_)
        | FieldValue::Order(_)
        | FieldValue::Attachment(_) => Fact::Text(value.to_text()),
    }
}

fn path(tree: &CategoryTree, category: domain::id::CategoryId) -> String {
    let names: Vec<&str> = tree.path(category).iter().map(|part| part.name.as_str()).collect();
    names.join(" / ")
}

/// The last outcome of every step, as `outcome.STEP`.
fn said(tasks: &[Task], facts: &mut Facts) {
    for task in tasks {
        if let Some(outcome) = &task.outcome {
            let name = format!("outcome.{}", task.step.as_str());
            facts.set(&name, Fact::Text(outcome.0.clone()));
        }
    }
}
