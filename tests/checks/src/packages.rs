//! The packages of the workspace, as cargo describes them.

use std::path::PathBuf;

use serde_json::Value;

use crate::cargo::cargo;
use crate::repository::{root, scratch};

/// A package that is published.
#[derive(Clone, Debug)]
pub struct Package {
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: String,
    /// The folder with its manifest.
    pub folder: PathBuf,
    /// Its features, without `default`.
    pub features: Vec<String>,
    /// Everything else that cargo knows.
    pub metadata: Value,
}

/// The packages that are published, by name.
///
/// # Errors
///
/// When cargo cannot read the workspace.
pub fn published() -> Result<Vec<Package>, String> {
    let arguments = ["metadata", "--format-version=1", "--no-deps"];
    let json = cargo(root(), &scratch("metadata")?, &arguments)?;
    let json: Value = serde_json::from_str(&json).map_err(|error| error.to_string())?;
    let all = json["packages"].as_array().map(Vec::as_slice).unwrap_or_default();
    // `publish = false` is an empty list of registries, and no list at all is every registry.
    let published = all.iter().filter(|package| package["publish"].is_null());
    let mut packages: Vec<Package> = published.map(package).collect();
    packages.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(packages)
}

fn package(json: &Value) -> Package {
    let text = |key: &str| json[key].as_str().unwrap_or_default().to_owned();
    let mut folder = PathBuf::from(text("manifest_path"));
    folder.pop();
    let features = json["features"].as_object().map(|features| features.keys().cloned().collect());
    let mut features: Vec<String> = features.unwrap_or_default();
    features.retain(|feature| feature != "default");
    Package {
        name: text("name"),
        version: text("version"),
        folder,
        features,
        metadata: json.clone(),
    }
}
