import { describe, expect, it } from "vitest";
import { groupBlock } from "../../../src/path/group-proof.ts";
import { plain } from "../../../src/text.ts";

const icmp = [{ protocol: "icmp" }] as const;

/** `what | mend` of the first block, behind a group that lets in these sources. */
function line(
  sources: readonly string[],
  letIn: readonly string[] = [],
  opened?: readonly string[],
): string | undefined {
  const rules = letIn.map((source) => ({ protocol: "icmp", ports: "-1/-1", source, policy: "Accept", priority: 1 }));
  const block = groupBlock(
    { name: "vpc1", groups: [{ id: "sg-1", rules }], ...(opened ? { opened } : {}) },
    sources,
    icmp,
  );
  return block && `${plain(block.what)} | ${plain(block.mend)}`;
}

describe("sources outside the private blocks", () => {
  it("need no rule where others are private: sagctl makes none for them", () => {
    expect(line(["11.0.0.0/8", "172.20.0.0/24"], ["172.20.0.0/24"])).toBeUndefined();
    expect(line(["11.0.0.0/8", "172.20.0.0/24"], ["11.0.0.0/8"])).toBe(
      "No rule at vpc1 (sg-1) lets ICMP from 172.20.0.0/24 in. | sagctl security-group --only vpc1",
    );
  });

  it("need a person's own rule where there are no others, and that is the advice", () => {
    expect(line(["11.0.0.0/8"])).toBe(
      "No rule at vpc1 (sg-1) lets ICMP from 11.0.0.0/8 in. | In the ECS console, let ICMP from 11.0.0.0/8 in at sg-1: sagctl opens groups for private blocks only",
    );
    expect(line(["11.0.0.0/8"], ["11.0.0.0/8"])).toBeUndefined();
  });

  it("are those that are private in part, too", () => {
    expect(line(["172.0.0.0/8"])).toContain("In the ECS console, let ICMP from 172.0.0.0/8 in");
  });
});

describe("a group that the network file does not open", () => {
  it.each([[[]], [["sg-2"]]])("(it opens %j) is to be named there, or opened by hand", (opened) => {
    expect(line(["172.20.0.0/24"], [], opened)).toBe(
      "No rule at vpc1 (sg-1) lets ICMP from 172.20.0.0/24 in. | Name the group in the network file, or open it by hand: vpcs: {vpc1: {securityGroups: [sg-1]}}",
    );
    expect(line(["172.20.0.0/24"], ["172.16.0.0/12"], opened)).toBeUndefined();
  });

  it("is opened by the step where it is one of those that the file names", () => {
    expect(line(["172.20.0.0/24"], [], ["sg-1", "sg-2"])).toContain("| sagctl security-group --only vpc1");
  });
});

it("where no group is known, none keeps anything out", () => {
  expect(groupBlock({ name: "vpc1", groups: [] }, ["172.20.0.0/24"], icmp)).toBeUndefined();
});
