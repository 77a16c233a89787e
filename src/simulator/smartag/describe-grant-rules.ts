import { pageOf } from "../paging.ts";
import { smartagAction } from "./smartag-action.ts";
import type { CcnGrant } from "./things.ts";

function shown(grant: CcnGrant): Record<string, unknown> {
  return {
    GrantRuleId: grant.id,
    RegionId: grant.region,
    CcnInstanceId: grant.ccnId,
    CcnUid: Number(grant.uid),
    CenInstanceId: grant.cenId,
    CenUid: Number(grant.cenUid),
    GrantTrafficService: grant.grantTrafficService,
    GmtCreate: grant.createdAt,
    GmtModified: grant.createdAt,
  };
}

export const describeGrantRules = smartagAction({
  name: "DescribeGrantRules",
  kind: "read",
  parameters: {
    RegionId: { type: "string", required: true },
    AssociatedCcnId: { type: "string" },
    PageNumber: { type: "integer" },
    PageSize: { type: "integer" },
  },
  evidence:
    "SDK model: parameters, fields. Assumption: it lists what the caller has granted, not what was granted to it.",
  handle(world, request) {
    const { uid, params } = request;
    const isWanted = (grant: CcnGrant) =>
      grant.uid === uid && grant.region === params.RegionId && grant.ccnId === (params.AssociatedCcnId ?? grant.ccnId);
    const page = pageOf(world.listed<CcnGrant>("ccn-grant").filter(isWanted), request);
    return { ...page.echo, GrantRules: { GrantRule: page.items.map(shown) } };
  },
});
