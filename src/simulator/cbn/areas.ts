/** The areas between which bandwidth is sold; `id` is how requests spell them, replies spell them in lower case. */
export interface Area {
  readonly id: string;
  readonly regions: readonly string[];
  /** Regions of Cloud Connect Networks that count as this area. */
  readonly ccnRegions: readonly string[];
}

/**
 * Source: product pages "Manage bandwidth packages" (2019 and current) and DescribeGeographicRegionMembership's sample.
 * cn-nanjing, cn-fuzhou, ap-southeast-7 and ap-northeast-2 are inferred from the names of their cities. That the
 * mainland CCN counts as China is written in DescribeCenInterRegionBandwidthLimits (span `china_china`); the CCN
 * regions of the other areas follow its pattern.
 */
export const areas: readonly Area[] = [
  {
    id: "China",
    regions: [
      "cn-qingdao",
      "cn-beijing",
      "cn-zhangjiakou",
      "cn-huhehaote",
      "cn-wulanchabu",
      "cn-hangzhou",
      "cn-shanghai",
      "cn-nanjing",
      "cn-fuzhou",
      "cn-shenzhen",
      "cn-heyuan",
      "cn-guangzhou",
      "cn-chengdu",
    ],
    ccnRegions: ["ccn-cn-shanghai"],
  },
  { id: "North-America", regions: ["us-west-1", "us-east-1"], ccnRegions: [] },
  {
    id: "Asia-Pacific",
    regions: [
      "cn-hongkong",
      "ap-southeast-1",
      "ap-southeast-3",
      "ap-southeast-5",
      "ap-southeast-6",
      "ap-southeast-7",
      "ap-northeast-1",
      "ap-northeast-2",
    ],
    ccnRegions: [
      "ccn-cn-hongkong",
      "ccn-ap-southeast-1",
      "ccn-ap-southeast-3",
      "ccn-ap-southeast-5",
      "ccn-ap-northeast-1",
    ],
  },
  { id: "Europe", regions: ["eu-central-1", "eu-west-1"], ccnRegions: ["ccn-eu-central-1"] },
  { id: "Australia", regions: ["ap-southeast-2"], ccnRegions: [] },
];

/**
 * Local side first. Source: the sellable pairs of the 2019 manual, which has no Europe to Europe; which side is local is
 * known of two samples, `north-america_china` and `china_asia-pacific`, and assumed for the rest.
 */
const sold: readonly (readonly [string, string])[] = [
  ["China", "China"],
  ["China", "North-America"],
  ["Asia-Pacific", "China"],
  ["China", "Europe"],
  ["China", "Australia"],
  ["Asia-Pacific", "North-America"],
  ["Asia-Pacific", "Europe"],
  ["Asia-Pacific", "Asia-Pacific"],
  ["North-America", "North-America"],
  ["North-America", "Europe"],
  ["Australia", "Europe"],
  ["Australia", "North-America"],
  ["Australia", "Asia-Pacific"],
  ["Australia", "Australia"],
];

/** The area a region, ordinary or of a CCN, belongs to. */
export function areaOf(regionId: string): string | undefined {
  return areas.find((area) => area.regions.includes(regionId) || area.ccnRegions.includes(regionId))?.id;
}

/** A pair for which packages are sold, local side first; either way round finds it. */
export function findSpan(areaA: string, areaB: string): readonly [string, string] | undefined {
  return sold.find(([a, b]) => (a === areaA && b === areaB) || (a === areaB && b === areaA));
}

export function allSpans(): readonly (readonly [string, string])[] {
  return sold;
}

/**
 * `north-america_china` for China and North-America: opposite, then local. Source: the samples of
 * DescribeCenBandwidthPackages and DescribeCenGeographicSpans; to be treated as opaque.
 */
export function spanId([local, opposite]: readonly [string, string]): string {
  return `${opposite}_${local}`.toLowerCase();
}

/** Exactly one side is China. Assumption: no page defines IsCrossBorder. */
export function isCrossBorder(areaA: string, areaB: string): boolean {
  return (areaA === "China") !== (areaB === "China");
}
