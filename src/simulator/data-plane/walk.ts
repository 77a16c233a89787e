import type { World } from "../world.ts";
import { crossBasicRouter } from "./cross-basic-router.ts";
import { crossCcn } from "./cross-ccn.ts";
import { crossGateway } from "./cross-gateway.ts";
import { crossTransitRouter } from "./cross-transit-router.ts";
import { crossVpc } from "./cross-vpc.ts";
import type { Packet, Place, Trail } from "./place.ts";

/** More than any path has; two networks that send a packet to each other end here. */
const MOST_HOPS = 16;

/** Where a packet comes out: at an instance or a branch client, or nowhere. */
export function walk(world: World, start: Place, packet: Packet, trail: Trail): Place | undefined {
  let place: Place | undefined = start;
  for (let hops = 0; place && hops < MOST_HOPS; hops += 1) {
    if (place.at === "instance" || place.at === "client") return place;
    place = step(world, place, packet, trail);
  }
  return undefined;
}

type OnTheWay = Exclude<Place, { at: "instance" | "client" }>;

function step(world: World, place: OnTheWay, packet: Packet, trail: Trail): Place | undefined {
  switch (place.at) {
    case "gateway":
      return crossGateway(world, place, packet, trail);
    case "ccn":
      return crossCcn(world, place, packet, trail);
    case "router":
      return crossBasicRouter(world, place, packet, trail);
    case "transit-router":
      return crossTransitRouter(world, place, packet, trail);
    case "vpc":
      return crossVpc(world, place, packet, trail);
  }
}
