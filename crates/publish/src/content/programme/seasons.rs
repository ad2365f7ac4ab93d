//! Seasons, each a folder of activities.

use crate::content::front::Front;
use crate::content::source::Files;
use crate::fault::{Fault, phrase};
use model::SeasonId;
use youth::Season;
use youth::programme::SeasonKind;

const KNOWN: [&str; 6] = ["id", "title", "kind", "from", "until", "summary"];
const KINDS: [(&str, SeasonKind); 3] =
    [("winter", SeasonKind::Winter), ("summer", SeasonKind::Summer), ("other", SeasonKind::Other)];

/// Reads all seasons with their folders, in the order of their days.
pub(super) fn outline(files: &Files, faults: &mut Vec<Fault>) -> Vec<(String, Season)> {
    let mut folders: Vec<&str> = files
        .under("activities/")
        .filter_map(|(path, _)| path.strip_prefix("activities/")?.split_once('/').map(|cut| cut.0))
        .collect();
    folders.dedup();
    let mut seasons: Vec<(String, Season)> =
        folders.into_iter().filter_map(|folder| Some((folder.to_owned(), season(files, folder, faults)?))).collect();
    seasons.sort_by(|(_, one), (_, two)| (&one.from, &one.id).cmp(&(&two.from, &two.id)));
    seasons
}

fn season(files: &Files, folder: &str, faults: &mut Vec<Fault>) -> Option<Season> {
    let path = format!("activities/{folder}/season.toml");
    let Some(source) = files.text(&path) else {
        let what = phrase("这个文件夹里缺少 season.toml。", "season.toml is missing in this folder.");
        let mend = phrase(
            "建一个 season.toml，写上 id、title、kind、from、until。",
            "Write one with id, title, kind, from and until.",
        );
        faults.push(Fault::error(&path, None, what, mend));
        return None;
    };
    let mut front = Front::read(&path, source, 0, &KNOWN);
    front.propose(|| files.ids.for_name(folder));
    let id = front.id("id", |text| SeasonId::parse(text).ok());
    let (from, until) = (front.day("from"), front.day("until"));
    if until < from {
        front.fault("until", "比 from 还早", "is before from");
    }
    let (title, kind) = (front.text("title"), front.one_of("kind", &KINDS).unwrap_or(SeasonKind::Other));
    let summary = front.optional("summary").unwrap_or_default();
    faults.append(&mut front.faults);
    Some(Season { id: id?, title, kind, from, until, summary })
}
