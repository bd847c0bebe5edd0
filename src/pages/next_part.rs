use leptos::prelude::*;

use super::details_part::{Asked, Failed, failed_of, waiting_for};
use super::profile_part::OnSources;
use super::sections_part::about_line;
use crate::compare::{self, About, Bridges, Choice, NATIONAL, Rated, SimilarRole, Wish, Wishes};
use crate::model::{Alike, Dataset, RoleId, Source, format};
use crate::state::{Comparing, Fetched, Shards};
use crate::ui::{
    BridgeEnds, BridgesView, NotHere, OnDemand, RoleName, SimilarRoles, SourceLine, WishList, text,
};

const TITLE: &str = "Similar roles, and ways from one role to another";

/// What a share means, and what it does not.
const HOW_ALIKE: &str = "“99%” means: of 100 pairs of roles, 99 are less alike. Crossroads computes it from O*NET’s \
                         ratings of skills and knowledge: it compares which of them stand out in a role, not how much \
                         is needed, and knows nothing of licenses, degrees or tools.";

/// What was done to the ratings.
const DONE: &str = "Crossroads standardized each rating over all rated roles and correlated the ratings of each two roles, \
                    in skills (importance and level) and in knowledge (importance). The first share is of the mean of both \
                    correlations. A share counts the pairs of roles that are less alike. Ratings not to be used, and \
                    levels that are not relevant, are left out.";

/// Roles like the compared ones, and ways from one of those to another; fetched when somebody asks for them.
#[component]
pub fn NextPart(
    /// The comparison the page is on.
    comparing: Comparing,
    /// The roles and their sources.
    dataset: &'static Dataset,
    /// Called with what is to be known about them, when somebody asks for it.
    on_about: Callback<About>,
    /// Called when it has other sources.
    on_sources: OnSources,
) -> impl IntoView {
    let part = Part::new(comparing, dataset);
    let wanted = RwSignal::new(false);
    let on_open = Callback::new(move |()| {
        wanted.set(true);
        part.ask();
    });
    Effect::new(move |_| {
        part.rated.track();
        if wanted.get() {
            part.ask();
        }
    });
    let wishes = RwSignal::new(Wishes::default());
    let on_wish = Callback::new(move |(place, made): (usize, bool)| {
        wishes.update(|wishes| {
            if let Some(wish) = wishes.get_mut(place) {
                *wish = made;
            }
        });
    });
    let status = move || part.how_many(wishes.get());
    let national = move || {
        let is_local = comparing.comparison().with(|c| c.place.is_some());
        is_local.then(|| view! { <p class="definition">{NATIONAL}</p> })
    };
    let several = Memo::new(move |_| part.ends.with(Option::is_some));
    let any = Memo::new(move |_| part.asked.with(|asked| !asked.is_empty()));
    view! {
        <OnDemand title=TITLE on_open>
            <Show when=move || any.get()>
                <p class="definition">{HOW_ALIKE}</p>
                {national}
                {part.messages()}
                <WishList wishes=wishes.into() status=Signal::derive(status) on_wish />
            </Show>
            <div class="side-by-side">
                <For each=move || part.rated.get() key=|rated| rated.column.key() let:rated>
                    {part.similar(rated, wishes.into())}
                </For>
            </div>
            <Show when=move || several.get()>{part.bridges()}</Show>
            <Show when=move || any.get()>{part.sources(on_about, on_sources)}</Show>
        </OnDemand>
    }
    .into_any()
}

/// What the part is made of.
#[derive(Clone, Copy)]
struct Part {
    comparing: Comparing,
    dataset: &'static Dataset,
    shards: Shards<Alike>,
    rated: Memo<Vec<Rated>>,
    /// The roles whose shards are needed.
    asked: Memo<Asked>,
    /// The two compared roles between which ways are asked for, as far as somebody has chosen.
    chosen: RwSignal<[Option<RoleId>; 2]>,
    ends: Memo<Option<(RoleId, RoleId)>>,
}

impl Part {
    fn new(comparing: Comparing, dataset: &'static Dataset) -> Self {
        let columns = comparing.columns();
        let rated = Memo::new(move |_| columns.with(|columns| compare::rated(dataset, columns)));
        let asked = Memo::new(move |_| {
            let title = |rated: &Rated| rated.column.role.title.clone();
            let of = |rated: &Rated| Some((title(rated), rated.role.clone()?));
            rated.with(|rated| rated.iter().filter_map(of).collect())
        });
        let chosen = RwSignal::new([None, None]);
        let ends = Memo::new(move |_| {
            let options = rated.with(|rated| options(rated));
            chosen.with(|chosen| ends(&options, chosen))
        });
        Self {
            comparing,
            dataset,
            shards: Shards::default(),
            rated,
            asked,
            chosen,
            ends,
        }
    }

