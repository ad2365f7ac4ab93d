//! The sample portal itself: no faults, real length, words that help.

use crate::support::checkout;
use formats::page::Audience;
use learning::question::{Kind, Question, WHOLE};
use publish::content::{self, Bank};
use publish::fault::Language;
use std::path::Path;
use youth::contest::ContestKind;
use youth::mood::Level;
use youth::programme::{KINDS, SeasonKind};

#[test]
fn the_sample_has_no_faults() {
    let read = content::read(&checkout().join("content"));
    let said: Vec<String> = read.faults.iter().map(|fault| fault.say(Language::English)).collect();
    assert_eq!(said, Vec::<String>::new());
}

/// In a table the bar of a reading, `{汉字\|hàn zì}`, must be escaped, or it cuts the cell in two.
#[test]
fn every_reading_stands_above_its_characters() {
    let content = content::read(&checkout().join("content")).content.expect("a sample");
    for lesson in content.series.iter().flat_map(|series| &series.lessons) {
        assert!(!lesson.article.html.contains(['{', '}']), "{}", lesson.title);
    }
}

#[test]
fn lessons_have_the_length_of_a_sitting() {
    let content = content::read(&checkout().join("content")).content.expect("a sample");
    assert!(!content.series.is_empty());
    for lesson in content.series.iter().flat_map(|series| &series.lessons) {
        let length = lesson.article.characters;
        assert!((1_500..=3_000).contains(&length), "{} has {length} 字", lesson.title);
    }
}

#[test]
fn the_sample_has_what_a_community_needs() {
    let content = content::read(&checkout().join("content")).content.expect("a sample");
    let lessons = |audience| {
        let series = content.series.iter().filter(|series| series.audience == audience);
        series.map(|series| series.lessons.len()).collect::<Vec<_>>()
    };
    assert_eq!(lessons(Audience::Party), [4, 4, 4, 3]);
    assert_eq!(lessons(Audience::Youth), [4, 5, 3, 3, 4]);
    assert_eq!((content.materials.len(), content.notices.len(), content.partners.len()), (17, 6, 10));
}

#[test]
fn the_sample_has_a_programme_of_every_kind() {
    let content = content::read(&checkout().join("content")).content.expect("a sample");
    let programme = content.programme;
    let seasons: Vec<SeasonKind> = programme.seasons.iter().map(|season| season.kind).collect();
    assert_eq!(seasons, [SeasonKind::Winter, SeasonKind::Summer]);
    assert!(programme.activities.len() >= 16);
    for kind in KINDS {
        assert!(programme.activities.iter().any(|activity| activity.facts.kind == kind), "{kind:?}");
    }
    assert_eq!(programme.scenes.len(), 6);
    let contests = |kind| programme.contests.iter().filter(|one| one.contest.kind == kind).count();
    assert_eq!((contests(ContestKind::Essay), contests(ContestKind::Speech)), (2, 1));
    for contest in programme.contests.iter().map(|one| &one.contest) {
        let points: u32 = contest.rubric.iter().map(|criterion| criterion.points).sum();
        assert_eq!(points, 100, "{}", contest.id);
        assert!(contest.rubric.iter().all(|criterion| criterion.levels.len() >= 3), "{}", contest.id);
    }
    let key = std::fs::read_to_string(checkout().join("tests/fixtures/test-organiser.key.txt")).expect("the test key");
    assert!(key.starts_with("# TEST KEY") && key.contains(&content.portal.key), "the private half is a test key");
}

#[test]
fn what_one_can_do_after_everything_is_written_down() {
    let told = std::fs::read_to_string(checkout().join("docs/SAMPLE.md")).expect("docs/SAMPLE.md");
    let content = content::read(&checkout().join("content")).content.expect("a sample");
    let programme = &content.programme;
    let lessons = content.series.iter().flat_map(|series| &series.lessons).map(|one| (&*one.title, one.id.as_str()));
    let activities = programme.activities.iter().map(|one| (&*one.facts.title, one.facts.id.as_str()));
    let scenes = programme.scenes.iter().map(|one| (&*one.scene.title, one.scene.id.as_str()));
    let contests = programme.contests.iter().map(|one| (&*one.contest.title, one.contest.id.as_str()));
    let all: Vec<String> = lessons
        .chain(activities)
        .chain(scenes)
        .chain(contests)
        .map(|(title, id)| format!("- {title}（{id}）："))
        .collect();
    for begins in &all {
        assert_eq!(told.lines().filter(|line| line.starts_with(begins.as_str())).count(), 1, "{begins}");
    }
    // What is told and is there no more misleads.
    let items: Vec<&str> = told.lines().filter(|line| line.starts_with("- ")).collect();
    assert_eq!(items.len(), all.len());
    for season in &programme.seasons {
        assert!(told.contains(&format!("## {}\n", season.title)), "{}", season.id);
    }
}

