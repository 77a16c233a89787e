/** The ten fields of a shipping address: `ReceiverName` and so on. Source: published SDK model, 2026-08. */
const receiver = /^Receiver([A-Z]\w*)$/;
const secret = /secret|password|securitytoken|signature/i;

/** What stands for a value that nobody but its owner should read; undefined: it may be shown. */
export function standIn(name: string): string | undefined {
  const field = receiver.exec(name)?.[1];
  if (field !== undefined) return `<shipTo.${field.charAt(0).toLowerCase()}${field.slice(1)}>`;
  return secret.test(name) ? `<${name}>` : undefined;
}
