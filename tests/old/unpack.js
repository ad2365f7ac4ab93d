// Unpacks a Chromium of 2020 or 2021 as an npm package ships it: each file packed with Brotli, the libraries in archives besides.
// node unpack.js FOLDER_OF_THE_PACKAGE FOLDER
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";

const [from, to] = process.argv.slice(2);
mkdirSync(to, { recursive: true });
for (const packed of readdirSync(join(from, "bin")).filter((name) => name.endsWith(".br"))) {
  const file = join(to, packed.slice(0, -".br".length));
  writeFileSync(file, brotliDecompressSync(readFileSync(join(from, "bin", packed))), { mode: 0o755 });
  if (file.endsWith(".tar")) {
    execFileSync("tar", ["--extract", "--file", file, "--directory", to]);
    rmSync(file);
  }
}
