use domain::behind::Number;
use domain::board::PersonFigures;
use domain::list::View;
use leptos::prelude::*;

use super::groups::LoadBar;
use crate::desk::address::ListOf;
use crate::reader::lang;

/// Who has how much; nobody sits idle while another drowns (C-06).
#[component]
pub fn PeopleTable(people: Memo<Vec<PersonFigures>>) -> impl IntoView {
    let w = lang();
    let sorted = Memo::new(move |_| {
        let mut people = people.get();
        people.sort_by_key(|person| {
            std::cmp::Reverse((person.available, load(person), person.actionable))
        });
        people
    });

    view! {
        <section class="panel">
            <h2>{w.board_by_person()} <span>{w.board_by_person_hint()}</span></h2>
            <div class="scroll">
                <table class="num">
                    <thead><tr>
                        <th>{w.board_person()}</th>
                        <th>{w.me_available()}</th>
                        <th class="n">{w.board_actionable()}</th>
                        <th class="n">{w.board_overdue()}</th>
                        <th class="n">{w.board_held()}</th>
                        <th class="n">{w.board_owned()}</th>
                        <th>{w.board_load()}</th>
                    </tr></thead>
                    <tbody>
                        <For each=move || sorted.get() key=|it| (it.agent, it.available, it.actionable, it.overdue, it.held, it.owned) let:person>
                            <Person person/>
                        </For>
                    </tbody>
                </table>
            </div>
        </section>
    }
}

#[component]
fn Person(person: PersonFigures) -> impl IntoView {
    let w = lang();
    let tickets = ListOf::of_view(View::Live, None, Some(person.agent)).href();
    let behind = |number: Number| ListOf::behind(number, None, Some(person.agent)).href();
    let late = (person.overdue > 0).then_some("late");
    let there = if person.available { w.me_there() } else { w.me_away() };

    view! {
        <tr data-away=(!person.available).then_some("")>
            <th scope="row"><a href=tickets>{person.name.clone()}</a></th>
            <td><span class="chip" data-tone=person.available.then_some("good")>{there}</span></td>
            <td class="n"><a href=behind(Number::Actionable)>{person.actionable}</a></td>
            <td class="n"><a href=behind(Number::Late) data-tone=late>{person.overdue}</a></td>
            <td class="n"><a href=behind(Number::Held)>{person.held}</a></td>
            <td class="n"><a href=behind(Number::Owned)>{person.owned}</a></td>
            <td><LoadBar load=load(&person)/></td>
        </tr>
    }
}

fn load(person: &PersonFigures) -> Option<i64> {
    (person.cap > 0).then(|| person.actionable * 100 / person.cap)
}
