import { Refusal } from "../action.ts";
import type { World } from "../world.ts";
import type { TablePair } from "./table-pair.ts";
import type { RouterAssociation } from "./things.ts";

/** The association that an attachment has on the table's router. Codes: assumptions. */
export function standingAssociation(world: World, { attachment, table }: TablePair): RouterAssociation {
  const found = world.find<RouterAssociation>("tr-association", `${attachment.id}/${table.routerId}`);
  if (!found) throw new Refusal(404, "InvalidAssociation.NotFound", "The attachment has no association.");
  if (found.status === "Active") return found;
  throw new Refusal(400, "IncorrectStatus.Status", "The association is being changed.");
}
