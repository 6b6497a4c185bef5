import type { PaperRemark } from "#app/domain/survey/paper/index.ts";
import { Notice } from "../../notice.tsx";

/** A remark with the question it is about. */
export interface RemarkShown extends PaperRemark {
  /** 問5 */
  number: number;
}

/** Where a paper answer does not fit the questionnaire; nothing of it keeps it from counting. */
export function Remarks({ remarks }: { remarks: readonly RemarkShown[] }) {
  if (remarks.length === 0) return null;
  return (
    <Notice tone="warning">
      <p>
        <strong>調査票と合わない所が{remarks.length}件あります。</strong>
        紙の回答ではそのまま受け付けます。紙のとおりに入力してあるか、確かめてください。
      </p>
      <ul>
        {remarks.map(({ name, number, message }) => (
          <li key={`${name} ${message}`}>
            {number > 0 && `問${number}　`}
            {message}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
