import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { Flags } from "../commands/flags.ts";
import type { OpenControl } from "../commands/simulate/open-control.ts";
import type { Host } from "../host.ts";
import { WorldUnreadable } from "../simulator/world-file.ts";
import { networksWithoutFile, simulatedFolder } from "./diary.ts";
import { openControl } from "./open-simulated.ts";
import { findScenario, worldFolder } from "./scenario.ts";
import { servedAt } from "./served-at.ts";

/** Starts the simulated cloud afresh; the diary of the one before goes with it, since its ids are gone. */
export async function resetSimulated(flags: Flags, host: Host, people: "auto" | "manual"): Promise<OpenControl> {
  const open = await openAnyhow(flags, host);
  try {
    const served = servedAt(flags) !== undefined;
    const { scenario } = flags;
    await open.control.reset({ people, ...(served && scenario !== undefined ? { scenario } : {}) });
    const folder = simulatedFolder(flags, host, (await open.control.status()).scenario);
    await rm(join(folder, "state.json"), { force: true });
    await rm(join(folder, "state.json.bak"), { force: true });
    await rm(join(folder, networksWithoutFile), { force: true, recursive: true });
    return open;
  } catch (error) {
    await open.close();
    throw error;
  }
}

/** A world that cannot be read is thrown away: that is what a reset is for. */
async function openAnyhow(flags: Flags, host: Host): Promise<OpenControl> {
  try {
    return await openControl(flags, host);
  } catch (error) {
    if (!(error instanceof WorldUnreadable)) throw error;
    await rm(join(worldFolder(host, findScenario(flags, host)), "world.json"));
    return openControl(flags, host);
  }
}
