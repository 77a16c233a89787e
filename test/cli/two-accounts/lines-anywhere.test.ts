import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { tutorialB } from "../../../src/simulator/scenarios/tutorial-b.ts";
import type { RouteEntry } from "../../../src/simulator/vpc/things.ts";
import { exampleBut } from "../../steps/enterprise.ts";
import { lineFor } from "../../support/told-lines.ts";
import { openSharedCloud } from "../../support/two-operators.ts";

const consents = ["--yes", "--approve-purchases", "--json"];

/** Account B types the lines that A was told, in a folder with this network file; how its commands end, and the marks that they leave. */
async function typedBeside(file: string | undefined) {
  const shared = await openSharedCloud(tutorialB);
  onTestFinished(() => shared.close());
  const [hub, shop] = [shared.operator("hub"), shared.operator("shop", false)];
  if (file !== undefined) writeFileSync(join(shop.folder, "sagctl.yaml"), file);
  const type = async (line: readonly string[]) => (await shop.run(...line, "--yes")).code;
  const granted = await type(lineFor(await hub.run("apply", ...consents), "grant/vpc3"));
  const routed = await type(lineFor(await hub.run("apply", ...consents), "vpc-routes/vpc3"));
  const routes = shared.cloud.world.all<RouteEntry>("route-entry").filter((one) => one.routeTableId.includes("vpc3"));
  return { codes: [granted, routed], marks: [...new Set(routes.map((one) => one.description))] };
}

describe("the lines that account B is given", () => {
  const office = "network: office\naccounts: { own: { uid: '2000000000000002' } }\n";

  it("work wherever they are typed: without a file, beside the same one, beside one of another network", async () => {
    for (const file of [undefined, exampleBut("tutorial-b"), office]) {
      expect((await typedBeside(file)).codes, file?.slice(0, 99)).toEqual([0, 0]);
    }
  });

  it("leave the marks that the network file gives", async () => {
    const { marks } = await typedBeside(undefined);
    const shared = await openSharedCloud(tutorialB);
    onTestFinished(() => shared.close());
    const [hub, shop] = [shared.operator("hub"), shared.operator("shop")];
    await shop.run("grant", "--yes");
    const line = lineFor(await hub.run("apply", ...consents), "vpc-routes/vpc3");
    const attachment = line[line.indexOf("--to-attachment") + 1] ?? "";
    await shop.run("vpc-routes", "--only", "vpc3", "--to-attachment", attachment, "--yes");
    const routes = shared.cloud.world.all<RouteEntry>("route-entry").filter((one) => one.routeTableId.includes("vpc3"));
    expect([...new Set(routes.map((one) => one.description))]).toEqual(marks);
    expect(marks).toEqual([expect.stringMatching(/^sagctl-[0-9a-f]{12}-g1$/)]);
  });
});
