import { listSecurityGroups } from "../../api/ecs.ts";
import type { Input } from "../../engine/step.ts";
import type { Network } from "../../network/network.ts";
import { say, type Text } from "../../text.ts";
import { region, vpc, vpcAccount } from "../attach/inputs.ts";
import { cenOwner } from "../grant/inputs.ts";
import { verify } from "../ping/inputs.ts";
import { placed, required } from "../placed.ts";
import { cidr } from "../static-routes/inputs.ts";
import { groupsOf } from "./groups.ts";

export const securityGroup = placed<readonly string[]>({
  name: "security-group",
  help: say`a security group to open (default: those of the addresses to ping)`,
  many: true,
  at: (item) => ["vpcs", item, "securityGroups"],
  ask: async (look, draft, item) => {
    const of = draft.vpcs.find((one) => one.name === item);
    if (!of) return { message: say`Which security groups are to be opened?`, kind: "choose-many", choices: [] };
    const { account, region: at, id } = of;
    const [groups, used] = await Promise.all([
      look.read(listSecurityGroups({ account, region: at, vpc: id })),
      groupsOf(look, of),
    ]);
    const choices = groups.map((one) => ({
      value: one.id,
      columns: [one.name || "unnamed", one.id, item],
      ...(one.managed ? { disabled: say`belongs to a cloud service` } : {}),
    }));
    const [only, ...others] = used;
    return {
      message: say`Which security groups of ${item} are to let the office in?`,
      kind: "choose-many",
      choices,
      initial: used,
      ...(only !== undefined && others.length === 0
        ? { settled: { value: [only], because: say`that of the instances to ping` } }
        : {}),
    };
  },
});

/** What people let in most often; `tcp/8000-8080` and the like are typed. */
const usual: readonly (readonly [string, string])[] = [
  ["icmp", "ping"],
  ["tcp/22", "SSH"],
  ["tcp/80", "HTTP"],
  ["tcp/443", "HTTPS"],
  ["tcp/3389", "Remote Desktop"],
  ["tcp/1-65535", "all of TCP"],
  ["udp/1-65535", "all of UDP"],
];

export const allow = placed<readonly string[]>({
  name: "allow",
  help: say`what is let in: icmp, tcp/443, udp/53, … (default icmp)`,
  many: true,
  at: () => ["allow"],
  ask: async (_, draft) => ({
    message: senders(draft),
    kind: "choose-many",
    choices: usual.map(([value, what]) => ({ value, columns: [value, what] })),
    initial: allowed(draft),
  }),
});

/** An office alone, VPCs alone, or both. */
function senders({ branches, vpcs, reach }: Network): Text {
  if (branches.length === 0) return say`What may the VPCs send to each other's instances?`;
  const isOffice = reach !== undefined && vpcs.every(({ name }) => reach[name] === undefined);
  return isOffice
    ? say`What may the office send to the instances?`
    : say`What may offices and VPCs send to the instances?`;
}

/** What is let in, as the file spells it. */
export function allowed(network: Network): readonly string[] {
  return network.allow.map((one) => (one.protocol === "icmp" ? "icmp" : `${one.protocol}/${portsOf(one.ports)}`));
}

function portsOf(ports: string): string {
  const [first, last] = ports.split("/");
  return first === last ? `${first}` : `${first}-${last}`;
}

export const securityGroupInputs: readonly Input[] = [
  required(vpc),
  required(region),
  vpcAccount,
  securityGroup,
  verify,
  allow,
  required(cidr),
  cenOwner,
];
