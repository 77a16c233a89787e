import { cenRows } from "./action-rows/cen.ts";
import { ecsRows } from "./action-rows/ecs.ts";
import { grantRows } from "./action-rows/grants.ts";
import { peerAttachmentRows } from "./action-rows/peer-attachments.ts";
import { routerTableRows } from "./action-rows/router-tables.ts";
import { type ActionRow, plainPermission } from "./action-rows/row.ts";
import { smartagRows } from "./action-rows/smartag.ts";
import { transitRouterRows } from "./action-rows/transit-routers.ts";
import { vpcRows } from "./action-rows/vpc.ts";
import { vpcAttachmentRows } from "./action-rows/vpc-attachments.ts";
import type { CallKind, Product } from "./call.ts";

/** All writes that sagctl can send. */
export const actions: readonly ActionRow[] = [
  ...smartagRows,
  ...cenRows,
  ...transitRouterRows,
  ...grantRows,
  ...vpcAttachmentRows,
  ...peerAttachmentRows,
  ...routerTableRows,
  ...vpcRows,
  ...ecsRows,
];

/** The row of a write; undefined for a read. */
export function findAction(product: Product, action: string): ActionRow | undefined {
  return actions.find((one) => one.product === product && one.action === action);
}

const probes: readonly string[] = ["Ecs:RunCommand"];

/** What a call is: a write stands in the table of writes, a probe is one of the few above, all else is a read. */
export function kindOf({ product, action }: { readonly product: Product; readonly action: string }): CallKind {
  if (probes.includes(`${product}:${action}`)) return "probe";
  return findAction(product, action) === undefined ? "read" : "write";
}

// BSS spells its permissions otherwise than its actions. Source: published pages of QueryOrders and GetOrderDetail, 2025-10.
const otherwise: Readonly<Record<string, string>> = {
  "BssOpenApi:QueryOrders": "bss:DescribeOrderList",
  "BssOpenApi:GetOrderDetail": "bss:DescribeOrderDetail",
};

/** The RAM action that a call needs: `smartag:DescribeSmartAccessGateways`. */
export function permissionOf(call: { readonly product: Product; readonly action: string }): string {
  return otherwise[`${call.product}:${call.action}`] ?? plainPermission(call.product, call.action);
}
