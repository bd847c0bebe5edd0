use leptos::prelude::*;

use super::{InPageLink, RoleName, text};
use crate::compare::{Column, ERROR, PlaceLine, Ranking, Whereabouts};
use crate::model::AreaCode;

/// Where each role is paid best, and where most of its people work.
#[component]
pub fn WhereaboutsView(
    /// The lists of the columns.
    lists: Vec<Whereabouts>,
    /// The compared roles.
    columns: Vec<Column>,
    /// The address of the comparison in a place.
    href_of: Callback<AreaCode, String>,
    /// Called with a place that is chosen.
    on_place: Callback<AreaCode>,
) -> impl IntoView {
    let roles = lists.into_iter().filter_map(|list| {
        let column = columns.get(list.column)?.clone();
        let (title, per) = (column.role.title.clone(), list.per);
        let rankings = list.rankings.into_iter().map(|ranking| {
            view! { <RankingTable ranking whose=title.clone() per href_of on_place /> }
        });
        Some(view! {
            <section class="whereabouts" aria-label=format!("Where: {title}")>
                <h4>
                    <RoleName column />
                </h4>
                <div class="rankings">{rankings.collect_view()}</div>
            </section>
        })
    });
    view! {
        <p class="definition">{ERROR}</p>
        {roles.collect_view()}
    }
    .into_any()
}

#[component]
fn RankingTable(
    ranking: Ranking,
    whose: String,
    per: &'static str,
    href_of: Callback<AreaCode, String>,
    on_place: Callback<AreaCode>,
) -> impl IntoView {
    let remarks = ranking.remarks.join(" ");
    let rows = ranking.places.into_iter();
    let rows = rows.map(|place| view! { <PlaceRow place href_of on_place /> });
    let any = rows.len() > 0;
    let table = any.then(|| {
        view! {
            <table>
                <caption class="visually-hidden">{text(format!("{}, {whose}", ranking.title))}</caption>
                <thead>
                    <tr>
                        <th scope="col">{text(ranking.head)}</th>
                        <th scope="col">{text(format!("Middle pay {per}"))}</th>
                        <th scope="col">"Jobs"</th>
                    </tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        }
    });
    view! {
        <div class="ranking">
            <h5>{text(ranking.title)}</h5>
            {table}
            <p class="definition">{text(remarks)}</p>
        </div>
    }
    .into_any()
}

#[component]
fn PlaceRow(
    place: PlaceLine,
    href_of: Callback<AreaCode, String>,
    on_place: Callback<AreaCode>,
) -> impl IntoView {
    let name = match place.code {
        Some(code) => {
            let of_href = code.clone();
            let href = Signal::derive(move || href_of.run(of_href.clone()));
            let on_follow = Callback::new(move |()| on_place.run(code.clone()));
            view! {
                <InPageLink href on_follow>
                    {text(place.name)}
                </InPageLink>
            }
            .into_any()
        }
        None => text(place.name).into_any(),
    };
    let error = |words: Option<String>| {
        words.map(|words| view! { <span class="qualifier">{text(words)}</span> })
    };
    view! {
        <tr>
            <th scope="row">{name}</th>
            <td><span>{text(place.pay)}</span> " " {error(place.pay_error)}</td>
            <td><span>{text(place.jobs)}</span> " " {error(place.jobs_error)}</td>
        </tr>
    }
    .into_any()
}
