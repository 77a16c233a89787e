import { z } from "zod";
import { say, type Text } from "../text.ts";
import { cidrProblem, isAddress } from "./addresses.ts";
import { areaNames, findArea } from "./areas.ts";
import { cenAreaNames, findCenArea, knownRegions } from "./cen-areas.ts";
import { closest } from "./closest.ts";

interface Judgement {
  readonly code: string;
  readonly text: Text;
}

/** A text with a rule of ours that says what is wrong in our own words. */
function text(judge: (value: string) => Judgement | undefined) {
  return z.string().superRefine((value, context) => {
    const judgement = judge(value);
    if (judgement) context.addIssue({ code: "custom", params: { ...judgement } });
  });
}

/** Says the nearest of the known names, or all of them. */
export function unknownName(what: string, value: string, known: readonly string[]): Judgement {
  const near = closest(value, known);
  const advice = near === undefined ? `known: ${known.join(", ")}` : `did you mean ${near}?`;
  return {
    code: `unknown-${what.toLowerCase().replaceAll(" ", "-")}`,
    text: say`unknown ${what} "${value}"; ${advice}`,
  };
}

/** A text of one pattern, which editors check too. */
function matching(pattern: RegExp, what: string) {
  const judge = (value: string) =>
    pattern.test(value) ? undefined : { code: "malformed", text: say`"${value}" is not ${what}` };
  return text(judge).meta({ pattern: pattern.source });
}

/** A name out of a list that may be written in more ways than one. */
function oneOfNames(what: string, find: (value: string) => unknown, known: readonly string[]) {
  return text((value) => (find(value) ? undefined : unknownName(what, value, known))).meta({ examples: [...known] });
}

export const id = (prefix: string) =>
  matching(new RegExp(`^${prefix}-[A-Za-z0-9_-]+$`), `an id such as ${prefix}-2zeab12cd34ef`);
// Two of them and a sign between are one of the cloud's names, which has 128 characters at most.
const NAME = /^(?=.*[A-Za-z])[A-Za-z0-9][A-Za-z0-9_-]{0,62}$/;
export const name = matching(NAME, "a name: letters, digits, - and _, at most 63, not digits only");
/** Source: published model of CreateCloudConnectNetwork, 2026-08. */
export const ccnName = matching(
  /^[A-Za-z\p{Script=Han}][A-Za-z\p{Script=Han}\d._-]{1,99}$/u,
  "the name of a CCN: 2 to 100 characters, a letter first, then letters, digits, . _ and -",
);
/** Source: current pages of CreateCen, CreateCenBandwidthPackage and CreateTransitRouterVpcAttachment; older ones ask for a letter first. */
export const cenName = matching(
  /^(?![Hh][Tt][Tt][Pp][Ss]?:\/\/)(?=.*\S)[^\r\n]{1,128}$/,
  "a name: 1 to 128 characters in one line, not beginning with http:// or https://",
);
export const line = matching(/^[^\r\n]*\S[^\r\n]*$/, "a text of one line");
export const area = oneOfNames("area", findArea, areaNames);
export const cenArea = oneOfNames("CEN area", findCenArea, cenAreaNames);
export const region = oneOfNames("region", (value) => knownRegions.includes(value), knownRegions);
export const cidr = text(cidrProblem).meta({ pattern: "^[0-9]+(\\.[0-9]+){3}/[0-9]+$" });
export const address = text((value) =>
  isAddress(value) ? undefined : { code: "malformed", text: say`"${value}" is not an IPv4 address such as 10.1.0.10` },
);
export const allowed = matching(/^(icmp|(tcp|udp)\/\d{1,5}(-\d{1,5})?)$/, "icmp, tcp/443, tcp/8000-8080 or udp/53");
export const marker = matching(/^[0-9a-f]{12}$/, "12 hex characters in quotes");
export const nameOrUid = matching(/^([A-Za-z0-9_-]{1,64})$/, "a name under accounts, or an account id in quotes");
const UID = /^\d{5,20}$/;
export const isUid = (text: string): boolean => UID.test(text);
export const uid = matching(UID, "an account id: digits in quotes");
export const mbps = z.int().min(1);
export const oneOf = (numbers: readonly number[]) => z.literal([...numbers]);
