import { actionsFrom, defineFlow } from '../flow/flow'

export const ticketStates = ['waiting', 'called', 'serving', 'finished', 'parked', 'missed'] as const
export type TicketState = (typeof ticketStates)[number]

/**
 * A ticket (排队号) of a hall and day: of a walk-in, or of a booking from its check-in. A parked one (过号) may be called
 * again; `resume` puts it back among those who wait, behind whoever is next.
 */
export const ticketFlow = defineFlow({
  start: 'waiting',
  states: ticketStates,
  closed: ['finished', 'missed'],
  actions: {
    call: { from: ['waiting', 'parked'], to: 'called', by: ['counter'] },
    recall: { from: ['called'], to: 'called', by: ['counter'] },
    serve: { from: ['called'], to: 'serving', by: ['counter'] },
    park: { from: ['called'], to: 'parked', by: ['counter'] },
    resume: { from: ['parked'], to: 'waiting', by: ['counter'] },
    finish: { from: ['serving'], to: 'finished', by: ['counter', 'clock'] },
    miss: { from: ['waiting', 'called', 'parked'], to: 'missed', by: ['counter', 'holder', 'clock'] },
  },
})
export type TicketAction = keyof typeof ticketFlow.actions
export const ticketActions = Object.keys(ticketFlow.actions) as [TicketAction, ...TicketAction[]]
export type TicketParty = 'counter' | 'holder' | 'clock'

export const openTicketStates = ['waiting', 'called', 'serving', 'parked'] as const satisfies readonly TicketState[]

/** What the flow lets a party do with a ticket in that state. */
export const ticketActionsOf = (state: TicketState, party: TicketParty): TicketAction[] =>
  actionsFrom(ticketFlow, state).filter((action) => ticketFlow.actions[action].by.includes(party))

/** Why someone is served first, as the notice of every hall says it: 老年人、残疾人优先. */
export const priorities = ['none', 'aged', 'disabled'] as const
export type Priority = (typeof priorities)[number]

export const waitStates = ['waiting', 'offered', 'accepted', 'lapsed', 'withdrawn', 'over'] as const
export type WaitState = (typeof waitStates)[number]

/** An entry of a waitlist (候补). An offer is a place that is held for this person alone for 30 minutes. */
export const waitFlow = defineFlow({
  start: 'waiting',
  states: waitStates,
  closed: ['accepted', 'lapsed', 'withdrawn', 'over'],
  actions: {
    offer: { from: ['waiting'], to: 'offered', by: ['clock'] },
    accept: { from: ['offered'], to: 'accepted', by: ['booker'] },
    withdraw: { from: ['waiting', 'offered'], to: 'withdrawn', by: ['booker'] },
    lapse: { from: ['offered'], to: 'lapsed', by: ['clock'] },
    end: { from: ['waiting'], to: 'over', by: ['clock'] },
  },
})
export type WaitAction = keyof typeof waitFlow.actions
