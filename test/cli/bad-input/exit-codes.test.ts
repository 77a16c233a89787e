import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { expectNothingSent, serveBadCloud, writesIn } from "../../support/bad-cloud.ts";
import { openOffice } from "./office.ts";

const CONSENTS = ["--yes", "--approve-purchases"];

describe("exit code", () => {
  it("0 and 3: what is pending counts only with --exit-code, and nothing is pending on a finished network", async () => {
    const bad = await serveBadCloud();
    const office = openOffice({ url: bad.url });
    for (const command of ["plan", "status"]) {
      expect((await office.run(command)).code, command).toBe(0);
      expect((await office.run(command, "--exit-code")).code, command).toBe(3);
    }
    expect((await office.run("apply", ...CONSENTS)).code).toBe(0);
    const writes = writesIn(bad).length;
    for (const line of ["plan --exit-code", "status --exit-code", "apply --yes", "verify"]) {
      expect((await office.run(...line.split(" "))).code, line).toBe(0);
    }
    expect(writesIn(bad)).toHaveLength(writes);
  });
});

describe("exit code of a run that cannot go on", () => {
  it("1: a ping that only the free test bandwidth carries, with the command that mends it", async () => {
    const bad = await serveBadCloud();
    const office = openOffice({ url: bad.url });
    await office.run("apply", ...CONSENTS);
    const { world } = bad.cloud;
    for (const one of world.all("cen-connection")) world.remove("cen-connection", one.id);
    const { code, words } = await office.run("verify");
    expect(words).toMatch(/silicon-valley.*probe only/);
    expect(words).toMatch(/Mend it: sagctl region-connection .*--only ccn\/silicon-valley/);
    expect(code).toBe(1);
  });

  it("5: the cloud's no, with its code and its request id", async () => {
    const bad = await serveBadCloud();
    const no = { what: "code", code: "OperationInvalid", message: "Not in this state." } as const;
    bad.cloud.faults.add({ when: { action: "BindSmartAccessGateway" }, times: "always", ...no });
    const { code, words } = await openOffice({ url: bad.url }).run("apply", ...CONSENTS);
    expect(words).toContain("Smartag refused BindSmartAccessGateway: OperationInvalid: Not in this state.");
    expect(words).toMatch(/The cloud said: OperationInvalid, request [0-9A-F-]{36}/);
    expect(code).toBe(5);
    expect(writesIn(bad).filter((action) => action === "BindSmartAccessGateway")).toHaveLength(1);
  });
});

describe("exit code of a run that waits", () => {
  it("6: a parcel on its way, and the same command goes on when it is there", async () => {
    const bad = await serveBadCloud();
    bad.cloud.world.state.people = "manual";
    const office = openOffice({ url: bad.url });
    const { code, words } = await office.run("apply", ...CONSENTS);
    expect(words).toMatch(/Device connected/);
    expect(words).toMatch(/Then run again: sagctl apply/);
    expect(code).toBe(6);
    bad.cloud.people.deliver();
    bad.cloud.people.plugIn();
    expect((await office.run("apply", ...CONSENTS, "--wait", "1h")).code).toBe(0);
    expect(bad.cloud.ledger()).toHaveLength(2);
  });

  it("6: an order that the balance does not cover, by its id, and nothing is bought a second time", async () => {
    const bad = await serveBadCloud();
    bad.cloud.world.state.people = "manual";
    for (const account of bad.cloud.world.state.accounts) account.balance = 0;
    const office = openOffice({ url: bad.url });
    for (const time of ["first", "second"]) {
      const { code, words } = await office.run("apply", ...CONSENTS);
      expect(words, time).toContain(`order ${bad.cloud.ledger()[0]?.orderId} is not paid`);
      expect(code, time).toBe(6);
    }
    expect(bad.cloud.ledger()).toHaveLength(1);
  });

  it("6: a step whose needs are missing names the commands that make them", async () => {
    const bad = await serveBadCloud();
    const office = openOffice({ url: bad.url });
    const { code, words } = await office.run("activate", "--yes");
    expect(words).toContain("A step comes first: sagctl");
    expect(code).toBe(6);
    expectNothingSent(bad);
    office.expectNothingLost();
  });
});

describe("exit code of a run whose time is over", () => {
  it("9: a task that hangs until the deadline; the next run goes on from there", async () => {
    const bad = await serveBadCloud();
    const twoHoursMs = 2 * 60 * 60 * 1000;
    const hang = { when: { action: "AttachCenChildInstance" }, what: "hang-task", virtualMs: twoHoursMs } as const;
    bad.cloud.faults.add(hang);
    const office = openOffice({ url: bad.url });
    const { code, words } = await office.run("apply", ...CONSENTS, "--timeout", "10m");
    expect(words).toMatch(/CCN bound to CEN/);
    expect(words).toContain("It goes on from here. Nothing is bought twice.");
    expect(code).toBe(9);
    expect((await office.run("apply", ...CONSENTS, "--timeout", "4h")).code).toBe(0);
    expect(writesIn(bad).filter((action) => action === "AttachCenChildInstance")).toHaveLength(1);
  });
});

describe("exit code of a run that was cut short", () => {
  it("70: a fault of sagctl's own, with a log that holds no secret", async () => {
    const now = () => {
      throw new TypeError("the clock is broken");
    };
    const bad = await serveBadCloud();
    const office = openOffice({ url: bad.url, host: { now } });
    const { code, words } = await office.run("apply", ...CONSENTS);
    expect(words).toContain("This is a fault of sagctl, not of yours. Nothing is lost: run the same command again.");
    expect(code).toBe(70);
    const log = readFileSync(/The log is in (\S+)/.exec(words)?.[1] ?? "", "utf8");
    expect(log).toContain("the clock is broken");
    expect(log).not.toContain("simulated-hub-secret-0001");
    expectNothingSent(bad);
    office.expectNothingLost();
  });

  it("130: stopped before it began, with nothing sent and nothing lost", async () => {
    const bad = await serveBadCloud();
    const office = openOffice({ url: bad.url, host: { stop: AbortSignal.abort() } });
    const { code } = await office.run("apply", ...CONSENTS);
    expect(code).toBe(130);
    expectNothingSent(bad);
    office.expectNothingLost();
  });
});

describe("several endings in one run", () => {
  it("have the gravest one's exit code: a refusal before a wait", async () => {
    const bad = await serveBadCloud();
    bad.cloud.world.state.people = "manual";
    const no = { what: "code", code: "InvalidParameter" } as const;
    bad.cloud.faults.add({ when: { action: "AuthorizeSecurityGroup" }, times: "always", ...no });
    const { code, words } = await openOffice({ url: bad.url }).run("apply", ...CONSENTS);
    expect(words).toContain("Ecs refused AuthorizeSecurityGroup: InvalidParameter");
    expect(words).toContain("Then run again");
    expect(code).toBe(5);
  });

  it("have the gravest one's exit code: a denial before a refusal", async () => {
    const bad = await serveBadCloud();
    const no = { what: "code", code: "InvalidParameter" } as const;
    bad.cloud.faults.add({ when: { action: "AuthorizeSecurityGroup" }, times: "always", ...no });
    const [key] = bad.cloud.world.state.accounts[0]?.keys ?? [];
    Object.assign(key ?? {}, { denied: ["smartag:CreateSmartAccessGateway"] });
    const { code } = await openOffice({ url: bad.url }).run("apply", ...CONSENTS);
    expect(code).toBe(4);
  });
});
