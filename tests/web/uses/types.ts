// What a user's code may rely on, and what the compiler keeps it from doing.

import * as ts from "../ts/registry.ts";
import * as js from "../js/registry.js";
import * as plain from "../js/policies-own.js";
import { PolicyCode, type PolicyClass, type PolicyEntry, type PolicyKind } from "../js/policies.js";

// The declarations say of the module in JavaScript what the one in TypeScript says of itself.
export const forth: typeof ts = js;
export const back: typeof js = ts;
export const types: [
  Same<ts.Closable, js.Closable>,
  Same<ts.CloseClass, js.CloseClass>,
  Same<ts.CloseCode, js.CloseCode>,
  Same<ts.CloseEventLike, js.CloseEventLike>,
  Same<ts.CloseKind, js.CloseKind>,
  Same<ts.CloseEntry, js.CloseEntry>,
  Same<ts.Reconnect, js.Reconnect>,
  Same<ts.Role, js.Role>,
  Same<ts.Sender, js.Sender>,
] = [true, true, true, true, true, true, true, true, true];

// Constants are numbers of their own types, and the union lists them.
export const restart: 1012 = ts.CloseCode.SERVICE_RESTART;
export const codes: Same<ts.CloseCode, 1000 | 1006 | 1010 | 1012 | 1014> = true;
// @ts-expect-error 1001 has no row of its own
export const unnamed: ts.CloseCode = 1001;
// @ts-expect-error constants are read-only
ts.CloseCode.NORMAL_CLOSURE = 1001;
// @ts-expect-error no such constant
export const missing: number = ts.CloseCode.GOING_AWAY;

// A kind, a class and an advice can be told apart to the last.
export function kind(kind: ts.CloseKind): number {
  switch (kind) {
    case "NormalClosure": return 1;
    case "AbnormalClosure": return 2;
    case "MandatoryExtension": return 3;
    case "ServiceRestart": return 4;
    case "BadGateway": return 5;
    case "NotUsed": return 6;
    case "Unassigned": return 7;
    case "Application": return 8;
    case "OutOfRange": return 9;
  }
}

export function delay(advice: ts.Reconnect, attempt: number): number | undefined {
  switch (advice.type) {
    case "never": return undefined;
    case "after-change": return undefined;
    case "immediately": return 0;
    case "after": return advice.minSeconds + Math.random() * (advice.maxSeconds - advice.minSeconds);
    case "backoff": return 2 ** attempt;
    case "unspecified": return 2 ** attempt;
  }
}

// A code may be outside the table.
// @ts-expect-error possibly undefined
export const label: string = ts.entryOf(4000).label;
export const name: ts.CloseKind | undefined = ts.kindOf(4000);

// A browser's event is taken as it is, and so is a record of a log.
export const line: string = ts.describe(new CloseEvent("close", { code: 1006 }));
export const record: string = ts.describe({ code: 1006, reason: undefined });
// @ts-expect-error text is no code
ts.describe("1006");
// @ts-expect-error rows are read-only
ts.TABLE[0] = ts.TABLE[1];
// @ts-expect-error a role is "client" or "server"
ts.isSendableBy(1010, "proxy");

// Sockets of every make can be closed.
ts.closeSafely(new WebSocket("wss://example.com"));
ts.closeSafely(new WebSocket("wss://example.com"), 4000, "why", 4001);
ts.closeSafely({ close() {} }, 4000);
// @ts-expect-error nothing to close
ts.closeSafely({}, 4000);
export const again: boolean | undefined = ts.shouldReconnect({ closeCode: 1006, reason: "" });
export const wait: number | undefined = ts.reconnectDelay(1006, 0, () => 0.5);
export const forward: number = ts.forwardableOr(1006, ts.CloseCode.NORMAL_CLOSURE);

// Two tables are used in one file without aliases.
export const policy: PolicyCode = PolicyCode.SSL_ONLY;
export const kinds: PolicyKind[] = ["SslOnly", "AbnormalClosure"];
// @ts-expect-error no such kind
export const unknown: PolicyKind = "Unheard";
export const classed: PolicyClass | undefined = ({} as PolicyEntry).class;

// A table without classes has none.
// @ts-expect-error no such function
plain.classOf(4000);

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
