import { later } from "../../api/call.ts";
import { listGrantedVSwitches } from "../../api/grants.ts";
import { isStatus } from "../../api/is-status.ts";
import { listVSwitches, type VpcSeen } from "../../api/vpc.ts";
import {
  createVpcAttachment,
  listVpcAttachments,
  type VpcAttachmentSeen,
  type ZoneMapping,
} from "../../api/vpc-attachments.ts";
import type { Look } from "../../engine/step.ts";
import type { Change, NonEmpty, Verdict } from "../../engine/verdict.ts";
import { guard, settling } from "../../engine/verdicts.ts";
import type { Occupied } from "../../network/preflight.ts";
import { say } from "../../text.ts";
import { grantLine } from "../grant/grant-line.ts";
import { hubUidOf } from "../grant/payer.ts";
import { atTheirs } from "../other-account.ts";
import { readRouters, readZones } from "../transit-router/routers.ts";
import { always } from "./cen-routes.ts";
import { blocksOf, judgeClashes } from "./clashes.ts";
import type { AttachItem, Given } from "./item.ts";
import { findRoom, makeVSwitch, tooFewZones } from "./new-vswitch.ts";
import { readRouterNeighbours } from "./router-neighbours.ts";
import { byZone, type Candidate, chooseZones, type ZoneChoice } from "./zones.ts";

/** What is looked at before a VPC is attached. */
export interface NewSeen {
  /** Zones in which the region's transit routers are. */
  readonly offered: readonly string[];
  readonly vSwitches: readonly (Candidate & { readonly cidr?: string })[];
  /** What its addresses must not touch. */
  readonly neighbours: readonly Occupied[];
  /** No VPC is on a transit router of the CEN yet. */
  readonly isFirst: boolean;
}

export async function observeNew(
  look: Look,
  item: AttachItem,
  given: Given,
  attachments: readonly VpcAttachmentSeen[],
): Promise<NewSeen> {
  const { network, vpc } = item;
  const on = { router: given.router.id, attachments };
  const [offered, vSwitches, neighbours, isFirst] = await Promise.all([
    readZones(look, network, vpc.region),
    readCandidates(look, item, given),
    readRouterNeighbours(look, network, vpc, on),
    attachments.length === 0 && hasNoneElsewhere(look, item, given),
  ]);
  return { offered, vSwitches, neighbours, isFirst };
}

/** On the routers of other regions, which the list of all routers names. */
async function hasNoneElsewhere(look: Look, { network, vpc }: AttachItem, given: Given): Promise<boolean> {
  const of = { account: network.hub, cen: given.cen.id };
  const routers = await readRouters(look, network, of.cen);
  const regions = routers.filter(({ type, region }) => isStatus(type, "Enterprise") && region !== vpc.region);
  const lists = regions.map(({ region }) => look.readUntil(listVpcAttachments({ ...of, region }), always));
  return (await Promise.all(lists)).every((others) => others.length === 0);
}

/** As the owner sees them; without the owner's key as they are granted, which shows no addresses. */
function readCandidates(look: Look, { hub, vpc }: AttachItem, given: Given): Promise<NewSeen["vSwitches"]> {
  const { account, region, id } = vpc;
  if (look.holds(account)) return look.read(listVSwitches({ account, region, vpc: id }));
  return look.read(listGrantedVSwitches({ account: hub, cen: given.cen.id, region, vpc: id }));
}

/** `vpc`: as its owner sees it; undefined without the owner's key. */
export function judgeNew(seen: NewSeen, vpc: VpcSeen | undefined, item: AttachItem, given: Given): Verdict {
  if (!vpc && seen.vSwitches.length === 0) return notGranted(item, given);
  const clash = judgeClashes(blocksOf(vpc, item.vpc), item.vpc, seen.neighbours);
  if (clash) return clash;
  if (ownerOf(vpc, item) === "") return unknownOwner(item.vpc.account);
  const pending = seen.vSwitches.find((one) => one.status !== undefined && isStatus(one.status, "Pending"));
  if (!pending) return judgeZones(seen, vpc, item, given);
  const ready = { ...seen, vSwitches: seen.vSwitches.map((one) => ({ ...one, status: "Available" })) };
  const next = judgeZones(ready, vpc, item, given);
  const until = say`vSwitch ${pending.id} to be Available`;
  const then = next.is === "changes" ? [...next.now, ...(next.then ?? [])] : [];
  return settling(until, 15_000, [`vpc:${item.vpc.id}`], then);
}

