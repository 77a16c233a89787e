import { parseCidr } from "./addresses.ts";
import { findArea } from "./areas.ts";
import { findCenArea } from "./cen-areas.ts";
import { isUid } from "./forms.ts";
import { markerOfName } from "./marker.ts";
import type * as model from "./network.ts";
import type { Origin } from "./origin.ts";
import type { NetworkDocument } from "./schema.ts";

type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> };

/** Leaves out the keys that hold nothing: an absent key and `undefined` are not the same to our types. */
function defined<T extends object>(value: T): Defined<T> {
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)) as Defined<T>;
}

type Entry<K extends "branches" | "vpcs" | "packages"> = NonNullable<NetworkDocument[K]>[string];

function gatewayOf({ serial, serials = serial === undefined ? undefined : [serial], shipTo, ...rest }: GatewayEntry) {
  const address = shipTo === undefined ? undefined : (defined(shipTo) as model.ShipTo);
  return defined({ ...rest, serials, shipTo: address }) as model.Gateway;
}

type GatewayEntry = NonNullable<Entry<"branches">["gateway"]>;

interface Defaults {
  readonly hub: string;
  readonly area: model.Area;
}

function branchOf(name: string, entry: Entry<"branches">, { hub, area }: Defaults, origin: Origin): model.Branch {
  const cidrs = entry.cidrs ?? [];
  return {
    name,
    account: entry.account ?? hub,
    area: findArea(entry.area ?? area) ?? area,
    cidrs: cidrs.map((cidr) => parseCidr(cidr)?.cidr ?? cidr),
    cidrsAt: cidrs.map((_, index) => origin.where(["branches", name, "cidrs", index])),
    gateway: gatewayOf(entry.gateway ?? {}),
  };
}

interface Accounts {
  readonly accounts: readonly model.Account[];
  readonly hub: string;
}

function vpcOf(name: string, entry: Entry<"vpcs">, { accounts, hub }: Accounts, origin: Origin): model.Vpc {
  const { verify = [], account = hub } = entry;
  // An account without a uid is nobody's account id.
  const owner = accounts.find((one) => one.uid === account)?.name ?? account;
  const verifyAt = verify.map((_, index) => origin.where(["vpcs", name, "verify", index]));
  return { name, ...defined(entry), account: owner, verify, verifyAt };
}

/** Those of the file, and those that a VPC names by their account id alone. */
function accountsOf({ accounts, vpcs = {} }: NetworkDocument, hub: string): readonly model.Account[] {
  const named = Object.entries(accounts ?? { [hub]: {} }).map(([name, rest]) => ({ name, ...defined(rest) }));
  const uids = Object.values(vpcs).flatMap(({ account = "" }) => (isUid(account) ? [account] : []));
  const strange = [...new Set(uids)].filter((uid) => !named.some((one) => one.uid === uid));
  return [...named, ...strange.map((uid) => ({ name: uid, uid }))] as readonly model.Account[];
}

function packageOf(key: string, { name: title, areas, ...rest }: Entry<"packages">): model.BandwidthPackage {
  const [a = "", b = ""] = areas.map((area) => findCenArea(area) ?? area);
  return { name: key, ...defined({ ...rest, title }), areas: [a, b] } as model.BandwidthPackage;
}

function connectionOf({
  between,
  bandwidthMbps,
  paidBy = "package",
}: NonNullable<NetworkDocument["connections"]>[number]): model.Connection {
  const [a = "", b = ""] = between;
  return { name: `${a}/${b}`, between: [a, b], bandwidthMbps, paidBy };
}

function allowOf(entry: string): model.Allow {
  const [protocol, ports = ""] = entry.split("/");
  if (protocol === "icmp") return { protocol };
  const [first = "", last = first] = ports.split("-");
  return { protocol: protocol as "tcp" | "udp", ports: `${Number(first)}/${Number(last)}` };
}

function defaultsOf({ accounts, branches = {}, ccn = {} }: NetworkDocument): Defaults {
  const written = ccn.area ?? Object.values(branches).find((branch) => branch.area !== undefined)?.area;
  return {
    hub: Object.keys(accounts ?? {})[0] ?? "hub",
    area: findArea(written ?? "mainland-china") ?? "mainland-china",
  };
}

/** A network of nothing but VPCs has no use for one. */
function wantsCcn({ ccn, branches = {}, vpcs = {}, connections = [] }: NetworkDocument): boolean {
  const isNamed = ccn !== undefined || connections.some(({ between }) => between.includes("ccn"));
  return isNamed || Object.keys(branches).length > 0 || Object.keys(vpcs).length === 0;
}

function placesOf(document: NetworkDocument, name: string, { hub, area }: Defaults) {
  return {
    accounts: accountsOf(document, hub),
    cen: { ...defined(document.cen ?? {}), name: document.cen?.name ?? name },
    ccn: {
      ...defined(document.ccn ?? {}),
      name: document.ccn?.name ?? "default",
      area,
      isWanted: wantsCcn(document),
    },
  } as Pick<model.Network, "accounts" | "cen" | "ccn">;
}

/** The network that a checked document describes: defaults filled in, areas and CIDR blocks canonical. */
export function networkOf(document: NetworkDocument, origin: Origin, goal: model.Goal): model.Network {
  const name = document.network ?? "network";
  const defaults = defaultsOf(document);
  const { hub } = defaults;
  const places = placesOf(document, name, defaults);
  const optional = { file: origin.file, reach: document.reach, simulate: document.simulate };
  return {
    name,
    marker: document.marker ?? markerOfName(name),
    ...defined(optional),
    ...places,
    hub,
    branches: Object.entries(document.branches ?? {}).map(([key, entry]) => branchOf(key, entry, defaults, origin)),
    vpcs: Object.entries(document.vpcs ?? {}).map(([key, entry]) =>
      vpcOf(key, entry, { accounts: places.accounts, hub }, origin),
    ),
    packages: Object.entries(document.packages ?? {}).map(([key, entry]) => packageOf(key, entry)),
    connections: (document.connections ?? []).map(connectionOf),
    allow: (document.allow ?? ["icmp"]).map(allowOf),
    goal,
  } as model.Network;
}
