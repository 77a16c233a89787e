/** Zones where other than two are worth having. Source: samples of the API pages; the rest is an assumption. */
const letters: Readonly<Record<string, string>> = {
  "cn-hangzhou": "bghijk",
  "cn-shanghai": "befglmn",
  "cn-beijing": "acdefghijkl",
};

/** `cn-hangzhou-h` in mainland China and Hong Kong, `us-west-1a` elsewhere. */
export function zonesOf(region: string): string[] {
  const glue = region.startsWith("cn-") ? "-" : "";
  return [...(letters[region] ?? "ab")].map((letter) => `${region}${glue}${letter}`);
}
