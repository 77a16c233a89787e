import { displayWidth, padTo } from "../layout/display-width.ts";
import { type Frame, isNarrow } from "../layout/frame.ts";
import { type Line, type Style, span } from "../layout/line.ts";
import { wrap } from "../layout/wrap.ts";
import { latency } from "../units.ts";

export interface Destination {
  readonly name: string;
  readonly address: string;
  readonly is: "answers" | "probe-only" | "silent" | "not-pinged";
  /** The mean of the answers. */
  readonly averageMs?: number;
  /** The port that was tried beside the ping. */
  readonly tcp?: { readonly port: number; readonly is: "answers" | "refused" | "silent"; readonly averageMs?: number };
}

/** The finished path of one branch: branch, gateway, CCN, CEN and what answers behind it. */
export interface BranchPicture {
  readonly branch: { readonly name: string; readonly cidrs: readonly string[] };
  /** "Mainland China". */
  readonly ccn: string;
  readonly destinations: readonly Destination[];
}

/** The finished paths of one VPC: its transit router, and the VPCs that answer behind it or behind another region's. */
export interface VpcPicture {
  /** With the address of the instance that pings. */
  readonly vpc: { readonly name: string; readonly address: string };
  /** "TR Singapore", or "CEN" where nobody has to know of routers. */
  readonly router: string;
  /** `behind`: the router of another region, "TR Hangzhou". */
  readonly destinations: readonly (Destination & { readonly behind?: string })[];
}

export type PathPicture = BranchPicture | VpcPicture;

/** What a picture is made of, wherever it starts. */
interface Drawn {
  readonly start: string;
  readonly trunk: readonly string[];
  /** What stands before the address. */
  readonly ends: readonly { readonly label: string; readonly end: Destination }[];
}

function drawnOf(frame: Frame, picture: PathPicture): Drawn {
  const { dash } = frame.symbols;
  if ("branch" in picture) {
    const { branch, ccn, destinations } = picture;
    return {
      start: frame.words([branch.name, branch.cidrs.join(", ")].join(" ")),
      trunk: ["SAG", `CCN ${frame.words(ccn)}`, "CEN"],
      ends: destinations.map((end) => ({ label: frame.words(end.name), end })),
    };
  }
  const { vpc, router, destinations } = picture;
  return {
    start: frame.words(`${vpc.name} ${vpc.address}`),
    trunk: [frame.words(router)],
    ends: destinations.map((end) => {
      const far = end.behind === undefined ? "" : `${frame.words(end.behind)} ${dash}${dash} `;
      return { label: far + frame.words(end.name), end };
    }),
  };
}

/** Side by side where that fits, else one below the other. */
export function pathLines(frame: Frame, picture: PathPicture): readonly Line[] {
  const drawn = drawnOf(frame, picture);
  const wide = wideLines(frame, drawn);
  const fits = !isNarrow(frame) && wide.every((line) => width(line) <= frame.columns);
  return fits ? wide : tallLines(frame, drawn);
}

function width(line: Line): number {
  return line.reduce((sum, one) => sum + displayWidth(one.text), 0);
}

function wideLines(frame: Frame, { start, trunk, ends }: Drawn): readonly Line[] {
  const { corner, dash, tee, fork } = frame.symbols;
  const before = `    ${corner}${dash} ${trunk.join(` ${dash}${dash} `)} ${dash}`;
  const labels = Math.max(0, ...ends.map(({ label }) => displayWidth(label))) + 2;
  const addresses = Math.max(0, ...ends.map(({ end }) => displayWidth(end.address))) + 2;
  const answers = Math.max(0, ...ends.map(({ end }) => answer(end).text.length));
  const last = ends.length - 1;
  const branches = ends.map(({ label, end }, index): Line => {
    const way = index === 0 ? before : " ".repeat(displayWidth(before));
    const joint = joints(index, last, { only: dash, first: fork, middle: tee, end: corner });
    const cells = `${padTo(label, labels)}${padTo(frame.words(end.address), addresses)}`;
    const said = answer(end);
    return [span(`${way}${joint}${dash} ${cells}`), span(said.text.padStart(answers), said.style)];
  });
  return [[span(`  ${start}`)], ...branches];
}

