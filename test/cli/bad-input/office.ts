import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect } from "vitest";
import { writeDiary } from "../../../src/state/schema.ts";
import { BAD_CLOUD } from "../../support/bad-cloud.ts";
import { createTestHost, newFolder, runCli, type TestHostParts } from "../../support/host.ts";

const example = readFileSync(join(import.meta.dirname, "../../../examples/tutorial-a.yaml"), "utf8");

/** What a person sees of one command, with its lines joined: where they are broken is no concern here. */
export interface Heard {
  readonly code: number;
  readonly words: string;
}

/** A folder in which somebody has worked before: a network file, a diary, unfinished answers of the wizard. */
export interface Office {
  readonly folder: string;
  /** Of sagctl.yaml, as it is. */
  readonly text: string;
  run(...argv: readonly string[]): Promise<Heard>;
  /** Another text of sagctl.yaml from now on. */
  write(text: string): void;
  /** Somebody deletes the diary. */
  loseDiary(): void;
  /** Fails unless every file is what it was at the start. */
  expectNothingLost(): void;
}

export interface OfficeParts {
  /** Of the network file; the example's own when absent. */
  readonly text?: string;
  readonly host?: Omit<TestHostParts, "cwd">;
  /** Served, so that each command speaks to it. */
  readonly url?: string;
}

export function openOffice({ text = example, host, url }: OfficeParts = {}): Office {
  const folder = newFolder();
  write(folder, "sagctl.yaml", text);
  write(folder, "diary/state.json", diaryText());
  write(folder, ".sagctl/beijing-office/setup.json", `{"version":1,"answers":{"branch":"beijing"}}\n`);
  const before = filesIn(folder);
  const simulate = url === undefined ? [] : [`--simulate=${url}`, "--state", "diary"];
  return {
    folder,
    text,
    run: async (...argv) => {
      // Of no length: the pauses between two tries.
      const impatient = { ...createTestHost({ ...host, cwd: folder }), random: () => 0 };
      const { code, stdout, stderr } = await runCli([...argv, ...simulate], impatient);
      return { code, words: `${stderr} ${stdout}`.replace(/\s+/g, " ") };
    },
    write: (other) => write(folder, "sagctl.yaml", other),
    loseDiary: () => rmSync(join(folder, "diary"), { recursive: true }),
    expectNothingLost: () => expect(filesIn(folder)).toEqual(before),
  };
}

/** The example network file with one thing written otherwise; the thing must be there. */
export function exampleWith(written: string, instead: string): string {
  expect(example).toContain(written);
  return example.replace(written, () => instead);
}

/** `sagctl.yaml:19:13`: where the words stand in the text. */
export function placeOf(words: string, text: string): string {
  const at = text.indexOf(words);
  expect(at).toBeGreaterThanOrEqual(0);
  const lines = text.slice(0, at).split("\n");
  return `sagctl.yaml:${lines.length}:${(lines.at(-1)?.length ?? 0) + 1}`;
}

function diaryText(): string {
  const kept = { callHash: "5f0c", token: "", generation: 1, state: "settled", at: 1_795_000_000_000 } as const;
  const key = "attach/gone-since#attach" as const;
  return writeDiary({
    version: 1,
    serial: 7,
    network: "beijing-office",
    cloud: BAD_CLOUD,
    intents: { [key]: { key, ...kept, reply: { RequestId: "D1A2" } } },
  });
}

function write(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text, { mode: 0o600 });
}

function filesIn(folder: string): Readonly<Record<string, string>> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  const paths = entries.map((one) => join(one.parentPath, one.name)).sort();
  return Object.fromEntries(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path, "utf8")]));
}
