import {
  attachChild,
  type ChildSeen,
  detachChild,
  listChildren,
  listTransitRouters,
  readTransitRouterZones,
} from "../../api/cbn.ts";
import { isStatus } from "../../api/is-status.ts";
import { listVpcs, type VpcSeen } from "../../api/vpc.ts";
import { type FactsOf, type Item, type Look, type Ref, step, type Verdict } from "../../engine/step.ts";
import { change, done, guard, notNeeded, settling, takeAway } from "../../engine/verdicts.ts";
import type { AccountName } from "../../keys.ts";
import type { Network, Vpc } from "../../network/network.ts";
import type { Occupied } from "../../network/preflight.ts";
import type { Edition } from "../../path/described.ts";
import { say } from "../../text.ts";
import { attachRef, type CenFacts, cenRef } from "../refs.ts";
import { judgeClashes, readNeighbours } from "./clashes.ts";
import { editionOf } from "./edition.ts";
import { attachInputs } from "./inputs.ts";

interface AttachItem extends Item {
  readonly hub: AccountName;
  readonly vpc: Vpc;
  readonly network: Network;
  readonly needs: { readonly cen: Ref<CenFacts> };
}

type Given = FactsOf<AttachItem["needs"]>;

interface Seen {
  readonly vpc: VpcSeen | undefined;
  readonly child: ChildSeen | undefined;
  /** Asked for only while the VPC is not attached yet. */
  readonly edition: Edition | undefined;
  /** What its addresses must not touch; looked for only while the VPC is not attached yet. */
  readonly neighbours: readonly Occupied[];
  readonly made: boolean;
}

/** A VPC on the CEN, through its region's transit router of whatever edition. */
export const attach = step<AttachItem, Seen, { readonly id: string }>({
  name: "attach",
  title: "VPCs attached",
  inputs: attachInputs,
  items: (network) =>
    network.vpcs.map((vpc) => ({
      key: attachRef(vpc).key,
      needs: { cen: cenRef(network) },
      standsOn: [cenRef(network).key],
      hub: network.hub,
      vpc,
      network,
    })),
  observe,
  facts: (item) => ({ id: item.vpc.id }),
  judge,
  undo,
});

async function observe(look: Look, item: AttachItem, given: Given): Promise<Seen> {
  const { vpc, hub, network } = item;
  const { id: cen } = given.cen;
  const [vpcs, children] = await Promise.all([
    // Its addresses do not change while a run lasts.
    look.read(listVpcs({ account: vpc.account, region: vpc.region }), () => true),
    look.read(listChildren({ account: hub, cen })),
  ]);
  const seen = { vpc: vpcs.find((one) => one.id === vpc.id), made: look.wrote("attach") };
  const child = children.find((one) => one.id === vpc.id);
  if (child) return { ...seen, child, edition: undefined, neighbours: [] };
  const [edition, neighbours] = await Promise.all([
    editionIn(look, item, given),
    readNeighbours(look, network, vpc, { cen, children }),
  ]);
  return { ...seen, child, edition, neighbours };
}

/** The transit router that is there decides; where there is none, what the region offers: zones mean Enterprise. */
async function editionIn(look: Look, { vpc, hub }: AttachItem, given: Given): Promise<Edition> {
  const routers = await look.read(listTransitRouters({ account: hub, cen: given.cen.id }));
  const known = editionOf(routers, vpc.region);
  if (known) return known;
  const zones = await look.read(readTransitRouterZones({ account: hub, region: vpc.region }), () => true);
  return zones.length > 0 ? "Enterprise" : "Basic";
}

function judge(seen: Seen, item: AttachItem, given: Given): Verdict {
  const { vpc } = item;
  if (!seen.vpc) {
    return guard(say`There is no VPC ${vpc.id} in ${vpc.region}`, say`Correct vpcs.${vpc.name} in the network file`);
  }
  if (seen.child) return judgeChild(seen.child, seen.vpc, item, given);
  const clash = judgeClashes(seen.vpc, vpc, seen.neighbours);
  if (clash) return clash;
  if (seen.edition === "Enterprise") return enterprise(vpc);
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

/** Decided by looking, never by trying a write: that half comes with transit routers of Enterprise Edition. */
function enterprise(vpc: Vpc): Verdict {
  return guard(
    say`${vpc.region} offers Enterprise Edition transit routers only, which this version of sagctl does not attach to`,
    say`Attach ${vpc.id} in the CEN console, or use a CEN that has a Basic Edition transit router there`,
  );
}

function undo(seen: Seen, item: AttachItem, given: Given): Verdict {
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
