import type { Mutant } from "./mutant.ts";

/** When something is sent, once more or at all. */
export const engineMutants: readonly Mutant[] = [
  {
    name: "nobody waits for D + E",
    file: "src/engine/intents.ts",
    text: "  if (age < bound) return waitFor(bound - age, what);\n",
    by: "",
  },
  {
    name: "a purchase in the balance is sent again without a person's word",
    file: "src/engine/intents.ts",
    text: '  if (asked.costsMoney && !asked.buyAgain) return { is: "unknown" };\n',
    by: "",
  },
  {
    name: "a write is sent again before a list could show it",
    file: "src/engine/intents.ts",
    text: 'return age < asked.readLagMs ? waitFor(asked.readLagMs - age, "list") : again;',
    by: "return again;",
  },
  {
    name: "a repeat that is turned away settles what was sent first",
    file: "src/engine/send.ts",
    text: 'return intent.firstAt === undefined ? { ...intent, state: "refused" } : undefined;',
    by: 'return { ...intent, state: "refused" };',
  },
  {
    name: "an order that no list shows any more is placed again",
    file: "src/engine/intents.ts",
    text: 'return asked.isOrder && !isKeyed && !asked.buyAgain ? { is: "unknown" } : again;',
    by: "return again;",
  },
  {
    name: "a lock is let go at the answer",
    file: "src/engine/make-change.ts",
    text: "    item.busyTimes = 0;\n    return undefined;",
    by: "    item.busyTimes = 0;\n    run.locks.release(item.held);\n    item.held = [];\n    return undefined;",
  },
  {
    name: "the cloud's locks are ignored",
    file: "src/engine/locks.ts",
    text: "    if (this.#areFree(keys)) return this.#hold(keys);\n    // A signal",
    by: "    if (keys) return this.#hold(keys);\n    // A signal",
  },
];
