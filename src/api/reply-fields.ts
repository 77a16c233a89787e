import type { Reply } from "./call.ts";

/** The objects at a path of a reply: missing means none, and one object where a list belongs means one. */
export function listAt(from: Reply, ...path: readonly string[]): readonly Reply[] {
  const found = path.reduce<unknown>((at, name) => (isObject(at) ? at[name] : at), from);
  if (Array.isArray(found)) return found.filter(isObject);
  return isObject(found) && found !== from ? [found] : [];
}

/** The words at a path: `Wrapper.Item[]`, a plain list, or one comma-separated string. */
export function wordsAt(from: Reply, ...path: readonly string[]): readonly string[] {
  const found = path.reduce<unknown>((at, name) => (isObject(at) ? at[name] : at), from);
  const parts = Array.isArray(found) ? found.map(String) : typeof found === "string" ? found.split(",") : [];
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}

/** A field as text; numbers are spelled out, and whatever is missing is "". */
export function textAt(from: Reply, ...names: readonly string[]): string {
  for (const name of names) {
    const value = from[name];
    if (typeof value === "string" && value !== "") return value;
    if (typeof value === "number" || typeof value === "boolean") return String(value);
  }
  return "";
}

/** The number in a field: 50, "50", "50M" and "50 M" are all 50. Undefined when there is none. */
export function numberAt(from: Reply, name: string): number | undefined {
  const value = from[name];
  if (typeof value === "number") return Number.isFinite(value) ? value : undefined;
  const digits = typeof value === "string" ? /^\s*(-?\d+(?:\.\d+)?)/.exec(value) : null;
  return digits === null ? undefined : Number(digits[1]);
}

/** A boolean in whatever spelling; undefined when the field is missing. */
export function flagAt(from: Reply, name: string): boolean | undefined {
  const value = from[name];
  if (typeof value === "boolean") return value;
  if (typeof value === "string" && value !== "") return /^(true|enable|enabled|1)$/i.test(value.trim());
  return undefined;
}

/** Milliseconds since 1970 of a field that holds them, or an ISO time; undefined when neither. */
export function timeAt(from: Reply, name: string): number | undefined {
  const value = from[name];
  if (typeof value === "string" && /^\d{4}-/.test(value)) {
    const at = Date.parse(value);
    return Number.isNaN(at) ? undefined : at;
  }
  const at = numberAt(from, name);
  return at === undefined || at <= 0 ? undefined : at;
}

/** The fields that have a value: what the service does not say is absent, not undefined. */
export function present<T extends object>(fields: T): { readonly [K in keyof T]?: Exclude<T[K], undefined> } {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as { [K in keyof T]?: Exclude<T[K], undefined> };
}

/** Each thing once: a list that changes between two pages shows some twice. */
export function once<T extends { readonly id: string }>(things: readonly T[]): readonly T[] {
  return [...new Map(things.map((thing) => [thing.id, thing])).values()];
}

function isObject(value: unknown): value is Reply {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
