import { areas, closedArea } from "./areas.ts";
import { smartagAction } from "./smartag-action.ts";

/** The closed region stays in the list, and only its name says so. */
export const describeRegions = smartagAction({
  name: "DescribeRegions",
  kind: "read",
  parameters: { AcceptLanguage: { type: "string" } },
  evidence:
    "SDK model: fields. Live answers of 2026-08: closed regions are listed. Names of other languages are not modelled.",
  handle() {
    const listed = [...Object.entries(areas), [closedArea.id, closedArea.name] as const];
    const shown = ([id, name]: readonly [string, string]) => ({
      RegionId: id,
      LocalName: name,
      RegionEndpoint: `smartag.${id}.aliyuncs.com`,
    });
    return { Regions: { Region: listed.map(shown) } };
  },
});
