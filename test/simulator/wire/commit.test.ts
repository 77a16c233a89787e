import { describe, expect, test } from "vitest";
import { Refusal, type SimAction } from "../../../src/simulator/action.ts";
import { advance } from "../../../src/simulator/agenda.ts";
import { LivingWorld } from "../../../src/simulator/living-world.ts";
import { newWorldState } from "../../../src/simulator/new-world.ts";
import { commit } from "../../../src/simulator/wire/commit.ts";
import { hub, tinyScenario } from "./tiny-cloud.ts";

function createWorld(): LivingWorld {
  return new LivingWorld(newWorldState(tinyScenario(), {}, {}), {});
}

function makeThing(product: SimAction["product"] = "Vpc", refuses = false): SimAction {
  return {
    product,
    name: "MakeThing",
    kind: "write",
    permission: "x:MakeThing",
    evidence: "none",
    parameters: { ClientToken: { type: "string" }, DryRun: { type: "boolean" }, Name: { type: "string" } },
    handle(world, request) {
      const id = world.newId("thing-", 8);
      world.put("thing", { id, uid: request.uid, name: request.params.Name });
      world.hold([`thing:${id}`], "Operation.Blocking");
      world.schedule(1000, "thing.made", { id });
      if (refuses) throw new Refusal(400, "QuotaExceeded", "too many");
      return { Id: id };
    },
  };
}

function request(params: Record<string, unknown>, uid = hub) {
  return { uid, keyId: "k", action: "MakeThing", requestId: "r", params };
}

describe("a write", () => {
  test("changes the world and is logged as committed", () => {
    const world = createWorld();
    commit(world, makeThing(), request({ Name: "a" }));
    expect(world.all("thing")).toHaveLength(1);
    expect(world.call.committed).toBe(true);
  });

  test("that is refused half-way leaves nothing behind", () => {
    const world = createWorld();
    const before = structuredClone({ ...world.state });
    expect(() => commit(world, makeThing("Vpc", true), request({}))).toThrow("too many");
    expect(world.state).toEqual(before);
    expect(world.call).toMatchObject({ committed: false });
    expect(world.call.locks).toBe(undefined);
  });
});

describe("a ClientToken", () => {
  test("brings the first answer again, and no second thing", () => {
    const world = createWorld();
    const first = commit(world, makeThing(), request({ ClientToken: "t", Name: "a" }));
    expect(commit(world, makeThing(), request({ Name: "a", ClientToken: "t" }))).toEqual(first);
    expect(world.all("thing")).toHaveLength(1);
    expect(world.call.replayed).toBe(true);
  });

  test.each([
    ["Vpc", "IdempotentParameterMismatch"],
    ["Ecs", "IdempotentParameterMismatch"],
    ["Cbn", "IdempotenceParam.NotMatch"],
  ] as const)("with other parameters is refused by %s with %s", (product, code) => {
    const world = createWorld();
    commit(world, makeThing(product), request({ ClientToken: "t", Name: "a" }));
    const again = () => commit(world, makeThing(product), request({ ClientToken: "t", Name: "b" }));
    expect(again).toThrow(expect.objectContaining({ code }));
  });

  test("is forgotten after as long as the switch says: the same request makes a second thing then", () => {
    const world = createWorld();
    world.state.switches.tokenMemoryMs = 60_000;
    const send = () => commit(world, makeThing(), request({ ClientToken: "t", Name: "a" }));
    const first = send();
    advance(world, world.now + 59_999);
    expect(send()).toEqual(first);
    advance(world, world.now + 1);
    expect(send()).not.toEqual(first);
    expect(world.all("thing")).toHaveLength(2);
  });

  test("of a refused request is free again", () => {
    const world = createWorld();
    expect(() => commit(world, makeThing("Vpc", true), request({ ClientToken: "t" }))).toThrow("too many");
    expect(commit(world, makeThing(), request({ ClientToken: "t" }))).toHaveProperty("Id");
  });

  test("is another one in another account, and no token when empty", () => {
    const world = createWorld();
    commit(world, makeThing(), request({ ClientToken: "t" }));
    commit(world, makeThing(), request({ ClientToken: "t" }, "2000000000000002"));
    commit(world, makeThing(), request({ ClientToken: "" }));
    commit(world, makeThing(), request({ ClientToken: "" }));
    expect(world.all("thing")).toHaveLength(4);
  });
});

describe("DryRun", () => {
  test("of a request that would succeed is refused with DryRunOperation and does nothing", () => {
    const world = createWorld();
    const dry = () => commit(world, makeThing(), request({ DryRun: true }));
    expect(dry).toThrow(expect.objectContaining({ code: "DryRunOperation" }));
    expect(world.all("thing")).toEqual([]);
    expect(world.state.locks).toEqual({});
  });

  test("of a request that would fail says why", () => {
    const dry = () => commit(createWorld(), makeThing("Vpc", true), request({ DryRun: true }));
    expect(dry).toThrow(expect.objectContaining({ code: "QuotaExceeded" }));
  });

  test("is answered where the action is one of those that answer, does nothing, and leaves the token free", () => {
    const world = createWorld();
    const action: SimAction = { ...makeThing(), dryRun: "answered" };
    expect(commit(world, action, request({ DryRun: true, ClientToken: "t" }))).toEqual({});
    expect(world.all("thing")).toEqual([]);
    expect(world.call.committed).toBe(false);
    expect(commit(world, action, request({ ClientToken: "t" }))).toHaveProperty("Id");
  });
});
