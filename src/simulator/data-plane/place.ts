import type { Cen, RouterAttachment, TransitRouter } from "../cbn/things.ts";
import type { Instance } from "../ecs/things.ts";
import type { Ccn, Gateway } from "../smartag/things.ts";
import type { Vpc } from "../vpc/things.ts";

/** Where a packet is; `router` is one of the Basic Edition, `transit-router` of the Enterprise Edition. */
export type Place =
  | { readonly at: "gateway"; readonly gateway: Gateway; readonly heading: "cloud" | "branch" }
  | { readonly at: "ccn"; readonly ccn: Ccn; readonly heading: "cloud" | "branch" }
  | { readonly at: "router"; readonly cen: Cen; readonly regionId: string }
  | { readonly at: "transit-router"; readonly router: TransitRouter; readonly via: RouterAttachment }
  | { readonly at: "vpc"; readonly vpc: Vpc; readonly heading: "cloud" | "instance"; readonly routeTableId?: string }
  | { readonly at: "instance"; readonly instance: Instance }
  | { readonly at: "client"; readonly gateway: Gateway };

/** A packet on its way one way. */
export interface Packet {
  readonly source: string;
  readonly destination: string;
  readonly protocol: "icmp" | "tcp" | "udp";
  readonly port?: number;
  /** A probe passes on the free test bandwidth, service traffic does not. */
  readonly traffic: "probe" | "service";
}

/** What a way so far has come to, told hop by hop. */
export interface Trail {
  readonly because: string[];
  rttMs: number;
  testBandwidthOnly: boolean;
}
