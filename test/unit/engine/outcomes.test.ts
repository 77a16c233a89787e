import { describe, expect, it } from "vitest";
import { type ApiCall, later } from "../../../src/api/call.ts";
import { change, done } from "../../../src/engine/verdicts.ts";
import type { Intent } from "../../../src/state/store.ts";
import { plain, say } from "../../../src/text.ts";
import { toyStep } from "./toy-step.ts";
import { createToyWorld, endsOf, MINUTE, makeToy, runToys, type ToyWorld } from "./toy-world.ts";

const error = { code: "Toy.busy", message: "because", product: "Smartag", action: "Make", requestId: "E" } as const;

/** Sent when the toy world began, with other parameters than those of now. */
const inBalance: Intent = {
  key: "x/a#make",
  callHash: "of other parameters",
  token: "",
  generation: 1,
  state: "sending",
  at: Date.UTC(2026, 0, 1),
};

function tokensOf(world: ToyWorld): readonly unknown[] {
  return world.toys.sent.filter((call) => call.action === "Make").map((call) => call.params.Token);
}

function stateOf(world: ToyWorld): readonly [Intent["state"] | undefined, number | undefined] {
  const intent = world.diary.find("x/a#make");
  return [intent?.state, intent?.generation];
}

describe("the intent", () => {
  it("is on disk before the call leaves, and holds its token", async () => {
    const world = await createToyWorld();
    const states: unknown[] = [];
    const send = world.toys.send.bind(world.toys);
    world.toys.send = (call) => {
      if (call.action === "Make") states.push([...stateOf(world), world.diary.find("x/a#make")?.token]);
      return send(call);
    };
    await runToys(world, [toyStep("x/a", { repeat: "token" })]);
    expect(states).toEqual([["sending", 1, tokensOf(world)[0]]]);
    expect(stateOf(world)).toEqual(["settled", 1]);
  });

  it("of a purchase holds its mark, with which it is signed at the time that was written down", async () => {
    const world = await createToyWorld();
    await runToys(world, [toyStep("x/a", { repeat: "marker" })]);
    const [sent] = world.toys.sent.filter((call) => call.action === "Make");
    expect(sent?.params.Marker).toBe("sagctl-xa-g1");
    expect(sent?.signedAt).toBe(world.diary.find("x/a#make")?.at);
  });
});

describe("an outcome that nobody knows", () => {
  it("of a token call is settled by the same token", async () => {
    const world = await createToyWorld();
    world.toys.answers.push("lost-before");
    expect(await runToys(world, [toyStep("x/a", { repeat: "token", risk: "costs-money" })])).toEqual({ "x/a": "done" });
    const [first, ...others] = tokensOf(world);
    expect(others).toEqual([first]);
  });

  it.each(["busy", "unsent"] as const)("is not settled by a repeat of its token that is %s", async (is) => {
    const world = await createToyWorld();
    world.toys.answers.push("lost-before", is);
    expect(await runToys(world, [toyStep("x/a", { repeat: "token", risk: "costs-money" })])).toEqual({ "x/a": "done" });
    expect(tokensOf(world)).toHaveLength(3);
    expect(new Set(tokensOf(world)).size).toBe(1);
  });

  it("is not settled by a repeat of its token that is refused: the next run sends the same one", async () => {
    const world = await createToyWorld();
    world.toys.answers.push("lost-before", "refused");
    const node = toyStep("x/a", { repeat: "token", risk: "costs-money" });
    expect(await runToys(world, [node])).toEqual({ "x/a": "failed" });
    expect(stateOf(world)).toEqual(["sending", 1]);
    expect(await runToys(world, [node])).toEqual({ "x/a": "done" });
    expect(new Set(tokensOf(world)).size).toBe(1);
  });

  it("of a keyed call is looked at, and sent again when it is not there", async () => {
    const world = await createToyWorld();
    world.toys.answers.push("lost-before");
    expect(await runToys(world, [toyStep("x/a")])).toEqual({ "x/a": "done" });
    expect(world.toys.writes()).toEqual(["Make a", "Make a"]);
  });

  it("of a keyed call is not sent again when the look shows it", async () => {
    const world = await createToyWorld();
    world.toys.answers.push("lost-after");
    expect(await runToys(world, [toyStep("x/a")])).toEqual({ "x/a": "done" });
    expect(world.toys.writes()).toEqual(["Make a"]);
  });
});

