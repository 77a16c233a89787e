import { describe, expect, test } from "vitest";
import { CCN, CEN } from "../../../src/simulator/scenarios/put-backbone.ts";
import { DirectCloud, hub, shop } from "../direct-cloud.ts";
import { activate, area, bind } from "./branch.ts";

const create = "Smartag.CreateCloudConnectNetwork";
const list = "Smartag.DescribeCloudConnectNetworks";
const modify = "Smartag.ModifyCloudConnectNetwork";
const remove = "Smartag.DeleteCloudConnectNetwork";

// biome-ignore lint/suspicious/noExplicitAny: answers are read as a foreign client reads them.
function listed(cloud: DirectCloud, flat: Record<string, string> = {}, uid = hub): any[] {
  return cloud.call(list, { ...area, ...flat }, uid).CloudConnectNetworks.CloudConnectNetwork;
}

describe("making a CCN", () => {
  test("is done when it is answered, and makes a second one when it is repeated", () => {
    const cloud = new DirectCloud();
    const made = cloud.call(create, { ...area, Name: "branches" });
    expect(made).toMatchObject({
      CcnId: expect.stringMatching(/^ccn-[0-9a-z]{18}$/),
      Status: "Active",
      CidrBlock: "192.168.0.0/16",
    });
    cloud.call(create, { ...area, Name: "branches" });
    expect(listed(cloud, { Name: "branches" })).toHaveLength(2);
  });

  test("ends at ten in an account", () => {
    const cloud = new DirectCloud();
    for (let made = 1; made < 10; made += 1) cloud.call(create, area);
    cloud.expectRefusal(403, "CcnAmountLimit", create, area);
    cloud.call(create, area, shop);
  });

  test("misses the region, which its model calls optional", () => {
    new DirectCloud().expectRefusal(403, "MissingParameter", create, { Name: "branches" });
  });

  test.each([
    [{ Name: "x" }, 403, "InvalidName"],
    [{ Name: "a".repeat(101) }, 403, "InvalidName"],
    [{ Description: "9 lives" }, 403, "InvalidDescription"],
    [{ CidrBlock: "192.168.0.0" }, 400, "CCN.InvalidCidr"],
    [{ CidrBlock: "192.168.0.0/25" }, 400, "CCN.InvalidCidr"],
    [{ CidrBlock: "10.0.0.0/16,10.0.1.0/24" }, 400, "CCN.InvalidCidr"],
    [{ CidrBlock: [1, 2, 3, 4, 5, 6].map((at) => `10.${at}.0.0/16`).join() }, 400, "CCN.CidrAmountLimit"],
    [{ SnatCidrBlock: "10.0.0.0/24" }, 400, "CCN.InvalidSnatCidr"],
    [{ SnatCidrBlock: "192.168.0.0/24,192.168.0.0/25" }, 400, "CCN.SnatCidrConflict"],
    [{ RegionId: "us-west-1" }, 400, "InvalidRegionID"],
  ])("with %j is refused", (flat, status, code) => {
    new DirectCloud().expectRefusal(status, code, create, { ...area, ...flat });
  });
});

describe("the list of CCNs", () => {
  test("counts gateways in text, and has neither status nor region", () => {
    const cloud = new DirectCloud();
    bind(cloud, activate(cloud));
    const [shown] = listed(cloud);
    expect(shown).toMatchObject({
      CcnId: CCN,
      AssociatedCloudBoxCount: "1",
      AvailableCloudBoxCount: "0",
      NewAgw: false,
    });
    expect(shown).not.toHaveProperty("Status");
    expect(shown).not.toHaveProperty("RegionId");
    expect(shown).not.toHaveProperty("AssociatedCenId");
  });

  test("shows the CEN once Cbn has attached it", () => {
    const cloud = new DirectCloud();
    const child = { ChildInstanceId: CCN, ChildInstanceType: "CCN", ChildInstanceRegionId: "ccn-cn-shanghai" };
    cloud.call("Cbn.AttachCenChildInstance", { CenId: CEN, ...child });
    expect(listed(cloud)[0]).not.toHaveProperty("AssociatedCenId");
    expect(cloud.world.call.transitional).toBe(true);
    cloud.expectRefusal(403, "AlreadyBound.CEN", remove, { ...area, CcnId: CCN });
    cloud.pass(60_000);
    expect(listed(cloud)[0]).toMatchObject({ AssociatedCenId: CEN, AssociatedCenOwnerId: hub });
  });

  test("says which is the default by the switch", () => {
    expect(listed(new DirectCloud())[0]).toMatchObject({ IsDefault: true });
    const today = new DirectCloud({ switches: { ccnListShowsIsDefault: false } });
    expect(listed(today)[0]).not.toHaveProperty("IsDefault");
  });

  test("is empty for an unknown id, another area, another account, another tag", () => {
    const cloud = new DirectCloud();
    expect(listed(cloud, { CcnId: "ccn-none" })).toEqual([]);
    expect(listed(cloud, { RegionId: "cn-hongkong" })).toEqual([]);
    expect(listed(cloud, {}, shop)).toEqual([]);
    expect(listed(cloud, { "Tag.1.Key": "team" })).toEqual([]);
    cloud.change("ccn", CCN, { tags: [{ Key: "team", Value: "net" }] });
    expect(listed(cloud, { "Tag.1.Key": "team" })).toHaveLength(1);
    expect(listed(cloud, { "Tag.1.Key": "team", "Tag.1.Value": "app" })).toEqual([]);
    cloud.expectRefusal(400, "InvalidTagKey", list, { ...area, "Tag.1.Value": "net" });
  });
});

