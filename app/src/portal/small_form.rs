//! A form on a page that stays: sent without leaving it, and without the program by leaving it.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local_scoped_with_cancellation;
use wasm_bindgen::JsCast;
use web_sys::{FormData, HtmlFormElement};

use super::answer::{Answer, Echo};
use super::here;
use super::photos::Album;
use super::post::{Lost, submit};
use crate::error::AppError;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Sending {
    Not,
    Now,
    Later,
}

#[derive(Clone, Copy)]
pub struct SmallForm {
    address: StoredValue<String>,
    echo: StoredValue<Option<Echo>>,
    state: RwSignal<Sending>,
    pub why: RwSignal<Option<AppError>>,
    done: Callback<String>,
    album: Option<Album>,
    nudged: StoredValue<bool>,
    /// Name and value of the button that sent it: one of several can be an answer.
    pressed: StoredValue<Option<(String, String)>>,
    /// How often it was done: what is sent next is something else.
    pub sent: RwSignal<u32>,
}

impl SmallForm {
    pub fn new(
        address: String,
        echo: StoredValue<Option<Echo>>,
        done: impl Fn() + Send + Sync + 'static,
    ) -> Self {
        Self::leading(address, echo, move |_| done())
    }

    /// `done` hears where the server would lead.
    pub fn leading(
        address: String,
        echo: StoredValue<Option<Echo>>,
        done: impl Fn(String) + Send + Sync + 'static,
    ) -> Self {
        let why = echo.with_value(|echo| {
            echo.as_ref().filter(|echo| echo.form == address).map(|echo| echo.why.clone())
        });
        Self {
            address: StoredValue::new(address),
            echo,
            state: RwSignal::new(Sending::Not),
            why: RwSignal::new(why),
            done: Callback::new(done),
            album: None,
            nudged: StoredValue::new(false),
            pressed: StoredValue::new(None),
            sent: RwSignal::new(0),
        }
    }

    pub fn with(self, album: Album) -> Self {
        Self { album: Some(album), ..self }
    }

    pub fn address(self) -> String {
        self.address.get_value()
    }

    pub fn is_busy(self) -> Option<&'static str> {
        (self.state.get() == Sending::Now).then_some("true")
    }

    pub fn is_under_way(self) -> bool {
        self.state.get_untracked() != Sending::Not
    }

    pub fn is_waiting(self) -> bool {
        self.state.get() == Sending::Later
    }

    /// What was typed when the form was refused.
    pub fn old(self, name: &str) -> String {
        let address = self.address.get_value();
        self.echo
            .with_value(|echo| {
                echo.as_ref().filter(|echo| echo.form == address).and_then(|echo| echo.value(name))
            })
            .unwrap_or_default()
    }

    pub fn submit(self, event: &SubmitEvent) {
        event.prevent_default();
        let Some(form) = event.target().and_then(|it| it.dyn_into::<HtmlFormElement>().ok()) else {
            return;
        };
        let said = event.submitter().and_then(|button| {
            Some((button.get_attribute("name")?, button.get_attribute("value")?))
        });
        if !self.is_under_way() {
            self.pressed.set_value(said);
        }
        self.send(form);
    }

    /// Twice at once is once.
    pub fn send(self, form: HtmlFormElement) {
        match self.state.get_untracked() {
            Sending::Now => {}
            Sending::Later => self.nudged.set_value(true),
            Sending::Not => {
                self.state.set(Sending::Now);
                self.why.set(None);
                spawn_local_scoped_with_cancellation(self.until_answered(form));
            }
        }
    }

    async fn until_answered(self, form: HtmlFormElement) {
        let mut attempts = 0;
        let answer = loop {
            if let Ok(answer) = self.attempt(&form).await {
                break answer;
            }
            self.state.set(Sending::Later);
            here::wait_for_network(attempts, self.nudged).await;
            self.state.set(Sending::Now);
            attempts += 1;
        };
        self.state.set(Sending::Not);
        match answer {
            Answer::Done(to) => {
                self.sent.update(|sent| *sent += 1);
                self.done.run(to);
            }
            Answer::Refused(why) => self.why.set(Some(why)),
        }
    }

    async fn attempt(self, form: &HtmlFormElement) -> Result<Answer, Lost> {
        if let Some(album) = self.album {
            album.send_all().await?;
            leptos::task::tick().await;
        }
        let data = FormData::new_with_form(form).map_err(|_| Lost)?;
        data.delete("photos");
        if let Some((name, value)) = self.pressed.get_value() {
            data.set_with_str(&name, &value).map_err(|_| Lost)?;
        }
        submit(&self.address.get_value(), &data).await
    }
}
