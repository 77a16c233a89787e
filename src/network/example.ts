import { freshNetworkFile } from "./fresh-file.ts";

const sample = {
  network: "beijing-office",
  accounts: { hub: { profile: "default" } },
  cen: { name: "global" },
  ccn: { area: "mainland-china" },
  branches: {
    beijing: {
      cidrs: ["172.16.0.0/12"],
      gateway: {
        model: "sag-100wm",
        deployment: "stand-alone",
        bandwidthMbps: 10,
        months: 12,
        shipTo: {
          name: "Your Name",
          mobile: "+86 13800000000",
          email: "you@example.com",
          country: "China",
          state: "Beijing",
          city: "Beijing",
          district: "Chaoyang",
          town: "Your Town",
          address: "1 Your Street",
          zip: "100000",
        },
      },
    },
  },
  vpcs: {
    hangzhou: { id: "vpc-xxxxxxxx", region: "cn-hangzhou", securityGroups: ["sg-xxxxxxxx"], verify: ["10.1.0.10"] },
    "silicon-valley": {
      id: "vpc-yyyyyyyy",
      region: "us-west-1",
      securityGroups: ["sg-yyyyyyyy"],
      verify: ["10.0.0.10"],
    },
  },
  packages: { "china-america": { areas: ["China", "North-America"], bandwidthMbps: 10, charge: "POSTPAY" } },
  connections: [
    { between: ["hangzhou", "silicon-valley"], bandwidthMbps: 5 },
    { between: ["ccn", "silicon-valley"], bandwidthMbps: 5 },
  ],
  reach: { beijing: ["hangzhou", "silicon-valley"] },
  allow: ["icmp"],
};

const head = [
  "The network file of sagctl: what should be true. Put your own values in, then",
  "  sagctl plan    shows what would change, and what it costs; sends nothing",
  "  sagctl apply   asks, and makes it true",
];

/** What `sagctl init` prints; `marker` is 12 random hex characters. */
export function exampleNetworkFile(marker: string): string {
  return freshNetworkFile({ ...sample, marker }, head);
}
