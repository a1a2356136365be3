import { describe, kindOf } from "./close-codes.ts";

export function onClose(event: CloseEvent): string {
  if (kindOf(event.code) === "AbnormalClosure") {
    return "connection lost";
  }
  return describe(event); // "1001 Going Away: server shutting down"
}
