//! The fetch rules (docs/fetch-rules.md) against an origin of our own. Tests name the rule they hold us to.

mod desk;
mod first;
mod hostile;
mod life;
mod many;
mod once;
mod table;
mod week;

use std::time::Duration;

use copydesk::fetch::{Address, Answer, Client, Due, Kind, Outcome, Patience};
use copydesk::model::Manners;

/// Manners with the loopback open and no pauses.
fn manners() -> Manners {
    Manners {
        user_agent: "copydesk/0 (+https://desk.example/about; Screen Desk)".into(),
        in_flight: 32,
        per_host: 32,
        gap: Duration::ZERO,
        deadline: Duration::from_secs(60),
        allow_addresses: vec![("127.0.0.0".parse().unwrap(), 8)],
        ..Manners::default()
    }
}

/// A client that gives up soon, so that tests do.
fn client() -> Client {
    let patience = Patience {
        connect: Duration::from_secs(1),
        first_byte: Duration::from_secs(1),
        idle: Duration::from_secs(1),
        whole: Duration::from_secs(10),
        again: Duration::from_millis(100),
        ..Patience::default()
    };
    Client::with_patience(&manners(), patience).unwrap()
}

fn due(key: &str, url: url::Url) -> Due {
    Due::new(key, Address::Http(url))
}

fn failure(answer: &Answer) -> (Kind, &str) {
    match &answer.outcome {
        Outcome::Failed(receipt) => (receipt.kind, &receipt.message),
        other => panic!("{other:?}"),
    }
}
