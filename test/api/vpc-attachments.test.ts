import { expect, test } from "vitest";
import {
  createVpcAttachment,
  deleteVpcAttachment,
  listVpcAttachments,
  updateVpcAttachment,
} from "../../src/api/vpc-attachments.ts";
import { openClient } from "./open-client.ts";
import { account, attachVpc3, cen, hubUid, region, router, vpc1, vpc3 } from "./three-vpcs.ts";

const hub = { account };
const list = listVpcAttachments({ ...hub, cen, region });

test("what stands is read with its zones, its owner and its payer", async () => {
  const client = await openClient("tutorial-b");
  const [first, ...rest] = await client.read(list);
  expect(rest.map((one) => one.name)).toEqual(["attach2"]);
  expect(first).toEqual({
    id: expect.stringMatching(/^tr-attach-/),
    name: "attach1",
    description: "",
    cen,
    router,
    vpc: vpc1,
    vpcOwner: hubUid,
    region,
    status: "Attached",
    payer: "cen-owner",
    zones: [
      { zone: "ap-southeast-1a", vSwitch: "vsw-t4nvpc1k7m2x9q3w1a8b5" },
      { zone: "ap-southeast-1b", vSwitch: "vsw-t4nvsb1k7m2x9q3w1a8b5" },
    ],
    routeSync: false,
  });
});

test("a VPC that is not granted is refused by the code for it, and nothing is made", async () => {
  const client = await openClient("tutorial-b");
  const outcome = await client.send(attachVpc3());
  expect(outcome).toMatchObject({ is: "refused", error: { code: "Forbbiden.AttachChildInstanceAcrossUid" } });
  expect(await client.read(list)).toHaveLength(2);
});

test("an attachment takes another name, and stays while something refers to it", async () => {
  const client = await openClient("tutorial-b-isolated");
  const [first] = await client.read(list);
  if (first === undefined) throw new Error("the scenario has attachments");
  const of = { ...hub, cen, router, attachment: first.id, vpc: first.vpc };
  await client.done(updateVpcAttachment({ ...of, name: "renamed" }));
  expect((await client.read(list)).map((one) => one.name)).toContain("renamed");
  expect(await client.send(deleteVpcAttachment(of))).toMatchObject({
    is: "refused",
    error: { code: "OperationFailed.AttachmentReferencedVpcRouteEntryExisted" },
  });
});

test("one that is gone is gone already", async () => {
  const client = await openClient("tutorial-b");
  const away = deleteVpcAttachment({ ...hub, router, attachment: "tr-attach-nowhere", vpc: vpc3 });
  expect(await client.send(away)).toMatchObject({ is: "already" });
});

test("ids still to come stay placeholders, the owner's number too", () => {
  const vpcOwner = "<grant/vpc3.owner>";
  const create = createVpcAttachment({ ...hub, cen, region, router, vpc: vpc3, vpcOwner, name: "attach3", zones: [] });
  expect(create.call.params.VpcOwnerId).toBe(vpcOwner);
});
