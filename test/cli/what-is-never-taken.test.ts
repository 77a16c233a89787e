import { expect, test } from "vitest";
import type { Instance, SecurityGroup } from "../../src/simulator/ecs/things.ts";
import { CCN } from "../../src/simulator/scenarios/put-backbone.ts";
import type { Ccn, Gateway } from "../../src/simulator/smartag/things.ts";
import { serveBadCloud, writesIn } from "../support/bad-cloud.ts";
import { exampleWith, openOffice } from "./bad-input/office.ts";

const CONSENTS = ["--yes", "--approve-purchases"] as const;

test("a gateway on another CCN is not detached: exit 7 names both", async () => {
  const bad = await serveBadCloud();
  const office = openOffice({ url: bad.url });
  expect((await office.run("apply", ...CONSENTS)).code).toBe(0);
  const [gateway] = bad.cloud.world.all<Gateway>("gateway");
  const other = { ...(bad.cloud.world.find<Ccn>("ccn", CCN) as Ccn), id: "ccn-other0of0somebody1", isDefault: false };
  bad.cloud.world.put("ccn", other);
  bad.cloud.world.put("gateway", { ...gateway, ccnId: other.id } as Gateway);
  const before = writesIn(bad).length;
  const { code, words } = await office.run("apply", ...CONSENTS);
  expect(code).toBe(7);
  expect(words).toContain(other.id);
  expect(writesIn(bad)).toHaveLength(before);
});

test("several security groups of the instance: sagctl does not choose, exit 7 lists them", async () => {
  const bad = await serveBadCloud();
  const instance = bad.cloud.world.find<Instance>("instance", "i-bp1hz0web4k7m2x9q3w1") as Instance;
  bad.cloud.world.put("instance", {
    ...instance,
    securityGroupIds: ["sg-bp1hz0web4k7m2x9q3w1", "sg-bp1second0k7m2x9q3w1"],
  });
  const group = bad.cloud.world.find<SecurityGroup>("security-group", "sg-bp1hz0web4k7m2x9q3w1") as SecurityGroup;
  bad.cloud.world.put("security-group", { ...group, id: "sg-bp1second0k7m2x9q3w1" });
  const text = exampleWith("    securityGroups: [sg-bp1hz0web4k7m2x9q3w1]\n", "");
  const { code, words } = await openOffice({ url: bad.url, text }).run("apply", ...CONSENTS);
  expect(code).toBe(7);
  expect(words).toContain("several security groups: sg-bp1hz0web4k7m2x9q3w1, sg-bp1second0k7m2x9q3w1");
  expect(words).toContain("--security-group");
  expect(writesIn(bad)).toEqual([]);
});

test("devices of one's own are bound by their serial numbers, the active one first, and no parcel is waited for", async () => {
  const bad = await serveBadCloud();
  bad.cloud.world.state.people = "manual";
  const text = exampleWith(
    "deployment: stand-alone",
    "deployment: cold-standby\n      serials: [sagown00001, sagown00002]",
  );
  await openOffice({ url: bad.url, text }).run("apply", ...CONSENTS);
  const bound = bad.cloud.calls().filter((call) => call.action === "BindSerialNumber" && call.code === "OK");
  expect(bound.map((call) => call.params.SerialNumber)).toEqual(["sagown00001", "sagown00002"]);
  expect(writesIn(bad)).toContain("ActivateSmartAccessGateway");
});
