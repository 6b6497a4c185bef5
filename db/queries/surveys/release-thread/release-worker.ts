import { parentPort, workerData } from "node:worker_threads";
import type { MakerReport, MakerTask } from "./messages.ts";
import { ReleaseMaker } from "./release-maker.ts";

/** The thread in which `openReleaseMaker` counts and makes releases; see there. */
const maker = new ReleaseMaker(workerData);

parentPort?.on("message", async (task: MakerTask) => {
  if (task.task === "add") {
    maker.add(task.piece);
    return tell({ told: "added" });
  }
  if (task.task === "counts") {
    const counts = maker.counts();
    return parentPort?.postMessage({ told: "counted", counts }, [counts.buffer]);
  }
  const result = await maker.make(task.order);
  tell({ told: "made", result });
});

function tell(report: MakerReport): void {
  parentPort?.postMessage(report, report.told === "made" ? [report.result.counts.buffer] : []);
}
