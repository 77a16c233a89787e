import { isStatus } from "../../api/is-status.ts";
import { listVpcs, type VpcSeen } from "../../api/vpc.ts";
import {
  deleteVpcAttachment,
  listVpcAttachments,
  updateVpcAttachment,
  type VpcAttachmentSeen,
} from "../../api/vpc-attachments.ts";
import type { Look } from "../../engine/step.ts";
import type { Change, Verdict } from "../../engine/verdict.ts";
import { done, guard, settling, takeAway } from "../../engine/verdicts.ts";
import type { Vpc } from "../../network/network.ts";
import { say } from "../../text.ts";
import { isMarked } from "../adoption.ts";
import { atTheirs } from "../other-account.ts";
import { readUndoLine } from "../undo-line.ts";
import { blocksOf, noSuchVpc } from "./clashes.ts";
import type { AttachItem, Given } from "./item.ts";
import { judgeNew, type NewSeen, observeNew } from "./new-attachment.ts";
import { type OwnVSwitch, observeOwn, removals, undoVSwitches } from "./own-vswitches.ts";

export interface EnterpriseSeen {
  readonly edition: "Enterprise";
  /** Undefined without the key of its owner, too. */
  readonly vpc: VpcSeen | undefined;
  readonly isVpcMissing: boolean;
  readonly here: VpcAttachmentSeen | undefined;
  readonly made: boolean;
  /** Looked for only while it is not attached yet. */
  readonly coming: NewSeen | undefined;
  readonly ownVSwitches: readonly OwnVSwitch[];
  /** What the VPC's owner types for the undo; "" where its key is here. */
  readonly undoLine: string;
}

/** An attachment to a transit router: by whatever name it stands there, it is the VPC's. */
export async function observeEnterprise(look: Look, item: AttachItem, given: Given): Promise<EnterpriseSeen> {
  const { vpc, hub } = item;
  const { account, region } = vpc;
  const [vpcs, attachments, undoLine] = await Promise.all([
    // Its addresses do not change while a run lasts.
    look.holds(account) ? look.read(listVpcs({ account, region }), () => true) : undefined,
    look.read(listVpcAttachments({ account: hub, cen: given.cen.id, region })),
    readUndoLine(look, item.network, vpc),
  ]);
  const seen = vpcs?.find((one) => one.id === vpc.id);
  const here = attachments.find((one) => one.vpc === vpc.id);
  const made = look.wrote("attach") || (here !== undefined && isMarked(here, look.marker));
  const isVpcMissing = vpcs !== undefined && seen === undefined;
  const base = { edition: "Enterprise", vpc: seen, isVpcMissing, here, made, undoLine } as const;
  const coming = here || isVpcMissing ? undefined : await observeNew(look, item, given, attachments);
  const zones = here ? here.zones.map(({ zone }) => zone) : (coming?.offered ?? []);
  return { ...base, coming, ownVSwitches: await observeOwn(look, vpc, zones, here) };
}

export function judgeEnterprise(seen: EnterpriseSeen, item: AttachItem, given: Given): Verdict {
  const { here, coming } = seen;
  const told = item.vpc.attachment;
  if (told !== undefined && told !== here?.id) return otherThanTold(told, here, item);
  if (here) return judgeStanding(here, seen, item);
  return coming ? judgeNew(coming, seen.vpc, item, given) : noSuchVpc(item.vpc);
}

function otherThanTold(told: string, here: VpcAttachmentSeen | undefined, { vpc, hub }: AttachItem): Verdict {
  const because = say`${vpc.id} (${vpc.name}) has no attachment ${told} on the CEN of ${hub}`;
  const name = `vpcs.${vpc.name}.attachment`;
  return guard(
    because,
    here ? say`It has ${here.id}: correct ${name}` : say`Leave ${name} out: sagctl attaches the VPC`,
  );
}

function judgeStanding(here: VpcAttachmentSeen, seen: EnterpriseSeen, item: AttachItem): Verdict {
  const { name, payer } = item.vpc;
  if (!isStatus(here.status, "Attached")) {
    return settling(say`${name} to be attached (now ${here.status})`, 60_000, locksOf(here));
  }
  const isOther = payer !== undefined && here.payer !== "" && here.payer !== payer;
  if (isOther && item.vpc.account !== item.hub) return changePayer(here, item, payer);
  const named = [name, blocksOf(seen.vpc, item.vpc).join(", ")].filter((one) => one !== "").join(" ");
  return done(say`${named}  ${here.name === name ? "" : `${here.name || "unnamed"} `}${here.id}`);
}

/** The grant has been changed before: the attachment follows it. Source: Terraform provider; the warning is the tutorial's. */
function changePayer(here: VpcAttachmentSeen, item: AttachItem, payer: NonNullable<Vpc["payer"]>): Verdict {
  const { vpc, hub } = item;
  const write = updateVpcAttachment({ account: hub, ...namesOf(here), cen: here.cen, payer });
  const [was, is] = payer === "cen-owner" ? [vpc.account, hub] : [hub, vpc.account];
  const summary = say`${here.name || here.id}: ${is} pays for the attachment from now on, no longer ${was}`;
  const warning = say`Changing who pays may disturb what runs over ${vpc.name}: choose a quiet hour`;
  return {
    is: "changes",
    now: [{ slot: `payer-${payer}`, summary, write, risk: "costs-money" }],
    notes: [warning],
  };
}

export function undoEnterprise(seen: EnterpriseSeen, item: AttachItem): Verdict {
  const { here, ownVSwitches } = seen;
  const { vpc, hub } = item;
  if (!here) return undoVSwitches(ownVSwitches, vpc);
  if (!isStatus(here.status, "Attached")) {
    return settling(say`${vpc.name} to be detached (now ${here.status})`, 60_000, locksOf(here));
  }
  const write = deleteVpcAttachment({ account: hub, ...namesOf(here) });
  const summary = say`detach ${vpc.name} from the transit router in ${vpc.region} (${here.name || "unnamed"} ${here.id})`;
  const removal = { slot: "detach", summary, write, risk: "none", ...untilRoutesAreGone(here, seen, item) } as const;
  const bills = say`by the hour and by what it carries, for as long as it is there`;
  const was = say`${vpc.name} was attached before sagctl`;
  return { ...takeAway(seen.made, was, removal, ...(seen.made ? removals(ownVSwitches, vpc) : [])), bills };
}

/** Only the VPC's owner sees whether routes lead there; the service does too, and refuses. Source: API page, without Force. */
function untilRoutesAreGone(
  here: VpcAttachmentSeen,
  { undoLine }: EnterpriseSeen,
  { vpc }: AttachItem,
): Pick<Change, "refusedUntil"> {
  if (undoLine === "") return {};
  const on = say`the owner of ${vpc.name}, account ${vpc.account}, to delete the routes that lead to ${here.id}`;
  const code = "OperationFailed.AttachmentReferencedVpcRouteEntryExisted";
  return { refusedUntil: { code, theirs: atTheirs(vpc.account, on, undoLine) } };
}

function namesOf(here: VpcAttachmentSeen) {
  return { router: here.router, attachment: here.id, vpc: here.vpc };
}

function locksOf(here: VpcAttachmentSeen): string[] {
  return [`tr:${here.router}`, `vpc:${here.vpc}`];
}
