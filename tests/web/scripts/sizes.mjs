// The guide says how large the modules of its table are, after esbuild and gzip: sizes.mjs FOLDER GUIDE

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

import { build } from "esbuild";

const [folder, guide] = process.argv.slice(2);

async function size(what, module) {
  const contents = `export ${what} from "./${module}";`;
  const options = { bundle: true, format: "esm", minify: true, write: false };
  const result = await build({ ...options, stdin: { contents, resolveDir: folder } });
  return `${(gzipSync(result.outputFiles[0].contents).length / 1000).toFixed(1)} kB`;
}

const sizes = [
  `${await size("*", "fleet.ts")} with the protocol's rows`,
  `${await size("*", "fleet-own.ts")} without`,
  `${await size("{ describe }", "fleet.ts")} for \`describe\``,
  `${await size("{ closeSafely }", "fleet.ts")} for \`closeSafely\``,
];
const text = (await readFile(guide, "utf8")).replaceAll(/\s+/gu, " ");
for (const said of sizes) {
  assert.ok(text.includes(said), `the guide does not say: ${sizes.join(", ")}`);
}
