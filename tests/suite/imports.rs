//! Who imports whom in `src/`, file by file: no circles, and the file of a page serves no other page.

use std::collections::{BTreeMap, BTreeSet};

use super::tidy::{assert_none, sources};

#[test]
fn no_file_imports_itself_through_others() {
    let modules = Modules::read();
    let mut open = modules.imports();
    assert!(open.len() > 150 && open.values().any(|files| files.len() > 5), "imports are no longer found");
    // A file that imports nothing that is left is in no circle; nor is one that nobody left imports.
    loop {
        let before = open.len();
        let left: BTreeSet<&str> = open.keys().copied().collect();
        open.retain(|_, files| files.iter().any(|file| left.contains(file)));
        let wanted: BTreeSet<&str> = open.values().flatten().copied().collect();
        open.retain(|file, _| wanted.contains(file));
        if open.len() == before {
            break;
        }
    }
    let circles: Vec<String> = open
        .iter()
        .map(|(file, files)| {
            let among: Vec<&str> = files.iter().copied().filter(|file| open.contains_key(file)).collect();
            format!("src/{file} imports {}", among.join(", "))
        })
        .collect();
    assert_none(&circles);
}

#[test]
fn the_file_of_a_page_serves_no_other() {
    let modules = Modules::read();
    let imports = modules.imports();
    let (_, table) = modules.files.iter().find(|(path, _)| path == "site/table.rs").unwrap();
    let views = table.split("view: ").skip(1).filter_map(|row| row.split("::").next());
    let pages: Vec<String> = views.map(|module| format!("pages/{module}.rs")).collect();
    assert!(pages.len() > 15, "the pages are no longer found: {pages:?}");
    let mut wrong = Vec::new();
    for page in &pages {
        let importers =
            imports.iter().filter(|(file, files)| **file != "pages/page.rs" && files.contains(page.as_str()));
        wrong.extend(importers.map(|(file, _)| format!("src/{file} imports src/{page}, the file of a page")));
    }
    assert_none(&wrong);
}

/// The files of `src/` without comments and tests.
struct Modules {
    files: Vec<(String, String)>,
}

impl Modules {
    fn read() -> Self {
        let written =
            sources().into_iter().filter(|(path, _)| !path.ends_with("tests.rs") && !path.contains("/tests/"));
        let files = written.map(|(path, text)| {
            let program = text.split("#[cfg(test)]\nmod tests {").next().unwrap();
            let code = program.lines().map(|line| line.split("//").next().unwrap()).collect::<Vec<_>>().join("\n");
            (path, code.replace("pub(in crate::", "pub(in "))
        });
        Self { files: files.collect() }
    }

    /// By file: the files whose items it names.
    fn imports(&self) -> BTreeMap<&str, BTreeSet<&str>> {
        let of = |path: &str, text: &str| {
            let module = module(path);
            named(text).iter().filter_map(|name| self.file(&module, name)).filter(|file| *file != path).collect()
        };
        self.files.iter().map(|(path, text)| (path.as_str(), of(path, text))).collect()
    }

    /// The file of what a module names so; `None` for what is not ours. What a folder's face hands on is
    /// looked for behind it.
    fn file(&self, module: &[&str], name: &str) -> Option<&str> {
        let mut parts: Vec<&str> = name.split("::").map(str::trim).collect();
        let mut base = module.to_vec();
        match parts[0] {
            "crate" => {
                base.clear();
                parts.remove(0);
            }
            "super" | "self" => {
                while ["super", "self"].contains(parts.first()?) {
                    if parts.remove(0) == "super" {
                        base.pop();
                    }
                }
            }
            first => {
                self.of_module(&[module, &[first]].concat())?;
            }
        }
        while let Some(first) = parts.first() {
            let deeper = [base.as_slice(), &[*first]].concat();
            if self.of_module(&deeper).is_none() {
                break;
            }
            base = deeper;
            parts.remove(0);
        }
        let (path, text) = self.of_module(&base)?;
        let item = parts.first().copied();
        let handed_on = item.filter(|_| path.ends_with("mod.rs") || path == "lib.rs").and_then(|item| {
            let names = named(text);
            let behind = names.iter().find(|name| name.rsplit("::").next() == Some(item) && !name.starts_with("crate"));
            self.file(&base, behind.filter(|name| !name.starts_with("super"))?).map(str::to_owned)
        });
        match handed_on {
            Some(file) => self.files.iter().map(|(path, _)| path.as_str()).find(|path| *path == file),
            None => Some(path),
        }
    }

    fn of_module(&self, wanted: &[&str]) -> Option<(&str, &str)> {
        let found = self.files.iter().find(|(path, _)| path != "main.rs" && module(path) == wanted);
        found.map(|(path, text)| (path.as_str(), text.as_str()))
    }
}

/// The module of a file: the names on the way to it.
fn module(path: &str) -> Vec<&str> {
    let mut names: Vec<&str> = path.trim_end_matches(".rs").split('/').collect();
    if ["mod", "lib"].contains(names.last().unwrap()) {
        names.pop();
    }
    names
}

/// All paths that a file names: of each `use`, and `super::…`, `self::…`, `crate::…` elsewhere.
fn named(text: &str) -> Vec<String> {
    let mut names = Vec::new();
    let mut rest = String::new();
    for (number, statement) in text.split("use ").enumerate() {
        let Some((tree, behind)) = statement.split_once(';').filter(|_| number > 0) else {
            rest.push_str(statement);
            continue;
        };
        names.extend(branches(tree));
        rest.push_str(behind);
    }
    for start in ["super::", "self::", "crate::"] {
        for (at, _) in rest.match_indices(start) {
            let before = rest[..at].chars().next_back().unwrap_or(' ');
            if !before.is_alphanumeric() && !"_:".contains(before) {
                let path = rest[at..].split(|c: char| !c.is_alphanumeric() && !"_:".contains(c)).next().unwrap();
                names.push(path.trim_end_matches(':').to_owned());
            }
        }
    }
    names
}

/// The paths of a tree: `a::{b, c::{d}}` has `a::b` and `a::c::d`.
fn branches(tree: &str) -> Vec<String> {
    let Some((before, list)) = tree.split_once('{') else {
        return vec![tree.split(" as ").next().unwrap().trim().to_owned()];
    };
    let list = &list[..list.rfind('}').unwrap_or(list.len())];
    let mut depth = 0;
    let inside = list.split(|c: char| {
        depth += i32::from(c == '{') - i32::from(c == '}');
        c == ',' && depth == 0
    });
    let inside = inside.filter(|branch| !branch.trim().is_empty());
    inside.flat_map(branches).map(|branch| format!("{}{branch}", before.trim())).collect()
}
