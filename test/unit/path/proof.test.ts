import { describe, expect, it } from "vitest";
import type { Described } from "../../../src/path/described.ts";
import { provePaths } from "../../../src/path/proof.ts";
import { plain } from "../../../src/text.ts";
import { finished, withGateway } from "./described-samples.ts";

/** One line a destination: `silicon-valley no: what | mend`. */
function lines(described: Described): string[] {
  return provePaths(described).map(({ to, reachable, firstBlock }) =>
    firstBlock ? `${to} ${reachable}: ${plain(firstBlock.what)} | ${plain(firstBlock.mend)}` : `${to} ${reachable}`,
  );
}

describe("path proof: the branch's half", () => {
  it("is complete when the tutorial is finished", () => {
    expect(lines(finished)).toEqual(["hangzhou proven", "silicon-valley proven"]);
  });

  it("reads statuses in whatever case they come", () => {
    expect(lines(withGateway({ status: "ACTIVE" }))[0]).toBe("hangzhou proven");
  });

  it.each([
    ["Delivered", "sagctl connect --only beijing"],
    ["Received", "sagctl activate --only beijing"],
    ["Offline", "sagctl connect --only beijing"],
  ])("names the gateway that is %s, and what to do", (status, mend) => {
    const line = `no: The gateway sag-1 of beijing is not online (${status}). | ${mend}`;
    expect(lines(withGateway({ status }))).toEqual([`hangzhou ${line}`, `silicon-valley ${line}`]);
  });

  it("names the gateway that is not there", () => {
    const { gateway: _, ...branch } = finished.branch;
    expect(lines({ ...finished, branch })[0]).toBe(
      "hangzhou no: beijing has no gateway. | sagctl purchase --only beijing",
    );
  });

  it("names a static route that is missing; a wider one will do", () => {
    expect(lines(withGateway({ cidrs: ["172.16.0.0/16"] }))[0]).toBe(
      "hangzhou no: The gateway sag-1 has no static route 172.16.0.0/12. | sagctl static-routes --only beijing",
    );
    expect(lines(withGateway({ cidrs: ["172.0.0.0/8"] }))[0]).toBe("hangzhou proven");
  });

  it("names a static route that the gateway marks as in conflict, and none of another branch", () => {
    const conflicts = (cidr: string) => withGateway({ conflicts: [{ cidr, conflict: "vpc-1" }] });
    expect(lines(conflicts("172.16.0.0/12"))[0]).toBe(
      "hangzhou no: The static route 172.16.0.0/12 of sag-1 is marked as in conflict (vpc-1). | sagctl status --routes",
    );
    expect(lines(conflicts("10.5.0.0/16"))[0]).toBe("hangzhou proven");
  });

  it("names the binding that is missing", () => {
    expect(lines(withGateway({ ccnId: "" }))[0]).toContain("is not bound to ccn-4kd82hx0pq7m3v9zt1. | sagctl ccn-bind");
    const attached = finished.attached.map((child) => ({ ...child, status: "Attaching" }));
    expect(lines({ ...finished, attached })[0]).toContain("is not bound to the CEN. | sagctl cen-bind");
  });
});

describe("path proof: the destination's half", () => {
  it("names the VPC that is not attached, for that VPC only", () => {
    const attached = finished.attached.filter(({ id }) => !id.startsWith("vpc-rj9"));
    expect(lines({ ...finished, attached })).toEqual([
      "hangzhou proven",
      "silicon-valley no: The VPC vpc-rj9sv0prod8d5n1c6t2y4 of silicon-valley is not attached to the CEN. | sagctl attach --only silicon-valley",
    ]);
  });

  it("names the security group that does not let the branch in, and one that drops it", () => {
    const withPolicy = (policy: string) => {
      const destinations = finished.destinations.map((to) => ({
        ...to,
        groups: to.groups.map((group) => ({ ...group, rules: group.rules.map((rule) => ({ ...rule, policy })) })),
      }));
      return { ...finished, destinations };
    };
    const tcp = { ...finished, traffic: [{ protocol: "tcp", port: 443 }] } as const;
    const mend = "sagctl security-group --only hangzhou";
    expect(lines(tcp)[0]).toBe(
      `hangzhou no: No rule at hangzhou (sg-hangzhou) lets TCP 443 from 172.16.0.0/12 in. | ${mend}`,
    );
    expect(lines(withPolicy("Drop"))[0]).toBe(
      `hangzhou no: A Drop rule at hangzhou (sg-hangzhou) keeps ICMP from 172.16.0.0/12 out. | ${mend}`,
    );
  });

  it("puts what stops everything before what lets a ping pass", () => {
    const broken = { ...finished, connections: [], traffic: [{ protocol: "tcp", port: 443 }] } as const;
    expect(lines(broken)[1]).toMatch(/^silicon-valley no: No rule at silicon-valley/);
  });
});
