import { describe, expect, it } from "vitest";
import type { BandwidthPackage } from "../../../src/simulator/cbn/things.ts";
import type { FaultOrder } from "../../../src/simulator/faults/fault.ts";
import { deafUrl } from "../../api/local-server.ts";
import { expectNothingSent, serveBadCloud, serveBehind, writesIn } from "../../support/bad-cloud.ts";
import { openOffice } from "./office.ts";

const CONSENTS = ["--yes", "--approve-purchases"];
const AGAIN = "Run the same command again: it goes on from here";

interface Case {
  readonly what: string;
  readonly fault: Pick<FaultOrder, "what" | "code" | "status">;
  readonly says: readonly string[];
}

const cases: readonly Case[] = [
  {
    what: "a web page instead of JSON",
    fault: { what: "html-body" },
    says: ["the answer is a web page, not JSON", "a proxy, a login page of the network, or a firewall"],
  },
  { what: "an empty body", fault: { what: "empty-body" }, says: ["the answer is empty"] },
  {
    what: "half an answer",
    fault: { what: "truncated-body" },
    says: ["the connection was lost before the answer came"],
  },
  { what: "a broken connection", fault: { what: "reset-before-commit" }, says: ["the connection was lost"] },
  { what: "nothing but throttling", fault: { what: "throttle" }, says: ["was too busy for", "Throttling.User"] },
  { what: "nothing but inner errors", fault: { what: "500-before-commit" }, says: ["InternalError"] },
];

describe.each(["plan", "apply", "status", "verify", "undo"])("sagctl %s, answered with", (command) => {
  it.each(cases)("$what from the first call on, exits 9", async ({ fault, says }) => {
    const bad = await serveBadCloud();
    bad.cloud.faults.add({ when: {}, times: "always", ...fault });
    const office = openOffice({ url: bad.url });
    const { code, words } = await office.run(command, ...CONSENTS);
    for (const one of ["GetCallerIdentity", ...says, AGAIN]) expect(words).toContain(one);
    expect(code).toBe(9);
    expectNothingSent(bad);
    office.expectNothingLost();
  });

  it.each(cases)("$what by one product only, exits 9 naming it", async ({ fault, says }) => {
    const bad = await serveBadCloud();
    bad.cloud.faults.add({ when: { product: "Cbn" }, times: "always", ...fault });
    const office = openOffice({ url: bad.url });
    const { code, words } = await office.run(command, ...CONSENTS);
    expect(words).toMatch(/Cbn (Describe|was too busy for Describe)/);
    for (const one of [...says, AGAIN]) expect(words).toContain(one);
    expect(code).toBe(9);
    expectNothingSent(bad);
    office.expectNothingLost();
  });
});

describe("a fault that passes", () => {
  it.each(cases)("$what, twice, is not even noticed", async ({ fault }) => {
    const bad = await serveBadCloud();
    bad.cloud.faults.add({ when: {}, times: 2, ...fault });
    expect(await openOffice({ url: bad.url }).run("plan")).toMatchObject({ code: 0 });
  });
});

describe("connection refused", () => {
  it.each(["plan", "apply", "status", "verify", "undo", "simulate ledger"])(
    "%s names the place, exits 9",
    async (command) => {
      const url = await deafUrl();
      const office = openOffice({ url });
      const { code, words } = await office.run(...command.split(" "), "--yes");
      expect(words).toContain(`No simulated cloud answers at ${url}`);
      expect(words).toContain("Start it: sagctl simulate serve");
      expect(code).toBe(9);
      office.expectNothingLost();
    },
  );
});

describe("a proxy that steps in between while a run is under way", () => {
  it("ends it with exit 9; when it is gone, the next run goes on and nothing is bought twice", async () => {
    let isThere = true;
    const page = () => new Response("<html><body>Bad gateway</body></html>", { status: 502 });
    const bad = await serveBehind((path) =>
      isThere && path === "/" && bad.cloud.ledger().length > 0 ? page() : undefined,
    );
    const office = openOffice({ url: bad.url });
    const { code, words } = await office.run("apply", ...CONSENTS);
    expect(words).toContain("the answer is a web page, not JSON");
    expect(words).toContain("A write may have arrived; the next run looks first.");
    expect(code).toBe(9);
    expect(bad.cloud.ledger()).toHaveLength(1);
    isThere = false;
    expect(await office.run("apply", ...CONSENTS)).toMatchObject({ code: 0 });
    expect(bad.cloud.ledger()).toHaveLength(2);
  });
});

