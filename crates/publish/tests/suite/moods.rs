//! The quiet self-check: what is read of it, what is told, and that its page is there without one.

use crate::support::Folder;
use publish::fault::Language;
use publish::site::Site;
use youth::mood::Level;

const MOODS: &str = "[opening]\ntitle = \"心情\"\ntext = \"没有人看见。\"\n\n[[item]]\nid = \"sleep\"\ntext = \"睡不着。\"\n\
    answers = [\"从不\", \"常常\"]\ncare = \"慢慢呼气。\"\n\n[[item]]\nid = \"life\"\ntext = \"想过伤害自己。\"\n\
    answers = [\"没有\", \"想过\"]\ncare = \"告诉大人。\"\nalarming = true\n\n[[closing]]\nlevel = \"light\"\ntext = \"很好。\"\n\
    [[closing]]\nlevel = \"some\"\ntext = \"歇歇。\"\n[[closing]]\nlevel = \"heavy\"\ntext = \"找人说说。\"\n";
const HELP: &str = "name = \"社区\"\n[[help]]\nname = \"热线\"\nnumber = \"12356\"\n";

fn portal(moods: &str) -> Folder {
    Folder::portal().with("portal.toml", HELP).with("moods.toml", moods)
}

fn page<'a>(site: &'a Site, address: &str) -> &'a str {
    std::str::from_utf8(&site.files[&format!("{address}index.html")]).unwrap()
}

#[test]
fn the_check_goes_to_the_app_and_its_page_names_the_help() {
    let site = portal(MOODS).site();
    let name = site.files.keys().find(|name| name.starts_with("study/programme-")).unwrap();
    let index = formats::programme::Index::read(std::str::from_utf8(&site.files[name]).unwrap()).unwrap();
    let check = index.moods.unwrap();
    let items: Vec<_> = check.items.iter().map(|item| (&*item.id, item.answers.len(), item.alarming)).collect();
    assert_eq!(items, [("sleep", 2, false), ("life", 2, true)]);
    assert_eq!(check.closing(Level::Heavy), "找人说说。");
    let html = page(&site, "moods/");
    assert!(html.contains("data-desk=\"moods\"") && html.contains("tel:12356"));
    assert!(page(&site, "activities/").contains("moods/"));
}

#[test]
fn without_a_check_the_page_says_so_and_still_names_the_help() {
    let site = Folder::portal().with("portal.toml", HELP).site();
    let html = page(&site, "moods/");
    assert!(!html.contains("data-desk") && html.contains("没有准备心情小镜子") && html.contains("tel:12356"));
    // Also then the page is found: it names whom to ask.
    assert!(page(&site, "activities/").contains("moods/"));
}

#[test]
fn what_is_wrong_with_a_check_is_told_with_its_line() {
    let check = |from: &str, to: &str, expect: &str| {
        let folder = portal(&MOODS.replacen(from, to, 1));
        let said: Vec<String> = folder.read().faults.iter().map(|fault| fault.say(Language::Chinese)).collect();
        assert!(said.iter().any(|said| said.starts_with(expect)), "expected {expect}, not {said:#?}");
    };
    check("id = \"life\"", "id = \"sleep\"", "moods.toml:12: 错误：有两句的 id 都是“sleep”");
    check("[\"从不\", \"常常\"]", "[\"从不\"]", "moods.toml:6: 错误：“sleep”这一句的答案不到两个");
    check("level = \"some\"", "level = \"light\"", "moods.toml:1: 错误：level = \"light\" 的结束语要有一段");
    check("level = \"some\"", "level = \"much\"", "moods.toml:18: 错误：“level”只能是 light, some, unsafe, heavy");
    check("care = \"慢慢呼气。\"\n", "", "moods.toml:5: 错误：“care”没有写");
    check("[opening]\n", "", "moods.toml:1: 错误：没有叫“title”的设置");
    check("alarming = true", "alarm = true", "moods.toml:5: 错误：没有叫“alarm”的设置");
}
