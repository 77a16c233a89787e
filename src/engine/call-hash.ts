import { createHash } from "node:crypto";
import { type ApiCall, isLater, MARKER, type Param, TOKEN } from "../api/call.ts";

/** The same for two calls that ask for the same thing; who signs when, token and marker do not count. */
export function hashCall(call: ApiCall): string {
  const { product, action, account, region, params } = call;
  const text = JSON.stringify([product, action, account, region, sorted(params)]);
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}

/** Whether a call that is about to be sent is the planned one, an id that was still to come being a wildcard. */
export function isPlanned(planned: ApiCall, sent: ApiCall): boolean {
  return (
    planned.product === sent.product &&
    planned.action === sent.action &&
    planned.account === sent.account &&
    planned.region === sent.region &&
    matches(planned.params, sent.params)
  );
}

function matches(planned: unknown, sent: unknown): boolean {
  if (isLater(planned)) return true;
  if (typeof planned !== "object" || planned === null) return planned === sent;
  if (typeof sent !== "object" || sent === null) return false;
  const names = new Set([...Object.keys(planned), ...Object.keys(sent)]);
  const at = (value: object, name: string) => (value as Record<string, unknown>)[name];
  return [...names].every((name) => matches(at(planned, name), at(sent, name)));
}

/** Whether a call still waits for an id of another item. */
export function holdsLater(value: Param | ApiCall["params"]): boolean {
  if (typeof value === "object") return Object.values(value).some((inner) => holdsLater(inner as Param));
  return isLater(value);
}

/** Whether what the call makes shows the mark: a change of bandwidth has no place for one. */
export function holdsMarker({ params }: ApiCall): boolean {
  return Object.values(params).includes(MARKER);
}

/** The call with the runner's own values in place of the placeholders. */
export function fillIn(call: ApiCall, values: { token: string; marker: string }, signedAt?: number): ApiCall {
  const params = replaced(call.params, { [TOKEN]: values.token, [MARKER]: values.marker }) as ApiCall["params"];
  return signedAt === undefined ? { ...call, params } : { ...call, params, signedAt };
}

function replaced(value: unknown, by: Readonly<Record<string, string>>): unknown {
  if (typeof value === "string") return by[value] ?? value;
  if (Array.isArray(value)) return value.map((one) => replaced(one, by));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, replaced(inner, by)]));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, inner]) => [name, sorted(inner)]);
}
