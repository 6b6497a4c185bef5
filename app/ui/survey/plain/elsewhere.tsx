import type { AnswerInWords } from "#app/domain/survey/answers-in-words.ts";
import { href } from "#app/routes.ts";
import { AnswerList } from "./answer-list.tsx";

/** What another window has saved of this page: the two possibilities, and how to take either. */
export function Elsewhere({ answers, page }: { answers: AnswerInWords[]; page: number }) {
  return (
    <section className="notice warning elsewhere" aria-labelledby="elsewhere">
      <h2 id="elsewhere">どちらの答えを残すか、選んでください</h2>
      <p>ほかの画面で保存された答えは、次のとおりです。</p>
      <AnswerList answers={answers} locale="ja" />
      <ul>
        <li>
          この画面で入力した答えを残すときは、このページの一番下の「次へ」か「確認へ進む」を押してください。
        </li>
        <li>
          ほかの画面の答えを残すときは、
          <a href={`${href("answer")}?page=${page}`}>ほかの画面の答えでこのページを開き直して</a>
          ください。この画面で入力した内容は消えます。
        </li>
      </ul>
    </section>
  );
}
