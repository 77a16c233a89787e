import type { SimAction } from "../action.ts";
import { text } from "./fields.ts";
import { ownPackage, requirePackageIdle } from "./lookups.ts";
import { checkNames } from "./names.ts";

/** Renames a package at once. */
export const modifyCenBandwidthPackageAttribute: SimAction = {
  product: "Cbn",
  name: "ModifyCenBandwidthPackageAttribute",
  kind: "write",
  permission: "cen:ModifyCenBandwidthPackageAttribute",
  parameters: {
    CenBandwidthPackageId: { type: "string", required: true },
    Name: { type: "string" },
    Description: { type: "string" },
  },
  evidence: "metadata; retryable codes: Terraform provider; that it is done at once: assumption",
  handle(world, request) {
    const found = ownPackage(world, request.uid, text(request, "CenBandwidthPackageId"));
    checkNames(request);
    requirePackageIdle(world, found);
    const name = request.params.Name === undefined ? found.name : text(request, "Name");
    const description = request.params.Description === undefined ? found.description : text(request, "Description");
    world.put("cen-package", { ...found, name, description });
    return {};
  },
};
