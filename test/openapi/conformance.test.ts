import { describe, expect, it } from "vitest";
import { createSimulatedCloud } from "../../src/simulator/simulated-cloud.ts";
import { createTestHost, newFolder, runCli } from "../support/host.ts";
import { openRig } from "../support/rig.ts";
import type { Heard } from "../support/without-socket.ts";
import { exampleFile, todaysTutorials, tutorials } from "../support/worlds.ts";
import { hasPublished, publishedRequest, type Shape } from "./published.ts";
import { openDoor } from "./recording-door.ts";
import { wireMisfits } from "./wire-misfits.ts";

const consents = ["--yes", "--approve-purchases", "--allow-destroy", "--allow-shared"];
const lines: readonly (readonly string[])[] = [
  ["plan"],
  ["apply", ...consents],
  ["status", "--routes"],
  ["verify"],
  ["undo", "--include-found", ...consents],
];

/** Every request of whole runs there and back, as it went over the wire. */
async function requestsOf(scenario: string): Promise<readonly ReadonlyMap<string, string>[]> {
  const cloud = createSimulatedCloud({ scenario });
  const door = await openDoor(cloud);
  const cwd = newFolder();
  for (const line of lines) {
    const argv = [...line, "-f", exampleFile(scenario), `--simulate=${door.url}`];
    expect(await runCli(argv, createTestHost({ cwd })), line.join(" ")).toMatchObject({ code: 0 });
  }
  expect(cloud.unmodelled()).toEqual({});
  await door.close();
  await cloud.close();
  return door.requests;
}

/** Those of runs there and back, and of a run that finds all done. */
async function requestsOfRuns(scenario: string): Promise<readonly ReadonlyMap<string, string>[]> {
  const requests: ReadonlyMap<string, string>[] = [];
  const heard: Heard = (params) => void requests.push(new Map(Object.entries(params)));
  const rig = await openRig({ scenario, wire: "none", heard });
  for (const way of ["do", "do", "undo"] as const) await rig.run({ way });
  expect(rig.cloud.unmodelled()).toEqual({});
  await rig.close();
  return requests;
}

/** What of all requests is not as published. */
function misfitsOf(requests: readonly ReadonlyMap<string, string>[]): readonly string[] {
  const misfits = requests.flatMap((sent) => {
    const [action = "", version = ""] = [sent.get("Action"), sent.get("Version")];
    const request = publishedRequest(version, action);
    return request ? wireMisfits(sent, request).map((text) => `${action}: ${text}`) : [`${action} is not published`];
  });
  return [...new Set(misfits)];
}

describe.skipIf(!hasPublished)("requests on the wire are as published (skipped without ../shared/openapi)", () => {
  it("all of tutorial-a, by command lines over a socket", async () => {
    const requests = await requestsOf("tutorial-a");
    expect(misfitsOf(requests)).toEqual([]);
    expect(new Set(requests.map((sent) => sent.get("Action"))).size).toBeGreaterThan(20);
  });

  it.each([...tutorials, ...todaysTutorials])("all of %s, there and back", async (scenario) => {
    const requests = await requestsOfRuns(scenario);
    expect(misfitsOf(requests)).toEqual([]);
    expect(new Set(requests.map((sent) => sent.get("Action"))).size).toBeGreaterThan(15);
  });
});

it("the check itself sees a wrong name, a wrong type, a missing parameter and a list that is none", () => {
  const request: Shape = {
    "RegionId*": "string",
    Mbps: "number",
    Dry: "boolean",
    Tag: [{ "Key*": "string" }],
    Id: ["string"],
  };
  const misfits = (sent: Record<string, string>) => wireMisfits(new Map(Object.entries(sent)), request);
  expect(misfits({ RegionId: "x", Mbps: "5", Dry: "true", "Tag.1.Key": "k", "Id.2": "i", Signature: "s" })).toEqual([]);
  expect(misfits({ Mpbs: "5" })).toEqual(["RegionId is required", "Mpbs is not a parameter"]);
  expect(misfits({ RegionId: "x", Mbps: "five", Dry: "1" })).toEqual(["Mbps=five is no number", "Dry=1 is no boolean"]);
  expect(misfits({ RegionId: "x", "Tag.Key": "k" })).toEqual(["Tag.Key has no index"]);
  expect(misfits({ RegionId: "x", "Tag.1.Key": "k", "Tag.1.Kez": "k" })).toEqual(["Tag.1.Kez is not a parameter"]);
  expect(misfits({ RegionId: "x", "Mbps.1": "5" })).toEqual(["Mbps.1 is no list"]);
});

it("the check itself sees what is missing inside a list, in each thing of it, and asks nothing of an empty list", () => {
  const zone = { "ZoneId*": "string", "VSwitchId*": "string", Weight: "number" };
  const request: Shape = { "ZoneMappings*": [zone], Tag: [{ "Key*": "string" }], Options: { "Mode*": "string" } };
  const misfits = (...names: readonly string[]) => wireMisfits(new Map(names.map((name) => [name, "1"])), request);
  const first = ["ZoneMappings.1.ZoneId", "ZoneMappings.1.VSwitchId"];
  expect(misfits(...first)).toEqual([]);
  expect(misfits(...first, "ZoneMappings.2.ZoneId")).toEqual(["ZoneMappings.2.VSwitchId is required"]);
  expect(misfits(...first, "ZoneMappings.10.VSwitchId")).toEqual(["ZoneMappings.10.ZoneId is required"]);
  expect(misfits()).toEqual(["ZoneMappings is required"]);
  expect(misfits(...first, "Options.Level")).toEqual(["Options.Mode is required", "Options.Level is not a parameter"]);
});
