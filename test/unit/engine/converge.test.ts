import { describe, expect, it } from "vitest";
import { preview } from "../../../src/engine/preview.ts";
import { checkFailed, guard, settling } from "../../../src/engine/verdicts.ts";
import { SagctlError } from "../../../src/errors.ts";
import { say } from "../../../src/text.ts";
import { toyStep } from "./toy-step.ts";
import { createToyWorld, endsOf, listToys, MINUTE, runToys } from "./toy-world.ts";

const blocked = (expectMs?: number) => ({
  is: "blocked" as const,
  who: "person" as const,
  on: say`a parcel`,
  tryThis: [],
  ...(expectMs === undefined ? {} : { expectMs }),
});

describe("a run", () => {
  it("makes what is missing, each thing after what it needs, with the id that it was given", async () => {
    const world = await createToyWorld();
    const nodes = [toyStep("cen/a"), toyStep("attach/b", { needs: ["cen/a"] })];
    expect(await runToys(world, nodes)).toEqual({ "cen/a": "done", "attach/b": "done" });
    expect(world.toys.writes()).toEqual(["Make a", "Make b"]);
    expect(world.toys.sent.find((call) => call.params.Name === "b")?.params.Needs).toBe("a");
  });

  it("does side by side what needs nothing of each other", async () => {
    const world = await createToyWorld();
    world.toys.settlesMs = 10_000;
    await runToys(world, [toyStep("x/a"), toyStep("x/b"), toyStep("x/c")]);
    expect(world.elapsed()).toBeLessThan(12_000);
  });

  it("does one after the other what the same lock holds, from sending until it has settled", async () => {
    const world = await createToyWorld();
    world.toys.settlesMs = 10_000;
    await runToys(world, [toyStep("x/a", { locks: ["cen:1"] }), toyStep("x/b", { locks: ["cen:1"] })]);
    expect(world.elapsed()).toBeGreaterThanOrEqual(20_000);
    expect(world.elapsed()).toBeLessThan(24_000);
  });
});

describe("what costs money", () => {
  const paying = { risk: "costs-money", paysAfter: ["activate/b"] } as const;
  const allowed = { approved: new Set(["attach/a#make"]) };

  it("waits for what it pays after, and looks again before it is sent", async () => {
    const world = await createToyWorld();
    world.toys.settlesMs = 10_000;
    await runToys(world, [toyStep("attach/a", paying), toyStep("activate/b")], allowed);
    expect(world.toys.writes()).toEqual(["Make b", "Make a"]);
  });

  it("is not sent when what it pays after does not come about; what costs nothing does not wait for it", async () => {
    const world = await createToyWorld();
    const stuck = toyStep("activate/b", { judge: () => blocked() });
    const nodes = [toyStep("attach/a", paying), toyStep("attach/free", { paysAfter: ["activate/b"] }), stuck];
    const ends = await runToys(world, nodes, allowed);
    expect([ends["attach/a"], ends["attach/free"]]).toEqual(["held-up", "done"]);
    expect(world.toys.writes()).toEqual(["Make free"]);
  });
});

it("what stands holds up nothing that needs it, although something of it is still to be done", async () => {
  const world = await createToyWorld();
  const upgrade = toyStep("buy/a", { id: "a-1", judge: () => ({ ...blocked(), stands: true }) });
  expect(await runToys(world, [upgrade, toyStep("bind/b", { needs: ["buy/a"] })])).toEqual({
    "buy/a": "blocked",
    "bind/b": "done",
  });
});

