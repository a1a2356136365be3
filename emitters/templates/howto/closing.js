import { closeSafely } from "./close-codes.js";

const socket = new WebSocket("wss://example.com/chat");

export function signOut() {
  closeSafely(socket, 4001, "signed out");
}

export function fail(error) {
  // close(1011) would throw, so this sends 4000. A reason that is too long is cut.
  closeSafely(socket, 1011, String(error), 4000);
}
