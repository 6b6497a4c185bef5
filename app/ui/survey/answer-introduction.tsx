import { anonymityWords, type SurveyMode } from "#app/domain/survey/anonymity.ts";
import { Day } from "../date.tsx";
import { AnonymityList } from "./anonymity-words.tsx";

/** What an introduction tells of a survey. */
export interface Introduced {
  description: string;
  closesOn: string | null;
  mode: SurveyMode;
  threshold: number;
  /** Who to ask: 課名・電話. */
  contact: string;
}

/** What a contractor reads before the first question: purpose, deadline, how answers are kept. */
export function AnswerIntroduction({
  description,
  closesOn,
  mode,
  threshold,
  contact,
}: Introduced) {
  const words = anonymityWords(mode, { threshold });
  return (
    <div className="prose">
      {description && <p className="lines">{description}</p>}
      {closesOn && (
        <p>
          <strong>
            締切りは
            <Day date={closesOn} />
            です。
          </strong>
        </p>
      )}
      <p>
        {words.summary}
        入力した内容は、ページを進むたびに残ります。途中でやめても、回答コードを入力すると、どの端末からでも続きを入力できます。
      </p>
      {contact && <p>問い合わせ先：{contact}</p>}
      <details className="fold">
        <summary>回答の取扱い</summary>
        <AnonymityList sentences={words.form} />
        <ul className="prose">
          <li>
            途中の内容は、回答コードから作る鍵で暗号化して、市のサーバーに置きます。コードがなければ、事務局にも読めません。
          </li>
          <li>自由記述の原文は公表しません。会社名や人の名前は書かないでください。</li>
          <li>回答した内容によって、市との契約で不利になることはありません。</li>
        </ul>
      </details>
    </div>
  );
}