describe("what lies in an account whose key is not here", () => {
  const theirs = { accounts: ["shop"] };

  it("is neither looked at nor made, and holds up what needs an id that only it could tell", async () => {
    const world = await createToyWorld();
    const nodes = [toyStep("cen/a", theirs), toyStep("attach/b", { needs: ["cen/a"] }), toyStep("x/c")];
    expect(await runToys(world, nodes)).toEqual({ "cen/a": "blocked", "attach/b": "held-up", "x/c": "done" });
    expect(world.toys.writes()).toEqual(["Make c"]);
  });

  it("is taken from the file by what needs it, where the file gives its id", async () => {
    const world = await createToyWorld();
    const nodes = [toyStep("cen/a", { ...theirs, id: "cen-1" }), toyStep("attach/b", { needs: ["cen/a"] })];
    expect(await runToys(world, nodes)).toEqual({ "cen/a": "blocked", "attach/b": "done" });
    expect(world.toys.sent.find((call) => call.params.Name === "b")?.params.Needs).toBe("cen-1");
  });

  it("is taken from the file although what it needs itself lies there too, and is in no file", async () => {
    const world = await createToyWorld();
    const attach = toyStep("attach/b", { ...theirs, needs: ["cen/a"], id: "tr-attach-1" });
    const nodes = [toyStep("cen/a", theirs), attach, toyStep("route/c", { needs: ["attach/b"] })];
    expect(await runToys(world, nodes)).toEqual({ "cen/a": "blocked", "attach/b": "blocked", "route/c": "done" });
    expect(world.toys.sent.find((call) => call.params.Name === "c")?.params.Needs).toBe("tr-attach-1");
  });

  it("is looked at all the same when the key of one of several accounts will do", async () => {
    const world = await createToyWorld();
    expect(await runToys(world, [toyStep("x/a", { accounts: ["shop", "hub"] })])).toEqual({ "x/a": "done" });
  });
});

describe("what lies in another account, on the way back", () => {
  const theirs = { accounts: ["shop"], needs: ["x/a"], id: "r-1" } as const;
  const turn = { is: "blocked", who: "account", on: say`the other to act`, tryThis: [say`sagctl undo`] } as const;

  it("keeps what it may stand on, though the file gives its id, and is nothing that this run waits for", async () => {
    const world = await createToyWorld();
    await runToys(world, [toyStep("x/a")]);
    const ends = await endsOf(world, [toyStep("x/a"), toyStep("route/b", theirs)], { way: "undo" });
    expect([ends.get("x/a"), ends.get("route/b")]).toMatchObject([
      { is: "held-up" },
      { is: "blocked", unseen: true, elsewhere: true, tryThis: [] },
    ]);
    expect(world.toys.writes()).toEqual(["Make a"]);
  });

  it("does not keep what copes without it", async () => {
    const world = await createToyWorld();
    await runToys(world, [toyStep("x/a")]);
    const nodes = [toyStep("x/a", { copesWithout: ["route/b"] }), toyStep("route/b", theirs)];
    expect(await runToys(world, nodes, { way: "undo" })).toEqual({ "x/a": "not-needed", "route/b": "blocked" });
  });

  it("is told by a refusal whose turn it is, and by another refusal that something is wrong", async () => {
    const world = await createToyWorld();
    await runToys(world, [toyStep("x/a")]);
    const node = (code: string) => toyStep("x/a", { refusedUntil: { code, theirs: turn } });
    world.toys.answers.push("refused", "refused");
    const ended = await endsOf(world, [node("Toy.refused")], { way: "undo" });
    expect(ended.get("x/a")).toEqual(turn);
    expect(await runToys(world, [node("Toy.other")], { way: "undo" })).toEqual({ "x/a": "failed" });
    expect(await runToys(world, [node("Toy.refused")], { way: "undo" })).toEqual({ "x/a": "not-needed" });
    expect(world.toys.writes()).toEqual(["Make a", "Remove a", "Remove a", "Remove a"]);
  });
});

