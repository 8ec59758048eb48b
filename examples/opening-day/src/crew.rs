//! The workers as processes: started, heard, killed, started anew.

use crate::failure::{Failure, Outcome, doing};
use crate::report::Report;
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::Duration;

/// What is heard of a worker, by its number.
#[derive(Debug)]
pub(crate) enum Heard {
    Nothing,
    Told(usize, Report),
    /// Its process has ended: by itself with success, or it was killed by us and started anew.
    Finished,
    StartedAnew(usize),
}

/// All workers. None of them outlives it.
#[derive(Debug)]
pub(crate) struct Crew {
    /// The arguments of this program that make a worker of a number of it.
    arguments: Vec<String>,
    workers: Vec<Worker>,
    heard: Receiver<(usize, u32, Option<Report>)>,
    tells: Sender<(usize, u32, Option<Report>)>,
}

#[derive(Debug)]
struct Worker {
    child: Child,
    /// How often it was started.
    life: u32,
    killed: bool,
    finished: bool,
}

impl Crew {
    /// Starts so many workers.
    pub(crate) fn start(count: usize, arguments: Vec<String>) -> Outcome<Crew> {
        let (tells, heard) = channel();
        let mut crew = Crew { arguments, workers: Vec::new(), heard, tells };
        for number in 0..count {
            let child = crew.spawn(number, 1)?;
            crew.workers.push(Worker { child, life: 1, killed: false, finished: false });
        }
        Ok(crew)
    }

    fn spawn(&self, number: usize, life: u32) -> Outcome<Child> {
        let program = std::env::current_exe().map_err(doing("the program"))?;
        let mut command = Command::new(program);
        command.args(&self.arguments).arg(number.to_string());
        command.stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = command.spawn().map_err(doing("a worker"))?;
        let tells = self.tells.clone();
        let lines = child.stdout.take();
        std::thread::spawn(move || {
            for line in lines.into_iter().flat_map(|out| BufReader::new(out).lines()) {
                // The last line of one who was killed may be half a line.
                let Some(report) = line.ok().and_then(|line| Report::read(&line)) else { break };
                if tells.send((number, life, Some(report))).is_err() {
                    return;
                }
            }
            // Nobody listens any more: the day is over.
            let _ = tells.send((number, life, None));
        });
        Ok(child)
    }

    /// The next that is heard of anybody. One who was killed is started anew; one who has failed is a
    /// failure of all.
    pub(crate) fn hear(&mut self, wait: Duration) -> Outcome<Heard> {
        let (number, life, report) = match self.heard.recv_timeout(wait) {
            Ok(heard) => heard,
            Err(RecvTimeoutError::Timeout) => return Ok(Heard::Nothing),
            Err(RecvTimeoutError::Disconnected) => {
                return Err(Failure::told("听不到工作进程", "no worker is heard"));
            }
        };
        if let Some(report) = report {
            return Ok(Heard::Told(number, report));
        }
        let Some(worker) = self.workers.get_mut(number).filter(|one| one.life == life) else {
            return Ok(Heard::Nothing);
        };
        let status = ended(&mut worker.child)?;
        if status.success() {
            worker.finished = true;
            return Ok(Heard::Finished);
        }
        if !worker.killed {
            return Err(failed(number, status));
        }
        let life = life.saturating_add(1);
        let child = self.spawn(number, life)?;
        if let Some(worker) = self.workers.get_mut(number) {
            *worker = Worker { child, life, killed: false, finished: false };
        }
        Ok(Heard::StartedAnew(number))
    }

    /// Opens the doors for a worker who is ready.
    pub(crate) fn open(&mut self, number: usize) -> Outcome {
        let Some(worker) = self.workers.get_mut(number).filter(|one| !one.killed) else {
            return Ok(());
        };
        match worker.child.stdin.as_mut().map(|stdin| stdin.write_all(b"open\n")) {
            Some(Ok(())) => Ok(()),
            // It has ended meanwhile, which will be heard.
            Some(Err(error)) if error.kind() == std::io::ErrorKind::BrokenPipe => Ok(()),
            Some(Err(error)) => Err(doing("a worker")(error)),
            None => Ok(()),
        }
    }

    /// Kills up to so many workers who have not finished, and says how many it was.
    pub(crate) fn kill(&mut self, count: usize) -> Outcome<usize> {
        let mut killed = 0;
        for worker in self.workers.iter_mut().filter(|one| !one.finished && !one.killed).take(count)
        {
            worker.child.kill().map_err(doing("killing a worker"))?;
            worker.killed = true;
            killed += 1;
        }
        Ok(killed)
    }

    /// All have finished.
    pub(crate) fn is_finished(&self) -> bool {
        self.workers.iter().all(|worker| worker.finished)
    }
}

impl Drop for Crew {
    fn drop(&mut self) {
        for worker in self.workers.iter_mut().filter(|worker| !worker.finished) {
            // It may have ended by itself; there is nobody to tell.
            let _ = worker.child.kill();
            let _ = worker.child.wait();
        }
    }
}

/// The status of a process that has closed its output. One that goes on has said what nobody
/// understands.
fn ended(child: &mut Child) -> Outcome<ExitStatus> {
    for _ in 0..1000 {
        if let Some(status) = child.try_wait().map_err(doing("a worker"))? {
            return Ok(status);
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    Err(Failure::told("工作进程不再报告而没有结束", "a worker tells nothing any more and goes on"))
}

fn failed(number: usize, status: ExitStatus) -> Failure {
    Failure::told(
        format!("第 {} 个工作进程失败：{status}", number + 1),
        format!("worker {}: {status}", number + 1),
    )
}
