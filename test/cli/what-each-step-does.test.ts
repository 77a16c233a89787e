import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { SecurityGroup } from "../../src/simulator/ecs/things.ts";
import { cancelOrder } from "../../src/simulator/orders.ts";
import { CCN } from "../../src/simulator/scenarios/put-backbone.ts";
import type { Ccn, Gateway } from "../../src/simulator/smartag/things.ts";
import type { WorldState } from "../../src/simulator/world.ts";
import { type BadCloud, serveBadCloud, writesIn } from "../support/bad-cloud.ts";
import { exampleWith, type Office, openOffice } from "./bad-input/office.ts";
import { putGateway } from "./bad-input/strange-worlds.ts";

const CONSENTS = ["--yes", "--approve-purchases"] as const;

function gatewayOf(bad: BadCloud): Gateway {
  const [gateway] = bad.cloud.world.all<Gateway>("gateway");
  if (!gateway) throw new Error("no gateway has been bought");
  return gateway;
}

interface Finished {
  readonly bad: BadCloud;
  readonly office: Office;
}

let kept: { readonly state: WorldState; readonly diary: string } | undefined;

/** The office with everything true: built once, and taken up again from then on. */
async function openFinished(): Promise<Finished> {
  if (kept) {
    const { state, diary } = kept;
    const bad = await serveBadCloud({
      build: (world) => void Object.assign(world.state, structuredClone(state), { calls: [] }),
    });
    const office = openOffice({ url: bad.url });
    writeFileSync(join(office.folder, "diary/state.json"), diary);
    return { bad, office };
  }
  const bad = await serveBadCloud();
  const office = openOffice({ url: bad.url });
  expect((await office.run("apply", ...CONSENTS)).code).toBe(0);
  const diary = readFileSync(join(office.folder, "diary/state.json"), "utf8");
  kept = { state: structuredClone(bad.cloud.world.state), diary };
  return { bad, office };
}

describe("purchase", () => {
  test.each(["wanted", "because the balance is low"])(
    "an unpaid order, %s, is waited for and never bought again",
    async (why) => {
      const bad = await serveBadCloud();
      bad.cloud.world.state.people = "manual";
      if (why !== "wanted") for (const account of bad.cloud.world.state.accounts) account.balance = 1;
      const text = why === "wanted" ? exampleWith("months: 12", "months: 12\n      autoPay: false") : undefined;
      const office = openOffice({ url: bad.url, ...(text === undefined ? {} : { text }) });
      for (const _ of [1, 2]) {
        const { code, words } = await office.run("apply", ...CONSENTS);
        expect(code).toBe(6);
        expect(words).toContain(`order ${bad.cloud.ledger()[0]?.orderId} is not paid`);
      }
      expect(bad.cloud.ledger().filter((order) => order.product === "Smartag")).toHaveLength(1);
      bad.cloud.people.pay();
      expect((await office.run("status")).words).toContain(gatewayOf(bad).id);
    },
  );
});

test("an unpaid order is found again when the diary is lost", async () => {
  const bad = await serveBadCloud();
  bad.cloud.world.state.people = "manual";
  const text = exampleWith("months: 12", "months: 12\n      autoPay: false");
  const office = openOffice({ url: bad.url, text });
  await office.run("apply", ...CONSENTS);
  office.loseDiary();
  const { code, words } = await office.run("apply", ...CONSENTS);
  expect(words).toContain(`order ${bad.cloud.ledger()[0]?.orderId} is not paid`);
  expect(code).toBe(6);
  expect(bad.cloud.ledger()).toHaveLength(1);
});

test("an order that was cancelled is bought anew by a person's word for this very purchase", async () => {
  const bad = await serveBadCloud();
  bad.cloud.world.state.people = "manual";
  const office = openOffice({ url: bad.url, text: exampleWith("months: 12", "months: 12\n      autoPay: false") });
  await office.run("apply", ...CONSENTS);
  cancelOrder(bad.cloud.world, bad.cloud.ledger()[0]?.orderId);
  const { code, words } = await office.run("apply", ...CONSENTS);
  expect(code).toBe(1);
  const [, mark = ""] = /was cancelled, so there is no gateway.*--buy-again (sagctl-[0-9a-f]{12}-g1)/.exec(words) ?? [];
  const other = await office.run("apply", ...CONSENTS, "--buy-again", "sagctl-0123456789ab-g1");
  expect([other.code, other.words]).toEqual([2, expect.stringContaining(`--buy-again ${mark}`)]);
  expect(bad.cloud.ledger()).toHaveLength(1);
  expect((await office.run("apply", ...CONSENTS, "--buy-again", mark)).words).toContain("is not paid");
  expect(bad.cloud.ledger()).toHaveLength(2);
  cancelOrder(bad.cloud.world, bad.cloud.ledger()[1]?.orderId);
  const again = await office.run("apply", ...CONSENTS, "--buy-again", mark);
  expect([again.code, again.words]).toEqual([2, expect.stringContaining(`--buy-again ${mark.replace(/1$/, "2")}`)]);
});

