import type { Mutant } from "./mutant.ts";

/** What is written down, when, and who may. */
export const diaryMutants: readonly Mutant[] = [
  {
    name: "the diary is not flushed",
    file: "src/state/replace-file.ts",
    text: "    await disk.flushFile(fresh);\n",
    by: "",
  },
  {
    name: "a call leaves before it is written down",
    file: "src/engine/send.ts",
    text: "  await world.clock.during(world.journal.keep(intent));\n  world.tell",
    by: "  void world.clock.during(world.journal.keep(intent));\n  world.tell",
  },
  {
    name: "the diary is written in place",
    file: "src/state/replace-file.ts",
    text: "const fresh = `$" + "{path}.new`;",
    by: "const fresh = path;",
  },
  {
    name: "another token after a crash",
    file: "src/engine/send.ts",
    text: "const token = attempt.token ?? fresh;",
    by: "const token = fresh;",
  },
  {
    name: "the diary's lock is ignored",
    file: "src/state/lock.ts",
    text: "export async function takeLock(wish: LockWish): Promise<HeldLock> {\n",
    by:
      "export async function takeLock(wish: LockWish): Promise<HeldLock> {\n" +
      "  return { check: async () => {}, release: async () => {} };\n",
  },
];
