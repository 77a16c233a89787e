import { type ParameterRule, Refusal, type SimRequest } from "../action.ts";

/** A text parameter; the empty text when absent. */
export function text(request: SimRequest, name: string): string {
  const value = request.params[name];
  return value === undefined ? "" : String(value);
}

/** A number parameter; undefined when absent. */
export function whole(request: SimRequest, name: string): number | undefined {
  const value = request.params[name];
  return typeof value === "number" ? value : undefined;
}

/** An account id: a Long on the wire, kept as text because not every reader of numbers keeps 16 digits. */
export const accountParameter = { type: "string" } as const satisfies ParameterRule;

/** The account that a parameter names, or the caller. */
export function account(request: SimRequest, name: string): string {
  const uid = text(request, name) || request.uid;
  if (/^\d{1,19}$/.test(uid)) return uid;
  throw new Refusal(400, "ParameterIllegal.ChildInstanceUid", "The parameter of child instance uid is illegal.");
}