describe("a lost answer to a write", () => {
  it("that costs nothing: exit 9, says that it may have arrived, and the next run looks first", async () => {
    const bad = await serveBadCloud();
    const activate = { when: { action: "ActivateSmartAccessGateway" }, what: "reset-before-commit" } as const;
    const { id } = bad.cloud.faults.add({ ...activate, times: "always" });
    const office = openOffice({ url: bad.url });
    const { code, words } = await office.run("apply", ...CONSENTS, "--timeout", "5m");
    expect(words).toContain("ActivateSmartAccessGateway was answered with sagctl.ConnectionLost to the last");
    expect(words).toContain("A write may have arrived; the next run looks first. It goes on from here.");
    expect(code).toBe(9);
    bad.cloud.faults.clear(id);
    expect(await office.run("apply", ...CONSENTS)).toMatchObject({ code: 0 });
    expect(bad.cloud.ledger()).toHaveLength(2);
  });

  it("that costs money: exit 10, nothing is bought again without a person's word", async () => {
    const bad = await serveBadCloud();
    const buy = { when: { action: "CreateSmartAccessGateway" }, what: "reset-before-commit" } as const;
    bad.cloud.faults.add(buy);
    const office = openOffice({ url: bad.url });
    for (const time of ["first", "second"]) {
      const { code, words } = await office.run("apply", ...CONSENTS);
      expect(words, time).toMatch(/Look for its mark: sagctl-[0-9a-f]{12}-g1/);
      expect(words, time).toMatch(/run the same command with --buy-again sagctl-[0-9a-f]{12}-g1/);
      expect(code, time).toBe(10);
    }
    expect((await office.run("status")).words).toMatch(/An order of .* may still come: sagctl-[0-9a-f]{12}-g1/);
    expect(writesIn(bad).filter((action) => action === "CreateSmartAccessGateway")).toHaveLength(1);
    expect(bad.cloud.ledger()).toEqual([]);
  });

  it("that costs money and had a token, once the token is old: its mark is that of the description", async () => {
    const bad = await serveBadCloud();
    const buy = { when: { action: "CreateCenBandwidthPackage" }, what: "reset-before-commit" } as const;
    const { id } = bad.cloud.faults.add({ ...buy, times: "always" });
    const office = openOffice({ url: bad.url });
    expect(await office.run("apply", ...CONSENTS, "--timeout", "5m")).toMatchObject({ code: 9 });
    bad.cloud.faults.clear(id);
    await bad.cloud.advanceTo(bad.cloud.now() + 25 * 3_600_000);
    const { code, words } = await office.run("apply", ...CONSENTS);
    expect(code).toBe(10);
    const [, mark = ""] = /whose description is (sagctl-[0-9a-f]{12}-g1)/.exec(words) ?? [];
    expect(words).toContain(`--buy-again ${mark}`);
    expect(await office.run("apply", ...CONSENTS, "--buy-again", mark)).toMatchObject({ code: 0 });
    const [bought, ...others] = bad.cloud.world.all<BandwidthPackage>("cen-package");
    expect(bought?.description).toBe(mark.replace("-g1", "-g2"));
    expect(others).toEqual([]);
  });
});

describe("the word to buy once more", () => {
  it("typed once more says that it was carried out, names the order since then, and buys nothing", async () => {
    const bad = await serveBadCloud();
    bad.cloud.faults.add({ when: { action: "CreateSmartAccessGateway" }, what: "reset-before-commit" });
    const office = openOffice({ url: bad.url });
    const [mark = ""] = /sagctl-[0-9a-f]{12}-g1/.exec((await office.run("apply", ...CONSENTS)).words) ?? [];
    expect((await office.run("apply", ...CONSENTS, "--buy-again", mark)).code).toBe(0);
    const { code, words } = await office.run("apply", ...CONSENTS, "--buy-again", mark);
    expect(code).toBe(2);
    expect(words).toContain(
      `${mark} has been carried out already: the order since then is ${mark.replace("-g1", "-g2")}`,
    );
    expect(words).toContain("Leave --buy-again out");
    expect(bad.cloud.ledger()).toHaveLength(2);
  });
});
