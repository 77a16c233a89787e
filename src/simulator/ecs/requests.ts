import { Refusal, type SimRequest } from "../action.ts";
import { pageOf, tokenPageOf } from "../paging.ts";
import { requireRegion } from "../vpc/known-region.ts";
import type { World } from "../world.ts";
import type { SecurityGroup } from "./things.ts";

/** The things of a list that belong to the caller and to the region asked for. */
export function here<T extends { uid: string; region: string }>(things: readonly T[], request: SimRequest): T[] {
  requireRegion(request.params.RegionId);
  return things.filter((thing) => thing.uid === request.uid && thing.region === request.params.RegionId);
}

export function findGroup(world: World, request: SimRequest): SecurityGroup {
  const id = String(request.params.SecurityGroupId);
  if (!id.startsWith("sg-")) throw new Refusal(400, "InvalidSecurityGroupId.Malformed", "The id is malformed.");
  const group = world.find<SecurityGroup>("security-group", id);
  const [found] = here(group === undefined ? [] : [group], request);
  if (found === undefined)
    throw new Refusal(404, "InvalidSecurityGroupId.NotFound", "The security group does not exist.");
  return found;
}

/** The four parameters of a list that pages both ways. */
export const pagingParameters = {
  MaxResults: { type: "integer" },
  NextToken: { type: "string" },
  PageNumber: { type: "integer" },
  PageSize: { type: "integer" },
} as const;

/** By token when a token or MaxResults is given, else by number. Source: current pages; the numbers are being retired. */
export function pageEitherWay<T>(items: readonly T[], request: SimRequest, most = 100) {
  const { NextToken, MaxResults } = request.params;
  if (NextToken === undefined && MaxResults === undefined) {
    const page = pageOf(items, request, most);
    return { items: page.items, echo: { ...page.echo, NextToken: "" } };
  }
  const page = tokenPageOf(items, request, { size: "MaxResults", usual: 10, most });
  return { items: page.items, echo: { TotalCount: items.length, NextToken: page.next } };
}

/** Parameters that hold a list as JSON text. */
export function readJsonList(request: SimRequest, name: string): string[] | undefined {
  const value = request.params[name];
  if (value === undefined) return undefined;
  if (!Array.isArray(value)) throw new Refusal(400, "InvalidParameter", `${name} is not a JSON list.`);
  return value.map(String);
}