#[test]
fn every_lesson_has_questions_that_teach() {
    let content = content::read(&checkout().join("content")).content.expect("a sample");
    for lesson in content.series.iter().flat_map(|series| &series.lessons) {
        let own: Vec<&Bank> =
            content.banks.iter().filter(|bank| bank.bank.lesson.as_ref() == Some(&lesson.id)).collect();
        let questions: Vec<&Question> = own.iter().flat_map(|bank| &bank.bank.questions).collect();
        let graded = questions.iter().filter(|question| question.is_graded()).count();
        assert!(graded >= 8, "{} has {graded} questions", lesson.id);
        for question in questions {
            assert!(!question.explanation.is_empty(), "{} has no explanation", question.id);
            let passage = question.passage.as_ref().unwrap_or_else(|| panic!("{} has no passage", question.id));
            assert!(passage.block.is_some(), "{}: {}", question.id, passage.quote);
        }
    }
}

/// Whoever always takes the same letter must not do well by it.
#[test]
fn right_answers_stand_anywhere() {
    let content = content::read(&checkout().join("content")).content.expect("a sample");
    let mut all = [0_usize; 4];
    for bank in &content.banks {
        let mut letters = [0_usize; 4];
        for question in &bank.bank.questions {
            if let Kind::Choice { options, several: false } = &question.kind {
                let right = options.iter().position(|option| option.weight == WHOLE).expect("a right option");
                letters[right] += 1;
                all[right] += 1;
            }
        }
        let (most, of) = (letters.iter().max().copied().unwrap_or(0), letters.iter().sum::<usize>());
        assert!(most * 2 <= of.max(3) + 1, "{}: {letters:?}", bank.bank.id);
    }
    let of: usize = all.iter().sum();
    assert!(all.iter().all(|one| (of * 15 / 100..=of * 35 / 100).contains(one)), "{all:?}");
}

#[test]
fn a_bank_of_the_sample_is_a_spreadsheet() {
    let folder = checkout().join("content/questions");
    let names = folder.read_dir().expect("banks").flatten().map(|entry| entry.path());
    let tables = names.filter(|path| path.extension().is_some_and(|kind| kind == "xlsx")).count();
    assert!(tables > 0);
}

/// All texts of the sample: lessons, materials, scenes, activities, banks written as text, settings.
pub fn texts() -> Vec<(String, String)> {
    let is_text =
        |path: &Path| path.extension().is_some_and(|kind| ["md", "gift", "toml"].iter().any(|one| kind == *one));
    let files = walkdir::WalkDir::new(checkout().join("content")).into_iter().filter_map(Result::ok);
    let paths = files.map(walkdir::DirEntry::into_path).filter(|path| is_text(path));
    paths.map(|path| (path.display().to_string(), std::fs::read_to_string(&path).expect("a text"))).collect()
}

/// Somebody may do what stands here. Whoever cannot be woken gets more than waiting, whoever fell stays where they are, and no
/// line for help is the only one.
#[test]
fn what_is_told_for_emergencies_harms_nobody() {
    for (path, text) in texts() {
        for line in text.lines() {
            assert!(!line.contains("守着等"), "{path}: only waiting: {line}");
            let moves =
                line.contains("挪到路边") && !["不挪到路边", "先挪到路边再商量"].iter().any(|one| line.contains(one));
            assert!(!moves, "{path}: whoever is hurt is not moved: {line}");
            let advises = path.ends_with(".md") && line.contains("叫不醒");
            assert!(!advises || line.starts_with("> -") || line.contains("120"), "{path}: no call: {line}");
        }
        let chokes = path.ends_with(".md") && text.contains("噎住");
        assert!(!chokes || text.contains("拍背和腹部冲击"), "{path}: nothing is done for whoever chokes");
        let another = ["12355", "120", "110"].iter().any(|one| text.replace("12356", "").contains(one));
        assert!(!text.contains("12356") || another, "{path}: 12356 is the only door");
    }
}

/// Being hit, frightened and touched are sentences of their own, and end with words that say nothing of hurting oneself.
#[test]
fn whoever_was_harmed_hears_that_it_is_not_their_fault() {
    let content = content::read(&checkout().join("content")).content.expect("a sample");
    let moods = content.programme.moods.expect("the self-check");
    let harmed: Vec<_> = moods.items.iter().filter(|item| item.harmed).collect();
    assert_eq!(harmed.len(), 3);
    assert!(moods.opening.text.contains("不满十岁") && moods.opening.text.contains("十三句"));
    assert_eq!(moods.items.len(), 13);
    for words in harmed.iter().map(|item| &*item.care).chain([moods.closing(Level::Unsafe)]) {
        assert!(words.contains("110") && !words.contains("伤害自己"), "{words}");
    }
    assert!(moods.closing(Level::Unsafe).contains("不是你的错"));
    assert!(harmed.iter().all(|item| item.alarming));
}

