//! The PostgreSQL server of the day, by its script.

use crate::failure::{Failure, Outcome, doing};
use crate::store::Address;
use postgres::Client;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Tables and keys, as a host has them.
const SCHEMA: &str = include_str!("../schema.sql");

/// A server that can be killed.
#[derive(Debug)]
pub(crate) struct Server {
    folder: PathBuf,
    pub(crate) address: Address,
}

impl Server {
    /// The one whose files are in a folder.
    pub(crate) fn of(folder: &Path) -> Outcome<Server> {
        let path = folder.join("port");
        let text = std::fs::read_to_string(&path).map_err(doing(path.display()))?;
        let port = text.trim().parse().map_err(|_| {
            Failure::told(format!("端口不是数字：{text}"), format!("the port is no number: {text}"))
        })?;
        Ok(Server { folder: folder.to_owned(), address: Address { port } })
    }

    /// An empty database, with its clock at nine.
    pub(crate) fn begin(&self) -> Outcome<Client> {
        let mut client = self.address.connect()?;
        client.batch_execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public;")?;
        client.batch_execute(SCHEMA)?;
        Ok(client)
    }

    /// Kills it, and starts it anew.
    pub(crate) fn crash(&self) -> Outcome {
        self.script("crash")?;
        self.script("start")
    }

    fn script(&self, action: &str) -> Outcome {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("postgres.sh");
        let mut command = Command::new(&script);
        command.arg(action).arg(&self.folder).stdin(Stdio::null());
        let status = command.status().map_err(doing(script.display()))?;
        if status.success() {
            return Ok(());
        }
        Err(Failure::told(
            format!("数据库脚本“{action}”失败：{status}"),
            format!("postgres.sh {action}: {status}"),
        ))
    }
}
