import { href } from "#app/routes.ts";
import { Button } from "../../button.tsx";
import { Notice } from "../../notice.tsx";
import type { Sending } from "./sender.ts";

/** Where a finished answer is on its way to the server, in words. */
export function SendingNote({
  sending,
  onRetry,
  onRecall,
  onReopen,
}: {
  sending: Sending;
  onRetry: () => void;
  onRecall: () => void;
  onReopen: () => void;
}) {
  switch (sending.is) {
    case "not":
    case "sending":
    case "received":
      return null;
    case "waiting":
      return (
        <Notice tone="warning">
          <div role="status">
            <p>
              <strong>まだ送信できていません。</strong>
              {sending.kept
                ? "この端末に保存してあります。つながると自動で送信します。この画面は閉じてもかまいません。閉じたときは、同じ端末で同じコードを入力すると送信します。"
                : "つながると自動で送信します。この画面を閉じないでください。"}
            </p>
          </div>
          <div className="actions">
            <Button type="button" onClick={onRetry}>
              もう一度送信する
            </Button>
            <Button type="button" look="secondary" onClick={onRecall}>
              送信をやめて、答えを直す
            </Button>
          </div>
        </Notice>
      );
    case "refused":
      return (
        <Notice tone="warning">
          <p>
            <strong>まだ送信されていません。</strong>
            印の付いた問を直して、もう一度送信してください。
          </p>
          <ul>
            {sending.problems.map(({ message, field }) => (
              <li key={`${field} ${message}`}>{message}</li>
            ))}
          </ul>
        </Notice>
      );
    case "expired":
      return (
        <Notice tone="warning">
          <p>
            <strong>まだ送信できていません。</strong>
            コードを入力してから時間がたったためです。回答はこの端末に保存してあります。
            <a href={href("codeEntry")}>コードをもう一度入力する</a>と、自動で送信します。
          </p>
        </Notice>
      );
    case "corrected":
      return (
        <Notice tone="warning">
          <p>
            <strong>まだ送信されていません。</strong>
            {sending.message}
          </p>
          <div className="actions">
            <Button type="button" onClick={onReopen}>
              画面を開き直す
            </Button>
          </div>
        </Notice>
      );
    case "stopped":
      return (
        <Notice tone="warning">
          <p>
            <strong>送信できませんでした。</strong>
            {sending.message}
          </p>
        </Notice>
      );
  }
}
