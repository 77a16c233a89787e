import { isStatus } from "../../api/is-status.ts";
import type { VpcRouteSeen } from "../../api/vpc-routes.ts";
import { contains, isPrivate, parseCidr } from "../../network/addresses.ts";
import { mayExchange } from "../../network/isolation.ts";
import type { Network, Vpc } from "../../network/network.ts";

/** What the console writes into every table of a VPC that it attaches. Source: the tutorial's route description. */
const automatic = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"];

/** How many custom routes a table of a VPC takes. Source: quota page. */
export const ROUTES_A_TABLE = 200;

/** Where packets leave a VPC for its transit router: to all private addresses, and to an office that uses others. */
export function wantedCidrs(network: Network, vpc: Vpc): readonly string[] {
  const offices = network.branches.filter((branch) => mayExchange(network, branch.name, vpc.name));
  const others = offices.flatMap((branch) => branch.cidrs).filter((cidr) => !isPrivate(cidr));
  return [...automatic, ...new Set(others)];
}

export interface TableSeen {
  readonly id: string;
  readonly routes: readonly VpcRouteSeen[];
}

/** What one table says of the routes that are wanted in it. */
export interface TableReading {
  /** Blocks that lead to the attachment. */
  readonly standing: readonly string[];
  readonly missing: readonly string[];
  /** Equal blocks that lead elsewhere: somebody means something by them. */
  readonly elsewhere: readonly VpcRouteSeen[];
  /** Entries of ours-to-be on their way in or out. */
  readonly moving: readonly VpcRouteSeen[];
  readonly customCount: number;
}

/** `leadsThere`: whether a route's next hop is the attachment. */
export function readTable(
  { routes }: TableSeen,
  wanted: readonly string[],
  leadsThere: (route: VpcRouteSeen) => boolean,
): TableReading {
  const equal = (cidr: string) => routes.filter((route) => isWritten(route) && parseCidr(route.cidr)?.cidr === cidr);
  const isLocal = (cidr: string) => routes.some((route) => isVSwitch(route) && holds(route.cidr, cidr));
  const written = wanted.flatMap(equal);
  const stays = (route: VpcRouteSeen) => !isStatus(route.status, "Deleting");
  return {
    standing: wanted.filter((cidr) => equal(cidr).some(stays)),
    missing: wanted.filter((cidr) => !equal(cidr).some(stays) && !isLocal(cidr)),
    elsewhere: written.filter((route) => stays(route) && !leadsThere(route)),
    moving: written.filter((route) => !isStatus(route.status, "Available")),
    customCount: routes.filter((route) => isStatus(route.type, "Custom")).length,
  };
}

function isWritten(route: VpcRouteSeen): boolean {
  return !isStatus(route.type, "System");
}

/** A block within one vSwitch never leaves it, and the service takes no route for it. Source: page of CreateRouteEntry. */
function isVSwitch(route: VpcRouteSeen): boolean {
  return isStatus(route.type, "System") && isStatus(route.nextHopType, "local");
}

function holds(block: string, cidr: string): boolean {
  const canonical = parseCidr(block)?.cidr;
  return canonical !== undefined && contains(canonical, cidr);
}
