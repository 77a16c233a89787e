import { describe, expect, it } from "vitest";
import { HUB } from "../../../src/simulator/scenarios/accounts.ts";
import type { SimKey } from "../../../src/simulator/world.ts";
import { type BadCloud, expectNothingSent, serveBadCloud, serveBehind, writesIn } from "../../support/bad-cloud.ts";
import { openOffice } from "./office.ts";
import { putGateway } from "./strange-worlds.ts";

const CONSENTS = ["--yes", "--approve-purchases", "--allow-shared"];

/** Gives sagctl another key than the cloud knows. */
function serveWithKeys(change: Readonly<Record<string, string>>): Promise<BadCloud> {
  const key = { account: "hub", uid: HUB, keyId: "LTAI5tSimulatedHub0001", secret: "simulated-hub-secret-0001" };
  return serveBehind((path) => (path === "/control/keys" ? Response.json([{ ...key, ...change }]) : undefined));
}

/** Changes the hub's key as the cloud has it. */
function changeKey({ cloud }: BadCloud, change: Partial<SimKey>): void {
  const key = cloud.world.state.accounts[0]?.keys[0];
  if (!key) throw new Error("the hub has no key");
  Object.assign(key, change);
}

async function serveWithKey(change: Partial<SimKey>): Promise<BadCloud> {
  const bad = await serveBadCloud();
  changeKey(bad, change);
  return bad;
}

async function serveExpired(): Promise<BadCloud> {
  const bad = await serveBadCloud();
  bad.cloud.faults.add({ when: {}, what: "expired-token", times: "always" });
  return bad;
}

interface Case {
  readonly what: string;
  readonly serve: () => Promise<BadCloud>;
  readonly says: readonly string[];
}

const wrongKey = "The key of the account hub is wrong, switched off or expired. Which one is used: sagctl whoami";
const cases: readonly Case[] = [
  {
    what: "no key",
    serve: () => serveWithKeys({ keyId: "", secret: "" }),
    says: ["Sts GetCallerIdentity was not sent: no key for hub: the key is empty", "sagctl whoami"],
  },
  {
    what: "an unknown key",
    serve: () => serveWithKeys({ keyId: "LTAI5tNobodyKnows001" }),
    says: ["InvalidAccessKeyId.NotFound", wrongKey],
  },
  {
    what: "a wrong secret",
    serve: () => serveWithKeys({ secret: "not-the-secret" }),
    says: ["SignatureDoesNotMatch", wrongKey],
  },
  {
    what: "a key that is switched off",
    serve: () => serveWithKey({ inactive: true }),
    says: ["InvalidAccessKeyId.Inactive", wrongKey],
  },
  { what: "an expired STS token", serve: serveExpired, says: ["InvalidSecurityToken.Expired", wrongKey] },
  {
    what: "a key of a temporary role without its token",
    serve: async () => {
      const bad = await serveWithKeys({});
      changeKey(bad, { securityToken: "a-token", expires: Number.MAX_SAFE_INTEGER });
      return bad;
    },
    says: ["MissingSecurityToken", wrongKey],
  },
];

describe.each(["plan", "apply", "status", "verify", "undo"])("sagctl %s with", (command) => {
  it.each(cases)("$what says so and exits 4", async ({ serve, says }) => {
    const bad = await serve();
    const office = openOffice({ url: bad.url });
    const { code, words } = await office.run(command, ...CONSENTS);
    for (const one of says) expect(words).toContain(one);
    expect(code).toBe(4);
    expectNothingSent(bad);
    office.expectNothingLost();
  });
});

describe.each(["plan", "apply"])("sagctl %s with a key that lacks a right", (command) => {
  it.each([
    ["smartag:DescribeSmartAccessGateways", "Smartag refused DescribeSmartAccessGateways: Forbidden.RAM"],
    ["cen:DescribeCens", "Cbn refused DescribeCens: Forbidden.RAM"],
    ["vpc:DescribeVpcs", "Vpc refused DescribeVpcs: Forbidden.RAM"],
    ["ecs:DescribeSecurityGroupAttribute", "Ecs refused DescribeSecurityGroupAttribute: Forbidden.RAM"],
    ["bss:DescribeOrderList", "BssOpenApi refused QueryOrders: NotAuthorized"],
  ])("to read: names %s, sends nothing at all, exits 4", async (right, refusal) => {
    const bad = await serveWithKey({ denied: [right] });
    const office = openOffice({ url: bad.url });
    const { code, words } = await office.run(command, ...CONSENTS);
    expect(words).toContain(refusal);
    expect(words).toContain(`Allow the RAM action ${right} to the user or role that sagctl runs as in the account hub`);
    expect(code).toBe(4);
    expectNothingSent(bad);
    office.expectNothingLost();
  });
});

