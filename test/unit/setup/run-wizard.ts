import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setup } from "../../../src/commands/setup/setup.ts";
import { createContext } from "../../../src/deps/index.ts";
import { SagctlError } from "../../../src/errors.ts";
import { type Asked, createProgram } from "../../../src/program.ts";
import { createTestHost, newFolder, type TestHost } from "../../support/host.ts";
import { type Answers, createScriptedUi, type Talked } from "./scripted-ui.ts";

export interface WizardParts {
  readonly cwd?: string;
  readonly argv?: readonly string[];
  readonly answers?: Answers;
}

export interface WizardRun extends Talked {
  readonly cwd: string;
  /** The exit code, or the error that ended the run. */
  readonly end: number | SagctlError;
  readonly stdout: string;
  readonly stderr: string;
  /** A file of the folder as it is now. */
  read(path: string): string;
}

/** Runs `sagctl setup --simulate` in this process with a scripted person. */
export async function runWizard(parts: WizardParts = {}): Promise<WizardRun> {
  const host = createTestHost({ cwd: parts.cwd ?? newFolder() });
  const context = await createContext({ ...(await parse(host, parts.argv ?? [])), host });
  const { ui, talked } = createScriptedUi(context.ui, parts.answers ?? {});
  const canAsk = parts.answers !== undefined;
  const end = await setup({ ...context, ui: canAsk ? ui : context.ui, canAsk }).catch((error: unknown) => {
    if (error instanceof SagctlError) return error;
    throw error;
  });
  context.ui.finish(0);
  const read = (path: string) => readFileSync(join(host.cwd, path), "utf8");
  return { ...talked, cwd: host.cwd, end, ...host.written, read };
}

async function parse(host: TestHost, argv: readonly string[]): Promise<Asked> {
  let asked: Asked | undefined;
  const program = createProgram(host, async (one) => {
    asked = one;
    return 0;
  });
  await program.parseAsync(["setup", "--simulate", ...argv], { from: "user" });
  if (!asked) throw new Error("setup was not carried out");
  return asked;
}

/** Invented, and searched for wherever it must not be. */
export const shipTo = {
  name: "Wang Invented",
  mobile: "13800000000",
  email: "network@example.com",
  country: "China",
  state: "Beijing",
  city: "Beijing",
  district: "Chaoyang",
  town: "Nowhere",
  address: "1 Example Street",
  zip: "100000",
};

const hangzhou = "vpc-bp1hz0prod4k7m2x9q3w1";
const siliconValley = "vpc-rj9sv0prod8d5n1c6t2y4";

/** The tutorial's answers, from the first question to the last. */
export const tutorialAnswers: Answers = {
  job: "office",
  name: "beijing",
  area: "mainland-china",
  cidr: "172.16.0.0/12",
  vpc: [[hangzhou, siliconValley]],
  model: "sag-100wm/stand-alone",
  "bandwidth-mbps": 10,
  months: 12,
  "ship-to-name": shipTo,
  "package-mbps": 10,
  "connection-mbps": "5,5",
  allow: [["icmp"]],
  yes: "apply",
  "approve-purchases": [true, true],
};
