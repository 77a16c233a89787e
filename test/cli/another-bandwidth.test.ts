import { beforeEach, describe, expect, test } from "vitest";
import type { Gateway } from "../../src/simulator/smartag/things.ts";
import { type BadCloud, serveBadCloud, writesIn } from "../support/bad-cloud.ts";
import { exampleWith, type Office, openOffice } from "./bad-input/office.ts";

const CONSENTS = ["--yes", "--approve-purchases"] as const;
const PING = ["ping", "--source", "172.16.0.10"] as const;
const tutorial = "months: 12";

/** The finished office, whose file asks for more bandwidth of the gateway from now on; a person is to pay for it. */
let bad: BadCloud;
let office: Office;

beforeEach(async () => {
  bad = await serveBadCloud();
  office = openOffice({ url: bad.url });
  expect((await office.run("apply", ...CONSENTS)).code).toBe(0);
  const text = exampleWith(tutorial, `${tutorial}\n      autoPay: false`);
  office.write(text.replace("bandwidthMbps: 10", "bandwidthMbps: 20"));
});

/** Somebody takes the gateway off the CCN and removes its routes. */
function takeOff(): void {
  for (const gateway of bad.cloud.world.all<Gateway>("gateway")) {
    const { ccnId: _, ...unbound } = gateway;
    bad.cloud.world.put("gateway", { ...unbound, cidrs: [] });
  }
}

describe("another bandwidth for the gateway", () => {
  test("is nothing that a ping waits for, nor any step that needs only the gateway", async () => {
    expect(await office.run(...PING)).toMatchObject({ code: 0 });
    takeOff();
    const before = writesIn(bad).length;
    for (const step of ["static-routes", "ccn-bind"]) expect((await office.run(step, "--yes")).code).toBe(0);
    expect(writesIn(bad).slice(before)).toEqual(["ModifySmartAccessGateway", "BindSmartAccessGateway"]);
  });

  test("that is ordered and not paid is waited for alone: all else is mended", async () => {
    takeOff();
    bad.cloud.world.state.people = "manual";
    const before = writesIn(bad).length;
    for (const _ of [1, 2]) {
      const { code, words } = await office.run("apply", ...CONSENTS);
      expect(words).toMatch(/order \d+ is not paid/);
      expect(code).toBe(6);
    }
    const sent = writesIn(bad).slice(before).sort();
    expect(sent).toEqual(["BindSmartAccessGateway", "ModifySmartAccessGateway", "UpgradeSmartAccessGateway"]);
    await bad.cloud.advanceTo(bad.cloud.now() + 3_600_000);
    expect((await office.run(...PING)).code).toBe(0);
  });
});

test("another bandwidth while the parcel is on its way is ordered after the activation, by the next run", async () => {
  const cloud = await serveBadCloud();
  cloud.cloud.world.state.people = "manual";
  const folder = openOffice({ url: cloud.url });
  expect((await folder.run("apply", ...CONSENTS)).code).toBe(6);
  folder.write(folder.text.replace("bandwidthMbps: 10", "bandwidthMbps: 20"));
  const { code, words } = await folder.run("apply", ...CONSENTS);
  expect(words).toMatch(/sag-\w+ to be activated, since its bandwidth can be changed from 10 to 20 Mbit\/s only then/);
  expect(code).toBe(6);
  for (const gateway of cloud.cloud.world.all<Gateway>("gateway")) {
    cloud.cloud.world.put("gateway", { ...gateway, status: "Received", serialNumbers: ["sagbox00001"] });
  }
  expect((await folder.run("apply", ...CONSENTS)).code).toBe(6);
  expect(writesIn(cloud)).toContain("ActivateSmartAccessGateway");
  expect(writesIn(cloud)).not.toContain("UpgradeSmartAccessGateway");
  expect((await folder.run("purchase", ...CONSENTS)).code).toBe(0);
  expect(writesIn(cloud).filter((action) => action === "UpgradeSmartAccessGateway")).toHaveLength(1);
});
