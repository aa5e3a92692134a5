//! "并且 涉及金额 ≤ 500 元": what has to be known of a ticket for a way to be taken.

use domain::flow::StepKey;
use domain::flow::facts::{Is, Test};
use leptos::prelude::*;

use super::way::change;
use crate::desk::admin::flows::facts::{self, Kind};
use crate::desk::admin::flows::parts::{Line, Pick, Small, Tick};
use crate::desk::admin::flows::state::editor;
use crate::reader::lang;

/// One condition of one way of one step.
#[derive(Clone)]
struct Spot {
    key: StepKey,
    way: usize,
    place: usize,
}

impl Spot {
    fn change(&self, edit: impl FnOnce(&mut Test)) {
        change(editor(), &self.key, self.way, |way| {
            if let Some(test) = way.when.get_mut(self.place) {
                edit(test);
            }
        });
    }
}

#[component]
pub fn Condition(key: StepKey, way: usize, place: usize) -> impl IntoView {
    let w = lang();
    let editor = editor();
    let step = editor.step(&key);
    let spot = StoredValue::new(Spot { key, way, place });
    let test = Memo::new(move |_| Some(step.read().next.get(way)?.when.get(place)?.clone()));
    let all = Memo::new(move |_| facts::all(w, &editor.draft.read(), &editor.choices.read()));
    let name = Signal::derive(move || test.get().map(|it| it.fact).unwrap_or_default());
    let kind = Memo::new(move |_| facts::find(&all.read(), &name.get()).kind);
    let options = Signal::derive(move || {
        let all = all.read();
        let lost = facts::find(&all, &name.get());
        let lost = all.iter().all(|it| it.name != lost.name).then_some(lost);
        all.iter().cloned().chain(lost).map(|it| (it.name, it.label)).collect::<Vec<_>>()
    });
    let choose = move |chosen: String| {
        let kind = all.with_untracked(|all| facts::find(all, &chosen).kind);
        let is = kind.questions().swap_remove(0);
        spot.with_value(|spot| spot.change(|test| *test = Test { fact: chosen, is }));
    };
    let question = Signal::derive(move || {
        test.get().map(|it| w.question_is(&it.is).to_owned()).unwrap_or_default()
    });
    let questions = Signal::derive(move || {
        let named = |it: &Is| (w.question_is(it).to_owned(), w.question_is(it).to_owned());
        kind.read().questions().iter().map(named).collect::<Vec<_>>()
    });
    let ask = move |chosen: String| {
        let new = kind.get_untracked().questions();
        let new = new.into_iter().find(|it| w.question_is(it) == chosen);
        spot.with_value(|spot| spot.change(|test| keep_value(test, new)));
    };
    let remove = move |()| {
        spot.with_value(|Spot { key, way, place }| {
            change(editor, key, *way, |way| drop(way.when.remove(*place)));
        });
    };
    // Another question of the same sort keeps what is typed, and its input.
    let sort = Memo::new(move |_| match test.read().as_ref().map(|it| &it.is) {
        None | Some(Is::Known | Is::Unknown) => Sort::Nothing,
        Some(Is::OneOf(_) | Is::NoneOf(_)) => Sort::Words,
        Some(Is::AtLeast(_) | Is::MoreThan(_) | Is::AtMost(_) | Is::LessThan(_)) => Sort::Number,
    });

    view! {
        <div class="line condition">
            <span aria-hidden="true">{w.way_if()}</span>
            <Pick label=w.condition_fact() terse=true value=name options choose/>
            <Pick label=w.condition_is() terse=true value=question options=questions choose=ask/>
            {move || match (sort.get(), kind.get()) {
                (Sort::Nothing, _) => ().into_any(),
                (Sort::Number, kind) => view! { <Number test spot money=kind == Kind::Money/> }.into_any(),
                (Sort::Words, Kind::OneOf(options)) => view! { <Words test spot options/> }.into_any(),
                (Sort::Words, _) => view! { <Typed test spot/> }.into_any(),
            }}
            <Small label=w.condition_remove() icon="x" act=remove/>
        </div>
    }
    .into_any()
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    Nothing,
    Words,
    Number,
}

