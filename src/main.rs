//! The program: reads its environment, runs the command, and returns the exit code.

use std::process::ExitCode;

use hoshin::command::{Surroundings, run};

fn main() -> ExitCode {
    let variable = |name: &&str| std::env::var(name).ok().filter(|value| !value.is_empty());
    let surroundings = Surroundings {
        locale: ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(variable),
        now: jiff::Timestamp::now(),
    };
    ExitCode::from(run(std::env::args_os(), &surroundings).code())
}