describe("a key that lacks a right", () => {
  it("to write: names the RAM action, buys nothing, and goes on once it is there", async () => {
    const bad = await serveWithKey({ denied: ["smartag:CreateSmartAccessGateway"] });
    const office = openOffice({ url: bad.url });
    const { code, words } = await office.run("apply", ...CONSENTS);
    expect(words).toContain("Smartag refused CreateSmartAccessGateway: Forbidden.RAM");
    expect(words).toContain("Allow the RAM action smartag:CreateSmartAccessGateway to the user or role");
    expect(code).toBe(4);
    expect(bad.cloud.ledger()).toEqual([]);
    changeKey(bad, { denied: [] });
    expect(await office.run("apply", ...CONSENTS)).toMatchObject({ code: 0 });
    expect(bad.cloud.ledger()).toHaveLength(2);
  });

  it.each(["plan", "apply"])(
    "and is answered with an empty list: %s buys nothing beside it, exits 4",
    async (command) => {
      const bad = await serveBadCloud({
        switches: { deniedReads: "empty-list" },
        build: (world) => putGateway(world, { cidrs: ["192.168.9.0/24"] }),
      });
      changeKey(bad, { denied: ["smartag:DescribeSmartAccessGateways"] });
      const office = openOffice({ url: bad.url });
      const { code, words } = await office.run(command, ...CONSENTS);
      expect(words).toContain("The account uses 1 gateways, but the list shows 0: before a purchase that must agree");
      expect(words).toContain("Allow smartag:DescribeSmartAccessGateways on all gateways to this key");
      expect(words).toContain("--listed 0");
      expect(code).toBe(4);
      expectNothingSent(bad);
      office.expectNothingLost();
    },
  );

  it("and is answered with an empty list of packages: a second one is not bought", async () => {
    const bad = await serveBadCloud({ switches: { deniedReads: "empty-list" } });
    const office = openOffice({ url: bad.url });
    expect(await office.run("apply", ...CONSENTS)).toMatchObject({ code: 0 });
    changeKey(bad, { denied: ["cen:DescribeCenBandwidthPackages"] });
    const before = writesIn(bad).length;
    const other = openOffice({ url: bad.url });
    const { code, words } = await other.run("apply", ...CONSENTS);
    expect(words).toContain("which the list of bandwidth packages does not show to this key");
    expect(words).toContain("Allow cen:DescribeCenBandwidthPackages on all packages to this key");
    expect(code).toBe(4);
    expect(writesIn(bad)).toHaveLength(before);
    expect(bad.cloud.ledger()).toHaveLength(2);
  });
});

describe("a key of another account", () => {
  it("would buy everything again, so exit 7 names both accounts", async () => {
    const bad = await serveBadCloud({
      build: (world) => {
        const [hub] = world.state.accounts;
        if (hub) hub.uid = "3000000000000003";
      },
    });
    const office = openOffice({ url: bad.url });
    const { code, words } = await office.run("apply", ...CONSENTS);
    expect(words).toContain(
      "The key belongs to account 3000000000000003, but the network file names 1000000000000001 for hub",
    );
    expect(words).toContain("--profile NAME");
    expect(code).toBe(7);
    expectNothingSent(bad);
    office.expectNothingLost();
  });
});

describe("a clock that is wrong", () => {
  it.each(["plan", "apply"])(
    "and stays so after the one try with the service's own time: %s says what to set, exits 4",
    async (command) => {
      const bad = await serveBadCloud();
      const message = "Specified time stamp or date value is expired.";
      const expired = { what: "code", code: "InvalidTimeStamp.Expired", message, point: "verify" } as const;
      bad.cloud.faults.add({ when: {}, times: "always", ...expired });
      const office = openOffice({ url: bad.url });
      const { code, words } = await office.run(command, ...CONSENTS);
      expect(words).toContain("InvalidTimeStamp.Expired");
      expect(words).toContain("Set this machine's clock: the service takes requests up to 15 minutes off its own time");
      expect(code).toBe(4);
      expectNothingSent(bad);
      office.expectNothingLost();
    },
  );
});
