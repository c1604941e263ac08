//! Which sections of a long article show their marks.
//!
//! Those near the view do, before they come into it. The others follow while the browser has
//! nothing else to do, so that copies, prints and screen readers meet the marks too; of articles
//! with very many annotations only those that were near.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use crate::model::{ArticleId, Project};
use crate::platform::{listen, sections, selection};
use crate::render::{Drawn, Plan, plan_drawn};
use crate::text::Span;

/// An article of no more characters than this is shown whole, and no part of it is skipped.
pub const SHORT: u32 = 15_000;

/// With more annotations than this only what is near the view is drawn.
const MOST: usize = 20_000;

/// Sections that stay drawn where not all are.
const KEPT: usize = 8;

/// The plan of an article as far as it is drawn. `must_show` is drawn wherever it lies.
#[hook]
pub fn use_plan(project: &Rc<Project>, must_show: Vec<Span>) -> Rc<Plan> {
    let near = use_mut_ref(Near::default);
    let redraw = use_force_update();
    let plan = near.borrow_mut().plan(project, must_show);
    {
        let (near, redraw) = (near.clone(), redraw.clone());
        use_effect_with((), move |()| {
            let printing = {
                let (near, redraw) = (near.clone(), redraw.clone());
                listen::printing(move |printing| {
                    near.borrow_mut().print(printing);
                    redraw.force_update();
                })
            };
            let scrolling = listen::scroll(move || {
                if near.borrow_mut().look() {
                    redraw.force_update();
                }
            });
            move || drop((printing, scrolling))
        });
    }
    use_effect_with(project.id().clone(), {
        let (near, redraw) = (near.clone(), redraw.clone());
        move |_| {
            sections::measure_lines();
            if near.borrow_mut().look() {
                redraw.force_update();
            }
        }
    });
    use_effect(move || go_on_when_idle(&near, redraw));
    plan
}

/// One section after the other; each drawing asks for the next.
fn go_on_when_idle(near: &Rc<RefCell<Near>>, redraw: UseForceUpdateHandle) {
    if !near.borrow_mut().asks() {
        return;
    }
    let near = Rc::downgrade(near);
    sections::when_idle(move || {
        let Some(near) = near.upgrade() else { return };
        near.borrow_mut().go_on();
        redraw.force_update();
    });
}

/// What is drawn, and what was drawn last.
#[derive(Debug, Default)]
struct Near {
    article: Option<ArticleId>,
    project: Option<Rc<Project>>,
    plan: Option<Rc<Plan>>,
    drawn: Drawn,
    /// Whether other sections are to be drawn than were last.
    stale: bool,
    /// Whether an idle turn is on its way.
    asked: bool,
    /// The first and the last section that was near the view.
    view: (usize, usize),
}

impl Near {
    fn plan(&mut self, project: &Rc<Project>, must_show: Vec<Span>) -> Rc<Plan> {
        if self.article.as_ref() != Some(project.id()) {
            self.article = Some(project.id().clone());
            let whole = project.article.text.end().0 <= SHORT;
            self.drawn = Drawn { whole, sections: vec![true], spans: Vec::new() };
            self.view = (0, 0);
            self.plan = None;
        }
        let same = self.project.as_ref().is_some_and(|it| Rc::ptr_eq(it, project));
        let shown = self.drawn.spans == must_show;
        if let Some(plan) = self.plan.as_ref().filter(|_| same && shown && !self.stale) {
            return plan.clone();
        }
        self.drawn.spans = must_show;
        let plan = Rc::new(plan_drawn(project, self.plan.as_deref(), &self.drawn));
        // What was shown once stays.
        self.drawn.sections = (0..plan.sections.len()).map(|place| plan.is_drawn(place)).collect();
        self.stale = false;
        self.project = Some(project.clone());
        self.plan = Some(plan.clone());
        plan
    }

    /// Draws what has come near the view; false if all of that is drawn.
    fn look(&mut self) -> bool {
        if self.drawn.whole {
            return false;
        }
        let Some((first, last)) = sections::near_view() else { return false };
        self.view = (first, last);
        let mut near = self.drawn.sections.iter_mut().take(last + 1).skip(first);
        let is_new = near.any(|drawn| !std::mem::replace(drawn, true));
        near.for_each(|drawn| *drawn = true);
        if is_new && !self.may_draw_all() {
            self.let_go();
        }
        self.stale |= is_new;
        is_new
    }

    /// Leaves what is far from the view bare again.
    fn let_go(&mut self) {
        // The ends of a selection must not be drawn anew under it.
        if selection::is_range() {
            return;
        }
        let (first, last) = self.view;
        let kept = first.saturating_sub(KEPT)..=last + KEPT;
        for (place, drawn) in self.drawn.sections.iter_mut().enumerate() {
            *drawn &= kept.contains(&place);
        }
    }

    fn may_draw_all(&self) -> bool {
        self.project.as_ref().is_some_and(|project| project.n_annotations() <= MOST)
    }

    fn next_bare(&self) -> Option<usize> {
        let bare = |(place, drawn): (usize, &bool)| (!drawn).then_some(place);
        let behind = self.drawn.sections.iter().enumerate().skip(self.view.0).find_map(bare);
        behind.or_else(|| self.drawn.sections.iter().enumerate().find_map(bare))
    }

    /// Whether an idle turn is needed and none is on its way.
    fn asks(&mut self) -> bool {
        let asks =
            !self.asked && !self.drawn.whole && self.may_draw_all() && self.next_bare().is_some();
        self.asked |= asks;
        asks
    }

    fn go_on(&mut self) {
        self.asked = false;
        let next = self.next_bare();
        if let Some(drawn) = next.and_then(|place| self.drawn.sections.get_mut(place)) {
            *drawn = true;
            self.stale = true;
        }
    }

    fn print(&mut self, printing: bool) {
        let length = self.project.as_ref().map_or(0, |project| project.article.text.end().0);
        self.drawn.whole = printing || length <= SHORT;
        self.stale = true;
    }
}
