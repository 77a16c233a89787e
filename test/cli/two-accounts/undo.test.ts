import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { RouterAttachment } from "../../../src/simulator/cbn/things.ts";
import { VPC3 } from "../../../src/simulator/scenarios/put-three-vpcs.ts";
import { tutorialB } from "../../../src/simulator/scenarios/tutorial-b.ts";
import type { RouteEntry } from "../../../src/simulator/vpc/things.ts";
import { exampleBut } from "../../steps/enterprise.ts";
import { itemOf, lineFor } from "../../support/told-lines.ts";
import { type Operator, openSharedCloud, type SharedCloud } from "../../support/two-operators.ts";

const consents = ["--yes", "--approve-purchases", "--json"];

let shared: SharedCloud;
let hub: Operator;
let shop: Operator;
beforeEach(async () => {
  shared = await openSharedCloud(tutorialB);
  [hub, shop] = [shared.operator("hub"), shared.operator("shop")];
  await shop.run("grant", "--yes");
});
afterEach(() => shared.close());

const now = () => shared.cloud.calls().length;
const attachment = () =>
  shared.cloud.world.all<RouterAttachment>("tr-attachment").find((one) => one.name === "attach3")?.id ?? "none";
const routes = () =>
  shared.cloud.world.all<RouteEntry>("route-entry").filter((one) => one.routeTableId === `vtb-${VPC3.tail}`);

/** Account B has the network file, and tells its run the attachment's id by flag. */
async function connect(): Promise<void> {
  await hub.run("apply", ...consents);
  await shop.run("vpc-routes", "--only", "vpc3", "--to-attachment", attachment(), "--yes");
  await shop.run("security-group", "--only", "vpc3", "--yes");
  expect(routes()).toHaveLength(3);
}

describe("account B undoes with the network file", () => {
  beforeEach(connect);

  it("its routes by their mark, without the attachment's id; not its grant while A has the VPC attached", async () => {
    const [before, others] = [now(), shared.callsOfOthers("shop").length];
    const result = await shop.run("undo", "--yes", "--json");
    expect([result.code, routes()]).toEqual([6, []]);
    expect(shared.writesSince(before)).not.toContain("RevokeInstanceFromTransitRouter");
    expect(lineFor(result, "grant/vpc3").slice(-2)).toEqual(["--only", "vpc3"]);
    expect(shared.callsOfOthers("shop")).toHaveLength(others);
  });

  it("and with that id in the file just as well: no revocation is tried again and again", async () => {
    const id = `    id: vpc-${VPC3.tail}\n`;
    const text = exampleBut("tutorial-b", [id, `${id}    attachment: ${attachment()}\n`]);
    writeFileSync(join(shop.folder, "sagctl.yaml"), text);
    const before = now();
    expect((await shop.run("undo", "--yes")).code).toBe(6);
    expect(shared.writesSince(before).toSorted()).toEqual([
      ...Array(3).fill("DeleteRouteEntry"),
      "RevokeSecurityGroup",
    ]);
    expect((await hub.run("undo", "--only", "vpc3", "--yes")).code).toBe(0);
    expect((await shop.run("undo", "--yes")).code).toBe(0);
    expect(shared.writesSince(before).at(-1)).toBe("RevokeInstanceFromTransitRouter");
    expect((await shop.run("undo", "--only", "vpc3", "--yes")).code).toBe(0);
  });

  it("which says once, by name, what of it lies in the other account", async () => {
    const { stdout } = await shop.run("undo", "--yes");
    const said = stdout.replace(/\s+/g, " ");
    expect(said.match(/not readable from here/g)).toHaveLength(1);
    expect(said).toMatch(
      /The other account .*VPCs attached · Transit routers found · CEN found not readable from here/,
    );
    expect(said).not.toContain("hub or hub");
  });
});

describe("account A undoes", () => {
  it("with one line for all that is B's to do", async () => {
    await connect();
    const { code, stdout } = await hub.run("undo", "--yes");
    const said = stdout.replace(/\s+/g, " ");
    expect([code, said.match(/Whoever has the key of shop/g)?.length]).toEqual([6, 1]);
    expect(said).toContain("In the other account: Whoever has the key of shop runs: sagctl undo");
  });

  it("at once, where B has set no routes yet, and does not wait for the grant", async () => {
    await hub.run("apply", ...consents);
    const result = await hub.run("undo", "--yes", "--json");
    expect([result.code, attachment()]).toEqual([0, "none"]);
    expect(itemOf(result, "grant/vpc3").end).toMatchObject({ is: "blocked", elsewhere: true });
    const again = await hub.run("undo", "--yes", "--json");
    expect([again.code, itemOf(again, "vpc-routes/vpc3").end.is]).toEqual([0, "not-needed"]);
  });

  it("to no end where the routes that lead there are B's own, and says whose turn it is each time", async () => {
    await connect();
    for (const route of routes()) shared.cloud.world.put("route-entry", { ...route, description: "" });
    const bare = shared.operator("shop", false);
    const theirs = lineFor(await hub.run("undo", ...consents), "attach/vpc3");
    const { code, stdout } = await bare.run(...theirs, "--yes");
    expect([code, routes().length]).toEqual([0, 3]);
    expect(stdout).toContain("vpc3 had routes to its attachment before sagctl");
    expect(itemOf(await hub.run("undo", ...consents), "attach/vpc3").end.is).toBe("blocked");
  });
});
