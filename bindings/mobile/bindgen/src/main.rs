//! Writes the Kotlin, Swift and Python side of `kaipan-mobile`, from the built library.
//!
//! A program of its own, so that nothing else waits for uniffi's generator to be built.

use anyhow::{Context, Result, bail};
use camino::Utf8PathBuf;
use uniffi_bindgen::bindings::{GenerateOptions, TargetLanguage, generate};

fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1).map(Utf8PathBuf::from);
    let (Some(library), Some(config), Some(out)) =
        (arguments.next(), arguments.next(), arguments.next())
    else {
        bail!("usage: kaipan-bindgen LIBRARY CONFIG FOLDER");
    };
    let languages = [
        ("kotlin", TargetLanguage::Kotlin),
        ("swift", TargetLanguage::Swift),
        ("python", TargetLanguage::Python),
    ];
    for (name, language) in languages {
        generate(GenerateOptions {
            languages: vec![language],
            source: library.clone(),
            out_dir: out.join(name),
            config_override: Some(config.clone()),
            ..GenerateOptions::default()
        })
        .with_context(|| format!("writing {name}"))?;
    }
    Ok(())
}
