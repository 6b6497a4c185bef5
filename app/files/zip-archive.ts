import { inflateRawSync } from "node:zlib";

/** A file in a ZIP archive, unpacked. */
export interface ArchiveEntry {
  name: string;
  bytes: Uint8Array;
}

/** Why an archive was not unpacked. */
export type ArchiveFault = "damaged" | "encrypted" | "too-large";

const sizes = { end: 22, directory: 46, local: 30, comment: 0xffff };
const mostEntries = 2_000;

/**
 * Unpacks a ZIP archive of at most `limit` bytes in all. The sizes that the archive tells are
 * checked first; then each entry is unpacked with what is left as its bound, so an archive that
 * lies about them is refused, too. Entries that are not `wanted` are left packed.
 */
export function unpackArchive(
  archive: Uint8Array,
  limit: number,
  wanted: (name: string) => boolean = () => true,
): { ok: true; entries: ArchiveEntry[] } | { ok: false; fault: ArchiveFault } {
  try {
    return { ok: true, entries: unpack(Buffer.from(archive), limit, wanted) };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, fault: error.fault };
    // Positions outside the file, and what is no deflated data.
    if (error instanceof Error && "code" in error) return { ok: false, fault: "damaged" };
    throw error;
  }
}

class Refusal extends Error {
  constructor(readonly fault: ArchiveFault) {
    super(fault);
  }
}

interface Header {
  name: string;
  flags: number;
  method: number;
  packed: number;
  size: number;
  offset: number;
}

function unpack(archive: Buffer, limit: number, wanted: (name: string) => boolean): ArchiveEntry[] {
  const headers = directoryOf(archive).filter(({ name }) => wanted(name));
  if (headers.some(({ flags }) => (flags & 0x41) !== 0)) throw new Refusal("encrypted");
  const told = headers.reduce((sum, { size }) => sum + size, 0);
  if (told > limit) throw new Refusal("too-large");
  let left = limit;
  return headers.map((header) => {
    const bytes = unpackEntry(archive, header, left);
    left -= bytes.length;
    return { name: header.name, bytes };
  });
}

function directoryOf(archive: Buffer): Header[] {
  let end = archive.length - sizes.end;
  const first = Math.max(0, end - sizes.comment);
  while (end >= first && archive.readUInt32LE(end) !== 0x06054b50) end -= 1;
  if (end < first) throw new Refusal("damaged");
  const count = archive.readUInt16LE(end + 10);
  if (count > mostEntries) throw new Refusal("too-large");
  const headers: Header[] = [];
  let at = archive.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (archive.readUInt32LE(at) !== 0x02014b50) throw new Refusal("damaged");
    const nameLength = archive.readUInt16LE(at + 28);
    const start = at + sizes.directory;
    headers.push({
      flags: archive.readUInt16LE(at + 8),
      method: archive.readUInt16LE(at + 10),
      packed: archive.readUInt32LE(at + 20),
      size: archive.readUInt32LE(at + 24),
      offset: archive.readUInt32LE(at + 42),
      name: archive.toString("utf8", start, start + nameLength),
    });
    at = start + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return headers;
}

function unpackEntry(archive: Buffer, header: Header, left: number): Uint8Array {
  const { offset, packed, method, size } = header;
  if (archive.readUInt32LE(offset) !== 0x04034b50) throw new Refusal("damaged");
  const extra = archive.readUInt16LE(offset + 26) + archive.readUInt16LE(offset + 28);
  const start = offset + sizes.local + extra;
  const data = archive.subarray(start, start + packed);
  if (data.length !== packed) throw new Refusal("damaged");
  if (method === 0) {
    if (packed > left) throw new Refusal("too-large");
    return data;
  }
  if (method !== 8) throw new Refusal("damaged");
  // One byte more than told is enough to notice the lie.
  const bytes = inflated(data, Math.min(left, size) + 1);
  if (bytes.length !== size) throw new Refusal(bytes.length > size ? "too-large" : "damaged");
  return bytes;
}

function inflated(data: Buffer, maxOutputLength: number): Buffer {
  try {
    return inflateRawSync(data, { maxOutputLength });
  } catch (error) {
    const isTooLarge =
      error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE";
    throw isTooLarge ? new Refusal("too-large") : error;
  }
}
