import { expect, test } from "vitest";
import { attachChild } from "../../../src/api/cen-children.ts";
import { listRegionRoutes } from "../../../src/api/cens.ts";

const hub = { account: "hub" };

test("the owner of a child of another account is a number on the wire, every digit kept", () => {
  const child = { ...hub, cen: "cen-1", child: "vpc-1", type: "VPC", region: "cn-hangzhou" } as const;
  expect(attachChild({ ...child, owner: "2000000000000002" }).call.params.ChildInstanceOwnerId).toBe(2000000000000002);
  expect(attachChild(child).call.params).not.toHaveProperty("ChildInstanceOwnerId");
});

test("routes are asked for in every status, since a rejected one says why a path is missing", () => {
  const { params } = listRegionRoutes({ ...hub, cen: "cen-1", region: "us-west-1" }).call;
  expect(params).toMatchObject({ Status: "All", PageSize: 500 });
});
