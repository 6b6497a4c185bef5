import { parentPort, workerData } from "node:worker_threads";
import { JoinedPdf } from "./join-pdf.ts";
import { lettersPdf, wordsPdf } from "./letters-pdf.ts";
import type { PressOrder, PressReport } from "./press-messages.ts";

/** Letters set in one go: enough to share the fonts, few enough to bound the memory. */
const lettersAtOnce = 250;

/** The thread in which `printLetters` sets letters; see there. */
async function print({ text, letters }: PressOrder): Promise<void> {
  const words = wordsPdf(text);
  if (words === undefined) return tell({ told: "too-long" });
  const joined = new JoinedPdf();
  for (let start = 0; start < letters.length; start += lettersAtOnce) {
    const part = letters.slice(start, start + lettersAtOnce);
    const pdf = lettersPdf(text, words, part);
    await joined.add(pdf);
    tell({ told: "progress", done: start + part.length });
  }
  tell({ told: "printed", pdf: await joined.finish(text.heading) });
}

function tell(report: PressReport): void {
  parentPort?.postMessage(report, report.told === "printed" ? [report.pdf.buffer] : []);
}

await print(workerData as PressOrder);
