import { Day } from "../date.tsx";

/** What a contractor reads before the first question: purpose, deadline, how answers are kept. */
export function AnswerIntroduction({
  description,
  closesOn,
}: {
  description: string;
  closesOn: string | null;
}) {
  return (
    <div className="prose">
      {description && <p>{description}</p>}
      {closesOn && (
        <p>
          <strong>
            締切りは
            <Day date={closesOn} />
            です。
          </strong>
        </p>
      )}
      <details className="fold">
        <summary>回答の取扱い</summary>
        <ul>
          <li>
            回答は、事業者の名前や回答コードと切り離して保存します。回答と一緒に残すのは、名簿の業種・規模・地域区分・等級・元請下請の区分だけで、送信した日時は残しません。
          </li>
          <li>
            回答したかどうかは、二重の回答を防ぎ、回収率を数えるために、事業者ごとに日付で記録します。
          </li>
          <li>
            区分の組合せに当てはまる事業者が少ないときは、回答と事業者が推測されるおそれが残ります。そのため、事務局だけが締切りの後に回答を見て、公表するのは集計した数字です。
          </li>
          <li>自由記述の原文は公表しません。会社名や人の名前は書かないでください。</li>
          <li>回答した内容によって、市との契約で不利になることはありません。</li>
          <li>
            入力の途中の内容は、送信するまで、お使いのブラウザーのこのタブだけに残ります。タブを閉じると消えます。
          </li>
        </ul>
      </details>
    </div>
  );
}
