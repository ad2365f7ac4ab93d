//! Where the pictures of photographed pages are: each in a slip of its own, in Base64.

use crate::desk::Desk;
use crate::platform::canvas::{self, View};
use entry::manifest::Media;
use entry::package::File;
use formats::draft::{Name, bytes};
use model::ContestId;
use ui::Trouble;
use youth::essay::{Crop, Photo, Turn};

/// The most pixels of the longer side: letters are read easily, and a page has some 500 kB.
pub const MOST: u32 = 2_000;

/// What a JPEG begins with.
const JPEG: [u8; 2] = [0xff, 0xd8];

fn slip(contest: &ContestId, id: &str) -> String {
    Name::Photo(contest.clone(), id.to_owned()).to_string()
}

/// Keeps a picture. It is on the disk when this succeeds.
pub async fn keep(desk: &Desk, contest: &ContestId, id: &str, picture: &[u8]) -> Result<(), Trouble> {
    desk.keep_slip(&slip(contest, id), &bytes::write(picture)).await
}

/// Removes a picture for good.
pub async fn remove(desk: &Desk, contest: &ContestId, id: &str) -> Result<(), Trouble> {
    desk.keep_slip(&slip(contest, id), "").await
}

/// Removes all pictures of an essay for good.
pub async fn forget(desk: &Desk, contest: &ContestId) -> Result<(), Trouble> {
    desk.remove_slips(&Name::photos(contest)).await
}

/// A picture, as it is kept.
pub async fn read(desk: &Desk, contest: &ContestId, id: &str) -> Option<Vec<u8>> {
    bytes::read(desk.slip(&slip(contest, id)).await).draft()
}

/// The pages as they are handed in, in order; `None` if one of them cannot be had.
pub async fn files(desk: &Desk, contest: &ContestId, photos: &[Photo]) -> Option<Vec<File>> {
    let mut files = Vec::with_capacity(photos.len());
    for photo in photos {
        let bytes = shown(read(desk, contest, &photo.id).await?, photo).await?;
        let media = if bytes.starts_with(&JPEG) { Media::Jpeg } else { Media::Png };
        files.push(File { media, bytes });
    }
    Some(files)
}

/// Turned and cropped. What is neither is not drawn again.
async fn shown(bytes: Vec<u8>, photo: &Photo) -> Option<Vec<u8>> {
    if photo.turn == Turn::Upright && photo.crop == Crop::default() {
        return Some(bytes);
    }
    let picture = canvas::read_bytes(&bytes).await?;
    let drawn = canvas::draw(&picture, view(&picture, photo, MOST));
    picture.close();
    canvas::jpeg(&drawn?).await
}

/// How a page is drawn.
pub fn view(picture: &web_sys::ImageBitmap, photo: &Photo, most: u32) -> View {
    let degrees = photo.turn.degrees();
    let (width, height) = canvas::turned(picture, degrees);
    View { degrees, part: photo.crop.shown(width, height), most }
}
