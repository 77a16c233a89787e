/** "real", or the name of a scenario: the same name that a diary carries. */
export type CloudName = string;

export function isReal(cloud: CloudName): boolean {
  return cloud === "real";
}

/** How a sentence names the cloud; each screen does. */
export function cloudWords(cloud: CloudName): string {
  return isReal(cloud) ? "Alibaba Cloud" : "the simulated cloud";
}