describe("the parcel", () => {
  test.each([false, true])(
    "the parcel is named with gateway, order and time (order as a number: %s)",
    async (isNumber) => {
      const bad = await serveBadCloud({ switches: { orderIdAsNumber: isNumber } });
      bad.cloud.world.state.people = "manual";
      const office = openOffice({ url: bad.url });
      for (const command of ["apply", "plan", "connect"]) {
        const { words } = await office.run(command, ...(command === "apply" ? CONSENTS : []));
        const { id, orderId } = gatewayOf(bad);
        expect(words).toContain(`the parcel of ${id}: not shipped yet, order ${orderId}, ordered 20`);
        expect(words).not.toContain("number is not known");
      }
    },
  );

  test("the number of an order that the diary does not hold is said to be unknown, and where it stands", async () => {
    const bad = await serveBadCloud();
    bad.cloud.world.state.people = "manual";
    const office = openOffice({ url: bad.url });
    await office.run("apply", ...CONSENTS);
    office.loseDiary();
    const { code, words } = await office.run("apply", ...CONSENTS);
    expect(words).toContain(`the parcel of ${gatewayOf(bad).id}: not shipped yet, ordered 20`);
    expect(words).toContain("The order's number is not known");
    expect(words).toContain("order centre");
    expect(code).toBe(6);
  });

  test("a gateway that the file names is not said to be of the order of another one", async () => {
    const bad = await serveBadCloud({
      build: (world) => putGateway(world, { cidrs: [], ccnId: "", status: "Ordered", serialNumbers: [], name: "x" }),
    });
    bad.cloud.world.state.people = "manual";
    const office = openOffice({ url: bad.url });
    await office.run("apply", ...CONSENTS, "--new");
    office.write(exampleWith("      model: sag-100wm", "      id: sag-other0office1k7m2\n      model: sag-100wm"));
    const { words } = await office.run("plan");
    expect(words).toContain("the parcel of sag-other0office1k7m2: not shipped yet, ordered 20");
    expect(words).not.toContain(`order ${bad.cloud.ledger()[0]?.orderId}`);
  });
});

describe("connect and activate", () => {
  test("--received is a person's word: it activates in the same run, --yes alone does not", async () => {
    const bad = await serveBadCloud();
    bad.cloud.world.state.people = "manual";
    const office = openOffice({ url: bad.url });
    expect((await office.run("apply", ...CONSENTS)).code).toBe(6);
    bad.cloud.world.put("gateway", { ...gatewayOf(bad), status: "Delivered", serialNumbers: ["sagq1w2e3r4"] });
    expect((await office.run("apply", ...CONSENTS)).words).toContain("shipped");
    expect(writesIn(bad)).not.toContain("ActivateSmartAccessGateway");
    await office.run("apply", ...CONSENTS, "--received");
    expect(writesIn(bad)).toContain("ActivateSmartAccessGateway");
  });

  test("after 48 hours without delivery a ticket is what helps", async () => {
    const bad = await serveBadCloud();
    bad.cloud.world.state.people = "manual";
    const office = openOffice({ url: bad.url });
    await office.run("apply", ...CONSENTS);
    await bad.cloud.advanceTo(bad.cloud.now() + 49 * 3_600_000);
    const { words } = await office.run("apply", ...CONSENTS);
    expect(words).toContain("open a ticket");
    expect(words).toContain(`order ${gatewayOf(bad).orderId}`);
  });

  test.each([
    ["Arrearage", "is locked: its subscription is overdue"],
    ["Returning", "is being sent back"],
  ])("a gateway that is %s is told in its own words, and nothing is tried", async (status, words) => {
    const { bad, office } = await openFinished();
    bad.cloud.world.put("gateway", { ...gatewayOf(bad), status });
    const before = bad.cloud.calls().length;
    const run = await office.run("apply", ...CONSENTS);
    expect(run.words).toContain(`${gatewayOf(bad).id} ${words}`);
    expect(run.code).not.toBe(0);
    expect(
      bad.cloud
        .calls()
        .slice(before)
        .filter((call) => call.kind === "write"),
    ).toEqual([]);
  });
});

