//! `hoshin completions`: a script that lets a shell complete commands and options.

use super::console::Console;
use super::{Exit, Failure};

/// Prints the script.
pub(super) fn run(
    shell: clap_complete::Shell,
    mut command: clap::Command,
    console: &mut Console,
) -> Result<Exit, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut command, "hoshin", &mut script);
    console.out(&String::from_utf8_lossy(&script))?;
    Ok(Exit::Fine)
}
