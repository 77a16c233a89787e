import { Command, Option } from "commander";
import type { Flags } from "./commands/flags.ts";
import type { Input } from "./engine/step.ts";
import { readEnvironment } from "./environment.ts";
import type { ExitCode } from "./exit-codes.ts";
import { type FixedCommand, simulations, wholeRuns } from "./fixed-commands.ts";
import { everywhere, type FlagRow, nameOf, ofNetwork } from "./flags.ts";
import type { Host } from "./host.ts";
import { rootExamples } from "./root-help.ts";
import { inputRows, inputValues, loadInputs, ofOneStep } from "./step-flags.ts";
import { stepList } from "./steps/index.ts";
import { readVersion } from "./version.ts";

/** What a command line turned out to ask for. */
export interface Asked {
  readonly command: string;
  readonly args: readonly string[];
  readonly flags: Flags;
  /** What `flags.inputs` are the values of. */
  readonly inputs: readonly Input[];
}

export type Carry = (asked: Asked) => Promise<ExitCode>;

/** The whole tree: fixed commands, and one for each step of the list. */
export function createProgram(host: Host, carry: Carry): Command {
  const program = new Command("sagctl")
    .exitOverride()
    .configureOutput({
      writeOut: (text) => host.stdout.write(text),
      writeErr: (text) => host.stderr.write(text),
      getOutHelpWidth: () => host.stdout.columns ?? 80,
      // What was wrong is said by run.ts, as every other error is.
      outputError: () => {},
    })
    .description("From a boxed Smart Access Gateway to a proven path into your VPCs")
    .addHelpText("before", rootExamples())
    .version(readVersion(), "--version", "print the version")
    .showSuggestionAfterError()
    .configureHelp({ subcommandTerm: termOf })
    .helpCommand(false);
  program.commandsGroup("The wizard, and whole runs:");
  for (const one of wholeRuns) add(program, one, host, carry);
  program.commandsGroup("Steps, in order:");
  for (const step of stepList) {
    add(program, { ...step, ofNetwork: true, flags: ofOneStep[step.name] ?? [] }, host, carry);
  }
  program.commandsGroup("The simulated cloud:");
  addSimulate(program, host, carry);
  return program;
}

function addSimulate(program: Command, host: Host, carry: Carry): void {
  const simulate = program
    .command("simulate")
    .description("What happens in the simulated cloud, and what it saw")
    .helpCommand(false);
  const simulated: Carry = ({ flags, ...asked }) =>
    carry({ ...asked, flags: { ...flags, simulate: flags.simulate ?? true } });
  for (const one of simulations) add(simulate, one, host, simulated);
}

/** A command gets its flags when it is called: a thousand options would make the root's help and version slow. */
function add(parent: Command, one: FixedCommand, host: Host, carry: Carry): void {
  const ownName = one.name.split(" ").at(-1) ?? one.name;
  const command = parent.command(one.args ? `${ownName} ${one.args}` : ownName).description(one.about);
  let inputs: readonly Input[] = [];
  parent.hook("preSubcommand", async (_, called) => {
    if (called !== command) return;
    inputs = one.ofNetwork ? await loadInputs(one.name) : [];
    addFlags(command, one, inputs);
  });
  command.action(async () => {
    readEnvironment(command, host.env);
    const flags = { ...command.opts<Flags>(), inputs: inputValues(command, inputs) };
    await carry({ command: one.name, args: command.args, flags, inputs });
  });
}

function addFlags(command: Command, one: FixedCommand, inputs: readonly Input[]): void {
  for (const row of inputRows(one.name, inputs)) command.addOption(optionOf(row).helpGroup(ownHeading));
  if (one.details) command.addHelpText("after", `\n${one.details}\n`);
  for (const flag of [...(one.ofNetwork ? ofNetwork : []), ...(one.flags ?? [])]) command.addOption(optionOf(flag));
  command.optionsGroup(everywhereHeading);
  command.addHelpOption(new Option("-h, --help", "this help").helpGroup(everywhereHeading));
  for (const flag of everywhere) {
    const hasMeaning = one.ofNetwork || meaningfulAlone.has(nameOf(flag.flag));
    command.addOption(optionOf(flag).hideHelp(!hasMeaning));
  }
}

const ownHeading = "What it works on, where no network file says so or something else than the file:";
const everywhereHeading = "Everywhere:";

/** Flags that help names even where no network is worked on; the others are taken, and do nothing there. */
const meaningfulAlone = new Set(["file", "simulate", "scenario", "profile", "json", "quiet", "verbose", "color"]);

/** What there is to type; that each takes flags goes without saying. */
function termOf(command: Command): string {
  const args = command.registeredArguments.map((one) => (one.required ? `<${one.name()}>` : `[${one.name()}]`));
  return [command.name(), ...args].join(" ");
}

function optionOf(flag: FlagRow): Option {
  const option = new Option(flag.flag, flag.help);
  if (flag.kind === "many") {
    option.argParser((value: string, before: readonly string[] = []) => [...before, ...value.split(",")]);
  }
  return option;
}
