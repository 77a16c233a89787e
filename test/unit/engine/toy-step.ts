import { later, type Product, type Repeat } from "../../../src/api/call.ts";
import type { Command, Look, Node } from "../../../src/engine/step.ts";
import type { Change, Risk, Verdict } from "../../../src/engine/verdict.ts";
import { change, done, notNeeded, settling, takeAway } from "../../../src/engine/verdicts.ts";
import { type ItemKey, itemOf, type LockKey } from "../../../src/keys.ts";
import { say } from "../../../src/text.ts";
import { listToys, makeToy, removeToy, type ToySeen } from "./toy-world.ts";

export interface ToyStep {
  readonly needs?: readonly ItemKey[];
  readonly after?: readonly ItemKey[];
  readonly paysAfter?: readonly ItemKey[];
  readonly isProof?: boolean;
  readonly standsOn?: readonly ItemKey[];
  readonly copesWithout?: readonly ItemKey[];
  readonly accounts?: readonly string[];
  readonly command?: Command;
  /** The id that the network file gives. */
  readonly id?: string;
  readonly repeat?: Repeat;
  readonly risk?: Risk;
  readonly locks?: readonly LockKey[];
  readonly goesBefore?: readonly ItemKey[];
  readonly rereads?: true;
  /** Of its removal. */
  readonly refusedUntil?: Change["refusedUntil"];
  readonly product?: Product;
  /** Instead of making its toy. */
  readonly judge?: (seen: readonly ToySeen[], look: Look) => Verdict;
  readonly observe?: (look: Look) => Promise<readonly ToySeen[]>;
}

interface Seen {
  readonly toys: readonly ToySeen[];
  readonly look: Look;
}

/** An item that is done when its toy is there and ready; its id is the toy's name. */
export function toyStep(key: ItemKey, parts: ToyStep = {}): Node {
  const { needs = [], after = [], product = "Smartag" } = parts;
  const name = itemOf(key);
  const observe = parts.observe ?? ((look: Look) => look.read(listToys(product)));
  return {
    key,
    title: key,
    needs: Object.fromEntries(needs.map((one) => [one, one])),
    after,
    paysAfter: parts.paysAfter ?? [],
    isProof: parts.isProof ?? false,
    standsOn: parts.standsOn ?? [],
    goesBefore: parts.goesBefore ?? [],
    copesWithout: parts.copesWithout ?? [],
    accounts: parts.accounts ?? ["hub"],
    also: [],
    toCome: [],
    ...(parts.command ? { command: parts.command } : {}),
    observe: async (look): Promise<Seen> => ({ toys: await observe(look), look }),
    facts: (seen) => ({
      id: (seen as Seen | undefined)?.toys.find((one) => one.name === name)?.name ?? parts.id ?? later(key, "id"),
    }),
    judge: (seen, given) => {
      const { toys, look } = seen as Seen;
      return parts.judge?.(toys, look) ?? judgeToy(name, toys, parts, given);
    },
    undo: (seen) => undoToy(name, seen as Seen, parts),
  };
}

function judgeToy(
  name: string,
  toys: readonly ToySeen[],
  parts: ToyStep,
  given: Readonly<Record<string, unknown>>,
): Verdict {
  const toy = toys.find((one) => one.name === name);
  if (toy?.ready) return done(say`${name}`);
  const { repeat = "keyed", locks = [], risk = "none", product = "Smartag", rereads } = parts;
  if (toy) return settling(say`${name} to be ready`, 10_000, locks);
  const [first] = Object.values(given) as { readonly id: string }[];
  const write = makeToy(name, { repeat, locks, product, ...(first ? { needs: first.id } : {}) });
  return change({ slot: "make", summary: say`make ${name}`, write, risk, ...(rereads ? { rereads } : {}) });
}

function undoToy(name: string, { toys, look }: Seen, { refusedUntil }: ToyStep): Verdict {
  if (!toys.some((one) => one.name === name)) return notNeeded(say`there is no ${name}`);
  const removal = { slot: "remove", summary: say`remove ${name}`, write: removeToy(name), risk: "none" } as const;
  const change = refusedUntil ? { ...removal, refusedUntil } : removal;
  return takeAway(look.wrote("make"), say`${name} was there before`, change);
}
