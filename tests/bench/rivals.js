// The same text made by others: a bare page written by hand, mdBook, VitePress. Those that are not installed are left out.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Makes all of them from a Markdown file; gives {name: {folder, address}}. */
export function makeRivals(markdown, folder) {
  const text = readFileSync(markdown, "utf8");
  const makers = { "bare page": bare, mdBook: mdbook, VitePress: vitepress };
  const rivals = {};
  for (const [name, make] of Object.entries(makers)) {
    const made = make(text, join(folder, name.replace(" ", "-")));
    if (made) rivals[name] = made;
  }
  return rivals;
}

/** Headings and paragraphs, four rules of style, no script. */
function bare(text, folder) {
  const title = /^# (.*)/.exec(text)[1];
  const block = (part) => {
    const [, marks, heading] = /^(#+) (.*)/.exec(part) ?? [];
    return marks ? `<h${marks.length}>${heading}</h${marks.length}>` : `<p>${part}</p>`;
  };
  const parts = text.replaceAll(/<!--.*?-->/g, "").split(/\n\s*\n/).map((part) => part.trim()).filter(Boolean);
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, "index.html"),
    `<!doctype html><html lang="zh"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
      `<title>${title}</title><style>body{max-width:38em;margin:auto;padding:1em;font:18px/1.8 sans-serif}</style>` +
      `<main>${parts.map(block).join("\n")}</main></html>`,
  );
  return { folder, address: "" };
}

function mdbook(text, folder) {
  const program = process.env.HUAIDE_MDBOOK;
  if (!program || !existsSync(program)) return undefined;
  mkdirSync(join(folder, "src"), { recursive: true });
  writeFileSync(join(folder, "book.toml"), `[book]\ntitle = "law"\nlanguage = "zh"\n`);
  writeFileSync(join(folder, "src/SUMMARY.md"), "- [law](law.md)\n");
  writeFileSync(join(folder, "src/law.md"), text);
  execFileSync(program, ["build", folder], { stdio: "pipe" });
  return { folder: join(folder, "book"), address: "law.html" };
}

function vitepress(text, folder) {
  const packages = process.env.HUAIDE_VITEPRESS;
  if (!packages || !existsSync(packages)) return undefined;
  mkdirSync(join(folder, "docs/.vitepress"), { recursive: true });
  symlinkSync(packages, join(folder, "node_modules"));
  writeFileSync(join(folder, "package.json"), `{ "type": "module" }`);
  writeFileSync(join(folder, "docs/.vitepress/config.js"), `export default { lang: "zh", title: "law" };\n`);
  writeFileSync(join(folder, "docs/law.md"), text);
  execFileSync("node", [join(packages, "vitepress/bin/vitepress.js"), "build", "docs"], { cwd: folder, stdio: "pipe" });
  return { folder: join(folder, "docs/.vitepress/dist"), address: "law.html" };
}
