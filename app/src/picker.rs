//! Finds a leaf of the category tree: by taps, at most three, or by typing (B-01).
//!
//! Every choice is a link and typing is a form, so that it works before the program runs and
//! without it. The page owns the address; the picker only leads to it.

use std::sync::Arc;

use domain::category::{Category, CategoryTree};
use domain::id::CategoryId;
use leptos::prelude::*;

use crate::reader::lang;
use crate::words::Lang;

pub type Tree = Arc<CategoryTree>;

/// So many leaves can be looked over at once; below a branch with more, its own branches are shown.
const AT_A_GLANCE: usize = 24;
const MOST_HITS: usize = 12;
/// So many names tell what a branch is about.
const SOME: usize = 3;

#[component]
pub fn CategoryPicker(
    tree: Tree,
    /// The branch chosen so far.
    #[prop(into)]
    at: Signal<Option<CategoryId>>,
    /// What was typed when the page was asked for.
    #[prop(into)]
    typed: Signal<String>,
    /// The page's address: a choice is `{base}?c=12`, a search `{base}?q=…`.
    base: &'static str,
) -> impl IntoView {
    let typing = RwSignal::new(typed.get_untracked());
    Effect::new(move |before: Option<()>| {
        let typed = typed.get();
        // What was typed before the program ran stays.
        if before.is_some() {
            typing.set(typed);
        }
    });
    // A tap says what was meant: what was typed has done its work.
    Effect::new(move |before: Option<Option<CategoryId>>| {
        let at = at.get();
        if before.is_some_and(|before| before != at) {
            typing.set(String::new());
        }
        at
    });
    let choices = move || {
        let words = typing.get();
        if words.trim().is_empty() {
            view! { <Choices tree=tree.clone() at=at.get() base/> }.into_any()
        } else {
            view! { <Hits tree=tree.clone() words base/> }.into_any()
        }
    };
    view! {
        <div class="picker">
            <Find typing base/>
            {choices}
        </div>
    }
}

#[component]
fn Find(typing: RwSignal<String>, base: &'static str) -> impl IntoView {
    let w = lang();
    let input = NodeRef::<leptos::html::Input>::new();
    Effect::new(move |before: Option<()>| {
        let emptied = typing.with(String::is_empty);
        if let (Some(()), true, Some(input)) = (before, emptied, input.get_untracked()) {
            input.set_value("");
        }
    });
    // What somebody typed before the program ran is searched for as soon as it does.
    Effect::new(move || {
        if let Some(input) = input.get().filter(|input| !input.value().is_empty()) {
            typing.set(input.value());
        }
    });
    view! {
        <form class="find" method="get" action=base role="search">
            <input
                class="input"
                node_ref=input
                type="search"
                name="q"
                enterkeyhint="search"
                autocomplete="off"
                aria-label=w.picker_find()
                placeholder=w.picker_example()
                value=typing.get_untracked()
                on:input:target=move |event| typing.set(event.target().value())
            />
            <button type="submit">{w.picker_search()}</button>
        </form>
    }
}

/// What was typed fits these leaves.
#[component]
fn Hits(tree: Tree, words: String, base: &'static str) -> impl IntoView {
    let w = lang();
    let hits: Vec<_> = tree.search(&words).into_iter().take(MOST_HITS).collect();
    if hits.is_empty() {
        return view! {
            <p class="banner" role="status">{w.picker_nothing(words.trim())}</p>
            <Choices tree=tree.clone() at=None base/>
        }
        .into_any();
    }
    let rows = hits.into_iter().map(|leaf| {
        let path = tree.path_names(leaf.id);
        let above = path[..path.len().saturating_sub(1)].join(" / ");
        view! { <Row category=leaf.clone() above=Some(above) base/> }
    });
    view! { <ul class="rows" aria-label=w.picker_find()>{rows.collect_view()}</ul> }.into_any()
}

#[component]
fn Choices(tree: Tree, at: Option<CategoryId>, base: &'static str) -> impl IntoView {
    match at.filter(|&at| tree.get(at).is_some()) {
        None => view! { <Tiles tree base/> }.into_any(),
        Some(at) => view! {
            <Path tree=tree.clone() at base/>
            <Below tree at base/>
        }
        .into_any(),
    }
}

