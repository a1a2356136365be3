/** A named code. */
export type {{ prefix }}Code = (typeof {{ prefix }}Code)[keyof typeof {{ prefix }}Code];

/** The name of a code, or of the range that it belongs to. */
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

/** Reconnect advice. */
export type Reconnect =
  | { readonly type: "unspecified" }
  | { readonly type: "never" }
  | { readonly type: "after-change" }
  | { readonly type: "immediately" }
  | { readonly type: "backoff" }
  | { readonly type: "after"; readonly minSeconds: number; readonly maxSeconds: number };

/** A row of the table. */
export interface {{ prefix }}Entry {
  /** The first and the last code, which are the same for a single code. */
  readonly codes: readonly [first: number, last: number];
  /** The name, such as "GoingAway". */
  readonly name: {{ prefix }}Kind;
{%- if !classes.is_empty() %}
  /** The range that the codes belong to. */
  readonly class{% if !has_classes %}?{% endif %}: {{ prefix }}Class;
{%- endif %}
  /** The meaning, as the specification or the table words it. */
  readonly meaning: string;
  /** A short label. The same as `meaning`, unless that is a full sentence. */
  readonly label: string;
  /** One to three sentences, or an empty string. */
  readonly description: string;
  /** May be sent in a Close frame. */
  readonly wire: boolean;
  /** Never sent, only reported to the application. */
  readonly local: boolean;
  /** `WebSocket.close()` accepts it. */
  readonly script: boolean;
  /** Who sends it. */
  readonly sender: Sender;
  /** Whether and when to reconnect. */
  readonly reconnect: Reconnect;
  /** Where it is specified. */
  readonly reference: readonly string[];
  /** When the code was introduced: a date or a version. */
  readonly since?: string;
  /** Why it should no longer be used. */
  readonly deprecated?: string;
  /** Extra texts from the table, by key. */
  readonly extra?: { readonly [key: string]: string };
}

/**
 * How a connection closed: a `CloseEvent`, a plain object with the same fields, or what the `closed` promise of a
 * `WebSocketStream` resolves to or rejects with.
 */
export type CloseEventLike =
  | {
      /** The received code, or the code that the browser reports, such as 1005 or 1006. */
      readonly code: number;
      /** The reason from the other end. */
      readonly reason?: string | undefined;
      /** Whether the connection closed cleanly, as in `CloseEvent.wasClean`. */
      readonly wasClean?: boolean | undefined;
    }
  | {
      /** The code, or `null` if the connection failed without one. */
      readonly closeCode: number | null;
      /** The reason from the other end. */
      readonly reason?: string | undefined;
    };

/** What `closeSafely` closes: a `WebSocket`, or another object with such a `close` method. */
export interface Closable {
  close(code?: number, reason?: string): unknown;
}