describe("changing a CCN", () => {
  test("leaves alone what is not given", () => {
    const cloud = new DirectCloud();
    cloud.call(modify, { ...area, CcnId: CCN, Name: "branches", InterworkingStatus: "disable" });
    expect(listed(cloud)[0]).toMatchObject({
      Name: "branches",
      InterworkingStatus: "disable",
      CidrBlock: "192.168.0.0/16",
    });
  });

  test.each([
    [{ CcnId: "ccn-none" }, 403, "InvalidId.CCN"],
    [{ RegionId: "cn-hongkong" }, 403, "InvalidId.CCN"],
    [{ InterworkingStatus: "on" }, 400, "CCN.InvalidInterworkingStatus"],
    [{ CidrBlock: "300.0.0.0/8" }, 400, "CCN.InvalidCidr"],
    [{ Name: "x" }, 403, "InvalidName"],
  ])("to %j is refused", (flat, status, code) => {
    new DirectCloud().expectRefusal(status, code, modify, { ...area, CcnId: CCN, ...flat });
  });
});

describe("deleting a CCN", () => {
  test("needs no region, and an empty CCN on no CEN", () => {
    const cloud = new DirectCloud();
    cloud.call(remove, { CcnId: CCN });
    expect(listed(cloud)).toEqual([]);
    cloud.expectRefusal(403, "InvalidId.CCN", remove, { CcnId: CCN });
  });

  test("with a gateway is refused", () => {
    const cloud = new DirectCloud();
    bind(cloud, activate(cloud));
    cloud.expectRefusal(403, "AlreadyBound.SMARTAG", remove, { CcnId: CCN });
  });

  test("of another account is refused", () => {
    new DirectCloud().expectRefusal(403, "InvalidId.CCN", remove, { CcnId: CCN }, shop);
  });
});

describe("the newer way onto a CEN", () => {
  const attach = "Smartag.AttachCcnInstanceToCen";
  const detach = "Smartag.DetachCcnInstanceFromCen";
  const pair = { CcnId: CCN, CenId: CEN };

  test("does not serve ordinary CCNs", () => {
    const cloud = new DirectCloud();
    cloud.expectRefusal(400, "CcnNotSupportNewAgw", attach, pair);
    cloud.expectRefusal(400, "CcnNotSupportNewAgw", detach, pair);
  });

  test("serves those of the new access gateway generation", () => {
    const cloud = new DirectCloud();
    cloud.change("ccn", CCN, { newAgw: true });
    cloud.expectRefusal(400, "CcnNotInCen", detach, pair);
    cloud.call(attach, { ...pair, Subnet: "172.16.55.0/24" });
    expect(listed(cloud)[0]).toMatchObject({ AssociatedCenId: CEN, NewAgw: true, Subnet: "172.16.55.0/24" });
    cloud.expectRefusal(403, "AlreadyBound.CEN", attach, pair);
    cloud.call(detach, pair);
    expect(listed(cloud)[0]).not.toHaveProperty("AssociatedCenId");
  });

  test("misses what its model calls optional", () => {
    const cloud = new DirectCloud();
    cloud.expectRefusal(400, "MissingParam", attach, { CcnId: CCN });
    cloud.change("ccn", CCN, { newAgw: true });
    cloud.expectRefusal(400, "CenNotExist", attach, { CcnId: CCN, CenId: "cen-none" });
  });
});

describe("a grant to another account's CEN", () => {
  const grant = "Smartag.GrantInstanceToCbn";
  const revoke = "Smartag.RevokeInstanceFromCbn";
  const rule = { ...area, CcnInstanceId: CCN, CenInstanceId: "cen-ofshop" };

  function rules(cloud: DirectCloud, flat: Record<string, string> = {}, uid = hub) {
    return cloud.call("Smartag.DescribeGrantRules", { ...area, ...flat }, uid).GrantRules.GrantRule;
  }

  test("is listed for the one who gave it, until it is taken back", () => {
    const cloud = new DirectCloud();
    cloud.call(grant, { ...rule, CenUid: shop });
    const shown = { CcnInstanceId: CCN, CcnUid: Number(hub), CenInstanceId: "cen-ofshop", CenUid: Number(shop) };
    expect(rules(cloud)).toMatchObject([{ ...shown, GrantTrafficService: false }]);
    expect(rules(cloud, { AssociatedCcnId: "ccn-none" })).toEqual([]);
    expect(rules(cloud, {}, shop)).toEqual([]);
    cloud.call(revoke, rule);
    expect(rules(cloud)).toEqual([]);
    cloud.expectRefusal(404, "InvalidInstanceId.NotFound", revoke, rule);
  });

  test("is refused twice, to oneself, and to nobody", () => {
    const cloud = new DirectCloud();
    cloud.expectRefusal(400, "CCN.InvalidUid", grant, { ...rule, CenUid: hub });
    cloud.expectRefusal(400, "CCN.InvalidUid", grant, { ...rule, CenUid: "3000000000000003" });
    cloud.expectRefusal(400, "CCN.InvalidId", grant, { ...rule, CcnInstanceId: "ccn-none", CenUid: shop });
    cloud.call(grant, { ...rule, CenUid: shop });
    cloud.expectRefusal(400, "DuplicatedGrantRule", grant, { ...rule, CenUid: shop });
  });

  test("cannot be taken back while the CCN is on that CEN", () => {
    const cloud = new DirectCloud();
    cloud.call(grant, { ...rule, CenUid: shop });
    const attachment = { id: `cen-ofshop/${CCN}`, uid: shop, cenId: "cen-ofshop", childId: CCN };
    cloud.world.put("cen-attachment", attachment);
    cloud.expectRefusal(400, "IncorrectStatus", revoke, rule);
  });
});
