import type { Input } from "../../engine/step.ts";
import { say } from "../../text.ts";
import { payer, region, vpc, vpcAccount } from "../attach/inputs.ts";
import { cenId } from "../cen/inputs.ts";
import { placed, required } from "../placed.ts";

/** Account B cannot look it up: it is told by account A. */
export const cenOwner = placed<string>({
  name: "cen-owner",
  help: say`the account id of the CEN's owner`,
  at: () => ["accounts", "hub", "uid"],
  ask: async (_, draft) => ({
    message: say`Account id of the CEN's owner`,
    kind: "text",
    ...settledUid(draft.accounts.find((one) => one.name === draft.hub)?.uid),
  }),
});

function settledUid(uid: string | undefined) {
  return uid === undefined ? {} : { settled: { value: uid, because: say`the account of the key in use` } };
}

export const grantInputs: readonly Input[] = [required(vpc), required(region), vpcAccount, payer, cenId, cenOwner];