describe("what a run reads", () => {
  it("shares a read among all items, and asks again only after a write that it may show", async () => {
    const world = await createToyWorld();
    const items = ["x/a", "x/b"].map((key) => toyStep(key as "x/a"));
    await runToys(world, items);
    // One for the plan and one for each item after its own write.
    expect(world.toys.reads()).toBe(3);
    await runToys(world, items);
    expect(world.toys.reads()).toBe(3);
  });

  it("asks ECS again only after a write of ECS, and the others only after one of theirs", async () => {
    const world = await createToyWorld();
    const both = async (look: {
      read: (read: ReturnType<typeof listToys>) => Promise<readonly { name: string; ready: boolean }[]>;
    }) => [...(await look.read(listToys("Ecs"))), ...(await look.read(listToys("Cbn")))];
    await runToys(world, [toyStep("x/a", { product: "Ecs", observe: both })]);
    expect([world.toys.reads("Ecs"), world.toys.reads("Cbn")]).toEqual([2, 1]);
    await runToys(world, [toyStep("x/b", { product: "Smartag", observe: both })]);
    expect([world.toys.reads("Ecs"), world.toys.reads("Cbn")]).toEqual([2, 2]);
  });

  it("looks once more under its lock before it replaces a whole list", async () => {
    const world = await createToyWorld();
    await runToys(world, [toyStep("x/a", { locks: ["gateway:1"], rereads: true })]);
    expect(world.toys.sent.map((call) => call.action)).toEqual(["List", "List", "Make", "List"]);
  });
});

describe("what a run does not do", () => {
  it("sends nothing that the plan did not hold", async () => {
    const world = await createToyWorld();
    const nodes = [toyStep("x/a")];
    world.toys.toys.push({ name: "a", shownAt: 0, readyAt: 0 });
    const plan = await preview(nodes, world, "do");
    world.toys.toys.length = 0;
    world.reads.forget();
    expect(await runToys(world, nodes, { plan })).toEqual({ "x/a": "failed" });
    expect(world.toys.writes()).toEqual([]);
  });

  it("sends nothing at all when any item of the plan meets a guard", async () => {
    const world = await createToyWorld();
    const stopped = toyStep("x/b", { judge: () => guard(say`clash`) });
    expect(await runToys(world, [toyStep("x/a"), stopped])).toEqual({ "x/a": "held-up", "x/b": "failed" });
    expect(world.toys.writes()).toEqual([]);
  });

  it("a declined consent stops what is behind it, and the rest is done", async () => {
    const world = await createToyWorld();
    const nodes = [toyStep("buy/a", { risk: "costs-money" }), toyStep("x/b", { needs: ["buy/a"] }), toyStep("x/c")];
    const ends = await runToys(world, nodes, { approved: new Set() });
    expect(ends).toEqual({ "buy/a": "declined", "x/b": "held-up", "x/c": "done" });
    expect(world.toys.writes()).toEqual(["Make c"]);
  });

  it("a failed look delays its own item and those behind it only", async () => {
    const world = await createToyWorld();
    const lost = new SagctlError({ kind: "unreachable", code: "cloud-unreachable", message: say`no answer` });
    let looks = 0;
    const observe = async () => {
      looks += 1;
      if (looks > 1) throw lost;
      return [];
    };
    const nodes = [toyStep("x/a", { observe }), toyStep("x/b", { needs: ["x/a"] }), toyStep("x/c")];
    world.toys.answers.push("answered");
    expect(await runToys(world, nodes)).toEqual({ "x/a": "unsettled", "x/b": "held-up", "x/c": "done" });
  });

  it("changes its targets only: what they need is looked at, and told if it is missing", async () => {
    const world = await createToyWorld();
    const nodes = [toyStep("cen/a"), toyStep("x/b", { needs: ["cen/a"] })];
    expect(await runToys(world, nodes, { targets: new Set(["x/b"]) })).toEqual({
      "cen/a": "looked-at",
      "x/b": "held-up",
    });
    expect(world.toys.writes()).toEqual([]);
  });
});

