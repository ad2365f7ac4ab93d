// The quiet self-check of the sample portal.
import { readFileSync } from "node:fs";
import { join } from "node:path";

const FILE = join(import.meta.dirname, "../../../content/moods.toml");

/** How many sentences it has. */
export const SENTENCES = readFileSync(FILE, "utf8").match(/^\[\[item\]\]$/gm).length;
