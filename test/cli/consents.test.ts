import { expect, test } from "vitest";
import { serveBadCloud, writesIn } from "../support/bad-cloud.ts";
import { openOffice } from "./bad-input/office.ts";
import { putGateway } from "./bad-input/strange-worlds.ts";

test("with nobody to ask every consent that is missing is named, and every flag that gives one", async () => {
  const bad = await serveBadCloud({ build: (world) => putGateway(world, { cidrs: ["192.168.7.0/24"] }) });
  const office = openOffice({ url: bad.url });
  const { code, words } = await office.run("apply", "--yes");
  expect(code).toBe(7);
  for (const what of ["buy SAG-100WM", "bind CCN", "buy bandwidth package"]) expect(words).toContain(`to: ${what}`);
  expect(words).toContain("Give it on the command line: --approve-purchases --allow-shared 2");
  expect(writesIn(bad)).toEqual([]);
  expect((await office.run("apply", "--yes", "--approve-purchases", "--allow-shared")).code).toBe(0);
});

test("who lacks a consent sees the plan by the same command: undo's by undo, a step's by the step", async () => {
  const bad = await serveBadCloud();
  const office = openOffice({ url: bad.url });
  const see = async (...argv: string[]) => {
    const { code, words } = await office.run(...argv);
    expect(code).toBe(7);
    const [, line = ""] = /See all that the plan holds: (sagctl .*?) sagctl ·/.exec(words.replaceAll(" \\", "")) ?? [];
    const flags = line.split(" ").filter((word) => !/^(sagctl|--simulate=.*|--state|diary)$/.test(word));
    expect((await office.run(...flags)).code).toBe(0);
    return flags.join(" ");
  };
  expect(await see("purchase", "--yes")).toBe("purchase --yes --dry-run");
  expect(await see("apply", "--yes")).toBe("plan");
  expect((await office.run("apply", "--yes", "--approve-purchases")).code).toBe(0);
  expect(await see("undo", "--yes")).toBe("undo --yes --dry-run");
  expect(await see("undo", "--include-found", "--yes")).toBe("undo --include-found --yes --dry-run");
});
