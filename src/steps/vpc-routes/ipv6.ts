import { say, type Text } from "../../text.ts";
import type { TableSeen } from "./wanted.ts";

/** What a VPC with IPv6 is told: the routes that sagctl writes are of IPv4. Source: the tutorial's note on VPC connections. */
export function ipv6Notes(
  { name }: { readonly name: string },
  ipv6Cidr: string,
  tables: readonly TableSeen[],
  attachment: string,
): readonly Text[] {
  const isRouted = ({ routes }: TableSeen) =>
    routes.some((route) => route.nextHopId === attachment && route.cidr.includes(":"));
  if (ipv6Cidr === "" || tables.some(isRouted)) return [];
  return [
    say`${name} has IPv6 (${ipv6Cidr}), and the automatic routes are of IPv4 only: for IPv6 turn on route synchronization of its connection in the CEN console, or add IPv6 routes to the connection in the VPC by hand`,
  ];
}
