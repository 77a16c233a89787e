import { findArea, isShippedTo } from "../areas.ts";
import type { Path } from "../origin.ts";
import type { Problem } from "../problem.ts";
import type { NetworkDocument } from "../schema.ts";
import { shippedTo, wrongFields } from "../ship-to-forms.ts";
import type { Check } from "./check.ts";

type Branch = NonNullable<NetworkDocument["branches"]>[string];

/** What is bought without a serial number is sent to its address. */
export const addressShippedTo: Check = {
  reads: ["branches", "ccn"],
  find: ({ branches = {}, ccn = {} }) =>
    Object.entries(branches).flatMap(([name, branch]) => {
      const isSent = isShippedTo(findArea(branch.area ?? ccn.area ?? "mainland-china") ?? "") && !isThere(branch);
      return isSent ? problems(branch, ["branches", name, "gateway", "shipTo"]) : [];
    }),
};

function isThere({ gateway: { id, serial, serials } = {} }: Branch): boolean {
  return [id, serial, serials].some((given) => given !== undefined);
}

function problems({ gateway: { shipTo } = {} }: Branch, path: Path): Problem[] {
  const wrong = shipTo === undefined ? [] : wrongFields(shippedTo, shipTo);
  return wrong.map(({ field, text }) => ({ code: "address", path: [...path, field], text }));
}
