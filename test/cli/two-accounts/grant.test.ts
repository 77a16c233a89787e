import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { writeGrantRequest } from "../../../src/network/grant-request.ts";
import type { CenGrant } from "../../../src/simulator/cbn/things.ts";
import { tutorialB } from "../../../src/simulator/scenarios/tutorial-b.ts";
import { openSharedCloud, type SharedCloud } from "../../support/two-operators.ts";

const HUB = "1000000000000001";
const SHOP = "2000000000000002";
const CEN1 = "cen-b3t8n5w1y6j0s4f7d2";
const VPC3 = "vpc-t4nvpc3h3j0s6u2z7g4p8";
const byFlags = ["--name", "vpc3", "--vpc", VPC3, "--region", "ap-southeast-1", "--vpc-account", SHOP];
const toCen1 = [...byFlags, "--cen-id", CEN1, "--cen-owner", HUB];

const place = { name: "vpc3", network: "three-vpcs", marker: "b4d1f7093ac6", vpc: VPC3, region: "ap-southeast-1" };
const until = Date.UTC(2030, 0, 1);
const request = { ...place, owner: SHOP, cen: CEN1, cenOwner: HUB, payer: "cen-owner", until } as const;

let shared: SharedCloud;
beforeEach(async () => {
  shared = await openSharedCloud(tutorialB);
});
afterEach(() => shared.close());

/** What was said, whatever the width of the screen. */
const flat = (...said: readonly string[]) => said.join(" ").replace(/\s+/g, " ");
const grants = () =>
  shared.cloud.world
    .all<CenGrant>("vpc-grant")
    .map(({ instanceId, cenId, cenUid, orderType }) => [instanceId, cenId, cenUid, orderType]);

describe("a grant by account B", () => {
  it("by flags alone and with B's key alone is one write, and none when it is run again", async () => {
    const shop = shared.operator("shop", false);
    const first = await shop.run("grant", ...toCen1, "--yes");
    expect(first.code).toBe(0);
    expect(flat(first.stdout, first.stderr)).toContain("Both accounts must be of one site");
    expect(grants()).toEqual([[VPC3, CEN1, HUB, "PayByCenOwner"]]);
    const second = await shop.run("grant", ...toCen1, "--yes");
    expect([second.code, flat(second.stdout, second.stderr)]).toEqual([0, expect.not.stringContaining("one site")]);
    expect(shared.writesSince(0)).toEqual(["GrantInstanceToTransitRouter"]);
    expect(shared.callsOfOthers("shop")).toEqual([]);
  });

  it("that makes B pay opens B's own service before, and needs a consent of its own", async () => {
    const shop = shared.operator("shop", false);
    const { code, stderr } = await shop.run("grant", ...toCen1, "--payer", "resource-owner", "--yes");
    expect([code, grants()]).toEqual([7, []]);
    expect(stderr).toContain("--approve-purchases");
    expect((await shop.run("grant", ...toCen1, "--payer", "resource-owner", "--yes", "--approve-purchases")).code).toBe(
      0,
    );
    expect(grants()).toEqual([[VPC3, CEN1, HUB, "PayByResourceOwner"]]);
    expect(shared.writesSince(0)).toEqual(["OpenTransitRouterService", "GrantInstanceToTransitRouter"]);
    expect(shared.callsOfOthers("shop")).toEqual([]);
  });

  it("is changed where another payer is wanted", async () => {
    const shop = shared.operator("shop", false);
    await shop.run("grant", ...toCen1, "--payer", "resource-owner", "--yes", "--approve-purchases");
    const { code } = await shop.run("grant", ...toCen1, "--payer", "cen-owner", "--yes", "--allow-shared");
    expect([code, grants()]).toEqual([0, [[VPC3, CEN1, HUB, "PayByCenOwner"]]]);
    const grantsAlone = ["GrantInstanceToTransitRouter", "ModifyGrantInstanceToTransitRouter"];
    expect(shared.writesSince(0)).toEqual(["OpenTransitRouterService", ...grantsAlone]);
  });
});

describe("what a grant by account B must not do", () => {
  it("of a VPC that is not B's is refused before anything is sent", async () => {
    const shop = shared.operator("shop", false);
    const other = toCen1.map((word) => (word === VPC3 ? "vpc-t4nvpc1k7m2x9q3w1a8b5" : word));
    const { code, stdout, stderr } = await shop.run("grant", ...other, "--yes");
    expect([code, shared.writesSince(0)]).toEqual([7, []]);
    expect(flat(stdout, stderr)).toContain("has no VPC vpc-t4nvpc1k7m2x9q3w1a8b5 in ap-southeast-1");
  });

  it("beside one to a wrong account names that one", async () => {
    const shop = shared.operator("shop", false);
    await shop.run("grant", ...byFlags, "--cen-id", CEN1, "--cen-owner", "3000000000000003", "--yes");
    const { code, stderr, stdout } = await shop.run("grant", ...toCen1, "--yes");
    expect(code).toBe(0);
    expect(
      grants()
        .map(([, , uid]) => uid)
        .sort(),
    ).toEqual([HUB, "3000000000000003"]);
    const again = await shop.run("grant", ...toCen1, "--yes");
    expect(`${stdout}${stderr}${again.stdout}${again.stderr}`).toContain("is granted to account 3000000000000003 too");
  });

  it("is taken back by B alone, whose VPC shows that A does not have it attached", async () => {
    const shop = shared.operator("shop");
    await shop.run("grant", "--yes");
    const { code } = await shop.run("undo", "--only", "grant/vpc3", "--yes");
    expect([code, grants(), shared.writesSince(0).at(-1)]).toEqual([0, [], "RevokeInstanceFromTransitRouter"]);
  });
});

