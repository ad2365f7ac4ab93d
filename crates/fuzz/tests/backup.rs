//! The reader of backups and files that are odd.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use fuzz::{Case, backup, mutate};

#[test]
fn a_sound_backup_is_taken_and_so_is_its_mended_copy() {
    assert_eq!(backup::read(backup::SOUND).unwrap(), 2);
    let text = String::from_utf8(backup::SOUND.to_vec()).unwrap();
    assert_eq!(backup::read(text.replace("老王", "老李").as_bytes()).unwrap(), 1);
    assert_eq!(backup::read(b"").unwrap(), 0);
}

#[test]
fn changed_backups_are_refused_or_come_back_the_same() {
    let sound = Case { folder: "backup", name: String::new(), bytes: backup::SOUND.to_vec() };
    let mut random = fastrand::Rng::with_seed(7);
    let taken: u32 =
        (0..500).map(|_| backup::read(&mutate::mutate(&sound, &sound, &[b"\""], &mut random).bytes).unwrap()).sum();
    assert!(taken > 0, "no changed file gets as far as its records");
}
