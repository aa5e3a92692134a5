use domain::page::Colleague;
use leptos::html;
use leptos::prelude::*;
use web_sys::HtmlTextAreaElement;

use super::Writing;
use crate::desk::api::catalogue::colleagues;
use crate::reader::lang;
use crate::ui::Avatar;

const AT_MOST: usize = 6;

/// Colleagues whose name fits what stands behind the `@`.
#[component]
pub fn Mentions(
    writing: Writing,
    asked: RwSignal<Option<String>>,
    node: NodeRef<html::Textarea>,
) -> impl IntoView {
    let all = LocalResource::new(colleagues);
    let fitting = move || {
        let asked = asked.get().unwrap_or_default();
        let all = all.get().and_then(Result::ok).unwrap_or_default();
        all.into_iter().filter(|it| it.name.contains(&asked)).take(AT_MOST).collect::<Vec<_>>()
    };
    let choose = move |colleague: &Colleague| {
        if let Some(area) = node.get_untracked() {
            put_in(&area, &colleague.name);
            writing.text().set(area.value());
        }
        writing.named.update(|named| named.push((colleague.id, colleague.name.clone())));
        asked.set(None);
    };

    view! {
        <ul class="mentions menu-list" aria-label=lang().composer_mention()>
            <For each=fitting key=|it| it.id let:colleague>
                {
                    let name = colleague.name.clone();
                    view! {
                        <li>
                            <button type="button" on:click=move |_| choose(&colleague)>
                                <Avatar name=name.clone()/> {name.clone()}
                            </button>
                        </li>
                    }
                }
            </For>
        </ul>
    }
}

/// What stands between the last `@` and the cursor, if that looks like the start of a name.
pub fn at_sign(area: &HtmlTextAreaElement) -> Option<String> {
    let before = before_cursor(area);
    let (_, name) = before.rsplit_once('@')?;
    (name.chars().count() <= 8 && !name.contains(char::is_whitespace)).then(|| name.to_owned())
}

fn put_in(area: &HtmlTextAreaElement, name: &str) {
    let (before, all) = (before_cursor(area), area.value());
    let after = all.strip_prefix(&before).unwrap_or_default();
    let start = before.rsplit_once('@').map_or(before.as_str(), |(start, _)| start);
    area.set_value(&format!("{start}@{name} {after}"));
    let _ = area.focus();
}

/// The browser counts in UTF-16.
fn before_cursor(area: &HtmlTextAreaElement) -> String {
    let all: Vec<u16> = area.value().encode_utf16().collect();
    let cursor = area.selection_start().ok().flatten().map_or(all.len(), |at| at as usize);
    String::from_utf16_lossy(&all[..cursor.min(all.len())])
}
