import websocket from "websocket";
import { run } from "./client.mjs";

await run(websocket.version, (address) => new Promise((resolve) => {
  const client = new websocket.client();
  client.on("connect", (connection) => {
    connection.on("error", () => {});
    connection.on("close", resolve);
  });
  client.connect(address);
}));
