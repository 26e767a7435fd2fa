//! Many sources at once: fairness, pauses, quiet, deadline.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use copydesk::fetch::{self, Address, Due, Outcome};
use copydesk::model::{Manners, Switches};

use crate::fetch::{client, due, manners};
use crate::origin::{Origin, Request, reply};

async fn all(due: Vec<Due>, manners: Manners) -> BTreeMap<String, Outcome> {
    let mut answers = fetch::all(due, Arc::new(manners), client());
    let mut outcomes = BTreeMap::new();
    while let Some(answer) = answers.recv().await {
        let before = outcomes.insert(answer.key, answer.outcome);
        assert!(before.is_none(), "a source was answered twice");
    }
    outcomes
}

fn dues(origin: &Origin, count: usize) -> Vec<Due> {
    (0..count).map(|i| due(&format!("{i:03}"), origin.url(&format!("/{i}")))).collect()
}

#[tokio::test]
async fn every_source_gets_exactly_one_answer_and_a_failure_costs_only_itself() {
    let origin = Origin::start(|request: &Request| match request.path.as_str() {
        "/7" => reply(500, &[], b""),
        path => reply(200, &[], path.as_bytes()),
    });
    let mut sources = dues(&origin, 40);
    let file = Address::File("/nowhere/at/all.xml".into());
    sources.push(Due { address: file, ..due("file", origin.url("/")) });
    let outcomes = all(sources, manners()).await;
    assert_eq!(outcomes.len(), 41);
    let failed: Vec<_> =
        outcomes.iter().filter(|(_, o)| matches!(o, Outcome::Failed(_))).map(|(k, _)| k.as_str()).collect();
    assert_eq!(failed, ["007", "file"]);
    let Outcome::Document(document) = &outcomes["012"] else { panic!() };
    assert_eq!(document.bytes, b"/12");
}

