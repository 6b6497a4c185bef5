import type { RawAnswers } from "#app/domain/survey/raw-answer.ts";

/** All answers as JSON lines, one object an answer, with the answers as they are stored. */
export async function* rawJsonLines(answers: RawAnswers): AsyncGenerator<Uint8Array, void> {
  const encoder = new TextEncoder();
  for await (const rows of answers) {
    const lines = rows.map(({ place, edition, strata, answers, firm, answeredAt, channel }) =>
      JSON.stringify({
        place: place + 1,
        edition,
        strata,
        ...(firm ? { firm } : {}),
        ...(answeredAt ? { answeredAt: answeredAt.toISOString() } : {}),
        ...(channel ? { channel } : {}),
        answers,
      }),
    );
    yield encoder.encode(`${lines.join("\n")}\n`);
  }
}
