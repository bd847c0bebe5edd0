use leptos::prelude::*;

use super::{Address, Step};
use crate::compare::link::{Opened, View};
use crate::compare::{self, Browse, Comparison, Selection, link};
use crate::model::{Dataset, RoleId};

/// The comparison the page is on: read from the address, changed by going to another address.
#[derive(Clone, Copy)]
pub struct Comparing {
    dataset: &'static Dataset,
    address: Address,
    opened: Memo<Opened>,
    comparison: Memo<Comparison>,
    selection: Memo<Selection>,
    announcement: RwSignal<String>,
}

impl Comparing {
    /// Follows an address.
    pub fn new(dataset: &'static Dataset, address: Address) -> Self {
        let query = address.query();
        let opened = Memo::new(move |_| query.with(|query| link::parse(query, dataset)));
        let comparison =
            Memo::new(move |_| opened.with(|opened| compare::compare(dataset, &opened.selection)));
        Effect::new(move |_| {
            let title = match opened.with(|opened| opened.view) {
                View::Browse => opened.with(|opened| compare::list_title(dataset, &opened.browse)),
                View::Comparison | View::About => {
                    comparison.with(|comparison| compare::title(&comparison.columns))
                }
            };
            address.entitle(&format!("{title} · Crossroads"));
        });
        let announcement = RwSignal::new(String::new());
        let selection = Memo::new(move |_| opened.with(|opened| opened.selection.clone()));
        Effect::new(move |before: Option<Selection>| {
            let after = selection.get();
            let change = before.map(|before| compare::announcement(dataset, &before, &after));
            if let Some(Some(change)) = change {
                announcement.set(change);
            }
            after
        });
        Self {
            dataset,
            address,
            opened,
            comparison,
            announcement,
            selection,
        }
    }

    /// The roles side by side.
    pub fn comparison(&self) -> Memo<Comparison> {
        self.comparison
    }

    /// The tray.
    pub fn selection(&self) -> Memo<Selection> {
        self.selection
    }

    /// Which page is shown.
    pub fn view(&self) -> Memo<View> {
        let opened = self.opened;
        Memo::new(move |_| opened.with(|opened| opened.view))
    }

    /// The query string, with its question mark, of another view of the same selection.
    pub fn query_of(&self, view: View) -> String {
        let dataset = self.dataset;
        let query = |selection: &Selection| link::query_of_view(view, selection, dataset);
        format!("?{}", self.selection.with(query))
    }

    /// Shows another view.
    pub fn show(&self, view: View) {
        let dataset = self.dataset;
        let query = |selection: &Selection| link::query_of_view(view, selection, dataset);
        let query = self.selection.with_untracked(query);
        self.address.go(&query, Step::Push);
        self.address.to_top();
    }

    /// How the roles are looked through.
    pub fn browse(&self) -> Memo<Browse> {
        let opened = self.opened;
        Memo::new(move |_| opened.with(|opened| opened.browse.clone()))
    }

    /// The query string, with its question mark, of the roles looked through in another way.
    pub fn query_of_browse(&self, browse: &Browse) -> String {
        let dataset = self.dataset;
        let query = |selection: &Selection| link::query_of_browse(browse, selection, dataset);
        format!("?{}", self.selection.with(query))
    }

    /// Looks through the roles in another way.
    pub fn look_through(&self, browse: &Browse) {
        let dataset = self.dataset;
        let query = |selection: &Selection| link::query_of_browse(browse, selection, dataset);
        let query = self.selection.with_untracked(query);
        self.address.go(&query, Step::Push);
    }

    /// Shows what a query string of the page's own making names.
    pub fn follow(&self, query: &str) {
        self.address.go(query, Step::Push);
        self.address.to_top();
    }

    /// What of the address could not be shown.
    pub fn notices(&self) -> Memo<Vec<String>> {
        let opened = self.opened;
        Memo::new(move |_| opened.with(|opened| opened.notices.clone()))
    }

    /// What just happened, for those who do not see it.
    pub fn announcement(&self) -> Signal<String> {
        self.announcement.into()
    }

    /// Switches a role over.
    pub fn switch(&self, role: &RoleId) {
        let selection = self.selection.with_untracked(|s| s.with_switched(role));
        self.go(&selection, Step::Push);
    }

    /// Sets a role beside the others.
    pub fn add(&self, role: &RoleId) {
        let selection = self.selection.with_untracked(|s| s.with_added(role));
        self.go(&selection, Step::Push);
    }

    /// Opens the comparison of a first visit.
    pub fn start_over(&self) {
        self.go(&Selection::default_of(self.dataset), Step::Push);
    }

    /// Puts the notices away: the address becomes what is shown.
    pub fn dismiss_notices(&self) {
        let selection = self.selection.get_untracked();
        self.go(&selection, Step::Replace);
    }

    /// Another selection, in the same view.
    fn go(&self, selection: &Selection, step: Step) {
        let query = self.opened.with_untracked(|opened| match opened.view {
            View::Browse => link::query_of_browse(&opened.browse, selection, self.dataset),
            view => link::query_of_view(view, selection, self.dataset),
        });
        self.address.go(&query, step);
    }
}
