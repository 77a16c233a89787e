import {
  type GrantSeen,
  grantVpc,
  listGrantsOfVpc,
  listGrantsToCen,
  modifyGrant,
  revokeGrant,
} from "../../api/grants.ts";
import { isStatus } from "../../api/is-status.ts";
import { type CenOfVpc, listCensOfVpc, listVpcs } from "../../api/vpc.ts";
import { type FactsOf, type Item, type Look, type Ref, step } from "../../engine/step.ts";
import type { Change, Verdict } from "../../engine/verdict.ts";
import { change, done, guard, notNeeded, settling, takeAway } from "../../engine/verdicts.ts";
import type { Network, Vpc } from "../../network/network.ts";
import { say, type Text } from "../../text.ts";
import { atTheirs, undoneAtTheirs } from "../other-account.ts";
import { attachRef, type CenFacts, cenRef, eachBranch, grantRef } from "../refs.ts";
import { serviceKey } from "../transit-router/service.ts";
import { readUndoLine } from "../undo-line.ts";
import { commandLine } from "../words.ts";
import { grantLine } from "./grant-line.ts";
import { readHubUid } from "./hub-uid.ts";
import { grantInputs } from "./inputs.ts";
import { payerOf, payerWords } from "./payer.ts";

interface GrantItem extends Item {
  readonly network: Network;
  readonly vpc: Vpc;
  readonly needs: { readonly cen: Ref<CenFacts> };
}

type Given = FactsOf<GrantItem["needs"]>;

interface Seen {
  /** Grants of this VPC to this CEN, whoever is named as its owner. */
  readonly grants: readonly GrantSeen[];
  /** Undefined where it cannot be told: the CEN's owner does not see other accounts' VPCs. */
  readonly isThere: boolean | undefined;
  /** The account id of the CEN's owner; undefined where neither file nor key tells it. */
  readonly hubUid: string | undefined;
  readonly canGrant: boolean;
  readonly made: boolean;
  /** How the VPC itself shows the CEN that it is granted to; looked for only where nobody can look at its attachment. */
  readonly onCen: CenOfVpc | undefined;
  /** What the VPC's owner types for the undo; "" where its key is here. */
  readonly undoLine: string;
}

/** The owner of a VPC lets the owner of the CEN attach it, and says who pays for that. */
export const grant = step<GrantItem, Seen, unknown>({
  name: "grant",
  title: "VPCs of other accounts granted",
  inputs: grantInputs,
  items: (network) => network.vpcs.filter((vpc) => vpc.account !== network.hub).map((vpc) => itemOf(network, vpc)),
  observe,
  facts: () => ({}),
  judge,
  undo,
});

function itemOf(network: Network, vpc: Vpc): GrantItem {
  return {
    key: grantRef(vpc).key,
    needs: { cen: cenRef(network) },
    // Whoever is to pay has opened the service before: the word that it pays may be refused else.
    after: [serviceKey(network, vpc.account)],
    // Its own VPC shows whether it is attached.
    copesWithout: [attachRef(vpc).key],
    also: payerOf(vpc) === "resource-owner" ? [serviceKey(network, vpc.account)] : [],
    accounts: [vpc.account, network.hub],
    paysAfter: network.goal.eager ? [] : eachBranch("activate", network),
    network,
    vpc,
  };
}

async function observe(look: Look, item: GrantItem, given: Given): Promise<Seen> {
  const { vpc, network } = item;
  const canGrant = look.holds(vpc.account);
  const [grants, isThere, hubUid, undoLine] = await Promise.all([
    canGrant
      ? look.read(listGrantsOfVpc({ account: vpc.account, region: vpc.region, vpc: vpc.id }))
      : look.read(listGrantsToCen({ account: network.hub, region: vpc.region, cen: given.cen.id })),
    canGrant ? isVpcThere(look, vpc) : undefined,
    readHubUid(look, network),
    readUndoLine(look, network, vpc),
  ]);
  const ours = grants.filter((one) => one.instance === vpc.id && one.cen === given.cen.id);
  const onCen = ours.length > 0 && !look.holds(network.hub) ? await findOnCen(look, vpc, given) : undefined;
  return { grants: ours, isThere, hubUid, canGrant, made: look.wrote("grant"), onCen, undoLine };
}

async function findOnCen(look: Look, { account, region, id }: Vpc, given: Given): Promise<CenOfVpc | undefined> {
  const cens = await look.read(listCensOfVpc({ account, region, vpc: id }));
  return cens.find((one) => one.cen === given.cen.id);
}

async function isVpcThere(look: Look, vpc: Vpc): Promise<boolean> {
  // Its addresses do not change while a run lasts.
  const vpcs = await look.read(listVpcs({ account: vpc.account, region: vpc.region }), () => true);
  return vpcs.some((one) => one.id === vpc.id);
}