describe("without B's key", () => {
  it("A is told the exact line for B, exit 6, and it is what B needs", async () => {
    const hub = shared.operator("hub");
    const { code, stdout } = await hub.run("grant", "--yes", "--json");
    expect([code, shared.writesSince(0)]).toEqual([6, []]);
    const item = JSON.parse(stdout).items.find((one: { key: string }) => one.key === "grant/vpc3");
    const line = /: sagctl (.*)$/.exec(item.end.tryThis[0].text)?.[1] ?? "";
    const shop = shared.operator("shop", false);
    expect((await shop.run(...line.split(" "), "--yes")).code).toBe(0);
    expect(grants()).toEqual([[VPC3, CEN1, HUB, "PayByCenOwner"]]);
    expect((await hub.run("grant", "--yes")).code).toBe(0);
  });
});

/** The word that account A is given to pass on. */
async function requestOf(): Promise<string> {
  const { code, stdout } = await shared.operator("hub").run("grant", "--request");
  expect(code).toBe(0);
  return /sagctl grant --simulate=\S+ --accept (\S+)/.exec(stdout)?.[1] ?? "";
}

describe("a request that is passed on", () => {
  it("is one word that B's key alone carries out", async () => {
    const word = await requestOf();
    const shop = shared.operator("shop", false);
    const before = shared.cloud.calls().length;
    expect((await shop.run("grant", "--accept", word, "--yes")).code).toBe(0);
    expect(grants()).toEqual([[VPC3, CEN1, HUB, "PayByCenOwner"]]);
    expect(
      new Set(
        shared.cloud
          .calls()
          .slice(before)
          .map((call) => call.uid),
      ),
    ).toEqual(new Set([SHOP]));
  });

  it("shows CEN, account and payer before it is granted, and is not granted unasked", async () => {
    const word = await requestOf();
    const shop = shared.operator("shop", false);
    const { code, stdout } = await shop.run("grant", "--accept", word, "--dry-run");
    expect([code, grants()]).toEqual([0, []]);
    const text = stdout.replace(/\s+/g, " ");
    expect(text).toContain(`let account ${HUB} attach vpc3 ${VPC3} to CEN ${CEN1}; the CEN's owner pays`);
    expect((await shop.run("grant", "--accept", word)).code).toBe(2);
    expect(grants()).toEqual([]);
  });

  it("holds no key", async () => {
    const word = await requestOf();
    const inside = Buffer.from(word.split(".")[1] ?? "", "base64url").toString();
    expect(inside.split("\n").slice(0, 7)).toEqual(["vpc3", VPC3, "ap-southeast-1", SHOP, CEN1, HUB, "cen-owner"]);
    for (const { keyId, secret } of shared.cloud.keys())
      for (const one of [keyId, secret]) expect(inside).not.toContain(one);
  });

  it("damaged, expired, or for another account is refused by name, and nothing is sent", async () => {
    const word = await requestOf();
    const shop = shared.operator("shop", false);
    const damaged = await shop.run("grant", "--accept", word.replace(/\.(.)/, ".X$1"), "--yes");
    expect([damaged.code, damaged.stderr.includes("damaged on its way")]).toEqual([2, true]);
    const cut = await shop.run("grant", "--accept", word.slice(5), "--yes");
    expect([cut.code, cut.stderr.includes("This is no request for a grant: one begins with sagctl-grant-1.")]).toEqual([
      2,
      true,
    ]);
    const own = await shared.operator("hub", false).run("grant", "--accept", word, "--yes");
    expect([own.code, own.stderr.includes(`for account ${SHOP}`)]).toEqual([7, true]);
    await shared.cloud.advanceTo(shared.cloud.now() + 8 * 24 * 3_600_000);
    const late = await shop.run("grant", "--accept", word, "--yes");
    expect([late.code, /was good until \d{4}-\d\d-\d\d \d\d:\d\d UTC\n/.test(late.stderr)]).toEqual([7, true]);
    expect([shared.writesSince(0), grants()]).toEqual([[], []]);
  });
});

describe("a request that is none of this key's", () => {
  it("between two accounts of which the key is neither names the one that it is for, and no file", async () => {
    const asked = { ...request, owner: "3000000000000003" };
    const { code, stderr } = await shared.operator("shop", false).run("grant", "--accept", writeGrantRequest(asked));
    expect([code, flat(stderr)]).toEqual([
      7,
      expect.stringContaining("is for account 3000000000000003, whose key is not"),
    ]);
    expect(flat(stderr)).not.toContain("network file");
  });

  it("of an account to itself is refused as such", async () => {
    const asked = { ...request, cenOwner: SHOP };
    const { code, stderr } = await shared.operator("shop", false).run("grant", "--accept", writeGrantRequest(asked));
    expect([code, flat(stderr)]).toEqual([
      2,
      expect.stringContaining(`names account ${SHOP} as owner of the CEN and of`),
    ]);
    expect(shared.cloud.calls()).toEqual([]);
  });
});

describe("a line with flags", () => {
  it("that is for another key says so of the flags: there is no file", async () => {
    const line = toCen1.map((word) => (word === SHOP ? "3000000000000003" : word));
    const { code, stderr } = await shared.operator("shop", false).run("grant", ...line, "--yes");
    expect([code, flat(stderr)]).toEqual([
      7,
      expect.stringContaining(
        `belongs to account ${SHOP}, but the command line names ${HUB} for hub, and 3000000000000003 Try this`,
      ),
    ]);
    expect(flat(stderr)).not.toContain("network file");
  });
});
