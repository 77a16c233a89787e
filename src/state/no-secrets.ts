// Receiver…: the shipping address of an order; the others come with temporary credentials.
const forbidden = /^(AccessKeySecret|SecurityToken|Receiver.*)$/i;

/** The diary is a file that people mail around: a reply with a secret or personal data in it is our bug, never kept. */
export function refuseSecrets(value: unknown): void {
  if (typeof value !== "object" || value === null) return;
  for (const [name, inner] of Object.entries(value)) {
    if (forbidden.test(name)) throw new Error(`bug: a reply with ${name} was given to the diary`);
    refuseSecrets(inner);
  }
}
