import { againLine, createPlacing, type InputsOf, lineAlike } from "../commands/called-as.ts";
import type { Context } from "../commands/context.ts";
import type { Flags } from "../commands/flags.ts";
import type { Input } from "../engine/step.ts";
import type { Host } from "../host.ts";
import { createHumanUi } from "../ui/human.ts";
import { createJsonUi } from "../ui/json/json.ts";
import type { Placing } from "../ui/layout/frame.ts";
import type { Screens } from "../ui/screens.ts";
import { readTerminal } from "../ui/terminal.ts";
import { findNetwork, isWithoutFile, loadNetwork } from "./load-network.ts";
import { findScenario, scenarioFor, scenarioSaid } from "./scenario.ts";
import type { Heard } from "./wrapped.ts";

export interface ContextParts {
  readonly command: string;
  readonly flags: Flags;
  /** What `flags.inputs` are the values of. */
  readonly inputs: readonly Input[];
  readonly host: Host;
  /** What each step takes: for the lines that a step names which flags alone tell what to work on. */
  readonly inputsOfSteps?: () => Promise<InputsOf>;
}

/** What a command is handed. Everything heavy is imported when it is first asked for. */
export async function createContext(parts: ContextParts): Promise<Context> {
  const { command, host, inputs } = parts;
  let { flags } = parts;
  const terminal = terminalOf(flags, host);
  let cloudName = await cloudNameOf(flags, host);
  const isOpen = flags.simulate === true && scenarioSaid(flags, host) === undefined && flags.job === undefined;
  const ui = createScreens(parts, () => cloudName, await placingOf(parts));
  const heard: Heard | undefined = flags.verbose ? ui.printCall : undefined;
  return {
    command,
    flags,
    ui,
    stop: host.stop,
    canAsk: terminal.canAsk && !flags.json,
    again: againLine(command, flags),
    alike: (another) => lineAlike(another, flags),
    wallNow: host.now,
    ...(isOpen
      ? {
          startFor: (job: string) => {
            cloudName = scenarioFor(job);
            flags = { ...flags, scenario: cloudName };
            return cloudName;
          },
        }
      : {}),
    // An undo with a name is of one VPC by flags alone; without one it is of all that the file says.
    loadNetwork: () => loadNetwork(flags, host, command === "undo" && flags.name === undefined ? [] : inputs),
    findNetwork: () => findNetwork(flags, host),
    openCloud: async (network) => {
      if (!flags.simulate) return (await import("./real-cloud.ts")).openRealCloud(flags, host, network, heard);
      const { openSimulated } = await import("./open-simulated.ts");
      const { openSimulatedCloud } = await import("./simulated-cloud.ts");
      return openSimulatedCloud(await openSimulated(flags, host), host, network, heard);
    },
    openDiary: async (network, cloud, readOnly) =>
      (await import("./diary.ts")).openDiary({ flags, host, command: `sagctl ${command}` }, network, cloud, readOnly),
    readExample: async (scenario) => (await import("./read-example.ts")).readExample(scenario),
    setupFiles: async () => (await import("./setup-files.ts")).openSetupFiles(flags, host),
    openControl: async () => (await import("./open-simulated.ts")).openControl(flags, host),
    resetSimulated: async (people) => (await import("./reset-simulated.ts")).resetSimulated(flags, host, people),
  };
}

/** "real", or the scenario; a served cloud is asked, and an unreachable one will be complained of when it is used. */
async function cloudNameOf(flags: Flags, host: Host): Promise<string> {
  if (!flags.simulate) return "real";
  if (flags.simulate === true) return findScenario(flags, host);
  const { servedScenario } = await import("./served-scenario.ts");
  return servedScenario(flags.simulate);
}

async function placingOf({ flags, host, inputsOfSteps }: ContextParts): Promise<Placing> {
  const isAlone = flags.accept === undefined && isWithoutFile(flags, host);
  return createPlacing(flags, isAlone ? await inputsOfSteps?.() : undefined);
}

function createScreens({ command, flags, host }: ContextParts, cloudName: () => string, placing: Placing): Screens {
  const { stdin, stdout, stderr, stop } = host;
  if (flags.json) {
    const quiet = flags.quiet ?? false;
    return createJsonUi({ stdout, stderr, command, cloudName: cloudName(), placing, quiet });
  }
  return createHumanUi({
    stdin,
    stdout,
    stderr,
    stop,
    get cloudName() {
      return cloudName();
    },
    placing,
    terminal: terminalOf(flags, host),
    quiet: flags.quiet ?? false,
    verbose: flags.verbose ?? false,
    virtualTime: Boolean(flags.simulate),
  });
}

function terminalOf(flags: Flags, host: Host) {
  const { stdin, stdout, stderr, env, platform } = host;
  const noColour = flags.color === false;
  const noInput = flags.input === false;
  return readTerminal({ stdin, stdout, stderr, env, platform, noColour, noInput });
}
