import { afterEach, describe, expect, it } from "vitest";
import { judgeFailures, outcomeOf } from "../../faults/judge/judge-failures.ts";
import { quickDurations } from "../../faults/stage/quick-world.ts";
import type { ApiCall, Outcome } from "../../src/api/call.ts";
import { SharedReads } from "../../src/engine/shared-reads.ts";
import type { EngineWorld } from "../../src/engine/world.ts";
import type { ItemKey } from "../../src/keys.ts";
import { openRig, type Ran, type Rig } from "../support/rig.ts";

const MINUTE_MS = 60_000;
const rigs: Rig[] = [];

async function open(scenario: string): Promise<Rig> {
  const rig = await openRig({ scenario, wire: "none", durations: quickDurations });
  rigs.push(rig);
  return rig;
}

afterEach(async () => {
  for (const rig of rigs.splice(0)) await rig.close();
});

/** Goes wrong once the plan has been made. */
function fromFirstWrite(world: EngineWorld, goWrong: () => void): EngineWorld {
  let isFirst = true;
  return {
    ...world,
    tell: (event) => {
      if (event.type === "sending" && isFirst) goWrong();
      isFirst &&= event.type !== "sending";
      world.tell(event);
    },
  };
}

/** What is asked of a region reaches nobody there. */
function without(region: string, isDown: () => boolean, world: EngineWorld): EngineWorld {
  const lost = ({ product, action }: ApiCall): Outcome => ({
    is: "unsent",
    error: { code: "sagctl.Unreachable", message: "no connection", product, action },
  });
  const isThere = ({ params }: ApiCall) => params.RegionId === region;
  const send = async (call: ApiCall) => (isDown() && isThere(call) ? lost(call) : world.cloud.send(call));
  const cloud = { serverNow: () => world.cloud.serverNow(), send };
  return { ...world, cloud, reads: new SharedReads(cloud) };
}

function leftOf({ ends }: Ran): readonly ItemKey[] {
  const finished = ["done", "not-needed", "stays"];
  return [...ends].filter(([, end]) => !finished.includes(end.is)).map(([key]) => key);
}

/** Nothing that is left stands for itself: it failed and says so, or waits for what did. All of it is named. */
function expectToTell(rig: Rig, ran: Ran, failed: readonly ItemKey[]): void {
  const left = leftOf(ran);
  const ownFault = left.filter((key) => ran.ends.get(key)?.is !== "held-up");
  expect(ownFault).toEqual(failed);
  expect(judgeFailures({ ran, attempts: [], buyAgain: new Set() })).toEqual([]);
  const text = outcomeOf(ran);
  const titles = rig.nodes.filter(({ key }) => left.includes(key)).map(({ title }) => title);
  expect([...new Set(titles)].filter((title) => !text.includes(title))).toEqual([]);
}

async function expectToComplete(rig: Rig): Promise<void> {
  expect(leftOf(await rig.run())).toEqual([]);
  expect((await rig.run()).sent).toEqual([]);
}

describe("where one part of the cloud does not work, the rest is finished, what is left is told, and later it is done", () => {
  it("a product that turns nine calls of ten away for six seconds: about one a minute gets through", async () => {
    const rig = await open("tutorial-b-cross-region");
    const { faults } = rig.cloud;
    const busy = {
      what: "throttle",
      when: { product: "Vpc", share: 0.9 },
      times: "always",
      retryAfterMs: 6_000,
    } as const;
    const ran = await rig.run({ around: (world) => fromFirstWrite(world, () => void faults.add(busy)) });
    expect(faults.list()[0]?.fired).toBeGreaterThan(5);
    expect(ran.ends.get("transit-router/cn-hangzhou")?.is).toBe("done");
    // The pings that go no way of vpc3 ask for route tables too.
    expectToTell(rig, ran, ["vpc-routes/vpc3", "ping/vpc1/vpc2/172.16.0.1", "ping/vpc2/vpc1/10.0.0.1"]);
    faults.clear();
    await expectToComplete(rig);
  });

  it("a region that is down for good", async () => {
    const rig = await open("tutorial-b-cross-region");
    let isDown = false;
    const goDown = () => {
      isDown = true;
    };
    const around = (world: EngineWorld) =>
      fromFirstWrite(
        without("cn-hangzhou", () => isDown, world),
        goDown,
      );
    const ran = await rig.run({ around });
    expect(ran.ends.get("security-group/vpc1")?.is).toBe("done");
    expectToTell(rig, ran, ["transit-router/cn-hangzhou", "grant/vpc3", "security-group/vpc3"]);
    await expectToComplete(rig);
  });

  it("a task that hangs", async () => {
    const rig = await open("tutorial-b-cross-region");
    const { faults } = rig.cloud;
    const action = "CreateTransitRouterVpcAttachment";
    faults.add({ what: "hang-task", when: { action }, virtualMs: 120 * MINUTE_MS });
    const ran = await rig.run();
    expect(ran.ends.get("transit-router/cn-hangzhou")?.is).toBe("done");
    expectToTell(rig, ran, ["attach/vpc3"]);
    faults.clear();
    await rig.cloud.advanceTo(rig.cloud.now() + 180 * MINUTE_MS);
    await expectToComplete(rig);
  });
});
