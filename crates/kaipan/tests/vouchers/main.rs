//! Books of vouchers: every state of small ones asked every command, and random histories.

mod closure;
mod random;
