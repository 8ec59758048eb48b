//! `xtask-web MODULE.wasm NAME FOLDER`: writes the JavaScript around a module and the module that
//! it fits, as `wasm-bindgen --target web` does, into the folder.

use std::process::ExitCode;
use wasm_bindgen_cli_support::Bindgen;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let outcome = match arguments.as_slice() {
        [module, name, folder] => wrap(module, name, folder),
        _ => Err("xtask-web MODULE.wasm NAME FOLDER".to_owned()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask-web: {error}");
            ExitCode::FAILURE
        }
    }
}

fn wrap(module: &str, name: &str, folder: &str) -> Result<(), String> {
    let mut bindgen = Bindgen::new();
    bindgen.input_path(module).out_name(name).typescript(true);
    // The package finds and loads the module itself, and makes a new instance after a failure.
    bindgen.omit_default_module_path(true).reset_state_function(true);
    bindgen.remove_name_section(true).remove_producers_section(true);
    let bindgen = bindgen.web(true).map_err(|error| format!("{error:#}"))?;
    bindgen.generate(folder).map_err(|error| format!("{error:#}"))
}
