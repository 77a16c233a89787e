/**
 * Three names for one place: the area people write (`mainland-china`), Smartag's RegionId (`cn-shanghai`),
 * and the CEN side's region (`ccn-cn-shanghai`, the only one that any document shows; the others are its pattern).
 * Source: Smartag endpoint list of the published SDK, 2026-08; CCN areas of the product page "introduction to CCN".
 */
const areas: Readonly<Record<string, string>> = {
  "mainland-china": "cn-shanghai",
  "hong-kong": "cn-hongkong",
  singapore: "ap-southeast-1",
  "kuala-lumpur": "ap-southeast-3",
  jakarta: "ap-southeast-5",
  tokyo: "ap-northeast-1",
  frankfurt: "eu-central-1",
};

export const areaNames: readonly string[] = Object.keys(areas);

/** The area named by any of its three names, or as "Mainland China"; undefined when none fits. */
export function findArea(name: string): string | undefined {
  const written = name.trim().toLowerCase().replace(/[ _]+/g, "-");
  const region = written.replace(/^ccn-/, "");
  return areaNames.find((area) => area === written || areas[area] === region);
}

/** `cn-shanghai` for `mainland-china`: what Smartag calls RegionId. */
export function smartagRegion(area: string): string {
  return areas[area] ?? area;
}

/** `ccn-cn-shanghai` for `mainland-china`: the region of the CCN as the CEN sees it. */
export function ccnRegion(area: string): string {
  return `ccn-${smartagRegion(area)}`;
}

/** Only here does Alibaba Cloud ship hardware; elsewhere one brings a device of one's own. */
export function isShippedTo(area: string): boolean {
  return area === "mainland-china";
}