    fn ask(self) {
        self.asked.with_untracked(|asked| {
            for (_, role) in asked {
                self.shards.ask_for(role);
            }
        });
    }

    /// What is on its way, and what could not be had.
    fn messages(self) -> AnyView {
        let messages = move || {
            let asked = self.asked.get();
            let not_here = |titles: Vec<String>, failure: Option<String>| {
                let what = format!("the roles like {}", format::list(&titles));
                // Those that are here or on their way are not fetched again.
                let on_retry = Callback::new(move |()| self.ask());
                view! { <NotHere what failure on_retry /> }
            };
            let waiting = waiting_for(&asked, self.shards).map(|titles| not_here(titles, None));
            let failed = failed_of(&asked, self.shards);
            let failed = failed.map(|Failed { titles, reason }| not_here(titles, Some(reason)));
            view! {
                {waiting}
                {failed}
            }
        };
        messages.into_any()
    }

    fn alike_to(self, role: &RoleId) -> Option<Alike> {
        match self.shards.get(role) {
            Some(Fetched::Here(alike)) => Some(alike),
            _ => None,
        }
    }

    /// The roles like an official one, once they are here.
    fn similar_to(self, role: &RoleId) -> Option<Vec<SimilarRole>> {
        Some(compare::similar(self.dataset, role, &self.alike_to(role)?))
    }

    /// How many roles are left of each list that is here; nothing while no wish is made.
    fn how_many(self, wishes: Wishes) -> String {
        if !wishes.contains(&true) {
            return String::new();
        }
        let line = |(title, role): &(String, RoleId)| {
            let similar = self.similar_to(role)?;
            Some(format!("{title}: {}.", compare::how_many(&similar, wishes)))
        };
        let lines: Vec<String> = self
            .asked
            .with(|asked| asked.iter().filter_map(line).collect());
        let names = Wish::ALL.iter().zip(wishes).filter(|(_, made)| *made);
        let names: Vec<String> = names
            .map(|(wish, _)| wish.name().to_ascii_lowercase())
            .collect();
        format!("Filtered by {}. {}", format::list(&names), lines.join(" "))
    }

    /// The roles like one compared role.
    fn similar(self, rated: Rated, wishes: Signal<Wishes>) -> AnyView {
        let whose = rated.column.role.title.clone();
        let list = rated.role.map(|role| {
            let from = role.clone();
            let roles = Memo::new(move |_| self.similar_to(&role));
            let ids = move |similar: &SimilarRole| similar.role.clone();
            let ids =
                Memo::new(move |_| roles.with(|roles| roles.iter().flatten().map(ids).collect()));
            let choices = self.choices(ids);
            move || {
                let (roles, whose) = (roles.get()?, whose.clone());
                let on_compare = self.on_compare();
                let compared_with = compare::compared_with(self.dataset, &from, &roles);
                Some(view! {
                    <SimilarRoles roles compared_with wishes whose choices on_compare />
                })
            }
        });
        view! {
            <div>
                <h4>
                    <RoleName column=rated.column of_figures=false />
                </h4>
                {rated.remark.map(|remark| view! { <p class="definition">{text(remark)}</p> })}
                {list}
            </div>
        }
        .into_any()
    }

