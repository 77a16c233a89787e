import { findCcn } from "./find-gateway.ts";
import { refusal } from "./refusals.ts";
import { smartagAction } from "./smartag-action.ts";
import type { CcnGrant } from "./things.ts";

/** The CCN's owner lets another account's CEN attach it. */
export const grantInstanceToCbn = smartagAction({
  name: "GrantInstanceToCbn",
  kind: "write",
  parameters: {
    RegionId: { type: "string", required: true },
    CcnInstanceId: { type: "string", required: true },
    CenInstanceId: { type: "string", required: true },
    // A number of 16 digits: kept as text, as all account ids are.
    CenUid: { type: "string", required: true },
    GrantTrafficService: { type: "boolean" },
  },
  evidence:
    "SDK model: parameters. Page: DuplicatedGrantRule. Assumption: a grant to the own account is refused, as is an unknown one.",
  handle(world, request) {
    const ccn = findCcn(world, request, "CCN.InvalidId");
    const cenId = String(request.params.CenInstanceId);
    const cenUid = String(request.params.CenUid);
    const isKnown = world.state.accounts.some((account) => account.uid === cenUid);
    if (!isKnown || cenUid === request.uid) throw refusal("CCN.InvalidUid");
    const isSame = (grant: CcnGrant) => grant.ccnId === ccn.id && grant.cenId === cenId;
    if (world.all<CcnGrant>("ccn-grant").some(isSame)) throw refusal("DuplicatedGrantRule");
    const grantTrafficService = request.params.GrantTrafficService === true;
    const grant = { id: world.newId("cgr-", 18), uid: ccn.uid, region: ccn.region, ccnId: ccn.id, cenId, cenUid };
    world.put("ccn-grant", { ...grant, grantTrafficService, createdAt: world.now });
    return {};
  },
});
