import { displayWidth, padTo } from "./display-width.ts";
import { type Frame, isNarrow } from "./frame.ts";
import { type Line, type Style, span } from "./line.ts";
import { latency } from "./units.ts";
import { wrap } from "./wrap.ts";

export interface Destination {
  readonly name: string;
  readonly address: string;
  readonly is: "answers" | "probe-only" | "silent" | "not-pinged";
  /** The mean of the answers. */
  readonly averageMs?: number;
}

/** The finished path of one branch: branch, gateway, CCN, CEN and what answers behind it. */
export interface PathPicture {
  readonly branch: { readonly name: string; readonly cidrs: readonly string[] };
  /** "Mainland China". */
  readonly ccn: string;
  readonly destinations: readonly Destination[];
}

/** Side by side where that fits, else one below the other. */
export function pathLines(frame: Frame, picture: PathPicture): readonly Line[] {
  const wide = wideLines(frame, picture);
  const fits = !isNarrow(frame) && wide.every((line) => width(line) <= frame.columns);
  return fits ? wide : tallLines(frame, picture);
}

function width(line: Line): number {
  return line.reduce((sum, one) => sum + displayWidth(one.text), 0);
}

function branchWords(frame: Frame, picture: PathPicture): string {
  return frame.words([picture.branch.name, picture.branch.cidrs.join(", ")].join(" "));
}

function wideLines(frame: Frame, picture: PathPicture): readonly Line[] {
  const { corner, dash, tee, fork } = frame.symbols;
  const link = ` ${dash}${dash} `;
  const trunk = `    ${corner}${dash} SAG${link}CCN ${frame.words(picture.ccn)}${link}CEN ${dash}`;
  const names = Math.max(0, ...picture.destinations.map((one) => displayWidth(frame.words(one.name)))) + 2;
  const addresses = Math.max(0, ...picture.destinations.map((one) => displayWidth(one.address))) + 2;
  const answers = Math.max(0, ...picture.destinations.map((one) => answer(one).text.length));
  const last = picture.destinations.length - 1;
  const branches = picture.destinations.map((one, index): Line => {
    const before = index === 0 ? trunk : " ".repeat(displayWidth(trunk));
    const joint = joints(index, last, { only: dash, first: fork, middle: tee, end: corner });
    const cells = `${padTo(frame.words(one.name), names)}${padTo(frame.words(one.address), addresses)}`;
    const said = answer(one);
    return [span(`${before}${joint}${dash} ${cells}`), span(said.text.padStart(answers), said.style)];
  });
  return [[span(`  ${branchWords(frame, picture)}`)], ...branches];
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

function answer(one: Destination): { readonly text: string; readonly style: Style } {
  if (one.is === "silent") return { text: "no answer", style: "bad" };
  if (one.is === "probe-only") return { text: "probe only", style: "bad" };
  if (one.is === "not-pinged") return { text: "not pinged from here", style: "wait" };
  return { text: one.averageMs === undefined ? "answers" : latency(one.averageMs), style: "good" };
}

function tallLines(frame: Frame, picture: PathPicture): readonly Line[] {
  const { corner, dash } = frame.symbols;
  const step = (depth: number, text: string) =>
    marked(frame, text, `${" ".repeat(depth)}${corner}${dash} `, " ".repeat(depth + 3));
  return [
    ...wrap(branchWords(frame, picture), 0, frame.columns).map((line): Line => [span(line)]),
    ...step(0, "SAG"),
    ...step(3, `CCN ${frame.words(picture.ccn)}`),
    ...step(6, "CEN"),
    ...picture.destinations.flatMap((one, index) =>
      tallDestination(frame, one, index === picture.destinations.length - 1),
    ),
  ];
}

const treeIndent = " ".repeat(9);

function tallDestination(frame: Frame, one: Destination, isLast: boolean): readonly Line[] {
  const { corner, tee, pipe, dash } = frame.symbols;
  const below = `${treeIndent}${isLast ? " " : pipe}  `;
  const said = answer(one);
  const address = frame.words(one.address);
  const fits = displayWidth(`${below}${address}  ${said.text}`) <= frame.columns;
  return [
    ...marked(frame, frame.words(one.name), `${treeIndent}${isLast ? corner : tee}${dash} `, below),
    ...(fits ? [[span(`${below}${address}  `), said]] : [[span(below + address)], [span(below), said]]),
  ];
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
