//! Addresses: no two documents may have the same, nor an old one that is another's.

use super::questions::{self, Written};
use super::{Content, Moved};
use crate::fault::{Fault, phrase};
use std::collections::BTreeMap;

/// A document's address, its old ones, and the file that says so.
pub(crate) struct Claim {
    pub address: String,
    pub aliases: Vec<String>,
    pub file: String,
}

/// Every claim of the content. The pages that every portal has claim nothing: they are checked as such.
pub(crate) fn claims(content: &Content, banks: &[Written]) -> Vec<Claim> {
    let of_series = content.series.iter().flat_map(|series| {
        let address = format!("lessons/{}/", series.slug);
        let own = Claim {
            aliases: series.aliases.clone(),
            file: format!("lessons/{}/series.toml", series.slug),
            address: address.clone(),
        };
        let lessons = series.lessons.iter().map(move |lesson| Claim {
            address: format!("{address}{}/", lesson.slug),
            aliases: lesson.aliases.clone(),
            file: format!("{address}{}.md", lesson.slug),
        });
        std::iter::once(own).chain(lessons)
    });
    let programme = &content.programme;
    let of_programme = programme
        .activities
        .iter()
        .map(|one| (&one.facts.address, &one.aliases, &one.file))
        .chain(programme.scenes.iter().map(|one| (&one.address, &one.aliases, &one.file)))
        .chain(programme.contests.iter().map(|one| (&one.contest.address, &one.aliases, &one.file)))
        .map(|(address, aliases, file)| Claim {
            address: address.clone(),
            aliases: aliases.clone(),
            file: file.clone(),
        });
    let claim = |folder: &str, slug: &str, aliases: &[String]| Claim {
        address: format!("{folder}/{slug}/"),
        aliases: aliases.to_vec(),
        file: format!("{folder}/{slug}.md"),
    };
    of_series
        .chain(content.materials.iter().map(|one| claim("materials", &one.path, &one.aliases)))
        .chain(content.notices.iter().map(|one| claim("notices", &one.slug, &one.aliases)))
        .chain(content.partners.iter().map(|one| claim("partners", &one.slug, &one.aliases)))
        .chain(of_programme)
        .chain(banks.iter().map(of_bank))
        .collect()
}

fn of_bank(bank: &Written) -> Claim {
    Claim { address: questions::address(&bank.id), aliases: Vec::new(), file: bank.file.clone() }
}

/// The old addresses and where they lead now. Whatever is claimed twice is a fault.
pub(crate) fn moved(claims: &[Claim], faults: &mut Vec<Fault>) -> Vec<Moved> {
    let mut owners: BTreeMap<String, &str> = BTreeMap::new();
    let mut moved = Vec::new();
    // Two files whose names differ by case alone are told by `names`.
    for claim in claims {
        if is_of_the_portal(&claim.address) {
            faults.push(of_the_portal(&claim.file, &claim.address));
        }
        owners.insert(claim.address.to_lowercase(), &claim.file);
    }
    for claim in claims {
        for alias in &claim.aliases {
            if alias.to_lowercase() == claim.address.to_lowercase() {
                faults.push(its_own(claim, alias));
            } else if take(&mut owners, alias, &claim.file, faults) {
                moved.push(Moved { from: alias.clone(), to: claim.address.clone() });
            }
        }
    }
    moved
}

/// Addresses that differ only by case are one on many hosts.
fn take<'a>(owners: &mut BTreeMap<String, &'a str>, address: &str, file: &'a str, faults: &mut Vec<Fault>) -> bool {
    if is_of_the_portal(address) {
        faults.push(of_the_portal(file, address));
        return false;
    }
    match owners.insert(address.to_lowercase(), file) {
        Some(first) if first != file => {
            faults.push(taken(file, address, first, first));
            owners.insert(address.to_lowercase(), first);
            false
        }
        _ => true,
    }
}

/// The pages that every portal has, by address. They open without a network.
pub(crate) const BASICS: [&str; 15] = [
    "",
    "lessons/",
    "practice/",
    "questions/",
    "notices/",
    "materials/",
    "partners/",
    "record/",
    "learners/",
    "activities/",
    "moods/",
    "receipts/",
    "stored/",
    "settings/",
    "offline/",
];

/// Those of them that are cut into sheets when they grow long.
const LISTS: [&str; 4] = ["lessons/", "materials/", "notices/", "partners/"];

/// The pages that no file of the content makes.
fn is_of_the_portal(address: &str) -> bool {
    let sheet = |rest: &str| rest.strip_suffix('/').is_some_and(|number| number.parse::<u32>().is_ok());
    BASICS.contains(&address)
        || address == "404/"
        || LISTS
            .iter()
            .any(|list| address.strip_prefix(list).and_then(|rest| rest.strip_prefix("page-")).is_some_and(sheet))
        || ["app/", "icons/", "media/", "packs/", "study/"].iter().any(|folder| address.starts_with(folder))
}

fn its_own(claim: &Claim, alias: &str) -> Fault {
    let what =
        phrase(format!("旧地址 {alias} 就是现在的地址。"), format!("The old address {alias} is the present one."));
    let mend = phrase("从 aliases 里删掉它。", "Take it out of aliases.");
    Fault::warning(&claim.file, None, what, mend)
}

fn of_the_portal(file: &str, address: &str) -> Fault {
    taken(file, address, "每个门户都有的页面", "a page that every portal has")
}

fn taken(file: &str, address: &str, zh: &str, en: &str) -> Fault {
    let what =
        phrase(format!("地址 {address} 已经属于{zh}。"), format!("The address {address} belongs to {en} already."));
    let mend =
        phrase("改文件名，或者改 aliases 里的旧地址。", "Rename the file, or change the old address in aliases.");
    Fault::error(file, None, what, mend)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_has_one_owner() {
        let claim = |address: &str, aliases: &[&str], file: &str| Claim {
            address: address.into(),
            aliases: aliases.iter().map(|&alias| alias.to_owned()).collect(),
            file: file.into(),
        };
        let check = |claims: &[Claim], expect: usize| {
            let mut faults = Vec::new();
            moved(claims, &mut faults);
            assert_eq!(faults.len(), expect, "{faults:?}");
        };
        check(&[claim("lessons/a/1/", &["lessons/a/0/"], "1"), claim("lessons/a/2/", &[], "2")], 0);
        check(&[claim("lessons/a/1/", &[], "1"), claim("lessons/a/2/", &["lessons/A/1/"], "2")], 1);
        check(&[claim("lessons/a/1/", &["old/"], "1"), claim("lessons/a/2/", &["old/"], "2")], 1);
        check(&[claim("lessons/a/1/", &["lessons/A/1/"], "1")], 1);
        check(&[claim("materials/page-2/", &[], "m"), claim("lessons/a/2/", &["settings/", "app/x/"], "2")], 3);
    }
}
