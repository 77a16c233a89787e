import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { admits, type SecurityRule } from "../../../src/path/security-group.ts";

const branch = "172.16.0.0/12";
const icmp = { protocol: "icmp", source: branch } as const;

function rule(parts: Partial<SecurityRule>): SecurityRule {
  return { protocol: "ICMP", ports: "-1/-1", source: branch, policy: "Accept", priority: 1, ...parts };
}

describe("a security group", () => {
  it("lets nothing in without a rule", () => {
    expect(admits([], icmp)).toBe("not-allowed");
  });

  it("lets in what one rule covers as a whole, in whatever case its words are", () => {
    expect(admits([rule({ protocol: "icmp", policy: "accept" })], icmp)).toBe("accepted");
    expect(admits([rule({ protocol: "ALL", source: "0.0.0.0/0" })], icmp)).toBe("accepted");
  });

  it("does not let in a source that is covered in part only", () => {
    expect(admits([rule({ source: "172.16.0.0/13" })], icmp)).toBe("not-allowed");
  });

  it("lets in a source that two rules cover together", () => {
    expect(admits([rule({ source: "172.16.0.0/13" }), rule({ source: "172.24.0.0/13" })], icmp)).toBe("accepted");
  });

  it("drops before it accepts on a tie, and the better priority decides otherwise", () => {
    const drop = (priority: number) => rule({ policy: "Drop", priority });
    expect(admits([rule({ priority: 2 }), drop(2)], icmp)).toBe("dropped");
    expect(admits([rule({ priority: 2 }), drop(1)], icmp)).toBe("dropped");
    expect(admits([rule({ priority: 2 }), drop(3)], icmp)).toBe("accepted");
  });

  it("counts a Drop that hits one address of the source", () => {
    const rules = [rule({ priority: 2 }), rule({ policy: "Drop", priority: 1, source: "172.20.0.9" })];
    expect(admits(rules, icmp)).toBe("dropped");
  });

  it("takes no rule of another protocol, nor one whose source is a group", () => {
    expect(admits([rule({ protocol: "TCP", ports: "1/65535" }), rule({ source: "" })], icmp)).toBe("not-allowed");
  });

  it("lets in a port, or several, that its rules cover wholly", () => {
    const rules = [rule({ protocol: "TCP", ports: "80/80" }), rule({ protocol: "tcp", ports: "81/443" })];
    const ask = (port: number | { first: number; last: number }) =>
      admits(rules, { protocol: "tcp", port, source: branch });
    expect([ask(443), ask({ first: 80, last: 443 })]).toEqual(["accepted", "accepted"]);
    expect([ask(444), ask({ first: 79, last: 80 })]).toEqual(["not-allowed", "not-allowed"]);
    expect(admits(rules, { protocol: "udp", port: 80, source: branch })).toBe("not-allowed");
  });
});

/** What one packet meets, rule by rule in order of priority: written without ranges. */
function naive(rules: readonly SecurityRule[], protocol: string, address: number, port: number): string {
  const inOrder = [...rules].sort((a, b) => a.priority - b.priority || (a.policy === "Drop" ? -1 : 1));
  const first = inOrder.find((one) => {
    const [, start = "0", length = "0"] = /\.(\d+)\/(\d+)$/.exec(one.source) ?? [];
    const size = 2 ** (32 - Number(length));
    const [low = 0, high = 0] = one.ports.split("/").map(Number);
    const isSource = Math.floor(address / size) === Math.floor(Number(start) / size);
    const isPort = one.ports === "-1/-1" || (low <= port && port <= high);
    return isSource && isPort && (one.protocol === "ALL" || one.protocol === protocol.toUpperCase());
  });
  return first === undefined ? "not-allowed" : first.policy === "Drop" ? "dropped" : "accepted";
}

const cidr = fc.tuple(fc.nat(31), fc.integer({ min: 27, max: 32 })).map(([host, length]) => {
  const size = 2 ** (32 - length);
  return `10.0.0.${host - (host % size)}/${length}`;
});
const ports = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }))
  .map(([a, b]) => `${Math.min(a, b)}/${Math.max(a, b)}`);
const anyRule: fc.Arbitrary<SecurityRule> = fc.record({
  protocol: fc.constantFrom("TCP", "UDP", "ALL"),
  ports: fc.oneof(ports, fc.constant("-1/-1")),
  source: cidr,
  policy: fc.constantFrom("Accept", "Drop"),
  priority: fc.integer({ min: 1, max: 3 }),
});

describe("a security group, against packet by packet", () => {
  it("says accepted when every packet is, dropped when one is dropped, not-allowed else", () => {
    const wanted = fc.record({ source: cidr, ports, protocol: fc.constantFrom("tcp" as const, "udp" as const) });
    fc.assert(
      fc.property(fc.array(anyRule, { maxLength: 6 }), wanted, (rules, { source, ports: asked, protocol }) => {
        const [first = 0, last = 0] = asked.split("/").map(Number);
        const [, start = "0", length = "32"] = /\.(\d+)\/(\d+)$/.exec(source) ?? [];
        const met = new Set<string>();
        for (let host = 0; host < 2 ** (32 - Number(length)); host += 1) {
          for (let port = first; port <= last; port += 1) met.add(naive(rules, protocol, Number(start) + host, port));
        }
        const expected = ["dropped", "not-allowed", "accepted"].find((one) => met.has(one));
        expect(admits(rules, { protocol, port: { first, last }, source })).toBe(expected);
      }),
      { numRuns: 500 },
    );
  });
});