describe("static routes", () => {
  test("an extra block keeps its place, is reported, and goes only with --replace", async () => {
    const { bad, office } = await openFinished();
    bad.cloud.world.put("gateway", { ...gatewayOf(bad), cidrs: ["192.168.77.0/24", "172.16.0.0/12"] });
    expect((await office.run("apply", ...CONSENTS)).words).toContain("also 192.168.77.0/24");
    expect(gatewayOf(bad).cidrs).toEqual(["192.168.77.0/24", "172.16.0.0/12"]);
    expect((await office.run("apply", ...CONSENTS, "--replace")).code).toBe(0);
    expect(gatewayOf(bad).cidrs).toEqual(["172.16.0.0/12"]);
  });

  test("what is missing comes behind what is there: the first block feeds the device's DHCP", async () => {
    const { bad, office } = await openFinished();
    bad.cloud.world.put("gateway", { ...gatewayOf(bad), cidrs: ["192.168.77.0/24"] });
    expect((await office.run("apply", ...CONSENTS)).code).toBe(0);
    expect(gatewayOf(bad).cidrs).toEqual(["192.168.77.0/24", "172.16.0.0/12"]);
  });

  test("dynamic routing is never switched off: exit 7", async () => {
    const { bad, office } = await openFinished();
    bad.cloud.world.put("gateway", { ...gatewayOf(bad), cidrs: [], routingStrategy: "dynamic" });
    const { code, words } = await office.run("apply", ...CONSENTS);
    expect(code).toBe(7);
    expect(words).toContain("OSPF or BGP");
  });
});

describe("CCN", () => {
  test("of the new access generation: exit 7 names the other way", async () => {
    const bad = await serveBadCloud();
    const ccn = bad.cloud.world.find<Ccn>("ccn", CCN) as Ccn;
    bad.cloud.world.put("ccn", { ...ccn, newAgw: true });
    const { code, words } = await openOffice({ url: bad.url }).run("apply", ...CONSENTS);
    expect(code).toBe(7);
    expect(words).toContain("AttachCcnInstanceToCen");
    expect(writesIn(bad)).toEqual([]);
  });

  test("that others share asks by itself, with the number", async () => {
    const bad = await serveBadCloud({ build: (world) => putGateway(world, { cidrs: ["192.168.7.0/24"] }) });
    const office = openOffice({ url: bad.url });
    const { code, words } = await office.run("apply", ...CONSENTS);
    expect(code).toBe(7);
    expect(words).toContain("1 other gateways");
    expect(words).toContain("--allow-shared");
    expect(writesIn(bad)).toEqual([]);
    expect((await office.run("apply", ...CONSENTS, "--allow-shared")).code).toBe(0);
  });
});

describe("bandwidth", () => {
  test("a refusal of pay-as-you-go is exit 5, and never turns into a subscription", async () => {
    const bad = await serveBadCloud({ switches: { postpayPackages: false } });
    const { code, words } = await openOffice({ url: bad.url }).run("apply", ...CONSENTS);
    expect(code).toBe(5);
    expect(words).toContain("charge: PREPAY");
    expect(bad.cloud.ledger().filter((order) => order.product === "Cbn")).toEqual([]);
  });

  test("a connection with more than asked for is left, and lowered only with --allow-lower", async () => {
    const { bad } = await openFinished();
    const text = exampleWith(
      "{ between: [ccn, silicon-valley], bandwidthMbps: 5 }",
      "{ between: [ccn, silicon-valley], bandwidthMbps: 4 }",
    );
    const office = openOffice({ url: bad.url, text });
    expect((await office.run("apply", ...CONSENTS)).words).toContain("--allow-lower");
    const before = writesIn(bad).length;
    expect((await office.run("apply", ...CONSENTS, "--allow-lower")).code).toBe(0);
    expect(writesIn(bad).slice(before)).toEqual(["SetCenInterRegionBandwidthLimit"]);
  });

  test("package and connections wait for activation, unless --eager", async () => {
    const bad = await serveBadCloud();
    bad.cloud.world.state.people = "manual";
    const office = openOffice({ url: bad.url });
    await office.run("apply", ...CONSENTS);
    expect(writesIn(bad)).not.toContain("CreateCenBandwidthPackage");
    await office.run("apply", ...CONSENTS, "--eager");
    expect(writesIn(bad)).toContain("SetCenInterRegionBandwidthLimit");
    expect(writesIn(bad)).not.toContain("ActivateSmartAccessGateway");
  });
});

