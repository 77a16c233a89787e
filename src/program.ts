import { Command, Option } from "commander";
import type { Flags } from "./commands/flags.ts";
import { readEnvironment } from "./environment.ts";
import type { ExitCode } from "./exit-codes.ts";
import { everywhere, type FlagRow, ofNetwork } from "./flags.ts";
import type { Host } from "./host.ts";
import type { FlagOverlay } from "./network/overlay.ts";
import { stepList } from "./steps/index.ts";

/** What a command line turned out to ask for. */
export interface Asked {
  readonly command: string;
  readonly args: readonly string[];
  readonly flags: Flags;
  /** What flags say about the network, to be laid over its file. */
  readonly overlay: FlagOverlay;
}

export type Carry = (asked: Asked) => Promise<ExitCode>;

interface FixedCommand {
  readonly name: string;
  readonly args?: string;
  readonly about: string;
  readonly flags: readonly FlagRow[];
}

const row = (flag: string, kind: FlagRow["kind"], help: string): FlagRow => ({ flag, kind, help });

const fixed: readonly FixedCommand[] = [
  { name: "setup", about: "The wizard: looks, asks, writes sagctl.yaml, carries it out", flags: ofNetwork },
  {
    name: "plan",
    about: "What is true, what would change, what it costs; sends nothing",
    flags: [
      ...ofNetwork,
      row("--calls", "switch", "the exact API calls"),
      row("--permissions", "switch", "the RAM actions needed"),
      row("--exit-code", "switch", "exit 3 when changes are pending"),
    ],
  },
  { name: "apply", about: "Make the network file true", flags: ofNetwork },
  {
    name: "status",
    about: "What is true now: ids, expiry dates, who talks to whom",
    flags: [
      ...ofNetwork,
      row("--routes", "switch", "the routes of each region"),
      row("--exit-code", "switch", "exit 3 when changes are pending"),
    ],
  },
  { name: "verify", about: "Prove the path and ping", flags: ofNetwork },
  {
    name: "undo",
    about: "The other way round: take away what sagctl made",
    flags: [...ofNetwork, row("--include-found", "switch", "also what sagctl did not make, asked one by one")],
  },
  { name: "init", about: "Print a commented example of a network file", flags: [] },
  { name: "whoami", about: "Which key is used, and whose account it is", flags: [] },
  {
    name: "simulate",
    args: "[action] [value]",
    about: "The simulated cloud: what happens in it, and what it saw",
    flags: simulateFlags(),
  },
];

function simulateFlags(): readonly FlagRow[] {
  return [
    row("--people <who>", "text", "reset: auto, or manual (wait for deliver, plug-in, pay)"),
    row("--port <port>", "text", "serve: the port (default: a free one)"),
  ];
}

/** The whole tree: fixed commands, and one for each step of the list. */
export function createProgram(host: Host, carry: Carry): Command {
  const program = new Command("sagctl")
    .exitOverride()
    .configureOutput({ writeOut: (text) => host.stdout.write(text), writeErr: (text) => host.stderr.write(text) })
    .description("From a boxed Smart Access Gateway to a proven path into your VPCs")
    .showSuggestionAfterError()
    .configureHelp({ showGlobalOptions: true });
  for (const one of fixed) add(program, one, host, carry);
  for (const step of stepList) add(program, { ...step, flags: ofNetwork }, host, carry);
  return program;
}

function add(program: Command, one: FixedCommand, host: Host, carry: Carry): void {
  const command = program.command(one.args ? `${one.name} ${one.args}` : one.name).description(one.about);
  for (const flag of [...one.flags, ...everywhere]) command.addOption(optionOf(flag));
  command.action(async () => {
    readEnvironment(command, host.env);
    await carry({ command: one.name, args: command.args, flags: command.opts<Flags>(), overlay: [] });
  });
}

function optionOf(flag: FlagRow): Option {
  const option = new Option(flag.flag, flag.help);
  if (flag.kind === "many") {
    option.argParser((value: string, before: readonly string[] = []) => [...before, ...value.split(",")]);
  }
  return option;
}
