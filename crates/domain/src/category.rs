//! The category tree: 诉求 / 场景 / 问题 (B-01 … B-05). The leaf is the unit of form, flow, routing,
//! promise and statistics.

use serde::{Deserialize, Serialize};

use crate::due::Targets;
use crate::id::{CategoryId, GroupId};
use crate::priority::{Importance, Urgency};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Category {
    pub id: CategoryId,
    pub parent: Option<CategoryId>,
    pub name: String,
    /// One line that helps to choose: 对商家、服务不满意.
    pub hint: Option<String>,
    /// First letters of the name's pinyin, such as `sjsj`, for typing.
    pub initials: String,
    pub position: i64,
    pub enabled: bool,
    /// Present on a leaf, absent on a branch.
    pub leaf: Option<Leaf>,
}

/// What filing under a leaf brings with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Leaf {
    pub group: GroupId,
    pub targets: Targets,
    pub urgency: Urgency,
    pub importance: Importance,
    /// Complex or mandated business stays with experienced people (D-28): its tasks are given to
    /// nobody by a rule, no event of another system decides a person's step, and nothing closes by
    /// the clock.
    pub people_only: bool,
}

/// The tree, in the order it is shown. Small enough to be sent whole.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CategoryTree(pub Vec<Category>);

impl CategoryTree {
    /// A branch has one to five levels.
    pub const MAX_DEPTH: usize = 5;

    pub fn get(&self, id: CategoryId) -> Option<&Category> {
        self.0.iter().find(|category| category.id == id)
    }

    /// Enabled children in their order; the top level for `None`. A branch without an enabled leaf
    /// below it is not offered: it would lead nowhere.
    pub fn children(&self, parent: Option<CategoryId>) -> Vec<&Category> {
        let mut children: Vec<&Category> = self
            .0
            .iter()
            .filter(|category| category.parent == parent && category.enabled)
            .filter(|category| category.leaf.is_some() || self.leads_somewhere(category.id))
            .collect();
        children.sort_by_key(|category| (category.position, category.id));
        children
    }

    /// From the top to `id`, both included.
    pub fn path(&self, id: CategoryId) -> Vec<&Category> {
        let mut path = Vec::new();
        let mut at = self.get(id);
        while let Some(category) = at {
            path.push(category);
            // A cycle cannot be stored, but a loop here would hang a page.
            at = category.parent.filter(|_| path.len() < Self::MAX_DEPTH).and_then(|p| self.get(p));
        }
        path.reverse();
        path
    }

    pub fn path_names(&self, id: CategoryId) -> Vec<String> {
        self.path(id).into_iter().map(|category| category.name.clone()).collect()
    }

    /// The leaf at `names`, as in `["投诉", "已购买", "商家售假"]`.
    pub fn find_path<S: AsRef<str>>(&self, names: &[S]) -> Option<&Category> {
        let mut parent = None;
        let mut found = None;
        for name in names {
            found = self
                .0
                .iter()
                .find(|category| category.parent == parent && category.name == name.as_ref());
            parent = Some(found?.id);
        }
        found
    }

    /// Enabled leaves, each with all its ancestors enabled.
    pub fn leaves(&self) -> impl Iterator<Item = &Category> {
        self.0.iter().filter(|category| {
            category.leaf.is_some() && self.path(category.id).iter().all(|part| part.enabled)
        })
    }

    /// Whether automation leaves this leaf's tickets alone (D-28).
    pub fn is_people_only(&self, id: CategoryId) -> bool {
        self.get(id).and_then(|category| category.leaf).is_some_and(|leaf| leaf.people_only)
    }

    /// Leaves that fit what was typed: every word must be part of a name on the path, or of its
    /// pinyin initials. Better fits first.
    pub fn search(&self, typed: &str) -> Vec<&Category> {
        let typed = typed.to_lowercase();
        let words: Vec<&str> = typed.split_whitespace().collect();
        if words.is_empty() {
            return Vec::new();
        }
        let mut hits: Vec<(u32, &Category)> = self
            .leaves()
            .filter_map(|leaf| {
                let path = self.path(leaf.id);
                let cost = words.iter().map(|word| cost(&path, word)).sum::<Option<u32>>()?;
                Some((cost, leaf))
            })
            .collect();
        hits.sort_by_key(|(cost, leaf)| (*cost, leaf.position, leaf.id));
        hits.into_iter().map(|(_, leaf)| leaf).collect()
    }