    /// The ways from one compared role to another.
    fn bridges(self) -> AnyView {
        let options = Memo::new(move |_| {
            let titled = |rated: &Rated| {
                (
                    rated.column.role.id.clone(),
                    rated.column.role.title.clone(),
                )
            };
            self.rated.with(|rated| {
                rated
                    .iter()
                    .filter(|r| r.role.is_some())
                    .map(titled)
                    .collect()
            })
        });
        // Whoever chooses the other end has both change places.
        let choose = move |place: usize, role: RoleId| {
            let ends = self.ends.get_untracked();
            let Some((from, to)) = ends else { return };
            let mut ends = [from, to];
            if ends[1 - place] == role {
                ends.swap(0, 1);
            } else {
                ends[place] = role;
            }
            self.chosen.set(ends.map(Some));
        };
        let on_from = Callback::new(move |role: RoleId| choose(0, role));
        let on_to = Callback::new(move |role: RoleId| choose(1, role));
        let found = Memo::new(move |_| self.found());
        let ids = Memo::new(move |_| {
            let ids = |bridges: &Bridges| bridges.over.iter().map(|way| way.role.clone()).collect();
            found.with(|found| found.as_ref().map(ids).unwrap_or_default())
        });
        let choices = self.choices(ids);
        let shown = move || {
            let on_compare = self.on_compare();
            Some(view! { <BridgesView bridges=found.get()? choices on_compare /> })
        };
        view! {
            <section class="ways" aria-labelledby="ways">
                <h4 id="ways">"Ways from one role to another"</h4>
                <BridgeEnds options ends=self.ends on_from on_to />
                <p class="definition" role="status">
                    {move || text(found.with(|found| self.said_of(found.as_ref())))}
                </p>
                {shown}
            </section>
        }
        .into_any()
    }

    /// The official roles that speak for the two ends.
    fn official_ends(self) -> Option<(RoleId, RoleId)> {
        let (from, to) = self.ends.get()?;
        self.rated.with(|rated| {
            let official = |end: &RoleId| {
                let found = rated.iter().find(|rated| rated.column.role.id == *end);
                found.and_then(|rated| rated.role.clone())
            };
            official(&from).zip(official(&to))
        })
    }

    fn found(self) -> Option<Bridges> {
        let (from, to) = self.official_ends()?;
        let (there, back) = (self.alike_to(&from)?, self.alike_to(&to)?);
        compare::bridges(self.dataset, (&from, &there), (&to, &back))
    }

    fn said_of(self, found: Option<&Bridges>) -> String {
        match (found, self.official_ends()) {
            (Some(bridges), _) => bridges.in_words(),
            (None, Some((from, to))) if from == to => {
                "Both are told by the figures of one official occupation, so that there is no way between them.".to_owned()
            }
            _ => String::new(),
        }
    }

    /// What the tray says to these roles.
    fn choices(self, roles: Memo<Vec<RoleId>>) -> Memo<Vec<Choice>> {
        let selection = self.comparing.selection();
        let dataset = self.dataset;
        Memo::new(move |_| {
            let of_roles =
                |selection: &_| roles.with(|roles| compare::choices(dataset, selection, roles));
            selection.with(of_roles)
        })
    }

    fn on_compare(self) -> Callback<RoleId> {
        let comparing = self.comparing;
        Callback::new(move |role: RoleId| comparing.change(|s| s.with_toggled(&role)))
    }

    /// Whose the ratings and the figures are.
    fn sources(self, on_about: Callback<About>, on_sources: OnSources) -> AnyView {
        let sources = Memo::new(move |_| {
            self.rated
                .with(|rated| compare::alike_sources(self.dataset, rated))
        });
        Effect::new(move |_| on_sources.run((TITLE, sources.get())));
        on_cleanup(move || on_sources.run((TITLE, Vec::new())));
        let line = move || {
            let sources = sources.get();
            let done = |source: &Source| match source.id.0.as_str() {
                Alike::SKILLS_SOURCE | Alike::KNOWLEDGE_SOURCE => &[DONE][..],
                _ => &[],
            };
            let told = sources.iter();
            let told = told.flat_map(|s| compare::as_published(&s.id, &sources, done(s)));
            let about = compare::about_list("Similar roles", HOW_ALIKE, told.collect());
            view! {
                <SourceLine sources />
                {about_line("About these similar roles", about, on_about)}
            }
        };
        line.into_any()
    }
}

/// The compared roles that can be an end of a way.
fn options(rated: &[Rated]) -> Vec<RoleId> {
    let options = rated.iter().filter(|rated| rated.role.is_some());
    options.map(|rated| rated.column.role.id.clone()).collect()
}

/// The two that are chosen, as far as they are still there; else the first two.
fn ends(options: &[RoleId], chosen: &[Option<RoleId>; 2]) -> Option<(RoleId, RoleId)> {
    let still_there = |role: &&RoleId| options.contains(role);
    let [from, to] = chosen;
    let from = from.as_ref().filter(still_there);
    let to = to.as_ref().filter(still_there);
    let other_than = |other: Option<&RoleId>| options.iter().find(|role| Some(*role) != other);
    let from = from.or_else(|| other_than(to))?;
    let to = to
        .filter(|to| *to != from)
        .or_else(|| other_than(Some(from)))?;
    Some((from.clone(), to.clone()))
}
