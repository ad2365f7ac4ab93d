//! How large a drawing is, in CSS pixels.

use roxmltree::Node;

/// Units with their size in CSS pixels: <https://www.w3.org/TR/css-values-3/#absolute-lengths>; those of letters as if these had 16. What
/// ends otherwise, such as `%`, says no size.
const UNITS: [(&str, f64); 12] = [
    ("px", 1.0),
    ("cm", 96.0 / 2.54),
    ("mm", 96.0 / 25.4),
    ("q", 96.0 / 101.6),
    ("in", 96.0),
    ("pt", 96.0 / 72.0),
    ("pc", 16.0),
    ("rem", 16.0),
    ("em", 16.0),
    ("ex", 8.0),
    ("ch", 8.0),
    ("", 1.0),
];

/// The width and height that a drawing says it has, or that follow from its `viewBox`.
pub(super) fn of(root: &Node<'_, '_>) -> Option<(u32, u32)> {
    let side = |name| styled(root, name).or_else(|| length(root.attribute(name)?));
    let (width, height) = match (side("width"), side("height"), root.attribute("viewBox").and_then(view_box)) {
        (Some(width), Some(height), _) => (width, height),
        (Some(width), None, Some(view)) => (width, width * view.1 / view.0),
        (None, Some(height), Some(view)) => (height * view.0 / view.1, height),
        (None, None, Some(view)) => view,
        _ => return None,
    };
    Some((whole(width), whole(height)))
}

fn whole(side: f64) -> u32 {
    side.round().max(1.0) as u32
}

/// What the attribute `style` says of a side, which goes before the attribute of its name.
fn styled(root: &Node<'_, '_>, name: &str) -> Option<f64> {
    let mut lines = root.attribute("style")?.rsplit(';').filter_map(|line| line.split_once(':'));
    length(lines.find(|(property, _)| property.trim() == name)?.1)
}

fn length(text: &str) -> Option<f64> {
    let text = text.trim().to_ascii_lowercase();
    let (number, pixels) = UNITS.iter().find_map(|(unit, pixels)| Some((text.strip_suffix(*unit)?, pixels)))?;
    Some(positive(number)? * pixels)
}

fn view_box(text: &str) -> Option<(f64, f64)> {
    let mut edges = text.split([',', ' ', '\t', '\n', '\r']).filter(|edge| !edge.is_empty()).skip(2);
    Some((positive(edges.next()?)?, positive(edges.next()?)?))
}

fn positive(text: &str) -> Option<f64> {
    text.trim().parse::<f64>().ok().filter(|number| number.is_finite() && *number > 0.0)
}

#[cfg(test)]
mod tests {
    use super::of;

    #[track_caller]
    fn check(attributes: &str, expect: Option<(u32, u32)>) {
        let svg = format!("<svg {attributes}/>");
        let size = roxmltree::Document::parse(&svg).ok().and_then(|tree| of(&tree.root_element()));
        assert_eq!(size, expect, "{attributes}");
    }

    #[test]
    fn every_unit_is_read() {
        check("width='10' height='20px'", Some((10, 20)));
        check("width='2.54cm' height='25.4mm'", Some((96, 96)));
        check("width=' 72pt ' height='6PC'", Some((96, 96)));
        check("width='1in' height='101.6Q'", Some((96, 96)));
        check("width='1e2' height='.6em'", Some((100, 10)));
        check("width='.2' height='1'", Some((1, 1)));
    }

    #[test]
    fn what_is_not_said_follows_from_the_box() {
        check("viewBox='0 0 480 300'", Some((480, 300)));
        check("viewBox='0,0,\n480 ,300'", Some((480, 300)));
        check("width='100%' height='100%' viewBox='-5 -5 48 30'", Some((48, 30)));
        check("width='240' viewBox='0 0 480 300'", Some((240, 150)));
        check("height='1cm' viewBox='0 0 200 100'", Some((76, 38)));
        check("width='100%' style='max-width: 9px; width: 30px; height:20px'", Some((30, 20)));
    }

    #[test]
    fn what_has_no_size_has_none() {
        for none in ["", "width='10'", "width='auto' height='auto'", "viewBox='0 0 0 1'", "width='inf' height='nan'"] {
            check(none, None);
        }
    }
}
