import { freshNetworkFile } from "./fresh-file.ts";

/** Tutorial A, with the ids of its simulated cloud, so that what is printed can be tried as it is. */
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
    hangzhou: {
      id: "vpc-bp1hz0prod4k7m2x9q3w1",
      region: "cn-hangzhou",
      securityGroups: ["sg-bp1hz0web4k7m2x9q3w1"],
      verify: ["10.1.0.10"],
    },
    "silicon-valley": {
      id: "vpc-rj9sv0prod8d5n1c6t2y4",
      region: "us-west-1",
      securityGroups: ["sg-rj9sv0web8d5n1c6t2y4"],
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
  simulate: "tutorial-a",
};

const head = [
  "The network file of sagctl: what should be true. As it is, it fits the",
  "simulated cloud, where nothing is real and nothing costs money:",
  "  sagctl plan --simulate    shows what would change, and what it costs",
  "  sagctl apply --simulate   asks, and makes it true there",
  "For your own cloud leave --simulate out, and put your own values in: above all",
  "in the lines that end with: replace",
];

/** Ids, addresses and people of which no two networks have the same. */
const ofOneNetwork = /^( *(?:profile|cidrs|shipTo|id|securityGroups|verify):.*)$/gm;

/** What `sagctl init` prints; `marker` is 12 random hex characters. */
export function exampleNetworkFile(marker: string): string {
  return freshNetworkFile({ ...sample, marker }, head).replace(ofOneNetwork, "$1 # replace");
}

/** The example file of a scenario as a file of one's own, in whatever folder it comes to lie. */
export function ownNetworkFile(example: string, marker: string): string {
  const lines = example.split("\n").filter((line) => !line.startsWith("# yaml-language-server:"));
  const text = lines
    .join("\n")
    .replace(/^#\n/, "")
    .replaceAll(/ -f examples\/\S+/g, "");
  return text.replace(/^marker: .*$/m, `marker: "${marker}"`);
}