    fn leads_somewhere(&self, id: CategoryId) -> bool {
        self.leaves().any(|leaf| self.path(leaf.id).iter().any(|part| part.id == id))
    }
}

/// How far from the leaf, and how far into its name, the word was found.
fn cost(path: &[&Category], word: &str) -> Option<u32> {
    path.iter().rev().zip(0_u32..).find_map(|(category, above)| {
        let name = category.name.to_lowercase();
        let hint = category.hint.as_deref().unwrap_or_default();
        let place = match (name.find(word), category.initials.find(word)) {
            (Some(0), _) => 0,
            (Some(_), _) => 1,
            (None, Some(0)) => 2,
            (None, Some(_)) => 3,
            (None, None) if hint.contains(word) => 4,
            (None, None) => return None,
        };
        Some(above * 10 + place)
    })
}

#[cfg(test)]
mod tests {
    use super::{Category, CategoryTree, Leaf};
    use crate::due::Targets;
    use crate::id::{CategoryId, GroupId};
    use crate::priority::{Importance, Urgency};

    fn tree() -> CategoryTree {
        let node = |id, parent: i64, name: &str, initials: &str, leaf: bool| Category {
            id: CategoryId(id),
            parent: Some(parent).filter(|&parent| parent > 0).map(CategoryId),
            name: name.to_owned(),
            hint: None,
            initials: initials.to_owned(),
            position: id,
            enabled: true,
            leaf: leaf.then_some(Leaf {
                group: GroupId(1),
                targets: Targets { first_response_hours: 1, resolution_hours: 24 },
                urgency: Urgency::Medium,
                importance: Importance::Medium,
                people_only: false,
            }),
        };
        CategoryTree(vec![
            node(1, 0, "投诉", "ts", false),
            node(2, 1, "已购买", "ygm", false),
            node(3, 2, "商家售假", "sjsj", true),
            node(4, 0, "举报", "jb", false),
            node(5, 4, "未购买", "wgm", false),
            node(6, 5, "商家售假", "sjsj", true),
            node(7, 0, "咨询", "zx", false),
            node(8, 7, "营业时间", "yysj", true),
            node(9, 0, "空枝", "kz", false),
        ])
    }

    fn found(typed: &str) -> Vec<i64> {
        tree().search(typed).into_iter().map(|leaf| leaf.id.0).collect()
    }

    #[test]
    fn b_01_a_leaf_is_found_by_two_characters_or_by_initials() {
        assert_eq!(found("售假"), [3, 6]);
        assert_eq!(found("SJSJ"), [3, 6]);
        assert_eq!(found("举报 售假"), [6]);
        assert_eq!(found("yysj"), [8]);
        assert!(found("退款").is_empty());
        assert!(found(" ").is_empty());
    }

    #[test]
    fn b_05_depth_is_up_to_the_branch() {
        let tree = tree();

        assert_eq!(tree.path_names(CategoryId(8)), ["咨询", "营业时间"]);
        assert_eq!(tree.path_names(CategoryId(3)), ["投诉", "已购买", "商家售假"]);
    }

    #[test]
    fn b_03_the_same_problem_under_two_scenarios_is_two_leaves() {
        let tree = tree();
        let complaint = tree.find_path(&["投诉", "已购买", "商家售假"]).unwrap();
        let report = tree.find_path(&["举报", "未购买", "商家售假"]).unwrap();

        assert_ne!(complaint.id, report.id);
        assert!(tree.find_path(&["投诉", "未购买", "商家售假"]).is_none());
    }

    #[test]
    fn a_branch_without_leaves_is_not_offered() {
        let names: Vec<String> =
            tree().children(None).into_iter().map(|category| category.name.clone()).collect();

        assert_eq!(names, ["投诉", "举报", "咨询"]);
    }
}
