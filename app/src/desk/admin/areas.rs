//! What can be set up: the areas of the administrator's door.

use leptos::prelude::*;
use leptos_router::hooks::use_location;
use leptos_router::location::Location;

use super::AdminPage;
use crate::reader::lang;
use crate::ui::Icon;
use crate::words::Lang;

pub struct Area {
    pub href: &'static str,
    pub icon: &'static str,
    pub label: fn(Lang) -> &'static str,
    /// What is set up there, in one sentence.
    pub hint: fn(Lang) -> &'static str,
}

/// In the order they are shown.
pub const AREAS: &[Area] = &[
    Area {
        href: "/admin/flows",
        icon: "flow",
        label: Lang::admin_flows,
        hint: Lang::admin_flows_hint,
    },
    Area {
        href: "/admin/calculators",
        icon: "calculator",
        label: Lang::admin_calculators,
        hint: Lang::admin_calculators_hint,
    },
    Area {
        href: "/admin/connectors",
        icon: "link",
        label: Lang::admin_connectors,
        hint: Lang::admin_connectors_hint,
    },
    Area {
        href: "/admin/groups",
        icon: "hand",
        label: Lang::admin_groups,
        hint: Lang::admin_groups_hint,
    },
    Area {
        href: "/admin/partners",
        icon: "people",
        label: Lang::admin_partners,
        hint: Lang::admin_partners_hint,
    },
    Area {
        href: "/admin/rules",
        icon: "clock",
        label: Lang::admin_rules,
        hint: Lang::admin_rules_hint,
    },
];

#[component]
pub fn AreaNav() -> impl IntoView {
    let w = lang();
    let Location { pathname, .. } = use_location();
    let links = AREAS.iter().map(|area| {
        let current = move || is_at(&pathname.read(), area.href).then_some("page");
        view! {
            <li><a href=area.href aria-current=current><Icon name=area.icon/>{(area.label)(w)}</a></li>
        }
    });

    view! {
        <nav class="areas" aria-label=w.admin_areas()>
            <a class="home" href="/admin" aria-current=move || (pathname.read().trim_end_matches('/') == "/admin").then_some("page")>{w.admin_title()}</a>
            <ul>{links.collect_view()}</ul>
        </nav>
    }
}

/// Every area with what it is for: where one finds the way in.
#[component]
pub fn Overview() -> impl IntoView {
    let w = lang();
    let cards = AREAS.iter().map(move |area| {
        view! {
            <li>
                <a href=area.href>
                    <Icon name=area.icon/>
                    <strong>{(area.label)(w)}</strong>
                    <span>{(area.hint)(w)}</span>
                </a>
            </li>
        }
    });

    view! {
        <AdminPage title=w.admin_title() hint=w.admin_hint()>
            <ul class="area-cards">{cards.collect_view()}</ul>
        </AdminPage>
    }
}

/// The area's own page, or one below it.
fn is_at(path: &str, area: &str) -> bool {
    path.strip_prefix(area).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

#[cfg(test)]
mod tests {
    use super::is_at;

    #[test]
    fn an_area_is_current_on_its_own_pages_only() {
        assert!(is_at("/admin/calculators", "/admin/calculators"));
        assert!(is_at("/admin/calculators/3", "/admin/calculators"));
        assert!(!is_at("/admin/calculators-old", "/admin/calculators"));
    }
}
