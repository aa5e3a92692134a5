//! The category tree of the demo, built from its leaves.

use std::collections::HashMap;

use domain::actor::Actor;
use domain::category::Leaf;
use domain::due::Targets;
use domain::id::CategoryId;

use super::forms;
use super::house::House;
use super::leaves::{LEAVES, LeafPlan};
use crate::{Desk, DeskError, NewCategory, NewField, Result};

/// The branches that are there, by their path.
pub type Branches = HashMap<&'static str, CategoryId>;

/// What the demands at the top of the tree are for.
const DEMANDS: [(&str, &str); 7] = [
    ("投诉", "对商品、商家、服务不满意"),
    ("咨询", "问清楚怎么办、要多久"),
    ("举报", "售假、违规、诈骗"),
    ("申请", "退款、发票、维修、改资料"),
    ("异常", "账户被盗、遇到诈骗"),
    ("合作", "开店、对账、企业采购"),
    ("建议", "希望我们做得更好的地方"),
];

/// The leaves' ids, in the order of [`LEAVES`].
pub async fn lay_out(
    desk: &Desk,
    house: &House,
    branches: &mut Branches,
) -> Result<Vec<CategoryId>> {
    let mut leaves = Vec::new();
    for plan in LEAVES {
        let parent = branch(desk, branches, plan.path).await?;
        let name = plan.path.rsplit('/').next().unwrap_or(plan.path);
        let new = NewCategory {
            parent,
            name: name.to_owned(),
            hint: Some(plan.hint.to_owned()),
            leaf: Some(leaf(house, plan)?),
        };
        let id = desk.create_category(&Actor::System, new).await?;
        add_form(desk, id, plan.form).await?;
        leaves.push(id);
    }
    Ok(leaves)
}

/// The branch a path hangs from, made with all above it where it is missing.
pub async fn branch(
    desk: &Desk,
    branches: &mut Branches,
    path: &'static str,
) -> Result<Option<CategoryId>> {
    let mut parent = None;
    for (end, _) in path.match_indices('/') {
        let above = &path[..end];
        if let Some(known) = branches.get(above) {
            parent = Some(*known);
            continue;
        }
        let name = above.rsplit('/').next().unwrap_or(above).to_owned();
        let hint = DEMANDS.iter().find(|(demand, _)| *demand == above);
        let hint = hint.map(|(_, hint)| (*hint).to_owned());
        let new = NewCategory { parent, name, hint, leaf: None };
        let id = desk.create_category(&Actor::System, new).await?;
        branches.insert(above, id);
        parent = Some(id);
    }
    Ok(parent)
}

fn leaf(house: &House, plan: &LeafPlan) -> Result<Leaf> {
    let (first_response_hours, resolution_hours) = plan.targets;
    let (urgency, importance) = plan.weight;
    let group = house.team(plan.team).ok_or(DeskError::NotFound)?.id;
    let targets = Targets { first_response_hours, resolution_hours };
    Ok(Leaf { group, targets, urgency, importance, people_only: false })
}

pub async fn add_form(desk: &Desk, category: CategoryId, form: &str) -> Result<()> {
    for word in form.split_whitespace() {
        let key = word.trim_end_matches('!');
        let (label, help, kind) = forms::field(key);
        let new = NewField {
            category,
            key: key.to_owned(),
            label: label.to_owned(),
            help: help.map(str::to_owned),
            kind,
            required: word.ends_with('!'),
        };
        desk.create_field(&Actor::System, new).await?;
    }
    Ok(())
}
