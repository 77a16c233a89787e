import { Refusal, type SimAction, type SimRequest } from "../action.ts";
import { disturbCommit } from "../faults/disturb-commit.ts";
import { Dropped, strike } from "../faults/strike.ts";
import { authenticate, type Signer } from "./authenticate.ts";
import { commit, type Reply } from "./commit.ts";
import { countUnmodelled, type Exchange, requireAction } from "./exchange.ts";
import { decodeParameters, UnmodelledParameter } from "./parameters.ts";
import { denial, isDenied } from "./permission.ts";

/** Owns nothing: its lists are empty, which is how some products answer a reader without permission. */
const NOBODY = "0000000000000000";

function authorise(exchange: Exchange, action: SimAction, signer: Signer): string {
  // Source: GetCallerIdentity needs no permission.
  if (action.name === "GetCallerIdentity" || !isDenied(signer.key, action.permission)) return signer.account.uid;
  const hides = exchange.kernel.world.state.switches.deniedReads === "empty-list";
  if (action.kind === "read" && hides) return NOBODY;
  throw denial(action, signer);
}

function validate(exchange: Exchange, action: SimAction, signer: Signer): SimRequest {
  const { kernel, incoming, call } = exchange;
  const uid = authorise(exchange, action, signer);
  try {
    const params = decodeParameters(action, incoming.params);
    call.params = params;
    return { uid, keyId: signer.key.id, action: action.name, requestId: call.requestId, params };
  } catch (error) {
    if (error instanceof UnmodelledParameter) {
      countUnmodelled(kernel.world.state, `${action.product}.${action.name}.${error.parameter}`);
    }
    throw error;
  }
}

function commitLater(exchange: Exchange, request: SimRequest, afterMs: number): never {
  const { world } = exchange.kernel;
  world.schedule(afterMs, "kernel.late-commit", { product: exchange.product, request, index: exchange.call.index });
  throw new Dropped();
}

/** Takes a request through accept, verify, throttle, validate, commit and respond, faults at each. */
export async function processRequest(exchange: Exchange): Promise<Reply> {
  const { kernel, incoming, faults, call } = exchange;
  const { world, gates } = kernel;
  await strike(faults, "accept", gates);
  const action = requireAction(exchange);
  await strike(faults, "verify", gates);
  const signer = authenticate(world.state, incoming);
  call.uid = signer.account.uid;
  await strike(faults, "throttle", gates);
  await strike(faults, "validate", gates);
  const request = validate(exchange, action, signer);
  await strike(faults, "commit", gates);
  const late = faults.find("late-commit");
  if (late !== undefined) commitLater(exchange, request, late.virtualMs ?? 60_000);
  world.call = call;
  const reply = disturbCommit(faults, world, signer.account.uid, () => commit(world, action, request));
  await strike(faults, "respond", gates);
  return reply;
}

/** What a failed request is answered with; our own bugs look like the cloud's, and say so. */
export function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return new Refusal(500, "InternalError", `The simulated cloud itself failed: ${text}`);
}
