import type { Answers } from "#app/domain/survey/answers.ts";
import { href } from "#app/routes.ts";
import { forgetLocalDraft, keepLocalDraft, readLocalDraft } from "./local-draft.ts";
import { fetchJson, type ServerDraft } from "./start.ts";

/** How the saving of the draft stands. After "elsewhere" nothing is saved until someone decides. */
export type Saving =
  | { is: "saved" | "writing" | "offline" }
  | { is: "elsewhere" }
  | { is: "over"; why: string };

export interface DraftState {
  answers: Answers;
  /** From 0. */
  page: number;
  locale: string;
}

/** The pause in typing after which the draft is saved, in ms. */
const pause = 1_000;
/** The pause before another try when the line is gone, in ms. */
const retryPause = 10_000;

/**
 * Keeps the server's draft equal to what stands in the form: one save at a time, the newest state
 * next. What is not there yet also lies in the tab (local-draft.ts).
 */
export class DraftKeeper {
  private newest: DraftState | undefined;
  /** Answers that were posted and not confirmed: the server may have them though its reply was lost. */
  private unconfirmed: string[];
  private saving = false;
  private timer: number | undefined;
  private stopped = false;

  constructor(
    private readonly key: string,
    private readonly edition: number,
    private revision: number,
    private readonly tell: (saving: Saving) => void,
  ) {
    this.unconfirmed = readLocalDraft(key)?.posted ?? [];
  }

  /** Something changed: kept in the tab at once, on the server after a pause. */
  keep(state: DraftState): void {
    this.newest = state;
    this.keepHere(state);
    if (!this.stopped) this.plan(pause);
  }

  /** Saves now what has not been saved: a page was turned, or the window is left. */
  async flush(leaving = false): Promise<void> {
    clearTimeout(this.timer);
    const state = this.newest;
    if (!state || this.saving || this.stopped) return;
    this.saving = true;
    this.tell({ is: "writing" });
    this.unconfirmed = [...this.unconfirmed.slice(-4), JSON.stringify(state.answers)];
    this.keepHere(state);
    try {
      const response = await fetch(href("answerDraft"), {
        method: "POST",
        headers: { "Content-Type": "application/json", Accept: "application/json" },
        body: JSON.stringify(this.bodyOf(state)),
        keepalive: leaving,
      });
      await this.take(response, state);
    } catch {
      this.tell({ is: "offline" });
      this.plan(retryPause);
    } finally {
      this.saving = false;
    }
    if (this.newest !== state && !this.stopped) this.plan(0);
  }

  /** The other window's draft gives way: what stands here is saved over revision `revision`. */
  overwrite(revision: number): Promise<void> {
    this.revision = revision;
    this.stopped = false;
    return this.flush();
  }

  /** Leaves answers in the tab for the page that is opened next. */
  leave(answers: Answers): void {
    this.stop();
    keepLocalDraft(this.key, { revision: this.revision, answers, page: 0 });
  }

  /** What stands here gives way to the server's draft. */
  forget(): void {
    this.stop();
    this.newest = undefined;
    forgetLocalDraft(this.key);
  }

  /** No more is saved: the answer is being sent. `resume` takes it up again. */
  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  resume(): void {
    this.stopped = false;
  }

  private bodyOf({ answers, page, locale }: DraftState) {
    const { key, edition, revision } = this;
    return { key, edition, revision, answers, page: page + 1, locale };
  }

  private keepHere({ answers, page }: DraftState): void {
    const { revision, unconfirmed: posted } = this;
    keepLocalDraft(this.key, { revision, answers, page, posted });
  }

  private plan(milliseconds: number): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.flush(), milliseconds);
  }

  private async take(response: Response, state: DraftState): Promise<void> {
    const said: unknown = await response.json().catch(() => undefined);
    if (response.ok && isObject(said) && typeof said.revision === "number") {
      this.revision = said.revision;
      this.unconfirmed = [];
      if (this.newest === state) {
        this.newest = undefined;
        forgetLocalDraft(this.key);
      }
      this.tell({ is: "saved" });
      return;
    }
    const why = isObject(said) && typeof said.why === "string" ? said.why : undefined;
    if (why === undefined || response.status >= 500) throw new Error("not saved");
    if (why === "changed-elsewhere" && (await this.wasOurs())) {
      this.plan(0);
      return;
    }
    this.stop();
    this.tell(why === "changed-elsewhere" ? { is: "elsewhere" } : { is: "over", why });
  }

  /** Whether the draft that came between is one of ours whose confirmation was lost; takes it up. */
  private async wasOurs(): Promise<boolean> {
    const draft = await fetchJson<ServerDraft>(href("answerDraft"));
    if (!draft || !this.unconfirmed.includes(JSON.stringify(draft.answers))) {
      return false;
    }
    this.revision = draft.revision;
    this.unconfirmed = [];
    return true;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
