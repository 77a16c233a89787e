import { expect } from "vitest";
import { advance } from "../../src/simulator/agenda.ts";
import { LivingWorld } from "../../src/simulator/living-world.ts";
import { type NewWorldOptions, newWorldState } from "../../src/simulator/new-world.ts";
import { payOrder } from "../../src/simulator/orders.ts";
import type { ProductName } from "../../src/simulator/product-name.ts";
import { findAction, productEvents } from "../../src/simulator/registry.ts";
import type { Scenario } from "../../src/simulator/scenario.ts";
import { tutorialA } from "../../src/simulator/scenarios/tutorial-a.ts";
import { commit } from "../../src/simulator/wire/commit.ts";
import { decodeParameters } from "../../src/simulator/wire/parameters.ts";
import type { EventHandler, Thing } from "../../src/simulator/world.ts";

export const hub = "1000000000000001";
export const shop = "2000000000000002";

export const SECOND = 1000;
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

// biome-ignore lint/suspicious/noExplicitAny: answers are read as a foreign client reads them.
type Answer = any;

const events: Record<string, EventHandler> = {
  ...productEvents,
  "order.paid": (world, data) => void payOrder(world, data.orderId),
};

/** The simulated cloud without wire and signature: flat parameters in, the action's answer or refusal out. */
export class DirectCloud {
  readonly world: LivingWorld;

  constructor(options: NewWorldOptions = {}, scenario: Scenario = tutorialA) {
    this.world = new LivingWorld(newWorldState(scenario, options, events), events);
    const [first, second] = this.world.state.accounts;
    if (first !== undefined && second === undefined)
      this.world.state.accounts.push({ ...first, uid: shop, name: "shop", keys: [] });
  }

  /** `call("Vpc.DescribeVpcs", { RegionId: "cn-hangzhou" })`. */
  call(name: string, flat: Record<string, string> = {}, uid = hub): Answer {
    const [product, actionName = ""] = name.split(".");
    const action = findAction(product as ProductName, actionName);
    if (action === undefined) throw new Error(`no action ${name}`);
    const call = { index: 0, at: this.world.now, product: action.product, action: actionName, uid, kind: action.kind };
    this.world.call = { ...call, params: {}, committed: false, code: "", requestId: "" };
    const params = decodeParameters(action, flat);
    return commit(this.world, action, { uid, keyId: "", action: actionName, requestId: "", params });
  }

  /** The call is refused with that HTTP status and code, and changes nothing. */
  expectRefusal(status: number, code: string, name: string, flat: Record<string, string> = {}, uid = hub): void {
    const before = structuredClone(this.world.state.things);
    expect(() => this.call(name, flat, uid)).toThrow(expect.objectContaining({ status, code }));
    expect(this.world.state.things).toEqual(before);
  }

  pass(ms: number): void {
    advance(this.world, this.world.now + ms);
  }

  thing<T extends Thing>(kind: string, id: string): T {
    const thing = this.world.find<T>(kind, id);
    if (thing === undefined) throw new Error(`no ${kind} ${id}`);
    return thing;
  }

  change(kind: string, id: string, fields: Record<string, unknown>): void {
    this.world.put(kind, { ...this.thing(kind, id), ...fields });
  }
}