/// The top of the tree.
#[component]
fn Tiles(tree: Tree, base: &'static str) -> impl IntoView {
    let w = lang();
    let tiles = tree.children(None).into_iter().map(|category| {
        let hint = category.hint.clone().unwrap_or_else(|| some_below(&tree, category, w));
        view! {
            <a href=address(base, category.id)>
                <b>{category.name.clone()}</b>
                <small>{hint}</small>
            </a>
        }
    });
    view! { <nav class="tiles" aria-label=lang().picker_find()>{tiles.collect_view()}</nav> }
}

/// What was chosen so far, each part of it a way back.
#[component]
pub fn Path(tree: Tree, at: CategoryId, base: &'static str) -> impl IntoView {
    let w = lang();
    let path = tree.path(at);
    let last = path.len().saturating_sub(1);
    let parts = path.iter().enumerate().map(|(depth, category)| {
        let separator = (depth > 0).then(|| view! { <i aria-hidden="true">"/"</i> });
        let name = category.name.clone();
        let name = if depth == last {
            view! { <b>{name}</b> }.into_any()
        } else {
            view! { <a href=address(base, category.id)>{name}</a> }.into_any()
        };
        view! { {separator} {name} }
    });
    view! {
        <div class="chosen">
            <span class="crumb">{parts.collect_view()}</span>
            <a href=base>{w.picker_again()}</a>
        </div>
    }
}

/// Everything under a branch when it fits a glance, else its own branches.
#[component]
fn Below(tree: Tree, at: CategoryId, base: &'static str) -> impl IntoView {
    let children = tree.children(Some(at));
    let all: usize = children.iter().map(|child| leaves_below(&tree, child)).sum();
    let spread = all <= AT_A_GLANCE && children.iter().any(|child| child.leaf.is_none());
    if !spread {
        return view! { <Rows categories=owned(children) base/> }.into_any();
    }
    let groups = children.into_iter().map(|child| {
        let rows = if child.leaf.is_some() { vec![child] } else { tree.children(Some(child.id)) };
        let name = child.leaf.is_none().then(|| child.name.clone());
        view! {
            <section>
                {name.map(|name| view! { <h2>{name}</h2> })}
                <Rows categories=owned(rows) base/>
            </section>
        }
    });
    groups.collect_view().into_any()
}

#[component]
fn Rows(categories: Vec<Category>, base: &'static str) -> impl IntoView {
    let rows = categories.into_iter().map(|category| view! { <Row category above=None base/> });
    view! { <ul class="rows">{rows.collect_view()}</ul> }
}

#[component]
fn Row(category: Category, above: Option<String>, base: &'static str) -> impl IntoView {
    let w = lang();
    let more = category.leaf.is_none();
    let promise = category.leaf.map(|leaf| {
        let hours = leaf.targets.resolution_hours;
        let text = if hours > 48 { w.picker_days(hours / 24) } else { w.picker_hours(hours) };
        view! { <small>{text}</small> }
    });
    view! {
        <li>
            <a href=address(base, category.id) data-more=more.then_some("")>
                <span>
                    {category.name}
                    {above.map(|above| view! { <span class="of">{above}</span> })}
                </span>
                {promise}
            </a>
        </li>
    }
}

fn address(base: &str, category: CategoryId) -> String {
    format!("{base}?c={category}")
}

fn owned(categories: Vec<&Category>) -> Vec<Category> {
    categories.into_iter().cloned().collect()
}

/// What a branch without a hint is about, by the first names under it.
fn some_below(tree: &CategoryTree, category: &Category, w: Lang) -> String {
    let below = tree.children(Some(category.id));
    let names: Vec<_> = below.iter().take(SOME).map(|child| child.name.as_str()).collect();
    names.join(w.list_comma())
}

fn leaves_below(tree: &CategoryTree, category: &Category) -> usize {
    if category.leaf.is_some() {
        return 1;
    }
    tree.children(Some(category.id)).into_iter().map(|child| leaves_below(tree, child)).sum()
}
