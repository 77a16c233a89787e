import { listPackages, type PackageSeen } from "../../api/bandwidth-packages.ts";
import { isStatus } from "../../api/is-status.ts";
import { isSamePair } from "../../api/same-pair.ts";
import type { Question } from "../../engine/question.ts";
import { cenAreaTitle, findCenArea } from "../../network/cen-areas.ts";
import { packageMbps as limits } from "../../network/models.ts";
import type { BandwidthPackage } from "../../network/network.ts";
import { charge, packageMbps, packageMonths } from "../../steps/bandwidth-package/inputs.ts";
import { connectionMbps } from "../../steps/region-connection/inputs.ts";
import { typedNumbers } from "../../steps/typed-list.ts";
import { say, type Text } from "../../text.ts";
import { enterpriseRegions } from "./editions.ts";
import { nextGiven } from "./next-given.ts";
import { mbpsInUse, type Proposal, proposals, sharedOut } from "./proposals.ts";
import { sharesGiven } from "./shares-given.ts";
import type { Talk } from "./talk.ts";

/** Packages and connections, as far as the chosen regions need any. */
export async function askBandwidth(talk: Talk): Promise<void> {
  const enterprise = await enterpriseRegions(talk);
  const all = proposals(talk.sketch.network, enterprise);
  for (const proposal of all) {
    const name = await askPackage(talk, proposal);
    await askShares(talk, proposal, name, proposal === all.at(-1));
  }
}

/** The file's own package, the one on the CEN, an idle one, or a new one. */
async function askPackage(talk: Talk, proposal: Proposal): Promise<string> {
  const { look, sketch } = talk;
  const draft = sketch.network;
  const inFile = draft.packages.find((one) => isSamePair(one.areas, proposal.areas));
  if (inFile) return raise(talk, inFile, proposal);
  const name = proposal.areas.map((area) => area.toLowerCase()).join("-");
  const listed = await look.read(listPackages({ account: draft.hub }));
  const ofPair = listed.filter((one) => isSamePair(one.areas, proposal.areas));
  const there = await pickPackage(talk, ofPair, name);
  const wanted = there ? wantedAs(there) : await askNewPackage(talk, name, proposal);
  sketch.put(["packages", name], { ...wanted, areas: [...proposal.areas] });
  return name;
}

/** The choice of buying a package beside an idle one. */
const anew = "new";

/** One that is on the CEN is used; an idle one is a choice, since somebody may have bought it for something else. */
async function pickPackage(talk: Talk, ofPair: readonly PackageSeen[], name: string): Promise<PackageSeen | undefined> {
  const { sketch, interview, flags } = talk;
  const onCen = ofPair.find((one) => one.cenIds.includes(sketch.network.cen.id ?? ""));
  const usable = onCen ? [onCen] : ofPair.filter((one) => isStatus(one.status, "Idle"));
  if (usable.length === 0) return undefined;
  const choices = usable.map((one) => ({
    value: one.id,
    columns: [one.name || "unnamed", one.id, `${one.bandwidthMbps} Mbit/s`],
  }));
  const question: Question<string> = {
    flag: "--package-id",
    message: say`Which bandwidth package carries it?`,
    kind: "choose-one",
    choices: onCen ? choices : [...choices, { value: anew, columns: ["A new one", "to be bought"] }],
    ...(onCen ? { settled: { value: onCen.id, because: say`on the CEN already` } } : {}),
  };
  const words = (id: string) => (id === anew ? [] : ["--package-id", id]);
  const given = flags.new && !onCen ? { value: anew, from: "--new" } : undefined;
  const id = await interview.ask(question, { label: say`Package`, about: name, given, words });
  if (id === anew) sketch.wantNew();
  return usable.find((one) => one.id === id);
}

/** Source: the current documents list subscriptions only; legacy CENs still buy pay-as-you-go. */
async function chargeQuestion(talk: Talk, name: string) {
  const question = await charge.ask(talk.look, talk.sketch.network, name);
  if ((await enterpriseRegions(talk)).size === 0) return question;
  const because = say`pay-as-you-go packages are not sold any more where transit routers are of Enterprise Edition`;
  return { ...question, settled: { value: "PREPAY" as const, because } };
}

type Wanted = Pick<BandwidthPackage, "id" | "bandwidthMbps" | "charge" | "months">;

function wantedAs({ id, bandwidthMbps, charge: how }: PackageSeen): Wanted {
  return { id, bandwidthMbps, charge: isStatus(how, "PREPAY") ? "PREPAY" : "POSTPAY" };
}

