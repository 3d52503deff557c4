import { requestFailed } from '../cloud-error'
import { isPlain, type Value } from '../document'
import { arrayFor, isNothing, isTrue, namedArguments, type Operator, withVariable } from './expression'

/** Variables are worked out in the scope outside, so none sees another of the same `$let`. */
const letIn: Operator = (argument, compile) => {
  const { vars, in: body } = namedArguments('$let', argument, ['vars', 'in'], [])
  if (!isPlain(vars)) throw requestFailed('invalid parameter: expected an object (vars)')
  const named = Object.entries(vars).map(([name, expression]) => ({ name, compute: compile(expression) }))
  const inside = compile(body)
  return (scope) =>
    inside(named.reduce((inner, { name, compute }) => withVariable(inner, name, compute(scope)), scope))
}

function nameOf(operator: string, as: Value): string {
  if (as !== undefined && typeof as !== 'string')
    throw requestFailed(`${operator} needs the name of a variable`)
  return as ?? 'this'
}

const map: Operator = (argument, compile) => {
  const { input, as, in: body } = namedArguments('$map', argument, ['input', 'in'], ['as'])
  const [list, inside, name] = [compile(input), compile(body), nameOf('$map', as)]
  return (scope) => {
    const array = list(scope)
    if (isNothing(array)) return null
    return arrayFor('$map', array).map((element) => inside(withVariable(scope, name, element)) ?? null)
  }
}

const filter: Operator = (argument, compile) => {
  const { input, as, cond } = namedArguments('$filter', argument, ['input', 'cond'], ['as'])
  const [list, test, name] = [compile(input), compile(cond), nameOf('$filter', as)]
  return (scope) => {
    const array = list(scope)
    if (isNothing(array)) return null
    return arrayFor('$filter', array).filter((element) => isTrue(test(withVariable(scope, name, element))))
  }
}

const reduce: Operator = (argument, compile) => {
  const {
    input,
    initialValue,
    in: body,
  } = namedArguments('$reduce', argument, ['input', 'initialValue', 'in'], [])
  const [list, initial, inside] = [compile(input), compile(initialValue), compile(body)]
  return (scope) => {
    const array = list(scope)
    if (isNothing(array)) return null
    return arrayFor('$reduce', array).reduce<Value>(
      (value, element) => inside(withVariable(withVariable(scope, 'value', value), 'this', element)),
      initial(scope),
    )
  }
}

export const scopes: Record<string, Operator> = { $let: letIn, $map: map, $filter: filter, $reduce: reduce }
