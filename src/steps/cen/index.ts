import { later } from "../../api/call.ts";
import { type ChildSeen, listChildren } from "../../api/cen-children.ts";
import { type CenSeen, createCen, deleteCen, listCens } from "../../api/cens.ts";
import { isStatus } from "../../api/is-status.ts";
import { type Item, type Look, step } from "../../engine/step.ts";
import type { Verdict } from "../../engine/verdict.ts";
import { change, done, guard, notNeeded, settling, takeAway } from "../../engine/verdicts.ts";
import type { ItemKey } from "../../keys.ts";
import type { Network } from "../../network/network.ts";
import { say } from "../../text.ts";
import { type Adoption, adopt, adopted, isMarked } from "../adoption.ts";
import { type CenFacts, cenRef, grantRef } from "../refs.ts";
import { cenInputs } from "./inputs.ts";

interface CenItem extends Item {
  readonly network: Network;
  readonly needs: Record<never, never>;
}

interface Seen {
  readonly adoption: Adoption<CenSeen>;
  readonly others: readonly CenSeen[];
  readonly children: readonly ChildSeen[];
  readonly made: boolean;
}

/** The Cloud Enterprise Network that everything is attached to. */
export const cen = step<CenItem, Seen, CenFacts>({
  name: "cen",
  title: "CEN found",
  inputs: cenInputs,
  items: (network) => [{ key: cenRef(network).key, needs: {}, copesWithout: grantsOf(network), network }],
  observe,
  facts: (item, seen) => ({
    // An id that is seen to be nobody's is given to no other look.
    id: (seen ? adopted(seen.adoption)?.id : item.network.cen.id) ?? later(item.key, "id"),
  }),
  judge,
  undo,
});

/** A grant that its owner has not revoked yet keeps no CEN. Source: preconditions of DeleteCen on its page. */
function grantsOf({ hub, vpcs }: Network): readonly ItemKey[] {
  return vpcs.filter((vpc) => vpc.account !== hub).map((vpc) => grantRef(vpc).key);
}

async function observe(look: Look, item: CenItem): Promise<Seen> {
  const { network } = item;
  const account = network.hub;
  const cens = await look.read(listCens({ account }));
  const answered = look.answer("create")?.CenId;
  const adoption = adopt(cens, {
    id: network.cen.id,
    answered: typeof answered === "string" ? answered : undefined,
    marker: look.marker,
    name: network.cen.name,
  });
  const ours = adopted(adoption);
  const made = look.wrote("create") || (ours !== undefined && isMarked(ours, look.marker));
  // Who else is on it matters only to whoever may take it away.
  const mayGo = made || network.goal.includeFound;
  const children = ours && mayGo ? await look.read(listChildren({ account, cen: ours.id })) : [];
  return { adoption, others: cens, children, made };
}

function judge(seen: Seen, item: CenItem): Verdict {
  const { adoption } = seen;
  const { network } = item;
  switch (adoption.is) {
    case "one":
      return judgeStatus(adoption.thing);
    case "missing":
      return guard(say`The account has no CEN ${adoption.id}`, say`Correct cen: {id: …} in the network file`);
    case "several":
      return guard(
        say`${adoption.things.length} CENs could be the one: ${adoption.things.map((one) => one.id).join(", ")}`,
        say`Say which: cen: {id: ${adoption.things[0]?.id ?? "cen-…"}}`,
      );
    default:
      return seen.others.length > 0 && !network.goal.createNew ? unclaimed(seen.others) : create(item);
  }
}

function judgeStatus(one: CenSeen): Verdict {
  if (isStatus(one.status, "Active")) return done(say`${one.name || "unnamed"}  ${one.id}`);
  return settling(say`CEN ${one.id} to be Active (now ${one.status})`, 30_000, [`cen:${one.id}`]);
}

/** A CEN that somebody else may have made this morning for the same purpose: nobody makes a second one beside it. */
function unclaimed(others: readonly CenSeen[]): Verdict {
  const names = others.map((one) => `${one.name || "unnamed"} ${one.id}`).join(", ");
  return guard(
    say`The account has a CEN already that the network file does not name: ${names}`,
    say`To use it: cen: {id: ${others[0]?.id ?? "cen-…"}} in the network file, or --cen-id`,
    say`To make another one beside it: --new`,
  );
}

function create(item: CenItem): Verdict {
  const { name } = item.network.cen;
  const write = createCen({ account: item.network.hub, name });
  return change({ slot: "create", summary: say`make CEN ${name}`, write, risk: "none" });
}

function undo(seen: Seen, item: CenItem): Verdict {
  const one = adopted(seen.adoption);
  if (!one) return notNeeded(say`there is no such CEN`);
  if (isStatus(one.status, "Deleting")) return settling(say`CEN ${one.id} to be gone`, 30_000, [`cen:${one.id}`]);
  const expected = new Set(item.network.vpcs.map((vpc) => vpc.id));
  const foreign = seen.children.filter((child) => child.type !== "CCN" && !expected.has(child.id));
  if (foreign.length > 0) {
    return { is: "stays", because: say`${foreign.length} networks of others are attached to ${one.id}` };
  }
  const write = deleteCen({ account: item.network.hub, cen: one.id });
  const removal = { slot: "delete", summary: say`delete CEN ${one.name} ${one.id}`, write, risk: "destroys" } as const;
  return takeAway(seen.made, say`CEN ${one.id} was there before sagctl`, removal);
}
