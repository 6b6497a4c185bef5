import { redirect } from "@remix-run/node";
import { civilDate, isCivilDate } from "#app/domain/japan/index.ts";
import type { Problem } from "#app/domain/problem.ts";
import {
  letterTextMaximum,
  readReturned,
  returnedAtOnce,
  returnReasons,
} from "#app/domain/survey/letters/index.ts";
import type { SignedIn } from "#app/domain/viewer.ts";
import { href } from "#app/routes.ts";
import type { Survey } from "#db/queries/surveys/index.ts";
import { changeLetterText } from "#db/queries/surveys/letter-text.ts";
import { markReturned, undoReturned } from "#db/queries/surveys/returned-mail.ts";
import type { RequestContext } from "../context.ts";
import { textValues } from "../forms.ts";
import { redirectWithNotice } from "../notices.ts";
import { correctionOf, mailingOrderOf } from "./mailing-order.ts";
import { makeLetters } from "./make-letters.ts";

/** A refused form of the letters' page. */
export interface LettersRefusal {
  problems: Problem[];
  values: Record<string, string>;
}

/** What the buttons of the letters' page do. */
export const letterActs = { begin, text, returned, undo } as const;

type Act = (
  context: RequestContext,
  viewer: SignedIn,
  survey: Survey,
  form: FormData,
) => Promise<Response>;

async function begin(...[context, viewer, survey, form]: Parameters<Act>): Promise<Response> {
  const order = mailingOrderOf(form);
  if (!order) return refuse(form, 400, [{ message: "作る手紙を選び直してください。" }]);
  const { selection } = order;
  if (order.kind !== "invitation" && order.withCodes && !form.has("codesConfirmed")) {
    const message =
      "「前のコードが使えなくなることを確かめました」に印を付けてから、もう一度押してください。";
    return refuse(form, 400, [{ message, field: "codesConfirmed" }]);
  }
  if (selection.of === "firm") {
    const correction = correctionOf(form);
    if (!correction.ok) return refuse(form, 400, correction.problems);
    selection.correction = correction.value;
  }
  const beginning = await makeLetters(context, viewer, survey, order);
  if (!beginning.begun) return refuse(form, 409, [{ message: beginning.message }]);
  return redirect(`${addressOf(survey)}?job=${beginning.job.id}`, 303);
}

async function text(...[context, viewer, survey, form]: Parameters<Act>): Promise<Response> {
  const { letterText = "", contact = "" } = textValues(form);
  const problems: Problem[] = [];
  const check = (field: string, label: string, value: string, longest: number) => {
    if (value.length > longest) {
      problems.push({ field, message: `${label}は${longest}字までにしてください。` });
    }
    // Line breaks and tabs are wanted; other control characters have no form in print.
    if (/[\p{Cs}\p{Cc}]/u.test(value.replace(/[\r\n\t]/g, ""))) {
      problems.push({ field, message: `${label}に使えない文字があります。入力し直してください。` });
    }
  };
  check("letterText", "依頼文", letterText, letterTextMaximum);
  check("contact", "問い合わせ先", contact, 300);
  if (problems.length > 0) return refuse(form, 400, problems);
  const words = {
    letterText: letterText.replace(/\r\n?/g, "\n").trim(),
    contact: contact.replace(/\r\n?/g, "\n").trim(),
  };
  const changed = await changeLetterText(context.db, viewer, survey.id, words);
  if (changed === "closed") {
    return refuse(form, 409, [{ message: "締め切った調査の依頼文は変えられません。" }]);
  }
  return redirectWithNotice(
    context,
    addressOf(survey),
    "依頼文を保存しました。見本で確かめてください。",
  );
}

async function returned(...[context, viewer, survey, form]: Parameters<Act>): Promise<Response> {
  const { letters = "", returnedOn = "", reason = "" } = textValues(form);
  const entries = readReturned(letters);
  const why = returnReasons.find((candidate) => candidate === reason);
  const problems: Problem[] = [];
  if (entries.length === 0) {
    const message = "戻った手紙の事業者番号かコードを入力してください。";
    problems.push({ field: "letters", message });
  }
  if (entries.length > returnedAtOnce) {
    const message = `一度に記録できるのは${returnedAtOnce}件までです。分けて入力してください。`;
    problems.push({ field: "letters", message });
  }
  if (!isCivilDate(returnedOn) || returnedOn > civilDate(new Date())) {
    problems.push({ field: "returnedOn", message: "戻った日を、今日までの日付で選んでください。" });
  }
  if (!why) problems.push({ field: "reason", message: "理由を選んでください。" });
  if (!why || problems.length > 0) return refuse(form, 400, problems);
  const named = entries.map((entry) =>
    entry.by === "number"
      ? { typed: entry.number, number: entry.number }
      : { typed: entry.code, codeHashes: context.hashes("survey-code", entry.code) },
  );
  const marked = await markReturned(context.db, viewer, survey.id, named, {
    on: returnedOn,
    reason: why,
  });
  if (marked.marked) {
    const count = marked.firms.toLocaleString("ja-JP");
    return redirectWithNotice(
      context,
      `${addressOf(survey)}#returned`,
      `戻った手紙を${count}者分記録しました。督促状は送りません。`,
    );
  }
  if (marked.why === "closed") {
    return refuse(form, 409, [{ message: "締め切った調査の郵便は記録できません。" }]);
  }
  return refuse(
    form,
    400,
    marked.unknown.map((typed) => ({
      field: "letters",
      message: `「${typed.slice(0, 60)}」は、この調査の事業者番号でもコードでもありません。確かめてください。まだ何も記録していません。`,
    })),
  );
}

async function undo(...[context, viewer, survey, form]: Parameters<Act>): Promise<Response> {
  const { number = "" } = textValues(form);
  if (!(await undoReturned(context.db, viewer, survey.id, number))) {
    const message = "戻った手紙の記録はすでに取り消されています。";
    return refuse(form, 409, [{ message }]);
  }
  return redirectWithNotice(
    context,
    `${addressOf(survey)}#returned`,
    `事業者番号 ${number} の、戻った手紙の記録を取り消しました。`,
  );
}

const addressOf = ({ slug }: Survey) => href("deskLetters", { survey: slug });

function refuse(form: FormData, status: number, problems: Problem[]): Response {
  return Response.json({ problems, values: textValues(form) } satisfies LettersRefusal, { status });
}
