import { afterEach, expect, test, vi } from "vitest";
import {
  keptFor,
  type LetterJob,
  LetterJobs,
  type LetterWork,
} from "#app/http/letters/letter-jobs.ts";

const what = { surveyId: "a", kind: "invitation", withCodes: true, firms: 3 } as const;
const letters = { pdf: new Uint8Array(3), rows: [], deadline: "", answered: [] };
const failure = () => "作れませんでした。";
const settled = () => new Promise((done) => setImmediate(done));

afterEach(() => vi.useRealTimers());

/** Work that goes on until it is told how it ends. */
function held() {
  let end: (outcome: Awaited<ReturnType<LetterWork>>) => void = () => {};
  const outcome = new Promise<Awaited<ReturnType<LetterWork>>>((done) => {
    end = done;
  });
  return { work: () => outcome, end };
}

const begun = (job: LetterJob | "already" | "busy"): LetterJob => {
  if (typeof job === "string") throw new Error(job);
  return job;
};

test("one survey makes one set of letters at a time, two surveys at most at once", async () => {
  const jobs = new LetterJobs();
  const { work, end } = held();
  const first = begun(jobs.begin(what, work, failure));
  expect(jobs.begin(what, work, failure)).toBe("already");
  begun(jobs.begin({ ...what, surveyId: "b" }, held().work, failure));
  expect(jobs.begin({ ...what, surveyId: "c" }, work, failure)).toBe("busy");
  end({ finished: letters });
  await settled();
  expect(first.state.at).toBe("finished");
  begun(jobs.begin(what, held().work, failure));
});

test("tells how far it is, and what went wrong in words", async () => {
  const jobs = new LetterJobs();
  const job = begun(
    jobs.begin(
      what,
      async (_, progress) => {
        progress(2);
        await settled();
        throw new Error("the thread ended");
      },
      failure,
    ),
  );
  expect(job.state).toEqual({ at: "laying-out", done: 2 });
  await settled();
  await settled();
  expect(job.state).toEqual({ at: "failed", message: "作れませんでした。" });
  // What failed is in nobody's way.
  begun(jobs.begin(what, held().work, failure));
});

test("finished letters are gone after an hour, and are found under their survey alone", async () => {
  vi.useFakeTimers();
  const jobs = new LetterJobs();
  const job = begun(jobs.begin(what, async () => ({ finished: letters }), failure));
  await vi.advanceTimersByTimeAsync(keptFor - 1);
  expect(jobs.find("a", job.id)).toBe(job);
  expect(jobs.find("b", job.id)).toBeUndefined();
  await vi.advanceTimersByTimeAsync(1);
  expect(jobs.find("a", job.id)).toBeUndefined();
});

test("keeps the newest few, so that memory is bounded", async () => {
  const jobs = new LetterJobs();
  for (let made = 0; made < 20; made += 1) {
    begun(jobs.begin(what, async () => ({ finished: letters }), failure));
    await settled();
  }
  expect(jobs.of("a")).toHaveLength(6);
});
