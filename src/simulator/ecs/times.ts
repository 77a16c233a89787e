/** `2017-12-10T04:04Z`: instances are without seconds. Source: sample of DescribeInstances. */
export function minuteTime(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16)}Z`;
}

/** `2017-12-10T04:04:09Z`: everything else has them. */
export function secondTime(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}
