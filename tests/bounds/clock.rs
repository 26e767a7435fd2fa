//! What a shape costs: CPU seconds of this thread, so that a busy machine does not matter.

use std::fs;
use std::time::Instant;

use super::shapes::Shape;

/// A shape is enlarged until it costs so much, in CPU seconds of the test profile.
const LEAST: f64 = 0.1;
/// Larger inputs, in bytes, are not tried; what costs less than [`CHEAP`] by then is cheap.
const LARGEST: usize = 400_000;
/// CPU seconds that the clock still tells well.
const CHEAP: f64 = 0.02;
/// Twice the input may cost so many times as much, noise included; what is quadratic costs four times.
const MOST: f64 = 2.6;
/// Median of so many measurements.
const ROUNDS: usize = 3;
/// A shape that seems to cost too much is measured again, at twice the size: noise goes, squares stay.
const TRIES: usize = 3;

/// Holds every shape to it.
pub(crate) fn hold(shapes: &[Shape], door: impl Fn(&[u8])) {
    let wanted = std::env::var("COPYDESK_SHAPE").ok();
    let chosen = shapes.iter().filter(|(name, _)| wanted.as_ref().is_none_or(|wanted| name.contains(wanted)));
    let broken: Vec<String> = chosen.filter_map(|shape| objection(shape, &door)).collect();
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

fn objection((name, make): &Shape, door: &impl Fn(&[u8])) -> Option<String> {
    let mut count = 256;
    let (mut one, mut cost) = (make(count), 0.0);
    while one.len() < LARGEST {
        cost = seconds(|| door(&one));
        if cost >= LEAST {
            break;
        }
        let factor = (1.1 * LEAST / cost.max(0.001)).clamp(1.25, 8.0);
        count = (count as f64 * factor) as usize;
        one = make(count);
    }
    let mut told = String::new();
    for _ in 0..TRIES {
        let two = make(2 * count);
        let ratio = ratio(&one, &two, door);
        println!("{name}: {cost:.2} s for {} bytes, twice the input {ratio:.1} times", one.len());
        if cost < CHEAP || ratio <= MOST {
            return None;
        }
        told = format!("{name}: twice of {} bytes costs {ratio:.1} times {cost:.2} s", one.len());
        (one, count) = (two, 2 * count);
    }
    Some(told)
}

/// The median of how many times as much twice the input costs. Where the first two of three are alike on
/// one side of the bound, so is the median.
fn ratio(one: &[u8], two: &[u8], door: &impl Fn(&[u8])) -> f64 {
    let mut ratios = Vec::with_capacity(ROUNDS);
    while ratios.len() < ROUNDS {
        ratios.push(seconds(|| door(two)) / seconds(|| door(one)).max(0.005));
        if let [one, other] = ratios[..]
            && (one <= MOST) == (other <= MOST)
        {
            return if one <= MOST { one.max(other) } else { one.min(other) };
        }
    }
    ratios.sort_by(f64::total_cmp);
    ratios[ROUNDS / 2]
}

fn seconds(run: impl FnOnce()) -> f64 {
    let began = Instant::now();
    let start = spent(began);
    run();
    spent(began) - start
}

/// Seconds that this thread has been on a CPU; where the system does not tell, since `began`.
fn spent(began: Instant) -> f64 {
    let told = fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = told.and_then(|line| line.split(' ').next()?.parse::<f64>().ok());
    nanoseconds.map_or_else(|| began.elapsed().as_secs_f64(), |nanoseconds| nanoseconds / 1e9)
}
