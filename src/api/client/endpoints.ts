import type { Product } from "../call.ts";

/** The version that each product is called in. */
export const versions: Readonly<Record<Product, string>> = {
  Smartag: "2018-03-13",
  Cbn: "2017-09-12",
  Vpc: "2016-04-28",
  Ecs: "2014-05-26",
  Sts: "2015-04-01",
  BssOpenApi: "2017-12-14",
};

/** Where a call goes: `https://smartag.cn-shanghai.aliyuncs.com`, or one base URL for a whole simulated cloud. */
export type Endpoint = (product: Product, region: string) => string;

/** The real cloud's hosts. Source: endpoint lists of the published SDKs, 2026-08. */
export const realEndpoint: Endpoint = (product, region) => `https://${hostOf(product, region)}`;

/** A simulated cloud tells products apart by version, so all of them share one URL. */
export function oneEndpoint(baseUrl: string): Endpoint {
  return () => baseUrl;
}

function hostOf(product: Product, region: string): string {
  switch (product) {
    case "Smartag":
      return `smartag.${region}.aliyuncs.com`;
    case "Cbn":
      return "cbn.aliyuncs.com";
    case "Vpc":
      return region === "cn-hangzhou" ? "vpc.aliyuncs.com" : `vpc.${region}.aliyuncs.com`;
    case "Ecs":
      return region === "cn-hangzhou" || region.endsWith("-finance-1")
        ? "ecs-cn-hangzhou.aliyuncs.com"
        : `ecs.${region}.aliyuncs.com`;
    case "Sts":
      return "sts.aliyuncs.com";
    case "BssOpenApi":
      // By the account's site, not by region: the host below serves accounts of the international site.
      return region === "ap-southeast-1" ? "business.ap-southeast-1.aliyuncs.com" : "business.aliyuncs.com";
  }
}
