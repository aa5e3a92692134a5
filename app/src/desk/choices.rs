use leptos::prelude::*;

/// As many of the options as fit. The value has one on each line, in their order.
#[component]
pub fn Choices(
    name: String,
    options: Vec<String>,
    value: String,
    #[prop(into)] set: Callback<String>,
) -> impl IntoView {
    let chosen = StoredValue::new(value.lines().map(str::to_owned).collect::<Vec<_>>());
    let all = options.clone();
    let tick = move |option: &str, on: bool| {
        chosen.update_value(|chosen| {
            chosen.retain(|known| known != option);
            chosen.extend(on.then(|| option.to_owned()));
        });
        let in_order = all.iter().filter(|it| chosen.with_value(|chosen| chosen.contains(it)));
        set.run(in_order.cloned().collect::<Vec<_>>().join("\n"));
    };
    let each = move |option: String| {
        let (tick, ticked) = (tick.clone(), option.clone());
        let checked = chosen.with_value(|chosen| chosen.contains(&option));
        view! {
            <label class="choice">
                <input type="checkbox" name=name.clone() checked=checked on:change:target=move |event| tick(&ticked, event.target().checked())/>
                {option}
            </label>
        }
    };

    view! { <div class="choices">{options.into_iter().map(each).collect_view()}</div> }
}