describe("a purchase of which nothing was heard", () => {
  it("is looked for until D + E, and then is a person's to settle", async () => {
    const world = await createToyWorld();
    world.toys.answers.push("lost-before");
    const node = toyStep("x/a", { repeat: "marker", risk: "costs-money" });
    const ends = await endsOf(world, [node]);
    expect(ends.get("x/a")).toMatchObject({ is: "unknown", marker: "sagctl-xa-g1" });
    expect(world.elapsed()).toBeGreaterThanOrEqual(20 * MINUTE);
    expect(world.elapsed()).toBeLessThan(22 * MINUTE);
    expect(world.toys.writes()).toEqual(["Make a"]);
    expect(await runToys(world, [node])).toEqual({ "x/a": "unknown" });
    expect(await runToys(world, [node], { buyAgain: new Set(["sagctl-xa-g1"]) })).toEqual({ "x/a": "done" });
    expect(world.toys.toys.map((toy) => toy.marker)).toEqual(["sagctl-xa-g2"]);
  });

  it("ends well when it shows before D + E", async () => {
    const world = await createToyWorld();
    world.toys.answers.push("lost-after");
    world.toys.lagMs = 4 * MINUTE;
    expect(await runToys(world, [toyStep("x/a", { repeat: "marker", risk: "costs-money" })])).toEqual({
      "x/a": "done",
    });
    expect(world.toys.writes()).toEqual(["Make a"]);
    expect(world.elapsed()).toBeLessThan(6 * MINUTE);
  });

  it("is sent again after D + E if it was free, by nobody's word", async () => {
    const world = await createToyWorld();
    world.toys.answers.push("lost-before");
    expect(await runToys(world, [toyStep("x/a", { repeat: "marker" })])).toEqual({ "x/a": "done" });
    expect(world.toys.writes()).toEqual(["Make a", "Make a"]);
    expect(world.elapsed()).toBeGreaterThanOrEqual(20 * MINUTE);
  });

  it("by an old token that is then answered counts from that answer", async () => {
    const world = await createToyWorld();
    world.toys.answers.push("lost-before");
    const node = toyStep("x/a", { repeat: "token", risk: "costs-money" });
    const stop = new AbortController();
    const first = runToys(world, [node], { stop: stop.signal });
    void world.clock.sleep(1_000).then(() => stop.abort());
    expect(await first).toEqual({ "x/a": "interrupted" });
    await world.clock.sleep(30 * MINUTE);
    world.toys.lagMs = 2 * MINUTE;
    expect(await runToys(world, [node])).toEqual({ "x/a": "done" });
    expect(new Set(tokensOf(world)).size).toBe(1);
  });
});

describe("a purchase for which time is up", () => {
  it("is not given up by a look that began before D + E had passed: this machine has slept in it", async () => {
    const world = await createToyWorld();
    world.toys.answers.push("lost-after");
    world.toys.lagMs = 4 * MINUTE;
    const send = world.toys.send.bind(world.toys);
    world.toys.send = async (call) => {
      const outcome = await send(call);
      const isFirst = call.action === "List" && world.toys.writes().length === 1 && world.elapsed() < MINUTE;
      if (isFirst) await world.clock.sleep(60 * MINUTE);
      return outcome;
    };
    const node = toyStep("x/a", { repeat: "marker", risk: "costs-money" });
    expect(await runToys(world, [node])).toEqual({ "x/a": "done" });
    expect(world.toys.writes()).toEqual(["Make a"]);
  });
});

