//! What a drawing may consist of: elements and attributes of SVG that draw. Sources: <https://www.w3.org/TR/SVG2/eltindex.html>,
//! <https://www.w3.org/TR/SVG2/attindex.html>, <https://www.w3.org/TR/filter-effects-1/>, <https://svgwg.org/specs/animations/>.

use std::collections::BTreeSet;
use std::sync::LazyLock;

const ELEMENTS: &str = "
    a animate animateMotion animateTransform circle clipPath defs desc ellipse
    feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow
    feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset fePointLight
    feSpecularLighting feSpotLight feTile feTurbulence
    filter g image line linearGradient marker mask mpath path pattern polygon polyline radialGradient rect set stop style svg switch symbol
    text textPath title tspan use view";

/// Elements that browsers draw nothing of: what programs note for themselves, and fonts as browsers no longer know them.
const SILENT: &str = "
    altGlyphDef color-profile font font-face font-face-format font-face-name font-face-src font-face-uri glyph hkern metadata missing-glyph
    vkern";

const ANIMATIONS: &str = "animate animateMotion animateTransform set";

const ATTRIBUTES: &str = "
    accent-height accumulate additive alignment-baseline amplitude attributeName attributeType azimuth
    baseFrequency baseline-shift baseProfile begin bias by
    calcMode class clip clip-path clip-rule clipPathUnits color color-interpolation color-interpolation-filters color-rendering
    contentScriptType contentStyleType cursor cx cy
    d diffuseConstant direction display divisor dominant-baseline dur dx dy
    edgeMode elevation enable-background end exponent
    fill fill-opacity fill-rule filter filterRes filterUnits flood-color flood-opacity font font-family font-feature-settings font-kerning
    font-size font-size-adjust font-stretch font-style font-variant font-variation-settings font-weight fr from fx fy
    glyph-orientation-horizontal glyph-orientation-vertical gradientTransform gradientUnits
    height
    id image-rendering in in2 inline-size intercept isolation
    k1 k2 k3 k4 kernelMatrix kernelUnitLength kerning keyPoints keySplines keyTimes
    lang lengthAdjust letter-spacing lighting-color limitingConeAngle line-height
    marker marker-end marker-mid marker-start markerHeight markerUnits markerWidth mask mask-type maskContentUnits maskUnits max media method
    min mix-blend-mode mode
    numOctaves
    offset opacity operator order orient origin overflow
    paint-order path pathLength patternContentUnits patternTransform patternUnits pointer-events points pointsAtX pointsAtY pointsAtZ
    preserveAlpha preserveAspectRatio primitiveUnits
    r radius refX refY repeatCount repeatDur requiredExtensions requiredFeatures restart result role rotate rx ry
    scale seed shape-inside shape-rendering side slope solid-color solid-opacity spacing specularConstant specularExponent spreadMethod
    startOffset stdDeviation stitchTiles stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin
    stroke-miterlimit stroke-opacity stroke-width style surfaceScale systemLanguage
    tabindex tableValues targetX targetY text-align text-anchor text-decoration text-indent text-orientation text-overflow text-rendering
    text-transform textLength title to transform transform-box transform-origin type
    unicode-bidi
    values vector-effect version viewBox visibility
    white-space width word-spacing writing-mode
    x x1 x2 xChannelSelector
    y y1 y2 yChannelSelector
    z zoomAndPan";

static KNOWN: LazyLock<[BTreeSet<&'static str>; 4]> =
    LazyLock::new(|| [ELEMENTS, SILENT, ANIMATIONS, ATTRIBUTES].map(|names| names.split_whitespace().collect()));

/// Whether an element of SVG draws, or belongs to what does.
pub(super) fn draws(element: &str) -> bool {
    KNOWN[0].contains(element)
}

/// Whether an element of SVG may be missing and nobody sees it.
pub(super) fn is_silent(element: &str) -> bool {
    KNOWN[1].contains(element)
}

/// Whether an element moves attributes of others.
pub(super) fn is_animation(element: &str) -> bool {
    KNOWN[2].contains(element)
}

/// Whether an attribute may stay. What names other things, `href`, is none of them: it is looked at by itself.
pub(super) fn has_attribute(name: &str) -> bool {
    KNOWN[3].contains(name) || name.starts_with("aria-")
}

/// Whether an attribute may be moved.
pub(super) fn is_movable(name: &str) -> bool {
    has_attribute(name) && !matches!(name, "style" | "id" | "attributeName")
}
