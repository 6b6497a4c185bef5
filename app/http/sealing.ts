import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

const version = 1;
const nonceBytes = 12;
const tagBytes = 16;
const headBytes = 1 + nonceBytes;
/** Texts are padded to whole kilobytes, so that the length of what is stored says little. */
const block = 1024;

/**
 * Seals a text with AES-256-GCM: version, nonce, padded text, tag. `about` (the id of what the
 * text belongs to) is authenticated with it, so that a sealed text cannot be moved elsewhere.
 *
 * @param key 32 bytes
 */
export function seal(key: Uint8Array, about: string, text: string): Uint8Array {
  const bytes = Buffer.from(text, "utf8");
  const padded = Buffer.alloc(Math.ceil((bytes.length + 4) / block) * block);
  padded.writeUInt32BE(bytes.length, 0);
  bytes.copy(padded, 4);
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  cipher.setAAD(Buffer.from(about, "utf8"));
  const sealed = [cipher.update(padded), cipher.final(), cipher.getAuthTag()];
  return Uint8Array.from(Buffer.concat([Buffer.of(version), nonce, ...sealed]));
}

/** Opens what `seal` made; undefined when the key or `about` is another, or it was changed. */
export function unseal(key: Uint8Array, about: string, sealed: Uint8Array): string | undefined {
  if (key.length !== 32) return undefined;
  if (sealed[0] !== version || sealed.length < headBytes + block + tagBytes) return undefined;
  const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(1, headBytes));
  decipher.setAAD(Buffer.from(about, "utf8"));
  decipher.setAuthTag(sealed.subarray(-tagBytes));
  try {
    const text = sealed.subarray(headBytes, -tagBytes);
    const padded = Buffer.concat([decipher.update(text), decipher.final()]);
    return padded.toString("utf8", 4, 4 + padded.readUInt32BE(0));
  } catch {
    return undefined;
  }
}
