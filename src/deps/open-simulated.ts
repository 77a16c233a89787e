import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Flags } from "../commands/flags.ts";
import { SagctlError } from "../errors.ts";
import type { Host } from "../host.ts";
import { createRemoteCloud } from "../simulator/remote.ts";
import { createSimulatedCloud } from "../simulator/simulated-cloud.ts";
import { say } from "../text.ts";
import { findScenario, worldsFolder } from "./scenario.ts";
import type { Simulated } from "./simulated-cloud.ts";

/** The simulated cloud that the flags mean: a served one, or this folder's own. */
export function openSimulated(flags: Flags, host: Host): Promise<Simulated> {
  return typeof flags.simulate === "string" ? openServed(flags.simulate) : openLocal(flags, host);
}

async function openServed(url: string): Promise<Simulated> {
  if (!URL.canParse(url)) throw noUrl(url);
  return { control: createRemoteCloud(url), url: new URL(url).origin, close: async () => {} };
}

/** Every world lies in a file of this folder, so that separate commands see one cloud. */
async function openLocal(flags: Flags, host: Host): Promise<Simulated> {
  const scenario = findScenario(flags, host);
  const cloud = createSimulatedCloud({ scenario, file: worldFile(host, scenario) });
  const { url } = await cloud.listen();
  return { control: cloud, url, close: () => cloud.close() };
}

function worldFile(host: Host, scenario: string): string {
  const folder = join(worldsFolder(host), scenario);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(join(worldsFolder(host), "current"), `${scenario}\n`, { mode: 0o600 });
  return join(folder, "world.json");
}

function noUrl(url: string): SagctlError {
  return new SagctlError({
    kind: "usage",
    code: "bad-flag",
    message: say`--simulate=${url} is not a URL`,
    tryThis: [say`Copy the line that sagctl simulate serve prints, or leave the URL out`],
  });
}
