import type { SimAction } from "../action.ts";
import type { EventHandler } from "../world.ts";
import { createRouteEntry, createRouteEvents } from "./create-route-entry.ts";
import { createVSwitch, vSwitchEvents } from "./create-vswitch.ts";
import { deleteRouteEntry, deleteRouteEvents } from "./delete-route-entry.ts";
import { deleteVSwitch, deleteVSwitchEvents } from "./delete-vswitch.ts";
import { describeGrantRulesToCen } from "./describe-grant-rules-to-cen.ts";
import { describeRegions } from "./describe-regions.ts";
import { describeRouteEntryList } from "./describe-route-entry-list.ts";
import { describeRouteTableList } from "./describe-route-table-list.ts";
import { describeVpcAttribute } from "./describe-vpc-attribute.ts";
import { describeVpcs } from "./describe-vpcs.ts";
import { describeVSwitchAttributes } from "./describe-vswitch-attributes.ts";
import { describeVSwitches } from "./describe-vswitches.ts";
import { describeZones } from "./describe-zones.ts";
import { grantInstanceToCen } from "./grant-instance-to-cen.ts";
import { revokeInstanceFromCen } from "./revoke-instance-from-cen.ts";

/** Vpc 2016-04-28. */
export const actions: readonly SimAction[] = [
  createRouteEntry,
  createVSwitch,
  deleteRouteEntry,
  deleteVSwitch,
  describeGrantRulesToCen,
  describeRegions,
  describeRouteEntryList,
  describeRouteTableList,
  describeVpcAttribute,
  describeVpcs,
  describeVSwitchAttributes,
  describeVSwitches,
  describeZones,
  grantInstanceToCen,
  revokeInstanceFromCen,
];

/** The ends of the transitions in a VPC. */
export const events: Record<string, EventHandler> = {
  ...vSwitchEvents,
  ...deleteVSwitchEvents,
  ...createRouteEvents,
  ...deleteRouteEvents,
};
