import type { CitedComment } from "#app/domain/interim-draft/document.ts";

/** Comments of the council's members and what became of them, without names. */
export function CommentTable({
  comments,
  place,
}: {
  comments: readonly CitedComment[];
  /** 「第6条」 */
  place: string;
}) {
  return (
    <table className="comment-table">
      <caption>{place}への委員の意見と市の考え方</caption>
      <thead>
        <tr>
          <th scope="col">No.</th>
          <th scope="col">条</th>
          <th scope="col">意見の概要</th>
          <th scope="col">市の考え方</th>
          <th scope="col">反映区分</th>
        </tr>
      </thead>
      <tbody>
        {comments.map(({ number, about, body, replies, disposition }) => (
          <tr key={number}>
            <th scope="row" data-label="No.">
              {number}
            </th>
            <td data-label="条">{about}</td>
            <td data-label="意見の概要">
              <p className="lines">{body}</p>
              {replies.map((reply) => (
                <p key={`${reply.speaker} ${reply.body}`} className="reply lines">
                  <strong>{reply.speaker}</strong>　{reply.body}
                </p>
              ))}
            </td>
            <td data-label="市の考え方">
              <p className="lines">{disposition?.reason ?? "回答を準備しています。"}</p>
            </td>
            <td data-label="反映区分">
              {disposition ? <span className="tag">{disposition.kind}</span> : "―"}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
