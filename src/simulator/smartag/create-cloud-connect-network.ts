import type { SimRequest } from "../action.ts";
import type { World } from "../world.ts";
import { areas } from "./areas.ts";
import { requireCcnCidrs, requireSnatCidrs } from "./ccn-cidrs.ts";
import { requireDescription, requireName } from "./names.ts";
import { CCN_QUOTA } from "./quotas.ts";
import { refusal } from "./refusals.ts";
import { smartagAction } from "./smartag-action.ts";
import type { Ccn } from "./things.ts";

/** Source: 2019 guide: what a CCN gets that asks for no block. */
const USUAL_CIDR = "192.168.0.0/16";

function requireRoom(world: World, uid: string): void {
  const used = world.all<Ccn>("ccn").filter((ccn) => ccn.uid === uid).length;
  if (used >= CCN_QUOTA) throw refusal("CcnAmountLimit");
}

function newCcn(world: World, { uid, params }: SimRequest): Ccn {
  return {
    id: world.newId("ccn-", 18),
    uid,
    region: String(params.RegionId),
    name: String(params.Name ?? ""),
    description: String(params.Description ?? ""),
    cidrBlock: String(params.CidrBlock ?? USUAL_CIDR),
    snatCidrBlock: String(params.SnatCidrBlock ?? ""),
    isDefault: params.IsDefault === true,
    newAgw: false,
    interworkingStatus: "enable",
    createdAt: world.now,
  };
}

/** There is no ClientToken: called again it makes a second one. */
export const createCloudConnectNetwork = smartagAction({
  name: "CreateCloudConnectNetwork",
  kind: "write",
  parameters: {
    RegionId: { type: "string" },
    Name: { type: "string" },
    Description: { type: "string" },
    CidrBlock: { type: "string" },
    SnatCidrBlock: { type: "string" },
    // In no current model, but sent by the Terraform provider.
    IsDefault: { type: "boolean" },
  },
  evidence:
    "SDK model: parameters, no ClientToken. Page: codes, lengths 100 and 128. Quota page: 10. 2019 guide: usual block. " +
    "Terraform provider: IsDefault; no wait after the call. Assumption: RegionId, optional in the model, is missed.",
  handle(world, request) {
    const { params, uid } = request;
    if (params.RegionId === undefined) throw refusal("MissingParameter");
    if (!(String(params.RegionId) in areas)) throw refusal("InvalidRegionID");
    requireName(params.Name, 100);
    requireDescription(params.Description, 128);
    const ccn = newCcn(world, request);
    requireSnatCidrs(ccn.snatCidrBlock, requireCcnCidrs(ccn.cidrBlock));
    requireRoom(world, uid);
    world.put("ccn", ccn);
    const { name: Name, description: Description, cidrBlock: CidrBlock, snatCidrBlock: SnatCidrBlock } = ccn;
    return { CcnId: ccn.id, Name, Description, CidrBlock, SnatCidrBlock, Status: "Active" };
  },
});
