import { listCens } from "../../api/cens.ts";
import type { Look } from "../../engine/step.ts";
import type { Network } from "../../network/network.ts";

/** The CEN's id where no item tells it: of the file, or of the one that has its name. */
export async function readCenId(look: Look, { cen, hub }: Network): Promise<string | undefined> {
  if (cen.id !== undefined || !look.holds(hub)) return cen.id;
  return (await look.read(listCens({ account: hub }))).find((one) => one.name === cen.name)?.id;
}
