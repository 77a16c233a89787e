/** One flag: commander, the SAGCTL_ name and the help come out of it. */
export interface FlagRow {
  /** As commander spells it: `--only <item>`. */
  readonly flag: string;
  readonly help: string;
  readonly kind: "switch" | "text" | "many" | "optional";
}

/** `kind` says what may follow: nothing, a value, several, or perhaps one. */
export function flagRow(flag: string, kind: FlagRow["kind"], help: string): FlagRow {
  return { flag, kind, help };
}

/** Flags of every command. */
export const everywhere: readonly FlagRow[] = [
  flagRow("-f, --file <path>", "text", "the network file (default sagctl.yaml)"),
  flagRow("--simulate [url]", "optional", "work on the simulated cloud, or on the one served at URL"),
  flagRow("--scenario <name>", "text", "what a new simulated cloud starts from"),
  flagRow("--profile <name>", "text", "a profile of ~/.aliyun/config.json"),
  flagRow("--region <region>", "text", "region of a VPC"),
  flagRow("--area <area>", "text", "area of gateways and CCN: mainland-china"),
  flagRow("--name <name>", "text", "names network and item of a step by flags alone: no file is looked at"),
  flagRow("--state <folder>", "text", "where the diary lies"),
  flagRow("--json", "switch", "one JSON object on stdout, events as lines on stderr"),
  flagRow("--quiet", "switch", "results and trouble: no progress, no counts, no hints"),
  flagRow("--verbose", "switch", "each call and what came of it, too, on stderr"),
  flagRow("--yes", "switch", "answer ordinary questions with yes; grants no consent"),
  flagRow("--no-input", "switch", "never ask"),
  flagRow("--dry-run", "switch", "show what would be sent, and send no write"),
  flagRow("--approve-purchases", "switch", "consent to every purchase of the plan"),
  flagRow("--allow-shared", "switch", "consent to changes that others share"),
  flagRow("--allow-destroy", "switch", "consent to deletions, and to parting VPCs that reach each other"),
  flagRow("--allow-probes", "switch", "consent to commands on instances"),
  flagRow("--only <item>", "many", "only these items, by name (repeat or separate by commas)"),
  flagRow("--wait <duration>", "text", "how long to wait for people and parcels: 48h (default: not at all)"),
  flagRow("--timeout <duration>", "text", "how long the cloud's own work may take (default 60m)"),
  flagRow("--no-color", "switch", "no colour"),
];

/** Flags that alter the goal or answer a guard; of every command that works on a network. */
export const ofNetwork: readonly FlagRow[] = [
  flagRow("--network <name>", "text", "with --name: the network that the item is part of"),
  flagRow("--marker <id>", "text", "with --network: the marker in that network's file, if it has one"),
  flagRow("--replace", "switch", "remove static routes that the file does not name"),
  flagRow(
    "--eager",
    "switch",
    "buy bandwidth and connect before the gateway is activated, or what it is for is granted",
  ),
  flagRow("--new", "switch", "make or buy although something unclaimed may be the one"),
  flagRow("--received", "switch", "the box has arrived, whatever the console says"),
  flagRow("--allow-lower", "switch", "let a region connection lose bandwidth"),
  flagRow("--allow-overlap", "switch", "go on although addresses clash"),
  flagRow("--create-vswitch", "switch", "make a vSwitch in a second zone where a VPC has only one"),
  flagRow("--one-zone", "switch", "attach a VPC through one zone although the region offers more"),
  flagRow("--listed <n>", "text", "the list of N gateways is complete, whatever the usage figure says"),
  flagRow("--buy-again <marker>", "many", "a purchase of unknown outcome is not there: buy once more"),
  flagRow(
    "--commit-bound <duration>",
    "text",
    "how long a request that was sent may still be carried out (default 15m)",
  ),
  flagRow("--read-lag <duration>", "text", "how far the cloud's lists may lag behind (default 5m)"),
  flagRow("--from <place>", "text", "pings start there alone: a branch, a VPC, or an instance by its id or name"),
  flagRow("--source <address>", "text", "address in the branch that a ping starts from"),
  flagRow("--tcp <port>", "text", "beside the ping: check the rules for this TCP port, and try it from a branch"),
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

/** At the end of every help. */
export const environmentHelp = [
  "Each flag can be given by the environment too: SAGCTL_ and its name in capitals,",
  `such as ${environmentName("--wait")}=48h and ${environmentName("--approve-purchases")}=yes.`,
].join("\n");

function longOf(flag: string): string {
  return /--[a-z-]+/.exec(flag)?.[0] ?? flag;
}
