/** A code that has a row of its own. */
export type {{ prefix }}Code = (typeof {{ prefix }}Code)[keyof typeof {{ prefix }}Code];

/** The name of a code's row. */
export type {{ prefix }}Kind =
{%- for name in kinds %}
  | {{ name }}
{%- endfor %};
{%- if !classes.is_empty() %}

/** The range that a code belongs to. */
export type {{ prefix }}Class =
{%- for name in classes %}
  | {{ name }}
{%- endfor %};
{%- endif %}

/** An end of the connection. */
export type Role = "client" | "server";

/** Who sends a code. */
export type Sender = Role | "either" | "nobody";

/** The table's reconnect advice. */
export type Reconnect =
  | { readonly type: "unspecified" }
  | { readonly type: "never" }
  | { readonly type: "after-change" }
  | { readonly type: "immediately" }
  | { readonly type: "backoff" }
  | { readonly type: "after"; readonly minSeconds: number; readonly maxSeconds: number };

/** A row of the table. */
export interface {{ prefix }}Entry {
  /** The first and the last code. */
  readonly codes: readonly [first: number, last: number];
  /** The name. */
  readonly name: {{ prefix }}Kind;
{%- if !classes.is_empty() %}
  /** The range that the codes belong to. */
  readonly class{% if !has_classes %}?{% endif %}: {{ prefix }}Class;
{%- endif %}
  /** The short text. */
  readonly meaning: string;
  /** The meaning, or a shorter text if the meaning is a whole sentence. */
  readonly label: string;
  /** One to three sentences; can be empty. */
  readonly description: string;
  /** May be sent in a Close frame. */
  readonly wire: boolean;
  /** Never sent, only reported to the application. */
  readonly local: boolean;
  /** `WebSocket.close()` accepts it. */
  readonly script: boolean;
  /** Who sends it. */
  readonly sender: Sender;
  /** The table's reconnect advice. */
  readonly reconnect: Reconnect;
  /** Where it is specified. */
  readonly reference: readonly string[];
  /** The date or version that introduced it. */
  readonly since?: string;
  /** Why it should no longer be used. */
  readonly deprecated?: string;
  /** The table author's own texts, by key. */
  readonly extra?: { readonly [key: string]: string };
}

/** How a connection ended: a `CloseEvent`, a logged one, or the result of a `WebSocketStream`. */
export type CloseEventLike =
  | {
      /** The code that was received, or that this side reports. */
      readonly code: number;
      /** The reason from the other end. */
      readonly reason?: string | undefined;
      /** Whether both ends sent a Close frame. */
      readonly wasClean?: boolean | undefined;
    }
  | {
      /** The code; a connection that failed can have none. */
      readonly closeCode: number | null;
      /** The reason from the other end. */
      readonly reason?: string | undefined;
    };

/** What `closeSafely` closes: a `WebSocket`, or another object that closes like one. */
export interface Closable {
  close(code?: number, reason?: string): unknown;
}
