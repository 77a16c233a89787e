import { listPackages } from "../../api/cbn.ts";
import { listGateways } from "../../api/smartag.ts";
import type { Plan, PlanRow } from "../../engine/events.ts";
import type { Verdict } from "../../engine/verdict.ts";
import { itemKey, itemOf } from "../../keys.ts";
import { plain, say, type Text } from "../../text.ts";
import type { StatusRow } from "../../ui/status-screen.ts";
import type { Session } from "../session.ts";
import { factId } from "./fact-id.ts";

/** One row an item, as a look at the cloud finds it. */
export async function statusRows(session: Session, plan: Plan): Promise<readonly StatusRow[]> {
  const ends = new Map([...(await gatewayEnds(session, plan)), ...(await packageEnds(session, plan))]);
  return plan.rows.map((row) => rowOf(row, plan, ends));
}

function rowOf(row: PlanRow, plan: Plan, ends: ReadonlyMap<string, number>): StatusRow {
  const id = factId(plan, row.item);
  const endsAt = ends.get(row.item);
  const { verdict } = row;
  return {
    is: standingOf(verdict),
    title: verdict.is === "probe" && !verdict.probeOnly ? "Path configured" : row.title,
    name: itemOf(row.item),
    ...(id === undefined ? {} : { id }),
    says: wordsOf(row),
    ...(endsAt === undefined ? {} : { endsAt }),
  };
}

const standing: Readonly<Record<Verdict["is"], StatusRow["is"]>> = {
  done: "true",
  "not-needed": "true",
  stays: "true",
  probe: "true",
  changes: "pending",
  settling: "waiting",
  blocked: "waiting",
  failed: "wrong",
};

function standingOf(verdict: Verdict): StatusRow["is"] {
  if (verdict.is !== "probe") return standing[verdict.is];
  if (verdict.probeOnly) return "wrong";
  return verdict.unread ? "waiting" : standing.probe;
}

function wordsOf({ verdict, changes }: PlanRow): readonly Text[] {
  switch (verdict.is) {
    case "done":
      return [verdict.as];
    case "not-needed":
    case "stays":
      return [verdict.because];
    case "probe":
      return probeWords(verdict);
    case "changes":
      return [...changes.map((change) => change.summary), ...(verdict.notes ?? [])];
    case "settling":
      return [verdict.until];
    case "blocked":
      return [verdict.on];
    default:
      return [verdict.because, ...verdict.tryThis];
  }
}

function probeWords({ path, unread = [], probeOnly }: Extract<Verdict, { is: "probe" }>): readonly Text[] {
  const { name, address } = path.to;
  const what = "branch" in path.from ? `${name} ${address}` : `${path.from.vpc} to ${name} ${address}`;
  if (probeOnly) return [say`${what}: probe only. ${plain(probeOnly.what)}`, probeOnly.mend];
  const hidden = unread.map((one) => say`not readable from here: ${plain(one)}`);
  return [
    "branch" in path.from ? say`${what}: not pinged now (sagctl verify pings)` : say`${what}: not pinged now`,
    ...hidden,
  ];
}

type Ends = readonly (readonly [string, number])[];

async function gatewayEnds({ network, world }: Session, plan: Plan): Promise<Ends> {
  const ends = network.branches.map(async ({ name, account, area }): Promise<Ends> => {
    const key = itemKey("purchase", name);
    const id = factId(plan, key);
    if (id === undefined) return [];
    const gateways = await world.reads.read(listGateways({ account, area }), 0);
    return endOf(key, gateways.find((one) => one.id === id)?.endsAt);
  });
  return (await Promise.all(ends)).flat();
}

async function packageEnds({ network, world }: Session, plan: Plan): Promise<Ends> {
  const wanted = network.packages.map(({ name }) => itemKey("bandwidth-package", name));
  const known = wanted.filter((key) => factId(plan, key) !== undefined);
  if (known.length === 0) return [];
  const packages = await world.reads.read(listPackages({ account: network.hub }), 0);
  return known.flatMap((key) => endOf(key, packages.find((one) => one.id === factId(plan, key))?.endsAt));
}

// A pay-as-you-go package shows an end in the year 2999. Source: published examples of DescribeCenBandwidthPackages, 2026-08.
const NEVER = Date.UTC(2900, 0);

function endOf(key: string, endsAt: number | undefined): Ends {
  return endsAt === undefined || endsAt >= NEVER ? [] : [[key, endsAt]];
}
