//! States that were reached, breadth first, and the way between them.

use std::collections::hash_map::{DefaultHasher, Entry};
use std::collections::{HashMap, VecDeque};
use std::hash::Hasher;

/// States and edges; those that are still to be expanded wait.
#[derive(Debug)]
pub(crate) struct Graph<S> {
    /// The number of a state by what it is: 128 bits of hash over its whole JSON.
    numbers: HashMap<[u64; 2], u32>,
    waiting: VecDeque<(u32, u32, S)>,
    edges: Vec<(u32, u32)>,
    at_rest: Vec<u32>,
    /// The JSON of the last state, in memory that is used again.
    json: Vec<u8>,
    name: String,
    budget: usize,
    pub(crate) depth: u32,
}

impl<S: serde::Serialize> Graph<S> {
    pub(crate) fn new(name: &str, budget: usize) -> Graph<S> {
        Graph {
            numbers: HashMap::new(),
            waiting: VecDeque::new(),
            edges: Vec::new(),
            at_rest: Vec::new(),
            json: Vec::new(),
            name: name.to_owned(),
            budget,
            depth: 0,
        }
    }

    /// Notes that a state is reached from another, and puts it in the queue the first time.
    pub(crate) fn reach(
        &mut self,
        from: Option<(u32, u32)>,
        state: S,
        at_rest: bool,
    ) -> Result<(), String> {
        self.json.clear();
        serde_json::to_writer(&mut self.json, &state).map_err(|error| error.to_string())?;
        let new = u32::try_from(self.numbers.len()).map_err(|error| error.to_string())?;
        let number = match self.numbers.entry(hash(&self.json)) {
            Entry::Occupied(known) => *known.get(),
            Entry::Vacant(vacant) => {
                vacant.insert(new);
                self.at_rest.extend(at_rest.then_some(new));
                self.waiting.push_back((new, from.map_or(0, |(_, depth)| depth + 1), state));
                new
            }
        };
        if self.numbers.len() > self.budget {
            return Err(format!("more than {} states", self.budget));
        }
        let from = from.map(|(from, _)| from).filter(|from| *from != number);
        self.edges.extend(from.map(|from| (from, number)));
        Ok(())
    }

    /// The next state to expand, with its number and depth.
    pub(crate) fn next(&mut self) -> Option<((u32, u32), S)> {
        let (number, depth, state) = self.waiting.pop_front()?;
        self.depth = depth;
        if number % 100_000 == 99_999 {
            let (states, waiting) = (self.numbers.len(), self.waiting.len());
            eprintln!("{}: {states} states, {waiting} of them wait", self.name);
        }
        Some(((number, depth), state))
    }

    pub(crate) fn states(&self) -> usize {
        self.numbers.len()
    }

    /// Edges between different states.
    pub(crate) fn edges(&self) -> usize {
        self.edges.len()
    }

    /// From every state, a state at rest is reached.
    pub(crate) fn check_not_stuck(&mut self) -> Result<(), String> {
        self.edges.sort_unstable();
        self.edges.dedup();
        let mut before: Vec<Vec<u32>> = vec![Vec::new(); self.numbers.len()];
        for (from, to) in &self.edges {
            before[*to as usize].push(*from);
        }
        let mut gets_there = vec![false; self.numbers.len()];
        let mut waiting = self.at_rest.clone();
        while let Some(number) = waiting.pop() {
            if !std::mem::replace(&mut gets_there[number as usize], true) {
                waiting.extend(&before[number as usize]);
            }
        }
        match gets_there.iter().filter(|there| !**there).count() {
            0 => Ok(()),
            stuck => Err(format!("{stuck} states never come to rest")),
        }
    }
}

/// Two hashes of 64 bits: with a million states, the chance that any two fall together is about
/// 10⁻²⁷.
fn hash(json: &[u8]) -> [u64; 2] {
    [1_u8, 2].map(|salt| {
        let mut hasher = DefaultHasher::new();
        hasher.write_u8(salt);
        hasher.write(json);
        hasher.finish()
    })
}
