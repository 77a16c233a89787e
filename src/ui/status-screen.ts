import type { Text } from "../text.ts";
import { entryLines } from "./entry.ts";
import type { Frame } from "./frame.ts";
import { type Line, type Style, spaced } from "./line.ts";
import type { Symbols } from "./symbols.ts";
import { type Table, tableLines } from "./table.ts";
import { date } from "./units.ts";

/** One thing as it stands: name before id, and until when it is paid for. */
export interface StatusRow {
  readonly is: "true" | "pending" | "waiting" | "wrong";
  readonly title: string;
  readonly name?: string;
  readonly id?: string;
  readonly says: readonly Text[];
  /** Milliseconds since 1970: when it ends unless it is renewed. */
  readonly endsAt?: number;
}

export interface Status {
  readonly rows: readonly StatusRow[];
  /** Who reaches whom, the routes, and the like; each under its heading. */
  readonly tables?: readonly (Table & { readonly heading: string })[];
}

const signs: Readonly<Record<StatusRow["is"], { readonly sign: keyof Symbols; readonly style: Style }>> = {
  true: { sign: "done", style: "good" },
  pending: { sign: "change", style: "wait" },
  waiting: { sign: "waiting", style: "wait" },
  wrong: { sign: "failed", style: "bad" },
};

export function statusLines(frame: Frame, status: Status): readonly Line[] {
  const rows = status.rows.flatMap((row) => rowLines(frame, row));
  const tables = (status.tables ?? []).map((table) => headedTable(frame, table));
  return spaced([rows, ...tables]);
}

function rowLines(frame: Frame, row: StatusRow): readonly Line[] {
  const { sign, style } = signs[row.is];
  const named = [row.name, row.id].filter((word) => word !== undefined).join("  ");
  const until = row.endsAt === undefined ? [] : [`until ${date(row.endsAt)}`];
  const texts = [named, ...row.says, ...until].map(frame.words).filter((text) => text !== "");
  return entryLines(frame, { sign: String(frame.symbols[sign]), style, title: frame.words(row.title), texts });
}

function headedTable(frame: Frame, table: Table & { readonly heading: string }): readonly Line[] {
  return [[{ text: frame.words(table.heading), style: "strong" }], ...tableLines(frame, table)];
}
