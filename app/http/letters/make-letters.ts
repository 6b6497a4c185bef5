import { randomBytes } from "node:crypto";
import { wareki } from "#app/domain/japan/index.ts";
import { codeRandomBytes, newCode } from "#app/domain/survey/index.ts";
import { letterTo } from "#app/domain/survey/letters/index.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import { printLetters } from "#app/files/letters/print-letters.ts";
import { href } from "#app/routes.ts";
import type { Survey } from "#db/queries/surveys/index.ts";
import { storeMailing } from "#db/queries/surveys/mailing.ts";
import { type MailingFirm, mailingAddressees } from "#db/queries/surveys/mailing-addressees.ts";
import type { RequestContext } from "../context.ts";
import { type LetterJob, type LetterWork, letterJobs } from "./letter-jobs.ts";
import { letterWords } from "./letter-words.ts";
import type { MailingOrder } from "./mailing-order.ts";

/** The most letters of one job; more are made stratum by stratum. */
export const lettersAtMost = 10_000;

export type Beginning = { begun: true; job: LetterJob } | { begun: false; message: string };

const refused = {
  nobody: "送り先がありません。条件に合う事業者がないか、すべて回答済みです。",
  "unknown-firm": "その事業者番号は名簿にありません。番号を確かめてください。",
  answered: "その事業者はすでに回答しています。新しいコードは作れません。",
  already:
    "この調査の手紙を今作っています。二重に作らないため、始めませんでした。終わるのを待ってください。",
  busy: "ほかの調査の手紙を作っているため、始められません。終わるのを待って、もう一度押してください。",
  "no-deadline": "締切日がありません。調査の設定で締切日を登録してください。",
  "past-deadline": "締切日を過ぎています。締切日を延ばしてから、もう一度始めてください。",
  closed: "締め切った調査の手紙は作れません。",
  "not-open": "受付を始める前に督促状は作れません。",
  "too-many": `一度に作れるのは${lettersAtMost.toLocaleString("ja-JP")}通までです。区分を選んで、分けて作ってください。`,
} as const;

const nothingChanged = "コードは前のままで、何も変わっていません。";

/** Begins to make letters in the background, or says why not and what to do. */
export async function makeLetters(
  context: RequestContext,
  viewer: Viewer,
  survey: Survey,
  order: MailingOrder,
): Promise<Beginning> {
  const refuse = (why: keyof typeof refused) => ({ begun: false as const, message: refused[why] });
  const { kind, withCodes, selection } = order;
  if (survey.state === "closed") return refuse("closed");
  if (kind === "reminder" && survey.state !== "open") return refuse("not-open");
  const addressees = await mailingAddressees(context.db, viewer, survey.id, selection);
  if (!addressees.found) return refuse(addressees.why);
  const { firms } = addressees;
  if (firms.length > lettersAtMost) return refuse("too-many");
  const text = letterWords(survey, context.environment.origin, { kind, withCodes });
  if (!text || survey.closesOn === null) return refuse("no-deadline");
  if (survey.closesOn < text.day) return refuse("past-deadline");

  const deadline = wareki(survey.closesOn);
  const work: LetterWork = async (job, progress) => {
    const coded = codedFirms(context, firms, withCodes);
    const letters = coded.map(({ firm, code, opens }) => letterTo(firm, code, opens));
    const printing = await printLetters({ text, letters }, progress);
    if (!printing.printed) {
      return {
        failed: `依頼文が長く、1枚に入りません。依頼文を短くしてから、もう一度始めてください。${nothingChanged}`,
      };
    }
    // Only now, when every letter is laid out, do the codes begin to count.
    const stored = await storeMailing(context.db, viewer, survey.id, {
      id: job.id,
      kind,
      filter: "filter" in selection ? selection.filter : {},
      firms: coded.map(({ firm, codeHash }) => ({ ...firm, codeHash })),
      correction: selection.of === "firm" ? selection.correction : undefined,
    });
    if (!stored.stored) return { failed: `${unstored[stored.why]}${nothingChanged}` };
    const rows = coded.map(({ firm, code = "", opens }) => ({ ...firm, code, opens }));
    return { finished: { pdf: printing.pdf, rows, deadline, answered: stored.answered } };
  };
  const failure = (error: unknown) => {
    context.log.error({ err: error }, "letters failed");
    return `手紙を作れませんでした（システムの不具合です。記録しました）。${nothingChanged}時間をおいて、もう一度始めてください。`;
  };
  const what = { surveyId: survey.id, kind, withCodes, firms: firms.length };
  const job = letterJobs.begin(what, work, failure);
  return typeof job === "string" ? refuse(job) : { begun: true, job };
}

const unstored = {
  closed: "作っている間に締め切られました。",
  "not-open": "受付中ではなくなりました。",
  changed:
    "作っている間に、名簿かコードがほかの操作で変わりました。もう一度始めてください。このファイルは使えません。",
} as const;

interface CodedFirm {
  firm: MailingFirm;
  code: string | undefined;
  codeHash: string | undefined;
  /** What the QR code leads to. */
  opens: string;
}

function codedFirms(
  { environment: { origin }, hashes }: RequestContext,
  firms: readonly MailingFirm[],
  withCodes: boolean,
): CodedFirm[] {
  return firms.map((firm) => {
    if (!withCodes) {
      return { firm, code: undefined, codeHash: undefined, opens: origin + href("codeEntry") };
    }
    const code = newCode(randomBytes(codeRandomBytes));
    const [codeHash] = hashes("survey-code", code);
    return { firm, code, codeHash, opens: origin + href("codeLink", { code }) };
  });
}
