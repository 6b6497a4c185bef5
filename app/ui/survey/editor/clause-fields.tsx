import {
  type Clause,
  type Operator,
  operatorWords,
  type Subject,
  takesList,
  takesNothing,
} from "#app/domain/survey/editor/index.ts";
import { ClauseValues } from "./clause-values.tsx";
import { Labelled } from "./labelled.tsx";

/** What a new condition begins with: the nearest earlier question that has answers to choose. */
export function newClause(subjects: readonly Subject[]): Clause | undefined {
  const subject = subjects.findLast(({ answers }) => answers.length > 0) ?? subjects.at(-1);
  return subject && clauseFor(subject);
}

function clauseFor(subject: Subject): Clause {
  const { variable, answers, kind } = subject;
  const [operator = "notempty"] = operatorsOf(subject);
  const first = answers[0]?.value ?? (kind === "number" ? 0 : "");
  const known = answers.length > 0 || kind === "number" || kind === "steps";
  return known
    ? { variable, operator, values: [first] }
    : { variable, operator: "notempty", values: [] };
}

function operatorsOf({ kind }: Subject): Operator[] {
  return Object.keys(operatorWords[kind]) as Operator[];
}

/** One clause: a question, how it is compared, and an answer. */
export function ClauseFields({
  clause,
  subjects,
  name,
  onChange,
}: {
  clause: Clause;
  subjects: readonly Subject[];
  name: string;
  onChange: (clause: Clause) => void;
}) {
  const { variable, operator, values } = clause;
  const subject = subjects.find((each) => each.variable === variable);
  const words: Partial<Record<Operator, string>> = operatorWords[subject?.kind ?? "any"];
  const offered = subject ? operatorsOf(subject) : [];
  return (
    <>
      <Labelled label={`${name}：どの問`}>
        {(control) => (
          <select
            {...control}
            value={variable}
            onChange={({ currentTarget: { value } }) => {
              const chosen = subjects.find((each) => each.variable === value);
              if (chosen) onChange(clauseFor(chosen));
            }}
          >
            {!subject && <option value={variable}>{`${variable}（前にない問）`}</option>}
            {subjects.map(({ variable, label }) => (
              <option key={variable} value={variable}>
                {label}
              </option>
            ))}
          </select>
        )}
      </Labelled>
      <Labelled label={`${name}：どう答えたとき`}>
        {(control) => (
          <select
            {...control}
            value={operator}
            onChange={({ currentTarget: { value } }) => {
              const chosen = [...offered, operator].find((each) => each === value);
              if (chosen) onChange(withOperator(clause, chosen, subject));
            }}
          >
            {!offered.includes(operator) && <option value={operator}>{operator}</option>}
            {offered.map((each) => (
              <option key={each} value={each}>
                {words[each]}
              </option>
            ))}
          </select>
        )}
      </Labelled>
      {!takesNothing(operator) && (
        <ClauseValues
          {...{ clause, subject, name }}
          onValues={(values) => onChange({ ...clause, values })}
        />
      )}
      {values.length === 0 && takesList(operator) && (
        <p className="fault">{name}の答えを1つ以上選んでください。</p>
      )}
    </>
  );
}

function withOperator(clause: Clause, operator: Operator, subject: Subject | undefined): Clause {
  if (takesNothing(operator)) return { ...clause, operator, values: [] };
  const values = clause.values.length > 0 ? clause.values : [subject?.answers[0]?.value ?? ""];
  return { ...clause, operator, values: takesList(operator) ? values : values.slice(0, 1) };
}
