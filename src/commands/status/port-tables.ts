import { listLanPorts, listWanPorts, readDevice } from "../../api/gateway-devices.ts";
import { type GatewaySeen, listGateways } from "../../api/gateways.ts";
import { isStatus } from "../../api/is-status.ts";
import type { Plan } from "../../engine/events.ts";
import { itemKey } from "../../keys.ts";
import type { Branch } from "../../network/network.ts";
import type { Status } from "../../ui/screens/status-screen.ts";
import type { Session } from "../session.ts";
import { factId } from "./fact-id.ts";

type Tables = NonNullable<Status["tables"]>;

/** How the ports of each device are set, which only a device that is online tells. sagctl does not set them. */
export async function portTables(session: Session, plan: Plan): Promise<Tables> {
  const tables = session.network.branches.map((branch) => ofBranch(session, branch, plan));
  return (await Promise.all(tables)).flat();
}

async function ofBranch(session: Session, branch: Branch, plan: Plan): Promise<Tables> {
  const { account, area } = branch;
  const id = factId(plan, itemKey("purchase", branch.name));
  if (id === undefined) return [];
  const gateways = await session.world.reads.read(listGateways({ account, area }), 0);
  const gateway = gateways.find((one) => one.id === id);
  if (!gateway || !isStatus(gateway.status, "Active")) return [];
  return Promise.all(gateway.serials.map((serial) => ofDevice(session, branch, gateway, serial)));
}

async function ofDevice({ world }: Session, branch: Branch, gateway: GatewaySeen, serial: string) {
  const of = { account: branch.account, area: branch.area, gateway: gateway.id, serial };
  const [device, wan, lan] = await Promise.all([
    world.reads.read(readDevice(of), 0),
    world.reads.read(listWanPorts(of), 0),
    world.reads.read(listLanPorts(of), 0),
  ]);
  const ports = [...wan.map((port) => ({ side: "WAN", ...port })), ...lan.map((port) => ({ side: "LAN", ...port }))];
  return {
    heading: `Device ${serial} of ${branch.name}${device?.version ? `, version ${device.version}` : ""}`,
    head: ["side", "port", "mode", "address", "mask", "gateway"],
    rows: ports.map(({ side, name, mode, address, mask, gateway: via }) => [
      side,
      name,
      mode,
      address,
      mask,
      via ?? "",
    ]),
  };
}
