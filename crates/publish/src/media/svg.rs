//! Drawn pictures: nothing in them may run or fetch.

use super::Problem;
use crate::fault::phrase;

const FORBIDDEN: [&str; 3] = ["script", "foreignObject", "iframe"];

/// Checks a drawing. Gives it back with its width and height.
pub(super) fn check(bytes: Vec<u8>) -> Result<(Vec<u8>, (u32, u32)), Problem> {
    let text = std::str::from_utf8(&bytes).map_err(|_| unreadable("UTF-8"))?;
    let tree = roxmltree::Document::parse(text).map_err(|error| unreadable(&error.to_string()))?;
    if tree.descendants().any(|node| node.is_pi()) || fetches(&text.to_lowercase()) {
        return Err(active("url"));
    }
    for node in tree.descendants().filter(roxmltree::Node::is_element) {
        let name = node.tag_name().name();
        if FORBIDDEN.contains(&name)
            || node.attribute("attributeName").is_some_and(|name| name.to_lowercase().ends_with("href"))
            || node.attributes().any(|attribute| is_active(attribute.name(), attribute.value()))
        {
            return Err(active(name));
        }
    }
    let size = size(&tree.root_element()).ok_or_else(sizeless)?;
    Ok((bytes, size))
}

fn is_active(name: &str, value: &str) -> bool {
    let links_out = name == "href" && !value.starts_with('#') && !value.starts_with("data:image/");
    name.to_lowercase().starts_with("on") || links_out || value.to_lowercase().contains("javascript:")
}

/// Whether a style somewhere fetches something: `@import`, or `url(…)` of anything but a part of the drawing.
fn fetches(text: &str) -> bool {
    let is_own = |rest: &str| rest.trim_start_matches([' ', '"', '\'']).starts_with('#') || rest.starts_with("&quot;#");
    text.contains("@import") || text.split("url(").skip(1).any(|rest| !is_own(rest))
}

fn size(root: &roxmltree::Node) -> Option<(u32, u32)> {
    let number = |text: &str| text.trim().trim_end_matches("px").parse::<f64>().ok().filter(|number| *number >= 1.0);
    let of = |name| root.attribute(name).and_then(number);
    let sides = of("width").zip(of("height")).or_else(|| {
        let edges: Vec<f64> = root.attribute("viewBox")?.split([' ', ',']).filter_map(number).collect();
        edges.last_chunk().map(|[width, height]| (*width, *height))
    })?;
    Some((sides.0.round() as u32, sides.1.round() as u32))
}

fn unreadable(why: &str) -> Problem {
    (
        phrase(format!("这个 SVG 图读不出来（{why}）。"), format!("This SVG cannot be read ({why}).")),
        phrase("用画图软件重新导出。", "Export it again."),
    )
}

fn active(name: &str) -> Problem {
    (
        phrase(
            format!("这个 SVG 图里有不允许的内容（{name}）。"),
            format!("This SVG holds what is not allowed ({name})."),
        ),
        phrase("去掉脚本和外部链接，只留图形和文字。", "Remove scripts and links; keep shapes and text."),
    )
}

fn sizeless() -> Problem {
    (
        phrase("这个 SVG 图没有写宽和高。", "This SVG has no width and height."),
        phrase("在开头的 svg 标签里加上 width 和 height。", "Add width and height to its svg element."),
    )
}

#[cfg(test)]
mod tests {
    use super::check;

    #[test]
    fn a_drawing_has_a_size_and_does_nothing() {
        let size = |svg: &str| check(svg.as_bytes().to_vec()).map(|(_, size)| size).ok();
        let open = "<svg xmlns='http://www.w3.org/2000/svg'";
        assert_eq!(size(&format!("{open} width='10' height='20px'/>")), Some((10, 20)));
        assert_eq!(size(&format!("{open} viewBox='0 0 480 300'/>")), Some((480, 300)));
        assert_eq!(size(&format!("{open}/>")), None);
        assert_eq!(size(&format!("{open} width='1' height='1'><script/></svg>")), None);
        assert_eq!(size(&format!("{open} width='1' height='1' onload='x'/>")), None);
        assert_eq!(size(&format!("{open} width='1' height='1'><a href='https://x'/></svg>")), None);
        assert_eq!(size(&format!("{open} width='1' height='1'><style>a{{fill:URL(https://x)}}</style></svg>")), None);
        assert_eq!(size(&format!("{open} width='1' height='1'><style>@import 'x'</style></svg>")), None);
        assert_eq!(size(&format!("{open} width='1' height='1'><set attributeName='xlink:HREF' to='x'/></svg>")), None);
        assert_eq!(size(&format!("<?xml-stylesheet href='x'?>{open} width='1' height='1'/>")), None);
        assert_eq!(size(&format!("{open} width='1' height='1'><rect fill='url(#a)'/></svg>")), Some((1, 1)));
    }
}
