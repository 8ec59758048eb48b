//! The moves that the machine of a service has at a place.

use super::ServiceMove;
use crate::Text;
use crate::service::{
    Service, ServiceAct, ServiceAction, ServiceBranch, ServiceDefinition, ServiceState,
};

impl ServiceDefinition {
    /// Every move that the machine has for a service in its state, whatever its guards say.
    ///
    /// ```
    /// use kaipan::service::{Service, ServiceDefinition, ServiceKind};
    /// let filing = ServiceDefinition::preset(ServiceKind::Filing);
    /// let service = Service::new("S1", "D1", ServiceKind::Filing);
    /// let moves: Vec<&str> = filing.moves(&service).iter().map(|one| one.action.word()).collect();
    /// assert_eq!(moves, ["start"]);
    /// ```
    pub fn moves(&self, service: &Service) -> Vec<ServiceMove> {
        let mut moves = Vec::new();
        let mut add = |action, code: Option<&Text>| {
            moves.push(ServiceMove { action, code: code.cloned() });
        };
        match service.state {
            ServiceState::NotStarted => add(ServiceAction::Start, None),
            ServiceState::InProgress => self.in_progress(service, &mut add),
            ServiceState::Done => self.done(service, &mut add),
            _ => {}
        }
        if !service.todos.is_empty() {
            add(ServiceAction::FinishTodo, None);
        }
        moves
    }

    fn in_progress(&self, service: &Service, add: &mut dyn FnMut(ServiceAction, Option<&Text>)) {
        if service.branch.is_none() {
            if let Some(next) = self.next_step(service.steps.len()) {
                add(ServiceAction::DoStep, Some(&next.code));
            }
            if let Some(last) = service.last_step() {
                add(ServiceAction::Back, Some(&last.step));
            }
        }
        self.branches_at(service, add);
        add(ServiceAction::Cancel, None);
        add(ServiceAction::ReceiveDocuments, None);
        for step in self.steps.iter().skip(service.steps.len()) {
            add(ServiceAction::Promise, Some(&step.code));
        }
        if service.kind.is_loan() && service.approved.is_some() && service.disbursed.is_none() {
            add(ServiceAction::NoteWaiting, None);
        }
    }

    fn done(&self, service: &Service, add: &mut dyn FnMut(ServiceAction, Option<&Text>)) {
        if let Some(last) = service.last_step().filter(|_| service.branch.is_none()) {
            add(ServiceAction::Back, Some(&last.step));
        }
        self.branches_at(service, add);
    }

    /// The branches that can be taken, and the way out of the one in which the service waits.
    fn branches_at(&self, service: &Service, add: &mut dyn FnMut(ServiceAction, Option<&Text>)) {
        for branch in self.branches.iter().filter(|branch| branch.begins_at(service)) {
            add(ServiceAction::TakeBranch, Some(&branch.code));
        }
        let waits_in = service.branch.as_ref().and_then(|one| self.branch(&one.branch));
        if waits_in.is_some_and(ServiceBranch::resumes) {
            add(ServiceAction::Resume, None);
        }
    }

    /// The machine has this move for the service.
    pub(super) fn has_move(&self, service: &Service, act: &ServiceAct) -> bool {
        let (action, code) = (act.action(), act.code());
        self.moves(service).iter().any(|one| one.action == action && one.code.as_ref() == code)
    }
}

impl ServiceBranch {
    fn begins_at(&self, service: &Service) -> bool {
        match (&service.branch, service.last_step()) {
            (Some(inside), _) if inside.branch == self.code => false,
            _ if self.anywhere => true,
            (Some(inside), _) => self.within.contains(&inside.branch),
            (None, None) => self.before_all,
            (None, Some(last)) => self.after.contains(&last.step),
        }
    }
}
