import { Refusal, type SimRequest } from "../action.ts";
import { pageOf } from "../paging.ts";
import type { World } from "../world.ts";
import { smartagAction } from "./smartag-action.ts";
import type { Ccn, Gateway } from "./things.ts";

interface Tag {
  Key?: string;
  Value?: string;
}

function hasTags(ccn: Ccn, wanted: readonly Tag[]): boolean {
  const fits = (tag: Tag) => ccn.tags?.some((own) => own.Key === tag.Key && own.Value === (tag.Value ?? own.Value));
  return wanted.every(fits);
}

function readTags({ params }: SimRequest): Tag[] {
  const tags = (params.Tag ?? []) as Tag[];
  if (tags.some((tag) => !tag.Key)) throw new Refusal(400, "InvalidTagKey", "A tag has no key.");
  return tags;
}

/** Bound while its CEN is set; no Status and no RegionId, but strings where one expects numbers. */
function shown(world: World, ccn: Ccn): Record<string, unknown> {
  const gateways = world.all<Gateway>("gateway").filter((gateway) => gateway.ccnId === ccn.id);
  return {
    CcnId: ccn.id,
    Name: ccn.name,
    Description: ccn.description,
    CidrBlock: ccn.cidrBlock,
    SnatCidrBlock: ccn.snatCidrBlock,
    InterworkingStatus: ccn.interworkingStatus,
    AssociatedCloudBoxCount: String(gateways.length),
    AvailableCloudBoxCount: String(gateways.filter((gateway) => gateway.status === "Active").length),
    ...(ccn.cenId !== undefined && { AssociatedCenId: ccn.cenId, AssociatedCenOwnerId: ccn.cenUid ?? ccn.uid }),
    CreateTime: ccn.createdAt,
    NewAgw: ccn.newAgw,
    ...(ccn.subnet !== undefined && { Subnet: ccn.subnet }),
    // Older documents and the Terraform provider have it, the current SDK model does not.
    ...(world.state.switches.ccnListShowsIsDefault && { IsDefault: ccn.isDefault }),
    Tags: { Tag: ccn.tags ?? [] },
  };
}

export const describeCloudConnectNetworks = smartagAction({
  name: "DescribeCloudConnectNetworks",
  kind: "read",
  parameters: {
    RegionId: { type: "string", required: true },
    CcnId: { type: "string" },
    Name: { type: "string" },
    Tag: { type: "list", of: { Key: { type: "string" }, Value: { type: "string" } } },
    PageNumber: { type: "integer" },
    PageSize: { type: "integer" },
  },
  evidence:
    "SDK model: fields and their types. Page: an unknown id gives an empty list; InvalidTagKey. Switch: IsDefault.",
  handle(world, request) {
    const { uid, params } = request;
    const tags = readTags(request);
    const isWanted = (ccn: Ccn) =>
      ccn.uid === uid &&
      ccn.region === params.RegionId &&
      ccn.id === (params.CcnId ?? ccn.id) &&
      ccn.name === (params.Name ?? ccn.name) &&
      hasTags(ccn, tags);
    const page = pageOf(world.listed<Ccn>("ccn").filter(isWanted), request);
    // Cbn holds a CCN while it attaches or detaches it.
    world.call.transitional = page.items.some((ccn) => world.isHeld(`ccn:${ccn.id}`));
    const list = page.items.map((ccn) => shown(world, ccn));
    return { ...page.echo, CloudConnectNetworks: { CloudConnectNetwork: list } };
  },
});
