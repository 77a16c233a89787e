/** `2018-10-16T07:31:09Z`. Source: sample of DescribeVpcAttribute. */
export function vpcTime(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}
