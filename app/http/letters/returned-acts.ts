import { civilDate, isCivilDate } from "#app/domain/japan/index.ts";
import type { Problem } from "#app/domain/problem.ts";
import { readReturned, returnedAtOnce, returnReasons } from "#app/domain/survey/letters/index.ts";
import { markReturned, undoReturned } from "#db/queries/surveys/returned-mail.ts";
import { textValues } from "../forms.ts";
import { redirectWithNotice } from "../notices.ts";
import { type Act, lettersAddress, refuse } from "./act.ts";

/** Notes letters that came back, all or none. */
export async function returned(
  ...[context, viewer, survey, form]: Parameters<Act>
): Promise<Response> {
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
      `${lettersAddress(survey)}#returned`,
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

/** Takes the note of a returned letter back. */
export async function undo(...[context, viewer, survey, form]: Parameters<Act>): Promise<Response> {
  const { number = "" } = textValues(form);
  if (!(await undoReturned(context.db, viewer, survey.id, number))) {
    const message = "戻った手紙の記録はすでに取り消されています。";
    return refuse(form, 409, [{ message }]);
  }
  return redirectWithNotice(
    context,
    `${lettersAddress(survey)}#returned`,
    `事業者番号 ${number} の、戻った手紙の記録を取り消しました。`,
  );
}
