//! What the desk has that a flow can name.

use std::collections::{BTreeMap, HashMap};
use std::hash::Hash;

use domain::category::CategoryTree;
use domain::connector::operation::Does;
use domain::field::FieldKind;
use domain::flow::page::{Choices, FactKind};
use domain::id::{CategoryId, FlowId};
use store::catalogue::categories;
use store::people::{agents, roles};
use store::{Tx, partners};

use crate::remembered::Catalogue;
use crate::{Desk, Result};

impl Desk {
    pub(crate) async fn choices(&self, flow: FlowId) -> Result<Choices> {
        let catalogue = self.catalogue().await?;
        let mut tx = self.store.read().await?;
        let leaves = leaves_of(&mut tx, flow).await?;
        let people = agents::active(&mut tx).await?;
        let partners = partners::all(&mut tx).await?;
        let led = catalogue.departments.values().filter(|it| it.leader.is_some());
        Ok(Choices {
            groups: named(&catalogue.groups, |group| group.name.clone()),
            departments: sorted(led.map(|it| (it.id.to_string(), it.name.clone()))),
            people: sorted(people.into_iter().map(|it| (it.id.to_string(), it.name))),
            roles: roles::all(&mut tx).await?,
            partners: sorted(
                partners.into_iter().filter(|it| it.active).map(|it| (it.id.to_string(), it.name)),
            ),
            fields: fields(&catalogue, &leaves),
            categories: sorted(
                catalogue.tree.leaves().map(|it| (it.id.to_string(), path(&catalogue.tree, it.id))),
            ),
            actions: actions(&catalogue),
            channels: sorted(
                catalogue.channels.values().map(|it| (it.key.clone(), it.name.clone())),
            ),
            facts: facts(&catalogue),
        })
    }
}

/// The leaves whose tickets run the flow.
pub(super) async fn leaves_of(tx: &mut Tx, flow: FlowId) -> Result<Vec<CategoryId>> {
    let all = categories::flow_of_each(tx).await?;
    Ok(all.into_iter().filter(|(_, of)| *of == flow).map(|(leaf, _)| leaf).collect())
}

/// Fields of the flow's leaves; of all leaves, while no leaf runs it. Leaves may share a key.
fn fields(catalogue: &Catalogue, leaves: &[CategoryId]) -> Vec<(String, String)> {
    let of_leaf = |id: &CategoryId| leaves.is_empty() || leaves.contains(id);
    let forms = catalogue.fields.iter().filter(|(leaf, _)| of_leaf(leaf));
    let mut fields: Vec<(String, String)> = forms
        .flat_map(|(_, form)| form.iter().map(|it| (it.key.clone(), it.label.clone())))
        .collect();
    fields.sort();
    fields.dedup_by(|one, other| one.0 == other.0);
    fields
}

/// What other systems can be asked to do.
fn actions(catalogue: &Catalogue) -> Vec<(String, String)> {
    sorted(catalogue.connectors.values().flat_map(|connector| {
        let acts = connector.operations.iter().filter(|it| matches!(it.does, Does::Act { .. }));
        acts.map(|it| {
            let word = format!("{}.{}", connector.key, it.key);
            (word, format!("{} · {}", connector.name, it.name))
        })
    }))
}

/// How the fields can be asked about; where leaves share a key, they share its kind.
fn facts(catalogue: &Catalogue) -> Vec<(String, FactKind)> {
    let fields = catalogue.fields.values().flat_map(|form| form.iter());
    let known: BTreeMap<String, FactKind> =
        fields.map(|field| (field.key.clone(), kind_of(&field.kind))).collect();
    known.into_iter().collect()
}

fn kind_of(field: &FieldKind) -> FactKind {
    match field {
        FieldKind::Number { .. } => FactKind::Number,
        FieldKind::Money => FactKind::Money,
        FieldKind::Choice { options } | FieldKind::Choices { options } => {
            FactKind::OneOf(options.clone())
        }
        FieldKind::Text { .. }
        | FieldKind::Date
        | FieldKind::Cascade { .. }
        | FieldKind::Phone
        | FieldKind::IdNumber
        | FieldKind::Order
        | FieldKind::Attachment => FactKind::Text,
    }
}

fn named<K: Copy + Eq + Hash + ToString, V>(
    known: &HashMap<K, V>,
    name: impl Fn(&V) -> String,
) -> Vec<(String, String)> {
    sorted(known.iter().map(|(id, it)| (id.to_string(), name(it))))
}

fn sorted(choices: impl Iterator<Item = (String, String)>) -> Vec<(String, String)> {
    let mut choices: Vec<(String, String)> = choices.collect();
    choices.sort_by(|one, other| one.1.cmp(&other.1));
    choices
}

pub(super) fn path(tree: &CategoryTree, leaf: CategoryId) -> String {
    let names: Vec<&str> = tree.path(leaf).iter().map(|part| part.name.as_str()).collect();
    names.join(" / ")
}
