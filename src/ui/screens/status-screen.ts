import type { Text } from "../../text.ts";
import { entryLines } from "../layout/entry.ts";
import type { Frame } from "../layout/frame.ts";
import { type Line, linesOf, type Style, spaced } from "../layout/line.ts";
import type { Symbols } from "../layout/symbols.ts";
import { type Table, tableLines } from "../layout/table.ts";
import { date } from "../units.ts";

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
  const rows = alikeTogether(status.rows).flatMap((alike) => rowsLines(frame, alike));
  const tables = (status.tables ?? []).map((table) => headedTable(frame, table));
  return spaced([rows, ...tables]);
}

/** Neighbours with one title that stand alike are one entry. */
function alikeTogether(rows: readonly StatusRow[]): readonly (readonly StatusRow[])[] {
  const groups: StatusRow[][] = [];
  for (const row of rows) {
    const last = groups.at(-1)?.[0];
    if (last?.title === row.title && last.is === row.is) groups.at(-1)?.push(row);
    else groups.push([row]);
  }
  return groups;
}

function rowsLines(frame: Frame, rows: readonly StatusRow[]): readonly Line[] {
  const { is, title } = rows[0] as StatusRow;
  const { sign, style } = signs[is];
  const texts = [...new Set(rows.flatMap((row) => textsOf(frame, row)))];
  return entryLines(frame, { sign: String(frame.symbols[sign]), style, title: frame.words(title), texts });
}

/** Name and id stand around the first sentence, so far as no sentence says them already. */
function textsOf(frame: Frame, row: StatusRow): readonly string[] {
  const [first = "", ...rest] = row.says.map(frame.words);
  const said = [first, ...rest].join(" ").toLowerCase();
  const isNew = (word: string) => !said.includes(word.toLowerCase());
  const name = (row.name ?? "").split("/").filter(isNew).join("/");
  const id = isNew(row.id ?? "") ? row.id : "";
  const named = (name === "" ? [first, id] : [name, id, first]).filter((word) => word).join("  ");
  const until = row.endsAt === undefined ? [] : [`until ${date(row.endsAt)}`].filter(isNew);
  return [frame.words(named), ...rest, ...until].filter((text) => text !== "");
}

function headedTable(frame: Frame, table: Table & { readonly heading: string }): readonly Line[] {
  const rows = table.rows.length === 0 ? linesOf(["empty"], "faint") : tableLines(frame, table);
  return [[{ text: frame.words(table.heading), style: "strong" }], ...rows];
}
