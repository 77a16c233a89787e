import type { CloudControl } from "../../simulator/cloud-control.ts";

/** A simulated cloud from behind: its people, time, ledger, calls and faults. */
export interface OpenControl {
  readonly control: CloudControl;
  close(): Promise<void>;
}
