import { describe, expect, it } from "vitest";
import { mayReach, sourcesFor, vpcSourcesFor } from "../../../src/network/reach.ts";
import { fileWith, networkOf } from "./network-text.ts";

const branches = `  beijing: { cidrs: [172.16.0.0/12, 8.9.0.0/16], gateway: { id: sag-1 } }
  tianjin: { cidrs: [10.64.0.0/12], gateway: { id: sag-2 } }`;
const networkWith = (rest: string) => networkOf(fileWith({ branches, rest }));

describe("who may reach a VPC", () => {
  it("is everybody but itself, if the file says nothing", () => {
    const network = networkWith("");
    expect(sourcesFor(network, "us")).toEqual(["172.16.0.0/12", "10.64.0.0/12"]);
    expect(vpcSourcesFor(network, "us")).toEqual(["hangzhou"]);
    expect(mayReach(network, "us", "us")).toBe(false);
  });

  it("is whom the file names, in that direction only", () => {
    const network = networkWith("reach: { beijing: [us], us: [hangzhou] }");
    expect(sourcesFor(network, "us")).toEqual(["172.16.0.0/12"]);
    expect(vpcSourcesFor(network, "hangzhou")).toEqual(["us"]);
    expect([vpcSourcesFor(network, "us"), sourcesFor(network, "hangzhou")]).toEqual([[], []]);
  });

  it("is nobody where the section is empty", () => {
    expect(sourcesFor(networkWith("reach: {}"), "us")).toEqual([]);
  });

  it("never is a public block, though a branch may use one", () => {
    expect(networkWith("").branches[0]?.cidrs).toContain("8.9.0.0/16");
    expect(sourcesFor(networkWith(""), "us")).not.toContain("8.9.0.0/16");
  });
});
