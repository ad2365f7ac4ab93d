//! A stand-in for the folder that Trunk leaves.

use std::fs;
use std::path::Path;

/// Writes it into the folder `app` of a folder.
pub fn app(folder: &Path) {
    for (name, text) in [
        ("huaide.js", "export default 1"),
        ("huaide_bg.wasm", "\0asm"),
        ("study.js", "export default 2"),
        ("study_bg.wasm", "\0asm2"),
        ("youth.js", "export default 3"),
        ("youth_bg.wasm", "\0asm3"),
        ("style/base.css", "body { margin: 0 }"),
        ("public/boot.js", "let boot;"),
        ("public/sw.js", "const SHELL = null;\n"),
        ("public/sw-retired.js", "// gone\n"),
        ("public/manifest.webmanifest", "{}"),
    ] {
        let path = folder.join("app").join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
}
