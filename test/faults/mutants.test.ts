import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { mutated } from "../../faults/mutants/copy-project.ts";
import { mutants } from "../../faults/mutants/index.ts";
import { naiveProtocols } from "../../faults/mutants/naive.ts";

const root = join(import.meta.dirname, "../..");

describe("the mutants of our own safety (npm run faults -- --mutants runs them)", () => {
  it.each([...mutants, ...naiveProtocols].map((mutant) => [mutant.name, mutant] as const))(
    "%s: is still in the source once",
    (_, mutant) => {
      const source = readFileSync(join(root, mutant.file), "utf8");
      expect(mutated(source, mutant)).not.toBe(source);
    },
  );

  it("are at least ten, and three naive protocols beside them", () => {
    expect(mutants.length).toBeGreaterThanOrEqual(10);
    expect(naiveProtocols).toHaveLength(3);
  });
});
