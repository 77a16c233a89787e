import { SagctlError } from "../errors.ts";
import { isAddress } from "../network/addresses.ts";
import type { Goal } from "../network/network.ts";
import { say } from "../text.ts";

/** The values of the flags, as commander and the environment give them. */
export interface Flags {
  readonly file?: string;
  readonly simulate?: string | true;
  readonly scenario?: string;
  readonly profile?: string;
  readonly region?: string;
  readonly area?: string;
  readonly name?: string;
  readonly network?: string;
  readonly marker?: string;
  readonly state?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly yes?: boolean;
  /** false: `--no-input`. */
  readonly input?: boolean;
  readonly dryRun?: boolean;
  readonly approvePurchases?: boolean;
  readonly allowShared?: boolean;
  readonly allowDestroy?: boolean;
  readonly allowProbes?: boolean;
  readonly only?: readonly string[];
  readonly wait?: string;
  readonly timeout?: string;
  /** false: `--no-color`. */
  readonly color?: boolean;
  readonly replace?: boolean;
  readonly eager?: boolean;
  readonly new?: boolean;
  readonly received?: boolean;
  readonly allowLower?: boolean;
  readonly allowOverlap?: boolean;
  readonly createVswitch?: boolean;
  readonly oneZone?: boolean;
  readonly listed?: string;
  readonly buyAgain?: readonly string[];
  readonly commitBound?: string;
  readonly readLag?: string;
  readonly from?: string;
  readonly source?: string;
  readonly tcp?: string;
  readonly includeFound?: boolean;
  readonly calls?: boolean;
  readonly permissions?: boolean;
  readonly exitCode?: boolean;
  readonly job?: string;
  readonly otherVpc?: readonly string[];
  readonly otherRegion?: string;
  readonly sharedVpc?: string;
  readonly request?: boolean;
  readonly accept?: string;
  readonly routes?: boolean;
  readonly all?: boolean;
  readonly people?: string;
  readonly port?: string;
  readonly virtualTime?: boolean;
  /** Values of step inputs, by the input's name, with the flag or SAGCTL_ name that gave them. */
  readonly inputs?: Readonly<Record<string, { readonly value: unknown; readonly from: string }>>;
}

export function goalOf(flags: Flags): Goal {
  return {
    replaceRoutes: flags.replace ?? false,
    eager: flags.eager ?? false,
    buyAgain: flags.buyAgain ?? [],
    createNew: flags.new ?? false,
    received: flags.received ?? false,
    allowLower: flags.allowLower ?? false,
    allowOverlap: flags.allowOverlap ?? false,
    includeFound: flags.includeFound ?? false,
    createVSwitch: flags.createVswitch ?? false,
    oneZone: flags.oneZone ?? false,
    ...(flags.listed === undefined ? {} : { listed: wholeNumber(flags.listed, "--listed") }),
    ...(flags.from === undefined ? {} : { from: flags.from }),
    ...(flags.source === undefined ? {} : { source: addressOf(flags.source, "--source") }),
    ...(flags.tcp === undefined ? {} : { tcpPort: wholeNumber(flags.tcp, "--tcp", 65_535) }),
  };
}

function addressOf(value: string, flag: string): string {
  if (isAddress(value)) return value;
  throw badFlag(flag, value, "an IPv4 address such as 172.16.0.10");
}

/** Milliseconds; `90s`, `10m`, `48h`, `2d`. */
export function durationOf(value: string, flag: string): number {
  const [, amount, unit] = /^(\d+(?:\.\d+)?)(ms|s|m|h|d)$/.exec(value.trim()) ?? [];
  const ms = units[unit ?? ""];
  if (amount === undefined || ms === undefined) {
    throw badFlag(flag, value, "a duration such as 90s, 10m, 48h or 2d");
  }
  return Number(amount) * ms;
}

const units: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

export function wholeNumber(value: string, flag: string, most = Number.MAX_SAFE_INTEGER): number {
  const number = Number(value);
  if (!/^\d+$/.test(value.trim()) || number > most) {
    throw badFlag(flag, value, most === Number.MAX_SAFE_INTEGER ? "a whole number" : `a whole number up to ${most}`);
  }
  return number;
}

function badFlag(flag: string, value: string, wanted: string): SagctlError {
  return new SagctlError({
    kind: "usage",
    code: "bad-flag",
    message: say`${flag} ${value} is not ${wanted}`,
    tryThis: [say`See sagctl --help`],
  });
}