/// Whoever cannot read yet reads half a page of each of these lessons, for every character has its reading above it.
#[test]
fn half_a_page_of_each_lesson_on_safety_has_all_its_readings() {
    let of_safety = |path: &str| path.contains("/lessons/pingan/") && path.ends_with(".md");
    let mut pages = 0;
    for (path, text) in texts().iter().filter(|(path, _)| of_safety(path)) {
        let (_, after) = text.split_once("## 拼音半页").unwrap_or_else(|| panic!("{path} has none"));
        let page = after.split_once('\n').and_then(|(_, rest)| rest.split("\n## ").next()).unwrap_or_default();
        let bare: String = page.split('{').map(|part| part.rsplit('}').next().unwrap_or_default()).collect();
        let without = bare.chars().find(|one| ('\u{4e00}'..='\u{9fff}').contains(one));
        assert!(without.is_none(), "{path}: {without:?} has no reading");
        assert!(page.matches('{').count() >= 80, "{path}: less than half a page");
        pages += 1;
    }
    assert_eq!(pages, 5);
}

/// Two lessons of one day in one room would not both fit: they tell the hour.
#[test]
fn lessons_of_one_day_tell_the_hour() {
    let content = content::read(&checkout().join("content")).content.expect("a sample");
    let lessons: Vec<_> = content.series.iter().flat_map(|series| &series.lessons).collect();
    for one in &lessons {
        let alone = lessons.iter().all(|other| other.id == one.id || other.date != one.date);
        let hour = one.venue.split(':').next().is_some_and(|before| before.ends_with(char::is_numeric));
        assert!(alone || hour && one.venue.contains(':'), "{}: {}", one.id, one.venue);
    }
}

/// Whoever always says true, or false, does not do well by it; and what was chosen wrong is told why.
#[test]
fn statements_are_as_often_true_as_false_and_every_wrong_choice_is_answered() {
    let content = content::read(&checkout().join("content")).content.expect("a sample");
    let (mut right, mut of) = (0, 0);
    for question in content.banks.iter().flat_map(|bank| &bank.bank.questions) {
        match &question.kind {
            Kind::TrueFalse { right: is_right, .. } => (right, of) = (right + usize::from(*is_right), of + 1),
            // A table has no room for words of its own to each choice: its explanation speaks of them.
            Kind::Choice { options, several: false } if !question.id.as_str().starts_with("kexue-2.") => {
                let silent = options.iter().find(|one| one.weight != WHOLE && one.feedback.is_empty());
                assert!(silent.is_none(), "{}: {silent:?}", question.id);
            }
            _ => {}
        }
    }
    assert!((of * 40 / 100..=of * 60 / 100).contains(&right), "{right} of {of} statements are true");
}

/// What a reader stumbled over, or what was wrong, once; none of it comes back.
#[test]
fn words_that_were_mended_stay_away() {
    const MENDED: [&str; 16] = [
        "优盘",
        "钟点",
        "钟头",
        "小检查",
        "小问卷",
        "答不过去的",
        "安病名",
        "听就懂不了",
        "号是假的丢",
        "其余的也就不生了",
        "没收违法所得，可以罚款",
        "高温橙色",
        "煤气味",
        "年满十八岁就可以申请",
        "记录是合在一起的",
        "年满十八岁就行，没有封顶",
    ];
    let texts = texts();
    for (path, text) in &texts {
        let found = MENDED.iter().find(|words| text.contains(**words));
        assert!(found.is_none(), "{path}: {found:?}");
    }
    let count = |words: &str| texts.iter().map(|(_, text)| text.matches(words).count()).sum::<usize>();
    for (words, most) in [("照《", 10), ("要紧", 10)] {
        assert!(count(words) <= most, "{words} stands {} times", count(words));
    }
}

/// Somebody reads a lesson aloud to a neighbour: no sentence outlasts a breath. Titles of rules in the sources may.
#[test]
fn sentences_can_be_said() {
    let is_lesson = |path: &str| path.contains("/lessons/") && path.ends_with(".md");
    for (path, text) in texts().iter().filter(|(path, _)| is_lesson(path)) {
        let body = text.splitn(3, "+++\n").nth(2).expect("a body");
        let body = body.split("\n## 资料").next().unwrap_or_default();
        let said = body.lines().filter(|line| !line.starts_with(['|', '!', '#', '[']));
        for sentence in said.flat_map(|line| line.split(['。', '！', '？', '；', '：'])) {
            // Links and readings are not said.
            let plain: String =
                sentence.split("](").map(|part| part.split_once(')').map_or(part, |(_, rest)| rest)).collect();
            let plain: String =
                plain.split('|').map(|part| part.split_once('}').map_or(part, |(_, rest)| rest)).collect();
            let length = plain.chars().filter(|one| ('\u{4e00}'..='\u{9fff}').contains(one)).count();
            assert!(length <= 60, "{path}: {length} 字: {sentence}");
        }
    }
}
