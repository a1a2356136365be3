// A bundle holds what is used and no more: shaking.mjs FOLDER

import assert from "node:assert/strict";
import { join } from "node:path";

import { build } from "esbuild";

const folder = process.argv[2];

async function bundle(module, code) {
  const result = await build({
    bundle: true,
    format: "esm",
    minify: true,
    write: false,
    stdin: { contents: code.replaceAll("MODULE", JSON.stringify(module)), resolveDir: folder },
  });
  return result.outputFiles[0].text.trim();
}

for (const module of ["./ts/close-codes.ts", "./js/close-codes.js"]) {
  const path = join(folder, module);
  assert.equal(await bundle(path, "import MODULE;"), "");
  assert.equal(await bundle(path, "import * as all from MODULE;"), "");

  const all = await bundle(path, "import { describe } from MODULE; console.log(describe(1006));");
  assert.ok(all.includes("Abnormal Closure"));

  const flags = "import { isSettableByScript } from MODULE; console.log(isSettableByScript(1006));";
  const few = await bundle(path, flags);
  assert.ok(!few.includes("Abnormal Closure"), few);
  assert.ok(few.length < 300, few);

  const constant = "import { CloseCode } from MODULE; console.log(CloseCode.GOING_AWAY);";
  assert.ok(!(await bundle(path, constant)).includes("Abnormal Closure"));
}