describe("the mark of a purchase in the balance", () => {
  it.each(["token", "keyed"] as const)("is what the order shows, not the token: a %s call", async (repeat) => {
    const token = "5f0c5d0a-0000-4000-8000-000000000001";
    const world = await createToyWorld({ intents: [{ ...inBalance, token }] });
    const node = toyStep("x/a", { repeat, risk: "costs-money" });
    const ends = await endsOf(world, [node]);
    expect(ends.get("x/a")).toMatchObject({ is: "unknown", marker: "sagctl-xa-g1" });
    expect(JSON.stringify(ends.get("x/a"))).not.toContain(token);
    expect(await runToys(world, [node], { buyAgain: new Set([token]) })).toEqual({ "x/a": "unknown" });
    expect(await runToys(world, [node], { buyAgain: new Set(["sagctl-xa-g1"]) })).toEqual({ "x/a": "done" });
    expect(world.toys.toys.map((toy) => toy.marker)).toEqual(["sagctl-xa-g2"]);
  });

  it("stands nowhere where the call takes none: what it changes is looked for", async () => {
    const world = await createToyWorld({ intents: [inBalance] });
    const { call, ...write } = makeToy("a");
    const unmarked = { ...write, call: { ...call, params: { Name: "a" } } };
    const upgrade = { slot: "make", summary: say`change a`, write: unmarked, risk: "costs-money" } as const;
    const node = toyStep("x/a", { judge: () => change(upgrade) });
    const end = (await endsOf(world, [node])).get("x/a");
    const words = end?.is === "unknown" ? end.tryThis.map(plain) : [];
    expect(words[0]).toMatch(/for this, ordered about 2026-01-01 00:00:00 UTC, which carries no mark: change a$/);
    expect(end).toMatchObject({ isUnmarked: true });
    expect(words[0]).not.toContain("sagctl-xa-g1");
    expect(words.at(-1)).toContain("--buy-again sagctl-xa-g1");
  });
});

describe("an order whose answer was lost, and which a list has shown since", () => {
  it("is never said to have come to nothing when it shows no more", async () => {
    const world = await createToyWorld({ intents: [{ ...inBalance, state: "settled", token: "sagctl-xa-g1" }] });
    const end = (await endsOf(world, [toyStep("x/a", { repeat: "marker", risk: "costs-money" })])).get("x/a");
    expect(end).toMatchObject({ is: "unknown" });
    const words = end?.is === "unknown" ? [end.because, ...end.tryThis].map(plain).join(" ") : "";
    expect(words).toContain("What Make of 2026-01-01 00:00:00 UTC made was seen, and no list shows it any more");
    expect(words).toContain("for description sagctl-xa-g1");
    expect(words).not.toContain("If it is not there");
  });
});

describe("an answer that does not show", () => {
  it("is waited for while the list may lag, and nothing is sent twice", async () => {
    const world = await createToyWorld();
    world.toys.lagMs = 3 * MINUTE;
    expect(await runToys(world, [toyStep("x/a")])).toEqual({ "x/a": "done" });
    expect(world.toys.writes()).toEqual(["Make a"]);
  });

  it("of a call that took long is waited for from the answer on, not from the sending", async () => {
    const world = await createToyWorld();
    world.toys.lagMs = 4 * MINUTE;
    const slow = async (call: ApiCall) => {
      if (call.action === "Make") await world.clock.sleep(2 * MINUTE);
      return world.toys.send(call);
    };
    const cloud = { serverNow: () => world.toys.serverNow(), send: slow };
    expect(await runToys({ ...world, cloud }, [toyStep("x/a", { repeat: "marker" })])).toEqual({ "x/a": "done" });
    expect(world.toys.writes()).toEqual(["Make a"]);
  });

  it("of a free call is sent anew once the list cannot lag any more", async () => {
    const world = await createToyWorld();
    world.toys.answers.push({ is: "answered", reply: { RequestId: "W" } });
    expect(await runToys(world, [toyStep("x/a", { repeat: "token" })])).toEqual({ "x/a": "done" });
    expect(new Set(tokensOf(world)).size).toBe(2);
    expect(world.elapsed()).toBeGreaterThanOrEqual(5 * MINUTE);
    expect(stateOf(world)).toEqual(["settled", 2]);
  });

  it("of a call that costs money is never sent anew by itself", async () => {
    const world = await createToyWorld();
    world.toys.lagMs = 24 * 60 * MINUTE;
    const node = toyStep("x/a", { repeat: "token", risk: "costs-money" });
    const ends = await endsOf(world, [node]);
    expect(ends.get("x/a")).toMatchObject({ is: "unknown" });
    expect(world.toys.writes()).toEqual(["Make a"]);
  });
});

