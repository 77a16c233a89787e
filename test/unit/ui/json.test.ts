import { describe, expect, it } from "vitest";
import type { SentCall } from "../../../src/api/call.ts";
import { SagctlError } from "../../../src/errors.ts";
import { say } from "../../../src/text.ts";
import { createJsonUi } from "../../../src/ui/json/json.ts";
import { eventShape, resultShape } from "../../../src/ui/json/json-shapes.ts";
import type { Screens } from "../../../src/ui/screens.ts";
import { FakeOutput } from "./fake-terminal.ts";
import * as tutorial from "./tutorial.ts";

function run(show: (ui: Screens) => void, cloudName = "tutorial-a") {
  const stdout = new FakeOutput();
  const stderr = new FakeOutput();
  show(createJsonUi({ stdout, stderr, command: "apply", cloudName }));
  const events = stderr.text.split("\n").filter((line) => line !== "");
  return { text: stdout.text + stderr.text, stdout, events: events.map((line) => JSON.parse(line) as unknown) };
}

const everyEvent = (ui: Screens) => {
  const item = { item: "purchase/beijing", title: "Gateway bought" } as const;
  ui.tell({ type: "planned", plan: tutorial.plan });
  ui.tell({ type: "looking", ...item });
  ui.tell({ type: "sending", ...item, change: tutorial.purchase });
  ui.tell({ type: "answered", ...item, change: tutorial.purchase, outcome: "answered", requestId: "R" });
  ui.tell({ type: "waiting", ...item, for: say`x`, who: "cloud", untilMs: 5, tryThis: [] });
  for (const event of [tutorial.parcel, tutorial.purchaseDone, tutorial.heldUp, tutorial.probeOnly]) ui.tell(event);
  ui.tell({ type: "note", text: say`${2} things clash` });
};

const everything = (ui: Screens) => {
  everyEvent(ui);
  ui.printHeader({ doing: "apply", network: { name: "beijing-office", file: "sagctl.yaml" } });
  ui.printPlan(tutorial.plan);
  ui.printPermissions([{ account: "hub", actions: ["smartag:Activate"], serviceLinkedRoles: ["role"] }]);
  ui.printStatus({ rows: [{ is: "true", title: "Gateway bought", says: [say`online`], endsAt: 5 }] });
  ui.printTable("routes", { head: ["Region"], rows: [["cn-hangzhou"]] });
  ui.printFacts([{ name: "Account", value: "1000000000000001" }]);
  ui.printPath([tutorial.picture]);
  ui.printOutcome({ again: "sagctl apply" });
  ui.printSummary(tutorial.summary);
  ui.printOutput("network: beijing-office\n");
  ui.printError(new SagctlError({ kind: "guard", code: "clash", message: say`clash`, cause: new Error("secret") }));
  ui.finish(7);
};

describe("--json", () => {
  it("writes one object of the documented shape at the end, and nothing before", () => {
    const { stdout } = run(everything);
    const result = resultShape.strict().parse(JSON.parse(stdout.text));
    expect(result).toMatchObject({ version: 1, command: "apply", cloud: "simulated", scenario: "tutorial-a", exit: 7 });
    expect(run(everyEvent).stdout.text).toBe("");
  });

  it("writes each event as a line of the documented shape on stderr", () => {
    const { events } = run(everyEvent);
    const names = events.map((event) => eventShape.parse(event).event);
    const ends = ["ended", "ended", "ended", "ended"];
    expect(names).toEqual(["planned", "looking", "sending", "answered", "waiting", ...ends, "note"]);
  });

  it("writes no event when quiet, and each call where somebody wants to know", () => {
    const stderr = new FakeOutput();
    const ui = createJsonUi({ stdout: new FakeOutput(), stderr, command: "apply", cloudName: "real", quiet: true });
    everyEvent(ui);
    expect(stderr.text).toBe("");
    const call = {
      product: "Cbn",
      action: "DescribeCens",
      account: "hub",
      region: "cn-shanghai",
      params: {},
      signedAt: 1,
    };
    ui.printCall({ call, kind: "read", outcome: "refused", code: "Throttling", requestId: "R" } as SentCall);
    expect(eventShape.parse(JSON.parse(stderr.text))).toMatchObject({ event: "called", code: "Throttling" });
    expect(stderr.text).not.toContain("signedAt");
  });

  it("lists the items in the order of the list, each sentence with its template and values", () => {
    const { stdout } = run(everything);
    const { items } = resultShape.parse(JSON.parse(stdout.text));
    expect(items?.map((item) => item.key)).toEqual([
      "purchase/beijing",
      "connect/beijing",
      "activate/beijing",
      "ping/hangzhou",
    ]);
    expect(items?.[0]?.end).toMatchObject({
      is: "done",
      as: { text: expect.stringContaining("10 Mbit/s, 12 months"), values: [10, 12] },
    });
  });
});

