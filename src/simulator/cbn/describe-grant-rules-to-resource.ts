import { cbnAction } from "./cbn-action.ts";
import { payersOf } from "./grants.ts";
import type { CenGrant } from "./things.ts";
import { cbnTime } from "./times.ts";
import { nextPage } from "./token-page.ts";
import { isWanted } from "./wanted.ts";
import { tokenPaging } from "./write-parameters.ts";

/** To which CENs an instance is granted, as its owner sees it. */
export const describeGrantRulesToResource = cbnAction({
  name: "DescribeGrantRulesToResource",
  kind: "read",
  parameters: {
    ResourceId: { type: "string", required: true },
    ProductType: { type: "string", required: true, oneOf: ["VPC", "ExpressConnect", "VPN", "ECR"] },
    RegionId: { type: "string" },
    ...tokenPaging,
  },
  evidence: "metadata; a flat list and a time in text, unlike DescribeGrantRulesToCen: SDK model; unknown ids: empty",
  handle(world, request) {
    const own = world.listed<CenGrant>("vpc-grant").filter((one) => one.uid === request.uid);
    const fits = isWanted<CenGrant>(request, {
      ResourceId: (one) => one.instanceId,
      ProductType: (one) => one.instanceType,
      RegionId: (one) => one.region,
    });
    const { items, echo } = nextPage(own.filter(fits), request);
    const shown = (grant: CenGrant) => ({
      CenId: grant.cenId,
      CenOwnerId: Number(grant.cenUid),
      CreateTime: cbnTime(grant.createdAt),
      ...payersOf(world, grant),
    });
    return { GrantRules: items.map(shown), ...echo };
  },
});
