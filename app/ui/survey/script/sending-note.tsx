import { formWords } from "#app/domain/survey/form/words.ts";
import { href } from "#app/routes.ts";
import { Button } from "../../button.tsx";
import { Notice } from "../../notice.tsx";
import { noMoreNote, scriptNotes } from "./notes.ts";
import type { Sending } from "./sender.ts";

/** Where a finished answer is on its way to the server, in words. */
export function SendingNote({
  sending,
  locale,
  onRetry,
  onRecall,
  onReopen,
}: {
  sending: Sending;
  /** The language of the form. */
  locale: string;
  onRetry: () => void;
  onRecall: () => void;
  onReopen: () => void;
}) {
  const words = scriptNotes(locale);
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
              <strong>{words.notSentYet}</strong>
              {sending.kept ? words.waitingKept : words.waitingOpen}
            </p>
          </div>
          <div className="actions">
            <Button type="button" onClick={onRetry}>
              {words.retry}
            </Button>
            <Button type="button" look="secondary" onClick={onRecall}>
              {words.recall}
            </Button>
          </div>
        </Notice>
      );
    case "refused":
      return (
        <Notice tone="warning">
          <p>
            <strong>{words.notSent}</strong>
            {words.refused}
          </p>
          <ul>
            {sending.problems.map(({ message, field }) => (
              <li key={`${field} ${message}`}>{formWords(locale).fault(message)}</li>
            ))}
          </ul>
        </Notice>
      );
    case "expired":
      return (
        <Notice tone="warning">
          <p>
            <strong>{words.notSentYet}</strong>
            {words.sendExpired[0]}
            <a href={href("codeEntry")}>{words.sendExpired[1]}</a>
            {words.sendExpired[2]}
          </p>
        </Notice>
      );
    case "corrected":
      return (
        <Notice tone="warning">
          <p>
            <strong>{words.notSent}</strong>
            {noMoreNote(sending.why, sending.message, locale)}
          </p>
          <div className="actions">
            <Button type="button" onClick={onReopen}>
              {words.reopen}
            </Button>
          </div>
        </Notice>
      );
    case "stopped":
      return (
        <Notice tone="warning">
          <p>
            <strong>{words.failed}</strong>
            {noMoreNote(sending.why, sending.message, locale)}
          </p>
        </Notice>
      );
  }
}
