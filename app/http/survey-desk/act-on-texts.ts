import { z } from "zod";
import {
  readRedaction,
  redactedWording,
  type TextDecision,
  type Verdict,
} from "#app/domain/survey/free-text/index.ts";
import type { SignedIn } from "#app/domain/viewer.ts";
import { href } from "#app/routes.ts";
import { decideTexts, type Survey } from "#db/queries/surveys/index.ts";
import type { RequestContext } from "../context.ts";
import { checkForm } from "../forms.ts";
import { redirectWithNotice } from "../notices.ts";
import { refused } from "./outcome.ts";
import { groupsOnDesk } from "./text-groups.ts";
import { textsAsked } from "./texts-page.ts";

const decisionForm = z.object({
  question: z.string().min(1),
  group: z.string().regex(/^[0-9a-f]{64}$/),
  verdict: z.enum(["publish", "redact", "withhold"], "公表するかどうかを選んでください。"),
  wording: z.string().default(""),
  back: z.string().default(""),
});

/** Keeps what was decided on a group of texts, for each of them. */
export async function actOnTexts(
  context: RequestContext,
  viewer: SignedIn,
  survey: Survey,
  form: FormData,
): Promise<Response> {
  const checked = checkForm(form, decisionForm);
  if (!checked.ok) return Response.json(checked, { status: 400 });
  const { question: name, group: hash, verdict, wording, back } = checked.data;
  const values = { group: hash, verdict, wording };
  const query = /^[a-z]+=[\w%.-]+(&[a-z]+=[\w%.-]+)*$/i.test(back) ? `?${back}` : "";
  // Of very many texts those of the page are read on which this one stood.
  const page = textsAsked(new URL(query, "http://page"))?.page ?? 1;
  const found = await groupsOnDesk(context, viewer, survey, { question: name, page });
  const group = found?.groups.find(([first]) => first.hash === hash);
  if (!found || !group) {
    return refused(409, "この文章は見つかりません。ページを開き直してください。", { values });
  }
  const decision = decisionOf(verdict, group[0].text, wording);
  if (typeof decision === "string") return refused(400, decision, { field: "wording", values });
  const hashes = group.map((text) => text.hash);
  await decideTexts(context.db, viewer, survey, found.question, hashes, decision);
  return redirectWithNotice(
    context,
    `${href("deskTexts", { survey: survey.slug })}${query}`,
    "決めたことを記録しました。次に公表する集計版から反映します。",
  );
}

/** The decision, or what is wrong with the wording. */
function decisionOf(verdict: Verdict, text: string, wording: string): TextDecision | string {
  if (verdict === "withhold") return { verdict, wording: null };
  if (verdict === "publish") return { verdict, wording: text };
  const runs = readRedaction(text, wording);
  if (runs === undefined) {
    return "書いた人の言葉は変えられません。伏せる所だけを●に置き換えて、ほかはそのまま残してください。";
  }
  if (runs.every(({ kind }) => kind === "shown")) {
    return "伏せた所がありません。伏せる所を●に置き換えるか、「公表する」を選んでください。";
  }
  if (runs.every(({ kind, text }) => kind === "black" || text.trim() === "")) {
    return "残る言葉がありません。「公表しない」を選んでください。";
  }
  return { verdict, wording: redactedWording(runs) };
}
