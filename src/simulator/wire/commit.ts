import { Refusal, type SimAction, type SimRequest } from "../action.ts";
import type { LivingWorld } from "../living-world.ts";
import { keepsPast, notePast } from "../read-lag.ts";
import type { WorldState } from "../world.ts";
import { sha256Hex } from "./signature-v3.ts";

export type Reply = Record<string, unknown>;

/** What a write may touch, to be put back when it is refused: an answer other than success changes nothing. */
type Touched = Pick<WorldState, "things" | "agenda" | "ledger" | "locks" | "accounts" | "draws">;

function copyTouched({ things, agenda, ledger, locks, accounts, draws }: WorldState): Touched {
  return structuredClone({ things, agenda, ledger, locks, accounts, draws });
}

function undo(world: LivingWorld, before: Touched): void {
  Object.assign(world.state, before);
  delete world.call.locks;
  delete world.call.settlesMs;
}

function handleOrUndo(world: LivingWorld, action: SimAction, request: SimRequest): Reply {
  const before = copyTouched(world.state);
  try {
    const reply = action.handle(world, request);
    if (keepsPast(world.state)) notePast(world.state, before.things);
    return reply;
  } catch (error) {
    undo(world, before);
    throw error;
  }
}

/** Checks everything and changes nothing. Success is an error for most actions, and a bare RequestId for some. Source: SDK model. */
function rehearse(world: LivingWorld, action: SimAction, request: SimRequest): Reply {
  const before = copyTouched(world.state);
  try {
    action.handle(world, request);
  } finally {
    undo(world, before);
  }
  if (action.dryRun === "answered") return {};
  throw new Refusal(400, "DryRunOperation", "Request validation has been passed with DryRun flag set.");
}

/** Source: product error lists; Cbn has a code of its own for a token used again with other parameters. */
function tokenMismatch(action: SimAction): Refusal {
  const message = "The request uses the same client token as a previous, but non-identical request.";
  if (action.product === "Cbn") return new Refusal(400, "IdempotenceParam.NotMatch", message);
  return new Refusal(400, "IdempotentParameterMismatch", message);
}

/** What a token was answered with, as long as the service remembers it. */
function remembered({ tokens, now, switches }: WorldState, slot: string): WorldState["tokens"][string] | undefined {
  const first = Object.hasOwn(tokens, slot) ? tokens[slot] : undefined;
  return first !== undefined && now - first.at < switches.tokenMemoryMs ? first : undefined;
}

function writeOnce(world: LivingWorld, action: SimAction, request: SimRequest, token: string): Reply {
  const { ClientToken: _, ...rest } = request.params;
  const paramsHash = sha256Hex(JSON.stringify(Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1))));
  const slot = `${request.uid}/${action.product}/${action.name}/${token}`;
  const first = remembered(world.state, slot);
  if (first !== undefined) {
    if (first.paramsHash !== paramsHash) throw tokenMismatch(action);
    world.call.replayed = true;
    return first.reply;
  }
  const reply = handleOrUndo(world, action, request);
  world.state.tokens[slot] = { at: world.now, paramsHash, reply };
  return reply;
}

/** Runs an action for real: reads as they are, writes whole or not at all, and once for each ClientToken. */
export function commit(world: LivingWorld, action: SimAction, request: SimRequest): Reply {
  if (request.params.DryRun === true) return rehearse(world, action, request);
  if (action.kind === "read") return action.handle(world, request);
  const token = action.parameters.ClientToken === undefined ? undefined : request.params.ClientToken;
  const isTokened = typeof token === "string" && token !== "";
  const reply = isTokened ? writeOnce(world, action, request, token) : handleOrUndo(world, action, request);
  world.call.committed = world.call.replayed !== true;
  return reply;
}
