import { requireCcnCidrs, requireSnatCidrs } from "./ccn-cidrs.ts";
import { findCcn } from "./find-gateway.ts";
import { requireName, requireNoLink } from "./names.ts";
import { refusal } from "./refusals.ts";
import { smartagAction } from "./smartag-action.ts";
import type { Ccn } from "./things.ts";

function readInterworking(value: unknown, ccn: Ccn): Ccn["interworkingStatus"] {
  const status = value ?? ccn.interworkingStatus;
  if (status !== "enable" && status !== "disable") throw refusal("CCN.InvalidInterworkingStatus");
  return status;
}

export const modifyCloudConnectNetwork = smartagAction({
  name: "ModifyCloudConnectNetwork",
  kind: "write",
  parameters: {
    RegionId: { type: "string", required: true },
    CcnId: { type: "string", required: true },
    Name: { type: "string" },
    Description: { type: "string" },
    CidrBlock: { type: "string" },
    InterworkingStatus: { type: "string" },
  },
  evidence: "SDK model: parameters. Page: codes; name 2 to 128, description 2 to 256.",
  handle(world, request) {
    const { params } = request;
    const ccn = findCcn(world, request, "InvalidId.CCN");
    requireName(params.Name);
    requireNoLink(params.Description);
    const cidrBlock = String(params.CidrBlock ?? ccn.cidrBlock);
    requireSnatCidrs(ccn.snatCidrBlock, requireCcnCidrs(cidrBlock));
    const interworkingStatus = readInterworking(params.InterworkingStatus, ccn);
    const name = String(params.Name ?? ccn.name);
    const description = String(params.Description ?? ccn.description);
    world.put("ccn", { ...ccn, name, description, cidrBlock, interworkingStatus });
    return {};
  },
});