describe("waiting", () => {
  it("for people lasts as long as patience does, and without patience ends at once", async () => {
    const world = await createToyWorld();
    const parcel = toyStep("x/a", { judge: () => blocked(60 * MINUTE) });
    expect(await runToys(world, [parcel])).toEqual({ "x/a": "blocked" });
    expect(world.elapsed()).toBe(0);
    expect(await runToys(world, [parcel], { patienceMs: 30 * MINUTE })).toEqual({ "x/a": "blocked" });
    expect(world.elapsed()).toBeGreaterThanOrEqual(30 * MINUTE);
    expect(world.elapsed()).toBeLessThan(37 * MINUTE);
  });

  it("for what waiting does not help ends at once, however patient", async () => {
    const world = await createToyWorld();
    const nodes = [toyStep("x/a", { judge: () => blocked() })];
    expect(await runToys(world, nodes, { patienceMs: Number.POSITIVE_INFINITY })).toEqual({ "x/a": "blocked" });
    expect(world.elapsed()).toBe(0);
  });

  it("for the cloud ends at the deadline, and says that it may have committed", async () => {
    const world = await createToyWorld();
    const nodes = [toyStep("x/a", { judge: () => settling(say`never`, 1_000) })];
    const ends = await endsOf(world, nodes, { deadlineMs: 10 * MINUTE });
    expect(ends.get("x/a")).toMatchObject({ is: "unsettled", mayHaveCommitted: true });
    expect(world.elapsed()).toBeGreaterThanOrEqual(10 * MINUTE);
    expect(world.elapsed()).toBeLessThan(11 * MINUTE);
  });

  it("tells what it waits for, who must act, and for how long", async () => {
    const world = await createToyWorld();
    world.toys.settlesMs = 5_000;
    await runToys(world, [toyStep("x/a")]);
    const waits = world.events.filter((event) => event.type === "waiting");
    expect(waits[0]).toMatchObject({ item: "x/a", who: "cloud", untilMs: 10_000 });
    expect(waits.at(-1)?.untilMs).toBeLessThan(10_000);
  });
});

describe("a run that is stopped", () => {
  it("by a bug of ours ends with that bug", async () => {
    const world = await createToyWorld();
    let looks = 0;
    const observe = async () => {
      looks += 1;
      if (looks > 1) throw new TypeError("undefined is not a function");
      return [];
    };
    await expect(runToys(world, [toyStep("x/a", { observe })])).rejects.toThrow(TypeError);
  });

  it("by a person sends nothing new, and what was under way is written down", async () => {
    const world = await createToyWorld();
    world.toys.settlesMs = 10_000;
    const stop = new AbortController();
    const send = world.toys.send.bind(world.toys);
    world.toys.send = (call) => {
      if (call.action === "Make") stop.abort();
      return send(call);
    };
    const nodes = [toyStep("x/a"), toyStep("x/b", { after: ["x/a"] })];
    expect(await runToys(world, nodes, { stop: stop.signal })).toEqual({ "x/a": "interrupted", "x/b": "held-up" });
    expect(world.toys.writes()).toEqual(["Make a"]);
    expect(world.diary.find("x/a#make")?.state).toBe("answered");
    expect(world.elapsed()).toBe(0);
  });

  it("by a person waits for no lock any more", async () => {
    const world = await createToyWorld();
    world.toys.settlesMs = 60 * MINUTE;
    const stop = new AbortController();
    const nodes = [toyStep("x/a", { locks: ["l"] }), toyStep("x/b", { locks: ["l"] })];
    const running = runToys(world, nodes, { stop: stop.signal });
    void world.clock.sleep(5_000).then(() => stop.abort());
    expect(await running).toEqual({ "x/a": "interrupted", "x/b": "interrupted" });
    expect(world.toys.writes()).toEqual(["Make a"]);
  });
});

