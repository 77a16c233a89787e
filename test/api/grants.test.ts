import { expect, test } from "vitest";
import {
  grantVpc,
  listGrantedVSwitches,
  listGrantsOfVpc,
  listGrantsToCen,
  modifyGrant,
  revokeGrant,
} from "../../src/api/grants.ts";
import { openRouterService } from "../../src/api/transit-routers.ts";
import { deleteVpcAttachment, listVpcAttachments, updateVpcAttachment } from "../../src/api/vpc-attachments.ts";
import { type Client, mark, openClient } from "./open-client.ts";
import { account, attachVpc3, cen, hubUid, region, router, shop, shopUid, vpc3, zonesOfVpc3 } from "./three-vpcs.ts";

const hub = { account };
const grant = { ...shop, region, vpc: vpc3, cen, cenOwner: hubUid, payer: "cen-owner" } as const;
const ownersView = listGrantsOfVpc({ ...shop, region, vpc: vpc3 });
const cenView = listGrantsToCen({ ...hub, region, cen });
const attachments = listVpcAttachments({ ...hub, cen, region });

const attach3 = async (client: Client) => (await client.read(attachments)).find((one) => one.vpc === vpc3);

test("a grant is seen from both sides, the account ids digit by digit, and is gone twice when revoked", async () => {
  const client = await openClient("tutorial-b");
  expect([await client.read(ownersView), await client.read(cenView)]).toEqual([[], []]);
  await client.done(grantVpc(grant));
  const both = { cen, cenOwner: hubUid, instance: vpc3, region, payer: "cen-owner" };
  expect(await client.read(ownersView)).toEqual([both]);
  expect(await client.read(cenView)).toEqual([{ ...both, owner: shopUid }]);
  await client.done(revokeGrant(grant));
  expect(await client.read(ownersView)).toEqual([]);
  expect(await client.send(revokeGrant(grant))).toMatchObject({ is: "already" });
});

test("the CEN's owner is told the vSwitches of a VPC only once it is granted, and only their zones", async () => {
  const client = await openClient("tutorial-b");
  const list = listGrantedVSwitches({ ...hub, cen, region, vpc: vpc3 });
  expect(await client.read(list)).toEqual([]);
  await client.done(grantVpc(grant));
  const seen = await client.read(list);
  expect(seen.map(({ zone, id }) => ({ zone, vSwitch: id }))).toEqual(zonesOfVpc3);
  expect(seen[0]).toEqual({ id: zonesOfVpc3[0]?.vSwitch, name: "vSwitch 1", vpc: vpc3, zone: "ap-southeast-1a" });
});

test("a granted VPC is attached with our mark; what it is granted for cannot be revoked under it; then it goes", async () => {
  const client = await openClient("tutorial-b");
  await client.done(grantVpc(grant));
  const id = await client.done(attachVpc3(), "TransitRouterAttachmentId");
  expect(await attach3(client)).toMatchObject({
    id,
    name: "attach3",
    description: mark,
    vpcOwner: shopUid,
    status: "Attached",
    zones: zonesOfVpc3,
  });
  expect(await client.send(revokeGrant(grant))).toMatchObject({ is: "busy", error: { code: "IncorrectStatus" } });
  await client.done(deleteVpcAttachment({ ...hub, router, attachment: id, vpc: vpc3 }));
  expect(await attach3(client)).toBeUndefined();
  await client.done(revokeGrant(grant));
});

test("the payer is changed in the grant first, and then in the attachment", async () => {
  const client = await openClient("tutorial-b");
  await client.done(grantVpc(grant));
  const attachment = await client.done(attachVpc3(), "TransitRouterAttachmentId");
  const theirs = { ...grant, payer: "resource-owner" } as const;
  expect(await client.send(modifyGrant(theirs))).toMatchObject({
    is: "refused",
    error: { code: "Forbidden.ResourceOwnerTransitRouterServiceNotOpen" },
  });
  await client.done(openRouterService(shop));
  const update = updateVpcAttachment({ ...hub, cen, router, attachment, vpc: vpc3, payer: "resource-owner" });
  expect(await client.send(update)).toMatchObject({ is: "refused" });
  await client.done(modifyGrant(theirs));
  expect((await client.read(cenView))[0]?.payer).toBe("resource-owner");
  expect((await attach3(client))?.payer).toBe("cen-owner");
  await client.done(update);
  expect((await attach3(client))?.payer).toBe("resource-owner");
});

test("another operation on the VPC is in the way, not a refusal", async () => {
  const client = await openClient("tutorial-b");
  await client.done(grantVpc(grant));
  await client.send(attachVpc3());
  expect(await client.send(revokeGrant(grant))).toMatchObject({
    is: "busy",
    error: { code: "OperationFailed.TaskConflict" },
  });
});
