import type { SimRequest } from "../action.ts";
import { pageOf } from "../paging.ts";
import type { World } from "../world.ts";
import { refusal } from "./refusals.ts";
import { noteTransition, shownOfBoth } from "./shown.ts";
import { smartagAction } from "./smartag-action.ts";
import type { Ccn, Gateway } from "./things.ts";

type Filter = (gateway: Gateway, wanted: unknown, world: World) => boolean;

const filters: Readonly<Record<string, Filter>> = {
  SmartAGId: (gateway, wanted) => gateway.id === wanted,
  SmartAGIds: (gateway, wanted) => (wanted as string[]).includes(gateway.id),
  Name: (gateway, wanted) => gateway.name === wanted,
  // Documents differ in case: ACTIVE and Active, Init and init.
  Status: (gateway, wanted) => gateway.status.toLowerCase() === String(wanted).toLowerCase(),
  AssociatedCcnId: (gateway, wanted) => gateway.ccnId === wanted,
  AssociatedCcnName: (gateway, wanted, world) => world.find<Ccn>("ccn", gateway.ccnId ?? "")?.name === wanted,
  SerialNumber: (gateway, wanted) => gateway.serialNumbers.includes(String(wanted)),
  InstanceType: (_gateway, wanted) => wanted === "hardware",
  HardwareType: (gateway, wanted) => gateway.model === wanted,
  BusinessState: (gateway, wanted) => (gateway.status === "Arrearage") === (wanted === "Arrearage"),
};

function isWanted(world: World, { params }: SimRequest): (gateway: Gateway) => boolean {
  const given = Object.entries(filters).filter(([name]) => params[name] !== undefined && params[name] !== "");
  return (gateway) => given.every(([name, fits]) => fits(gateway, params[name], world));
}

function shown(world: World, gateway: Gateway): Record<string, unknown> {
  return {
    ...shownOfBoth(world, gateway),
    // A string with its unit, here without a space. Source: examples of the pages; live answers of 2026-08.
    MaxBandwidth: `${gateway.bandwidthMbps}M`,
    HardwareVersion: gateway.model,
    SmartAGUid: Number(gateway.uid),
  };
}

export const describeSmartAccessGateways = smartagAction({
  name: "DescribeSmartAccessGateways",
  kind: "read",
  parameters: {
    RegionId: { type: "string" },
    SmartAGId: { type: "string" },
    SmartAGIds: { type: "list" },
    Name: { type: "string" },
    Status: { type: "string" },
    AssociatedCcnId: { type: "string" },
    AssociatedCcnName: { type: "string" },
    SerialNumber: { type: "string" },
    InstanceType: { type: "string", oneOf: ["hardware", "software"] },
    HardwareType: { type: "string" },
    BusinessState: { type: "string", oneOf: ["Normal", "Arrearage"] },
    PageNumber: { type: "integer" },
    PageSize: { type: "integer" },
  },
  evidence:
    "SDK model: filters, paging 10/50, field names. Page: an unknown id gives an empty list. " +
    "Assumption: RegionId, optional in the model, is missed when absent; filters by name are exact.",
  handle(world, request) {
    const { uid, params } = request;
    if (params.RegionId === undefined) throw refusal("MissingParameter");
    const isHere = (gateway: Gateway) => gateway.uid === uid && gateway.region === params.RegionId;
    const wanted = world.listed<Gateway>("gateway").filter(isHere).filter(isWanted(world, request));
    const page = pageOf(wanted, request);
    noteTransition(world, page.items);
    const list = page.items.map((gateway) => shown(world, gateway));
    return { ...page.echo, SmartAccessGateways: { SmartAccessGateway: list } };
  },
});
