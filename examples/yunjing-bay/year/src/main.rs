//! stub
mod chance;
mod days;
mod diary;
mod failure;
mod site;
mod size;
fn main() {}
