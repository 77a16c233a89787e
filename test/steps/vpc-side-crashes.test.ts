import { expect, it } from "vitest";
import { openAt } from "../support/rig.ts";
import { ofSteps, openEnterprise } from "./enterprise.ts";

const only = ofSteps("route-tables", "vpc-routes", "security-group");

it("tables, routes and groups of tutorial B end in the same world after a crash at any moment of their writes", async () => {
  const attached = await openEnterprise("tutorial-b");
  await attached.run({ only: ofSteps("grant", "attach") });
  const before = await attached.moment();
  await attached.close();
  const sound = await openAt(before, { wire: "none" });
  const { boundaries, sent } = await sound.run({ only });
  const wanted = await sound.settled();
  await sound.close();
  expect(sent).toHaveLength(8);
  const writing = [...boundaries.entries()].filter(([, { at, state }]) => at === "after-send" || state === "sending");
  expect(writing).toHaveLength(3 * sent.length);
  for (const [index, boundary] of writing) {
    const rig = await openAt(before, { wire: "none" });
    expect((await rig.run({ only, dieAt: index + 1 })).died).toBe(true);
    await rig.run({ only });
    expect(await rig.settled(), JSON.stringify(boundary)).toEqual(wanted);
    await rig.close();
  }
});
