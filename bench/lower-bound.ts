/** One item of a run as the bound sees it: how long its writes take the cloud, and what it comes after. */
export interface TimedItem {
  readonly key: string;
  readonly before: readonly string[];
  /** In the order in which they were sent. */
  readonly writes: readonly TimedWrite[];
  /** How long it waited for people and parcels, ahead of its writes. */
  readonly humanMs: number;
}

export interface TimedWrite {
  readonly ms: number;
  readonly locks: readonly string[];
}

/** A write, or the beginning or the end of an item. */
interface Stretch extends TimedWrite {
  readonly name: string;
  readonly before: readonly string[];
}

/** No order of the same writes can be over sooner: the longest path, or work under one lock with what must go before and after it. */
export function lowerBoundMs(items: readonly TimedItem[]): number {
  const stretches = items.flatMap(stretchesOf);
  const byName = new Map(stretches.map((one) => [one.name, one]));
  const after = new Map<string, string[]>(stretches.map(({ name }) => [name, []]));
  for (const { name, before } of stretches) for (const one of before) after.get(one)?.push(name);
  const head = longest(byName, ({ before }) => before);
  const tail = longest(byName, ({ name }) => after.get(name) ?? []);
  const timed = stretches.map((one) => ({ ...one, head: head(one.name), tail: tail(one.name) }));
  const locks = [...new Set(timed.flatMap((one) => one.locks))];
  const underLocks = locks.map((lock) => lockBound(timed.filter((one) => one.locks.includes(lock))));
  return Math.max(0, ...timed.map((one) => one.head + one.ms + one.tail), ...underLocks);
}

function stretchesOf({ key, before, writes, humanMs }: TimedItem): readonly Stretch[] {
  const start = { name: `${key} begins`, ms: humanMs, locks: [], before: before.map(endOf) };
  const sent = writes.map((write, nth) => ({
    ...write,
    name: `${key} ${nth}`,
    before: [start.name, ...writes.slice(0, nth).flatMap((one, at) => (isFreeOf(one, write) ? [] : [`${key} ${at}`]))],
  }));
  return [start, ...sent, { name: endOf(key), ms: 0, locks: [], before: [start, ...sent].map(({ name }) => name) }];
}

function endOf(key: string): string {
  return `${key} ends`;
}

/** Of one item's writes, those on different things may go side by side; one that locks nothing makes what the next ones need. */
function isFreeOf({ locks }: TimedWrite, other: TimedWrite): boolean {
  return locks.length > 0 && other.locks.length > 0 && !locks.some((lock) => other.locks.includes(lock));
}

type Distance = (name: string) => number;

/** The longest way from a stretch to the end, itself left out. */
function longest(byName: ReadonlyMap<string, Stretch>, next: (one: Stretch) => readonly string[]): Distance {
  const known = new Map<string, number>();
  const distance = (name: string): number => {
    const one = byName.get(name);
    if (!one) return 0;
    const found = known.get(name) ?? Math.max(0, ...next(one).map((other) => lengthOf(other) + distance(other)));
    known.set(name, found);
    return found;
  };
  const lengthOf = (name: string) => byName.get(name)?.ms ?? 0;
  return distance;
}

/** Any of a lock's writes bound the run by themselves: those that can start early must not hide what all the late ones take. */
function lockBound(held: readonly { readonly ms: number; readonly head: number; readonly tail: number }[]): number {
  const bounds = held.flatMap(({ head }) =>
    held.map(({ tail }) => {
      const among = held.filter((one) => one.head >= head && one.tail >= tail);
      return among.length === 0 ? 0 : head + among.reduce((total, { ms }) => total + ms, 0) + tail;
    }),
  );
  return Math.max(0, ...bounds);
}
