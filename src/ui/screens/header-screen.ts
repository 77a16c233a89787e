import { type CloudName, cloudWords, isReal } from "../cloud-name.ts";
import { displayWidth, padTo } from "../layout/display-width.ts";
import { type Frame, isNarrow } from "../layout/frame.ts";
import { type Line, linesOf, spaced, span } from "../layout/line.ts";
import { wrap } from "../layout/wrap.ts";

/** The top of a screen: what is done, on which cloud, for which network, with whose key. */
export interface Header {
  /** "tutorial A", "plan". */
  readonly doing: string;
  /** The first line stands on the screen already. */
  readonly isBegun?: boolean;
  readonly network?: { readonly name: string; readonly file?: string };
  /** Those whose keys are here. */
  readonly accounts?: readonly AccountShown[];
}

export interface AccountShown {
  readonly name: string;
  readonly uid?: string;
  /** "profile prod (flag)": what the key is and where it was found; never the key. */
  readonly from?: string;
}

export function headerLines(frame: Frame, header: Header, cloud: CloudName): readonly Line[] {
  const { network, accounts = [] } = header;
  const rows = [
    ...(network ? headerRow(frame, "Network", network.name, network.file) : []),
    ...accounts.flatMap((account) => accountRow(frame, account, cloud)),
  ];
  return spaced([header.isBegun ? [] : topLines(frame, header, cloud), rows]);
}

function topLines(frame: Frame, header: Header, cloud: CloudName): readonly Line[] {
  const nothing = isReal(cloud) ? "" : ": nothing is real, nothing costs money";
  const title = `sagctl · ${header.doing} on ${cloudWords(cloud)}${nothing}`;
  return linesOf(wrap(frame.words(title), 0, frame.columns), "strong");
}

function accountRow(frame: Frame, account: AccountShown, cloud: CloudName): readonly Line[] {
  const names = account.uid === undefined ? [account.name] : [account.name, account.uid];
  const who = [...new Set(names)].join(" ");
  return headerRow(frame, "Account", who, isReal(cloud) ? account.from : `simulated: ${cloud}`);
}

const labelWidth = 9;
const nameWidth = 42;

/** The second value stands in a column of its own where there is room, else on the next line. */
function headerRow(frame: Frame, label: string, name: string, beside?: string): readonly Line[] {
  const left = padTo(frame.words(name), nameWidth);
  const right = frame.words(beside ?? "");
  const fits = !isNarrow(frame) && labelWidth + displayWidth(left) + 2 + displayWidth(right) <= frame.columns;
  const texts = fits ? [`${left}  ${right}`.trimEnd()] : [name, right].filter((text) => text !== "").map(frame.words);
  const [first = "", ...rest] = texts.flatMap((text) => wrap(text, labelWidth, frame.columns));
  if (!first.startsWith(" ".repeat(labelWidth))) return linesOf([label, first, ...rest]);
  return [[span(padTo(label, labelWidth), "faint"), span(first.slice(labelWidth))], ...linesOf(rest)];
}
