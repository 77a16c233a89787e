import type { AnyStep } from "../../engine/step.ts";
import { isolationTable } from "./isolation-table.ts";
import { oldPropagations } from "./old-propagations.ts";
import { unusedTables } from "./unused-tables.ts";
import { vpcTable } from "./vpc-table.ts";

/**
 * Where a transit router of Enterprise Edition looks up what comes from a VPC, and whose routes it finds there. Tables that keep
 * VPCs apart are made and taught first, then the VPCs move to them, and only then their routes leave the tables they came from:
 * no pair that stays allowed is cut meanwhile (simulated cloud; uncertain on the real service).
 */
export const routeTables: AnyStep = {
  ...vpcTable,
  nodes: (network) => [isolationTable, vpcTable, oldPropagations, unusedTables].flatMap((each) => each.nodes(network)),
};
