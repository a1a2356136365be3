import { createRequire } from "node:module";
import { WebSocket } from "ws";
import { run } from "./client.mjs";

const { version } = createRequire(import.meta.url)("ws/package.json");
await run(version, (address) => new Promise((resolve) => {
  const socket = new WebSocket(address);
  let error = "";
  socket.on("error", ({ code }) => { error = `${code}, then `; });
  socket.on("close", (code) => resolve(error + code));
}));
