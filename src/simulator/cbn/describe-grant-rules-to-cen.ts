import { Refusal, type SimAction, type SimRequest } from "../action.ts";
import type { CcnGrant } from "../smartag/things.ts";
import type { World } from "../world.ts";
import { accountParameter, text, whole } from "./fields.ts";
import { payersOf } from "./grants.ts";
import type { CenGrant } from "./things.ts";
import { cbnTime } from "./times.ts";

interface Rule {
  readonly childId: string;
  readonly regionId: string;
  readonly grant: CenGrant | CcnGrant;
}

/** What other accounts have granted to a CEN, as the CEN's owner sees it; an unknown CEN is an empty list. */
export const describeGrantRulesToCen: SimAction = {
  product: "Cbn",
  name: "DescribeGrantRulesToCen",
  kind: "read",
  permission: "cen:DescribeGrantRulesToCen",
  parameters: {
    CenId: { type: "string", required: true },
    ProductType: { type: "string", required: true, oneOf: ["VPC", "VBR", "CCN", "VPN", "ECR"] },
    RegionId: { type: "string" },
    ChildInstanceId: { type: "string" },
    ChildInstanceOwnerId: accountParameter,
    MaxResults: { type: "integer" },
    NextToken: { type: "string" },
  },
  evidence:
    "metadata; without MaxResults everything comes at once, unknown ids give an empty list: API page; CreateTime: sample",
  handle(world, request) {
    const { CenId: cenId, ProductType: type, RegionId: region, ChildInstanceId: id } = request.params;
    const owner = text(request, "ChildInstanceOwnerId");
    const isFor = ({ grant }: Rule) => grant.cenId === cenId && grant.cenUid === request.uid;
    const rules = rulesOf(world, String(type)).filter(isFor);
    const inRegion = rules.filter((rule) => region === undefined || rule.regionId === region);
    const ofChild = inRegion.filter((rule) => id === undefined || rule.childId === id);
    const found = ofChild.filter((rule) => owner === "" || rule.grant.uid === owner);
    const { from, most } = readWindow(request, found.length);
    const page = found.slice(from, from + most).map((rule) => shown(world, rule, String(type)));
    const NextToken = from + most < found.length ? String(from + most) : "";
    return { GrantRules: { GrantRule: page }, MaxResults: most, NextToken, TotalCount: found.length };
  },
};

function rulesOf(world: World, type: string): Rule[] {
  if (type === "CCN") {
    const grants = world.listed<CcnGrant>("ccn-grant");
    return grants.map((grant) => ({ childId: grant.ccnId, regionId: `ccn-${grant.region}`, grant }));
  }
  const grants = world.listed<CenGrant>("vpc-grant").filter((grant) => grant.instanceType === type);
  return grants.map((grant) => ({ childId: grant.instanceId, regionId: grant.region, grant }));
}

function readWindow(request: SimRequest, length: number): { from: number; most: number } {
  const asked = whole(request, "MaxResults");
  const token = text(request, "NextToken");
  const from = token === "" ? 0 : Number(token);
  if (!Number.isInteger(from) || from < 0 || (asked !== undefined && (asked < 1 || asked > 100))) {
    throw new Refusal(400, "InvalidParameter", "MaxResults or NextToken is not valid.");
  }
  return { from, most: asked ?? length };
}

function shown(world: World, { childId, regionId, grant }: Rule, type: string): Record<string, unknown> {
  return {
    CenId: grant.cenId,
    CenOwnerId: Number(grant.cenUid),
    ChildInstanceId: childId,
    ChildInstanceOwnerId: Number(grant.uid),
    ChildInstanceRegionId: regionId,
    ChildInstanceType: type,
    // Typed as a number by the model, a text in its sample.
    CreateTime: cbnTime(grant.createdAt),
    ...payersOf(world, grant),
  };
}
