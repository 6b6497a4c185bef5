import { ArrayOperand, BinaryOperand, Const, Operand, UnaryOperand, Variable } from "survey-core";
import type { Values } from "../conditions.ts";
import { compileLookUp, isPlainText } from "./look-up.ts";

export type Evaluate = (values: Values) => unknown;

/** Compiles a parsed expression without functions; the operators are SurveyJS's own. */
export function compileOperand(operand: unknown): Evaluate {
  if (operand instanceof BinaryOperand) return compileBinary(operand);
  if (operand instanceof UnaryOperand) return compileUnary(operand);
  if (operand instanceof ArrayOperand) {
    const parts = operand.values.map(compileOperand);
    if (operand.isConstant()) {
      const constant = parts.map((part) => part({}));
      return () => constant;
    }
    return (values) => parts.map((part) => part(values));
  }
  if (operand instanceof Variable) return compileLookUp(operand.variable);
  if (operand instanceof Const) {
    const constant: unknown = operand.correctValue;
    return () => constant;
  }
  // The words null and undefined are parsed to nothing.
  return () => null;
}

function compileUnary(operand: UnaryOperand): Evaluate {
  const inner = compileOperand(operand.expression);
  const held = new Held();
  const unary = new UnaryOperand(held, operand.operator);
  return (values) => {
    held.value = inner(values);
    return unary.evaluate();
  };
}

function compileBinary(operand: BinaryOperand): Evaluate {
  const left = compileOperand(operand.leftOperand);
  const right = compileOperand(operand.rightOperand);
  if (operand.operator === "and") return (values) => left(values) && right(values);
  if (operand.operator === "or") return (values) => left(values) || right(values);
  const [heldLeft, heldRight] = [new Held(), new Held()];
  const { operator, isArithmetic } = operand;
  const binary = new BinaryOperand(operator, heldLeft, heldRight, isArithmetic);
  const quick = isArithmetic ? undefined : quickly[operator];
  return (values) => {
    const [a, b] = [left(values), right(values)];
    const known = quick?.(a, b);
    if (known !== undefined) return known;
    heldLeft.value = a;
    heldRight.value = b;
    return binary.evaluate();
  };
}

/** Comparisons of two numbers or two plain texts; undefined leaves them to SurveyJS. */
const quickly: Record<string, (a: unknown, b: unknown) => boolean | undefined> = {
  equal,
  notequal(a, b) {
    const same = equal(a, b);
    return same === undefined ? undefined : !same;
  },
  greater: onNumbers((a, b) => a > b),
  greaterorequal: onNumbers((a, b) => a >= b),
  less: onNumbers((a, b) => a < b),
  lessorequal: onNumbers((a, b) => a <= b),
};

function onNumbers(compare: (a: number, b: number) => boolean) {
  return (a: unknown, b: unknown) =>
    typeof a === "number" && typeof b === "number" ? compare(a, b) : undefined;
}

function equal(a: unknown, b: unknown): boolean | undefined {
  if (typeof a !== "string" || typeof b !== "string") return undefined;
  if (!isPlainText(a) || !isPlainText(b) || a === "undefined" || b === "undefined") {
    return undefined;
  }
  return a === b || a.trim().toLowerCase() === b.trim().toLowerCase();
}

/** An operand whose value is known already. */
class Held extends Operand {
  value: unknown = null;
  get requireStrictCompare(): boolean {
    return false;
  }
  override getType(): string {
    return "held";
  }
  override evaluate(): unknown {
    return this.value;
  }
  override setVariables(): void {}
  protected override isContentEqual(): boolean {
    return false;
  }
}