describe("what --json holds", () => {
  it("holds the exact calls of the plan, personal data as placeholders", () => {
    const { stdout, text } = run(everything);
    const { plan } = resultShape.parse(JSON.parse(stdout.text));
    const purchase = plan?.rows.find((row) => row.item === "purchase/beijing")?.changes[0];
    expect(purchase?.call.params).toEqual({
      ReceiverName: "<shipTo.name>",
      ReceiverMobile: "<shipTo.mobile>",
      HardWareSpec: "sag-100wm",
      Period: 12,
    });
    expect(text).not.toMatch(/Zhang|13900000000|secret/);
  });

  it("says real for the real cloud", () => {
    const { stdout } = run((ui) => ui.finish(0), "real");
    expect(JSON.parse(stdout.text)).toEqual({ version: 1, command: "apply", cloud: "real", exit: 0 });
  });

  it("names no next command when everything is done", () => {
    const { stdout } = run((ui) => {
      ui.tell(tutorial.cenDone);
      ui.printOutcome({ again: "sagctl apply" });
      ui.finish(0);
    });
    expect(JSON.parse(stdout.text)).not.toHaveProperty("next");
  });
});

describe("what --json says is to be done", () => {
  it("completes commands for whoever has to type them, and nothing else", () => {
    const placing = (text: string, whose: string) => text.replace("sagctl attach", `sagctl attach (for the ${whose})`);
    const stdout = new FakeOutput();
    const ui = createJsonUi({ stdout, stderr: new FakeOutput(), command: "apply", cloudName: "real", placing });
    const attach = { on: say`x`, tryThis: [say`sagctl attach`] };
    ui.tell(tutorial.ended("attach/x", { is: "blocked", who: "account", ...attach }));
    ui.tell(tutorial.ended("attach/y", { is: "blocked", who: "person", ...attach }));
    ui.printOutput("sagctl attach");
    ui.printOutcome({ again: "sagctl attach" });
    ui.finish(6);
    const { items, next, output } = resultShape.parse(JSON.parse(stdout.text));
    expect(items?.map(({ end }) => (end.is === "blocked" ? end.tryThis[0]?.text : ""))).toEqual([
      "sagctl attach (for the other account)",
      "sagctl attach (for the reader)",
    ]);
    expect(next).toEqual([{ command: "sagctl attach (for the reader)" }]);
    expect(output).toBe("sagctl attach");
  });

  it("asks nobody: the error names the flag", async () => {
    const ui = createJsonUi({
      stdout: new FakeOutput(),
      stderr: new FakeOutput(),
      command: "apply",
      cloudName: "real",
    });
    const question = { flag: "bandwidth-mbps", message: say`How much?`, kind: "number" } as const;
    await expect(ui.ask<number>(question)).rejects.toMatchObject({ kind: "usage", code: "missing-value" });
    await expect(ui.ask<number>(question)).rejects.toThrow("--bandwidth-mbps");
    const settled = { value: 10, because: say`the only one` };
    expect(await ui.ask<number>({ ...question, settled })).toBe(10);
  });
});
