import { lazy, Suspense, useEffect, useState } from "react";
import { href } from "#app/routes.ts";
import { Button } from "../../button.tsx";
import { SelectField } from "../../field.tsx";
import { Notice } from "../../notice.tsx";
import type { EditorProps } from "./editor.tsx";

const Editor = lazy(() => import("./editor.tsx"));

/** The editor's page: what it says without script, what it may begin from, and the editor. */
export function EditorPage({
  others,
  ...editor
}: EditorProps & { others: readonly { slug: string; title: string }[] }) {
  const { slug, state } = editor.survey;
  const [ready, setReady] = useState(false);
  useEffect(() => {
    setReady(true);
    // Reloaded, the page goes on with what was made of the copy.
    if (location.search !== "") history.replaceState(history.state, "", location.pathname);
  }, []);
  const waiting = <p>編集画面を読み込んでいます…</p>;
  return (
    <>
      <noscript>
        <Notice tone="warning">
          <p>
            この編集画面を使うには、ブラウザーのJavaScriptが要ります。使えないときは、
            <a href={uploadPage(slug, state)}>調査票のファイルを登録するページ</a>
            で直してください。
          </p>
        </Notice>
      </noscript>
      <Explanation {...{ slug, state }} />
      <p>
        <a href={href("deskPaperForm", { survey: slug })}>保存した調査票を紙に印刷する（PDF）</a>
      </p>
      {ready ? (
        <Suspense fallback={waiting}>
          <Editor {...editor} />
        </Suspense>
      ) : (
        <div className="needs-script">{waiting}</div>
      )}
      {state === "preparing" && (
        <details className="editor-from">
          <summary>ほかの調査票から始める</summary>
          <form method="get" className="form">
            <SelectField
              name="from"
              label="写す調査票"
              hint="今の内容と入れ替わります。保存するまでは、「元に戻す」で戻せます。"
              required
            >
              <option value="empty">問が1つだけの、新しい調査票</option>
              {others.map(({ slug, title }) => (
                <option key={slug} value={slug}>
                  {title}
                </option>
              ))}
            </SelectField>
            <Button look="secondary">この調査票から始める</Button>
          </form>
        </details>
      )}
    </>
  );
}

function uploadPage(slug: string, state: EditorProps["survey"]["state"]): string {
  return href(state === "preparing" ? "deskQuestionnaire" : "deskEditions", { survey: slug });
}

function Explanation({ slug, state }: { slug: string; state: EditorProps["survey"]["state"] }) {
  if (state === "preparing") {
    return (
      <p>
        左の一覧から選んで直します。受付を始めるまで、何度でも保存できます。
        <a href={href("deskQuestionnaire", { survey: slug })}>
          ファイルで差し替えることもできます。
        </a>
      </p>
    );
  }
  return state === "open" ? (
    <Notice>
      <p>
        受付中の調査です。直した内容は、影響を確かめ、理由を書いてから、新しい版になります。それまで、回答の画面は変わりません。
      </p>
    </Notice>
  ) : (
    <Notice>
      <p>締め切った調査の調査票です。見ることだけできます。</p>
    </Notice>
  );
}
