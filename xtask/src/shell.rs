//! Running other programs from the root of the repository.

use std::ffi::{OsStr, OsString};
use std::fmt;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Why something was not done, for a person to read.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub(crate) struct Failure(pub(crate) String);

/// What a step comes to.
pub(crate) type Outcome<T = ()> = Result<T, Failure>;

/// Adds what was being done to an error of the system.
pub(crate) fn doing<E: fmt::Display>(what: impl fmt::Display) -> impl FnOnce(E) -> Failure {
    move |error| Failure(format!("{what}: {error}"))
}

/// Where the system looks for shared libraries.
const LIBRARY_PATH: &str =
    if cfg!(target_os = "macos") { "DYLD_FALLBACK_LIBRARY_PATH" } else { "LD_LIBRARY_PATH" };

/// The places of the repository, and the commands run there.
#[derive(Debug)]
pub(crate) struct Shell {
    root: PathBuf,
    target: PathBuf,
    /// Where programs find shared libraries. Cargo lets what it runs find those below `target`: a
    /// host would load one that some earlier build has left there, in place of the one it was given.
    library_path: Option<OsString>,
}

impl Shell {
    /// Asks cargo where it builds.
    pub(crate) fn new() -> Outcome<Shell> {
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        let root = here.parent().unwrap_or(here).to_owned();
        let mut shell = Shell { target: root.join("target"), root, library_path: None };
        let mut cargo = shell.cargo(&["metadata", "--no-deps", "--format-version", "1"]);
        let metadata: serde_json::Value = serde_json::from_str(&shell.output(&mut cargo)?)
            .map_err(doing("reading what cargo metadata says"))?;
        if let Some(target) = metadata.get("target_directory").and_then(|target| target.as_str()) {
            shell.target = PathBuf::from(target);
        }
        if let Some(paths) = std::env::var_os(LIBRARY_PATH) {
            let others =
                std::env::split_paths(&paths).filter(|path| !path.starts_with(&shell.target));
            let others = std::env::join_paths(others).map_err(doing(LIBRARY_PATH))?;
            shell.library_path = Some(others).filter(|paths| !paths.is_empty());
        }
        Ok(shell)
    }

    /// A file or folder of the repository.
    pub(crate) fn root(&self, path: &str) -> PathBuf {
        self.root.join(path)
    }

    /// A file or folder below cargo's target folder.
    pub(crate) fn target(&self, path: &str) -> PathBuf {
        self.target.join(path)
    }

    /// A program to be run from the root.
    pub(crate) fn command(&self, program: impl AsRef<OsStr>) -> Command {
        let mut command = Command::new(program);
        command.current_dir(&self.root).stdin(Stdio::null());
        match &self.library_path {
            Some(paths) => command.env(LIBRARY_PATH, paths),
            None => command.env_remove(LIBRARY_PATH),
        };
        command
    }

    /// The cargo that runs this program, to be run from the root.
    pub(crate) fn cargo(&self, arguments: &[&str]) -> Command {
        let mut command = self.command(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        command.args(arguments);
        command
    }

    /// Shows the command and runs it.
    pub(crate) fn run(&self, command: &mut Command) -> Outcome {
        let shown = self.shown(command);
        eprintln!("$ {shown}");
        let status = command.status().map_err(doing(&shown))?;
        if status.success() { Ok(()) } else { Err(Failure(format!("{shown}: {status}"))) }
    }

    /// As [`Shell::run`], leaving out some lines of what it prints to the error stream.
    pub(crate) fn run_without(
        &self,
        command: &mut Command,
        noise: impl Fn(&str) -> bool,
    ) -> Outcome {
        let shown = self.shown(command);
        eprintln!("$ {shown}");
        let mut child = command.stderr(Stdio::piped()).spawn().map_err(doing(&shown))?;
        for line in
            child.stderr.take().into_iter().flat_map(|stream| BufReader::new(stream).split(b'\n'))
        {
            let line = line.map_err(doing(&shown))?;
            let line = String::from_utf8_lossy(&line);
            if !noise(&line) {
                eprintln!("{line}");
            }
        }
        let status = child.wait().map_err(doing(&shown))?;
        if status.success() { Ok(()) } else { Err(Failure(format!("{shown}: {status}"))) }
    }

    /// Runs the command and returns what it prints.
    pub(crate) fn output(&self, command: &mut Command) -> Outcome<String> {
        let shown = self.shown(command);
        let output = command.stderr(Stdio::inherit()).output().map_err(doing(&shown))?;
        if !output.status.success() {
            return Err(Failure(format!("{shown}: {}", output.status)));
        }
        String::from_utf8(output.stdout).map_err(doing(shown))
    }

    /// The command as one would type it at the root.
    fn shown(&self, command: &Command) -> String {
        let within = |word: &OsStr| {
            let path = Path::new(word);
            let path = path.strip_prefix(&self.root).unwrap_or(path);
            let text = path.to_string_lossy().into_owned();
            if text.contains(' ') { format!("'{text}'") } else { text }
        };
        let program = Path::new(command.get_program());
        let program = match program.file_stem() {
            Some(name) if name == "cargo" => name,
            _ => program.as_os_str(),
        };
        let set = command.get_envs().filter_map(|(name, value)| {
            let inherited = name == "PATH" || value == self.library_path.as_deref();
            let value = value.filter(|_| !inherited)?;
            Some(format!("{}={}", name.to_string_lossy(), within(value)))
        });
        let words = std::iter::once(program).chain(command.get_args()).map(within);
        set.chain(words).collect::<Vec<_>>().join(" ")
    }
}
