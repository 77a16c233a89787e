import type { World } from "../world.ts";
import { isSettling } from "./settle.ts";
import type { Ccn, Gateway } from "./things.ts";

const onItsWay: readonly string[] = ["Ordered", "Delivered", "Init", "Offline"];

/** A read that shows something on its way is worth repeating. */
export function noteTransition(world: World, gateways: readonly Gateway[]): void {
  world.call.transitional = gateways.some((one) => onItsWay.includes(one.status) || isSettling(world, one.id));
}

/** What list and attribute call alike. An unbound gateway has no CCN fields (assumption), an idle one no EndTime. */
export function shownOfBoth(world: World, gateway: Gateway): Record<string, unknown> {
  const ccn = gateway.ccnId === undefined ? undefined : world.find<Ccn>("ccn", gateway.ccnId);
  return {
    SmartAGId: gateway.id,
    Name: gateway.name,
    Description: gateway.description,
    Status: gateway.status,
    City: "",
    Position: gateway.position ?? "",
    CidrBlock: gateway.cidrs.join(","),
    ...(ccn && { AssociatedCcnId: ccn.id, AssociatedCcnName: ccn.name }),
    CreateTime: gateway.createdAt,
    ...(gateway.endTime !== undefined && { EndTime: gateway.endTime }),
    // Two devices come as "sn1,sn2". Source: live answers of 2026-08.
    SerialNumber: gateway.serialNumbers.join(","),
    SecurityLockThreshold: gateway.securityLockThreshold,
    RoutingStrategy: gateway.routingStrategy,
    // May be empty instead of down. Source: live answers of 2026-08.
    VpnStatus: gateway.online ? (gateway.status === "Active" ? "up" : "down") : "",
    IpsecStatus: gateway.status === "Active" ? "up" : "down",
    Links: { Link: [] },
  };
}
