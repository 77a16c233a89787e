import { isStatus } from "../../api/is-status.ts";
import { listVpcs } from "../../api/vpc.ts";
import { listVpcRoutes, listVpcRouteTables, type VpcRouteSeen } from "../../api/vpc-routes.ts";
import type { Network, Vpc } from "../../network/network.ts";
import { isLocal } from "../../path/described-backbone.ts";
import type { Status } from "../../ui/screens/status-screen.ts";
import type { Session } from "../session.ts";
import { byAddress } from "./by-address.ts";
import { notReadable, routeHead } from "./route-words.ts";

type Tables = NonNullable<Status["tables"]>;

/** Every route table of the VPCs: the vSwitches' own routes first. `all`: the cloud's own ones, too. */
export async function vpcTables(
  session: Session,
  vpcs: readonly Vpc[],
  names: ReadonlyMap<string, string>,
  all: boolean,
): Promise<Tables> {
  const known = new Map([...toldNames(session.network), ...names]);
  const tables = vpcs.map((vpc) =>
    session.world.holds(vpc.account)
      ? ofVpc(session, vpc, known, all)
      : [{ heading: vpc.name, head: routeHead, rows: notReadable }],
  );
  return (await Promise.all(tables)).flat();
}

/** The owner of a VPC cannot see its attachment, and has been told of it. */
function toldNames({ vpcs }: Network): readonly (readonly [string, string])[] {
  return vpcs.flatMap(({ attachment, attachmentName }) =>
    attachment !== undefined && attachmentName !== undefined ? [[attachment, attachmentName] as const] : [],
  );
}

async function ofVpc({ world }: Session, vpc: Vpc, names: ReadonlyMap<string, string>, all: boolean): Promise<Tables> {
  const { account, region, id } = vpc;
  const [lists, seen] = await Promise.all([
    world.reads.read(listVpcRouteTables({ account, region }), 0),
    world.reads.read(listVpcs({ account, region }), 0),
  ]);
  const title = titleOf(vpc, seen.find((one) => one.id === id)?.name);
  return Promise.all(
    lists
      .filter((table) => table.vpc === id)
      .map(async (table) => {
        const routes = await world.reads.read(listVpcRoutes({ account, region, table: table.id }), 0);
        const isShown = (route: VpcRouteSeen) => all || isLocal(route) || !isStatus(route.type, "System");
        const [own, others] = [routes.filter(isLocal), routes.filter((route) => !isLocal(route) && isShown(route))];
        return {
          heading: isStatus(table.type, "System") ? title : `${title}, table ${table.id}`,
          head: routeHead,
          rows: [...byAddress(own), ...byAddress(others)].map((route) => rowOf(route, names)),
        };
      }),
  );
}

/** As it is spelt in the console, where that is the same name. */
function titleOf({ name }: Vpc, inConsole = ""): string {
  return inConsole.toLowerCase() === name.toLowerCase() ? inConsole : name;
}

function rowOf(route: VpcRouteSeen, names: ReadonlyMap<string, string>): readonly string[] {
  const { cidr, type, status, nextHopType, nextHopId } = route;
  const hop = nextHopId === "" ? nextHopType : (names.get(nextHopId) ?? nextHopId);
  return [cidr, isLocal(route) ? "Local" : hop, isStatus(status, "Available") ? type : `${type} (${status})`];
}
