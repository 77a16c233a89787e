import type { Shape, Type } from "./published.ts";

/** Parameters of the RPC protocol itself; no action lists them. */
const ofProtocol = new Set(
  (
    "AccessKeyId Action Format SecurityToken Signature SignatureMethod SignatureNonce SignatureType " +
    "SignatureVersion Timestamp Version"
  ).split(" "),
);

/** What of a request, as it went over the wire, is not as published: names, types, and what is missing. */
export function wireMisfits(sent: ReadonlyMap<string, string>, request: Shape): readonly string[] {
  const own = [...sent].filter(([name]) => !ofProtocol.has(name));
  const names = own.map(([name]) => name);
  return [
    ...missingOf(request, names),
    ...own.flatMap(([name, value]) => misfit(name, value, name.split("."), request)),
  ];
}

/** What is required and not there: of the request, and of each thing in its lists that is there. */
function missingOf(shape: Shape, sent: readonly string[], prefix = ""): readonly string[] {
  return Object.entries(shape).flatMap(([key, type]) => {
    const name = prefix + key.replace("*", "");
    const parts = sent.filter((one) => one.startsWith(`${name}.`));
    if (key.endsWith("*") && parts.length === 0 && !sent.includes(name)) return [`${name} is required`];
    return prefixesOf(name, type, parts).flatMap(([inner, at]) => missingOf(inner, parts, at));
  });
}

/** The structures that were sent under a name, each with what its fields begin with: `ZoneMappings.2.`. */
function prefixesOf(name: string, type: Type, parts: readonly string[]): readonly (readonly [Shape, string])[] {
  const inner = isList(type) ? type[0] : type;
  if (typeof inner === "string" || isList(inner) || parts.length === 0) return [];
  if (!isList(type)) return [[inner, `${name}.`]];
  const indexes = new Set(parts.flatMap((part) => /^\d+/.exec(part.slice(name.length + 1)) ?? []));
  return [...indexes].map((index) => [inner, `${name}.${index}.`] as const);
}

function misfit(
  whole: string,
  value: string,
  [first = "", ...rest]: readonly string[],
  shape: Shape,
): readonly string[] {
  const type = shape[first] ?? shape[`${first}*`];
  if (type === undefined) return [`${whole} is not a parameter`];
  return misfitOf(whole, value, rest, type);
}

function misfitOf(whole: string, value: string, rest: readonly string[], type: Type): readonly string[] {
  if (typeof type === "string") {
    if (rest.length > 0) return [`${whole} is no list`];
    return isOf(type, value) ? [] : [`${whole}=${value} is no ${type}`];
  }
  if (!isList(type)) return misfit(whole, value, rest, type);
  const [index = "", ...inner] = rest;
  return /^[1-9]\d*$/.test(index) ? misfitOf(whole, value, inner, type[0]) : [`${whole} has no index`];
}

function isList(type: Type): type is readonly [Type] {
  return Array.isArray(type);
}

function isOf(type: string, value: string): boolean {
  if (type === "number") return /^-?\d+$/.test(value);
  if (type === "boolean") return value === "true" || value === "false";
  return type === "string";
}
