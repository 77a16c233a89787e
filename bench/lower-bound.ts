/** One item of a run as the bound sees it: how long its writes take the cloud, one after the other, and what it comes after. */
export interface TimedItem {
  readonly key: string;
  readonly before: readonly string[];
  readonly writes: readonly TimedWrite[];
  /** How long it waited for people and parcels, ahead of its writes. */
  readonly humanMs: number;
}

export interface TimedWrite {
  readonly ms: number;
  readonly locks: readonly string[];
}

/** No order of the same writes can be over sooner: the longest path, or work under one lock with what must go before and after it. */
export function lowerBoundMs(items: readonly TimedItem[]): number {
  const byKey = new Map(items.map((item) => [item.key, item]));
  const head = longest(byKey, (item) => item.before);
  const tail = longest(byKey, (item) => items.filter((one) => one.before.includes(item.key)).map((one) => one.key));
  const paths = items.map((item) => head(item.key) + lengthOf(item) + tail(item.key));
  const locks = new Set(items.flatMap((item) => item.writes.flatMap((write) => write.locks)));
  const locked = [...locks].map((lock) => lockBound(lock, items, head, tail));
  return Math.max(0, ...paths, ...locked);
}

type Distance = (key: string) => number;

/** The longest way from an item to the end, itself left out. */
function longest(byKey: ReadonlyMap<string, TimedItem>, next: (item: TimedItem) => readonly string[]): Distance {
  const known = new Map<string, number>();
  const distance = (key: string): number => {
    const item = byKey.get(key);
    if (!item) return 0;
    const found = known.get(key) ?? Math.max(0, ...next(item).map((one) => lengthTo(one) + distance(one)));
    known.set(key, found);
    return found;
  };
  const lengthTo = (key: string) => {
    const item = byKey.get(key);
    return item ? lengthOf(item) : 0;
  };
  return distance;
}

/** Any of a lock's writes bound the run by themselves: those that can start early must not hide what all the late ones take. */
function lockBound(lock: string, items: readonly TimedItem[], head: Distance, tail: Distance): number {
  const held = items.flatMap((item) =>
    item.writes.flatMap((write, nth) => {
      if (!write.locks.includes(lock)) return [];
      const before = head(item.key) + item.humanMs + sum(item.writes.slice(0, nth));
      return [{ before, ms: write.ms, after: sum(item.writes.slice(nth + 1)) + tail(item.key) }];
    }),
  );
  const bounds = held.flatMap(({ before }) =>
    held.map(({ after }) => {
      const among = held.filter((one) => one.before >= before && one.after >= after);
      return among.length === 0 ? 0 : before + sum(among) + after;
    }),
  );
  return Math.max(0, ...bounds);
}

function lengthOf(item: TimedItem): number {
  return item.humanMs + sum(item.writes);
}

function sum(writes: readonly { readonly ms: number }[]): number {
  return writes.reduce((total, { ms }) => total + ms, 0);
}
