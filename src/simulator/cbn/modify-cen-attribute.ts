import { Refusal, type SimAction } from "../action.ts";
import { text } from "./fields.ts";
import { activeCen } from "./lookups.ts";
import { checkNames } from "./names.ts";
import type { Cen } from "./things.ts";
import { beginTransition } from "./transition.ts";

/** Renames a CEN: Modifying, then Active. */
export const modifyCenAttribute: SimAction = {
  product: "Cbn",
  name: "ModifyCenAttribute",
  kind: "write",
  permission: "cen:ModifyCenAttribute",
  parameters: {
    CenId: { type: "string", required: true },
    Name: { type: "string" },
    Description: { type: "string" },
    ProtectionLevel: { type: "string", oneOf: ["REDUCED", "FULL"] },
  },
  evidence: "metadata; EnhanceProtectionLevel: API page; how long it takes: as CreateCen, assumption",
  handle(world, request) {
    const cen = activeCen(world, request.uid, text(request, "CenId"));
    checkNames(request);
    if (request.params.ProtectionLevel === "FULL") {
      throw new Refusal(400, "InvalidOperation.EnhanceProtectionLevel", "The protection level cannot be raised.");
    }
    const data = { cenId: cen.id };
    beginTransition(world, { kind: "create-cen", locks: [`cen:${cen.id}`], event: "cen.modified", data });
    const name = request.params.Name === undefined ? cen.name : text(request, "Name");
    const description = request.params.Description === undefined ? cen.description : text(request, "Description");
    const changed: Cen = { ...cen, name, description, status: "Modifying" };
    world.put("cen", changed);
    return {};
  },
};
