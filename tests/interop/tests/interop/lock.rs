//! The versions that `Cargo.lock` brings.

use serde::Deserialize;

/// Every package of the lock file.
#[derive(Deserialize)]
pub(crate) struct Lock {
    package: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    version: String,
    #[serde(default)]
    dependencies: Vec<String>,
}

impl Lock {
    /// Reads the lock file of the workspace.
    pub(crate) fn read() -> Self {
        let text = include_str!("../../../../Cargo.lock");
        toml::from_str(text).expect("a lock file")
    }

    /// The version that is reached from this package through these dependencies, each one's in turn.
    /// A library can be there in two versions, and then it matters who asks.
    pub(crate) fn version(&self, path: &[&str]) -> String {
        let mut package = self.find(env!("CARGO_PKG_NAME"), None);
        for name in path {
            let mut entries = package.dependencies.iter().map(|entry| entry.split(' '));
            let entry = entries.find(|entry| entry.clone().next() == Some(name));
            let mut entry = entry.unwrap_or_else(|| panic!("{} without {name}", package.name));
            package = self.find(name, entry.nth(1));
        }
        package.version.clone()
    }

    fn find(&self, name: &str, version: Option<&str>) -> &Package {
        let fits = |package: &&Package| {
            package.name == name && version.is_none_or(|version| package.version == version)
        };
        self.package.iter().find(fits).unwrap_or_else(|| panic!("no {name} in Cargo.lock"))
    }
}

#[test]
fn a_package_is_found_through_who_asks_for_it() {
    let lock: Lock = toml::from_str(
        "[[package]]\nname = 'close-code-interop'\nversion = '0'\ndependencies = ['a', 'b 2.0.0']\n\
         [[package]]\nname = 'a'\nversion = '5.0.0'\ndependencies = ['b 1.0.0']\n\
         [[package]]\nname = 'b'\nversion = '1.0.0'\n[[package]]\nname = 'b'\nversion = '2.0.0'\n",
    )
    .expect("a lock file");
    assert_eq!(lock.version(&["b"]), "2.0.0");
    assert_eq!(lock.version(&["a"]), "5.0.0");
    assert_eq!(lock.version(&["a", "b"]), "1.0.0");
}