describe("undo", () => {
  it("goes the other way round, and takes away only what the diary proves to be ours", async () => {
    const world = await createToyWorld();
    const nodes = [toyStep("cen/a"), toyStep("x/b", { needs: ["cen/a"] }), toyStep("x/c")];
    await runToys(world, nodes.slice(0, 2));
    world.toys.toys.push({ name: "c", shownAt: 0, readyAt: 0 });
    world.reads.forget();
    const approved = new Set(["x/b#remove", "cen/a#remove"]);
    const ends = await runToys(world, nodes, { way: "undo", approved });
    expect(ends).toEqual({ "x/c": "stays", "x/b": "not-needed", "cen/a": "not-needed" });
    expect(world.toys.writes().slice(2)).toEqual(["Remove b", "Remove a"]);
    expect(world.diary.find("cen/a#make")?.state).toBe("undone");
  });

  it("leaves what needs something that could not be looked at, and takes it away the next time", async () => {
    const world = await createToyWorld();
    const nodes = [toyStep("cen/a"), toyStep("x/b", { needs: ["cen/a"] })];
    await runToys(world, nodes);
    const message = say`no such parameter`;
    const observe = async () => {
      throw new SagctlError({ kind: "cloud-refused", code: "cloud-refused", message });
    };
    // Without the id of what it needs it is shown nothing.
    const blind = [toyStep("cen/a", { observe }), toyStep("x/b", { needs: ["cen/a"], observe: async () => [] })];
    const order = { way: "undo", approved: new Set(["x/b#remove", "cen/a#remove"]) } as const;
    world.reads.forget();
    expect(await runToys(world, blind, order)).toEqual({ "x/b": "failed", "cen/a": "held-up" });
    world.reads.forget();
    expect(await runToys(world, nodes, order)).toEqual({ "x/b": "not-needed", "cen/a": "not-needed" });
    expect(world.toys.writes()).toEqual(["Make a", "Make b", "Remove b", "Remove a"]);
  });

  it("takes away what was there before by its own consent only", async () => {
    const world = await createToyWorld();
    world.toys.toys.push({ name: "a", shownAt: 0, readyAt: 0 });
    expect(await runToys(world, [toyStep("x/a")], { way: "undo", approved: new Set(["x/a#remove"]) })).toEqual({
      "x/a": "not-needed",
    });
    expect(world.toys.writes()).toEqual(["Remove a"]);
  });

  it("leaves what something that stays stands on", async () => {
    const world = await createToyWorld();
    const nodes = [toyStep("cen/a"), toyStep("x/b", { needs: ["cen/a"], standsOn: ["cen/a"] })];
    await runToys(world, [toyStep("cen/a")]);
    world.toys.toys.push({ name: "b", shownAt: 0, readyAt: 0 });
    world.reads.forget();
    expect(await runToys(world, nodes, { way: "undo", approved: new Set() })).toEqual({
      "x/b": "stays",
      "cen/a": "stays",
    });
    expect(world.toys.writes()).toEqual(["Make a"]);
  });
});

describe("preview", () => {
  it("puts off a check of what is still to come, and fails one of what is there", async () => {
    const check = toyStep("ping/b", { after: ["x/a"], judge: () => checkFailed(say`no path`) });
    const early = await preview([toyStep("x/a"), check], await createToyWorld(), "do");
    expect(early.rows.map((row) => row.verdict.is)).toEqual(["changes", "settling"]);
    const late = await preview([check], await createToyWorld(), "do");
    expect(late.rows.map((row) => row.verdict.is)).toEqual(["failed"]);
  });

  it("believes no guard that rests on what could not be looked at", async () => {
    const world = await createToyWorld();
    const denied = new SagctlError({ kind: "denied", code: "denied", message: say`no` });
    const look = async () => Promise.reject(denied);
    const strict = toyStep("y/b", { needs: ["x/a"], judge: () => guard(say`another one is there`) });
    const verdictOn = async (first: Parameters<typeof toyStep>[1]) =>
      (await preview([toyStep("x/a", first), strict], world, "do")).rows.map(({ verdict }) => verdict.is);
    expect(await verdictOn({ observe: look })).toEqual(["failed", "settling"]);
    expect(await verdictOn({})).toEqual(["changes", "failed"]);
  });

  it("tells a look that was denied as the item's own verdict, and goes on", async () => {
    const denied = new SagctlError({ kind: "denied", code: "permission-missing", message: say`not allowed` });
    const observe = async () => {
      throw denied;
    };
    const plan = await preview([toyStep("x/a", { observe }), toyStep("x/b")], await createToyWorld(), "do");
    expect(plan.rows.map((row) => row.verdict.is)).toEqual(["failed", "changes"]);
  });
});
