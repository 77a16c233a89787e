import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Scenario } from "../../src/simulator/scenario.ts";
import { scenarios } from "../../src/simulator/scenarios/index.ts";
import { createFileStore } from "../../src/state/file-store.ts";
import type { DiaryStore } from "../../src/state/store.ts";
import { newFolder } from "../../test/support/host.ts";
import { type Moment, openRig, type Rig } from "../../test/support/rig.ts";
import { scenarioOf } from "../../test/support/worlds.ts";
import type { Trial } from "../trial.ts";
import { crowded } from "./crowd.ts";
import { DiaryWatch } from "./diary-watch.ts";
import { createDiskStore } from "./disk-store.ts";
import { quickDurations } from "./quick-world.ts";

/** A world for one schedule, and the diary in it. */
export interface Stage {
  readonly rig: Rig;
  /** Absent where the diary is on a real disk. */
  readonly watch?: DiaryWatch;
  /** The same diary as another process opens it; only on a real disk, where its lock is. */
  readonly second?: DiaryStore;
}

export interface Scenery {
  readonly trial: Trial;
  /** Where it starts; absent: at the scenario's beginning. */
  readonly from?: Moment;
  /** The diary lies on a real disk, under sagctl's own lock. */
  readonly isLocked?: boolean;
}

/** Opens what a trial takes place in; whoever opens it closes its rig. */
export async function openStage({ trial, from, isLocked = trial.isPlain }: Scenery): Promise<Stage> {
  const scenario = from ? scenarioOf(from.state) : scenarioFor(trial);
  const wire = trial.isPlain ? {} : { wire: "none" as const, durations: quickDurations };
  if (isLocked) {
    const [store, second] = storesOnDisk(from?.diary);
    return { rig: await openRig({ scenario, store, ...wire }), second };
  }
  const watch = new DiaryWatch(from?.diary);
  return { watch, rig: await openRig({ scenario, store: createDiskStore(watch.disk, watch.file), ...wire }) };
}

function scenarioFor({ scenario: name, isCrowded }: Trial): Scenario {
  const scenario = scenarios[name];
  if (!scenario) throw new Error(`no scenario ${name}`);
  return isCrowded ? crowded(scenario) : scenario;
}

/** The store that sagctl has, for two processes of this machine that both live. */
function storesOnDisk(first: string | undefined): readonly [DiaryStore, DiaryStore] {
  const folder = join(newFolder(), "diary");
  mkdirSync(folder);
  if (first !== undefined) writeFileSync(join(folder, "state.json"), first);
  const host = (pid: number) => ({ pid, name: "this machine", isRunning: () => true });
  return [createFileStore(folder, host(1001)), createFileStore(folder, host(1002))];
}
