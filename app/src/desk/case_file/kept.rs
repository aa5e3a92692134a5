//! What other systems were asked to do, and what was promised: tables of a case file.

use domain::case_file::{ActionResult, ActionTaken, Kept, Promise, Promised};
use domain::event::Told;
use papers::Table;

use super::paper::together;
use super::rows::{Rows, table};

impl Rows<'_> {
    pub fn actions(&self) -> Table {
        let w = self.reader.lang;
        let columns = [
            (w.case_action(), 7),
            (w.case_when(), 5),
            (w.case_result(), 8),
            (w.case_reference(), 6),
        ];
        table(columns, self.file.actions.iter().map(|it| self.action(it)).collect())
    }

    pub fn promises(&self) -> Table {
        let w = self.reader.lang;
        let columns =
            [(w.case_promise(), 7), (w.case_due(), 5), (w.case_done(), 5), (w.case_kept(), 6)];
        let mut rows: Vec<_> = self.file.promises.iter().map(|it| self.promise(it)).collect();
        rows.extend(self.file.told.iter().map(|(at, told)| {
            let told = match told {
                Told::Told => w.mark_told().to_owned(),
                Told::Unreachable => w.mark_unreachable().to_owned(),
                Told::CallBack { at } => w.mark_call_back(self.at(*at)),
            };
            [w.case_telling().to_owned(), String::new(), self.at(*at), told]
        }));
        table(columns, rows)
    }

    fn action(&self, it: &ActionTaken) -> [String; 4] {
        let w = self.reader.lang;
        let (result, reference) = match &it.result {
            ActionResult::Waiting => (w.case_waiting().to_owned(), None),
            ActionResult::Confirmed { reference, state, at } => {
                let done = Some(w.outcome_confirmed().to_owned());
                let told = [done, state.clone(), Some(self.at(*at))];
                (together(told, " · "), reference.clone())
            }
            ActionResult::Refused { reason, .. } => {
                let why = Some(w.action_reason(reason));
                (together([Some(w.outcome_refused().to_owned()), why], " · "), None)
            }
            ActionResult::Unknown { trouble, .. } => (w.trouble(*trouble).to_owned(), None),
        };
        [it.name.clone(), self.at(it.at), result, reference.unwrap_or_default()]
    }

    fn promise(&self, it: &Promise) -> [String; 4] {
        let w = self.reader.lang;
        let what = match &it.what {
            Promised::FirstResponse => w.case_first_response().to_owned(),
            Promised::Resolution => w.case_resolution().to_owned(),
            Promised::Step(name) => name.clone(),
        };
        let kept = match it.kept(self.file.made_at) {
            Kept::Kept => w.case_kept_yes().to_owned(),
            Kept::Open => w.case_kept_open().to_owned(),
            Kept::Broken => {
                let end = it.done_at.unwrap_or(self.file.made_at);
                w.case_kept_no(w.span(end - it.due_at))
            }
        };
        let done = it.done_at.map(|at| self.at(at)).unwrap_or_default();
        [what, self.at(it.due_at), done, kept]
    }
}
