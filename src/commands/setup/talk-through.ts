import { randomBytes } from "node:crypto";
import type { Vpc } from "../../network/network.ts";
import type { Arrival } from "../session.ts";
import { askCcn, askCen } from "./backbone.ts";
import { askBandwidth } from "./bandwidth.ts";
import { askGateway } from "./gateway.ts";
import { askAddresses, askAllow, askGroups } from "./instances.ts";
import { askReach } from "./isolation.ts";
import { askJob, askNetworkName } from "./job.ts";
import { askArea, askCidrs, askOffice } from "./office.ts";
import { askOtherVpcs } from "./other-vpcs.ts";
import type { Talk } from "./talk.ts";
import { askVpcs } from "./vpcs.ts";

/** The field of the answers that holds the mark of what the new file will buy. */
export const markerField = "marker";

/** The questions in the order in which an engineer thinks: which office, what it reaches, through what, and the proof. */
export async function talkThrough(talk: Talk, arrival: Arrival): Promise<void> {
  const { sketch } = talk;
  const before = sketch.network;
  await putOwner(talk, arrival);
  const job = await askJob(talk);
  await askCen(talk);
  const office = job === "vpcs" ? undefined : await askOffice(talk);
  if (office === undefined) await askNetworkName(talk);
  await talk.tryDiary();
  if (office !== undefined) await askPlaceOf(talk, office);
  const own = await askVpcs(talk, job);
  const theirs = job === "office" ? [] : await askOtherVpcs(talk);
  await askReach(talk, { job, office, vpcs: [...own, ...theirs] });
  if (office !== undefined) await askGateway(talk, office);
  await askBandwidth(talk);
  if (before.branches.length === 0 && before.vpcs.length === 0) await askAllow(talk);
  const isAsked = ({ name, account }: Vpc) => !before.vpcs.some((one) => one.name === name) && talk.look.holds(account);
  await askAddresses(talk, sketch.network.vpcs.filter(isAsked));
  await askGroups(talk, sketch.network.vpcs.filter(isAsked));
}

/** Where an office is, and which addresses are its own. */
async function askPlaceOf(talk: Talk, office: string): Promise<void> {
  await askArea(talk);
  await askCcn(talk);
  await askCidrs(talk, office);
}

/** Whose cloud it is, which mark purchases get, and where --simulate would start from. */
async function putOwner({ sketch, interview, flags }: Talk, { cloud, uid }: Arrival): Promise<void> {
  const { accounts, hub, simulate } = sketch.network;
  if (accounts.every((one) => one.uid === undefined)) sketch.put(["accounts", hub, "uid"], uid);
  if (flags.profile !== undefined) sketch.put(["accounts", hub, "profile"], flags.profile);
  if (cloud.name !== "real" && simulate === undefined) sketch.put(["simulate"], cloud.name);
  if (interview.kept(markerField) === undefined) await interview.keep(markerField, randomBytes(6).toString("hex"));
}
