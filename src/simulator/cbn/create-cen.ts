import { Refusal, type SimAction } from "../action.ts";
import type { EventHandler, World } from "../world.ts";
import { text } from "./fields.ts";
import { checkNames, readTags } from "./names.ts";
import type { Cen } from "./things.ts";
import { beginTransition, endTransition } from "./transition.ts";

const MOST_CENS = 5;

/** Makes a CEN: Creating, then Active. */
export const createCen: SimAction = {
  product: "Cbn",
  name: "CreateCen",
  kind: "write",
  permission: "cen:CreateCen",
  parameters: {
    Name: { type: "string" },
    Description: { type: "string" },
    ProtectionLevel: { type: "string", oneOf: ["REDUCED"] },
    Tag: { type: "list", of: { Key: { type: "string" }, Value: { type: "string" } } },
    ClientToken: { type: "string" },
  },
  evidence: "metadata; states: API page; quota of 5: 2019 manual; HTTP status of the quota's code: assumption",
  handle(world, request) {
    checkNames(request);
    const tags = readTags(request);
    checkQuota(world, request.uid);
    const id = world.newId("cen-", 18);
    beginTransition(world, { kind: "create-cen", locks: [`cen:${id}`], event: "cen.created", data: { cenId: id } });
    const cen: Cen = {
      id,
      uid: request.uid,
      name: text(request, "Name"),
      description: text(request, "Description"),
      status: "Creating",
      protectionLevel: "REDUCED",
      createdAt: world.now,
      tags,
    };
    world.put("cen", cen);
    return { CenId: id };
  },
};

function checkQuota(world: World, uid: string): void {
  const own = world.all<Cen>("cen").filter((cen) => cen.uid === uid);
  if (own.length < MOST_CENS) return;
  throw new Refusal(400, "QuotaExceeded.CenCountExceeded", "The number of CEN instances exceeds the quota.");
}

/** Ends CreateCen and ModifyCenAttribute alike. */
export const whenCenSettled: EventHandler = (world, data) => {
  endTransition(world, data);
  const cen = world.find<Cen>("cen", String(data.cenId));
  if (cen) world.put("cen", { ...cen, status: "Active" });
};
