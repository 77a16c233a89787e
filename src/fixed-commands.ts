import { type FlagRow, flagRow } from "./flags.ts";

/** A command that is no step: plain data, out of which commander's tree and its help are made. */
export interface FixedCommand {
  /** As typed: `plan`, `simulate ledger`. */
  readonly name: string;
  readonly args?: string;
  readonly about: string;
  /** More than one line holds, for its own help. */
  readonly details?: string;
  /** Works on a network: takes the flags that alter the goal. */
  readonly ofNetwork?: true;
  readonly flags?: readonly FlagRow[];
}

const exitCodeFlag = flagRow("--exit-code", "switch", "exit 3 when changes are pending");

/** The wizard, and whole runs on a network file. */
export const wholeRuns: readonly FixedCommand[] = [
  {
    name: "setup",
    about: "The wizard: looks, asks, writes sagctl.yaml, carries it out",
    ofNetwork: true,
    flags: [
      flagRow("--job <job>", "text", "office: an office with VPCs; vpcs: VPCs of two accounts; both"),
      flagRow("--other-vpc <id>", "many", "VPCs of the other account, with --vpc-account"),
      flagRow("--other-region <region>", "text", "their region, where that account's key is not here"),
      flagRow("--shared-vpc <name>", "text", "the VPC that all others reach, and they not each other (or: everybody)"),
    ],
  },
  {
    name: "plan",
    about: "What is true, what would change, what it costs; sends nothing",
    ofNetwork: true,
    flags: [
      flagRow("--calls", "switch", "the exact API calls"),
      flagRow("--permissions", "switch", "the RAM actions needed"),
      exitCodeFlag,
    ],
  },
  { name: "apply", about: "Make the network file true", ofNetwork: true },
  {
    name: "status",
    about: "What is true now: ids, expiry dates, who talks to whom",
    ofNetwork: true,
    flags: [
      flagRow(
        "--routes",
        "switch",
        "the routes of each router, VPC and region, and the branch's own with their conflicts",
      ),
      flagRow("--all", "switch", "with --routes: the cloud's own routes too, such as 100.64.0.0/10"),
      exitCodeFlag,
    ],
  },
  { name: "verify", about: "Prove the path and ping; changes nothing", ofNetwork: true },
  {
    name: "undo",
    about: "The other way round: take away what sagctl made",
    details:
      "With --name, --vpc and --region it is for the owner of a VPC who has no network\nfile: the CEN's owner is shown the whole line.",
    ofNetwork: true,
    flags: [flagRow("--include-found", "switch", "also what sagctl did not make, asked one by one")],
  },
  {
    name: "init",
    about: "Print a commented example of a network file",
    details:
      "It can be tried at once: sagctl init > sagctl.yaml, then sagctl plan --simulate.\nWith --scenario NAME it is the example of that scenario.",
  },
  { name: "whoami", about: "Which key is used, and whose account it is" },
];

/** What happens in the simulated cloud, and what it saw. */
export const simulations: readonly FixedCommand[] = [
  { name: "simulate scenarios", about: "What a simulated cloud can start from" },
  {
    name: "simulate reset",
    about: "Start the simulated cloud afresh, and forget what sagctl did there",
    flags: [
      flagRow("--people <who>", "text", "auto (default): they act by themselves; manual: they wait for commands"),
    ],
  },
  { name: "simulate deliver", args: "[gateway]", about: "The parcel arrives: of one gateway, or of all" },
  { name: "simulate plug-in", args: "[gateway]", about: "Somebody cables the box and switches it on" },
  { name: "simulate pay", args: "[order]", about: "Somebody pays what is unpaid: one order, or all" },
  { name: "simulate advance", args: "<duration>", about: "Let time pass: 90s, 10m, 48h, 2d" },
  { name: "simulate ledger", about: "Every order, with its invented price" },
  { name: "simulate calls", about: "Every call that arrived, and what it was answered" },
  {
    name: "simulate faults",
    args: "<action> [fault]",
    about: "What goes wrong there: list, add JSON, clear [id]",
    details: [
      "For example:",
      `  sagctl simulate faults add '{"when":{"action":"CreateCen"},"what":"quota"}'`,
      "  sagctl simulate faults clear",
      "",
      "when   index, product, action, kind (read or write), nth, from, share",
      "times  once (default), always, or a number",
      "what   refuse, code, quota, throttle, expired-token, 500-before-commit,",
      "       reset-before-commit, late-commit, insufficient-balance, stale-read,",
      "       hang-task, 500-after-commit, reset-after-commit, hold-answer,",
      "       late-answer, truncated-body, html-body, empty-body",
      "docs/simulator.md says where each strikes, and what else can be given.",
    ].join("\n"),
  },
  {
    name: "simulate serve",
    about: "Serve a fresh simulated cloud until Ctrl-C, for several commands and for other clients",
    details: [
      "Starts at this machine's time and goes at its speed, so that other clients'",
      "signatures hold. Where sagctl waits (with --simulate=URL, and in simulate",
      "advance) time jumps ahead: a tutorial takes seconds. After a jump other clients",
      "are out of time by as much, and are told so. With --virtual-time it starts at a",
      "fixed moment and stands still between jumps: the same on every run.",
    ].join("\n"),
    flags: [
      flagRow("--port <port>", "text", "the port (default: a free one)"),
      flagRow("--virtual-time", "switch", "time passes only where sagctl waits"),
    ],
  },
];
