import { createHash } from "node:crypto";
import { dirname, join, resolve } from "node:path";
import type { OpenCloud } from "../commands/context.ts";
import type { Flags } from "../commands/flags.ts";
import type { Host } from "../host.ts";
import type { Network } from "../network/network.ts";
import { createFileStore } from "../state/file-store.ts";
import type { OpenDiary } from "../state/store.ts";
import { networkFile } from "./load-network.ts";
import { worldFolder, worldsFolder } from "./scenario.ts";
import { servedAt } from "./served-at.ts";

/** Opens the diary of this network on this cloud; real and simulated never share one. */
export function openDiary(
  parts: { readonly flags: Flags; readonly host: Host; readonly command: string },
  network: Network,
  cloud: OpenCloud,
  readOnly: boolean,
): Promise<OpenDiary> {
  const { flags, host, command } = parts;
  const lockHost = { pid: host.pid, name: host.hostname, isRunning: host.isRunning };
  const store = createFileStore(diaryFolder(flags, host, network, cloud), lockHost);
  return store.open({ network: network.name, cloud: cloud.name, readOnly, command, now: host.now() });
}

/** On one simulated cloud, each network that only flags name has a diary of its own, unless it is that of a file elsewhere. */
export const networksWithoutFile = "networks";

function diaryFolder(flags: Flags, host: Host, network: Network, cloud: OpenCloud): string {
  if (flags.state !== undefined) return resolve(host.cwd, flags.state);
  if (cloud.name !== "real") {
    const folder = simulatedFolder(flags, host, cloud.name);
    const isNamedAlone = network.file === undefined && flags.name !== undefined && flags.network === undefined;
    return isNamedAlone ? join(folder, networksWithoutFile, network.name) : folder;
  }
  return join(dirname(networkFile(flags, host)), ".sagctl", network.name);
}

/** Beside the folder's own world; a served one has its own diary, and so has each start of `simulate serve`. */
export function simulatedFolder(flags: Flags, host: Host, scenario: string): string {
  const served = servedAt(flags);
  if (!served) return worldFolder(host, scenario);
  const start = createHash("sha256").update(served.href).digest("hex").slice(0, 8);
  return join(worldsFolder(host), `${scenario}-served-${start}`);
}
