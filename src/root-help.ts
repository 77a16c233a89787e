const examples: readonly (readonly [string, string])[] = [
  ["npm start", "in a clone: the whole tutorial, simulated"],
  ["sagctl setup --simulate", "the wizard, on a simulated cloud"],
  ["sagctl plan", "what sagctl.yaml would change and cost"],
  ["sagctl apply", "asks, and makes it true"],
  ["sagctl ping --only hangzhou --tcp 443", "one step alone, on one item"],
];

/** What a newcomer can type at once, before anything else of the help. */
export function rootExamples(): string {
  const width = Math.max(...examples.map(([command]) => command.length));
  return ["Examples:", ...examples.map(([command, what]) => `  ${command.padEnd(width)}  ${what}`), ""].join("\n");
}
