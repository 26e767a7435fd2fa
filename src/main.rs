//! The door: hands the command line to the library and the exit code to the system.

use std::process::ExitCode;

fn main() -> ExitCode {
    copydesk::cli::main()
}
