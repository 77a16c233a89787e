import { beginning, type Protocol, successors, type Trouble, type World } from "./purchase-model.ts";

/** What all interleavings come to. */
export interface Explored {
  readonly states: number;
  /** Ways through, from the first look to a second order or to where nothing more can happen. */
  readonly schedules: bigint;
  /** Of these, the ones with a second order. */
  readonly twice: bigint;
  /** Where nothing more can happen and the client is not done. */
  readonly stuck: readonly World[];
}

interface Counts {
  readonly schedules: bigint;
  readonly twice: bigint;
}

/** Follows every interleaving to its end; the same world reached twice is followed once, and counted twice. */
export function explore(protocol: Protocol, trouble: Trouble): Explored {
  const known = new Map<string, Counts>();
  const stuck: World[] = [];
  const count = (world: World): Counts => {
    const name = nameOf(world);
    const seen = known.get(name);
    if (seen) return seen;
    const counts = countFrom(world);
    known.set(name, counts);
    return counts;
  };
  const countFrom = (world: World): Counts => {
    // What comes after a second order changes nothing any more.
    if (world.orders.length > 1) return { schedules: 1n, twice: 1n };
    const next = successors(world, protocol);
    if (next.length === 0 && world.client !== "done") stuck.push(world);
    if (next.length === 0) return { schedules: 1n, twice: 0n };
    return next.map(count).reduce((sum, one) => ({
      schedules: sum.schedules + one.schedules,
      twice: sum.twice + one.twice,
    }));
  };
  return { ...count(beginning(trouble)), states: known.size, stuck };
}

/** The same for worlds that differ in the order of their lists only. */
function nameOf({ client, heard, intent, requests, orders, word, left }: World): string {
  const inOrder = (all: readonly object[]) =>
    all
      .map((one) => Object.values(one).join())
      .sort()
      .join("|");
  const diary = intent && [intent.state, intent.at, intent.generation];
  const trouble = [left.crashes, left.idle, left.losses];
  return [client, heard, diary, inOrder(requests), inOrder(orders), word, trouble].join(";");
}
