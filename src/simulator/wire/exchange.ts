import { Refusal, type SimAction } from "../action.ts";
import { drawRequestId } from "../draw.ts";
import { type MetFaults, meetFaults } from "../faults/meet-faults.ts";
import type { Kernel } from "../kernel.ts";
import type { ProductName } from "../product-name.ts";
import { findAction } from "../registry.ts";
import type { CallEntry, WorldState } from "../world.ts";
import type { Incoming } from "./incoming.ts";
import { businessParameters } from "./parameters.ts";
import { productOfVersion } from "./products.ts";

const LONGEST_LOG = 5000;

/** One request on its way through the cloud. */
export interface Exchange {
  readonly kernel: Kernel;
  readonly incoming: Incoming;
  readonly product: ProductName | undefined;
  readonly action: SimAction | undefined;
  readonly call: CallEntry;
  readonly faults: MetFaults;
}

function logCall(state: WorldState, call: CallEntry): void {
  state.calls.push(call);
  if (state.calls.length > LONGEST_LOG) state.calls.splice(0, state.calls.length - LONGEST_LOG);
}

/** Everything that reaches the cloud is logged, before it is known whether it is worth anything. */
export function openExchange(kernel: Kernel, incoming: Incoming): Exchange {
  const { state } = kernel.world;
  const product = productOfVersion[incoming.version];
  const action = findAction(product, incoming.action);
  const call: CallEntry = {
    index: (state.calls.at(-1)?.index ?? 0) + 1,
    at: state.now,
    product: product ?? "",
    action: incoming.action,
    uid: "",
    kind: action?.kind ?? "unknown",
    params: businessParameters(incoming.params),
    committed: false,
    code: "",
    requestId: drawRequestId(state),
  };
  logCall(state, call);
  return { kernel, incoming, product, action, call, faults: meetFaults(state, call) };
}

/** Counts what was asked for and is outside the model, so that a green run cannot hide it. */
export function countUnmodelled(state: WorldState, what: string): void {
  state.unmodelled[what] = (state.unmodelled[what] ?? 0) + 1;
}

/** The action asked for, or the gateway's refusal. */
export function requireAction({ kernel, incoming, product, action }: Exchange): SimAction {
  if (incoming.path !== "/") throw new Refusal(404, "InvalidAction.NotFound", NOT_FOUND);
  if (incoming.method !== "GET" && incoming.method !== "POST") {
    throw new Refusal(403, "UnsupportedHTTPMethod", "This http method is not supported.");
  }
  if (incoming.version === "") throw new Refusal(400, "MissingVersion", "Version is mandatory for this action.");
  if (incoming.action === "") throw new Refusal(400, "MissingAction", "Action is mandatory for this action.");
  if (product === undefined) throw new Refusal(400, "InvalidVersion", "Specified parameter Version is not valid.");
  if (action !== undefined) return action;
  countUnmodelled(kernel.world.state, `${product}.${incoming.action}`);
  throw new Refusal(404, unknownAction(product), NOT_FOUND);
}

/** Source: live answers of 2026-05 for Smartag; its HTTP status is an assumption. The other code is the gateway's. */
function unknownAction(product: ProductName): string {
  return product === "Smartag" ? "InvalidApi.NotFound" : "InvalidAction.NotFound";
}

const NOT_FOUND = "Specified api is not found, please check your url and method.";
