import { encodeCp932 } from "../cp932.ts";
import { cp932Losses } from "./cp932-report.ts";
import type { ReleasePressOrder } from "./press-order.ts";
import { releaseCsv } from "./release-csv.ts";
import { releaseJson } from "./release-json.ts";
import { releasePdf } from "./release-pdf.ts";
import { releaseXlsx } from "./release-xlsx.ts";

/** Makes a file of a release. It takes its time: see `pressRelease`. */
export async function releaseFile({ kind, document }: ReleasePressOrder): Promise<Uint8Array> {
  const utf8 = (text: string) => new TextEncoder().encode(text);
  switch (kind) {
    case "csv":
      return utf8(releaseCsv(document));
    case "csv-cp932":
      return encodeCp932(releaseCsv(document).replace(/^\ufeff/, ""));
    case "cp932-losses":
      return utf8(JSON.stringify(cp932Losses(document)));
    case "xlsx":
      return releaseXlsx(document);
    case "json":
      return utf8(releaseJson(document));
    case "pdf":
      return releasePdf(document);
  }
}
