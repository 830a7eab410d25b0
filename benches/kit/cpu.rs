//! Processor time: what a measurement costs, whatever else the machine is doing.

use std::time::Duration;

/// Of this process so far, user and system together; `None` where the system does not tell. Linux counts ticks of 10 ms
/// (`USER_HZ`; proc(5), fields 14 and 15, the second of which is 11 fields behind the name).
pub(crate) fn cpu_time() -> Option<Duration> {
    let stat = std::fs::read_to_string("/proc/self/stat").ok()?;
    let fields: Vec<&str> = stat.rsplit_once(')')?.1.split_whitespace().collect();
    let ticks = fields.get(11)?.parse::<u64>().ok()? + fields.get(12)?.parse::<u64>().ok()?;
    Some(Duration::from_millis(ticks * 10))
}
