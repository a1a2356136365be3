// The WebSocket interface of browsers: Bun's, Deno's, or undici's, which is that of Node.js.
import { run } from "./client.mjs";

let { WebSocket } = globalThis;
let version = globalThis.Bun?.version ?? globalThis.Deno?.version.deno;
if (!version) {
  ({ WebSocket } = await import("undici"));
  ({ version } = (await import("undici/package.json", { with: { type: "json" } })).default);
}
await run(version, (address) => new Promise((resolve) => {
  new WebSocket(address).onclose = ({ code, wasClean }) =>
    resolve(wasClean ? code : `${code}, not clean`);
}));
