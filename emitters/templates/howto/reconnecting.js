import { reconnectOf } from "./close-codes.js";

export function connect(address, attempt = 0) {
  const socket = new WebSocket(address);
  socket.addEventListener("open", () => {
    attempt = 0;
  });
  socket.addEventListener("close", ({ code }) => {
    const advice = reconnectOf(code)?.type;
    if (code === 1000 || advice === "never" || advice === "after-change") {
      return;
    }
    // A random delay of up to 1, 2, 4 ... 30 seconds, so that clients do not all return at once.
    const longest = Math.min(30_000, 1000 * 2 ** attempt);
    setTimeout(() => connect(address, attempt + 1), Math.random() * longest);
  });
}
