import type { SimAction } from "../action.ts";
import type { Thing } from "../world.ts";
import { smartagAction } from "./smartag-action.ts";

/** How many of a kind the account may have and has. */
export function useLimit(name: string, kind: string, quota: number): SimAction {
  return smartagAction({
    name,
    kind: "read",
    parameters: { RegionId: { type: "string", required: true } },
    evidence: "SDK model: fields. Quota page: amounts. Assumption: used are those that the lists of this region show.",
    handle(world, { uid, params }) {
      const isHere = (thing: Thing) => thing.uid === uid && thing.region === params.RegionId;
      return { TotalAmount: quota, UsedAmount: world.all(kind).filter(isHere).length };
    },
  });
}
