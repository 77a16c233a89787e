import { expect, test } from "vitest";
import { associatePackage, createPackage } from "../../src/api/bandwidth-packages.ts";
import {
  createPeerAttachment,
  deletePeerAttachment,
  listPeerAttachments,
  updatePeerAttachment,
} from "../../src/api/peer-attachments.ts";
import { associate } from "../../src/api/router-tables.ts";
import { createTransitRouter } from "../../src/api/transit-routers.ts";
import { type Client, mark, openClient } from "./open-client.ts";
import { account, cen, region, router, table } from "./three-vpcs.ts";

const hub = { account, cen };
const peerRegion = "cn-hangzhou";

async function openWithHangzhou() {
  const client = await openClient("tutorial-b-cross-region");
  const create = createTransitRouter({ ...hub, region: peerRegion, name: "hangzhou" });
  const peerRouter = await client.done(create, "TransitRouterId");
  return { client, both: { ...hub, router, peerRouter } };
}

async function buyPackage(client: Client): Promise<string> {
  const areas = ["China", "Asia-Pacific"] as const;
  const order = createPackage({ account, areas, bandwidthMbps: 10, charge: "PREPAY", name: "china-asia" });
  const id = await client.done(order, "CenBandwidthPackageId");
  await client.done(associatePackage({ ...hub, package: id }));
  return id;
}

const ends = { region, peerRegion, name: "singapore-hangzhou" };

test("by data transfer a connection is made, seen from both regions, changed and taken away", async () => {
  const { client, both } = await openWithHangzhou();
  const create = createPeerAttachment({ ...both, ...ends, bandwidthMbps: 5, bandwidthType: "DataTransfer" });
  const id = await client.done(create, "TransitRouterAttachmentId");
  const seen = {
    id,
    name: "singapore-hangzhou",
    description: mark,
    cen,
    router,
    region,
    peerRouter: both.peerRouter,
    peerRegion,
    bandwidthMbps: 5,
    bandwidthType: "DataTransfer",
    packageId: "",
    autoPublish: true,
    status: "Attached",
  };
  const list = listPeerAttachments({ ...hub, region });
  expect(await client.read(list)).toEqual([seen]);
  expect(await client.read(listPeerAttachments({ ...hub, region: peerRegion }))).toEqual([seen]);
  await client.done(updatePeerAttachment({ ...both, attachment: id, bandwidthMbps: 7, autoPublish: false }));
  expect(await client.read(list)).toEqual([{ ...seen, bandwidthMbps: 7, autoPublish: false }]);
  await client.done(deletePeerAttachment({ ...both, attachment: id }));
  expect(await client.read(list)).toEqual([]);
});

test("one from a package names it, and the sum of its connections stays within it", async () => {
  const { client, both } = await openWithHangzhou();
  const id = await buyPackage(client);
  const from = { bandwidthType: "BandwidthPackage", package: id } as const;
  expect(await client.send(createPeerAttachment({ ...both, ...ends, ...from, bandwidthMbps: 11 }))).toMatchObject({
    is: "refused",
    error: { code: "InvalidOperation.BwpBandwidthExceeded" },
  });
  await client.done(createPeerAttachment({ ...both, ...ends, ...from, bandwidthMbps: 10 }));
  expect(await client.read(listPeerAttachments({ ...hub, region }))).toMatchObject([
    { bandwidthMbps: 10, bandwidthType: "BandwidthPackage", packageId: id },
  ]);
});

test("a connection that is associated does not go, and a refusal says so", async () => {
  const { client, both } = await openWithHangzhou();
  const create = createPeerAttachment({ ...both, ...ends, bandwidthMbps: 5, bandwidthType: "DataTransfer" });
  const attachment = await client.done(create, "TransitRouterAttachmentId");
  await client.done(associate({ account, router, attachment, table }));
  expect(await client.send(deletePeerAttachment({ ...both, attachment }))).toMatchObject({
    is: "refused",
    error: { code: "OperationFailed.RouteTableAssociationExist" },
  });
});

test("only what is given is changed", () => {
  const { params } = updatePeerAttachment({ ...hub, router, peerRouter: "tr-2", attachment: "tr-attach-1" }).call;
  expect(Object.keys(params).sort()).toEqual(["ClientToken", "TransitRouterAttachmentId"]);
});
