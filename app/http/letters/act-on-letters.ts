import { redirect } from "@remix-run/node";
import type { Problem } from "#app/domain/problem.ts";
import { letterChoices, letterTextMaximum } from "#app/domain/survey/letters/index.ts";
import { changeLetterText } from "#db/queries/surveys/letter-text.ts";
import { textValues } from "../forms.ts";
import { redirectWithNotice } from "../notices.ts";
import { type Act, lettersAddress, refuse } from "./act.ts";
import { correctionOf, mailingOrderOf } from "./mailing-order.ts";
import { makeLetters } from "./make-letters.ts";
import { returned, undo } from "./returned-acts.ts";
import { specimenLetter } from "./specimen.ts";

/** What the buttons of the letters' page do. */
export const letterActs = { begin, text, returned, undo } as const;

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
  return redirect(`${lettersAddress(survey)}?job=${beginning.job.id}`, 303);
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
  // A reminder has the most to say; it is laid out only where there is a deadline.
  const changedSurvey = { ...survey, ...words };
  const specimen = await specimenLetter(
    changedSurvey,
    context.environment.origin,
    letterChoices["reminder-new"],
  );
  if (!specimen.made && specimen.why === "too-long") {
    const message = "依頼文と問い合わせ先が長く、手紙が1枚に入りません。短くしてください。";
    return refuse(form, 400, [{ field: "letterText", message }]);
  }
  const changed = await changeLetterText(context.db, viewer, survey.id, words);
  if (changed === "closed") {
    return refuse(form, 409, [{ message: "締め切った調査の依頼文は変えられません。" }]);
  }
  return redirectWithNotice(
    context,
    lettersAddress(survey),
    "依頼文を保存しました。見本で確かめてください。",
  );
}