/// In yuan where it is money; kept in hundredths.
#[component]
fn Number(test: Memo<Option<Test>>, spot: StoredValue<Spot>, money: bool) -> impl IntoView {
    let w = lang();
    let known = move || match test.get().map(|it| it.is) {
        Some(Is::AtLeast(n) | Is::MoreThan(n) | Is::AtMost(n) | Is::LessThan(n)) => n,
        _ => 0,
    };
    // What is being typed stays as it is typed: `19.` is on its way to `19.90`.
    let text = RwSignal::new(facts::decimal(known()));
    let value = Signal::derive(move || {
        let (known, text) = (known(), text.get());
        if facts::hundredths(&text).unwrap_or(known) == known {
            text
        } else {
            facts::decimal(known)
        }
    });
    let typed = move |typed: String| {
        if let Some(number) = facts::hundredths(&typed) {
            spot.with_value(|spot| spot.change(|test| set_number(test, number)));
        }
        text.set(typed);
    };

    view! {
        <span class="amount">
            <Line label=w.condition_value() terse=true mode="decimal" value typed/>
            {money.then(|| w.unit_yuan())}
        </span>
    }
    .into_any()
}

/// Some out of those there are.
#[component]
fn Words(
    test: Memo<Option<Test>>,
    spot: StoredValue<Spot>,
    options: Vec<(String, String)>,
) -> impl IntoView {
    let ticks = options.into_iter().map(|(word, name)| {
        let known = word.clone();
        let on = Signal::derive(move || words_of(test.read().as_ref()).contains(&known));
        let turn = move |on: bool| {
            let word = word.clone();
            spot.with_value(|spot| {
                spot.change(|test| {
                    let mut words = words_of(Some(test)).to_vec();
                    words.retain(|known| *known != word);
                    words.extend(on.then_some(word));
                    set_words(test, words);
                });
            });
        };
        view! { <Tick label=name on turn/> }
    });

    view! { <div class="choices">{ticks.collect_view()}</div> }.into_any()
}

/// What is typed stays as it is typed, for as long as it says what is known.
#[component]
fn Typed(test: Memo<Option<Test>>, spot: StoredValue<Spot>) -> impl IntoView {
    let w = lang();
    let known = move || words_of(test.get().as_ref()).to_vec();
    let text = RwSignal::new(known().join(w.list_comma()));
    let value = Signal::derive(move || {
        let (known, text) = (known(), text.get());
        if split(&text) == known { text } else { known.join(w.list_comma()) }
    });
    let typed = move |typed: String| {
        let words = split(&typed);
        spot.with_value(|spot| spot.change(|test| set_words(test, words)));
        text.set(typed);
    };

    view! { <Line label=w.condition_value() terse=true placeholder=w.condition_words_hint() value typed/> }
}

fn split(text: &str) -> Vec<String> {
    let words = text.split(['、', ',', '，']).map(str::trim).filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}

fn words_of(test: Option<&Test>) -> &[String] {
    match test.map(|it| &it.is) {
        Some(Is::OneOf(words) | Is::NoneOf(words)) => words,
        _ => &[],
    }
}

fn set_words(test: &mut Test, new: Vec<String>) {
    if let Is::OneOf(words) | Is::NoneOf(words) = &mut test.is {
        *words = new;
    }
}

fn set_number(test: &mut Test, new: i64) {
    if let Is::AtLeast(n) | Is::MoreThan(n) | Is::AtMost(n) | Is::LessThan(n) = &mut test.is {
        *n = new;
    }
}

/// Another question about the same number or the same words.
fn keep_value(test: &mut Test, new: Option<Is>) {
    let Some(new) = new else { return };
    let words = words_of(Some(test)).to_vec();
    let number = match test.is {
        Is::AtLeast(n) | Is::MoreThan(n) | Is::AtMost(n) | Is::LessThan(n) => n,
        Is::Known | Is::Unknown | Is::OneOf(_) | Is::NoneOf(_) => 0,
    };
    test.is = new;
    set_words(test, words);
    set_number(test, number);
}
