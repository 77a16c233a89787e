import { describe, expect, it } from "vitest";
import { groupBlock } from "../../../src/path/group-proof.ts";
import { plain } from "../../../src/text.ts";

const icmp = [{ protocol: "icmp" }] as const;

/** `what | mend` of the first block, behind a group that lets in these sources. */
function line(sources: readonly string[], letIn: readonly string[] = []): string | undefined {
  const rules = letIn.map((source) => ({ protocol: "icmp", ports: "-1/-1", source, policy: "Accept", priority: 1 }));
  const block = groupBlock({ name: "vpc1", groups: [{ id: "sg-1", rules }] }, sources, icmp);
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
