import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, isAbsolute, join } from "node:path";
import { type Flags, goalOf } from "../commands/flags.ts";
import { SagctlError } from "../errors.ts";
import type { Host } from "../host.ts";
import { loadNetworkFile, networkFromFlags, readNetworkFile } from "../network/load.ts";
import type { Network } from "../network/network.ts";
import type { FlagOverlay } from "../network/overlay.ts";
import { say } from "../text.ts";

/** The network of the file, with what flags say laid over it; out of flags alone where there is no file. */
export async function loadNetwork(flags: Flags, host: Host, overlay: FlagOverlay): Promise<Network> {
  const goal = goalOf(flags);
  const path = networkFile(flags, host);
  const readText = (at: string) => readFile(at, "utf8");
  if (flags.file === undefined && (flags.name !== undefined || overlay.length > 0)) {
    const text = await readText(path).catch(() => undefined);
    if (text === undefined) return networkFromFlags(overlay, nameFor(flags), goal);
    return { ...loadNetworkFile(text, shown(path, host), overlay, goal), file: path };
  }
  const text = await readNetworkFile(path, readText);
  return { ...loadNetworkFile(text, shown(path, host), overlay, goal), file: shown(path, host) };
}

/** The network of the file, or one that holds nothing but the account in use where no file was named and none is there. */
export async function findNetwork(flags: Flags, host: Host): Promise<Network> {
  const isThere = flags.file !== undefined || existsSync(networkFile(flags, host));
  return isThere ? loadNetwork(flags, host, []) : networkFromFlags([], flags.name ?? "none", goalOf(flags));
}

export function networkFile(flags: Flags, host: Host): string {
  const file = flags.file ?? "sagctl.yaml";
  return isAbsolute(file) ? file : join(host.cwd, file);
}

/** As a person would type it. */
function shown(path: string, host: Host): string {
  return path.startsWith(`${host.cwd}/`) ? path.slice(host.cwd.length + 1) : path;
}

function nameFor(flags: Flags): string {
  if (flags.name !== undefined) return flags.name;
  throw new SagctlError({
    kind: "usage",
    code: "missing-value",
    message: say`There is no ${basename(flags.file ?? "sagctl.yaml")}, so flags must say everything, and a name too`,
    tryThis: [say`Add --name NAME: it names network and item`, say`Or make a file: sagctl setup`],
  });
}
