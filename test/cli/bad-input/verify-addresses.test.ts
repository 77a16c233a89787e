import { expect, it } from "vitest";
import { expectNothingSent, serveBadCloud } from "../../support/bad-cloud.ts";
import { exampleWith, openOffice, placeOf } from "./office.ts";

const text = exampleWith("verify: [10.0.0.10]", "verify: [10.0.0.10, 10.9.0.10]");

it.each(["plan", "apply", "ping", "verify"])(
  "sagctl %s: an address outside its VPC is refused by its line with the VPC's blocks, before anything is sent",
  async (command) => {
    const bad = await serveBadCloud();
    const office = openOffice({ text, url: bad.url });
    const { code, words } = await office.run(command, "--yes", "--approve-purchases");
    const because = "10.9.0.10 is no address of silicon-valley, since vpc-rj9sv0prod8d5n1c6t2y4 has 10.0.0.0/16";
    expect(words).toContain(`${placeOf("10.9.0.10", text)}: ${because}`);
    expect(words.split(because)).toHaveLength(2);
    expect(code).toBe(7);
    expectNothingSent(bad);
  },
);

it("is said once, though the branch and a VPC are to ping it", async () => {
  const everybody = text.replace("reach:\n  beijing: [hangzhou, silicon-valley]\n", "");
  const bad = await serveBadCloud();
  const { words } = await openOffice({ text: everybody, url: bad.url }).run("plan");
  expect(words.split("is no address of silicon-valley")).toHaveLength(2);
});

it("a secondary block counts as the VPC's own", async () => {
  const bad = await serveBadCloud({
    build: (world) => {
      const vpc = world.find("vpc", "vpc-rj9sv0prod8d5n1c6t2y4");
      world.put("vpc", { ...vpc, secondaryCidrBlocks: ["10.9.0.0/16"] } as never);
    },
  });
  expect((await openOffice({ text, url: bad.url }).run("plan")).code).toBe(0);
});

it("a flag is named as such", async () => {
  const bad = await serveBadCloud();
  const { code, words } = await openOffice({ url: bad.url }).run("ping", "--only", "hangzhou", "--verify", "10.9.0.10");
  expect(words).toContain("--verify: 10.9.0.10 is no address of hangzhou");
  expect(code).toBe(7);
});
