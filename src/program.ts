import { createRequire } from "node:module";
import type * as Commander from "commander";
import type { Flags } from "./commands/flags.ts";
import type { Input } from "./engine/step.ts";
import type { ExitCode } from "./exit-codes.ts";
import { type FixedCommand, simulations, wholeRuns } from "./fixed-commands.ts";
import { environmentHelp } from "./flags.ts";
import type { Host } from "./host.ts";
import { rootExamples } from "./root-help.ts";
import { stepList } from "./steps/index.ts";
import { readVersion } from "./version.ts";

// As CommonJS, which it is: to import it the other way takes longer than to build all of our tree.
const { Command, CommanderError } = createRequire(import.meta.url)("commander") as typeof Commander;
type Command = Commander.Command;

export { CommanderError };

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
    .addHelpText("after", `\n${environmentHelp}`)
    .version(readVersion(), "--version", "print the version")
    .showSuggestionAfterError()
    .configureHelp({ subcommandTerm: termOf })
    .helpCommand(false);
  program.commandsGroup("The wizard, and whole runs:");
  for (const one of wholeRuns) add(program, one, host, carry);
  program.commandsGroup("Steps, in order:");
  for (const step of stepList) add(program, { ...step, ofNetwork: true }, host, carry);
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
  program.hook("preSubcommand", (_, called) => {
    if (called === simulate) for (const one of simulations) add(simulate, one, host, simulated);
  });
}

/** A command gets its flags when it is called: a thousand options would make the root's help and version slow. */
function add(parent: Command, one: FixedCommand, host: Host, carry: Carry): void {
  const ownName = one.name.split(" ").at(-1) ?? one.name;
  const command = parent.command(one.args ? `${ownName} ${one.args}` : ownName).description(one.about);
  let inputs: readonly Input[] = [];
  parent.hook("preSubcommand", async (_, called) => {
    if (called === command) inputs = await (await import("./called-command.ts")).addFlags(command, one);
  });
  command.action(async () => {
    const { readFlags } = await import("./called-command.ts");
    await carry({ command: one.name, args: command.args, flags: readFlags(command, inputs, host.env), inputs });
  });
}

/** What there is to type; that each takes flags goes without saying. */
function termOf(command: Command): string {
  const args = command.registeredArguments.map((one) => (one.required ? `<${one.name()}>` : `[${one.name()}]`));
  return [command.name(), ...args].join(" ");
}