function judge(seen: Seen, item: GrantItem, given: Given): Verdict {
  const { vpc } = item;
  if (seen.isThere === false) return noSuchVpc(vpc);
  const standing = seen.grants.find((one) => seen.hubUid === undefined || one.cenOwner === seen.hubUid);
  if (standing && standing.payer === payerOf(vpc)) return done(grantedWords(vpc), ...strangeGrants(seen, item));
  if (!seen.canGrant) return askTheOwner(seen, item, given, standing);
  if (seen.hubUid === undefined) return unknownOwner(item);
  if (standing) return change(otherPayer(seen.hubUid, item, given));
  return { is: "changes", now: [newGrant(seen.hubUid, item, given)], notes: [sameSite, ...strangeGrants(seen, item)] };
}

// Source: comments of GrantInstanceToTransitRouter in the published SDK. No call that a key for networks may make tells an account's site.
const sameSite = say`Both accounts must be of one site, the Chinese or the international one: sagctl cannot see which they are of, and across sites the attachment is refused`;

function noSuchVpc(vpc: Vpc): Verdict {
  return guard(
    say`Account ${vpc.account} has no VPC ${vpc.id} in ${vpc.region}`,
    say`Correct vpcs.${vpc.name} in the network file, or use the key of the account that owns it`,
  );
}

function grantedWords(vpc: Vpc): Text {
  return say`${vpc.name} to the CEN's owner, ${payerWords(payerOf(vpc))} pays`;
}

/** The tutorial's trap: a grant to a wrong account is taken without a word, and the VPC is then not listed. */
function strangeGrants(seen: Seen, { vpc }: GrantItem): readonly Text[] {
  const strange = seen.grants.filter((one) => seen.hubUid !== undefined && one.cenOwner !== seen.hubUid);
  return strange.map(
    (one) =>
      say`${vpc.name} is granted to account ${one.cenOwner} too, which does not own the CEN: revoke it if nobody needs it`,
  );
}

function unknownOwner({ network }: GrantItem): Verdict {
  return guard(
    say`Nothing says which account owns the CEN`,
    say`Add accounts: {${network.hub}: {uid: "…"}} to the network file, or --cen-owner`,
  );
}

function newGrant(cenOwner: string, item: GrantItem, given: Given): Change {
  const { vpc } = item;
  const payer = payerOf(vpc);
  const write = grantVpc({ ...placeOf(item, given), cenOwner, payer });
  const summary = say`let account ${cenOwner} attach ${vpc.name} ${vpc.id} to CEN ${given.cen.id}; ${payerWords(payer)} pays`;
  return { slot: "grant", summary, write, risk: payer === "resource-owner" ? "costs-money" : "none" };
}

/** The grant goes first, the attachment follows it. Source: the tutorial's warning; Terraform's acceptance test, 2026-04. */
function otherPayer(cenOwner: string, item: GrantItem, given: Given): Change {
  const { vpc } = item;
  const payer = payerOf(vpc);
  const write = modifyGrant({ ...placeOf(item, given), cenOwner, payer });
  const summary = say`let ${payerWords(payer)} pay for ${vpc.name} from now on: that may affect what runs over it`;
  return { slot: "payer", summary, write, risk: payer === "resource-owner" ? "costs-money" : "shared" };
}

/** Only the owner of the VPC can; nobody needs the other's key. */
function askTheOwner(seen: Seen, item: GrantItem, given: Given, standing: GrantSeen | undefined): Verdict {
  const { vpc } = item;
  const missing = standing ? `to say that ${payerWords(payerOf(vpc))} pays` : "to grant it to this CEN";
  const line = grantLine(item.network, vpc, given.cen.id, seen.hubUid);
  return atTheirs(vpc.account, say`the owner of ${vpc.name}, account ${vpc.account}, ${missing}`, line);
}

function placeOf({ vpc }: GrantItem, given: Given) {
  return { account: vpc.account, region: vpc.region, vpc: vpc.id, cen: given.cen.id } as const;
}

function undo(seen: Seen, item: GrantItem, given: Given): Verdict {
  const { vpc } = item;
  const [one] = seen.grants.filter((grant) => grant.cenOwner === seen.hubUid);
  if (!one) return notNeeded(say`${vpc.name} is not granted`);
  if (!seen.canGrant) {
    const on = say`the owner of ${vpc.name}, account ${vpc.account}, to revoke its grant`;
    return undoneAtTheirs(vpc.account, on, seen.undoLine);
  }
  const write = revokeGrant({ ...placeOf(item, given), cenOwner: one.cenOwner });
  const removal = { slot: "revoke", summary: say`revoke the grant of ${vpc.name}`, write, risk: "none" } as const;
  if (seen.made && seen.onCen) return untilDetached(seen.onCen, removal, item, one);
  return takeAway(seen.made, say`${vpc.name} was granted before sagctl`, removal);
}

/** Before that the service refuses it in words that say "try again". Source: page of RevokeInstanceFromTransitRouter. */
function untilDetached({ status }: CenOfVpc, then: Change, { vpc }: GrantItem, { cen, cenOwner }: GrantSeen): Verdict {
  if (isStatus(status, "Detaching")) {
    return settling(say`${vpc.name} to be detached from ${cen} (now ${status})`, 60_000, [], [then]);
  }
  const on = say`account ${cenOwner}, which owns ${cen}, to detach ${vpc.name} from it`;
  return atTheirs(cenOwner, on, commandLine("undo", { only: vpc.name }));
}
