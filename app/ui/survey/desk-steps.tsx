import { modeLabels } from "#app/domain/survey/anonymity.ts";
import { href } from "#app/routes.ts";
import { Day } from "../date.tsx";
import { firmsText } from "./desk-firms.ts";
import type { DeskSurveyProps } from "./desk-survey.tsx";
import { PaperFormLinks } from "./paper-form-links.tsx";

/** Step 1: what the survey asks. It can be replaced until the survey opens; then it has editions. */
export function DeskQuestionnaire({ survey, questions, pages, locales }: DeskSurveyProps) {
  const { slug, state, edition } = survey;
  return (
    <>
      <p>
        {pages}ページ、{questions}問です
        {state === "preparing" ? "。" : `（第${edition}版）。`}
      </p>
      <ul>
        <li>
          <a href={href("deskSurveyPreview", { survey: slug })}>調査票をプレビューする</a>
        </li>
        <li>
          <PaperFormLinks slug={slug} locales={locales} />
        </li>
        {state === "preparing" ? (
          <>
            <li>
              <a href={href("deskEditor", { survey: slug })}>編集画面で調査票を作る・直す</a>
            </li>
            <li>
              <a href={href("deskQuestionnaire", { survey: slug })}>
                調査票をファイルで差し替える・名称を直す
              </a>
            </li>
          </>
        ) : (
          <li>
            <a href={href("deskEditions", { survey: slug })}>調査票の版と訂正</a>
          </li>
        )}
      </ul>
    </>
  );
}

/** Step 2: how the survey is conducted. */
export function DeskSettingsLink({ survey }: DeskSurveyProps) {
  const { slug, state, mode, threshold, contact, opensOn } = survey;
  return (
    <>
      <p>
        {modeLabels[mode]}の調査です
        {mode === "anonymous" && `（同じ区分の事業者は${firmsText(threshold)}以上）`}。
        {opensOn && state === "preparing" && (
          <>
            受付は
            <Day date={opensOn} />
            に始めます。
          </>
        )}
        {contact === "" && "問い合わせ先がまだありません。依頼状に載せるので、書いてください。"}
      </p>
      <p>
        <a href={href("deskSurveySettings", { survey: slug })}>
          {state === "preparing" ? "方法と日程を決める" : "方法と日程を見る"}
        </a>
      </p>
    </>
  );
}

/** Step 3: whom the survey asks. */
export function DeskRosterLink({ survey, counts }: DeskSurveyProps) {
  const { slug, state } = survey;
  return (
    <>
      {counts.firms > 0 ? (
        <p>名簿には{firmsText(counts.firms)}が載っています。</p>
      ) : (
        <p>名簿はまだありません。</p>
      )}
      <p>
        <a href={href("deskRoster", { survey: slug })}>
          {state === "preparing" ? "名簿を登録する・差し替える" : "名簿を見る"}
        </a>
      </p>
    </>
  );
}

/** Step 4: one code a firm, in a letter; later reminders, returned mail, and new codes. */
export function DeskLetters({ survey, counts, conduct }: DeskSurveyProps) {
  const { firms, withCode } = counts;
  if (firms === 0) return <p>名簿を登録すると、手紙を作れます。</p>;
  return (
    <>
      <p>
        {firmsText(firms)}のうち{firmsText(withCode)}にコードを発行しています。
        {conduct.returned > 0 && `宛先不明などで戻った手紙は${firmsText(conduct.returned)}分です。`}
      </p>
      <p>
        <a href={href("deskLetters", { survey: survey.slug })}>
          手紙のページ（依頼状、督促状、戻った手紙、コードの再発行）
        </a>
      </p>
    </>
  );
}
