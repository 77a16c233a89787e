/** The name of a tutorial step; it is also the name of its sub-command. */
export type StepName = string;

/** One thing a step cares for: `activate/beijing`, `region-connection/ccn/silicon-valley`. */
export type ItemKey = `${StepName}/${string}`;

/** A name under `accounts:` of the network file. */
export type AccountName = string;

/** What the cloud lets only one write touch at a time: `cen:cen-…`, `gateway:sag-…`. */
export type LockKey = string;

export function itemKey(step: StepName, item: string): ItemKey {
  return `${step}/${item}`;
}

/** The step half of a key: `region-connection` of `region-connection/ccn/silicon-valley`. */
export function stepOf(key: ItemKey): StepName {
  return key.slice(0, key.indexOf("/"));
}

/** The item half of a key: `ccn/silicon-valley` of `region-connection/ccn/silicon-valley`. */
export function itemOf(key: ItemKey): string {
  return key.slice(key.indexOf("/") + 1);
}
