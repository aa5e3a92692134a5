//! The keyboard: one table from which handlers, hints and the cheat sheet are made.

mod cheat_sheet;
mod command;
mod hint;

use std::collections::HashMap;

use leptos::ev::{self, KeyboardEvent};
use leptos::prelude::*;

pub use cheat_sheet::CheatSheet;
pub use command::Command;
pub use hint::Hint;

use crate::browser;

/// Browsers send this code for keys an input method takes.
const COMPOSING: u32 = 229;

/// Who does what when a command is given; the last to come goes first.
#[derive(Clone, Copy)]
pub struct Keys(StoredValue<HashMap<Command, Vec<Listener>>>);

/// Who listens is told from another by a number: functions cannot be compared.
#[derive(Clone, Copy)]
struct Listener {
    id: usize,
    does: Callback<()>,
}

impl Keys {
    pub fn provide() {
        let keys = Self(StoredValue::default());
        provide_context(keys);
        Effect::new(move || {
            let heard = window_event_listener(ev::keydown, move |event| keys.hear(&event));
            on_cleanup(move || heard.remove());
        });
    }

    pub fn can(self, command: Command) -> bool {
        self.0.with_value(|all| all.get(&command).is_some_and(|does| !does.is_empty()))
    }

    /// As if the keys had been pressed. Says whether anybody listened.
    pub fn give(self, command: Command) -> bool {
        let last = self.0.with_value(|all| all.get(&command)?.last().copied());
        last.inspect(|listener| listener.does.run(())).is_some()
    }

    fn hear(self, event: &KeyboardEvent) {
        let Some(command) = pressed(event) else { return };
        if self.give(command) {
            event.prevent_default();
        }
    }
}

fn pressed(event: &KeyboardEvent) -> Option<Command> {
    if event.is_composing() || event.key_code() == COMPOSING || event.alt_key() {
        return None;
    }
    let with_control = event.ctrl_key() || event.meta_key();
    if !with_control && (browser::is_text(event.target()) || browser::is_modal()) {
        return None;
    }
    Command::of(&event.key(), with_control)
}

/// Does this when the command is given, for as long as the component that says so is there.
pub fn on_command(command: Command, does: impl Fn() + Send + Sync + 'static) {
    let Some(Keys(all)) = use_context::<Keys>() else { return };
    let does = Callback::new(move |()| does());
    Effect::new(move || {
        let id = all.try_update_value(|all| {
            let listeners = all.entry(command).or_default();
            let id = listeners.last().map_or(0, |last| last.id + 1);
            listeners.push(Listener { id, does });
            id
        });
        on_cleanup(move || {
            all.try_update_value(|all| {
                if let Some(listeners) = all.get_mut(&command) {
                    listeners.retain(|listener| Some(listener.id) != id);
                }
            });
        });
    });
}
