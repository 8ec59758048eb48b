//! Writes the Kotlin, Swift and Python side of `kaipan-mobile`, from the built library.
//!
//! A program of its own, so that nothing else waits for uniffi's generator to be built.

mod defaults;
mod text;

use anyhow::{Context, Result, bail};
use camino::Utf8PathBuf;
use std::fs;
use text::Language;
use uniffi_bindgen::bindings::{GenerateOptions, TargetLanguage, generate, python};
use uniffi_bindgen::{BindgenLoader, BindgenPaths, GlobalConfig};

fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1).map(Utf8PathBuf::from);
    let (Some(library), Some(config), Some(out)) =
        (arguments.next(), arguments.next(), arguments.next())
    else {
        bail!("usage: kaipan-bindgen LIBRARY CONFIG FOLDER");
    };
    let (settings, _) = GlobalConfig::from_file(&config)?;
    let loader = BindgenLoader::new(BindgenPaths::default(), settings);
    let mut metadata = loader.load_metadata(&library)?;
    let defaults = defaults::add(&mut metadata)?;
    let root = loader.load_pipeline_initial_root(&library, metadata)?;
    python::run_pipeline(root, &out.join("python"), None).context("writing python")?;
    for (name, language) in [("kotlin", TargetLanguage::Kotlin), ("swift", TargetLanguage::Swift)] {
        generate(GenerateOptions {
            languages: vec![language],
            source: library.clone(),
            out_dir: out.join(name),
            config_override: Some(config.clone()),
            ..GenerateOptions::default()
        })
        .with_context(|| format!("writing {name}"))?;
    }
    for (of_crate, language, file) in [
        ("kaipan", Language::Kotlin, "kotlin/io/kaipan/types/kaipan_types.kt"),
        ("kaipan", Language::Swift, "swift/KaipanTypes.swift"),
        ("kaipan", Language::Python, "python/kaipan_types.py"),
        ("kaipan_ops", Language::Kotlin, "kotlin/io/kaipan/requests/kaipan_requests.kt"),
        ("kaipan_ops", Language::Swift, "swift/KaipanRequests.swift"),
        ("kaipan_ops", Language::Python, "python/kaipan_requests.py"),
    ] {
        let file = out.join(file);
        let mut text = fs::read_to_string(&file).context(file.clone())?;
        if (of_crate, language) == ("kaipan_ops", Language::Kotlin) {
            // Defaults name types that the fields do not.
            text = text.replacen("import com.sun.jna.Library\n", "import io.kaipan.types.*\nimport java.math.BigDecimal\nimport com.sun.jna.Library\n", 1);
        }
        text::write(&defaults, of_crate, language, &mut text).context(file.clone())?;
        fs::write(&file, text).context(file)?;
    }
    Ok(())
}