describe("a change that lacks an id which an old list does not show", () => {
  const lacking = (world: ToyWorld, untilMs: number) =>
    toyStep("y/b", {
      needs: ["x/a"],
      judge: (toys) => {
        if (toys.some((toy) => toy.name === "b")) return done(say`b`);
        const needs = world.elapsed() < untilMs ? later("x/a", "id") : "a";
        return change({ slot: "make", summary: say`make b`, write: makeToy("b", { needs }), risk: "none" });
      },
    });

  it("waits for it, and is sent with it", async () => {
    const world = await createToyWorld();
    const ends = await runToys(world, [toyStep("x/a"), lacking(world, 3 * MINUTE)]);
    expect(ends).toEqual({ "x/a": "done", "y/b": "done" });
    expect(world.toys.writes()).toEqual(["Make a", "Make b"]);
    expect(world.toys.sent.findLast((call) => call.action === "Make")?.params.Needs).toBe("a");
  });

  it("is not sent at all when it never shows: that ends at the deadline", async () => {
    const world = await createToyWorld();
    const nodes = [toyStep("x/a"), lacking(world, 24 * 60 * MINUTE)];
    const end = (await endsOf(world, nodes, { deadlineMs: 5 * MINUTE })).get("y/b");
    expect(end).toMatchObject({ is: "unsettled", mayHaveCommitted: false });
    expect(world.toys.writes()).toEqual(["Make a"]);
  });
});

describe("a definite no", () => {
  it("ends the item with the service's own words, and the next run may try again", async () => {
    const world = await createToyWorld();
    world.toys.answers.push("refused");
    const ends = await endsOf(world, [toyStep("x/a", { repeat: "token" })]);
    expect(ends.get("x/a")).toMatchObject({ is: "failed", kind: "refused", error: { code: "Toy.refused" } });
    expect(stateOf(world)).toEqual(["refused", 1]);
    expect(await runToys(world, [toyStep("x/a", { repeat: "token" })])).toEqual({ "x/a": "done" });
    expect(stateOf(world)).toEqual(["settled", 2]);
  });

  it("that names a missing right is told as that", async () => {
    const world = await createToyWorld();
    world.toys.answers.push({ is: "refused", error: { ...error, code: "Forbidden.RAM" } });
    const ends = await endsOf(world, [toyStep("x/a")]);
    expect(ends.get("x/a")).toMatchObject({ is: "failed", kind: "denied" });
  });
});

describe("busy", () => {
  it("is waited out as long as the service says", async () => {
    const world = await createToyWorld();
    world.toys.answers.push({ is: "busy", error, afterMs: 7_000 });
    expect(await runToys(world, [toyStep("x/a")])).toEqual({ "x/a": "done" });
    expect(world.elapsed()).toBe(7_000);
  });

  it("is tried ever more slowly where the service says nothing, each time after a new look", async () => {
    const world = await createToyWorld();
    world.toys.answers.push("busy", "busy", "unsent");
    expect(await runToys(world, [toyStep("x/a")])).toEqual({ "x/a": "done" });
    expect(world.elapsed()).toBe(4_000 + 8_000 + 16_000);
    expect(world.toys.writes()).toHaveLength(4);
    expect(world.toys.reads()).toBe(5);
  });

  it("ends at the deadline", async () => {
    const world = await createToyWorld();
    world.toys.answers.push(...Array<"busy">(100).fill("busy"));
    const ends = await endsOf(world, [toyStep("x/a")], { deadlineMs: 5 * MINUTE });
    expect(ends.get("x/a")).toMatchObject({ is: "unsettled", mayHaveCommitted: false });
    expect(world.elapsed()).toBeLessThan(6 * MINUTE);
  });

  it("lets go of its locks, so that whoever can go on does", async () => {
    const world = await createToyWorld();
    world.toys.answers.push({ is: "busy", error, afterMs: MINUTE });
    await runToys(world, [toyStep("x/a", { locks: ["l"] }), toyStep("x/b", { locks: ["l"] })]);
    expect(world.toys.writes()).toEqual(["Make a", "Make b", "Make a"]);
    expect(world.elapsed()).toBeLessThan(2 * MINUTE);
  });
});
