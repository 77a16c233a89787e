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
  return [...missingOf(request, own), ...own.flatMap(([name, value]) => misfit(name, value, name.split("."), request))];
}

function missingOf(request: Shape, sent: readonly (readonly [string, string])[]): readonly string[] {
  const required = Object.keys(request).filter((name) => name.endsWith("*"));
  const isThere = (name: string) => sent.some(([one]) => one === name || one.startsWith(`${name}.`));
  return required
    .map((name) => name.slice(0, -1))
    .filter((name) => !isThere(name))
    .map((name) => `${name} is required`);
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
