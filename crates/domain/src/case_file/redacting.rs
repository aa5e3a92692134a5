//! What is taken out of a case file, and what is made unreadable.

use super::{ActionResult, Audience, CaseFile, Confirmed, Party, Section, Speaker, Work};
use crate::masking::{masked, masked_name};

impl CaseFile {
    /// The file as this audience may have it. What was gathered for the house goes in; nothing can
    /// be put back.
    #[must_use]
    pub fn redacted_for(mut self, audience: Audience) -> Self {
        self.audience = audience;
        self.leave_out();
        if !audience.sees_colleagues() {
            self.without_colleagues();
        }
        if !audience.sees_customer() {
            self.customer = masked_name(&self.customer);
            self.phone = None;
        }
        if audience == Audience::Partner {
            self.keep_one_partners();
        }
        self.mask();
        self
    }

    fn leave_out(&mut self) {
        let audience = self.audience;
        let keeps = |section: Section| audience.sees(section);
        let Self { facts, things, identity, related, steps, answers, approvals, .. } = self;
        keep(facts, keeps(Section::Facts));
        keep(things, keeps(Section::Things));
        keep(identity, keeps(Section::Identity));
        keep(related, keeps(Section::Related));
        keep(steps, keeps(Section::Steps));
        keep(answers, keeps(Section::Answers));
        keep(approvals, keeps(Section::Approvals));
        keep(&mut self.confirmations, keeps(Section::Confirmations));
        let Self { actions, promises, told, supervisions, calculations, .. } = self;
        keep(actions, keeps(Section::Actions));
        keep(promises, keeps(Section::Promises));
        keep(told, keeps(Section::Promises));
        keep(supervisions, keeps(Section::Supervisions));
        keep(calculations, keeps(Section::Calculations));
        self.rating = self.rating.filter(|_| keeps(Section::Rating));
        self.said.retain(|said| match said.by {
            Speaker::Customer | Speaker::Agent(_) => keeps(Section::Talk),
            Speaker::Note(_) => keeps(Section::Notes),
        });
        // Another customer's matter is no business of anybody outside.
        self.related.retain(|ticket| ticket.same_customer || !audience.is_outside());
    }

    /// What the partner had to do, and nothing else. Where several were asked, nobody here knows
    /// which of them will read it: then it holds the part of none.
    fn keep_one_partners(&mut self) {
        let alone = self.partners <= 1;
        self.steps.retain(|work| alone && work.partner.is_some());
        self.answers.retain(|work| alone && work.partner.is_some());
        self.confirmations.retain(|_| alone);
    }

    fn without_colleagues(&mut self) {
        self.owner.name = None;
        let reasons = self.audience.sees_reasons();
        let Self { steps, answers, approvals, identity, .. } = self;
        for work in steps.iter_mut().chain(answers).chain(approvals) {
            work.who.name = None;
            // A partner may read what a partner said.
            work.said = work.said.take().filter(|_| reasons || work.partner.is_some());
        }
        for check in identity {
            check.by = None;
        }
        for said in &mut self.said {
            if let Speaker::Agent(name) | Speaker::Note(name) = &mut said.by {
                *name = None;
            }
        }
    }

    /// Exports mask by default (P-04), for whomever.
    fn mask(&mut self) {
        let mask = |text: &mut String| *text = masked(text);
        mask(&mut self.subject);
        self.facts.iter_mut().for_each(|(_, value)| mask(value));
        self.related.iter_mut().for_each(|ticket| mask(&mut ticket.subject));
        let Self { steps, answers, approvals, .. } = self;
        steps.iter_mut().chain(answers).chain(approvals).for_each(Work::mask);
        self.confirmations.iter_mut().for_each(Confirmed::mask);
        for action in &mut self.actions {
            if let ActionResult::Refused { reason, .. } = &mut action.result {
                mask(reason);
            }
        }
        for overseen in &mut self.supervisions {
            mask(&mut overseen.requirement);
            overseen.reports.iter_mut().for_each(|(_, _, report)| mask(report));
        }
        let given = self.calculations.iter_mut().flat_map(|it| &mut it.given);
        given.for_each(|(_, text)| mask(text));
        for said in &mut self.said {
            mask(&mut said.body);
            said.files.iter_mut().for_each(mask);
        }
    }
}

impl Work {
    fn mask(&mut self) {
        self.name = masked(&self.name);
        self.said = self.said.take().map(|said| masked(&said));
    }
}

impl Party {
    /// The name where it may be said, else where they work.
    pub fn shown(&self) -> &str {
        self.name.as_deref().unwrap_or(&self.place)
    }
}

fn keep<T>(part: &mut Vec<T>, keep: bool) {
    if !keep {
        part.clear();
    }
}
