//! How long something takes, on whatever machine and beside whatever else runs on it.

use std::fs;
use std::time::Instant;

/// Seconds that this thread has been on a CPU, so that a busy machine does not matter; else wall time.
fn cpu_seconds(began: Instant) -> f64 {
    let told = fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = told.and_then(|line| line.split(' ').next()?.parse::<f64>().ok());
    nanoseconds.map_or_else(|| began.elapsed().as_secs_f64(), |nanoseconds| nanoseconds / 1e9)
}

/// Seconds of CPU that the faster of two runs takes.
pub(crate) fn seconds(run: impl Fn()) -> f64 {
    let began = Instant::now();
    let time = || {
        let start = cpu_seconds(began);
        run();
        cpu_seconds(began) - start
    };
    (0..2).map(|_| time()).fold(f64::INFINITY, f64::min)
}

/// Four times the input may take up to nine times the time, noise included; what is quadratic takes
/// sixteen. `make` gives about so many bytes. What seems to take too long is measured again, at twice the size:
/// noise goes, squares stay. Says what is wrong, if anything.
pub(crate) fn growth(make: impl Fn(usize) -> String, run: impl Fn(&str)) -> Result<(), String> {
    let mut size = 4_000;
    let mut tries = 3;
    loop {
        let one = make(size);
        let first = seconds(|| run(&one));
        if first > 2.0 {
            return Err(format!("{first} s for {} bytes", one.len()));
        }
        if first > 0.004 || one.len() > 1 << 20 {
            let four = make(4 * size);
            let second = seconds(|| run(&four));
            tries -= 1;
            if second < 9.0 * first.max(0.002) {
                return Ok(());
            }
            if tries == 0 {
                return Err(format!("{first} s, then {second} s for {} bytes", four.len()));
            }
        }
        size *= 2;
    }
}
