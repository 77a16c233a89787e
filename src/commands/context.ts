import type { ApiCall, Cloud, SentCall } from "../api/call.ts";
import type { Clock } from "../clock.ts";
import type { ProbePath, ProbeResult } from "../engine/probe-path.ts";
import type { Network } from "../network/network.ts";
import type { OpenDiary } from "../state/store.ts";
import type { Text } from "../text.ts";
import type { Price } from "../ui/price.ts";
import type { Screens } from "../ui/screens.ts";
import type { Flags } from "./flags.ts";
import type { SetupFiles } from "./setup/setup-files.ts";
import type { OpenControl } from "./simulate/open-control.ts";

/** What something cost in the simulated cloud's ledger; the real cloud's prices stand in its console only. */
export interface Spent {
  readonly action: string;
  readonly amount: number;
  readonly currency: string;
  readonly orderId: string;
  readonly status: "unpaid" | "paid" | "cancelled" | "refunded";
  /** What it was for. */
  readonly instanceIds: readonly string[];
}

/** Where a key was found. */
export interface KeySource {
  /** "profile prod (--profile)". */
  readonly said: Text;
  /** The network file names it for this account. */
  readonly isNamed: boolean;
}

/** A cloud that can be worked on, real or simulated. */
export interface OpenCloud {
  /** "real", or the scenario. */
  readonly name: string;
  readonly cloud: Cloud;
  /** Every call of this run. */
  readonly calls: readonly SentCall[];
  readonly clock: Clock;
  probe(path: ProbePath): Promise<ProbeResult>;
  holds(account: string): boolean;
  /** Where an account's key was found. */
  keySource(account: string): Promise<KeySource>;
  /** The key at hand turns out to be this account's, and not the hub's. */
  useKeyFor(account: string): void;
  /** All accounts that this machine has keys of; from then on they are held under these names. */
  keysHere(): Promise<readonly string[]>;
  /** The profile of ~/.aliyun/config.json that an account's key is; undefined where it is none. */
  profileOf(account: string): string | undefined;
  /** How long people and parcels are waited for when --wait does not say: for ever where they act by themselves. */
  readonly patienceMs: number;
  /** Orders of the ledger since this run began; none on the real cloud. */
  spent(): Promise<readonly Spent[]>;
  /** What a call that costs money would cost, without sending it. */
  price(call: ApiCall): Promise<Price>;
  close(): Promise<void>;
}

/** What a command is handed: its flags, its screens, and lazy ways to everything else. */
export interface Context {
  readonly command: string;
  readonly flags: Flags;
  readonly ui: Screens;
  readonly stop: AbortSignal;
  /** Whether a person can be asked. */
  readonly canAsk: boolean;
  /** The command line as it was called, for "run again"; the screens add where it works. */
  readonly again: string;
  /** Another command with the same goal, patience and consents. */
  alike(command: string): string;
  /** Milliseconds on this machine's own clock, whatever the cloud's clock says. */
  wallNow(): number;
  /** Only where --simulate stands on no cloud yet: makes it the one that a wizard's job needs, and tells which. */
  startFor?(job: string): string;
  loadNetwork(): Promise<Network>;
  /** An empty one where there is no file and none was named. */
  findNetwork(): Promise<Network>;
  openCloud(network: Network): Promise<OpenCloud>;
  openDiary(network: Network, cloud: OpenCloud, readOnly: boolean): Promise<OpenDiary>;
  setupFiles(): Promise<SetupFiles>;
  /** The example file of a scenario, as it is published. */
  readExample(scenario: string): Promise<string>;
  openControl(): Promise<OpenControl>;
  /** A fresh simulated cloud, and no diary of the one before. */
  resetSimulated(people: "auto" | "manual"): Promise<OpenControl>;
}
