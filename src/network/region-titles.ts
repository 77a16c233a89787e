/** What people call a region: its city. Source: names of regions in the consoles and in CEN's list of areas, 2026-08. */
const titles: Readonly<Record<string, string>> = {
  "cn-qingdao": "Qingdao",
  "cn-beijing": "Beijing",
  "cn-zhangjiakou": "Zhangjiakou",
  "cn-huhehaote": "Hohhot",
  "cn-wulanchabu": "Ulanqab",
  "cn-shenzhen": "Shenzhen",
  "cn-heyuan": "Heyuan",
  "cn-guangzhou": "Guangzhou",
  "cn-hangzhou": "Hangzhou",
  "cn-shanghai": "Shanghai",
  "cn-nanjing": "Nanjing",
  "cn-fuzhou": "Fuzhou",
  "cn-chengdu": "Chengdu",
  "cn-hongkong": "Hong Kong",
  "us-west-1": "Silicon Valley",
  "us-east-1": "Virginia",
  "ap-southeast-1": "Singapore",
  "ap-southeast-2": "Sydney",
  "ap-southeast-3": "Kuala Lumpur",
  "ap-southeast-5": "Jakarta",
  "ap-southeast-6": "Manila",
  "ap-southeast-7": "Bangkok",
  "ap-northeast-1": "Tokyo",
  "ap-northeast-2": "Seoul",
  "ap-south-1": "Mumbai",
  "eu-central-1": "Frankfurt",
  "eu-west-1": "London",
  "me-east-1": "Dubai",
  "me-central-1": "Riyadh",
};

/** "Singapore" for `ap-southeast-1`; the id itself where no name is known. */
export function regionTitle(region: string): string {
  return titles[region] ?? region;
}
