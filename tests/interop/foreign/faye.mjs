import { createRequire } from "node:module";
import { connect } from "node:net";
import { run } from "./client.mjs";

const require = createRequire(import.meta.url);
const driver = require("websocket-driver");
const { version } = require("websocket-driver/package.json");
await run(version, (address) => new Promise((resolve) => {
  const socket = driver.client(address);
  const { port } = new URL(address);
  const stream = connect(Number(port), "127.0.0.1");
  stream.on("error", () => {});
  stream.pipe(socket.io).pipe(stream);
  stream.on("connect", () => socket.start());
  socket.on("close", (event) => resolve(event.code));
}));
