import type { End } from "../../engine/events.ts";
import { itemOf } from "../../keys.ts";
import type { Text } from "../../text.ts";
import { type Ended, waitsForOthers } from "../ended.ts";
import { displayWidth } from "../layout/display-width.ts";
import { type Entry, entryLines, entryRoom } from "../layout/entry.ts";
import type { Frame } from "../layout/frame.ts";
import type { Line, Style } from "../layout/line.ts";
import type { Symbols } from "../layout/symbols.ts";

interface Sign {
  readonly sign: keyof Symbols & ("done" | "failed" | "waiting" | "stays" | "undone" | "unknown");
  readonly style: Style;
  says(end: End): Text | undefined;
}

/** The ends that have a line of their own, in the order in which one step shows them. */
const signs: Partial<Record<End["is"], Sign>> = {
  done: { sign: "done", style: "good", says: (end) => (end.is === "done" ? end.as : undefined) },
  "not-needed": {
    sign: "undone",
    style: "good",
    says: (end) => (end.is === "not-needed" ? end.because : undefined),
  },
  stays: { sign: "stays", style: "wait", says: (end) => (end.is === "stays" ? end.because : undefined) },
  blocked: { sign: "waiting", style: "wait", says: saysOfWait },
  unsettled: { sign: "waiting", style: "wait", says: (end) => (end.is === "unsettled" ? end.because : undefined) },
  declined: { sign: "stays", style: "wait", says: (end) => (end.is === "declined" ? end.change : undefined) },
  unknown: { sign: "unknown", style: "bad", says: (end) => (end.is === "unknown" ? end.because : undefined) },
  failed: { sign: "failed", style: "bad", says: (end) => (end.is === "failed" ? end.because : undefined) },
};

function saysOfWait(end: End): Text | undefined {
  if (end.is === "failed") return end.because;
  return end.is === "blocked" ? end.on : undefined;
}

/**
 * The items of one step, as one entry per way of ending: "✔ VPCs attached  hangzhou … · silicon-valley …". `all`: those of the
 * other steps too, as far as they are known.
 */
export function blockLines(frame: Frame, ended: readonly Ended[], all: readonly Ended[] = ended): readonly Line[] {
  const shownAs = (one: Ended) => (waitsForOthers(one, all) ? "blocked" : one.end.is);
  return Object.entries(signs).flatMap(([is, sign]) => {
    const those = ended.filter((one) => shownAs(one) === is && (is !== "not-needed" || one.isUndone));
    return those.length === 0 ? [] : entryLines(frame, entryOf(frame, those, sign));
  });
}

function entryOf(frame: Frame, those: readonly Ended[], sign: Sign): Entry {
  const isOneOfSeveral = new Set(those.map(ownerOf)).size > 1;
  const texts = those.map((one) => said(frame, one, sign, isOneOfSeveral)).filter((text) => text !== "");
  return {
    sign: frame.symbols[sign.sign],
    style: sign.style,
    title: frame.words(those[0]?.title ?? ""),
    texts: joined(frame, [...new Set(texts)]),
  };
}

/** Of several branches or packages what is done says whose it is. */
function said(frame: Frame, one: Ended, sign: Sign, isOneOfSeveral: boolean): string {
  const text = sign.says(one.end);
  const words = text === undefined ? "" : frame.words(text);
  if (one.end.is === "declined") return `not wanted: ${words}`;
  const name = frame.words(ownerOf(one));
  const isNamed = words === "" || words.toLowerCase().includes(name.toLowerCase());
  return one.end.is === "done" && isOneOfSeveral && !isNamed ? `${name}  ${words}` : words;
}

/** `beijing` of `ping/beijing/hangzhou/10.1.0.10`. */
function ownerOf({ item }: Ended): string {
  return itemOf(item).split("/", 1)[0] ?? "";
}

/** Short texts share a line; as soon as that would wrap, each has its own. */
function joined(frame: Frame, texts: readonly string[]): readonly string[] {
  const line = texts.join(` ${frame.symbols.dot} `);
  return displayWidth(line) <= entryRoom(frame) ? [line] : texts;
}
