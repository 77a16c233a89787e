import { attachChild, type ChildSeen, detachChild, listChildren } from "../../api/cen-children.ts";
import { isStatus } from "../../api/is-status.ts";
import { listVpcs, type VpcSeen } from "../../api/vpc.ts";
import type { Look } from "../../engine/step.ts";
import type { Verdict } from "../../engine/verdict.ts";
import { change, done, notNeeded, settling, takeAway } from "../../engine/verdicts.ts";
import type { Occupied } from "../../network/preflight.ts";
import { say } from "../../text.ts";
import { blocksOf, judgeClashes, noSuchVpc, readNeighbours } from "./clashes.ts";
import type { AttachItem, Given } from "./item.ts";

export interface BasicSeen {
  readonly edition: "Basic";
  readonly vpc: VpcSeen | undefined;
  readonly child: ChildSeen | undefined;
  /** What its addresses must not touch; looked for only while the VPC is not attached yet. */
  readonly neighbours: readonly Occupied[];
  readonly made: boolean;
}

export async function observeBasic(look: Look, item: AttachItem, given: Given): Promise<BasicSeen> {
  const { vpc, hub, network } = item;
  const { id: cen } = given.cen;
  const [vpcs, children] = await Promise.all([
    // Its addresses do not change while a run lasts.
    look.read(listVpcs({ account: vpc.account, region: vpc.region }), () => true),
    look.read(listChildren({ account: hub, cen })),
  ]);
  const child = children.find((one) => one.id === vpc.id);
  const seen = {
    edition: "Basic",
    vpc: vpcs.find((one) => one.id === vpc.id),
    child,
    made: look.wrote("attach"),
  } as const;
  return { ...seen, neighbours: child ? [] : await readNeighbours(look, network, vpc, { cen, children }) };
}

export function judgeBasic(seen: BasicSeen, item: AttachItem, given: Given): Verdict {
  const { vpc } = item;
  if (!seen.vpc) return noSuchVpc(vpc);
  if (seen.child) return judgeChild(seen.child, seen.vpc, item, given);
  const clash = judgeClashes(blocksOf(seen.vpc, vpc), vpc, seen.neighbours);
  if (clash) return clash;
  const write = attachChild(childOf(item, given));
  const summary = say`attach ${vpc.name} ${seen.vpc.cidr} to CEN ${given.cen.id}`;
  return change({ slot: "attach", summary, write, risk: "none" });
}

function judgeChild(child: ChildSeen, vpc: VpcSeen, item: AttachItem, given: Given): Verdict {
  const { name } = item.vpc;
  if (isStatus(child.status, "Attached")) {
    return done(say`${name} ${[vpc.cidr, ...vpc.secondaryCidrs].join(", ")}`);
  }
  return settling(say`${name} to be attached (now ${child.status})`, 40_000, locksOf(item, given));
}

export function undoBasic(seen: BasicSeen, item: AttachItem, given: Given): Verdict {
  const { child } = seen;
  const { name } = item.vpc;
  if (!child) return notNeeded(say`${name} is not attached`);
  if (isStatus(child.status, "Detaching")) {
    return settling(say`${name} to be detached`, 40_000, locksOf(item, given));
  }
  const write = detachChild(childOf(item, given));
  const removal = {
    slot: "detach",
    summary: say`detach ${name} from CEN ${given.cen.id}`,
    write,
    risk: "none",
  } as const;
  return takeAway(seen.made, say`${name} was attached before sagctl`, removal);
}

function childOf(item: AttachItem, given: Given) {
  const { vpc, hub } = item;
  return { account: hub, cen: given.cen.id, child: vpc.id, type: "VPC", region: vpc.region } as const;
}

function locksOf(item: AttachItem, given: Given): string[] {
  return [`cen:${given.cen.id}`, `vpc:${item.vpc.id}`];
}
