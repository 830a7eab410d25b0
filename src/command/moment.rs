//! The moments that people type after `--now`.

use jiff::{Timestamp, civil};

use crate::pipeline::Moment;

/// Reads `2026-04-01T09:00:00+09:00` (RFC 3339), `2026-04-01T09:00` or `2026-04-01`, the start of that day.
/// The error is a list of examples, which needs no translation.
pub(super) fn parse(text: &str) -> Result<Moment, &'static str> {
    if let Ok(instant) = text.parse::<Timestamp>() {
        return Ok(Moment::Instant(instant));
    }
    let has_offset = text.get(11..).is_some_and(|time| time.contains(['+', '-', 'Z', 'z', '[']));
    match text.parse::<civil::DateTime>() {
        Ok(local) if !has_offset => Ok(Moment::Local(local)),
        _ => Err("2026-04-01, 2026-04-01T09:00, 2026-04-01T09:00:00+09:00"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_local_times_and_instants_are_read() {
        let local = |hour, minute| Ok(Moment::Local(civil::date(2026, 4, 1).at(hour, minute, 0, 0)));
        assert_eq!(parse("2026-04-01"), local(0, 0));
        assert_eq!(parse("2026-04-01T09:30"), local(9, 30));
        assert_eq!(parse("2026-04-01 09:30:00"), local(9, 30));
        let instant = Ok(Moment::Instant("2026-04-01T00:00:00Z".parse().unwrap()));
        assert_eq!(parse("2026-04-01T09:00:00+09:00"), instant);
        assert_eq!(parse("2026-04-01T00:00:00Z"), instant);
        for wrong in ["", "2026-02-30", "明日", "2026-04-01T25:00", "2026-04-01T09:00+99:00", "20"] {
            assert!(parse(wrong).is_err(), "{wrong}");
        }
    }
}
