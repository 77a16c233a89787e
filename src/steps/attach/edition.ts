import { isStatus } from "../../api/is-status.ts";
import type { TransitRouterSeen } from "../../api/transit-routers.ts";
import type { Edition } from "../../path/described.ts";

/** One region of one CEN has one transit router, and its edition decides the calls. Undefined: there is no transit router in the region yet. */
export function editionOf(routers: readonly TransitRouterSeen[], region: string): Edition | undefined {
  const router = routers.find((one) => one.region === region);
  if (!router) return undefined;
  return isStatus(router.type, "Enterprise") ? "Enterprise" : "Basic";
}
