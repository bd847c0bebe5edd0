//! What a page says to machines: schema.org's Occupation, of what the sources say outright.

use crossroads::model::{MetricId, Role, Words};
use serde_json::{Map, Value as Json, json};

/// The published yearly pay, as schema.org calls its percentiles.
const PAY: [(&str, MetricId); 5] = [
    ("percentile10", MetricId::PayYearP10),
    ("percentile25", MetricId::PayYearP25),
    ("median", MetricId::PayYearMedian),
    ("percentile75", MetricId::PayYearP75),
    ("percentile90", MetricId::PayYearP90),
];

/// A role as an Occupation. Pay is there as far as it is exact and the role's own; what is "at least", kept back or of a
/// wider group is no number that may stand alone.
pub fn occupation(role: &Role, words: Option<&Words>) -> Json {
    let mut occupation = Map::new();
    let mut say = |name: &str, what: Json| occupation.insert(name.to_owned(), what);
    say("@context", json!("https://schema.org"));
    say("@type", json!("Occupation"));
    say("name", json!(role.title));
    if role.official.is_none() {
        say(
            "occupationalCategory",
            json!(format!("{} {}", role.id.0, role.title)),
        );
    }
    say(
        "occupationLocation",
        json!({ "@type": "Country", "name": "United States" }),
    );
    if let Some(words) = words {
        say("description", json!(words.description));
        say("responsibilities", json!(words.duties));
    }
    let numbers = PAY.iter();
    let numbers = numbers.filter_map(|(name, metric)| Some((*name, role.own_number(*metric)?)));
    let numbers: Vec<(&str, f64)> = numbers.collect();
    if !numbers.is_empty() {
        let mut pay = Map::new();
        pay.insert("@type".to_owned(), json!("MonetaryAmountDistribution"));
        pay.insert("name".to_owned(), json!("base"));
        pay.insert("currency".to_owned(), json!("USD"));
        pay.insert("duration".to_owned(), json!("P1Y"));
        for (name, number) in numbers {
            pay.insert(name.to_owned(), whole(number));
        }
        say("estimatedSalary", json!([pay]));
    }
    Json::Object(occupation)
}

/// A number without a fraction that it does not have.
fn whole(number: f64) -> Json {
    if number.fract() == 0.0 {
        json!(number as i64)
    } else {
        json!(number)
    }
}

#[cfg(test)]
mod tests {
    use crossroads::model::{Dataset, Reading, RoleId};

    use super::*;

    fn of(id: &str) -> Json {
        let role = Dataset::bundled().unwrap().role(&RoleId(id.to_owned()));
        occupation(&role.unwrap().unwrap(), None)
    }

    #[test]
    fn pay_is_what_the_source_says_outright() {
        let nurses = of("29-1141");
        assert_eq!(nurses["@type"], "Occupation");
        let pay = &nurses["estimatedSalary"][0];
        let role = Dataset::bundled()
            .unwrap()
            .role(&RoleId("29-1141".to_owned()));
        let median = role.unwrap().unwrap().own_number(MetricId::PayYearMedian);
        assert_eq!(pay["median"].as_f64(), median);
        assert_eq!(pay["currency"], "USD");
    }

    #[test]
    fn what_is_no_number_is_left_out() {
        let dataset = Dataset::bundled().unwrap();
        let mut other_than_numbers = 0;
        for id in dataset.ids() {
            let role = dataset.role(&id).unwrap().unwrap();
            let pay = occupation(&role, None)["estimatedSalary"][0].clone();
            for (name, metric) in PAY {
                let reading = role.figure(metric).map(|figure| &figure.reading);
                if !matches!(reading, Some(Reading::Exact(_))) {
                    other_than_numbers += 1;
                    assert_eq!(pay[name], Json::Null, "{} {name} {reading:?}", id.0);
                }
            }
        }
        assert!(other_than_numbers > 20, "only {other_than_numbers}");
        // Actors are paid by the hour only.
        assert_eq!(of("27-2011")["estimatedSalary"], Json::Null);
    }
}
