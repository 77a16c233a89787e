/** One flag: commander, the SAGCTL_ name and the help come out of it. */
export interface FlagRow {
  /** As commander spells it: `--only <item>`. */
  readonly flag: string;
  readonly help: string;
  readonly kind: "switch" | "text" | "many" | "optional";
}

const row = (flag: string, kind: FlagRow["kind"], help: string): FlagRow => ({ flag, kind, help });

/** Flags of every command. */
export const everywhere: readonly FlagRow[] = [
  row("-f, --file <path>", "text", "the network file (default sagctl.yaml)"),
  row("--simulate [url]", "optional", "work on the simulated cloud, or on the one served at URL"),
  row("--scenario <name>", "text", "what a new simulated cloud starts from"),
  row("--profile <name>", "text", "a profile of ~/.aliyun/config.json"),
  row("--region <region>", "text", "region of a VPC"),
  row("--area <area>", "text", "area of gateways and CCN: mainland-china"),
  row("--name <name>", "text", "names network and item where there is no file"),
  row("--state <folder>", "text", "where the diary lies"),
  row("--json", "switch", "one JSON object on stdout, events as lines on stderr"),
  row("--quiet", "switch", "only results and trouble"),
  row("--verbose", "switch", "each call and its answer, too"),
  row("--yes", "switch", "answer ordinary questions with yes; grants no consent"),
  row("--no-input", "switch", "never ask"),
  row("--dry-run", "switch", "show what would be sent, and send no write"),
  row("--approve-purchases", "switch", "consent to every purchase of the plan"),
  row("--allow-shared", "switch", "consent to changes that others share"),
  row("--allow-destroy", "switch", "consent to deletions"),
  row("--allow-probes", "switch", "consent to commands on instances"),
  row("--only <item>", "many", "only these items, by name (repeat or separate by commas)"),
  row("--wait <duration>", "text", "how long to wait for people and parcels: 48h (default: not at all)"),
  row("--timeout <duration>", "text", "how long the cloud's own work may take (default 60m)"),
  row("--no-color", "switch", "no colour"),
];

/** Flags that alter the goal or answer a guard; of every command that works on a network. */
export const ofNetwork: readonly FlagRow[] = [
  row("--replace", "switch", "remove static routes that the file does not name"),
  row("--eager", "switch", "buy bandwidth and connect before the gateway is activated"),
  row("--new", "switch", "make or buy although something unclaimed may be the one"),
  row("--received", "switch", "the box has arrived, whatever the console says"),
  row("--allow-lower", "switch", "let a region connection lose bandwidth"),
  row("--allow-overlap", "switch", "go on although addresses clash"),
  row("--listed <n>", "text", "the list of N gateways is complete, whatever the usage figure says"),
  row("--buy-again <marker>", "many", "a purchase of unknown outcome is not there: buy once more"),
  row("--source <address>", "text", "address in the branch that a ping starts from"),
  row("--tcp <port>", "text", "try this TCP port beside the ping"),
];

/** `approvePurchases` for `--approve-purchases <x>`, as commander names it. */
export function nameOf(flag: string): string {
  const long = longOf(flag).replace(/^--(no-)?/, "");
  return long.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** `SAGCTL_APPROVE_PURCHASES`; `--no-color` is SAGCTL_NO_COLOR. */
export function environmentName(flag: string): string {
  return `SAGCTL_${longOf(flag).slice(2).replaceAll("-", "_").toUpperCase()}`;
}

function longOf(flag: string): string {
  return /--[a-z-]+/.exec(flag)?.[0] ?? flag;
}
