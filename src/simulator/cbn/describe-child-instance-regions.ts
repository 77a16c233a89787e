import { Refusal, type SimAction } from "../action.ts";
import { ccnRegions, type RegionName, vpcRegions } from "./region-names.ts";

/** Where network instances can join a CEN, CCNs in pseudo-regions of their own. */
export const describeChildInstanceRegions: SimAction = {
  product: "Cbn",
  name: "DescribeChildInstanceRegions",
  kind: "read",
  // Source: API page: no authorisation needed.
  permission: "",
  parameters: { ProductType: { type: "string" }, AcceptLanguage: { type: "string" } },
  evidence: "metadata; CCN regions other than ccn-cn-shanghai: assumption; names are English whatever the language",
  handle(_world, request) {
    return { Regions: { Region: regionsOf(request.params.ProductType) } };
  },
};

function regionsOf(productType: unknown): RegionName[] {
  if (productType === "VPC" || productType === "VBR") return vpcRegions();
  if (productType === "CCN") return ccnRegions();
  if (productType === undefined) return [...vpcRegions(), ...ccnRegions()];
  throw new Refusal(400, "InvalidParameter", "The product type is not valid.");
}
