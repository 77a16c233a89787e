import type { World } from "../world.ts";
import type { Cen, TransitRouter } from "./things.ts";

/** Codes of the regions within ids. Source: samples of the SDK; a region without a known one gets its own letters by assumption. */
const codes: Readonly<Record<string, string>> = {
  "cn-hangzhou": "bp1",
  "cn-shanghai": "uf6",
  "cn-beijing": "2ze",
  "cn-qingdao": "m5e",
  "cn-zhangjiakou": "8vb",
  "cn-shenzhen": "wz9",
  "us-west-1": "rj9",
  "ccn-cn-shanghai": "uf6",
};

/** Puts a transit router that is still being made; whoever made it says when it is Active. */
export function newTransitRouter(
  world: World,
  cen: Cen,
  regionId: string,
  edition: TransitRouter["edition"],
): TransitRouter {
  const router: TransitRouter = {
    id: world.newId(`tr-${codes[regionId] ?? regionId.replace(/[^a-z0-9]/g, "").slice(-3)}`, 18),
    uid: cen.uid,
    cenId: cen.id,
    regionId,
    edition,
    status: "Creating",
    name: "",
    description: "",
    createdAt: world.now,
    tags: [],
  };
  world.put("transit-router", router);
  return router;
}
