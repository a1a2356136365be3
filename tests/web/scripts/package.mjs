// Packs the npm package, installs it in an empty project and uses it there as people do:
// package.mjs FOLDER, which has the package in npm/

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { publint } from "publint";
import { build } from "vite";

const npm = join(process.argv[2], "npm");
const project = join(process.argv[2], "project");
const run = (program, parameters, cwd = project) =>
  execFileSync(program, parameters, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });

// What is packed.
const [packed] = JSON.parse(run("npm", ["pack", "--json", "--ignore-scripts"], npm));
const files = packed.files.map(({ path }) => path);
for (const file of ["close-codes.js", "close-codes.d.ts", "README.md", "LICENSE-MIT", "LICENSE-APACHE"]) {
  assert.ok(files.includes(file), file);
}
const tables = files.filter((file) => /^tables\/.*\.js$/u.test(file));
for (const file of files.filter((file) => file.startsWith("tables/"))) {
  assert.match(file, /\.(?:js|d\.ts)$/u);
}
assert.ok(tables.length > 50);
assert.equal(files.length, 2 * tables.length + 6);
console.log(`${packed.name}: ${packed.size} bytes packed, ${packed.unpackedSize} unpacked, ${tables.length} tables`);

const { messages } = await publint({ pkgDir: npm, strict: true });
assert.deepEqual(messages, []);

// An empty project with the package and nothing else.
await rm(project, { recursive: true, force: true });
await mkdir(project);
await writeFile(join(project, "package.json"), '{ "private": true, "type": "module" }');
run("npm", ["install", "--offline", "--ignore-scripts", "--no-audit", "--no-fund", join(npm, packed.filename)]);
assert.deepEqual(await readdir(join(project, "node_modules")), [".package-lock.json", "close-code"]);

// Node.
await writeFile(
  join(project, "node.js"),
  `import assert from "node:assert/strict";
import { CloseCode, describe, TABLE } from "close-code";
import * as discord from "close-code/tables/discord-gateway";
assert.equal(describe({ code: 1006 }), "1006 Abnormal Closure");
assert.equal(discord.describe(1006), "1006 Abnormal Closure");
assert.equal(discord.kindOf(4004), "AuthenticationFailed");
assert.equal(discord.PROTOCOL, TABLE);
assert.equal(CloseCode.GOING_AWAY, 1001);
for (const name of ${JSON.stringify(tables)}) {
  const table = await import("close-code/" + name.replace(".js", ""));
  assert.equal(table.entryOf(1015), TABLE.find(({ name }) => name === "TlsHandshake"), name);
}
`,
);
run("node", ["node.js"]);

// The compiler, in both ways to find packages.
await writeFile(
  join(project, "use.ts"),
  `import { closeSafely, CloseCode, type CloseKind, describe } from "close-code";
import { DiscordGatewayCode, kindOf, type DiscordGatewayKind } from "close-code/tables/discord-gateway";
import { GraphqlWsCode } from "close-code/tables/graphql-ws";
export const line: string = describe({ closeCode: 1006, reason: "" });
export const kind: CloseKind = "BadGateway";
export const own: DiscordGatewayKind | undefined = kindOf(DiscordGatewayCode.AUTHENTICATION_FAILED);
export const both: number[] = [CloseCode.BAD_GATEWAY, GraphqlWsCode.UNAUTHORIZED];
closeSafely(new WebSocket("wss://example.com"), 4000);
// @ts-expect-error no such kind
export const wrong: CloseKind = "AuthenticationFailed";
`,
);
for (const compiler of ["typescript", "typescript-5"]) {
  const tsc = fileURLToPath(new URL(`../node_modules/${compiler}/bin/tsc`, import.meta.url));
  for (const [module, resolution] of [["nodenext", "nodenext"], ["esnext", "bundler"]]) {
    const options = ["--strict", "--exactOptionalPropertyTypes", "--noEmit", "--target", "es2022"];
    run("node", [tsc, ...options, "--module", module, "--moduleResolution", resolution, "use.ts"]);
  }
}

// A bundle for the browser has what is used and no more, and the rows of two tables' protocol once.
await writeFile(join(project, "index.html"), '<!doctype html><script type="module" src="main.js"></script>');
const bundle = async (code) => {
  await writeFile(join(project, "main.js"), code);
  await build({ root: project, logLevel: "silent" });
  const assets = join(project, "dist/assets");
  const [script, ...others] = await readdir(assets);
  assert.deepEqual(others, []);
  return readFile(join(assets, script), "utf8");
};
const line = await bundle('import { describe } from "close-code"; console.log(describe(1006));');
assert.ok(line.includes("Abnormal Closure") && !line.includes("without a Close frame"));
const rows = await bundle(
  `import { entryOf } from "close-code/tables/graphql-ws";
import { entryOf as other } from "close-code/tables/discord-gateway";
console.log(entryOf(1006), other(1006));`,
);
assert.equal(rows.split("without a Close frame, or it never opened").length, 2);
