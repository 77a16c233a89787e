import { expect, it } from "vitest";
import { openAt } from "../support/rig.ts";
import { openEnterprise } from "./enterprise.ts";
import { inOneTable, NAME, only, tablesOf } from "./isolated-network.ts";

it("undo that dies behind any write goes on at once, while the cloud is still at work on that", async () => {
  const before = await openEnterprise(NAME);
  await before.run({ only });
  const { state, diary } = await before.moment();
  const { boundaries } = await before.run({ way: "undo", only });
  await before.close();
  const writes = [...boundaries.entries()].filter(([, { at }]) => at === "after-send");
  for (const [index] of writes) {
    const rig = await openAt({ state, diary }, { wire: "none" });
    expect((await rig.run({ way: "undo", only, dieAt: index + 1 })).died).toBe(true);
    const { ends } = await rig.run({ way: "undo", only });
    expect([...ends].filter(([, end]) => end.is === "failed")).toEqual([]);
    expect(tablesOf(rig), JSON.stringify(boundaries[index])).toEqual(inOneTable);
    await rig.close();
  }
  expect(writes).toHaveLength(11);
});
