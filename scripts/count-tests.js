// Prints "N passed, N failed" (and "N skipped") out of the test runner's own JSON report.
import { readFileSync } from "node:fs";

const report = JSON.parse(readFileSync(process.argv[2] ?? ".vitest-report.json", "utf8"));
const { numPassedTests: passed, numFailedTests, numPendingTests: skipped } = report;
// A file that could not even be loaded has no failed test of its own.
const unloaded = report.testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0);
const failed = numFailedTests + unloaded.length;
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
if (passed === 0) process.exit(1);
