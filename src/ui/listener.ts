import type { Event, Plan } from "../engine/events.ts";
import type { ItemKey } from "../keys.ts";
import { plain } from "../text.ts";
import type { Ended } from "./ended.ts";
import { entryLines } from "./layout/entry.ts";
import type { Frame } from "./layout/frame.ts";
import { paragraph } from "./layout/labelled.ts";
import type { Printer } from "./printer.ts";
import type { Progress, Waiting } from "./progress.ts";
import { blockLines } from "./screens/block-screen.ts";
import { waitLines, waitWords } from "./screens/wait-screen.ts";
import type { Spinner } from "./spinner.ts";

export interface ListenerParts {
  readonly frame: () => Frame;
  readonly printer: Printer;
  readonly progress: Progress;
  readonly spinner: Spinner;
  readonly terminal: { readonly live: boolean };
  readonly quiet: boolean;
  readonly verbose: boolean;
  readonly virtualTime?: boolean;
}

/** Hears the engine and shows what becomes true, what is under way and what is waited for. */
export interface Listener {
  tell(event: Event): void;
  /** Shows what was held back for its turn in the list. */
  flush(): void;
}

export function createListener(parts: ListenerParts): Listener {
  const { frame, printer, progress } = parts;
  const activity = createActivity(parts);
  const waits = new Map<ItemKey, string>();
  const known = createKnown();
  let way: Plan["way"] = "do";
  const show = (blocks: readonly (readonly Ended[])[]) => {
    for (const block of blocks) {
      const news = block.filter((one) => !known.has(one));
      printer.rows("stdout", blockLines(frame(), news, progress.all()));
    }
  };
  const wait = (event: Waiting) => {
    activity.begin(event.item, `${event.title}  ${waitWords(frame(), event)}`);
    const words = `${event.who} ${frame().words(event.for)}`;
    if (waits.get(event.item) === words) return;
    waits.set(event.item, words);
    if (event.who !== "cloud" && !parts.virtualTime) show(progress.waitsForWorld());
    const withTasks = event.tryThis.length > 0 && !parts.virtualTime;
    const write = withTasks ? printer.block : printer.rows;
    if (isWaitShown(parts, event)) write("stderr", waitLines(frame(), event, withTasks));
  };
  const tell = (event: Event) => {
    if (event.type === "planned") {
      progress.expect(event.plan);
      known.keep(event.plan);
      way = event.plan.way;
    }
    if (event.type === "looking") activity.begin(event.item, `${event.title}  looking`);
    if (event.type === "sending") sending(parts, activity, event, way);
    if (event.type === "waiting") wait(event);
    if (event.type === "note") printer.rows("stderr", paragraph(frame(), frame().words(event.text)));
    if (event.type === "ended") {
      activity.end(event.item);
      show(progress.ended(event));
    }
  };
  return { tell, flush: () => show(progress.rest()) };
}

interface Known {
  keep(plan: Plan): void;
  has(one: Ended): boolean;
}

/** What stays, and why, has been said by the plan of an undo, and what is another account's: that it is still so is no news. */
function createKnown(): Known {
  const known = new Map<ItemKey, string>();
  return {
    keep: ({ way, rows }) => {
      for (const { item, verdict } of rows) {
        if (verdict.is === "stays") known.set(item, plain(verdict.because));
        if (way === "undo" && verdict.is === "blocked" && verdict.elsewhere) known.set(item, plain(verdict.on));
      }
    },
    has: ({ item, end }) => {
      if (end.is === "stays") return known.get(item) === plain(end.because);
      return end.is === "blocked" && known.get(item) === plain(end.on);
    },
  };
}

/** A spinner already says what the cloud is waited for; what a person must do stays on the screen. */
function isWaitShown(parts: ListenerParts, event: Waiting): boolean {
  if (parts.quiet) return false;
  return !parts.terminal.live || (event.who !== "cloud" && !parts.virtualTime);
}

type EventOf<Type extends Event["type"]> = Extract<Event, { type: Type }>;

function sending(parts: ListenerParts, activity: Activity, event: EventOf<"sending">, way: Plan["way"]): void {
  const frame = parts.frame();
  const summary = frame.words(event.change.summary);
  activity.begin(event.item, `${event.title}  ${summary}`);
  if (parts.quiet || (parts.terminal.live && !parts.verbose)) return;
  const isRemoval = way === "undo" || event.change.risk === "destroys";
  const entry = {
    sign: isRemoval ? frame.symbols.undone : frame.symbols.change,
    title: frame.words(event.title),
    texts: [summary],
  };
  parts.printer.rows("stderr", entryLines(frame, entry));
}

interface Activity {
  begin(item: ItemKey, words: string): void;
  end(item: ItemKey): void;
}

/** What is under way, newest last; the spinner shows the newest and counts the others. */
function createActivity({ frame, spinner }: ListenerParts): Activity {
  const active = new Map<ItemKey, string>();
  const update = () => {
    const newest = [...active.values()].at(-1);
    const more = active.size > 1 ? ` (and ${active.size - 1} more)` : "";
    spinner.show(newest === undefined ? undefined : frame().words(newest + more));
  };
  return {
    begin: (item, words) => {
      active.delete(item);
      active.set(item, words);
      update();
    },
    end: (item) => {
      active.delete(item);
      update();
    },
  };
}
