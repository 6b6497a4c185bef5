import { decodeTextFile } from "#app/domain/draft-version/index.ts";
import { formatOrdinance, readLawXml } from "#app/domain/ordinance/index.ts";
import type { Checked } from "#app/domain/problem.ts";
import { type FileText, readWordText } from "./word-text.ts";

/**
 * The text of an uploaded draft: a Word document (.docx), law XML (法令標準XML), or a text file.
 * What the file is, its first bytes tell. `problems` of a text that was read all the same are for
 * the person to look at before it is stored.
 */
export async function readDraftFile(bytes: Uint8Array): Promise<Checked<FileText>> {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    const read = await readWordText(bytes);
    return "message" in read ? { ok: false, problems: [read] } : { ok: true, value: read };
  }
  const decoded = decodeTextFile(bytes);
  if (!decoded.ok) return decoded;
  if (!/^\uFEFF?\s*<(?:\?xml|!DOCTYPE|Law)/i.test(decoded.value)) {
    return { ok: true, value: { text: decoded.value, problems: [] } };
  }
  const { ordinance, problems } = readLawXml(decoded.value);
  const inFile = problems.map((problem) => ({ ...problem, field: "file" }));
  if (ordinance.lawTitle === "") return { ok: false, problems: inFile };
  return { ok: true, value: { text: formatOrdinance(ordinance), problems: inFile } };
}