function judgeZones(seen: NewSeen, vpc: VpcSeen | undefined, item: AttachItem, given: Given): Verdict {
  const choice = chooseZones(item.vpc, seen.offered, seen.vSwitches);
  if (choice.is === "wrong") return guard(choice.because, ...correct(item.vpc.name));
  const isEnough = choice.is === "chosen" || (item.network.goal.oneZone && choice.zones.length > 0);
  if (isEnough) return told([attachThrough(choice.zones, vpc, item, given)], seen);
  return judgeTooFew(choice, { seen, vpc }, item, given);
}

/** The grant has its own item; this is what `attach` by itself says where it is missing. */
function notGranted({ vpc, network }: AttachItem, given: Given): Verdict {
  const line = grantLine(network, vpc, given.cen.id, hubUidOf(network));
  return atTheirs(vpc.account, say`the owner of ${vpc.name}, account ${vpc.account}, to grant it to this CEN`, line);
}

const correct = (name: string) => [
  say`Correct vpcs.${name}.vSwitches in the network file, or --vswitch; without it sagctl chooses`,
];

function judgeTooFew(
  choice: ZoneChoice & { is: "too-few" },
  { seen, vpc }: { readonly seen: NewSeen; readonly vpc: VpcSeen | undefined },
  item: AttachItem,
  given: Given,
): Verdict {
  const taken = seen.vSwitches.map((one) => one.cidr ?? "");
  const room = vpc && findRoom(vpc, taken, choice.missing);
  const [first, ...more] = (room ?? []).map((one) => makeVSwitch(one, item.vpc));
  if (!room || !first || !item.network.goal.createVSwitch) return tooFewZones(choice, room, item.vpc);
  const made = room.map(({ zone }) => ({ zone, vSwitch: later(item.key, "vSwitch") }));
  const zones = [...choice.zones, ...made].toSorted(byZone);
  return told([first, ...more, attachThrough(zones, vpc, item, given)], seen);
}

function attachThrough(
  zones: readonly ZoneMapping[],
  seen: VpcSeen | undefined,
  { vpc, hub, network }: AttachItem,
  given: Given,
): Change {
  const { id, region, account } = vpc;
  const name = vpc.attachmentName ?? vpc.name;
  const on = { account: hub, cen: given.cen.id, region, router: given.router.id };
  const order = { ...on, vpc: id, vpcOwner: ownerOf(seen, { vpc, network }), name, zones };
  const payer = vpc.payer === "resource-owner" ? account : hub;
  const where = zones.map((one) => one.zone).join(" and ");
  const what = [vpc.name, ...blocksOf(seen, vpc).slice(0, 1)].join(" ");
  const summary = say`attach ${what} to the transit router in ${region} as ${name}, through ${where}; ${payer} pays`;
  return { slot: "attach", summary, write: createVpcAttachment(order), risk: "costs-money" };
}

/** The account id of the VPC's owner, by the VPC itself or by the file. */
function ownerOf(seen: VpcSeen | undefined, { vpc, network }: Pick<AttachItem, "vpc" | "network">): string {
  return seen?.ownerId || network.accounts.find((one) => one.name === vpc.account)?.uid || "";
}

function unknownOwner(account: string): Verdict {
  const line = say`Add it to the network file: accounts: {${account}: {uid: "…"}}; sagctl whoami prints it with their key`;
  return guard(say`The account id of ${account} is not known: nothing of it can be attached without`, line);
}

// Source: current page of CreateTransitRouterVpcAttachment; nothing that sagctl may read shows whether the role is there.
const role = say`The first attachment of an account makes the role AliyunServiceRoleForCEN, once: the key needs ram:CreateServiceLinkedRole for it`;

function told([first, ...then]: NonEmpty<Change>, { isFirst }: NewSeen): Verdict {
  return { is: "changes", now: [first], then, ...(isFirst ? { notes: [role] } : {}) };
}
