mod in_turn;
mod own_pay;
mod own_roles;
mod own_tray;
mod picking;
mod place;
mod removal;
mod removals;

use leptos::prelude::*;
use leptos::task::spawn_local;

use self::removal::Removal;
use super::address::Owner;
use super::share::share;
use super::turns::{Turn, Turns};
use super::{Address, Fetched, OwnFile, Shards, Step, memory};
use crate::compare::link::{Opened, View};
use crate::compare::{self, Arrived, Browse, Column, Comparison, OwnPay, Selection, Shared, link};
use crate::model::{AreaFigures, DataError, Dataset, Source};

/// The comparison the page is on: read from the address, changed by going to another address.
#[derive(Clone, Copy)]
pub struct Comparing {
    dataset: &'static Dataset,
    address: Address,
    opened: Memo<Opened>,
    comparison: Memo<Comparison>,
    columns: Memo<Vec<Column>>,
    sources: Memo<Vec<Source>>,
    selection: Memo<Selection>,
    places: Shards<AreaFigures>,
    turns: Turns,
    /// Of the part of the page that sees the comparison in this way.
    turn: Option<Turn>,
    own: OwnFile,
    kept_pay: RwSignal<Option<OwnPay>>,
    announcement: RwSignal<String>,
    kept_notices: RwSignal<Vec<String>>,
    removals: RwSignal<Vec<Removal>>,
    shared: RwSignal<Option<Shared>>,
}

impl Comparing {
    /// Follows an address. A visitor who comes without a choice finds the tray of the last visit. What reads their own
    /// roles takes up those that are kept on the device, before the address says which roles are compared.
    pub fn new(
        dataset: &'static Dataset,
        address: Address,
        take_up_kept: impl FnOnce(OwnFile),
    ) -> Self {
        let query = address.query();
        let own = OwnFile::new(dataset);
        if address.is_in_browser() && OwnFile::is_any_kept() {
            take_up_kept(own);
        }
        let all = own.dataset();
        let opened = Memo::new(move |_| query.with(|q| all.with(|all| link::parse(q, all))));
        let selection = Memo::new(move |_| opened.with(|opened| opened.selection.clone()));
        let places = Shards::<AreaFigures>::default();
        let comparison = Memo::new(move |_| {
            selection.with(|selection| {
                let figures = selection.place().and_then(|code| places.get(code));
                let arrived = arrived(figures.as_ref());
                all.with(|all| compare::compare_in_place(all, selection, arrived))
            })
        });
        let comparing = Self {
            dataset,
            address,
            opened,
            comparison,
            columns: Memo::new(move |_| comparison.with(|c| c.columns.clone())),
            sources: Memo::new(move |_| comparison.with(|c| c.sources.clone())),
            selection,
            places,
            turns: Turns::after(
                move || {
                    comparison.track();
                    selection.track();
                },
                address.is_in_browser(),
            ),
            turn: None,
            own,
            kept_pay: RwSignal::new(None),
            announcement: RwSignal::new(String::new()),
            kept_notices: RwSignal::new(Vec::new()),
            removals: RwSignal::new(Vec::new()),
            shared: RwSignal::new(None),
        };
        if address.is_in_browser() {
            let kept_pay = comparing.kept_pay;
            kept_pay.set(memory::own_pay());
            memory::when_pay_changes_elsewhere(move || {
                // The page may be gone by now.
                let _ = kept_pay.try_set(memory::own_pay());
            });
        }
        comparing.take_up_the_own_tray();
        comparing.follow();
        comparing
    }

    /// What an address says, with the roles that are here now.
    fn parse(&self, query: &str) -> Opened {
        let all = self.own.dataset();
        all.with_untracked(|all| link::parse(query, all))
    }

    /// Does what every change brings about.
    fn follow(&self) {
        let Self {
            dataset,
            address,
            opened,
            comparison,
            selection,
            announcement,
            shared,
            places,
            own,
            ..
        } = *self;
        let all = own.dataset();
        // What the browser shows and keeps of a change does not hold up the change on the page.
        let turn = self.turns.take();
        let comparison = turn.follow(comparison);
        let settled = turn.follow(selection);
        // Without a role there is no part that begins them.
        if self.columns.with_untracked(Vec::is_empty) {
            self.turns.begin();
        }
        let title = Memo::new(move |_| match opened.with(|opened| opened.view) {
            View::Browse => opened.with(|opened| compare::list_title(dataset, &opened.browse)),
            View::Comparison | View::About => {
                comparison.with(|comparison| compare::title(&comparison.columns))
            }
        });
        Effect::new(move |_| address.entitle(&format!("{} · Crossroads", title.get())));
        let place = Memo::new(move |_| selection.with(|selection| selection.place().cloned()));
        Effect::new(move |_| {
            if let (true, Some(code)) = (address.is_in_browser(), place.get()) {
                places.ask_for(&code);
            }
        });
        let owner = address.owner();
        Effect::new(move |_| {
            let query =
                settled.with(|selection| link::query(&selection.with_linked_pay(None), dataset));
            if address.is_in_browser() && owner.get() == Owner::Visitor {
                memory::remember_tray(&query);
            }
        });
        Effect::new(move |before: Option<Selection>| {
            let after = selection.get();
            let Some(before) = before else { return after };
            if let Some(change) =
                all.with_untracked(|all| compare::announcement(all, &before, &after))
            {
                announcement.set(change);
            }
            // What was offered belongs to the comparison as it was.
            shared.set(None);
            after
        });
    }

