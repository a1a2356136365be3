// A bundle has what is used and no more, and the sizes are said: shaking.mjs FOLDER

import assert from "node:assert/strict";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

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

for (const module of ["./ts/close-codes.ts", "./js/close-codes.js", "./ts/graphql-ws.ts"]) {
  const path = join(folder, module);
  assert.equal(await bundle(path, "import MODULE;"), "");
  assert.equal(await bundle(path, "import * as all from MODULE;"), "");

  // What a row says at length comes with `entryOf` and `TABLE` alone.
  const uses = [
    ["describe(1006)", 3500],
    ["kindOf(1006)", 3500],
    ["shouldReconnect(1006)", 1500],
    ["reconnectDelay(1006, 0)", 1800],
    ["isSettableByScript(1006)", 300],
    ["isSendableBy(1006, 'client')", 900],
    ["forwardableOr(1006, 1011)", 300],
    ["truncateReason('why')", 300],
    ["closeSafely(socket, 1006)", 600],
  ];
  for (const [use, limit] of uses) {
    const [name] = use.split("(");
    const text = await bundle(path, `import { ${name} } from MODULE; console.log(${use});`);
    assert.ok(!text.includes("without a Close frame"), text);
    assert.ok(text.length < limit, `${use} of ${module}: ${text.length} bytes`);
  }
  const all = await bundle(path, "import { entryOf } from MODULE; console.log(entryOf(1006));");
  assert.ok(all.includes("without a Close frame"));

  const codes = module.includes("graphql") ? "GraphqlWsCode.UNAUTHORIZED" : "CloseCode.GOING_AWAY";
  const [name] = codes.split(".");
  const constant = `import { ${name} } from MODULE; console.log(${codes});`;
  const few = await bundle(path, constant);
  assert.ok(!few.includes("without a Close frame") && !few.includes("meaning"), few);
}

for (const stem of ["close-codes", "graphql-ws", "policies", "policies-own"]) {
  const path = join(folder, `ts/${stem}.ts`);
  const whole = await bundle(path, "export * from MODULE;");
  const line = await bundle(path, "export { describe } from MODULE;");
  const sizes = [whole, line].map((text) => `${text.length} (${gzipSync(text).length} in gzip)`);
  console.log(`${stem}: ${sizes[0]} bytes, of which describe needs ${sizes[1]}`);
}
