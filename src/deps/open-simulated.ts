import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Flags } from "../commands/flags.ts";
import type { OpenControl } from "../commands/simulate/open-control.ts";
import { SagctlError } from "../errors.ts";
import type { Host } from "../host.ts";
import { findScenario as knownScenario } from "../simulator/find-scenario.ts";
import { createRemoteCloud } from "../simulator/remote.ts";
import { scenarios } from "../simulator/scenarios/index.ts";
import { createSimulatedCloud, type SimulatedCloud } from "../simulator/simulated-cloud.ts";
import { say } from "../text.ts";
import { findScenario, worldFolder, worldsFolder } from "./scenario.ts";
import { servedAt } from "./served-at.ts";
import type { Simulated } from "./simulated-cloud.ts";

/** The simulated cloud that the flags mean, with its API: a served one, or this folder's own. */
export async function openSimulated(flags: Flags, host: Host): Promise<Simulated> {
  const served = servedAt(flags);
  if (served)
    return { control: createRemoteCloud(served.href), url: served.origin, isServed: true, close: async () => {} };
  const cloud = openLocal(flags, host);
  const { url } = await cloud.listen();
  return { control: cloud, url, close: () => cloud.close() };
}

/** The same cloud from behind; nothing listens. */
export async function openControl(flags: Flags, host: Host): Promise<OpenControl> {
  const served = servedAt(flags);
  if (served) return { control: createRemoteCloud(served.href), close: async () => {} };
  const cloud = openLocal(flags, host);
  return { control: cloud, close: () => cloud.close() };
}

/** Every world lies in a file of this folder, so that separate commands see one cloud. */
function openLocal(flags: Flags, host: Host): SimulatedCloud {
  const { name } = knownScenario(scenarios, findScenario(flags, host));
  const folder = worldFolder(host, name);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(join(worldsFolder(host), "current"), `${name}\n`, { mode: 0o600 });
    return createSimulatedCloud({ scenario: name, file: join(folder, "world.json") });
  } catch (error) {
    throw worldTrouble(error, folder);
  }
}

/** What the disk says, in words; any other error as it is. */
function worldTrouble(error: unknown, folder: string): unknown {
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (code === undefined || syscall === undefined) return error;
  return new SagctlError({
    kind: "diary",
    code: "world-unwritable",
    message: say`The simulated cloud cannot be kept in ${folder}: ${code}`,
    tryThis: [say`Run sagctl in a folder that you may write in`],
    cause: error,
  });
}
