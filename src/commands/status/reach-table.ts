import type { Plan, PlanRow } from "../../engine/events.ts";
import type { Allow, Network } from "../../network/network.ts";
import { mayReach } from "../../network/reach.ts";
import { plain } from "../../text.ts";
import type { Status } from "../../ui/status-screen.ts";

/** Who may talk to whom by the network file, and whether the cloud carries it. */
export function reachTable(network: Network, plan: Plan): NonNullable<Status["tables"]> {
  const places = [...network.branches, ...network.vpcs].map((place) => place.name);
  const pairs = places.flatMap((from) => places.filter((to) => mayReach(network, from, to)).map((to) => [from, to]));
  const isVpc = (name: string | undefined) => network.vpcs.some((vpc) => vpc.name === name);
  const allowed = network.allow.map(nameOf).join(", ");
  const rows = pairs
    .filter(([, to]) => isVpc(to))
    .map(([from = "", to = ""]) => [
      from,
      to,
      allowed,
      pathOf(plan, from, to) ?? (isVpc(from) ? betweenVpcs(plan, from, to) : "not checked: no address to verify"),
    ]);
  return rows.length === 0 ? [] : [{ heading: "Who reaches whom", head: ["from", "to", "let in", "path"], rows }];
}

function nameOf(allow: Allow): string {
  return allow.protocol === "icmp" ? "ICMP" : `${allow.protocol} ${allow.ports}`;
}

/** As the proof of the path judges, which the pings' items carry out; undefined where nothing is pinged. */
function pathOf(plan: Plan, from: string, to: string): string | undefined {
  const rows = plan.rows.filter((row) => row.item.startsWith(`ping/${from}/${to}/`));
  if (rows.length === 0) return undefined;
  return rows.map((row) => judged(row)).find((words) => words !== carried) ?? carried;
}

const carried = "configured";
const unread = "not readable from here";

function judged({ verdict }: PlanRow): string {
  if (verdict.is === "failed") return `no: ${plain(verdict.because)}`;
  if (verdict.is === "probe" && verdict.probeOnly) return `probe only: ${plain(verdict.probeOnly.what)}`;
  if (verdict.is === "probe" && verdict.unread) return `${unread}: ${verdict.unread.map(plain).join("; ")}`;
  if (verdict.is === "blocked" && verdict.who === "account") return unread;
  return verdict.is === "probe" || verdict.is === "done" ? carried : "not yet";
}

/** VPCs talk over the CEN: both attached, and connected where they lie in different areas. */
function betweenVpcs(plan: Plan, from: string, to: string): string {
  const stands = ({ verdict }: PlanRow) => verdict.is === "done" || verdict.is === "not-needed";
  const names = [from, to].flatMap((name) => [`attach/${name}`]);
  const connections = [`region-connection/${from}/${to}`, `region-connection/${to}/${from}`];
  const needed = plan.rows.filter((row) => [...names, ...connections].includes(row.item));
  return needed.every(stands) ? carried : "not yet";
}
