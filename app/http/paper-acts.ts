import type { Answers } from "#app/domain/survey/index.ts";
import { type Keying, settledKeying } from "#app/domain/survey/paper/index.ts";
import { href } from "#app/routes.ts";
import {
  type Clerk,
  countPaperAnswer,
  notePaperBesideWeb,
  type PaperCounted,
  type PaperState,
  paperState,
  type Survey,
  saveKeying,
} from "#db/queries/surveys/index.ts";
import { sealDraft } from "./answering-draft.ts";
import type { RequestContext } from "./context.ts";
import { textValues } from "./forms.ts";
import { redirectWithNotice } from "./notices.ts";
import { paperFormOf } from "./paper-forms.ts";
import { forgetPaper, type PaperInHand } from "./paper-keying.ts";
import { paperStage } from "./paper-stage.ts";
import { refused } from "./survey-desk/outcome.ts";

/** What an act on the paper in hand needs. */
export interface PaperAct {
  context: RequestContext;
  clerk: Clerk;
  survey: Survey;
  paper: PaperInHand;
}

/** Ends the work on a paper: its code is forgotten, and the list says what became of it. */
async function finished({ context, survey }: PaperAct, message: string): Promise<Response> {
  const response = await redirectWithNotice(
    context,
    href("deskPaperAnswers", { survey: survey.slug }),
    message,
  );
  response.headers.append("Set-Cookie", await forgetPaper(context));
  return response;
}

const again = ({ survey }: PaperAct) => href("deskPaperAnswer", { survey: survey.slug });

/** Puts the paper away; what was keyed in stays. */
export function putAway(act: PaperAct): Promise<Response> {
  return finished(act, "紙を片付けました。続けるときは、もう一度コードを入力してください。");
}

/** Keeps what was keyed; if the other keying is there and agrees, the answer counts. */
export async function saveKeyed(act: PaperAct, keyed: Answers): Promise<Response> {
  const { context, clerk, survey, paper } = act;
  if (Object.keys(keyed).length === 0) {
    return refused(400, "1つも入力していません。白紙の回答は、回答として受け付けません。");
  }
  const draft = { answers: keyed, page: 1, locale: "ja", edition: survey.edition };
  const sealed = sealDraft(paper.key, paper.invitationId, draft);
  switch (await saveKeying(context.db, clerk, paper, sealed)) {
    case "not-open":
      return refused(409, "この調査は受付中ではありません。入力は保存していません。");
    case "two-others":
      return refused(409, "ほかの2人がこの紙を入力しました。入力は保存していません。");
    case "answered":
      return refused(409, "この事業者の回答はすでに受け付けています。入力は保存していません。");
    case "saved": {
      const state = await paperState(context.db, clerk, paper);
      const stage = paperStage(survey, paper, state, false);
      if (stage.stage === "compared" && stage.differences.length === 0) {
        return count(act, state, stage.own, 0);
      }
      const message =
        stage.stage === "compared"
          ? `2人の入力が${stage.differences.length}問で違います。紙を見て選んでください。`
          : "入力を保存しました。別の職員が、自分のアカウントで同じ紙を入力してください。";
      return stage.stage === "compared"
        ? redirectWithNotice(context, again(act), message)
        : finished(act, message);
    }
  }
}

/** Counts two keyings that agree, or were settled question by question (`take.NAME` own or other). */
export async function settlePaper(act: PaperAct, form: FormData): Promise<Response> {
  const { context, clerk, survey, paper } = act;
  const state = await paperState(context.db, clerk, paper);
  const stage = paperStage(survey, paper, state, false);
  if (stage.stage !== "compared") {
    return refused(409, "入力が変わっています。この画面を開き直してください。");
  }
  const { differences, own, other } = stage;
  const chosen = (name: string): Keying | undefined => {
    const value = form.get(`take.${name}`);
    return value === "own" || value === "other" ? value : undefined;
  };
  const settled = settledKeying(differences, own, other, chosen);
  if (settled) return count(act, state, settled, differences.length);
  const problems = differences
    .filter(({ name }) => chosen(name) === undefined)
    .map(({ name, number }) => ({
      message: `問${number}：どちらの入力が正しいかを選んでください。`,
      field: `take.${name}`,
    }));
  return Response.json({ problems, values: textValues(form) }, { status: 400 });
}

/** Notes that the paper came beside a web answer that counts. */
export async function noteDouble(act: PaperAct): Promise<Response> {
  const { context, clerk, paper } = act;
  return (await notePaperBesideWeb(context.db, clerk, paper))
    ? finished(act, "紙の回答が届いたことを記録しました。数えるのは、先に届いたウェブの回答です。")
    : refused(409, "ウェブの回答はまだ届いていません。この画面を開き直してください。");
}

const notCounted: Record<Exclude<PaperCounted, { counted: true }>["why"], string> = {
  "not-keyed-twice": "2人の入力がそろっていません。この画面を開き直してください。",
  "keyings-changed": "もう1人が入力を直しました。この画面を開き直して、もう一度確かめてください。",
  "web-first":
    "先にウェブの回答が届いたため、紙の回答は数えませんでした。紙が届いたことは記録しました。",
  closed: "この調査は締め切りました。紙の回答は受け付けていません。",
  "edition-changed": "調査票が新しい版になりました。この画面を開き直して、入力を確かめてください。",
  revoked: "このコードは再発行されました。新しいコードで入力し直してください。",
};

async function count(
  act: PaperAct,
  state: PaperState,
  keyed: Answers,
  settled: number,
): Promise<Response> {
  const { context, clerk, survey, paper } = act;
  const { answers, problems } = paperFormOf(survey).answer(keyed);
  if (!state.own || !state.other) return refused(409, notCounted["not-keyed-twice"]);
  if (problems.length > 0 || Object.keys(answers).length === 0) {
    const messages = problems.map(({ message }) => message).join(" ");
    return refused(
      409,
      `調査票に合わないため、受け付けていません。自分の入力を直してください。${messages}`,
    );
  }
  const counted = await countPaperAnswer(context.db, clerk, {
    surveyId: paper.surveyId,
    invitationId: paper.invitationId,
    edition: survey.edition,
    answers,
    receiptNumber: paper.receiptNumber,
    compared: { own: state.own, other: state.other.sealed },
    settled,
  });
  if (counted.counted) {
    return finished(
      act,
      settled === 0
        ? "2人の入力が一致しました。紙の回答として受け付けました。"
        : "紙の回答として受け付けました。",
    );
  }
  return counted.why === "web-first"
    ? finished(act, notCounted["web-first"])
    : refused(409, notCounted[counted.why]);
}
