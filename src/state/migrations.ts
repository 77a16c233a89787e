/** The version of the diary that this sagctl writes. */
export const currentVersion = 1;

/** Turns a diary of one version into one of the next. */
export type Migration = (old: Readonly<Record<string, unknown>>) => Record<string, unknown>;

/** By the version they start from. */
export const migrations: Readonly<Record<number, Migration>> = {};

export type Migrated =
  | { readonly is: "current"; readonly diary: Readonly<Record<string, unknown>> }
  | { readonly is: "newer"; readonly version: number }
  | { readonly is: "unknown-version" };

/** Brings a diary of any earlier version to the current one, a version at a time. */
export function migrate(
  raw: Readonly<Record<string, unknown>>,
  table: Readonly<Record<number, Migration>> = migrations,
  target: number = currentVersion,
): Migrated {
  const version = raw.version;
  if (typeof version !== "number" || !Number.isInteger(version)) return { is: "unknown-version" };
  if (version > target) return { is: "newer", version };
  if (version === target) return { is: "current", diary: raw };
  const next = table[version];
  return next === undefined
    ? { is: "unknown-version" }
    : migrate({ ...next(raw), version: version + 1 }, table, target);
}
