//! `hoshin completions`: prints a script by which a shell completes commands and options.

use super::Exit;
use super::console::Console;
use super::error::Failure;

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
