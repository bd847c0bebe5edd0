use leptos::prelude::*;

use crate::compare::{self, OwnPay};
use crate::state::Comparing;
use crate::ui::{OwnPayActions, OwnPayForm};

/// The visitor's own pay, and where it falls among that of each compared role.
#[component]
pub fn OwnPayPart(
    /// The comparison the page is on.
    comparing: Comparing,
) -> impl IntoView {
    let (columns, pay) = (comparing.columns(), comparing.own_pay());
    let is_linked = comparing.own_pay_is_linked();
    let sentences = Memo::new(move |_| {
        let pay = pay.get();
        pay.map(|pay| columns.with(|columns| compare::standings(columns, pay)))
            .unwrap_or_default()
    });
    let actions = OwnPayActions {
        keep: Callback::new(move |pay: OwnPay| comparing.keep_own_pay(pay)),
        link: Callback::new(move |linked: bool| comparing.link_own_pay(linked)),
        forget: Callback::new(move |()| comparing.forget_own_pay()),
    };
    view! {
        <div class="own-pay-part">
            <h3>"Where your own pay stands"</h3>
            <OwnPayForm pay is_linked sentences actions />
        </div>
    }
    .into_any()
}
