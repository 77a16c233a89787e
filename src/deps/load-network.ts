import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, isAbsolute, join } from "node:path";
import { type Flags, goalOf } from "../commands/flags.ts";
import type { Input } from "../engine/step.ts";
import { SagctlError } from "../errors.ts";
import type { Host } from "../host.ts";
import { readGrantRequest } from "../network/grant-request.ts";
import { loadNetworkFile, networkFromFlags, readNetworkFile } from "../network/load.ts";
import type { Network } from "../network/network.ts";
import type { FlagOverlay } from "../network/overlay.ts";
import { parseYaml } from "../network/yaml/yaml-text.ts";
import { plain, say } from "../text.ts";
import { placeFlags } from "./place-flags.ts";

/** The network of the file, with what a step's flags say laid over it; out of flags alone where they have a name of their own, or no file is there. */
export async function loadNetwork(flags: Flags, host: Host, inputs: readonly Input[]): Promise<Network> {
  if (flags.accept !== undefined) return fromFlags(asRequested(flags, flags.accept), inputs, false);
  const path = networkFile(flags, host);
  if (inputs.length > 0 && isWithoutFile(flags, host)) return fromFlags(flags, inputs, existsSync(path));
  const text = await readNetworkFile(path, (at) => readFile(at, "utf8"));
  const file = shown(path, host);
  const { document } = parseYaml(text, file);
  return { ...loadNetworkFile(text, file, placeFlags({ flags, inputs, document }), goalOf(flags)), file };
}

/** None was named, and none is there; a line that somebody in another account was given works wherever it is typed. */
export function isWithoutFile(flags: Flags, host: Host): boolean {
  return flags.file === undefined && (flags.name !== undefined || !existsSync(networkFile(flags, host)));
}

/** Another account's request says everything, as if all its values had been typed. */
function asRequested(flags: Flags, word: string): Flags {
  const { name, network, marker, vpc, region, owner, cen, cenOwner, payer } = readGrantRequest(word);
  const values = { vpc, region, "vpc-account": owner, payer, "cen-id": cen, "cen-owner": cenOwner };
  const inputs = Object.entries(values).map(([key, value]) => [key, { value, from: "--accept" }] as const);
  return { ...flags, name, network, marker, inputs: Object.fromEntries(inputs) };
}

/** `isThere`: a network file, which is not looked at. */
function fromFlags(flags: Flags, inputs: readonly Input[], isThere: boolean): Network {
  const name = nameFor(flags);
  const missing = inputs.find((input) => input.required && flags.inputs?.[input.name] === undefined);
  if (missing) throw missingFlag(missing, isThere);
  const placed = placeFlags({ flags, inputs, document: undefined });
  return networkFromFlags([...identityOf(flags), ...placed], name, goalOf(flags));
}

/** Of the same network as a file has it: the same diary, and the same marks. */
function identityOf(flags: Flags): FlagOverlay {
  const said = (["network", "marker"] as const).map((key) => ({ path: [key], value: flags[key], flag: `--${key}` }));
  return said.filter(({ value }) => value !== undefined);
}

function missingFlag({ name, help }: Input, isThere: boolean): SagctlError {
  return new SagctlError({
    kind: "usage",
    code: "missing-value",
    message: say`Missing value: --${name} (${plain(help)})`,
    tryThis: [
      isThere
        ? say`Give --${name}, or leave --name out, so that the network file is used`
        : say`Give --${name}, or make a network file: sagctl setup`,
    ],
  });
}

/** The network of the file, or one that holds nothing but the account in use where no file was named and none is there. */
export async function findNetwork(flags: Flags, host: Host): Promise<Network> {
  return flags.file === undefined && !existsSync(networkFile(flags, host))
    ? networkFromFlags([], flags.name ?? "none", goalOf(flags))
    : loadNetwork(flags, host, []);
}

export function networkFile(flags: Flags, host: Host): string {
  const file = flags.file ?? "sagctl.yaml";
  return isAbsolute(file) ? file : join(host.cwd, file);
}

/** As a person would type it. */
export function shown(path: string, host: Host): string {
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
