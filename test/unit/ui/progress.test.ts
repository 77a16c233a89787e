import { describe, expect, it } from "vitest";
import { createProgress } from "../../../src/ui/progress.ts";
import { ccnDone, cenDone, hangzhouDone, plan, probeOnly, valleyDone } from "./tutorial.ts";

const keys = (blocks: readonly (readonly { item: string }[])[]) => blocks.map((block) => block.map((one) => one.item));

describe("the order of progress", () => {
  it("shows a step when all its items ended, in the order of the plan", () => {
    const progress = createProgress();
    progress.expect(plan);
    expect(keys(progress.ended(cenDone))).toEqual([["cen/global"]]);
    expect(keys(progress.ended(ccnDone))).toEqual([["ccn/default"]]);
    expect(keys(progress.ended(valleyDone))).toEqual([]);
    expect(keys(progress.ended(hangzhouDone))).toEqual([["attach/hangzhou", "attach/silicon-valley"]]);
  });

  it("holds a step back until those before it are shown", () => {
    const progress = createProgress();
    progress.expect(plan);
    expect(keys(progress.ended(ccnDone))).toEqual([]);
    expect(keys(progress.ended(cenDone))).toEqual([["cen/global"], ["ccn/default"]]);
  });

  it("holds nothing back that is complete while the world outside is waited for", () => {
    const progress = createProgress();
    progress.expect(plan);
    progress.ended(probeOnly);
    progress.ended(valleyDone);
    expect(keys(progress.waitsForWorld())).toEqual([["ping/hangzhou"]]);
  });

  it("shows the rest at the end, each once", () => {
    const progress = createProgress();
    progress.expect(plan);
    progress.ended(cenDone);
    progress.ended(valleyDone);
    expect(keys(progress.rest())).toEqual([["attach/silicon-valley"]]);
    expect(keys(progress.rest())).toEqual([]);
  });

  it("shows each end at once when no plan was told", () => {
    expect(keys(createProgress().ended(hangzhouDone))).toEqual([["attach/hangzhou"]]);
  });
});
