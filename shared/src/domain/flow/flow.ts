/**
 * The one flow engine. A flow is a const table: action → from which states, to which state, by whom.
 * The engine knows nothing of orders; guards that need data live beside each table.
 */
export interface ActionRule<State extends string, Party extends string> {
  readonly from: readonly State[]
  /** One target, one per outcome when the action decides between several, or `null` when it moves nothing. */
  readonly to: State | Readonly<Record<string, State>> | null
  /** Who may take the action, as a relation to the object. */
  readonly by: readonly Party[]
}

export interface Flow<State extends string, Action extends string, Party extends string> {
  readonly start: State
  readonly states: readonly State[]
  /** States that nothing leads out of by design. */
  readonly closed: readonly State[]
  readonly actions: Readonly<Record<Action, ActionRule<State, Party>>>
}

/** Identity function that fixes the types of a flow table and keeps its literal keys. */
export function defineFlow<const State extends string, const Action extends string, const Party extends string>(
  flow: Flow<State, Action, Party>,
): Flow<State, Action, Party> {
  return flow
}

/** Every state an action can lead to; none when it moves nothing. */
export function targetsOf<State extends string>(rule: ActionRule<State, string>): State[] {
  if (rule.to === null) return []
  return typeof rule.to === 'string' ? [rule.to] : Object.values(rule.to)
}

/**
 * The state after `action`, or undefined when the action does not start from `state`
 * or its outcome is not one the table names.
 */
export function nextState<State extends string, Action extends string>(
  flow: Flow<State, Action, string>,
  state: State,
  action: Action,
  outcome?: string,
): State | undefined {
  const rule = flow.actions[action]
  if (!rule.from.includes(state)) return undefined
  if (rule.to === null) return state
  if (typeof rule.to === 'string') return rule.to
  return outcome === undefined ? undefined : rule.to[outcome]
}

/** Outcomes that an action decides between; empty when it has one target or none. */
export function outcomesOf(rule: ActionRule<string, string>): string[] {
  return rule.to === null || typeof rule.to === 'string' ? [] : Object.keys(rule.to)
}

/** Actions that start from `state`, whoever may take them. */
export function actionsFrom<State extends string, Action extends string>(
  flow: Flow<State, Action, string>,
  state: State,
): Action[] {
  return (Object.keys(flow.actions) as Action[]).filter((action) => flow.actions[action].from.includes(state))
}

/** What a broken table would hide: states never reached, and open states without a way out. */
export function checkFlow<State extends string, Action extends string>(
  flow: Flow<State, Action, string>,
): { unreachable: State[]; deadEnds: State[] } {
  const seen = new Set<State>([flow.start])
  const todo: State[] = [flow.start]
  for (let state = todo.pop(); state !== undefined; state = todo.pop()) {
    for (const action of actionsFrom(flow, state)) {
      for (const target of targetsOf(flow.actions[action])) {
        if (seen.has(target)) continue
        seen.add(target)
        todo.push(target)
      }
    }
  }
  const leadsAway = (state: State) =>
    actionsFrom(flow, state).some((action) => targetsOf(flow.actions[action]).some((target) => target !== state))
  return {
    unreachable: flow.states.filter((state) => !seen.has(state)),
    deadEnds: flow.states.filter((state) => !flow.closed.includes(state) && !leadsAway(state)),
  }
}
