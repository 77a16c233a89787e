import { Refusal, type SimRequest } from "../action.ts";
import { text } from "./fields.ts";
import type { Tag } from "./things.ts";

/** Name of 1 to 128 and Description of 1 to 256 characters, neither beginning like a URL. Source: current API pages. */
export function checkNames(request: SimRequest): void {
  check(request, "Name", 128, "InvalidName");
  check(request, "Description", 256, "InvalidDescription");
}

/** At most 20 tags, keys of 1 to 64 characters that don't begin with aliyun, acs: or a URL. */
export function readTags(request: SimRequest): Tag[] {
  const tags = ((request.params.Tag ?? []) as Partial<Tag>[]).map((tag) => ({
    Key: tag.Key ?? "",
    Value: tag.Value ?? "",
  }));
  if (tags.length > 20 || !tags.every(isTag)) throw new Refusal(400, "InvalidParameter", "The tags are not valid.");
  return tags;
}

function check(request: SimRequest, name: string, most: number, code: string): void {
  const value = text(request, name);
  if (value.length <= most && !/^https?:\/\//i.test(value)) return;
  throw new Refusal(400, code, `The ${name.toLowerCase()} is invalid.`);
}

function isTag(tag: Tag): boolean {
  const isPlain = !/^(aliyun|acs:)|https?:\/\//i.test(tag.Key) && !/https?:\/\//i.test(tag.Value);
  return isPlain && tag.Key.length >= 1 && tag.Key.length <= 64 && tag.Value.length <= 128;
}