    /// The roles side by side.
    pub fn comparison(&self) -> Memo<Comparison> {
        self.comparison
    }

    /// Gives the roles the figures of which the first view shows nothing, and the areas, from the chunk that calls
    /// this.
    pub fn complete(&self) -> Result<(), DataError> {
        self.dataset.add_areas();
        if self.dataset.complete()? {
            self.own.renew();
        }
        Ok(())
    }

    /// The compared roles.
    pub fn columns(&self) -> Memo<Vec<Column>> {
        self.columns
    }

    /// All sources of the comparison.
    pub fn sources(&self) -> Memo<Vec<Source>> {
        self.sources
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

    /// The id of the chart that is shown alone, where the address asks for one.
    pub fn embed(&self) -> Memo<Option<String>> {
        let opened = self.opened;
        Memo::new(move |_| opened.with(|opened| opened.embed.clone()))
    }

    /// The full address of this comparison, to pass on.
    pub fn link(&self) -> Memo<String> {
        let (dataset, address, selection) = (self.dataset, self.address, self.selection);
        Memo::new(move |_| address.link_to(&selection.with(|s| link::query_to_share(s, dataset))))
    }

    /// The full address of a chart of this comparison alone.
    pub fn link_to_embed(
        &self,
        chart: impl Fn() -> &'static str + Send + Sync + 'static,
    ) -> Memo<String> {
        let (address, selection) = (self.address, self.selection);
        Memo::new(move |_| {
            let query = selection.with(|selection| compare::query_of_embed(chart(), selection));
            address.link_to(&query)
        })
    }

    /// Shows the part of the page that the address names, once more: for what was not there before. Browser only.
    pub fn reveal_target(&self) {
        self.address.reveal_target();
    }

    /// Says something to those who do not see it.
    pub fn announce(&self, words: &str) {
        self.announcement.set(words.to_owned());
    }

    /// What of the address, and of the figures it asks for, could not be shown.
    pub fn notices(&self) -> Memo<Vec<String>> {
        let (opened, kept, comparison) = (self.opened, self.kept_notices, self.comparison);
        Memo::new(move |_| {
            let mut notices = kept.get();
            notices.extend(opened.with(|opened| opened.notices.clone()));
            let unreadable = comparison.with(|comparison| comparison.unreadable.clone());
            let unreadable = unreadable.into_iter();
            notices.extend(unreadable.map(|error| compare::unreadable_role(&error)));
            notices
        })
    }

    /// What just happened, for those who do not see it.
    pub fn announcement(&self) -> Signal<String> {
        self.announcement.into()
    }

    /// What became of the link that was passed on last.
    pub fn shared(&self) -> Signal<Option<Shared>> {
        self.shared.into()
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
        let owner = self.address.owner().get_untracked();
        self.address.go(&query, owner, Step::Push);
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
        let owner = self.address.owner().get_untracked();
        self.address.go(&query, owner, Step::Push);
    }

    /// Shows what a query string of the page's own making names.
    pub fn follow_link(&self, query: &str) {
        let owner = self.address.owner().get_untracked();
        self.address.go(query, owner, Step::Push);
        self.address.to_top();
    }

    /// Goes on to a selection made from the present one, unless it is the same.
    pub fn change(&self, change: impl FnOnce(&Selection) -> Selection) {
        let selection = self.selection.with_untracked(change);
        if self.selection.with_untracked(|now| *now == selection) {
            return;
        }
        self.removals.set(Vec::new());
        self.go(&selection, Step::Push);
    }

    /// Opens the comparison of a first visit.
    pub fn start_over(&self) {
        self.change(|_| Selection::default_of(self.dataset));
    }

    /// Passes a link to this comparison on.
    pub fn share(&self) {
        let link = self.link().get_untracked();
        let title = self
            .comparison
            .with_untracked(|c| compare::title(&c.columns));
        let (shared, announcement) = (self.shared, self.announcement);
        spawn_local(async move {
            let outcome = share(&title, &link).await;
            if let (Shared::Copied, Some(words)) = (&outcome, outcome.words()) {
                let _ = announcement.try_set(words.to_owned());
            }
            // The page may be gone by now, and with it who would read this.
            let _ = shared.try_set(Some(outcome));
        });
    }

    /// Puts the notices away: the address becomes what is shown.
    pub fn dismiss_notices(&self) {
        self.kept_notices.set(Vec::new());
        let selection = self.selection.get_untracked();
        self.go(&selection, Step::Replace);
    }

    fn go(&self, selection: &Selection, step: Step) {
        self.go_as(selection, self.address.owner().get_untracked(), step);
    }

    fn go_as(&self, selection: &Selection, owner: Owner, step: Step) {
        // In the same view.
        let query = self.opened.with_untracked(|opened| match opened.view {
            View::Browse => link::query_of_browse(&opened.browse, selection, self.dataset),
            view => link::query_of_view(view, selection, self.dataset),
        });
        self.address.go(&query, owner, step);
    }
}

/// What there is of the figures of a place, as a comparison takes it.
pub(super) fn arrived(figures: Option<&Fetched<AreaFigures>>) -> Arrived<'_> {
    match figures {
        Some(Fetched::Here(figures)) => Arrived::Here(figures),
        Some(Fetched::Failed(_)) => Arrived::Failed,
        Some(Fetched::Loading) | None => Arrived::OnTheirWay,
    }
}
