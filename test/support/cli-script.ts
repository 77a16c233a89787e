import { readFileSync } from "node:fs";

/** One command line of a script, and what must come of it. */
export interface ScriptStep {
  readonly line: number;
  readonly command: string;
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** All of it, line for line; `*` stands for any text, `...` alone for any lines. */
  readonly stdout: readonly string[];
  readonly stderr: readonly string[];
  readonly exit: number;
}

/**
 * Reads a script of lines: `# remark`, `$ NAME=value sagctl …`, then `| ` a line of stdout, `! ` one of stderr, and `= ` the exit code.
 */
export function readScript(path: string): readonly ScriptStep[] {
  const steps: (ScriptStep & { stdout: string[]; stderr: string[]; exit: number })[] = [];
  for (const [index, text] of readFileSync(path, "utf8").split("\n").entries()) {
    const [sign = "", rest = ""] = [text.slice(0, 1), text.slice(2)];
    const last = steps.at(-1);
    if (sign === "$") steps.push({ line: index + 1, ...commandOf(rest), stdout: [], stderr: [], exit: 0 });
    else if (sign === "|") last?.stdout.push(rest);
    else if (sign === "!") last?.stderr.push(rest);
    else if (sign === "=" && last) last.exit = Number(rest);
    else if (sign !== "#" && sign !== "") throw new Error(`${path}:${index + 1}: what is "${text}"?`);
  }
  return steps;
}

function commandOf(command: string): Pick<ScriptStep, "command" | "argv" | "env"> {
  const words = [...command.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? "");
  const at = words.indexOf("sagctl");
  const env = Object.fromEntries(words.slice(0, at).map((word) => word.split(/=(.*)/s).slice(0, 2)));
  return { command, argv: words.slice(at + 1), env };
}

/** The pattern that a whole stream must match. */
export function patternOf(lines: readonly string[]): RegExp {
  const parts = lines.map((line) => (line === "..." ? "(?:.*\n)*?" : `${lineOf(line)}\n`));
  return new RegExp(`^${parts.join("")}$`);
}

function lineOf(line: string): string {
  return line
    .trimEnd()
    .split("*")
    .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"))
    .join(".*");
}
