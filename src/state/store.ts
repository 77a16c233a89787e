import type { Reply } from "../api/call.ts";
import type { ItemKey, StepName } from "../keys.ts";

/** An item, and the slot of one of its changes: `purchase/beijing#buy`. */
export type IntentKey = `${ItemKey}#${string}`;

/** A write that is about to leave, under way, or over; on disk before the call leaves. */
export interface Intent {
  readonly key: IntentKey;
  /** A hash of product, action, account, region and parameters, token and marker apart. */
  readonly callHash: string;
  /** The ClientToken of a `token` call, the marker of a `marker` call, empty else. */
  readonly token: string;
  /** Starts at 1; a new attempt after a definite end, or by a person's word, is the next one. */
  readonly generation: number;
  /**
   * sending: on its way, or its outcome is unknown; answered: the service took it; refused: it definitely did not;
   * settled: what it made has been seen; undone: and we have taken it away again.
   */
  readonly state: "sending" | "answered" | "refused" | "settled" | "undone";
  /** Server time at which the call was signed, milliseconds since 1970. */
  readonly at: number;
  /** When its token was sent for the first time, where this is a repeat. */
  readonly firstAt?: number;
  /** What became of it is settled by sight or by a person's word alone. */
  readonly isOrder?: true;
  /** It takes away what others of its item have made. */
  readonly isUndo?: true;
  readonly reply?: Reply;
}

/** The diary as the engine sees it. */
export interface Journal {
  find(key: IntentKey): Intent | undefined;
  /** All intents of one item, whatever became of them. */
  of(item: ItemKey): readonly Intent[];
  /** The same of a whole step: also of items that no network file names any more. */
  ofStep(step: StepName): readonly Intent[];
  /** On disk, flushed, when it returns. */
  keep(intent: Intent): Promise<void>;
}

/** What a diary holds. It is not the truth: losing it costs look-ups, not resources. */
export interface Diary {
  readonly version: 1;
  /** Grows by one with each save. */
  readonly serial: number;
  readonly network: string;
  /** "real" or the name of the simulated world: the two never share a diary. */
  readonly cloud: string;
  readonly intents: Readonly<Record<IntentKey, Intent>>;
}

/** Who works on a diary. */
export interface LockHolder {
  readonly pid: number;
  readonly host: string;
  readonly command: string;
  /** Milliseconds since 1970. */
  readonly since: number;
}

/** A diary that this process holds the lock of, until `close`. */
export interface OpenDiary extends Journal {
  readonly diary: Diary;
  close(): Promise<void>;
}

/** Whose diary is opened, by whom and when (milliseconds since 1970). */
export interface OpenOptions {
  readonly network: string;
  readonly cloud: string;
  /** `plan` and `status` read without a lock and never write. */
  readonly readOnly?: boolean;
  readonly command: string;
  readonly now: number;
}

/** Any place that can keep diaries; one suite of tests holds for all of them. */
export interface DiaryStore {
  open(options: OpenOptions): Promise<OpenDiary>;
}
