/** RFC 3986 over UTF-8, as both signature versions want it: `*` and quotes escaped, `~` left. */
export function percentEncode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** Names in byte order, each `name=value`, encoded anew from decoded values: clients write spaces and `~` in several ways. */
export function canonicalQuery(params: Readonly<Record<string, string>>): string {
  const names = Object.keys(params).sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  return names.map((name) => `${percentEncode(name)}=${percentEncode(params[name] ?? "")}`).join("&");
}
