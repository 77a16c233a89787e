import type { ShipTo } from "./network.ts";

/** CreateSmartAccessGateway spells them ReceiverName, ReceiverMobile, … */
const RECEIVER = /^Receiver([A-Z][A-Za-z]*)$/;

/** Telling enough to be searched for in free text; `China` or a city would spoil other sentences. */
const telling = ["name", "mobile", "email", "address", "phone"] as const;

const placeholder = (field: string) => `<shipTo.${field}>`;

function redactText(text: string, known: readonly ShipTo[]): string {
  const secrets = known.flatMap((shipTo) => telling.map((field) => ({ field, value: shipTo[field] ?? "" })));
  return secrets
    .filter(({ value }) => value.length >= 2)
    .sort((a, b) => b.value.length - a.value.length)
    .reduce((clean, { field, value }) => clean.replaceAll(value, placeholder(field)), text);
}

function fieldOf(key: string): string | undefined {
  const name = RECEIVER.exec(key)?.[1];
  return name === undefined ? undefined : name.charAt(0).toLowerCase() + name.slice(1);
}

function redact(value: unknown, known: readonly ShipTo[]): unknown {
  if (typeof value === "string") return redactText(value, known);
  if (Array.isArray(value)) return value.map((one) => redact(one, known));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, redactEntry(key, inner, known)]));
}

function redactEntry(key: string, value: unknown, known: readonly ShipTo[]): unknown {
  const field = fieldOf(key);
  if (field !== undefined) return placeholder(field);
  if (key !== "shipTo" || typeof value !== "object" || value === null) return redact(value, known);
  return Object.fromEntries(Object.keys(value).map((name) => [name, placeholder(name)]));
}

/**
 * A copy in which personal data reads `<shipTo.name>`: everything under a key `shipTo`, every Receiver… parameter,
 * and, where the addresses are given, their telling fields inside any text. Whatever is printed or kept goes through it.
 */
export function withoutPersonalData<T>(value: T, known: readonly ShipTo[] = []): T {
  return redact(value, known) as T;
}
