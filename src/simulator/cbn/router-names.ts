import { Refusal, type SimRequest } from "../action.ts";
import { text } from "./fields.ts";

/**
 * `TransitRouterName` and `TransitRouterDescription` for the prefix `TransitRouter`: at most 128 and 256 characters, not
 * beginning like a URL. Source: current API pages; their code: assumption.
 */
export function readNames(request: SimRequest, prefix: string): { name: string; description: string } {
  return {
    name: read(request, `${prefix}Name`, 128),
    description: read(request, `${prefix}Description`, 256),
  };
}

/** Those of the two that an update sends. */
export function changedNames(request: SimRequest, prefix: string): { name?: string; description?: string } {
  const { name, description } = readNames(request, prefix);
  return {
    ...(request.params[`${prefix}Name`] !== undefined && { name }),
    ...(request.params[`${prefix}Description`] !== undefined && { description }),
  };
}

function read(request: SimRequest, name: string, most: number): string {
  const value = text(request, name);
  if (value.length <= most && !/^https?:\/\//i.test(value)) return value;
  throw new Refusal(400, "InvalidParameter", `The specified parameter "${name}" is not valid.`);
}
