//! Processor time, which does not depend on the other work of the machine.

use std::time::Duration;

/// User and system time of this process so far; `None` where the system does not tell. Linux counts ticks of 10 ms
/// (`USER_HZ`; fields 14 and 15 of proc(5), which are 11 and 12 fields behind the name).
pub(crate) fn cpu_time() -> Option<Duration> {
    let stat = std::fs::read_to_string("/proc/self/stat").ok()?;
    let fields: Vec<&str> = stat.rsplit_once(')')?.1.split_whitespace().collect();
    let ticks = fields.get(11)?.parse::<u64>().ok()? + fields.get(12)?.parse::<u64>().ok()?;
    Some(Duration::from_millis(ticks * 10))
}
