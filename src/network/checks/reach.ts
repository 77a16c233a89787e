import { say } from "../../text.ts";
import type { Problem } from "../problem.ts";
import type { NetworkDocument } from "../schema.ts";
import type { Check } from "./check.ts";

/**
 * Of two VPCs of one region each may reach the other, or neither: route tables keep them apart, and an answer needs a route as
 * much as the question does. Between regions and from branches it is security groups that decide, and those know who began.
 */
export const reachBothWays: Check = {
  reads: ["reach", "vpcs"],
  find: (document, { where }) => {
    const { reach = {} } = document;
    return Object.entries(reach).flatMap(([from, to]) =>
      to.flatMap((name, index): Problem[] => {
        if (!isOneWay(document, from, name)) return [];
        const against = Object.hasOwn(reach, name) ? ` (${where(["reach", name])})` : "";
        const text = say`${from} may reach ${name}, but ${name} may not reach ${from}${against}: in one region a route table carries both ways or none, since answers need a route too; add ${from} to reach.${name}, or take ${name} out of reach.${from}`;
        return [{ code: "reach-one-way", path: ["reach", from, index], text }];
      }),
    );
  },
};

function isOneWay({ vpcs = {}, reach = {} }: NetworkDocument, from: string, to: string): boolean {
  const region = vpcs[from]?.region;
  if (from === to || region === undefined || vpcs[to]?.region !== region) return false;
  return !(reach[to] ?? []).includes(from);
}
