import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Mutant } from "./mutant.ts";

const root = join(import.meta.dirname, "../..");
/** All that a worker loads. */
const parts = ["package.json", "tsconfig.json", "src", "faults", "examples", "test/support", "test/steps"];

/** Copies the project into a folder and takes a safety out of the copy; throws where the source has moved on. */
export function copyWithout(mutant: Mutant, folder: string): string {
  mkdirSync(folder, { recursive: true });
  for (const part of parts) cpSync(join(root, part), join(folder, part), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  const file = join(folder, mutant.file);
  writeFileSync(file, mutated(readFileSync(file, "utf8"), mutant));
  return folder;
}

/** The source without the safety. */
export function mutated(source: string, { name, file, text, by }: Mutant): string {
  const count = source.split(text).length - 1;
  if (count !== 1) throw new Error(`mutant "${name}": its text stands ${count} times in ${file}: ${text}`);
  return source.replace(text, () => by);
}
