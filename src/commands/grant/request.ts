import { pruneTo } from "../../engine/graph.ts";
import { preview } from "../../engine/preview.ts";
import { SagctlError } from "../../errors.ts";
import type { ExitCode } from "../../exit-codes.ts";
import { exitCode } from "../../exit-codes.ts";
import { itemKey, itemOf } from "../../keys.ts";
import { writeGrantRequest } from "../../network/grant-request.ts";
import type { Network, Vpc } from "../../network/network.ts";
import { say } from "../../text.ts";
import { createPlacing } from "../called-as.ts";
import type { Context } from "../context.ts";
import { inSession, type Session } from "../session.ts";
import { factId } from "../status/fact-id.ts";
import { targetsOf } from "../targets.ts";

const DAY_MS = 24 * 60 * 60_000;
const VALID_DAYS = 7;

/** The CEN owner's half of a grant: one word for each VPC of another account, to be sent to its owner. */
export function requestGrant(context: Context): Promise<ExitCode> {
  return inSession(context, { doing: "grant", readOnly: true }, async (session) => {
    const targets = targetsOf(session.nodes, "grant", context.flags.only) ?? new Set();
    const wanted = session.network.vpcs.filter((vpc) => [...targets].some((key) => itemOf(key) === vpc.name));
    if (wanted.length === 0) throw nothingToAsk(session.network);
    const cen = await cenOf(session, targets);
    const until = Math.floor((session.cloud.cloud.serverNow() + VALID_DAYS * DAY_MS) / 1000) * 1000;
    const placed = createPlacing(context.flags);
    for (const vpc of wanted) {
      const line = `sagctl grant --accept ${writeGrantRequest({ ...asked(vpc, session), cen, until })}`;
      context.ui.printOutput(`${placed(line, "other account")}\n`);
    }
    const text = say`For the VPC's owner, to run with the key of that account within ${VALID_DAYS} days. It holds no secret.`;
    context.ui.tell({ type: "note", text });
    return exitCode.ok;
  });
}

async function cenOf(session: Session, targets: ReadonlySet<`${string}/${string}`>): Promise<string> {
  const { network, nodes, world } = session;
  const plan = await preview(pruneTo(nodes, targets), world, "do");
  const id = factId(plan, itemKey("cen", network.cen.name));
  if (id !== undefined) return id;
  throw new SagctlError({
    kind: "guard",
    code: "no-cen-yet",
    message: say`There is no CEN yet that a VPC could be granted to`,
    tryThis: [say`Make it first: sagctl cen`],
  });
}

function asked({ name, id, region, account, payer = "cen-owner" }: Vpc, { network, hubUid }: Session) {
  const owner = network.accounts.find((one) => one.name === account)?.uid;
  if (owner === undefined) throw unknownOwner(account);
  const { name: of, marker } = network;
  return { name, network: of, marker, vpc: id, region, owner, cenOwner: hubUid, payer };
}

function unknownOwner(account: string): SagctlError {
  return new SagctlError({
    kind: "usage",
    code: "missing-value",
    message: say`The account id of ${account} is missing: a request names the one that it is for`,
    tryThis: [say`Add accounts: {${account}: {uid: "…"}} to the network file`],
  });
}

function nothingToAsk({ name }: Network): SagctlError {
  return new SagctlError({
    kind: "usage",
    code: "nothing-to-grant",
    message: say`${name} has no VPC of another account, so there is nothing to ask for`,
    tryThis: [say`Say whose a VPC is: vpcs: {…: {account: …}}`],
  });
}
