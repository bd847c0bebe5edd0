use std::time::Duration;

use leptos::html::H1;
use leptos::prelude::*;

use super::chart_part::FIRST_WIDTH;
use super::chunk_view::ChunkView;
use super::chunks::{self, now};
use super::in_turn::InTurn;
use super::tray_part::{TrayPart, tray_entries};
use crate::charts::{OwnPayShown, salary_range};
use crate::compare::{self, Selection, sources_of};
use crate::model::{Dataset, Details, RoleId, Section};
use crate::state::{Comparing, Shards, is_served, measured_width};
use crate::ui::{
    BriefChart, InShort, Invitation, OfficialLine, PageSection, PrintNote, ViewOptions, text,
    tray_stays,
};

/// From how many characters on the headline is set smaller on a narrow screen, and from how many smaller still.
const LONG_TITLE: usize = 45;
const LONGER_TITLE: usize = 75;

/// The names in the page of the parts of the first view: the tray, the roles in short, and what can be done from there.
const TRAY: &str = "tray";
const IN_SHORT: &str = "in-short";
const WAYS: &str = "ways";

/// Roles side by side, in the order of the sections.
#[component]
pub fn ComparisonPage(
    /// The comparison the page is on.
    comparing: Comparing,
    /// The roles it chooses from.
    dataset: &'static Dataset,
    /// What more there is of the roles.
    shards: Shards<Details>,
    /// Whether the page was here before.
    is_back: bool,
) -> impl IntoView {
    let selection = comparing.selection();
    let (columns, sources) = (comparing.columns(), comparing.sources());
    let own_pay = own_pay_shown(comparing);
    let pay_chart =
        Memo::new(move |_| columns.with(|columns| salary_range(columns, own_pay.get())));
    let (pay_frame, pay_width) = measured_width(FIRST_WIDTH);
    let title = Memo::new(move |_| columns.with(|columns| compare::title(columns)));
    // The names of many, or long ones, leave room on the first screen for what is said of them.
    let longer_than = move |most: usize| title.with(|title| title.chars().count() > most);
    let sentences = Memo::new(move |_| columns.with(|columns| compare::in_short(columns)));
    let any = Memo::new(move |_| columns.with(|columns| !columns.is_empty()));
    let empty = Memo::new(move |_| selection.with(|selection| selection.tray().is_empty()));
    let related = Memo::new(move |_| {
        selection
            .with(|selection| columns.with(|columns| compare::related(dataset, selection, columns)))
    });
    let on_add = Callback::new(move |role: RoleId| comparing.change(|s| s.with_added(&role)));
    let heading = NodeRef::<H1>::new();
    let on_start = Callback::new(move |()| {
        comparing.start_over();
        if let Some(heading) = heading.get_untracked() {
            // The button goes away; whoever reached it by keyboard goes on from here.
            let _ = heading.focus();
        }
    });
    let on_baseline = Callback::new(move |role: Option<RoleId>| {
        comparing.change(|selection| selection.with_baseline(role.as_ref()));
    });
    let on_only_differences = Callback::new(move |only: bool| {
        comparing.change(|selection| selection.with_only_differences(only));
    });
    if is_back {
        comparing.lay_out_all();
    }
    let entries = tray_entries(comparing);
    let several = Memo::new(move |_| columns.with(|columns| columns.len() > 1));
    let only_differences = Memo::new(move |_| selection.with(Selection::only_differences));

    let own_roles = Callback::new(move |()| now(chunks::own_roles(comparing, dataset)));
    let place = Callback::new(move |()| now(chunks::place(comparing, dataset)));
    let sections = Callback::new(move |()| {
        now(chunks::sections(
            comparing, dataset, related, shards, is_back,
        ))
    });
    let spoken_sources =
        Memo::new(move |_| sources_of(&compare::SPOKEN_OF, &columns.get(), &sources.get()));

    // What the first view shows was served, or is made at once. Where it was served, the switches come first, in the task
    // after the one that takes the page over.
    let is_due = RwSignal::new(!is_served(TRAY));
    if !is_due.get_untracked() {
        let come = move || {
            // The page may be gone by now.
            let _ = is_due.try_set(true);
        };
        set_timeout(come, Duration::ZERO);
    }
    let tray_is_due = Signal::from(is_due);
    let tray = Callback::new(move |()| view! { <TrayPart comparing entries /> }.into_any());
    let in_its_turn = |part: &str| match is_served(part) {
        true => comparing.in_turn().turn_has_come(),
        false => Signal::stored(true),
    };
    let in_short = Callback::new(move |()| {
        view! {
            <InShort sentences sources=spoken_sources>
                <BriefChart
                    spec=pay_chart
                    width=pay_width
                    frame=pay_frame
                    full=("#pay", "Pay in full")
                />
            </InShort>
            <OfficialLine related on_add />
        }
        .into_any()
    });
    let ways = Callback::new(move |()| {
        view! {
            <PrintNote link=comparing.link().into() release=dataset.release() />
            <Show when=move || any.get()>
                <p class="to-taking">
                    <a href="#take-it-with-you">"Take it with you"</a>
                </p>
            </Show>
            <Show when=move || several.get()>
                <ViewOptions entries only_differences on_baseline on_only_differences />
            </Show>
        }
        .into_any()
    });

    let stays = Memo::new(move |_| entries.with(|entries| tray_stays(entries)));
    let page = view! {
        <h1
            node_ref=heading
            tabindex="-1"
            class:long=move || longer_than(LONG_TITLE)
            class:longer=move || longer_than(LONGER_TITLE)
        >
            {move || text(title.get())}
        </h1>
        <InTurn part=TRAY is_due=tray_is_due view=tray />
        <Show when=move || !any.get()>
            <Invitation empty on_start />
        </Show>
        <InTurn part=IN_SHORT is_due=in_its_turn(IN_SHORT) view=in_short />
        <InTurn part=WAYS is_due=in_its_turn(WAYS) view=ways />
        <Show when=move || any.get()>
            <Show when=move || dataset.has_official()>
                <div class="place-room">
                    <ChunkView chunk=&chunks::PLACE view=place />
                </div>
            </Show>
            <div class="sections-room">
                <ChunkView chunk=&chunks::SECTIONS view=sections />
            </div>
        </Show>
        // Among the sections where there are any.
        <Show when=move || !any.get()>
            <PageSection section=Section::OwnRoles>
                <ChunkView chunk=&chunks::OWN_ROLES view=own_roles />
            </PageSection>
        </Show>
    };
    // The mark stands around all that the tray can cover: a rule that asks the page for the tray (`:has`, `~`) would be
    // asked again at every change of anything.
    view! {
        <div class="whole-comparison" class:tray-stays=move || stays.get()>
            {page}
        </div>
    }
    .into_any()
}

/// The reader's own pay, as charts of pay show it.
pub(super) fn own_pay_shown(comparing: Comparing) -> Signal<Option<OwnPayShown>> {
    let pay = comparing.own_pay();
    let is_linked = comparing.own_pay_is_linked();
    Signal::derive(move || {
        let is_linked = is_linked.get();
        pay.get().map(|pay| OwnPayShown { pay, is_linked })
    })
}
