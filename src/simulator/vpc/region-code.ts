/** The three characters after the prefix of a regional id. Source: samples of the API pages. */
const codes: Readonly<Record<string, string>> = {
  "cn-hangzhou": "bp1",
  "cn-shanghai": "uf6",
  "cn-beijing": "2ze",
  "cn-shenzhen": "wz9",
  "cn-qingdao": "m5e",
  "cn-zhangjiakou": "8vb",
  "cn-hongkong": "j6c",
  "ap-southeast-1": "t4n",
  "us-west-1": "rj9",
  "eu-central-1": "gw8",
};

/** `vsw-bp1…` for a vSwitch in cn-hangzhou. */
export function regionalPrefix(prefix: string, region: string): string {
  return prefix + (codes[region] ?? "0jo");
}
