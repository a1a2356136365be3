/** A code that has a row of its own. */
export type {{ prefix }}Code = (typeof {{ prefix }}Code)[keyof typeof {{ prefix }}Code];

/** What a code is: the name of its row. */
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

/** What the author of the table says about connecting again. */
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
  /** The meaning, or a shorter text where that is a whole sentence. */
  readonly label: string;
  /** One to three sentences; may be empty. */
  readonly description: string;
  /** May be sent in a Close frame. */
  readonly wire: boolean;
  /** Never sent, only reported to the application. */
  readonly local: boolean;
  /** `WebSocket.close()` accepts it. */
  readonly script: boolean;
  /** Who sends it. */
  readonly sender: Sender;
  /** What the author says about connecting again. */
  readonly reconnect: Reconnect;
  /** Where it is specified. */
  readonly reference: readonly string[];
  /** Since when it exists. */
  readonly since?: string;
  /** Why it should no longer be used. */
  readonly deprecated?: string;
  /** Texts of the table's author, by their keys. */
  readonly extra?: { readonly [key: string]: string };
}

/** What ended a connection: a `CloseEvent`, a log's record of one, or what a `WebSocketStream` reports. */
export type CloseEventLike =
  | {
      /** The code that was received, or that the own side reports. */
      readonly code: number;
      /** The reason that the other end gave. */
      readonly reason?: string | undefined;
      /** Whether both ends sent a Close frame. */
      readonly wasClean?: boolean | undefined;
    }
  | {
      /** The code; a connection that failed may have none. */
      readonly closeCode: number | null;
      /** The reason that the other end gave. */
      readonly reason?: string | undefined;
    };

/** What `closeSafely` closes: a `WebSocket`, or another object that closes like one. */
export interface Closable {
  close(code?: number, reason?: string): unknown;
}
