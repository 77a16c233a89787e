import type { SimRequest } from "../action.ts";

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