interface Joints {
  readonly only: string;
  readonly first: string;
  readonly middle: string;
  readonly end: string;
}

function joints(index: number, last: number, signs: Joints): string {
  if (last === 0) return signs.only;
  if (index === 0) return signs.first;
  return index === last ? signs.end : signs.middle;
}

interface Answer {
  readonly text: string;
  readonly style: Style;
}

function answer(one: Destination): Answer {
  const ping = pingAnswer(one);
  if (!one.tcp) return ping;
  const port = portAnswer(one.tcp);
  return { text: `${ping.text}, TCP ${one.tcp.port} ${port.text}`, style: port.style === "bad" ? "bad" : ping.style };
}

function portAnswer({ is, averageMs }: NonNullable<Destination["tcp"]>): Answer {
  if (is === "silent") return { text: "no answer", style: "bad" };
  if (is === "refused") return { text: "refused", style: "good" };
  return { text: averageMs === undefined ? "answers" : latency(averageMs), style: "good" };
}

function pingAnswer(one: Destination): Answer {
  if (one.is === "silent") return { text: "no answer", style: "bad" };
  if (one.is === "probe-only") return { text: "probe only", style: "bad" };
  if (one.is === "not-pinged") return { text: "not pinged from here", style: "wait" };
  return { text: one.averageMs === undefined ? "answers" : latency(one.averageMs), style: "good" };
}

function tallLines(frame: Frame, { start, trunk, ends }: Drawn): readonly Line[] {
  const { corner, dash } = frame.symbols;
  const step = (text: string, depth: number) =>
    marked(frame, text, `${" ".repeat(depth * 3)}${corner}${dash} `, " ".repeat(depth * 3 + 3));
  const indent = " ".repeat(trunk.length * 3);
  return [
    ...wrap(start, 0, frame.columns).map((line): Line => [span(line)]),
    ...trunk.flatMap(step),
    ...ends.flatMap((one, index) => tallEnd(frame, one, { indent, isLast: index === ends.length - 1 })),
  ];
}

function tallEnd(
  frame: Frame,
  { label, end }: Drawn["ends"][number],
  { indent, isLast }: { readonly indent: string; readonly isLast: boolean },
): readonly Line[] {
  const { corner, tee, pipe, dash } = frame.symbols;
  const below = `${indent}${isLast ? " " : pipe}  `;
  const said = answer(end);
  const address = frame.words(end.address);
  const fits = displayWidth(`${below}${address}  ${said.text}`) <= frame.columns;
  return [
    ...marked(frame, label, `${indent}${isLast ? corner : tee}${dash} `, below),
    ...(fits ? [[span(`${below}${address}  `), said]] : [[span(below + address)], ...saidBelow(frame, said, below)]),
  ];
}

function saidBelow(frame: Frame, { text, style }: Answer, below: string): readonly Line[] {
  const lines = wrap(text, displayWidth(below), frame.columns).map((line) => line.trim());
  return lines.map((line) => [span(below), span(line, style)]);
}

/** A text behind a mark, its further lines behind another; a word that has no room there moves to the left. */
function marked(frame: Frame, text: string, first: string, further: string): readonly Line[] {
  const indent = " ".repeat(displayWidth(first));
  const lines = wrap(text, indent.length, frame.columns);
  return lines.flatMap((line, index): readonly Line[] => {
    const mark = index === 0 ? first : further;
    if (line.startsWith(indent)) return [[span(mark + line.slice(indent.length))]];
    return index === 0 ? [[span(mark)], [span(line)]] : [[span(line)]];
  });
}
