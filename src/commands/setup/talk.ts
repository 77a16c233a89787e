import type { Input, Look } from "../../engine/step.ts";
import type { AddressBook } from "../../state/address-book.ts";
import type { Flags } from "../flags.ts";
import type { AskOptions, Interview } from "./interview.ts";
import type { Sketch } from "./sketch.ts";

/** What a person came for: an office and a gateway, VPCs of several accounts, or both in one network. */
export type Job = "office" | "vpcs" | "both";

/** What each part of the wizard's conversation works with. */
export interface Talk {
  readonly interview: Interview;
  /** Reads are shared: nothing is asked of the cloud twice. */
  readonly look: Look;
  readonly sketch: Sketch;
  readonly flags: Flags;
  /** Told before there was a cloud to keep it by. */
  readonly job?: Job | undefined;
  readonly addresses: AddressBook;
  /** The accounts that this machine has keys of, under the names that the file would give them. */
  keysHere(): Promise<readonly string[]>;
  /** The profile of ~/.aliyun/config.json that such a key is; undefined on a simulated cloud. */
  profileOf(account: string): string | undefined;
  /** Ends the wizard early when the diary that the network would have cannot be used. */
  tryDiary(): Promise<void>;
}

/** Asks for one place of the network file, and writes the answer there. */
export async function askPlace<T>(talk: Talk, input: Input<T>, item: string, options: AskOptions<T>): Promise<T> {
  const question = await input.ask(talk.look, talk.sketch.network, item);
  const answer = await talk.interview.ask(question, options);
  talk.sketch.put(input.at(item), answer);
  return answer;
}