describe("security group and ping", () => {
  test("a Drop rule of equal priority is not done, and nothing is added beside it", async () => {
    const { bad, office } = await openFinished();
    const group = bad.cloud.world
      .all<SecurityGroup>("security-group")
      .find((one) => one.id === "sg-bp1hz0web4k7m2x9q3w1");
    if (!group) throw new Error("the scenario has no such group");
    const [own] = group.rules.filter((rule) => rule.cidr === "172.16.0.0/12");
    const drop = { ...own, id: "sgr-drop", policy: "Drop", description: "" } as SecurityGroup["rules"][number];
    bad.cloud.world.put("security-group", { ...group, rules: [...group.rules, drop] });
    const before = writesIn(bad).length;
    const { code, words } = await office.run("security-group", ...CONSENTS);
    expect(code).toBe(1);
    expect(words).toContain("A Drop rule of sg-bp1hz0web4k7m2x9q3w1 in hangzhou keeps ICMP from 172.16.0.0/12 out");
    expect((await office.run("apply", ...CONSENTS)).code).toBe(1);
    expect(writesIn(bad)).toHaveLength(before);
  });

  test("securityGroups: [] says that nothing is to be opened in that VPC", async () => {
    const bad = await serveBadCloud();
    const text = exampleWith("[sg-bp1hz0web4k7m2x9q3w1]", "[]").replace("verify: [10.1.0.10]", "verify: []");
    const office = openOffice({ url: bad.url, text });
    const { words } = await office.run("status");
    expect(words).toContain("no group of hangzhou is to be opened (securityGroups: [])");
    expect((await office.run("security-group", "--yes")).code).toBe(0);
    const opened = bad.cloud.calls().filter((call) => call.kind === "write");
    expect(opened.map((call) => call.params.SecurityGroupId)).toEqual(["sg-rj9sv0web8d5n1c6t2y4"]);
  });

  test("securityGroups: [] leaves it to the group of the pinged instance whether the path is good", async () => {
    const group = "sg-bp1hz0web4k7m2x9q3w1";
    const text = exampleWith(`[${group}]`, "[]");
    const opened = await openFinished();
    writeFileSync(join(opened.office.folder, "sagctl.yaml"), text);
    expect((await opened.office.run("verify", ...CONSENTS)).code).toBe(0);
    const bad = await serveBadCloud();
    const shut = await openOffice({ url: bad.url, text }).run("apply", ...CONSENTS);
    expect(shut.code).toBe(1);
    expect(shut.words).toContain(`No rule at hangzhou (${group}) lets ICMP from 172.16.0.0/12 in.`);
    expect(shut.words).toContain(`vpcs: {hangzhou: {securityGroups: [${group}]}}`);
  });

  test("a ping that only the free test bandwidth carries is probe only: exit 1, naming region-connection", async () => {
    const bad = await serveBadCloud();
    const text = exampleWith("  - { between: [ccn, silicon-valley], bandwidthMbps: 5 }\n", "");
    const { code, words } = await openOffice({ url: bad.url, text }).run("apply", ...CONSENTS);
    expect(code).toBe(1);
    expect(words).toContain("probe only");
    expect(words).toMatch(
      /Add under connections: - \{ between: \[ccn, silicon-valley\], bandwidthMbps: … \}, then sagctl region-connection .*--only ccn\/silicon-valley/,
    );
  });
});

test("half done in the console, and the file does not name the gateway: nothing is bought beside it, exit 7", async () => {
  const bad = await serveBadCloud({
    build: (world) => putGateway(world, { name: "console", ccnId: undefined as never, cidrs: ["172.16.0.0/12"] }),
  });
  const { code, words } = await openOffice({ url: bad.url }).run("apply", ...CONSENTS);
  expect(code).toBe(7);
  expect(words).toContain("gateway: {id:");
  expect(words).toContain("--new");
  expect(writesIn(bad)).toEqual([]);
});