async function askNewPackage(talk: Talk, name: string, proposal: Proposal): Promise<Wanted> {
  const { look, sketch, interview } = talk;
  const draft = sketch.network;
  const of = await packageMbps.ask(look, draft, name);
  const fewest = Math.max(limits.min, proposal.missing.length);
  const check = (mbps: number) => of.check?.(mbps) ?? tooSmall(mbps, fewest);
  const message = say`Bandwidth ${spanWords(proposal)} in Mbit/s (${fewest} to ${limits.max})`;
  const options = { label: say`Package`, about: name, money: true as const, given: nextGiven(talk, packageMbps) };
  const question = { ...of, message, initial: Math.max(fewest, of.initial ?? 0), check };
  const mbps = await interview.ask(question, options);
  const paid = { label: say`Paid`, about: name, given: nextGiven(talk, charge) };
  const how = await interview.ask(await chargeQuestion(talk, name), paid);
  if (how === "POSTPAY") return { bandwidthMbps: mbps, charge: how };
  const period = await packageMonths.ask(look, draft, name);
  const lasting = {
    label: say`Package months`,
    about: name,
    money: true as const,
    given: nextGiven(talk, packageMonths),
  };
  const bought = await interview.ask(period, lasting);
  return { bandwidthMbps: mbps, charge: how, months: bought };
}

/** The file's package may have to grow for what is added. */
async function raise(talk: Talk, inFile: BandwidthPackage, proposal: Proposal): Promise<string> {
  const { look, sketch, interview } = talk;
  const { name, bandwidthMbps } = inFile;
  const fewest = mbpsInUse(sketch.network, inFile.areas) + proposal.missing.length;
  const of = await packageMbps.ask(look, sketch.network, name);
  const question = {
    ...of,
    message: say`Bandwidth of package ${name} in Mbit/s (at least ${fewest}, now ${bandwidthMbps})`,
    initial: Math.max(bandwidthMbps, fewest),
    check: (mbps: number) => of.check?.(mbps) ?? tooSmall(mbps, fewest),
  };
  const given = nextGiven(talk, packageMbps);
  const mbps = await interview.ask(question, { label: say`Package`, about: name, money: true, given });
  if (mbps !== bandwidthMbps) sketch.put(packageMbps.at(name), mbps);
  return name;
}

function tooSmall(mbps: number, fewest: number): Text | undefined {
  return mbps < fewest ? say`at least ${fewest}: each connection takes 1 or more` : undefined;
}

/** How a package is shared out between pairs of regions; the sum never exceeds it. */
async function askShares(talk: Talk, { missing }: Proposal, name: string, isLast: boolean): Promise<void> {
  const { sketch, interview } = talk;
  const draft = sketch.network;
  const of = draft.packages.find((one) => one.name === name);
  const free = (of?.bandwidthMbps ?? 0) - (of ? mbpsInUse(draft, of.areas) : 0);
  const pairs = pairWords(missing);
  const question: Question<readonly number[]> = {
    flag: "--connection-mbps",
    message: say`Shares of its ${free} Mbit/s: ${pairs.join(", ")}`,
    kind: "text",
    form: typedNumbers,
    initial: sharedOut(free, missing.length),
    check: (shares) => wrongShares(shares, free, missing),
    ...(missing.length === 1 ? { settled: { value: [free], because: say`all of it for ${pairs[0] ?? ""}` } } : {}),
  };
  const given = sharesGiven(talk, missing.length, isLast);
  const shares = await interview.ask(question, { label: say`Shares`, about: name, given, inOrder: true });
  missing.forEach((between, index) => {
    if (shares[index]) sketch.put(connectionMbps.at(between.join("/")), shares[index]);
  });
}

function wrongShares(shares: readonly number[], free: number, missing: Proposal["missing"]): Text | undefined {
  if (shares.length !== missing.length) return wrongCount(missing);
  if (!shares.every((share) => Number.isInteger(share) && share >= 0)) return say`Give whole Mbit/s, or 0 for none`;
  const cut = missing.find((between, index) => between.includes("ccn") && shares[index] === 0);
  if (cut) return say`With 0 the office would not reach ${cut.find((end) => end !== "ccn") ?? ""}`;
  const sum = shares.reduce((total, share) => total + share, 0);
  return sum > free ? say`${sum} Mbit/s are more than the ${free} of the package` : undefined;
}

function wrongCount(missing: Proposal["missing"]): Text {
  const pairs = pairWords(missing);
  if (pairs.length === 1) return say`Give one number: the Mbit/s of ${pairs[0] ?? ""}`;
  return say`Give ${pairs.length} numbers, the Mbit/s of each pair: ${pairs.join(", ")}`;
}

function pairWords(missing: Proposal["missing"]): readonly string[] {
  return missing.map((between) => between.map((end) => (end === "ccn" ? "CCN" : end)).join(" ⇄ "));
}

function spanWords({ areas: [a, b] }: Proposal): string {
  const title = (area: string) => cenAreaTitle(findCenArea(area) ?? area);
  return a === b ? `inside ${title(a)}` : `between ${title(a)} and ${title(b)}`;
}
