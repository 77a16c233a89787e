import { createVpcAttachment } from "../../src/api/vpc-attachments.ts";
import { VPC1, VPC2, VPC3, type VpcOfThree, vSwitchTails } from "../../src/simulator/scenarios/put-three-vpcs.ts";
import { CEN1, SINGAPORE_ROUTER, SINGAPORE_TABLE } from "../../src/simulator/scenarios/put-transit-router.ts";

/** Tutorial B's world in the words of our calls. */
export const account = "hub";
export const shop = { account: "shop" } as const;
export const cen = CEN1;
export const hubUid = VPC1.uid;
export const shopUid = VPC3.uid;
export const region = "ap-southeast-1";
export const router = SINGAPORE_ROUTER;
export const table = SINGAPORE_TABLE;
export const [vpc1, vpc2, vpc3] = [VPC1, VPC2, VPC3].map((one) => `vpc-${one.tail}`) as [string, string, string];
export const vpc3Table = `vtb-${VPC3.tail}`;

export const zonesOfVpc3 = zonesOf(VPC3);

function zonesOf(vpc: VpcOfThree) {
  const vSwitches = vSwitchTails(vpc).map((tail) => `vsw-${tail}`);
  return vpc.zones.map((zone, index) => ({ zone, vSwitch: vSwitches[index] ?? "" }));
}

/** What the tutorial does with VPC3, once it is granted. */
export function attachVpc3() {
  const place = { account, cen, region, router };
  return createVpcAttachment({ ...place, vpc: vpc3, vpcOwner: shopUid, name: "attach3", zones: zonesOfVpc3 });
}
