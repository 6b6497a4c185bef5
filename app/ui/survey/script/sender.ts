import type { Problem } from "#app/domain/problem.ts";
import { href } from "#app/routes.ts";
import { forgetUnsent, keepUnsent, type Unsent } from "./unsent.ts";

/** How the sending of a finished answer stands. */
export type Sending =
  | { is: "not" }
  | { is: "sending" }
  /** The line is gone; `kept`: the device keeps the answer even when the browser is closed. */
  | { is: "waiting"; kept: boolean }
  | { is: "received" }
  /** The server does not take these answers; they go back into the form. */
  | { is: "refused"; problems: readonly Problem[] }
  /** The code must be entered again before the answer, which waits, can go. */
  | { is: "expired" }
  /** The survey takes no answer any more, or not under this code. */
  | { is: "stopped"; why: string | undefined; message: string }
  /** The questionnaire was corrected meanwhile: the answers must be looked through again. */
  | { is: "corrected"; why: string | undefined; message: string };

/** How long one try may take, and how long the next waits when no event wakes it, in ms. */
const patience = 30_000;
const retryPause = 15_000;
const wakers = ["online", "focus", "pageshow"] as const;

/**
 * Sends one finished answer until the server has it or refuses it. It lies on the device from
 * before the first try, so that no lost line, closed tab or dead battery loses it; the server
 * takes one answer a code and gives it the same receipt each time, so trying again is safe.
 */
export class Sender {
  private unsent: Unsent | undefined;
  private trying = false;
  private timer: number | undefined;
  private kept = false;

  constructor(
    private readonly key: string,
    private readonly tell: (sending: Sending) => void,
  ) {
    for (const event of wakers) addEventListener(event, this.wake);
  }

  /** Begins to send; a second call while the first answer is on its way does nothing. */
  send(unsent: Unsent): void {
    if (this.trying) return;
    this.unsent = unsent;
    this.kept = keepUnsent(this.key, unsent);
    void this.attempt();
  }

  /** The answer goes back into the form. */
  recall(): void {
    this.unsent = undefined;
    clearTimeout(this.timer);
    forgetUnsent(this.key);
    this.tell({ is: "not" });
  }

  private readonly wake = () => void this.attempt();

  private async attempt(): Promise<void> {
    const { unsent } = this;
    if (!unsent || this.trying) return;
    clearTimeout(this.timer);
    this.trying = true;
    this.tell({ is: "sending" });
    const result = await post(this.key, unsent);
    this.trying = false;
    if (this.unsent !== unsent) return;
    if (result.is === "waiting") {
      this.tell({ is: "waiting", kept: this.kept });
      this.timer = window.setTimeout(this.wake, retryPause);
      return;
    }
    this.unsent = undefined;
    if (result.is === "received" || result.is === "refused") forgetUnsent(this.key);
    this.tell(result);
  }
}

type Outcome = Exclude<Sending, { is: "not" | "sending" | "waiting" }> | { is: "waiting" };

async function post(key: string, unsent: Unsent): Promise<Outcome> {
  try {
    const response = await fetch(href("answerSending"), {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/json" },
      body: JSON.stringify({ ...unsent, key }),
      signal: AbortSignal.timeout(patience),
    });
    return outcomeOf(response.status, await response.json());
  } catch {
    return { is: "waiting" };
  }
}

/** What the route contractor/sending.ts answers with. */
interface Said {
  receiptNumber?: string;
  problems?: Problem[];
  why?: string;
  message?: string;
}

function outcomeOf(status: number, said: Said): Outcome {
  if (status === 200 && said.receiptNumber !== undefined) return { is: "received" };
  if (status === 401 || said.why === "expired") return { is: "expired" };
  if (status >= 500 || status === 429) return { is: "waiting" };
  const { problems = [] } = said;
  if (problems.length > 0 && status !== 409) return { is: "refused", problems };
  return {
    is: said.why === "edition-changed" ? "corrected" : "stopped",
    why: said.why,
    message: said.message ?? problems.map(({ message }) => message).join(" "),
  };
}
