import { areas } from "./areas.ts";

/** Names as DescribeChildInstanceRegions gives them for AcceptLanguage en-US; of the other languages none is modelled. */
const names: Readonly<Record<string, string>> = {
  "cn-qingdao": "China (Qingdao)",
  "cn-beijing": "China (Beijing)",
  "cn-zhangjiakou": "China (Zhangjiakou)",
  "cn-huhehaote": "China (Hohhot)",
  "cn-wulanchabu": "China (Ulanqab)",
  "cn-hangzhou": "China (Hangzhou)",
  "cn-shanghai": "China (Shanghai)",
  "cn-nanjing": "China (Nanjing)",
  "cn-fuzhou": "China (Fuzhou)",
  "cn-shenzhen": "China (Shenzhen)",
  "cn-heyuan": "China (Heyuan)",
  "cn-guangzhou": "China (Guangzhou)",
  "cn-chengdu": "China (Chengdu)",
  "cn-hongkong": "China (Hong Kong)",
  "us-west-1": "US (Silicon Valley)",
  "us-east-1": "US (Virginia)",
  "ap-southeast-1": "Singapore",
  "ap-southeast-2": "Australia (Sydney)",
  "ap-southeast-3": "Malaysia (Kuala Lumpur)",
  "ap-southeast-5": "Indonesia (Jakarta)",
  "ap-southeast-6": "Philippines (Manila)",
  "ap-southeast-7": "Thailand (Bangkok)",
  "ap-northeast-1": "Japan (Tokyo)",
  "ap-northeast-2": "South Korea (Seoul)",
  "eu-central-1": "Germany (Frankfurt)",
  "eu-west-1": "UK (London)",
  "ccn-cn-shanghai": "Mainland China",
  "ccn-cn-hongkong": "Hong Kong",
  "ccn-ap-southeast-1": "Singapore",
  "ccn-ap-southeast-3": "Kuala Lumpur",
  "ccn-ap-southeast-5": "Jakarta",
  "ccn-ap-northeast-1": "Tokyo",
  "ccn-eu-central-1": "Frankfurt",
};

export interface RegionName {
  readonly RegionId: string;
  readonly LocalName: string;
}

/** The regions whose VPCs can join a CEN. */
export function vpcRegions(): RegionName[] {
  return areas.flatMap((area) => area.regions).map(named);
}

/** The pseudo-regions under which Cloud Connect Networks join a CEN. */
export function ccnRegions(): RegionName[] {
  return areas.flatMap((area) => area.ccnRegions).map(named);
}

function named(RegionId: string): RegionName {
  return { RegionId, LocalName: names[RegionId] ?? RegionId };
}