#[tokio::test]
async fn rule_6_1_requests_to_one_host_keep_their_number_and_their_distance() {
    let (now, most) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
    let (n, m) = (Arc::clone(&now), Arc::clone(&most));
    let origin = Origin::start(move |_| {
        m.fetch_max(n.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
        std::thread::sleep(Duration::from_millis(20));
        n.fetch_sub(1, Ordering::SeqCst);
        reply(200, &[], b"x")
    });
    let gap = Duration::from_millis(60);
    let outcomes = all(dues(&origin, 5), Manners { per_host: 1, gap, ..manners() }).await;
    assert_eq!(outcomes.len(), 5);
    assert_eq!(most.load(Ordering::SeqCst), 1);
    let times: Vec<_> = origin.seen().iter().map(|request| request.at).collect();
    for pair in times.windows(2) {
        assert!(pair[1] - pair[0] >= gap, "{:?} apart", pair[1] - pair[0]);
    }
    assert_eq!(
        origin.seen().iter().map(|r| r.path.as_str()).collect::<Vec<_>>(),
        ["/0", "/1", "/2", "/3", "/4"]
    );
}

#[tokio::test]
async fn a_slow_host_holds_nobody_up() {
    let slow = Origin::start(|_| {
        vec![(Duration::from_millis(1000), b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".to_vec())]
    });
    let fast = Origin::start_on("127.0.0.2", |_| reply(200, &[], b"x"));
    let mut sources = vec![due("slow", slow.url("/"))];
    let fast_ones = (0..20).map(|i| due(&format!("fast {i}"), fast.url(&format!("/{i}"))));
    sources.extend(fast_ones);
    let mut answers = fetch::all(sources, Arc::new(Manners { per_host: 1, ..manners() }), client());
    let mut order = Vec::new();
    while let Some(answer) = answers.recv().await {
        order.push(answer.key);
    }
    assert_eq!(order.len(), 21);
    assert_ne!(order[0], "slow");
}

#[tokio::test]
async fn rule_6_1_many_names_of_one_machine_count_as_one() {
    let (now, most) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
    let (n, m) = (Arc::clone(&now), Arc::clone(&most));
    let origin = Origin::start(move |_| {
        m.fetch_max(n.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
        std::thread::sleep(Duration::from_millis(20));
        n.fetch_sub(1, Ordering::SeqCst);
        reply(200, &[], b"x")
    });
    // Names below localhost are this machine, wherever the resolver comes from; others are by number.
    let port = origin.address.port();
    let names = ["127.0.0.1", "localhost"];
    let sources = (0..10).map(|i| {
        due(&format!("{i}"), format!("http://{}:{port}/{i}", names[i % names.len()]).parse().unwrap())
    });
    let outcomes = all(sources.collect(), Manners { per_host: 1, ..manners() }).await;
    assert!(outcomes.values().all(|outcome| matches!(outcome, Outcome::Document(_))), "{outcomes:?}");
    assert_eq!(most.load(Ordering::SeqCst), 1);
}

#[tokio::test]
async fn section_4_two_503_of_one_host_leave_it_alone() {
    let origin = Origin::start(|request: &Request| match request.path.as_str() {
        "/1" | "/3" => reply(503, &[("Retry-After", "600")], b""),
        _ => reply(200, &[], b"x"),
    });
    let outcomes = all(dues(&origin, 8), Manners { per_host: 1, ..manners() }).await;
    assert_eq!(origin.seen().len(), 4);
    let wait = Some(Duration::from_secs(600));
    assert_eq!(
        outcomes.values().filter(|o| matches!(o, Outcome::NotReached { wait: w } if *w == wait)).count(),
        4
    );
}

#[tokio::test]
async fn rule_6_1_a_source_may_ask_for_a_longer_pause_at_its_host() {
    let origin = Origin::start(|_| reply(200, &[], b"x"));
    let gap = Duration::from_millis(80);
    let mut sources = dues(&origin, 4);
    sources[2].switches = Arc::new(Switches { gap: Some(gap), ..Switches::default() });
    all(sources, Manners { per_host: 1, ..manners() }).await;
    let times: Vec<_> = origin.seen().iter().map(|request| request.at).collect();
    assert!(times.windows(2).all(|pair| pair[1] - pair[0] >= gap), "{times:?}");
}

#[tokio::test]
async fn rule_6_3_a_429_leaves_the_host_alone_for_the_rest_of_the_run() {
    let origin = Origin::start(|request: &Request| match request.path.as_str() {
        "/2" => reply(429, &[("Retry-After", "1800")], b""),
        _ => reply(200, &[], b"x"),
    });
    let outcomes = all(dues(&origin, 10), Manners { per_host: 1, ..manners() }).await;
    assert_eq!(origin.seen().len(), 3);
    assert_eq!(outcomes.len(), 10);
    let wait = Some(Duration::from_secs(1800));
    let held =
        outcomes.values().filter(|o| matches!(o, Outcome::NotReached { wait: w } if *w == wait)).count();
    assert_eq!(held, 7);
}

#[tokio::test]
async fn section_4_one_403_slows_a_host_down_and_a_second_leaves_it_alone() {
    let origin = Origin::start(|request: &Request| match request.path.as_str() {
        "/1" | "/4" => reply(403, &[], b""),
        _ => reply(200, &[], b"x"),
    });
    let gap = Duration::from_millis(30);
    let outcomes = all(dues(&origin, 8), Manners { per_host: 1, gap, ..manners() }).await;
    let seen = origin.seen();
    assert_eq!(seen.len(), 5);
    assert!(seen[2].at - seen[1].at >= 4 * gap);
    assert_eq!(outcomes.values().filter(|o| matches!(o, Outcome::NotReached { .. })).count(), 3);
}

#[tokio::test]
async fn rule_6_4_at_the_deadline_the_rest_is_not_reached_and_the_run_ends() {
    let origin = Origin::start(|_| {
        vec![(Duration::from_millis(200), b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".to_vec())]
    });
    let began = Instant::now();
    let deadline = Duration::from_millis(700);
    let outcomes = all(dues(&origin, 30), Manners { per_host: 1, deadline, ..manners() }).await;
    assert!(began.elapsed() < Duration::from_secs(5));
    assert_eq!(outcomes.len(), 30);
    let reached = outcomes.values().filter(|o| matches!(o, Outcome::Document(_))).count();
    assert!(reached <= 3, "{reached}");
    assert!(
        outcomes.values().all(|o| matches!(o, Outcome::Document(_) | Outcome::NotReached { wait: None })),
        "{outcomes:?}"
    );
}

#[tokio::test]
async fn who_stops_listening_stops_the_fetching() {
    let origin = Origin::start(|_| reply(200, &[], b"x"));
    let gap = Duration::from_millis(50);
    let mut answers =
        fetch::all(dues(&origin, 50), Arc::new(Manners { per_host: 1, gap, ..manners() }), client());
    answers.recv().await.unwrap();
    drop(answers);
    tokio::time::sleep(Duration::from_millis(300)).await;
    assert!(origin.seen().len() < 5);
}

#[tokio::test]
async fn rule_4_4_a_408_is_tried_once_more_after_a_while_and_nothing_else_is() {
    let count = AtomicUsize::new(0);
    let origin = Origin::start(move |request: &Request| match request.path.as_str() {
        "/0" if count.fetch_add(1, Ordering::SeqCst) == 0 => reply(408, &[], b""),
        "/1" => reply(425, &[], b""),
        "/2" => reply(503, &[], b""),
        _ => reply(200, &[], b"x"),
    });
    let outcomes = all(dues(&origin, 3), manners()).await;
    let times =
        |path: &str| origin.seen().iter().filter(|r| r.path == path).map(|r| r.at).collect::<Vec<_>>();
    assert_eq!((times("/0").len(), times("/1").len(), times("/2").len()), (2, 2, 1));
    assert!(times("/0")[1] - times("/0")[0] >= Duration::from_millis(100));
    assert!(matches!(outcomes["000"], Outcome::Document(_)));
    assert!(matches!(outcomes["001"], Outcome::Failed(_)));
}
