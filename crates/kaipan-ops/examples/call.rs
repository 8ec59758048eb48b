//! Reads a request from a file and calls an operation: `call OP FILE`.
fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let text = std::fs::read_to_string(&arguments[2]).unwrap();
    for _ in 0..5 {
        let start = std::time::Instant::now();
        let out = kaipan_ops::call(&arguments[1], &text);
        eprintln!("{:?} {}", start.elapsed(), out.map(|t| t.len()).unwrap_or(0));
    }
}
