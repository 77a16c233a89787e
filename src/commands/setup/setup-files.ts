import type { AddressBook } from "../../state/address-book.ts";
import type { AnswersStore } from "../../state/answers-store.ts";

/** What the wizard reads and writes beside the cloud. */
export interface SetupFiles {
  /** The network file, as a person would type it. */
  readonly path: string;
  /** undefined: there is none yet. */
  readText(): Promise<string | undefined>;
  writeText(text: string): Promise<void>;
  /** Answers of a wizard that was left; real and simulated ones are kept apart. */
  answersOn(cloud: string, network: string | undefined): AnswersStore;
  readonly addresses: AddressBook;
}
